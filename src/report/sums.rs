//! A row on its way.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::totals::{Query, Row, rounded, whole_units};
use crate::figure::Kind;
use crate::store::reports::Sum;

/// What is added up for a row.
pub(super) struct Sums {
    kind: Kind,
    unit: Option<String>,
    /// Amount, least and most in the smallest part of the unit.
    minor: [i128; 3],
    /// The same of what was converted on its way, in whole units.
    turned: [Decimal; 3],
    open: bool,
    about: bool,
    converted: Option<Decimal>,
    figures: Vec<i64>,
    sources: Vec<i64>,
}

impl Sums {
    pub(super) const fn new(kind: Kind, unit: Option<String>) -> Self {
        Self {
            kind,
            unit,
            minor: [0; 3],
            turned: [Decimal::ZERO; 3],
            open: false,
            about: false,
            converted: Some(Decimal::ZERO),
            figures: Vec::new(),
            sources: Vec::new(),
        }
    }

    /// Adds a sum; `turned` are its ends in another currency, which the row itself is in where
    /// `instead` says so.
    pub(super) fn add(&mut self, sum: &Sum, turned: Option<[Decimal; 3]>, instead: bool) {
        match turned.filter(|_| instead) {
            Some(ends) => add_turned(&mut self.turned, ends),
            None => add_minor(&mut self.minor, [sum.amount, sum.low, sum.high.unwrap_or(0)]),
        }
        self.open |= sum.high.is_none();
        self.about |= sum.about;
        let amount = turned.map(|[amount, ..]| amount);
        self.converted = self.converted.zip(amount).map(|(a, b)| a.saturating_add(b));
        self.figures.extend_from_slice(&sum.figures);
        self.sources.extend_from_slice(&sum.sources);
    }

    /// Adds another reader's share of the same row.
    pub(super) fn with(&mut self, other: Self) {
        add_turned(&mut self.turned, other.turned);
        add_minor(&mut self.minor, other.minor);
        self.open |= other.open;
        self.about |= other.about;
        self.converted = self.converted.zip(other.converted).map(|(a, b)| a.saturating_add(b));
        self.figures.extend(other.figures);
        self.sources.extend(other.sources);
    }

    pub(super) fn row(
        mut self,
        key: Vec<String>,
        query: &Query,
        more: &HashMap<i64, Vec<i64>>,
    ) -> Row {
        if !more.is_empty() {
            self.sources.extend(self.figures.iter().filter_map(|id| more.get(id)).flatten());
        }
        for ids in [&mut self.figures, &mut self.sources] {
            ids.sort_unstable();
            ids.dedup();
        }
        let unit = self.unit.as_deref();
        let whole = |nth: usize| {
            let told = whole_units(self.minor[nth], unit);
            rounded(told.saturating_add(self.turned[nth]), unit)
        };
        let currency = query.convert.as_ref().map(|c| c.currency());
        let in_currency = |sum| currency.map(|code| rounded(sum, Some(code)));
        Row {
            key,
            kind: self.kind,
            amount: whole(0),
            low: whole(1),
            high: (!self.open).then(|| whole(2)),
            about: self.about,
            converted: self.converted.filter(|_| unit.is_some()).and_then(in_currency),
            unit: self.unit,
            figures: self.figures,
            sources: self.sources.len(),
        }
    }
}

fn add_minor(totals: &mut [i128; 3], ends: [i128; 3]) {
    for (total, end) in totals.iter_mut().zip(ends) {
        *total = total.saturating_add(end);
    }
}

fn add_turned(totals: &mut [Decimal; 3], ends: [Decimal; 3]) {
    for (total, end) in totals.iter_mut().zip(ends) {
        *total = total.saturating_add(end);
    }
}
