//! What waits for review, doubtful first.

use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row};

use super::filter::Condition;
use super::{Filter, Store, StoreError};

/// How far a review has come: past the figures with likely twins up to one, then past the others
/// up to a confidence and a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    /// The last figure with a likely twin that was shown.
    pub twin: i64,
    /// Confidence in hundredths and number of the last other one.
    pub other: (i64, i64),
}

/// Of a value with fewer figures than this all are looked at; the order of review would lead past
/// too many others.
const RARE: i64 = 50_000;

/// Nobody has looked at it, and no other figure stands for it.
const OPEN: &str = "f.status = 'extracted' AND f.verdict NOT IN ('duplicate', 'repeat')";

/// The same, for few figures: off the index of the order of review.
const OPEN_OF_FEW: &str = "+f.status = 'extracted' AND f.verdict NOT IN ('duplicate', 'repeat')";

impl Store {
    /// The next figure that nobody has looked at: first those with a likely twin, then the least
    /// sure. Figures that another one stands for are left out. With it the place to go on from.
    ///
    /// # Errors
    /// When the database fails.
    pub fn next_for_review(
        &self,
        filter: &Filter,
        from: Place,
    ) -> Result<Option<(i64, Place)>, StoreError> {
        // CROSS JOIN: from the few likely links to their figures, never the other way round.
        let Condition { sql, values, .. } = self.condition(filter, 0)?;
        let twins = format!(
            "SELECT f.id FROM links AS l CROSS JOIN figures AS f ON f.id = l.figure
             WHERE l.state = 'likely' AND l.figure > ? AND {OPEN} AND {}
             ORDER BY l.figure LIMIT 1",
            sql.join(" AND ")
        );
        let first = std::iter::once(Value::from(from.twin));
        let mut find = self.connection.prepare_cached(&twins)?;
        let all = rusqlite::params_from_iter(first.chain(values));
        if let Some(id) = find.query_row(all, |row| row.get(0)).optional()? {
            return Ok(Some((id, Place { twin: id, ..from })));
        }
        let Condition { sql, mut values, few } = self.condition(filter, RARE)?;
        let open = if few { OPEN_OF_FEW } else { OPEN };
        let others = format!(
            "SELECT f.confidence, f.id FROM figures AS f
             WHERE {} AND {open} AND (f.confidence, f.id) > (?, ?)
             ORDER BY f.confidence, f.id LIMIT 1",
            sql.join(" AND ")
        );
        values.extend([Value::from(from.other.0), Value::from(from.other.1)]);
        let mut find = self.connection.prepare_cached(&others)?;
        let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
        let next = find.query_row(rusqlite::params_from_iter(values), read).optional()?;
        Ok(next.map(|(confidence, id)| (id, Place { other: (confidence, id), twin: i64::MAX })))
    }

    /// How many figures nobody has looked at, counted up to a bound.
    ///
    /// # Errors
    /// When the database fails.
    pub fn open_reviews(&self, filter: &Filter, most: u64) -> Result<u64, StoreError> {
        let Condition { sql, values, few } = self.condition(filter, RARE)?;
        let open = if few { OPEN_OF_FEW } else { OPEN };
        let sql = format!(
            "SELECT count(*) FROM (SELECT 1 FROM figures AS f WHERE {} AND {open} LIMIT {most})",
            sql.join(" AND ")
        );
        let mut count = self.connection.prepare_cached(&sql)?;
        let open: i64 = count.query_row(rusqlite::params_from_iter(values), |row| row.get(0))?;
        Ok(open.unsigned_abs())
    }
}
