//! The database, and the only place that knows SQL.
//!
//! A [`Store`] is one open file. Reading methods may be called at any time; whoever writes does so
//! inside [`Store::write`], which is one transaction: all of it is there afterwards, or nothing.

mod backup;
mod blocks;
mod check;
mod counts;
mod documents;
mod edits;
mod error;
mod figures;
mod filter;
mod imported;
mod links;
mod names;
mod open;
mod queue;
mod rates;
mod record;
pub mod reports;
mod row;
mod search;
mod shadow;

use std::path::Path;

pub use backup::Saved;
pub use blocks::Block;
pub use check::FalseCitation;
pub use documents::StoredDocument;
pub use edits::{Edit, NewEdit, Subject};
pub use error::StoreError;
pub use figures::Citation;
pub use filter::Filter;
pub use links::Link;
pub use queue::Place;
pub use rates::StoredRate;
use rusqlite::Connection;
pub use search::Hit;

/// One open database.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
}

impl Store {
    /// Opens the database in this file, making it when missing.
    ///
    /// # Errors
    /// When the file is something else, of a newer version, or may not be written.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        Ok(Self { connection: open::open(path)? })
    }

    /// Opens an existing database without changing it.
    ///
    /// # Errors
    /// When there is none in this file, or one of another version.
    pub fn open_to_read(path: &Path) -> Result<Self, StoreError> {
        Ok(Self { connection: open::open_to_read(path)? })
    }

    /// A database in memory.
    ///
    /// # Errors
    /// When memory runs out.
    pub fn in_memory() -> Result<Self, StoreError> {
        Ok(Self { connection: open::in_memory()? })
    }

    /// Runs `work` on one state of the database, whatever others write meanwhile. Within a
    /// transaction that is that one's state.
    ///
    /// # Errors
    /// Those of `work`, and when the database fails.
    pub fn snapshot<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&Self) -> Result<T, E>,
    ) -> Result<T, E> {
        if !self.connection.is_autocommit() {
            return work(self);
        }
        let run = |sql| self.connection.execute_batch(sql).map_err(StoreError::from);
        run("BEGIN")?;
        let done = work(self);
        run("ROLLBACK")?;
        done
    }

    /// Runs `work` in one transaction that is kept if it succeeds. Waits for other writers.
    ///
    /// # Errors
    /// Those of `work`, and when the transaction cannot be kept; then nothing is.
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&Self) -> Result<T, E>,
    ) -> Result<T, E> {
        let sql = |error: rusqlite::Error| E::from(StoreError::from(error));
        // What a statement would undo is kept in memory: a change is small, and every other use of
        // temporary storage (an earlier state, a large sort) stays in files.
        self.connection
            .execute_batch("PRAGMA temp_store = MEMORY; BEGIN IMMEDIATE")
            .map_err(sql)?;
        let done = work(self).and_then(|value| {
            self.connection.execute_batch("COMMIT").map_err(sql)?;
            Ok(value)
        });
        if done.is_err() && !self.connection.is_autocommit() {
            self.connection.execute_batch("ROLLBACK").map_err(sql)?;
        }
        self.connection.execute_batch("PRAGMA temp_store = DEFAULT").map_err(sql)?;
        done
    }
}
