//! The way of one commitment through the stages: promised, then signed, then delivered.
//!
//! The stages of one sum are figures of their own, which are never added to each other. They are
//! found by what they share, not linked: a chain says how far the money has come, and changes no
//! total.

use chrono::Days;
use rust_decimal::Decimal;

use super::amount::to_minor;
use super::duplicates::{agreement, around};
use super::{Ledger, LedgerError, Record, Status};
use crate::figure::Stage;
use crate::store::Block;

/// Days that a promise may take until it is delivered.
const LONGEST: u64 = 1100;

impl Ledger {
    /// The figures that tell of the same commitment at other stages, in the order of the stages; nothing
    /// where there are none.
    ///
    /// # Errors
    /// When the database fails.
    pub fn progress(&self, record: &Record) -> Result<Vec<Record>, LedgerError> {
        let (Some(value), Some(day)) = (record.value, record.announced) else {
            return Ok(Vec::new());
        };
        let minor = |amount: Decimal| to_minor(amount.round(), record.unit.as_deref());
        let (least, most) = around(value);
        let (Ok(least), Ok(most)) = (minor(least), minor(most)) else { return Ok(Vec::new()) };
        let others: Vec<Stage> =
            Stage::ALL.iter().copied().filter(|stage| *stage != record.stage).collect();
        let from = day.checked_sub_days(Days::new(LONGEST)).unwrap_or(day);
        let until = day.checked_add_days(Days::new(LONGEST)).unwrap_or(day);
        let donors = self.store().donor_keys(&record.donors)?;
        let block = Block {
            donors: Some(&donors),
            kind: record.kind,
            unit: record.unit.as_deref(),
            stages: &others,
            amounts: (least, most),
            days: Some((from, until)),
            undated: false,
        };
        let mut chain = self.store().block(&block)?;
        chain.retain(|other| one_way(record, other));
        if chain.is_empty() {
            return Ok(chain);
        }
        chain.push(record.clone());
        chain.sort_by_key(|r| (r.stage, r.announced, r.id));
        Ok(chain)
    }
}

fn one_way(record: &Record, other: &Record) -> bool {
    let open =
        |r: &Record| r.status != Status::Rejected && !r.cumulative && r.links.same_as.is_none();
    // A later stage is announced later.
    let in_order = match (record.announced, other.announced) {
        (Some(a), Some(b)) => (record.stage < other.stage) == (a <= b) || a == b,
        _ => false,
    };
    other.id != record.id
        && other.stage != record.stage
        && open(other)
        && in_order
        && !record.donors.is_empty()
        && record.recipient == other.recipient
        && record.sector == other.sector
        && record.category == other.category
        && agreement(record, other).is_some()
}
