//! What waits for review, doubtful first.

use rusqlite::OptionalExtension;
use rusqlite::types::Value;

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
        let (condition, values) = filter.condition();
        let open = "f.status = 'extracted' AND f.verdict NOT IN ('duplicate', 'repeat')";
        // CROSS JOIN: from the few likely links to their figures, never the other way round.
        let twins = format!(
            "SELECT f.id FROM links AS l CROSS JOIN figures AS f ON f.id = l.figure
             WHERE l.state = 'likely' AND l.figure > ? AND {open} AND {condition}
             ORDER BY l.figure LIMIT 1"
        );
        let first = std::iter::once(Value::from(from.twin));
        let mut find = self.connection.prepare_cached(&twins)?;
        let all = first.chain(values.iter().cloned());
        let twin = find.query_row(rusqlite::params_from_iter(all), |row| row.get(0)).optional()?;
        if let Some(id) = twin {
            return Ok(Some((id, Place { twin: id, ..from })));
        }
        let others = format!(
            "SELECT f.confidence, f.id FROM figures AS f
             WHERE {open} AND (f.confidence, f.id) > (?, ?) AND {condition}
             ORDER BY f.confidence, f.id LIMIT 1"
        );
        let first = [Value::from(from.other.0), Value::from(from.other.1)];
        let mut find = self.connection.prepare_cached(&others)?;
        let all = rusqlite::params_from_iter(first.into_iter().chain(values));
        let next = find.query_row(all, |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        Ok(next.map(|(confidence, id)| (id, Place { other: (confidence, id), twin: i64::MAX })))
    }

    /// How many figures nobody has looked at.
    ///
    /// # Errors
    /// When the database fails.
    pub fn open_reviews(&self, filter: &Filter) -> Result<u64, StoreError> {
        let (condition, values) = filter.condition();
        let sql = format!(
            "SELECT count(*) FROM figures AS f
             WHERE f.status = 'extracted' AND f.verdict NOT IN ('duplicate', 'repeat') AND {condition}"
        );
        let mut count = self.connection.prepare_cached(&sql)?;
        let open: i64 = count.query_row(rusqlite::params_from_iter(values), |row| row.get(0))?;
        Ok(open.unsigned_abs())
    }
}
