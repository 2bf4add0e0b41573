//! What counts, kept beside each figure.

use rusqlite::params;

use super::{Store, StoreError};
use crate::ledger::Record;
use crate::ledger::amount::to_minor;

impl Store {
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
