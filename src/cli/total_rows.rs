//! A report as people read it: amounts shortened, a donor named once.

use std::io::Write;

use super::output::{Column, To, write_rows};
use crate::report::words::{self, Ends};
use crate::report::{Dimension, Query, Row, names, totals::Report};

/// Writes the rows for reading.
///
/// # Errors
/// When the output cannot be written.
pub fn write(out: &mut dyn Write, to: To, query: &Query, report: &Report) -> anyhow::Result<()> {
    let shown = shown(report);
    let converted = query.convert.is_some() && query.by.contains(&Dimension::Unit);
    let mut columns: Vec<Column> = shown.iter().map(|&nth| text(report.by[nth].as_str())).collect();
    columns.push(number("amount"));
    if converted {
        columns.push(number("converted"));
    }
    columns.extend([number("figures"), number("sources")]);
    let mut before: Option<&str> = None;
    let rows = report.rows.iter().map(|row| {
        let mut cells: Vec<String> =
            shown.iter().map(|&nth| cell(report.by[nth], &row.key[nth])).collect();
        let group = shown.first().map(|&nth| row.key[nth].as_str());
        if to == To::Table && before == group && shown.len() > 1 {
            cells[0].clear();
        }
        before = group;
        cells.push(amount(row));
        if converted {
            let currency = query.convert.as_ref().map(|c| c.currency());
            cells.push(row.converted.map(|sum| words::plain(sum, currency)).unwrap_or_default());
        }
        cells.extend([row.figures.len().to_string(), row.sources.to_string()]);
        cells
    });
    write_rows(out, to, &columns, rows)
}

/// The amount with its bound.
fn amount(row: &Row) -> String {
    let ends = Ends { low: row.low, high: row.high, about: row.about };
    words::amount(row.amount, ends, row.unit.as_deref())
}

/// The columns that tell something: the kind and the currency are seen from the amount, and a
/// column that is empty in every row is left out.
fn shown(report: &Report) -> Vec<usize> {
    let tells = |nth: usize| {
        !matches!(report.by[nth], Dimension::Kind | Dimension::Unit)
            && (nth == 0 || report.rows.iter().any(|row| !row.key[nth].is_empty()))
    };
    (0..report.by.len()).filter(|&nth| tells(nth)).collect()
}

/// A key's value as people read it.
pub fn cell(column: Dimension, key: &str) -> String {
    match column {
        Dimension::Donor if key.is_empty() => "(not stated)".to_owned(),
        Dimension::Year if key.is_empty() => "unknown".to_owned(),
        Dimension::Donor | Dimension::Recipient => names::name(key),
        Dimension::Year => key.replace('/', "–"),
        _ => key.to_owned(),
    }
}

const fn text(name: &'static str) -> Column {
    Column { name, number: false }
}

const fn number(name: &'static str) -> Column {
    Column { name, number: true }
}
