//! What counts towards a total, and why: section 4 of the design as a pure function.
//!
//! The same money is told of many times: as a whole and its share, as a sum and its conversion, in
//! ten articles, as a plan and as a delivery. [`count`] takes every record with its links and says
//! of each what enters the totals. Of the record "Ukraine plans to spend $35 billion on arms
//! production, of which $17 billion will be financed by the government; the rest may be supported
//! by allies" it makes
//!
//! | record | stage | verdict | enters |
//! |---|---|---|---|
//! | 35 billion, Ukraine | target | counted through its parts | 0 |
//! | 17 billion, Ukraine | pledge | counted | 17 billion |
//! | 18 billion, allies, derived | target | what the other parts leave | 18 billion |
//!
//! Each record counts in its own stage; nothing here adds one stage to another. The result depends
//! on the records alone, never on their order.

mod links;
mod reason;
#[cfg(test)]
mod tests;
mod wholes;

use rust_decimal::Decimal;

pub use self::reason::{Reason, Warning};
use super::{Record, Status};
use crate::figure::{Kind, Per, Stage};

/// A record as far as counting needs it. Links name other entries by `id`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The record's number, unique among the entries.
    pub id: i64,
    /// The document it stands in; nothing for records by hand or from a table.
    pub document: Option<i64>,
    /// Money or things.
    pub kind: Kind,
    /// The currency of money; nothing for things.
    pub unit: Option<String>,
    /// In any unit, as long as all entries of one currency use the same; nothing where a table gives none.
    pub value: Option<Decimal>,
    /// How far it has come.
    pub stage: Stage,
    /// A person or a rule threw it out.
    pub rejected: bool,
    /// A running total of earlier acts.
    pub cumulative: bool,
    /// The rest of a whole, worked out.
    pub derived: bool,
    /// What a rate is per.
    pub per: Option<Per>,
    /// The whole that this is a share of.
    pub part_of: Option<i64>,
    /// The figure that this restates in another currency or unit.
    pub equivalent_of: Option<i64>,
    /// The record that tells of the same commitment and stands for both.
    pub same_as: Option<i64>,
    /// The later record that raises, lowers or withdraws this one.
    pub superseded_by: Option<i64>,
}

impl From<&Record> for Entry {
    fn from(record: &Record) -> Self {
        Self {
            id: record.id,
            document: record.document,
            kind: record.kind,
            unit: record.unit.clone(),
            value: record.value,
            stage: record.stage,
            rejected: record.status == Status::Rejected,
            cumulative: record.cumulative,
            derived: record.derived,
            per: record.per,
            part_of: record.links.part_of,
            equivalent_of: record.links.equivalent_of,
            same_as: record.links.same_as,
            superseded_by: record.links.superseded_by,
        }
    }
}

/// What became of one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The entry's id.
    pub id: i64,
    /// Whether it enters totals.
    pub counts: bool,
    /// What enters them, in the entry's own unit and per what its rate is per. For a request, what
    /// a report of requests shows; zero for whatever else does not count.
    pub amount: Decimal,
    /// Why.
    pub reason: Reason,
    /// The record that the reason speaks of: the whole, the original, the successor.
    pub other: Option<i64>,
}

/// The verdicts in the order of the entries, and what looked wrong on the way.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// One per entry.
    pub verdicts: Vec<Verdict>,
    /// By record.
    pub warnings: Vec<Warning>,
}

/// Says of each entry whether and with how much it counts.
///
/// The entries must be closed under their links: a link to an id that is not among them is left
/// aside with a warning.
#[must_use]
pub fn count(entries: &[Entry]) -> Tally {
    let links = links::resolve(entries);
    wholes::weigh(entries, &links)
}
