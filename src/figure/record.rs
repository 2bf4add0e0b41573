//! A figure as it leaves the extraction: the fields of `gold/GUIDE.md` and section 6 of the design.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::confidence::Confidence;
use super::terms::{Bound, Category, Kind, Per, Sector, Stage};
use crate::lexicon::Party;

/// One place of a document where a figure stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentionSpan {
    /// First character, counted in Unicode characters from 0.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// The wording between the two.
    pub quote: String,
}

/// One sum of money or number of things in a document, with what the text says of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// The document's id.
    pub document: String,
    /// The figure's id within its document: `f1`, `f2`, … in the order of the text.
    pub id: String,
    /// Money or things.
    pub kind: Kind,
    /// In whole units of the currency or things; for a range, its lower end.
    pub value: Decimal,
    /// A range's lower end.
    #[serde(default)]
    pub low: Option<Decimal>,
    /// A range's upper end.
    #[serde(default)]
    pub high: Option<Decimal>,
    /// How sharp the number is.
    pub bound: Bound,
    /// ISO 4217 code of money; nothing for things.
    pub unit: Option<String>,
    /// The thing counted, as written.
    pub item: Option<String>,
    /// The sort of thing counted.
    pub category: Option<Category>,
    /// Who pays, gives or makes; several act jointly.
    pub donors: Vec<Party>,
    /// Who gets it.
    pub recipient: Option<Party>,
    /// How far it has come.
    pub stage: Stage,
    /// First and last calendar year; nothing where the document has no date and the text no year.
    pub years: Option<(i32, i32)>,
    /// A running total of earlier acts.
    pub cumulative: bool,
    /// What it is for.
    pub sector: Sector,
    /// Who says so, in the fullest form of the name.
    pub speaker: Option<String>,
    /// The figure that this one is a share of.
    pub part_of: Option<String>,
    /// The figure that this one restates in another unit.
    pub equivalent_of: Option<String>,
    /// Worked out ("the rest"), not written.
    #[serde(default)]
    pub derived: bool,
    /// What a rate is per.
    #[serde(default)]
    pub per: Option<Per>,
    /// How sure the reading is.
    pub confidence: Confidence,
    /// Every place where it stands, in the order of the text; a derived figure cites the words it was made of.
    pub mentions: Vec<MentionSpan>,
    /// The sentence of the first mention in the body, else of the first mention.
    pub sentence: String,
}
