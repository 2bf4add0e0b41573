//! Rows on standard output in the form that `--to` names.

use std::borrow::Cow;
use std::io::{self, Write};

use clap::ValueEnum;
use comfy_table::{CellAlignment, ContentArrangement, Table, TableComponent, presets};
use serde_json::{Map, Value};

use crate::export::defuse::defused;
use crate::export::separated::Separated;
use crate::report::table::Table as _;
use crate::report::tables::Totals;
use crate::report::totals::Report;

/// The forms of whatever lists things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum To {
    /// Columns for reading
    #[default]
    Table,
    /// Comma-separated (RFC 4180)
    Csv,
    /// Tab-separated
    Tsv,
    /// One JSON array
    Json,
    /// One JSON object a line
    Ndjson,
    /// A Markdown table
    Markdown,
}

/// A column's name and whether its cells are numbers (set right, left bare in JSON).
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Header in `snake_case`.
    pub name: &'static str,
    /// Numbers stand right in tables.
    pub number: bool,
}

/// Writes rows of text cells under their columns.
///
/// # Errors
/// When standard output cannot be written.
pub fn write_rows(
    out: &mut dyn Write,
    to: To,
    columns: &[Column],
    rows: impl Iterator<Item = Vec<String>>,
) -> anyhow::Result<()> {
    let columns: Vec<Named<'_>> = columns.iter().map(|c| (c.name, c.number)).collect();
    write_named(out, to, &columns, rows)
}

/// A column whose name is only known when it is written: its name and whether it holds numbers.
pub type Named<'a> = (&'a str, bool);

/// As [`write_rows`], under columns that are named on the way.
///
/// # Errors
/// When standard output cannot be written.
pub fn write_named(
    out: &mut dyn Write,
    to: To,
    columns: &[Named<'_>],
    rows: impl Iterator<Item = Vec<String>>,
) -> anyhow::Result<()> {
    match to {
        To::Table => table(out, columns, rows, presets::UTF8_HORIZONTAL_ONLY)?,
        To::Markdown => table(out, columns, rows, presets::ASCII_MARKDOWN)?,
        To::Csv => separated(out, b',', columns, rows)?,
        To::Tsv => separated(out, b'\t', columns, rows)?,
        To::Json => {
            let all: Vec<Value> = rows.map(|row| object(columns, row)).collect();
            serde_json::to_writer_pretty(&mut *out, &all)?;
            writeln!(out)?;
        }
        To::Ndjson => {
            for row in rows {
                serde_json::to_writer(&mut *out, &object(columns, row))?;
                writeln!(out)?;
            }
        }
    }
    Ok(out.flush()?)
}

fn table(
    out: &mut dyn Write,
    columns: &[Named<'_>],
    rows: impl Iterator<Item = Vec<String>>,
    preset: &str,
) -> io::Result<()> {
    let mut table = Table::new();
    table.load_preset(preset).set_content_arrangement(ContentArrangement::Dynamic);
    for lines in [
        TableComponent::HorizontalLines,
        TableComponent::LeftBorderIntersections,
        TableComponent::MiddleIntersections,
        TableComponent::RightBorderIntersections,
    ] {
        table.remove_style(lines);
    }
    table.set_header(columns.iter().map(|c| c.0));
    for row in rows {
        table.add_row(row);
    }
    for (index, _) in columns.iter().enumerate().filter(|(_, c)| c.1) {
        if let Some(cells) = table.column_mut(index) {
            cells.set_cell_alignment(CellAlignment::Right);
        }
    }
    writeln!(out, "{table}")
}

fn separated(
    out: &mut dyn Write,
    mark: u8,
    columns: &[Named<'_>],
    rows: impl Iterator<Item = Vec<String>>,
) -> anyhow::Result<()> {
    let mut writer = csv::WriterBuilder::new().delimiter(mark).from_writer(out);
    writer.write_record(columns.iter().map(|c| c.0))?;
    for row in rows {
        for (cell, column) in row.iter().zip(columns) {
            let text = if column.1 { Cow::Borrowed(cell.as_str()) } else { defused(cell) };
            writer.write_field(text.as_bytes())?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    Ok(writer.flush()?)
}

/// Writes the rows of a report with all columns of the library's table.
///
/// # Errors
/// When standard output cannot be written.
pub fn write_table(
    out: &mut dyn Write,
    to: To,
    table: &Totals,
    report: &Report,
) -> anyhow::Result<()> {
    let columns = table.columns();
    if let To::Csv | To::Tsv = to {
        let mark = if to == To::Csv { b',' } else { b'\t' };
        let mut lines = Separated::new(out, mark, &columns)?;
        for row in &report.rows {
            lines.write(&table.cells(&report.by, row))?;
        }
        return Ok(lines.finish()?);
    }
    let columns: Vec<Column> = columns
        .iter()
        .map(|column| Column { name: column.name, number: column.is_number() })
        .collect();
    let rows = report
        .rows
        .iter()
        .map(|row| table.cells(&report.by, row).iter().map(ToString::to_string).collect());
    write_rows(out, to, &columns, rows)
}

fn object(columns: &[Named<'_>], row: Vec<String>) -> Value {
    let cells = columns.iter().zip(row).map(|(column, cell)| {
        let value = if cell.is_empty() { Value::Null } else { Value::String(cell) };
        (column.0.to_owned(), value)
    });
    Value::Object(cells.collect::<Map<_, _>>())
}

/// Whether an error only says that the reader of our output went away (`| head`).
#[must_use]
pub fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let of_io = cause.downcast_ref::<io::Error>().map(io::Error::kind);
        let of_json =
            cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
        let of_csv = cause.downcast_ref::<csv::Error>().and_then(|e| match e.kind() {
            csv::ErrorKind::Io(e) => Some(e.kind()),
            _ => None,
        });
        of_io.or(of_json).or(of_csv) == Some(io::ErrorKind::BrokenPipe)
    })
}

/// "1 document", "12 documents".
pub fn many(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
