//! Records of other trackers' tables, by the key that the table knows them under.

use super::{Store, StoreError};
use crate::ledger::Record;

impl Store {
    /// The record that was imported under this key.
    ///
    /// # Errors
    /// When the database fails.
    pub fn imported(&self, key: &str) -> Result<Option<Record>, StoreError> {
        let tail = "WHERE f.document IS NULL AND f.local = ?1";
        Ok(self.figures_where(tail, [key])?.pop())
    }
}
