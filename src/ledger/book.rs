//! The ledger as callers hold it.

use std::path::Path;
use std::sync::Arc;

use super::change::{Change, changed_counts};
use super::duplicates::{MonthlyMeans, Rates};
use super::{Author, LedgerError, Record};
use crate::store::{Store, StoreError};

/// Figures that are worked out together.
const TOGETHER: usize = 2000;

/// Works out what counts of figures for which a migration asks it.
fn count_anew(store: &mut Store) -> Result<(), StoreError> {
    let all = store.uncounted()?;
    if all.is_empty() {
        return Ok(());
    }
    store.write(|store| {
        for some in all.chunks(TOGETHER) {
            for record in changed_counts(store.connected(some)?) {
                store.set_count(&record)?;
            }
        }
        Ok(())
    })
}

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
        let mut store = Store::open(path)?;
        // A damaged file is still opened, so that it can be looked at.
        if let Err(error) = count_anew(&mut store)
            && !matches!(error, StoreError::Damaged(_))
        {
            return Err(error);
        }
        let rates = Arc::new(MonthlyMeans::default());
        Ok(Self { store, rates, past: false })
    }

    /// Opens an existing ledger without changing it.
    ///
    /// # Errors
    /// When there is none in this file, or one of another version.
    pub fn open_to_read(path: &Path) -> Result<Self, StoreError> {
        let rates = Arc::new(MonthlyMeans::default());
        Ok(Self { store: Store::open_to_read(path)?, rates, past: true })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Relation;
    use crate::ledger::log::Draft;

    /// A ledger from before wholes that are exceeded had a verdict of their own.
    #[test]
    fn what_a_migration_asks_for_is_counted_anew_when_the_ledger_is_opened() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("old.db");
        let author = Author::now("anna", None);
        let mut ledger = Ledger::open(&path).unwrap();
        for amount in ["€100m", "€80m", "€70m"] {
            let fields = [("donor", "DK"), ("amount", amount), ("stage", "pledge")];
            let fields = fields.map(|(name, text)| (name.to_owned(), text.to_owned())).to_vec();
            let logged = ledger.understand(&Draft { fields, ..Draft::default() }).unwrap();
            ledger.log(&[logged], &author).unwrap();
        }
        for part in [2, 3] {
            ledger.link(part, Relation::PartOf, 1, &author).unwrap();
        }
        let old = Record { verdict: String::new(), ..ledger.figure(1).unwrap() };
        ledger.store.write(|store| store.set_count(&old)).unwrap();
        assert!(!ledger.verify().unwrap().is_empty());
        drop(ledger);
        let ledger = Ledger::open(&path).unwrap();
        assert_eq!(ledger.figure(1).unwrap().verdict, "exceeded");
        assert_eq!(ledger.verify().unwrap(), [""; 0]);
    }
}
