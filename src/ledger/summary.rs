//! What a batch of figures comes to, by donor and year.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{Ledger, LedgerError, Record};
use crate::figure::{Bound, Category, Kind, Sector, Stage};
use crate::lexicon::Party;

/// What figures must share to be added up.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    /// The donors' key, `DK+NO`.
    pub donor: String,
    /// First and last year.
    pub years: Option<(i32, i32)>,
    /// How far it has come.
    pub stage: Stage,
    /// Money or things.
    pub kind: Kind,
    /// What for.
    pub sector: Sector,
    /// The currency of money.
    pub unit: Option<String>,
    /// The sort of things.
    pub category: Option<Category>,
}

/// A sum with its ends.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sum {
    /// The donors' names, "Denmark + Norway".
    pub donors: String,
    /// In whole units or things.
    pub amount: Decimal,
    /// The least that it can be.
    pub low: Decimal,
    /// The most that it can be, above `open` figures.
    pub high: Decimal,
    /// One of the figures is open upwards ("at least").
    pub open: bool,
    /// One of them is only about right.
    pub about: bool,
    /// The figures in it.
    pub figures: Vec<i64>,
}

/// Totals of what counts, and how many figures do not, by reason.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Summary {
    /// By donor, years ascending.
    pub totals: BTreeMap<Line, Sum>,
    /// The reason's word with the number of figures.
    pub left_out: BTreeMap<String, usize>,
    /// Figures whose years nobody can tell.
    pub undated: usize,
}

impl Ledger {
    /// Adds up what counts among these figures, as it stands now.
    ///
    /// # Errors
    /// When the database fails.
    pub fn summary(&self, figures: &[i64]) -> Result<Summary, LedgerError> {
        let mut summary = Summary::default();
        for some in figures.chunks(1000) {
            for record in self.store().figures_by_id(some)? {
                summary.enter(&record);
            }
        }
        Ok(summary)
    }
}

impl Summary {
    fn enter(&mut self, record: &Record) {
        self.undated += usize::from(record.years.is_none());
        let Some(amount) = record.counted.filter(|_| record.stage != Stage::Request) else {
            *self.left_out.entry(record.verdict.clone()).or_default() += 1;
            return;
        };
        let line = Line {
            donor: record.donor_key(),
            years: record.years,
            stage: record.stage,
            kind: record.kind,
            sector: record.sector,
            unit: record.unit.clone(),
            category: record.category,
        };
        let sum = self.totals.entry(line).or_default();
        let names: Vec<String> = record.donors.iter().map(Party::name).collect();
        sum.donors = names.join(" + ");
        sum.amount += amount;
        sum.low += if record.bound == Bound::AtMost { Decimal::ZERO } else { amount };
        let spread = record.high.zip(record.value).map_or(Decimal::ZERO, |(high, low)| high - low);
        sum.high += amount + spread;
        sum.open |= record.bound == Bound::AtLeast;
        sum.about |= record.bound == Bound::About;
        sum.figures.push(record.id);
    }
}
