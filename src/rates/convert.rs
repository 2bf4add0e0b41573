//! Amounts into another currency.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, PoisonError};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{Basis, Fixed, Table};
use crate::report::totals::Convert;
use crate::store::reports::Detail;

/// Where the rates come from.
#[derive(Debug)]
enum Source {
    /// Daily rates and how to choose among them.
    Daily(Table, Basis),
    /// One rate a currency, whatever the day.
    Fixed(Fixed),
}

/// Rates by currency and period; nothing where there is none.
type Known = HashMap<String, HashMap<Option<NaiveDate>, Option<Decimal>>>;

/// Turns amounts into one currency.
#[derive(Debug)]
pub struct Converter {
    to: String,
    named: String,
    source: Source,
    known: Mutex<Known>,
    earlier: Mutex<BTreeSet<NaiveDate>>,
}

impl Converter {
    /// With daily rates; `named` says whose they are.
    #[must_use]
    pub fn daily(to: &str, table: Table, basis: Basis, named: &str) -> Self {
        Self::new(to, Source::Daily(table, basis), format!("{}, {named}", basis.words()))
    }

    /// With one rate a currency; `named` says from which file.
    #[must_use]
    pub fn fixed(to: &str, rates: Fixed, named: &str) -> Self {
        Self::new(to, Source::Fixed(rates), format!("fixed rates of {named}"))
    }

    fn new(to: &str, source: Source, named: String) -> Self {
        let (known, earlier) = (Mutex::default(), Mutex::default());
        Self { to: to.to_owned(), named, source, known, earlier }
    }

    /// How much of the target currency one unit is worth, through the euro.
    fn look_up(&self, unit: &str, day: Option<NaiveDate>) -> Option<Decimal> {
        if unit == self.to {
            return Some(Decimal::ONE);
        }
        let (from, to) = (self.per_euro(unit, day)?, self.per_euro(&self.to, day)?);
        to.checked_div(from)
    }

    fn per_euro(&self, currency: &str, day: Option<NaiveDate>) -> Option<Decimal> {
        match &self.source {
            Source::Fixed(rates) => rates.get(currency).copied(),
            Source::Daily(..) if currency == "EUR" => Some(Decimal::ONE),
            Source::Daily(table, basis) => {
                let day = day?;
                let (rate, earlier) = basis.rate(table.series(currency)?, day)?;
                if earlier {
                    self.earlier.lock().unwrap_or_else(PoisonError::into_inner).insert(day);
                }
                Some(rate)
            }
        }
    }
}

impl Convert for Converter {
    fn currency(&self) -> &str {
        &self.to
    }

    fn basis(&self) -> String {
        self.named.clone()
    }

    fn detail(&self) -> Detail {
        match &self.source {
            Source::Fixed(_) => Detail::Totals,
            Source::Daily(_, Basis::Day) => Detail::Figures,
            Source::Daily(_, Basis::Month | Basis::Year) => Detail::Months,
        }
    }

    fn rate(&self, unit: &str, day: Option<NaiveDate>) -> Option<Decimal> {
        let period = match &self.source {
            Source::Daily(_, basis) => day.map(|day| basis.period(day)),
            Source::Fixed(_) => None,
        };
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(rate) = known.get(unit).and_then(|rates| rates.get(&period)) {
            return *rate;
        }
        let rate = self.look_up(unit, day);
        known.entry(unit.to_owned()).or_default().insert(period, rate);
        rate
    }

    fn remarks(&self) -> Vec<String> {
        let days = self.earlier.lock().unwrap_or_else(PoisonError::into_inner);
        let list: Vec<String> = days.iter().take(5).map(ToString::to_string).collect();
        let more = if days.len() > list.len() { ", …" } else { "" };
        match days.len() {
            0 => Vec::new(),
            _ => vec![format!(
                "No rate was set on {}{more}: the last one before was taken.",
                list.join(", ")
            )],
        }
    }
}
