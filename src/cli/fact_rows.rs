//! The columns that a figure has in a document and in the ledger alike, by name.

use rust_decimal::Decimal;

use super::output::Column;
use crate::figure::{Bound, Category, Confidence, Figure, Kind, Per, Sector, Stage};
use crate::ledger::Record;
use crate::lexicon::Party;

/// A column of words.
pub const fn text(name: &'static str) -> Column {
    Column { name, number: false }
}

/// A column of numbers.
pub const fn number(name: &'static str) -> Column {
    Column { name, number: true }
}

/// What is told of a commitment, wherever it stands.
pub struct Facts<'a> {
    kind: Kind,
    value: Option<Decimal>,
    low: Option<Decimal>,
    high: Option<Decimal>,
    bound: Bound,
    unit: Option<&'a String>,
    item: Option<&'a String>,
    category: Option<Category>,
    recipient: Option<&'a Party>,
    stage: Stage,
    years: Option<(i32, i32)>,
    cumulative: bool,
    sector: Sector,
    speaker: Option<&'a String>,
    derived: bool,
    per: Option<Per>,
    confidence: Confidence,
    sentence: Option<&'a String>,
}

/// Both sorts of figure have these fields under the same names.
macro_rules! facts {
    ($of:expr, $value:expr, $sentence:expr) => {
        Self {
            kind: $of.kind,
            value: $value,
            low: $of.low,
            high: $of.high,
            bound: $of.bound,
            unit: $of.unit.as_ref(),
            item: $of.item.as_ref(),
            category: $of.category,
            recipient: $of.recipient.as_ref(),
            stage: $of.stage,
            years: $of.years,
            cumulative: $of.cumulative,
            sector: $of.sector,
            speaker: $of.speaker.as_ref(),
            derived: $of.derived,
            per: $of.per,
            confidence: $of.confidence,
            sentence: $sentence,
        }
    };
}

impl<'a> From<&'a Figure> for Facts<'a> {
    fn from(figure: &'a Figure) -> Self {
        facts!(figure, Some(figure.value), Some(&figure.sentence))
    }
}

impl<'a> From<&'a Record> for Facts<'a> {
    fn from(record: &'a Record) -> Self {
        facts!(record, record.value, record.sentence.as_ref())
    }
}

impl Facts<'_> {
    /// The cell of this column; nothing where the column is none of these.
    fn cell(&self, column: &str) -> Option<String> {
        Some(match column {
            "kind" => self.kind.to_string(),
            "value" => optional(self.value),
            "low" => optional(self.low),
            "high" => optional(self.high),
            "bound" => self.bound.to_string(),
            "unit" => optional(self.unit),
            "item" => optional(self.item),
            "category" => optional(self.category),
            "recipient" => optional(self.recipient),
            "stage" => self.stage.to_string(),
            "first_year" => optional(self.years.map(|years| years.0)),
            "last_year" => optional(self.years.map(|years| years.1)),
            "cumulative" => self.cumulative.to_string(),
            "sector" => self.sector.to_string(),
            "speaker" => optional(self.speaker),
            "derived" => self.derived.to_string(),
            "per" => optional(self.per),
            "confidence" => self.confidence.to_string(),
            "sentence" => optional(self.sentence),
            _ => return None,
        })
    }

    /// A row of these columns; `own` fills those that only one sort of figure has.
    pub fn row(&self, columns: &[Column], own: impl Fn(&str) -> String) -> Vec<String> {
        columns.iter().map(|c| self.cell(c.name).unwrap_or_else(|| own(c.name))).collect()
    }
}

/// A value that may be missing.
pub fn optional<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// "2025", "2025–2027", "unknown".
#[must_use]
pub fn years(years: Option<(i32, i32)>) -> String {
    match years {
        None => "unknown".to_owned(),
        Some((first, last)) if first == last => first.to_string(),
        Some((first, last)) => format!("{first}–{last}"),
    }
}
