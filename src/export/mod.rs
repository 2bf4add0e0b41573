//! Exports: the tables of a report written to files, one format a file behind [`Format`].
//!
//! Files appear together or not at all (see [`Folder`]), and the same ledger gives the same
//! bytes: nothing here asks the clock. To add a format: a file with a `Format`, and a line in
//! [`formats`].

mod citations;
mod csv;
mod datapackage;
pub mod defuse;
mod error;
mod folder;
mod html;
mod iati;
mod json;
mod parquet;
pub mod separated;
mod xlsx;

pub use error::ExportError;
pub use folder::Folder;

use serde_json::{Value, json};

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

/// Every format, the default first. With `mark`, CSV begins with the byte-order mark by which old
/// versions of Excel know UTF-8.
#[must_use]
pub fn formats(mark: bool) -> Vec<Box<dyn Format>> {
    vec![
        Box::new(csv::Csv { mark }),
        Box::new(xlsx::Xlsx),
        Box::new(parquet::Parquet),
        Box::new(json::Json),
        Box::new(json::Ndjson),
        Box::new(iati::Iati),
        Box::new(html::Html),
        Box::new(citations::Bibtex),
        Box::new(citations::Csl),
    ]
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

    /// The state, the filter and the bases, so that the export can be made again.
    #[must_use]
    pub fn described(&self) -> Value {
        let convert = self.query.convert.as_ref();
        json!({
            "version": env!("CARGO_PKG_VERSION"),
            "ledger_changed": self.state.at,
            "last_edit": self.state.edit,
            "figures": self.state.figures,
            "documents": self.state.documents,
            "filter": self.asked,
            "year_basis": self.query.years.as_str(),
            "converted_currency": convert.map(|c| c.currency()),
            "rate_basis": convert.map(|c| c.basis()),
        })
    }

    /// The tables of an export.
    #[must_use]
    pub fn tables(&self) -> Vec<Box<dyn Table>> {
        tables::all(&self.query)
    }
}
