//! Rows on their way: lumps of figures fall into them by key, and are added up.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::keys::{Keys, OPEN, Words};
use super::sums::Sums;
use super::totals::{Query, Row, whole_units};
use super::year::{Years, span};
use super::{Dimension, YearBasis};
use crate::figure::Per;
use crate::store::reports::{Lump, Sum, Taker};

pub(super) type Unconverted = BTreeMap<(String, bool), usize>;

/// The rows of a report while it is read.
pub(super) struct Book<'a> {
    query: &'a Query,
    by: Vec<Dimension>,
    keys: Keys,
    sums: Vec<Sums>,
    rates: FxHashMap<(u32, Option<NaiveDate>), Option<Decimal>>,
    years: FxHashMap<Years, u32>,
    months: FxHashMap<Option<(i32, u32)>, u32>,
    unconverted: Unconverted,
    /// The key and the currency of the lump that is being read.
    key: Vec<u32>,
    unit: u32,
}

impl<'a> Book<'a> {
    pub(super) fn new(query: &'a Query) -> Self {
        Self {
            query,
            by: query.columns(),
            keys: Keys::default(),
            sums: Vec::new(),
            rates: FxHashMap::default(),
            years: FxHashMap::default(),
            months: FxHashMap::default(),
            unconverted: BTreeMap::new(),
            key: Vec::new(),
            unit: OPEN,
        }
    }

    pub(super) const fn unconverted(&self) -> &Unconverted {
        &self.unconverted
    }

    /// Enters a single figure.
    pub(super) fn enter(&mut self, figure: &Lump) {
        if self.begin(figure) {
            self.take(figure, figure.announced, &figure.sum);
        }
    }

    /// What of the key is the same for the whole lump.
    fn start_key(&mut self, lump: &Lump) {
        let words = &mut self.keys.words;
        self.unit = words.number(lump.unit.as_deref().unwrap_or_default());
        let number = |column: &Dimension| {
            if column.is_of_lumps() { words.number(&column.cell(lump, "")) } else { OPEN }
        };
        self.key.clear();
        self.key.extend(self.by.iter().map(number));
    }

    fn add(&mut self, lump: &Lump, (years, day): (Years, Option<NaiveDate>), sum: &Sum) {
        if !self.query.filter.lets_years(years) {
            return;
        }
        let turned = self.convert(lump, day, sum);
        let currency = self.query.convert.as_ref().filter(|_| turned.is_some() && self.one_unit());
        let words = &mut self.keys.words;
        for (column, part) in self.by.iter().zip(&mut self.key) {
            *part = match column {
                Dimension::Year => number(&mut self.years, words, years, || span(years)),
                Dimension::Month => {
                    let month = day.map(|day| (day.year(), day.month()));
                    number(&mut self.months, words, month, || Dimension::month(day))
                }
                Dimension::Unit => currency.map_or(self.unit, |c| words.number(c.currency())),
                column if column.is_of_lumps() => continue,
                column => words.number(&column.cell(lump, "")),
            };
        }
        let (place, new) = self.keys.place(&self.key);
        if new {
            let unit = currency.map(|rates| rates.currency().to_owned());
            self.sums.push(Sums::new(lump.kind, unit.or_else(|| lump.unit.clone())));
        }
        self.sums[place].add(sum, turned, currency.is_some());
    }

    /// Whether currencies that are converted fall into one row.
    fn one_unit(&self) -> bool {
        !self.query.by.contains(&Dimension::Unit)
    }

    /// The ends in the report's currency, where one is asked for and a rate is known.
    fn convert(&mut self, lump: &Lump, day: Option<NaiveDate>, sum: &Sum) -> Option<[Decimal; 3]> {
        let rates = self.query.convert.as_ref()?;
        let code = lump.unit.as_deref()?;
        let rate = *self.rates.entry((self.unit, day)).or_insert_with(|| rates.rate(code, day));
        let turned = rate.and_then(|rate| {
            let turn = |minor| whole_units(minor, Some(code)).checked_mul(rate);
            let amount = turn(sum.amount)?;
            let other = |end| if end == sum.amount { Some(amount) } else { turn(end) };
            Some([amount, other(sum.low)?, other(sum.high.unwrap_or(sum.amount))?])
        });
        if turned.is_none() {
            let key = (code.to_owned(), day.is_some());
            *self.unconverted.entry(key).or_default() += sum.figures.len();
        }
        turned
    }

    /// Both books as one.
    pub(super) fn with(mut self, other: Self) -> Self {
        let places = self.keys.take_in(&other.keys);
        for (sums, place) in other.sums.into_iter().zip(places) {
            match self.sums.get_mut(place) {
                Some(mine) => mine.with(sums),
                None => self.sums.push(sums),
            }
        }
        for (key, count) in other.unconverted {
            *self.unconverted.entry(key).or_default() += count;
        }
        self
    }

    /// The rows in the order of their keys; `more` are the further sources of figures.
    pub(super) fn rows(self, more: &HashMap<i64, Vec<i64>>) -> Vec<Row> {
        let mut sums: Vec<Option<Sums>> = self.sums.into_iter().map(Some).collect();
        let taken = self.keys.sorted(&self.by);
        let taken = taken.filter_map(|(key, place)| Some((key, sums.get_mut(place)?.take()?)));
        taken.map(|(key, sums)| sums.row(key, self.query, more)).collect()
    }
}

impl Taker for Book<'_> {
    fn begin(&mut self, lump: &Lump) -> bool {
        let wanted = self.query.filter.lets_lump(lump);
        if wanted {
            self.start_key(lump);
        }
        wanted
    }

    fn take(&mut self, lump: &Lump, day: Option<NaiveDate>, sum: &Sum) {
        if !self.query.filter.lets_figure(lump) || !self.query.filter.lets_day(day) {
            return;
        }
        if self.query.years == YearBasis::Period && lump.per != Some(Per::Year) {
            return self.add(lump, (lump.years, day), sum);
        }
        for (years, sum) in self.query.years.split(lump, day, sum) {
            self.add(lump, (years, day), &sum);
        }
    }
}

/// The number of a word that is only written where it is new.
fn number<T: Eq + std::hash::Hash>(
    known: &mut FxHashMap<T, u32>,
    words: &mut Words,
    what: T,
    word: impl FnOnce() -> String,
) -> u32 {
    *known.entry(what).or_insert_with(|| words.number(&word()))
}
