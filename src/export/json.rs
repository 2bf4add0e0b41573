//! JSON: one document with every table, or one file of lines a table. Amounts are strings, as in
//! the rest of the program, so that no reader turns them into floats.

use std::io::Write;

use serde_json::{Map, Value, json};

use super::{Book, ExportError, Folder, Format};
use crate::report::Cell;
use crate::report::table::{Column, Failure};

/// `pledgebook.json`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Json;

/// A `.ndjson` file a table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ndjson;

impl Format for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn about(&self) -> &'static str {
        "one JSON document with every table"
    }

    fn write(&self, book: &Book<'_>, folder: &mut Folder) -> Result<(), ExportError> {
        folder.write("pledgebook.json", |out| {
            let failed = ExportError::of("json");
            write!(out, "{{\n\"state\": {}", book.described()).map_err(|e| failed(e.into()))?;
            for table in book.tables() {
                let columns = table.columns();
                write!(out, ",\n\"{}\": [", table.name()).map_err(|e| failed(e.into()))?;
                let mut between = "\n";
                table.rows(book.store, &mut |cells| {
                    out.write_all(between.as_bytes())?;
                    between = ",\n";
                    line(out, &columns, cells)
                })?;
                out.write_all(b"\n]").map_err(|e| failed(e.into()))?;
            }
            out.write_all(b"\n}\n").map_err(|e| failed(e.into()))
        })
    }
}

impl Format for Ndjson {
    fn name(&self) -> &'static str {
        "ndjson"
    }

    fn about(&self) -> &'static str {
        "one file of JSON lines a table"
    }

    fn write(&self, book: &Book<'_>, folder: &mut Folder) -> Result<(), ExportError> {
        for table in book.tables() {
            let columns = table.columns();
            folder.write(&format!("{}.ndjson", table.name()), |out| {
                table.rows(book.store, &mut |cells| {
                    line(out, &columns, cells)?;
                    Ok(out.write_all(b"\n")?)
                })?;
                Ok(())
            })?;
        }
        Ok(())
    }
}

fn line(out: &mut dyn Write, columns: &[Column], cells: Vec<Cell<'_>>) -> Result<(), Failure> {
    let fields =
        columns.iter().zip(cells).map(|(column, cell)| (column.name.to_owned(), value(cell)));
    Ok(serde_json::to_writer(out, &Value::Object(fields.collect::<Map<_, _>>()))?)
}

fn value(cell: Cell<'_>) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) => Value::String(text.into_owned()),
        Cell::Integer(number) => json!(number),
        Cell::Decimal(number) => Value::String(number.normalize().to_string()),
        Cell::Date(day) => Value::String(day.to_string()),
    }
}
