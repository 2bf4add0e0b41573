//! Figures near to each other: what a new one could be the same as.

use chrono::NaiveDate;
use rusqlite::params;

use super::figures::bucket;
use super::{Store, StoreError};
use crate::figure::Kind;
use crate::ledger::Record;

/// What figures of one commitment share.
#[derive(Debug, Clone, Copy)]
pub struct Block<'a> {
    /// The donors' key.
    pub donor: &'a str,
    /// Money or things.
    pub kind: Kind,
    /// The currency.
    pub unit: Option<&'a str>,
    /// The amount in minor units; figures of its order of size are in the block.
    pub minor: i64,
    /// First and last day of announcement; figures without a day are always in.
    pub days: Option<(NaiveDate, NaiveDate)>,
}

/// At most so many are looked at, the latest: of a much told story any few will do.
const MOST: i64 = 40;

impl Store {
    /// The figures of a block, the latest first. Each look goes through the index alone, whatever the
    /// size of the ledger.
    ///
    /// # Errors
    /// When the database fails.
    pub fn block(&self, block: &Block<'_>) -> Result<Vec<Record>, StoreError> {
        let (first, last) = match block.days {
            Some((first, last)) => (first.to_string(), last.to_string()),
            None => ("0000".to_owned(), "9999".to_owned()),
        };
        let middle = bucket(block.minor);
        let (donor, kind) = (block.donor, block.kind.as_str());
        let values =
            params![donor, kind, middle - 1, middle, middle + 1, first, last, block.unit, MOST];
        self.figures_where(
            "WHERE f.id IN (
                SELECT id FROM (
                    SELECT id FROM figures WHERE donor = ?1 AND kind = ?2 AND bucket IN (?3, ?4, ?5)
                    AND (announced BETWEEN ?6 AND ?7) AND unit IS ?8
                    UNION ALL
                    SELECT id FROM figures WHERE donor = ?1 AND kind = ?2 AND bucket IN (?3, ?4, ?5)
                    AND announced IS NULL AND unit IS ?8
                ) ORDER BY id DESC LIMIT ?9
             )",
            values,
        )
    }
}
