//! CSV (RFC 4180, UTF-8, LF), with a Data Package that describes it.

use std::io::Write;

use super::separated::Separated;
use super::{Book, ExportError, Folder, Format, datapackage};
use crate::report::table::Table;
use crate::store::Store;

/// One file a table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Csv {
    /// Begins each file with the mark by which old versions of Excel know UTF-8.
    pub(super) mark: bool,
}

impl Format for Csv {
    fn name(&self) -> &'static str {
        "csv"
    }

    fn about(&self) -> &'static str {
        "one CSV file a table and datapackage.json"
    }

    fn write(&self, book: &Book<'_>, folder: &mut Folder) -> Result<(), ExportError> {
        for table in book.tables() {
            folder.write(&format!("{}.csv", table.name()), |out| {
                self.table(book.store, table.as_ref(), out)
            })?;
        }
        datapackage::write(book, folder)
    }
}

impl Csv {
    fn table(
        self,
        store: &Store,
        table: &dyn Table,
        out: &mut dyn Write,
    ) -> Result<(), ExportError> {
        let failed = ExportError::of("csv");
        if self.mark {
            out.write_all(b"\xEF\xBB\xBF").map_err(|e| failed(e.into()))?;
        }
        let columns = table.columns();
        let mut lines = Separated::new(out, b',', &columns).map_err(|e| failed(e.into()))?;
        table.rows(store, &mut |cells| Ok(lines.write(&cells)?))?;
        lines.finish().map_err(|e| failed(e.into()))
    }
}
