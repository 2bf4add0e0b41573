//! A figure as the ledger keeps it: the fields of the guide, its standing and its links.
//!
//! The serialised form of a record is its facts alone, as they stand in the history; its number,
//! its links and what counts are kept beside it.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::terms::{Origin, Status};
use crate::figure::{Bound, Category, Confidence, Kind, Per, Sector, Stage};
use crate::lexicon::Party;

/// The sure links of a record: the ids of other records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Links {
    /// The whole that this one is a share of.
    pub part_of: Option<i64>,
    /// The figure that this one restates in another unit.
    pub equivalent_of: Option<i64>,
    /// The figure, in this or another document, that tells of the same commitment and counts for both.
    pub same_as: Option<i64>,
    /// The later figure that stands in this one's place.
    pub superseded_by: Option<i64>,
}

/// One figure of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Its number in the ledger.
    #[serde(skip)]
    pub id: i64,
    /// The number of the document it stands in; nothing where a person logged it without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<i64>,
    /// Its id within the document: `f1`, `f2`, …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub local: Option<String>,
    /// Where it came from.
    pub origin: Origin,
    /// Money or things.
    pub kind: Kind,
    /// In whole units or things; a range's lower end; nothing for a commitment without a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Decimal>,
    /// A range's lower end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<Decimal>,
    /// A range's upper end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<Decimal>,
    /// How sharp the number is.
    pub bound: Bound,
    /// ISO 4217 code of money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The thing counted, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// The sort of thing counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<Category>,
    /// Who pays, gives or makes; several act jointly; none where the text does not say.
    pub donors: Vec<Party>,
    /// Who gets it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipient: Option<Party>,
    /// How far it has come.
    pub stage: Stage,
    /// First and last calendar year; nothing where nobody can tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub years: Option<(i32, i32)>,
    /// A running total of earlier acts.
    #[serde(default, skip_serializing_if = "is_false")]
    pub cumulative: bool,
    /// What it is for.
    pub sector: Sector,
    /// Who says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    /// What a rate is per.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per: Option<Per>,
    /// Worked out ("the rest"), not written.
    #[serde(default, skip_serializing_if = "is_false")]
    pub derived: bool,
    /// How sure the reading is.
    pub confidence: Confidence,
    /// The day it was announced; else that of its document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub announced: Option<NaiveDate>,
    /// What people have said of it.
    pub status: Status,
    /// The amount as printed: "a record $35 billion".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wording: Option<String>,
    /// The sentence it stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sentence: Option<String>,
    /// What it is for, in a person's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// A source that is not in the ledger: a URL, a report and its page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Its sure links.
    #[serde(skip)]
    pub links: Links,
    /// What of it enters totals, in whole units or things.
    #[serde(skip)]
    pub counted: Option<Decimal>,
    /// Why it counts or not: a reason code of the counting rules.
    #[serde(skip)]
    pub verdict: String,
}

impl Record {
    /// The donors as one key: `DK+NO`, in the order of the codes, so that joint donors meet
    /// whatever order a text names them in.
    #[must_use]
    pub fn donor_key(&self) -> String {
        let mut codes: Vec<&str> = self.donors.iter().map(Party::code).collect();
        codes.sort_unstable();
        codes.join("+")
    }
}

#[allow(clippy::trivially_copy_pass_by_ref)]
const fn is_false(flag: &bool) -> bool {
    !*flag
}
