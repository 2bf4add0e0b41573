//! Every figure with its verdict and its source: what `why` and the exports tell.

use chrono::NaiveDate;

use super::lump::Lump;
use crate::figure::Bound;
use crate::ledger::Links;
use crate::ledger::count::Reason;

/// One figure, in or out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its number.
    pub id: i64,
    /// What reports group and filter by; its sum is what counts, and nothing where it is out.
    pub lump: Lump,
    /// The amount as told, in the smallest unit.
    pub value: Option<i64>,
    /// A range's lower end.
    pub low: Option<i64>,
    /// A range's upper end.
    pub high: Option<i64>,
    /// How sharp it is.
    pub bound: Bound,
    /// What enters totals, or of a request what a report of requests shows; nothing where it is out.
    pub counted: Option<i64>,
    /// Why.
    pub reason: Reason,
    /// Its links.
    pub links: Links,
    /// A running total.
    pub cumulative: bool,
    /// Worked out, not written.
    pub derived: bool,
    /// Who says so.
    pub speaker: Option<String>,
    /// The amount as printed.
    pub wording: Option<String>,
    /// The sentence it stands in.
    pub sentence: Option<String>,
    /// What it is for, in a person's words.
    pub purpose: Option<String>,
    /// First mention: start, end and wording.
    pub mention: Option<(i64, i64, String)>,
    /// Where it comes from.
    pub source: Source,
}

/// A figure's source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Source {
    /// The document's number, where it is in the ledger.
    pub document: Option<i64>,
    /// Its headline.
    pub title: Option<String>,
    /// The outlet.
    pub publisher: Option<String>,
    /// Its address, or the reference that a person gave.
    pub url: Option<String>,
    /// When it was published.
    pub published: Option<NaiveDate>,
}

impl Account {
    /// The record that its verdict speaks of.
    #[must_use]
    pub const fn other(&self) -> Option<i64> {
        match self.reason {
            Reason::Rest | Reason::NoRest | Reason::Inside => self.links.part_of,
            Reason::Equivalent => self.links.equivalent_of,
            Reason::Duplicate | Reason::Repeat => self.links.same_as,
            Reason::Superseded => self.links.superseded_by,
            _ => None,
        }
    }
}
