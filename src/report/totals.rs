//! Totals: what counts, added up by any columns.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::{Decimal, RoundingStrategy};

use super::book::Book;
use super::{Dimension, Filter, YearBasis};
use crate::figure::Kind;
use crate::lexicon::currency;
use crate::store::reports::{Detail, Lump, each_lump, in_parts, witnesses};
use crate::store::{Store, StoreError};

/// Turns amounts into another currency.
pub trait Convert {
    /// The currency that amounts are turned into.
    fn currency(&self) -> &str;
    /// Which rates, in words that let another repeat it: "mean of the ECB's daily rates in the month".
    fn basis(&self) -> String;
    /// How finely the day of announcement must be known.
    fn detail(&self) -> Detail;
    /// How much of the other currency one unit is worth; nothing where there is no rate.
    fn rate(&self, unit: &str, day: Option<NaiveDate>) -> Option<Decimal>;
    /// What the reader should know of the conversions so far.
    fn remarks(&self) -> Vec<String>;
}

/// What a report is asked for.
#[derive(Clone)]
pub struct Query {
    /// What rows are told apart by, in the order of the columns.
    pub by: Vec<Dimension>,
    /// Which figures.
    pub filter: Filter,
    /// Which year a sum belongs to.
    pub years: YearBasis,
    /// Into which currency, if any.
    pub convert: Option<Arc<dyn Convert + Send + Sync>>,
}

impl Query {
    /// The asked columns, and those that must never be added up.
    #[must_use]
    pub fn columns(&self) -> Vec<Dimension> {
        let mut by = self.by.clone();
        by.extend(Dimension::ALWAYS.into_iter().filter(|always| !self.by.contains(always)));
        by
    }

    /// A cell of a row's key. Currencies that are converted fall into one row, unless the report
    /// is by currency.
    #[must_use]
    pub fn cell(&self, column: Dimension, lump: &Lump, year: &str) -> String {
        if let (Dimension::Unit, Some(rates), Some(from)) = (column, &self.convert, &lump.unit) {
            let known = rates.rate(from, lump.announced).is_some();
            if known && !self.by.contains(&Dimension::Unit) {
                return rates.currency().to_owned();
            }
        }
        column.cell(lump, year).into_owned()
    }
}

impl Default for Query {
    fn default() -> Self {
        let by = Dimension::DEFAULT.to_vec();
        Self { by, filter: Filter::default(), years: YearBasis::Period, convert: None }
    }
}

/// One row of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// A value for each of the report's columns.
    pub key: Vec<String>,
    /// Money or things.
    pub kind: Kind,
    /// The currency that the amounts are in; nothing for things.
    pub unit: Option<String>,
    /// The total, in whole units.
    pub amount: Decimal,
    /// The least that it can be.
    pub low: Decimal,
    /// The most that it can be; nothing where it is open.
    pub high: Option<Decimal>,
    /// Some of it is only about right.
    pub about: bool,
    /// The total in the report's currency; nothing where it is not asked for or a rate is missing.
    pub converted: Option<Decimal>,
    /// The figures in it, ascending.
    pub figures: Vec<i64>,
    /// How many documents tell of them.
    pub sources: usize,
}

/// Rows with their columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// The columns of the rows' keys.
    pub by: Vec<Dimension>,
    /// Sorted by their keys, each column in its own order.
    pub rows: Vec<Row>,
    /// How many figures stay as they are, by currency and whether their day is known.
    pub unconverted: BTreeMap<(String, bool), usize>,
}

/// Adds up what counts.
///
/// # Errors
/// When the database cannot be read.
pub fn totals(store: &Store, query: &Query) -> Result<Report, StoreError> {
    let detail = detail(query);
    let by = query.columns();
    let books = in_parts(store, |store, part| {
        let mut book = Book::new(query);
        each_lump(store, detail, part, &mut book)?;
        Ok(book)
    })?;
    let witnesses = witnesses(store)?;
    let mut report = Report { by, ..Report::default() };
    if let Some(book) = books.into_iter().reduce(Book::with) {
        report.unconverted = book.unconverted().clone();
        report.rows = book.rows(&witnesses);
    }
    Ok(report)
}

fn detail(query: &Query) -> Detail {
    let years = match query.years {
        YearBasis::Period => Detail::Totals,
        YearBasis::Announced => Detail::Months,
        YearBasis::Spread => Detail::Figures,
    };
    let columns = query.by.iter().map(|d| d.detail()).max().unwrap_or(Detail::Totals);
    let rates = query.convert.as_ref().map_or(Detail::Totals, |c| c.detail());
    years.max(columns).max(rates).max(query.filter.detail())
}

/// Which of two keys comes first, each column in its own order.
pub(super) fn compare(by: &[Dimension], a: &[String], b: &[String]) -> Ordering {
    let columns = by.iter().zip(a.iter().zip(b));
    columns
        .map(|(column, (a, b))| column.rank(a).cmp(&column.rank(b)).then_with(|| a.cmp(b)))
        .find(|order| order.is_ne())
        .unwrap_or(Ordering::Equal)
}

/// From the smallest unit to whole ones.
pub(crate) fn whole_units(minor: i128, unit: Option<&str>) -> Decimal {
    let digits = unit.and_then(currency::exponent).unwrap_or(0);
    Decimal::try_from_i128_with_scale(minor, digits).unwrap_or(Decimal::MAX)
}

/// To the smallest unit of the currency, once, at the end.
pub(super) fn rounded(amount: Decimal, unit: Option<&str>) -> Decimal {
    let digits = unit.and_then(currency::exponent).unwrap_or(0);
    amount.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero).normalize()
}
