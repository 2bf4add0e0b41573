//! What counts, kept beside each figure.

use rusqlite::params;

use super::{Store, StoreError};
use crate::ledger::Record;
use crate::ledger::amount::to_minor;
use crate::ledger::count::Reason;

impl Store {
    /// Figures of which a migration says that what counts of them is to be worked out anew.
    ///
    /// # Errors
    /// When the database fails.
    pub fn uncounted(&self) -> Result<Vec<i64>, StoreError> {
        self.of_verdict("")
    }

    /// The wholes that count through parts which exceed them.
    ///
    /// # Errors
    /// When the database fails.
    pub fn exceeded(&self) -> Result<Vec<i64>, StoreError> {
        self.of_verdict(Reason::Exceeded.as_str())
    }

    fn of_verdict(&self, verdict: &str) -> Result<Vec<i64>, StoreError> {
        // What counts simply is not in the index.
        let sql = "SELECT id FROM figures WHERE verdict = ?1 AND verdict <> 'counted' ORDER BY id";
        let mut find = self.connection.prepare_cached(sql)?;
        Ok(find.query_map([verdict], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// The figures that sure links connect with these, and these themselves, by number.
    ///
    /// # Errors
    /// When the database fails.
    pub fn connected(&self, ids: &[i64]) -> Result<Vec<Record>, StoreError> {
        let seeds = serde_json::to_string(ids).unwrap_or_default();
        self.figures_where(
            "WHERE f.id IN (
                WITH RECURSIVE reached (id) AS (
                    SELECT value FROM json_each(?1)
                    UNION
                    SELECT CASE WHEN l.figure = r.id THEN l.target ELSE l.figure END
                    FROM reached AS r JOIN links AS l ON l.figure = r.id OR l.target = r.id
                    WHERE l.state = 'sure'
                ) SELECT id FROM reached
             ) ORDER BY f.id",
            [seeds],
        )
    }

    /// Keeps what the counting rules say of a figure.
    ///
    /// # Errors
    /// When the amount does not fit, or the database fails.
    pub fn set_count(&self, record: &Record) -> Result<(), StoreError> {
        let unit = record.unit.as_deref();
        let counted = record.counted.map(|amount| to_minor(amount, unit)).transpose()?;
        self.connection
            .prepare_cached("UPDATE figures SET counted = ?2, verdict = ?3 WHERE id = ?1")?
            .execute(params![record.id, counted, record.verdict])?;
        Ok(())
    }
}
