//! Rows on their way: lumps of figures fall into them by key, and are added up.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use super::totals::{Query, Row, rounded, whole_units};
use super::year::{Years, span};
use super::{Dimension, YearBasis};
use crate::figure::{Kind, Per};
use crate::store::reports::{Dated, Lump, Sum};

pub(super) type Unconverted = BTreeMap<(String, bool), usize>;

/// The rows of a report while it is read.
pub(super) struct Book<'a> {
    query: &'a Query,
    by: Vec<Dimension>,
    places: HashMap<Vec<String>, usize>,
    sums: Vec<Sums>,
    unconverted: Unconverted,
}

/// What tells the rows of one lump apart.
type Variant = (Years, bool, Option<(i32, u32)>);

impl<'a> Book<'a> {
    pub(super) fn new(query: &'a Query) -> Self {
        let by = query.columns();
        Self { query, by, places: HashMap::new(), sums: Vec::new(), unconverted: BTreeMap::new() }
    }

    pub(super) const fn unconverted(&self) -> &Unconverted {
        &self.unconverted
    }

    /// Enters a lump with its sums by day.
    pub(super) fn enter(&mut self, mut lump: Lump, dated: Vec<Dated>) {
        if !self.query.filter.lets(&lump) {
            return;
        }
        // A lump mostly falls into one row, whatever the day: its key is made once.
        let mut made: Vec<(Variant, usize)> = Vec::new();
        let single = self.query.years == YearBasis::Period && lump.per != Some(Per::Year);
        for (day, sum) in dated {
            lump.announced = day;
            if !self.query.filter.lets_day(day) {
                continue;
            }
            if single {
                self.add(&lump, &mut made, lump.years, sum);
                continue;
            }
            for (years, sum) in self.query.years.split(&lump, sum) {
                self.add(&lump, &mut made, years, sum);
            }
        }
    }

    fn add(&mut self, lump: &Lump, made: &mut Vec<(Variant, usize)>, years: Years, sum: Sum) {
        if !self.query.filter.lets_years(years) {
            return;
        }
        let whole = |minor: i128| whole_units(minor, lump.unit.as_deref());
        let mut ends = [whole(sum.amount), whole(sum.low), sum.high.map_or(Decimal::ZERO, whole)];
        let converted = self.convert(lump, &ends, sum.figures.len());
        if let Some(turned) = converted.filter(|_| !self.query.by.contains(&Dimension::Unit)) {
            ends = turned;
        }
        let month = |day: NaiveDate| (day.year(), day.month());
        let variant =
            (years, converted.is_some(), lump.announced.map(month).filter(|_| self.by_month()));
        let place = made.iter().find(|(known, _)| *known == variant).map(|(_, place)| *place);
        let place = place.unwrap_or_else(|| {
            let place = self.place(lump, years);
            made.push((variant, place));
            place
        });
        self.sums[place].add(ends, converted.map(|[amount, ..]| amount), sum);
    }

    fn by_month(&self) -> bool {
        self.by.contains(&Dimension::Month)
    }

    /// The row of a lump in these years.
    fn place(&mut self, lump: &Lump, years: Years) -> usize {
        let year = span(years);
        let key: Vec<String> = self.by.iter().map(|d| self.query.cell(*d, lump, &year)).collect();
        let unit = Some(self.query.cell(Dimension::Unit, lump, "")).filter(|u| !u.is_empty());
        let next = self.sums.len();
        let place = *self.places.entry(key).or_insert(next);
        if place == next {
            self.sums.push(Sums::new(lump.kind, unit));
        }
        place
    }

    /// The ends in the report's currency, where one is asked for and a rate is known.
    fn convert(&mut self, lump: &Lump, ends: &[Decimal; 3], count: usize) -> Option<[Decimal; 3]> {
        let rates = self.query.convert.as_ref()?;
        let unit = lump.unit.as_ref()?;
        let turned = rates.rate(unit, lump.announced).and_then(|rate| {
            let [amount, low, high] = ends;
            let turned = amount.checked_mul(rate)?;
            let other =
                |end: &Decimal| if end == amount { Some(turned) } else { end.checked_mul(rate) };
            Some([turned, other(low)?, other(high)?])
        });
        if turned.is_none() {
            let key = (unit.clone(), lump.announced.is_some());
            *self.unconverted.entry(key).or_default() += count;
        }
        turned
    }

    /// Both books as one.
    pub(super) fn with(mut self, other: Self) -> Self {
        let mut theirs: Vec<Option<Sums>> = other.sums.into_iter().map(Some).collect();
        for (key, place) in other.places {
            let Some(sums) = theirs[place].take() else { continue };
            if let Some(&mine) = self.places.get(&key) {
                self.sums[mine].with(sums);
            } else {
                self.places.insert(key, self.sums.len());
                self.sums.push(sums);
            }
        }
        for (key, count) in other.unconverted {
            *self.unconverted.entry(key).or_default() += count;
        }
        self
    }

    /// The rows, in no order; `more` are the further sources of figures.
    pub(super) fn rows(self, more: &HashMap<i64, Vec<i64>>) -> Vec<Row> {
        let mut sums: Vec<Option<Sums>> = self.sums.into_iter().map(Some).collect();
        let taken =
            self.places.into_iter().filter_map(|(key, place)| Some((key, sums[place].take()?)));
        taken.map(|(key, sums)| sums.row(key, self.query, more)).collect()
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

    fn with(&mut self, other: Self) {
        for (total, end) in self.ends.iter_mut().zip(other.ends) {
            *total = total.saturating_add(end);
        }
        self.open |= other.open;
        self.about |= other.about;
        self.converted = self.converted.zip(other.converted).map(|(a, b)| a.saturating_add(b));
        self.figures.extend(other.figures);
        self.sources.extend(other.sources);
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
        let in_currency = |sum| currency.map(|code| rounded(sum, Some(code)));
        Row {
            key,
            kind: self.kind,
            amount,
            low,
            high: (!self.open).then_some(high),
            about: self.about,
            converted: self.converted.filter(|_| unit.is_some()).and_then(in_currency),
            unit: self.unit,
            figures: self.figures,
            sources: self.sources.len(),
        }
    }
}
