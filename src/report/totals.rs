//! Totals: what counts, added up by any columns.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::{Decimal, RoundingStrategy};

use super::year::{Years, span};
use super::{Dimension, Filter, YearBasis};
use crate::figure::Kind;
use crate::lexicon::currency;
use crate::store::reports::{Detail, Lump, Sum, each_lump, witnesses};
use crate::store::{Store, StoreError};

/// Turns amounts into another currency.
pub trait Convert {
    /// The currency that amounts are turned into.
    fn currency(&self) -> &str;
    /// Which rates, in words that let another repeat it: "mean of the ECB's daily rates in the month".
    fn basis(&self) -> String;
    /// How finely the day of announcement must be known.
    fn detail(&self) -> Detail;
    /// The amount in the other currency, unrounded; nothing where there is no rate.
    fn convert(&self, amount: Decimal, unit: &str, day: Option<NaiveDate>) -> Option<Decimal>;
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
            let known = rates.convert(Decimal::ONE, from, lump.announced).is_some();
            if known && !self.by.contains(&Dimension::Unit) {
                return rates.currency().to_owned();
            }
        }
        column.cell(lump, year)
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
    let mut book =
        Book { query, by: query.columns(), rows: HashMap::new(), unconverted: BTreeMap::new() };
    each_lump(store, detail(query), |lump| book.enter(&lump))?;
    let witnesses = witnesses(store)?;
    let by = book.by.clone();
    let mut rows: Vec<Row> =
        book.rows.into_iter().map(|(key, sums)| sums.row(key, query, &witnesses)).collect();
    sort(&mut rows, &by);
    Ok(Report { by, rows, unconverted: book.unconverted })
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

fn sort(rows: &mut [Row], by: &[Dimension]) {
    rows.sort_by(|a, b| compare(by, &a.key, &b.key));
}

/// Which of two keys comes first, each column in its own order.
pub(super) fn compare(by: &[Dimension], a: &[String], b: &[String]) -> Ordering {
    let columns = by.iter().zip(a.iter().zip(b));
    columns
        .map(|(column, (a, b))| column.rank(a).cmp(&column.rank(b)).then_with(|| a.cmp(b)))
        .find(|order| order.is_ne())
        .unwrap_or(Ordering::Equal)
}

struct Book<'a> {
    query: &'a Query,
    by: Vec<Dimension>,
    rows: HashMap<Vec<String>, Sums>,
    unconverted: BTreeMap<(String, bool), usize>,
}

impl Book<'_> {
    fn enter(&mut self, lump: &Lump) {
        if !self.query.filter.lets(lump) {
            return;
        }
        for (years, sum) in self.query.years.split(lump) {
            if self.query.filter.lets_years(years) {
                self.add(lump, years, sum);
            }
        }
    }

    fn add(&mut self, lump: &Lump, years: Years, sum: Sum) {
        let whole = |minor: i128| whole_units(minor, lump.unit.as_deref());
        let mut ends = [whole(sum.amount), whole(sum.low), sum.high.map_or(Decimal::ZERO, whole)];
        let mut converted = None;
        if let (Some(rates), Some(from)) = (&self.query.convert, &lump.unit) {
            let turned = ends.map(|end| rates.convert(end, from, lump.announced));
            if let [Some(amount), Some(low), Some(high)] = turned {
                converted = Some(amount);
                if !self.query.by.contains(&Dimension::Unit) {
                    ends = [amount, low, high];
                }
            } else {
                let key = (from.clone(), lump.announced.is_some());
                *self.unconverted.entry(key).or_default() += sum.figures.len();
            }
        }
        let unit = Some(self.query.cell(Dimension::Unit, lump, "")).filter(|u| !u.is_empty());
        let year = span(years);
        let key: Vec<String> = self.by.iter().map(|d| self.query.cell(*d, lump, &year)).collect();
        let sums = self.rows.entry(key).or_insert_with(|| Sums::new(lump.kind, unit));
        sums.add(ends, converted, sum);
    }
}

/// A row on its way.
struct Sums {
    kind: Kind,
    unit: Option<String>,
    ends: [Decimal; 3],
    open: bool,
    about: bool,
    converted: Option<Decimal>,
    figures: Vec<i64>,
    sources: Vec<i64>,
}

impl Sums {
    fn new(kind: Kind, unit: Option<String>) -> Self {
        Self {
            kind,
            unit,
            ends: [Decimal::ZERO; 3],
            open: false,
            about: false,
            converted: Some(Decimal::ZERO),
            figures: Vec::new(),
            sources: Vec::new(),
        }
    }

    fn add(&mut self, ends: [Decimal; 3], converted: Option<Decimal>, sum: Sum) {
        for (total, end) in self.ends.iter_mut().zip(ends) {
            *total = total.saturating_add(end);
        }
        self.open |= sum.high.is_none();
        self.about |= sum.about;
        self.converted = self.converted.zip(converted).map(|(a, b)| a.saturating_add(b));
        self.figures.extend(sum.figures);
        self.sources.extend(sum.sources);
    }

    fn row(mut self, key: Vec<String>, query: &Query, more: &HashMap<i64, Vec<i64>>) -> Row {
        if !more.is_empty() {
            self.sources.extend(self.figures.iter().filter_map(|id| more.get(id)).flatten());
        }
        for ids in [&mut self.figures, &mut self.sources] {
            ids.sort_unstable();
            ids.dedup();
        }
        let unit = self.unit.as_deref();
        let [amount, low, high] = self.ends.map(|end| rounded(end, unit));
        let currency = query.convert.as_ref().map(|c| c.currency());
        Row {
            key,
            kind: self.kind,
            amount,
            low,
            high: (!self.open).then_some(high),
            about: self.about,
            converted: self
                .converted
                .filter(|_| unit.is_some())
                .and_then(|sum| currency.map(|code| rounded(sum, Some(code)))),
            unit: self.unit,
            figures: self.figures,
            sources: self.sources.len(),
        }
    }
}

/// From the smallest unit to whole ones.
pub(crate) fn whole_units(minor: i128, unit: Option<&str>) -> Decimal {
    let digits = unit.and_then(currency::exponent).unwrap_or(0);
    Decimal::try_from_i128_with_scale(minor, digits).unwrap_or(Decimal::MAX)
}

/// To the smallest unit of the currency, once, at the end.
fn rounded(amount: Decimal, unit: Option<&str>) -> Decimal {
    let digits = unit.and_then(currency::exponent).unwrap_or(0);
    amount.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero).normalize()
}
