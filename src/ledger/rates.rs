//! Rates brought to the ledger, over those that come with the program.

use std::collections::BTreeSet;

use super::{Author, Ledger, LedgerError};
use crate::rates::Table;
use crate::store::{Store, StoreError, StoredRate};

/// Daily rates with the files that they were brought from.
#[derive(Debug, Clone, Default)]
pub struct Rates {
    /// The rates that hold.
    pub table: Table,
    /// The imported files among their sources.
    pub files: BTreeSet<String>,
}

/// What an import of rates changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Brought {
    /// Days that had no rate.
    pub new: usize,
    /// Days that had another rate.
    pub changed: usize,
    /// Days that had the same rate.
    pub known: usize,
}

/// The rates that hold: the program's own, then the imported ones in their order.
///
/// # Errors
/// When the database fails.
pub fn rates(store: &Store, own: Table) -> Result<Rates, StoreError> {
    let mut all = Rates { table: own, files: BTreeSet::new() };
    for rate in store.rates()? {
        all.table.insert(&rate.currency, rate.day, rate.per_euro);
        all.files.insert(rate.source);
    }
    Ok(all)
}

impl Ledger {
    /// Takes in those rates of a file that are not known yet.
    ///
    /// # Errors
    /// When the database fails; then nothing was written.
    pub fn bring_rates(
        &mut self,
        own: Table,
        brought: &Table,
        source: &str,
        author: &Author,
    ) -> Result<Brought, LedgerError> {
        let held = rates(self.store(), own)?.table;
        let mut done = Brought::default();
        let mut fresh = Vec::new();
        for (currency, series) in brought.all() {
            for (day, per_euro) in series.days() {
                let there = held.series(currency).and_then(|s| s.of(day));
                match there {
                    Some(rate) if rate == per_euro => {
                        done.known += 1;
                        continue;
                    }
                    Some(_) => done.changed += 1,
                    None => done.new += 1,
                }
                let (currency, source) = (currency.to_owned(), source.to_owned());
                fresh.push(StoredRate { currency, day, per_euro, source });
            }
        }
        self.change(author, "rates", |change| {
            Ok(change.store.insert_rates(&fresh, &author.at)?)
        })?;
        Ok(done)
    }
}
