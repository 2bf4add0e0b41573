//! What people say of single figures: right, wrong, or right with another value.

use super::reading::fields;
use super::{Author, Ledger, LedgerError, Record, Status};

impl Ledger {
    /// Confirms figures.
    ///
    /// # Errors
    /// When one of them is not there; then none is confirmed.
    pub fn confirm(&mut self, ids: &[i64], author: &Author) -> Result<(), LedgerError> {
        self.set_status(ids, Status::Confirmed, "confirm", author)
    }

    /// Takes figures out of the totals, with the author's reason.
    ///
    /// # Errors
    /// When one of them is not there; then none is rejected.
    pub fn reject(&mut self, ids: &[i64], author: &Author) -> Result<(), LedgerError> {
        self.set_status(ids, Status::Rejected, "reject", author)
    }

    fn set_status(
        &mut self,
        ids: &[i64],
        status: Status,
        action: &str,
        author: &Author,
    ) -> Result<(), LedgerError> {
        self.change(author, action, |change| {
            for &id in ids {
                let before = change.figure(id)?;
                change.set_figure(&before, &Record { status, ..before.clone() })?;
            }
            Ok(())
        })
    }

    /// Sets fields of a figure from text, and returns it as it is now.
    ///
    /// # Errors
    /// When there is no such figure or field, or a value does not go into its field.
    pub fn amend(
        &mut self,
        id: i64,
        values: &[(String, String)],
        author: &Author,
    ) -> Result<Record, LedgerError> {
        self.change(author, "amend", |change| {
            let before = change.figure(id)?;
            let mut after = before.clone();
            for (field, text) in values {
                fields::set(&mut after, field, text)?;
            }
            fields::check(&after)?;
            change.set_figure(&before, &after)?;
            Ok(())
        })?;
        self.figure(id)
    }
}
