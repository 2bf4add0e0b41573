//! Reports as tables that are sorted by pressing a header.

use std::io::Write;

use super::{Book, escaped};
use crate::report::table::Failure;
use crate::report::totals::Report;
use crate::report::words::{self, Ends};
use crate::report::{Dimension, Row, names};

/// How many figures a row links to one by one.
const LINKS: usize = 20;

/// Writes a report; its rows are known by `mark` and their number.
pub(super) fn write(
    book: &Book<'_>,
    report: &Report,
    mark: &str,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let by: Vec<(usize, Dimension)> = shown(report);
    let currency = book.query.convert.as_ref().map(|rates| rates.currency());
    let currency = currency.filter(|_| report.rows.iter().any(|row| row.converted.is_some()));
    writeln!(out, "<div class=\"scroll\">\n<table class=\"sortable\">\n<thead><tr>")?;
    for (_, column) in &by {
        writeln!(out, "<th scope=\"col\"><button>{column}</button></th>")?;
    }
    writeln!(out, "<th scope=\"col\" class=\"number\"><button>amount</button></th>")?;
    if let Some(code) = currency {
        writeln!(out, "<th scope=\"col\" class=\"number\"><button>in {code}</button></th>")?;
    }
    writeln!(out, "<th scope=\"col\">figures</th></tr></thead>\n<tbody>")?;
    for (nth, row) in report.rows.iter().enumerate() {
        write!(out, "<tr id=\"{mark}{nth}\">{}{}", keys(&by, row), amount(row))?;
        if currency.is_some() {
            write!(out, "{}", converted(row, currency))?;
        }
        writeln!(out, "<td>{}</td></tr>", figures(row))?;
    }
    writeln!(out, "</tbody></table>\n</div>")?;
    Ok(())
}

/// The kind and the currency are seen from the amount; a column that is empty throughout tells
/// nothing.
fn shown(report: &Report) -> Vec<(usize, Dimension)> {
    let all = report.by.iter().copied().enumerate();
    all.filter(|(nth, column)| {
        !matches!(column, Dimension::Kind | Dimension::Unit)
            && report.rows.iter().any(|row| !row.key[*nth].is_empty())
    })
    .collect()
}

fn keys(by: &[(usize, Dimension)], row: &Row) -> String {
    let cell = |(nth, column): &(usize, Dimension)| {
        let key = &row.key[*nth];
        let text = match column {
            Dimension::Donor if key.is_empty() => "(not stated)".to_owned(),
            Dimension::Donor | Dimension::Recipient => names::name(key),
            Dimension::Year => key.replace('/', "–"),
            _ => key.clone(),
        };
        format!("<td>{}</td>", escaped(&text))
    };
    by.iter().map(cell).collect()
}

fn amount(row: &Row) -> String {
    let ends = Ends { low: row.low, high: row.high, about: row.about };
    let text = words::amount(row.amount, ends, row.unit.as_deref());
    let first = row.figures.first().copied().unwrap_or_default();
    let (value, text) = (row.amount, escaped(&text));
    format!("<td class=\"number\" data-value=\"{value}\"><a href=\"#f{first}\">{text}</a></td>")
}

fn converted(row: &Row, currency: Option<&str>) -> String {
    let Some(value) = row.converted else {
        return "<td class=\"number\" data-value=\"\"></td>".to_owned();
    };
    let first = row.figures.first().copied().unwrap_or_default();
    let text = escaped(&words::plain(value, currency));
    format!("<td class=\"number\" data-value=\"{value}\"><a href=\"#f{first}\">{text}</a></td>")
}

fn figures(row: &Row) -> String {
    let links = row.figures.iter().take(LINKS).map(|id| format!("<a href=\"#f{id}\">#{id}</a>"));
    let text = links.collect::<Vec<_>>().join(" ");
    match row.figures.len().checked_sub(LINKS) {
        None | Some(0) => text,
        Some(more) => format!("{text} and {more} more"),
    }
}
