//! The European Central Bank's monthly means, each month unpacked when first asked for.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use super::Rates;
use crate::rates::{Basis, Table, built_in_of_month};

/// Means of the daily rates in a calendar month.
#[derive(Debug, Default)]
pub struct MonthlyMeans {
    /// The daily rates of each month that was asked for; nothing where the table has none.
    known: Mutex<HashMap<(i32, u32), Option<Table>>>,
}

impl Rates for MonthlyMeans {
    fn per_euro(&self, currency: &str, day: NaiveDate) -> Option<Decimal> {
        if currency == "EUR" {
            return Some(Decimal::ONE);
        }
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let month = (day.year(), day.month());
        let table = known.entry(month).or_insert_with(|| built_in_of_month(day).ok());
        Basis::Month.rate(table.as_ref()?.series(currency)?, day).map(|(mean, _)| mean)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rates::built_in;

    #[test]
    fn a_month_by_itself_has_the_rates_of_the_whole_table() {
        let (whole, means) = (built_in().unwrap(), MonthlyMeans::default());
        for (currency, day) in [("USD", "2025-02-28"), ("SEK", "2014-01-02"), ("UAH", "2024-05-01")]
        {
            let day = day.parse().unwrap();
            let mean = whole.series(currency).and_then(|s| Basis::Month.rate(s, day));
            assert_eq!(means.per_euro(currency, day), mean.map(|(mean, _)| mean), "{currency}");
        }
        assert!(means.per_euro("USD", "2025-02-28".parse().unwrap()).is_some());
        assert_eq!(means.per_euro("USD", "1914-08-01".parse().unwrap()), None);
    }
}
