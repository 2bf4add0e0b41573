//! Figures near to each other: what a new one could be the same as.

use chrono::NaiveDate;
use rusqlite::params;

use super::figures::bucket;
use super::{Store, StoreError};
use crate::figure::{Kind, Stage};
use crate::ledger::Record;

/// What figures of one commitment share.
#[derive(Debug, Clone, Copy)]
pub struct Block<'a> {
    /// The donors' key, one of these; nothing for whomever.
    pub donors: Option<&'a [String]>,
    /// Money or things.
    pub kind: Kind,
    /// The currency.
    pub unit: Option<&'a str>,
    /// How far it has come: one of these.
    pub stages: &'a [Stage],
    /// The least and the most that the amount can be, in minor units; of a range its upper end.
    pub amounts: (i64, i64),
    /// First and last day of announcement; nothing for any.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// Figures without a day are in too.
    pub undated: bool,
}

/// At most so many are looked at, the latest: of a much told story any few will do.
const MOST: i64 = 40;

/// All of it stands in the index `figures_blocks`, or for whatever donor in `figures_amounts`.
fn sql(donors: bool) -> String {
    let donor = if donors { "donor IN donors" } else { "?1 IS NULL" };
    let block = format!(
        "SELECT id FROM figures
         WHERE {donor} AND kind = ?2 AND unit IS ?3 AND bucket IN buckets AND stage IN stages
         AND ifnull(high, value) BETWEEN ?8 AND ?9"
    );
    format!(
        "WHERE f.id IN (
            WITH
                donors AS (SELECT value FROM json_each(?1)),
                stages AS (SELECT value FROM json_each(?4)),
                buckets AS (SELECT value FROM json_each(?5))
            SELECT id FROM (
                {block} AND announced BETWEEN ?6 AND ?7
                UNION ALL
                {block} AND announced IS NULL AND ?10
            ) ORDER BY id DESC LIMIT ?11
         )"
    )
}

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
        let (low, high) = block.amounts;
        let buckets: Vec<i64> = (bucket(low)..=bucket(high)).collect();
        let json = |list| serde_json::to_string(&list).unwrap_or_default();
        let (stages, buckets) = (serde_json::to_string(block.stages), json(buckets));
        let donors = block.donors.map(serde_json::to_string).transpose();
        self.figures_where(
            &sql(block.donors.is_some()),
            params![
                donors.unwrap_or_default(),
                block.kind.as_str(),
                block.unit,
                stages.unwrap_or_default(),
                buckets,
                first,
                last,
                low,
                high,
                block.undated,
                MOST
            ],
        )
    }
}

#[cfg(test)]
mod tests {
    use super::sql;
    use crate::store::Store;

    #[test]
    fn a_block_is_found_in_an_index_alone() {
        let store = Store::in_memory().unwrap();
        for (donor, index) in [(true, "figures_blocks"), (false, "figures_amounts")] {
            let explain = format!("EXPLAIN QUERY PLAN SELECT id FROM figures AS f {}", sql(donor));
            let mut plan = store.connection.prepare(&explain).unwrap();
            let rows = plan.query_map(["[]"; 11], |row| row.get::<_, String>(3)).unwrap();
            let steps = rows.collect::<Result<Vec<_>, _>>().unwrap().join("\n");
            let seek = format!("SEARCH figures USING COVERING INDEX {index}");
            assert_eq!(steps.matches(&seek).count(), 2, "{steps}");
            let by = "unit=? AND ";
            assert!(steps.contains(by) && steps.contains("announced>? AND announced<?"), "{steps}");
            assert!(!steps.contains("SCAN f"), "{steps}");
        }
    }
}
