//! The ledger as callers hold it.

use std::path::Path;
use std::sync::Arc;

use super::duplicates::{MonthlyMeans, Rates};
use super::{Author, LedgerError, Record, change::Change};
use crate::store::{Saved, Store, StoreError};

/// An open ledger. Its methods are spread over the files of this folder, one a subject.
pub struct Ledger {
    store: Store,
    rates: Arc<dyn Rates>,
    past: bool,
}

impl Ledger {
    /// What currencies are worth, for telling duplicates; shared so that a change can hold it.
    pub(super) fn rates(&self) -> Arc<dyn Rates> {
        Arc::clone(&self.rates)
    }

    /// Tells duplicates across currencies by these rates.
    #[must_use]
    pub fn with_rates(self, rates: Arc<dyn Rates>) -> Self {
        Self { rates, ..self }
    }

    /// Opens the ledger in this file, making it when missing.
    ///
    /// # Errors
    /// When the file is something else, of a newer version, or may not be written.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        Ok(Self {
            store: Store::open(path)?,
            rates: Arc::new(MonthlyMeans::default()),
            past: false,
        })
    }

    /// Opens an existing ledger without changing it.
    ///
    /// # Errors
    /// When there is none in this file, or one of another version.
    pub fn open_to_read(path: &Path) -> Result<Self, StoreError> {
        let rates = Arc::new(MonthlyMeans::default());
        Ok(Self { store: Store::open_to_read(path)?, rates, past: true })
    }

    /// Fills this new ledger with what can be read of a damaged one, row by row.
    ///
    /// # Errors
    /// When nothing of it can be read, or this one cannot be written.
    pub fn recover_from(&self, damaged: &Path) -> Result<Vec<Saved>, StoreError> {
        self.store.recover_from(damaged)
    }

    /// A ledger in memory, for trying things out.
    ///
    /// # Errors
    /// When memory runs out.
    pub fn in_memory() -> Result<Self, StoreError> {
        Ok(Self {
            store: Store::in_memory()?,
            rates: Arc::new(MonthlyMeans::default()),
            past: false,
        })
    }

    /// The same, to be read only.
    pub(super) fn into_past(self) -> Self {
        Self { past: true, ..self }
    }

    /// The database, for reading.
    pub const fn store(&self) -> &Store {
        &self.store
    }

    /// A figure by its number.
    ///
    /// # Errors
    /// When there is none.
    pub fn figure(&self, id: i64) -> Result<Record, LedgerError> {
        self.store.figure(id)?.ok_or(LedgerError::NoFigure(id))
    }

    /// Makes a change in one transaction: all of it is kept with its rows of history, or nothing.
    pub(super) fn change<T>(
        &mut self,
        author: &Author,
        action: &str,
        work: impl FnOnce(&mut Change<'_>) -> Result<T, LedgerError>,
    ) -> Result<T, LedgerError> {
        if self.past {
            return Err(LedgerError::Past);
        }
        self.store.write(|store| {
            let mut change = Change::new(store, author, action);
            let done = work(&mut change)?;
            change.close()?;
            Ok(done)
        })
    }
}
