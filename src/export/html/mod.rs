//! One HTML file that works offline: charts, tables to sort, every number linked to its sentence
//! and every sentence to its source.

mod charts;
mod figures;
mod tables;

use std::io::Write;

use super::{Book, ExportError, Folder, Format};
use crate::report::notes::notes;
use crate::report::table::Failure;
use crate::report::totals::Report;
use crate::report::{tables as of_report, totals};

/// `report.html`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Html;

impl Format for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn about(&self) -> &'static str {
        "one page that works offline, with charts and sentences"
    }

    fn write(&self, book: &Book<'_>, folder: &mut Folder) -> Result<(), ExportError> {
        let report = totals(book.store, &book.query)?;
        let items = totals(book.store, &of_report::quantities_by_donor_year(&book.query).query)?;
        let notes = notes(book.store, &book.query, &report)?;
        folder.write("report.html", |out| {
            page(book, [&report, &items], &notes, out).map_err(ExportError::of("html"))
        })
    }
}

const TITLE: &str = "Defence production and aid, by donor and year";

fn page(
    book: &Book<'_>,
    [report, items]: [&Report; 2],
    notes: &[String],
    out: &mut dyn Write,
) -> Result<(), Failure> {
    writeln!(out, "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(out, "<title>{TITLE}</title>")?;
    writeln!(out, "<style>\n{}</style>\n</head>\n<body>", include_str!("report.css"))?;
    writeln!(out, "<h1>{TITLE}</h1>")?;
    writeln!(
        out,
        "<p>Every amount leads to the sentences that it is made of, and these to their \
        source. Stages, currencies, and money and things are never added to each other.</p>"
    )?;
    charts::write(book, report, out)?;
    writeln!(out, "<h2>Totals</h2>")?;
    tables::write(book, report, "r", out)?;
    writeln!(out, "<ul class=\"notes\">")?;
    for note in notes {
        writeln!(out, "<li>{}</li>", figures::linked(note))?;
    }
    writeln!(out, "</ul>")?;
    if !items.rows.is_empty() {
        writeln!(out, "<h2>Things</h2>")?;
        tables::write(book, items, "q", out)?;
    }
    writeln!(out, "<h2>Figures</h2>")?;
    figures::write(book, out)?;
    counted(book, out)?;
    writeln!(out, "<script>\n{}</script>\n</body>\n</html>", include_str!("report.js"))?;
    Ok(())
}

/// From what it was made, so that it can be made again.
fn counted(book: &Book<'_>, out: &mut dyn Write) -> Result<(), Failure> {
    const TOLD: [(&str, &str); 9] = [
        ("ledger_changed", "Ledger last changed"),
        ("last_edit", "Last change"),
        ("figures", "Figures in the ledger"),
        ("documents", "Documents in the ledger"),
        ("filter", "Filter"),
        ("year_basis", "Year basis"),
        ("converted_currency", "Converted to"),
        ("rate_basis", "Rates"),
        ("version", "pledgebook"),
    ];
    let state = book.described();
    writeln!(out, "<h2>How it was counted</h2>\n<dl>")?;
    for (name, shown) in TOLD {
        let value = &state[name];
        let text = value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned);
        if !value.is_null() && !text.is_empty() {
            writeln!(out, "<dt>{shown}</dt><dd>{}</dd>", escaped(&text))?;
        }
    }
    writeln!(out, "</dl>")?;
    Ok(())
}

/// Text that stands in HTML, in and outside of attributes.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_from_a_text_is_run() {
        assert_eq!(escaped("<script>\"&'"), "&lt;script&gt;&quot;&amp;&#39;");
    }
}
