//! The European Central Bank's monthly means, unpacked when first asked for.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use super::Rates;
use crate::rates::{Basis, Table, built_in};

static TABLE: LazyLock<Option<Table>> = LazyLock::new(|| built_in().ok());

/// A currency in a month.
type Month = (String, i32, u32);

/// Means of the daily rates in a calendar month.
#[derive(Debug, Default)]
pub struct MonthlyMeans {
    known: Mutex<HashMap<Month, Option<Decimal>>>,
}

impl Rates for MonthlyMeans {
    fn per_euro(&self, currency: &str, day: NaiveDate) -> Option<Decimal> {
        if currency == "EUR" {
            return Some(Decimal::ONE);
        }
        let month = (currency.to_owned(), day.year(), day.month());
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        *known.entry(month).or_insert_with(|| {
            let series = TABLE.as_ref()?.series(currency)?;
            Basis::Month.rate(series, day).map(|(mean, _)| mean)
        })
    }
}
