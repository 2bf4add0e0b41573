//! Exports: the tables of a report written to files, one format a file behind [`Format`].
//!
//! Files appear together or not at all (see [`Folder`]), and the same ledger gives the same
//! bytes: nothing here asks the clock. To add a format: a file with a `Format`, and a line in
//! [`formats`].

mod csv;
mod datapackage;
pub mod defuse;
mod error;
mod folder;

pub use error::ExportError;
pub use folder::Folder;

use crate::report::table::Table;
use crate::report::{Query, tables};
use crate::store::Store;
use crate::store::reports::{State, state};

/// A way of writing the tables out.
pub trait Format {
    /// The word for `--format`.
    fn name(&self) -> &'static str;
    /// What it is good for, in a few words.
    fn about(&self) -> &'static str;
    /// Writes its files into the folder.
    ///
    /// # Errors
    /// When the ledger cannot be read or a file cannot be written.
    fn write(&self, book: &Book<'_>, folder: &mut Folder) -> Result<(), ExportError>;
}

/// Every format, the default first.
#[must_use]
pub fn formats() -> Vec<Box<dyn Format>> {
    vec![Box::new(csv::Csv::default())]
}

/// What is exported: the ledger in one state, the filter, the bases.
pub struct Book<'a> {
    /// The ledger.
    pub store: &'a Store,
    /// What is asked for.
    pub query: Query,
    /// The ledger's state.
    pub state: State,
    /// The filter as the command line said it, so that the export can be made again.
    pub asked: String,
}

impl<'a> Book<'a> {
    /// Takes the ledger as it stands.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn new(store: &'a Store, query: Query, asked: String) -> Result<Self, ExportError> {
        let state = state(store)?;
        Ok(Self { store, query, state, asked })
    }

    /// The tables of an export.
    #[must_use]
    pub fn tables(&self) -> Vec<Box<dyn Table>> {
        tables::all(&self.query)
    }
}
