//! What can be saved of a damaged ledger.
//!
//! Rows that can be read are taken over. A figure whose row is lost is made again from its history,
//! which holds every field that it ever had.

use std::path::Path;

use super::change::changed_counts;
use super::verify::replay;
use super::{Fields, Ledger, LedgerError, Record};
use crate::store::{Citation, Saved, Subject};

impl Ledger {
    /// Fills this new ledger with what can be read of a damaged one, row by row, and returns that with
    /// the number of figures that were made again from their history.
    ///
    /// # Errors
    /// When nothing of it can be read, or this one cannot be written.
    pub fn recover_from(&self, damaged: &Path) -> Result<(Vec<Saved>, usize), LedgerError> {
        let store = self.store();
        let saved = store.recover_from(damaged)?;
        let made = store.loosely(|| {
            let mut made = Vec::new();
            for id in store.lost_figures()? {
                let rows = replay(store.edits_of(Subject::Figure, id)?);
                if let Some((record, citations)) = rows.get(&id).and_then(|row| read(id, row)) {
                    store.restore_figure(&record, &citations)?;
                    made.push(id);
                }
            }
            for record in changed_counts(store.connected(&made)?) {
                store.set_count(&record)?;
            }
            Ok::<_, LedgerError>(made)
        })?;
        Ok((saved, made.len()))
    }
}

/// A figure by its fields, where the history has all that a figure needs.
fn read(id: i64, fields: &Fields) -> Option<(Record, Vec<Citation>)> {
    let mut fields = fields.clone();
    let citations = fields.remove("citations");
    let citations = citations.and_then(|all| serde_json::from_value(all).ok()).unwrap_or_default();
    let record: Record = serde_json::from_value(fields.into()).ok()?;
    Some((Record { id, ..record }, citations))
}
