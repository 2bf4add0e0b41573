//! CSV (RFC 4180, UTF-8, LF), with a Data Package that describes it.

use std::io::Write;

use super::defuse::defused;
use super::{Book, ExportError, Folder, Format, datapackage};
use crate::report::table::{Failure, Table};
use crate::report::{Cell, ColumnType};
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
        let mut writer = csv::Writer::from_writer(out);
        let columns = table.columns();
        writer.write_record(columns.iter().map(|c| c.name)).map_err(|e| failed(e.into()))?;
        let text: Vec<bool> = columns.iter().map(|c| c.holds == ColumnType::Text).collect();
        let mut buffer = String::new();
        table.rows(store, &mut |cells| {
            for (cell, text) in cells.iter().zip(&text) {
                field(&mut writer, cell, *text, &mut buffer)?;
            }
            Ok(writer.write_record(None::<&[u8]>)?)
        })?;
        writer.flush().map_err(|e| failed(e.into()))
    }
}

fn field(
    writer: &mut csv::Writer<&mut dyn Write>,
    cell: &Cell,
    text: bool,
    buffer: &mut String,
) -> Result<(), Failure> {
    use std::fmt::Write as _;
    match cell {
        Cell::Text(words) if text => writer.write_field(defused(words).as_bytes())?,
        cell => {
            buffer.clear();
            write!(buffer, "{cell}")?;
            writer.write_field(&*buffer)?;
        }
    }
    Ok(())
}
