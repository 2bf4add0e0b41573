//! Daily rates by currency.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;

/// How many days a rate may be old when its day has none: the longest closure of the payment
/// system TARGET, Easter with its weekend, is four days; a currency that left the table is not
/// carried on.
const OLDEST: Days = Days::new(7);

/// One currency's rates by day, in units per euro.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Series(BTreeMap<NaiveDate, Decimal>);

impl Series {
    /// Adds a day's rate, in place of an earlier one.
    pub fn insert(&mut self, day: NaiveDate, per_euro: Decimal) {
        self.0.insert(day, per_euro);
    }

    /// The rate of a day with the day that it is of: the last one before, where the day has none.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> Option<(NaiveDate, Decimal)> {
        let oldest = day.checked_sub_days(OLDEST)?;
        self.0.range(oldest..=day).next_back().map(|(day, rate)| (*day, *rate))
    }

    /// The rate of just this day.
    #[must_use]
    pub fn of(&self, day: NaiveDate) -> Option<Decimal> {
        self.0.get(&day).copied()
    }

    /// The arithmetic mean of the rates in these days.
    #[must_use]
    pub fn mean(&self, days: RangeInclusive<NaiveDate>) -> Option<Decimal> {
        let rates: Vec<Decimal> = self.0.range(days).map(|(_, rate)| *rate).collect();
        let count = Decimal::from(rates.len());
        rates.iter().sum::<Decimal>().checked_div(count)
    }

    /// Every day with its rate, ascending.
    pub fn days(&self) -> impl DoubleEndedIterator<Item = (NaiveDate, Decimal)> {
        self.0.iter().map(|(day, rate)| (*day, *rate))
    }
}

/// Daily rates of many currencies.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table(BTreeMap<String, Series>);

impl Table {
    /// The rates of a currency, if there are any.
    #[must_use]
    pub fn series(&self, currency: &str) -> Option<&Series> {
        self.0.get(currency)
    }

    /// Adds a rate, in place of an earlier one of the day.
    pub fn insert(&mut self, currency: &str, day: NaiveDate, per_euro: Decimal) {
        self.0.entry(currency.to_owned()).or_default().insert(day, per_euro);
    }

    /// Takes another table's rates in; where both have one, the other's holds.
    pub fn extend(&mut self, other: &Self) {
        for (currency, series) in &other.0 {
            let mine = self.0.entry(currency.clone()).or_default();
            series.days().for_each(|(day, rate)| mine.insert(day, rate));
        }
    }

    /// Every currency with its rates, by code.
    pub fn all(&self) -> impl Iterator<Item = (&str, &Series)> {
        self.0.iter().map(|(code, series)| (code.as_str(), series))
    }
}
