//! Which of a currency's rates an amount is converted with.

use chrono::{Datelike, Months, NaiveDate};
use rust_decimal::Decimal;

use super::Series;
use crate::figure::UnknownTerm;
use crate::figure::terms::terms;
use serde::{Deserialize, Serialize};

terms! {
    /// The day, month or year of the announcement.
    Basis, "rate basis" {
        /// The rate of the day, or the last before it.
        Day = "day",
        /// The mean of the daily rates in the calendar month.
        Month = "month",
        /// The mean of the daily rates in the calendar year.
        Year = "year",
    }
}

impl Basis {
    /// The rate for an announcement on this day, and whether it is an earlier day's.
    #[must_use]
    pub fn rate(self, series: &Series, day: NaiveDate) -> Option<(Decimal, bool)> {
        if self == Self::Day {
            return series.on(day).map(|(of, rate)| (rate, of != day));
        }
        let (first, months) = match self {
            Self::Year => (NaiveDate::from_ymd_opt(day.year(), 1, 1)?, Months::new(12)),
            _ => (day.with_day(1)?, Months::new(1)),
        };
        let last = first.checked_add_months(months)?.pred_opt()?;
        series.mean(first..=last).map(|mean| (mean, false))
    }

    /// The first day of what all announcements of this day share a rate with.
    #[must_use]
    pub fn period(self, day: NaiveDate) -> NaiveDate {
        let first = match self {
            Self::Day => Some(day),
            Self::Month => day.with_day(1),
            Self::Year => NaiveDate::from_ymd_opt(day.year(), 1, 1),
        };
        first.unwrap_or(day)
    }

    /// In words that let another repeat it.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Day => "daily rate of the announcement",
            Self::Month => "mean of the daily rates in the month of announcement",
            Self::Year => "mean of the daily rates in the year of announcement",
        }
    }
}
