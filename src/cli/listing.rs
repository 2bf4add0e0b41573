//! What a command finds in documents, printed in any of the forms of `--to`.

use std::io::{BufWriter, Write, stdout};

use serde::Serialize;

use super::input::Input;
use super::output::{Column, To, write_rows};
use crate::source::Document;

/// The columns of a finding and how it becomes a row.
pub struct Rows<T> {
    /// The columns.
    pub columns: &'static [Column],
    /// A finding's cells.
    pub row: fn(&T) -> Vec<String>,
}

/// How findings are laid out.
pub struct Layout<T> {
    /// For people: tables on a terminal and in Markdown.
    pub short: Rows<T>,
    /// For spreadsheets: every field.
    pub full: Rows<T>,
}

/// Prints what `find` finds in each document of the input.
///
/// # Errors
/// When a document cannot be read (at the end; the others are printed) or nothing can be printed.
pub fn print<T: Serialize + Send + 'static>(
    input: &Input,
    to: To,
    find: fn(&Document) -> Vec<T>,
    layout: &Layout<T>,
) -> anyhow::Result<()> {
    let mut out = BufWriter::new(stdout().lock());
    if to == To::Ndjson {
        return stream(input, find, &mut out);
    }
    // Everything else needs all findings: a table for its widths, an array for its end.
    let mut all: Vec<T> = Vec::new();
    let read = input.for_each(find, |found| {
        all.extend(found);
        Ok(())
    });
    match to {
        To::Json => {
            serde_json::to_writer_pretty(&mut out, &all)?;
            writeln!(out)?;
        }
        To::Table | To::Markdown => {
            write_rows(&mut out, to, layout.short.columns, all.iter().map(layout.short.row))?;
        }
        To::Csv | To::Tsv | To::Ndjson => {
            write_rows(&mut out, to, layout.full.columns, all.iter().map(layout.full.row))?;
        }
    }
    out.flush()?;
    read
}

/// One finding a line, written as soon as its document is done.
fn stream<T: Serialize + 'static>(
    input: &Input,
    find: fn(&Document) -> Vec<T>,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    let lines = move |document: &Document| -> serde_json::Result<Vec<u8>> {
        let mut lines = Vec::new();
        for finding in find(document) {
            serde_json::to_writer(&mut lines, &finding)?;
            lines.push(b'\n');
        }
        Ok(lines)
    };
    input.for_each(lines, |lines| {
        out.write_all(&lines?)?;
        Ok(out.flush()?)
    })
}
