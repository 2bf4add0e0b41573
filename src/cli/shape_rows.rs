//! Years as columns, and stages side by side.

use std::io::Write;

use rust_decimal::Decimal;

use super::output::{Named, To, write_named};
use super::total_rows::cell;
use crate::report::progress::Progress;
use crate::report::shape::Pivot;
use crate::report::{Dimension, words};

/// Whether a person reads it: then names stand for codes and amounts are shortened.
const fn read_by_people(to: To) -> bool {
    matches!(to, To::Table | To::Markdown)
}

fn key(to: To, by: &[Dimension], key: &[String]) -> Vec<String> {
    let cells = by.iter().zip(key);
    let shown = cells.filter(|(d, _)| !hidden(to, **d));
    shown.map(|(d, k)| if read_by_people(to) { cell(*d, k) } else { k.clone() }).collect()
}

/// The kind and the currency are seen from the amounts.
const fn hidden(to: To, column: Dimension) -> bool {
    read_by_people(to) && matches!(column, Dimension::Kind | Dimension::Unit)
}

fn names(to: To, by: &[Dimension]) -> impl Iterator<Item = Named<'static>> {
    by.iter().filter(move |d| !hidden(to, **d)).map(|d| (d.as_str(), false))
}

fn amount(to: To, value: Decimal, unit: Option<&str>) -> String {
    if read_by_people(to) { words::plain(value, unit) } else { value.normalize().to_string() }
}

/// Writes a report with years as columns.
///
/// # Errors
/// When the output cannot be written.
pub fn pivot(out: &mut dyn Write, to: To, pivot: &Pivot) -> anyhow::Result<()> {
    let mut columns: Vec<Named<'_>> = names(to, &pivot.by).collect();
    let label =
        |year: &'_ String| if year.is_empty() { "unknown".to_owned() } else { year.clone() };
    let years: Vec<String> = pivot.years.iter().map(label).collect();
    columns.extend(years.iter().map(|year| (year.as_str(), true)));
    columns.push(("total", true));
    let rows = pivot.rows.iter().map(|row| {
        let mut cells = key(to, &pivot.by, &row.key);
        let unit = row.unit.as_deref();
        let shown = |a: &Option<Decimal>| a.map(|a| amount(to, a, unit)).unwrap_or_default();
        cells.extend(row.amounts.iter().map(shown));
        cells.push(amount(to, row.total, unit));
        cells
    });
    write_named(out, to, &columns, rows)
}

/// Writes stages side by side.
///
/// # Errors
/// When the output cannot be written.
pub fn progress(
    out: &mut dyn Write,
    to: To,
    by: &[Dimension],
    all: &[Progress],
) -> anyhow::Result<()> {
    let mut columns: Vec<Named<'_>> = names(to, by).collect();
    columns.extend([
        ("promised", true),
        ("committed", true),
        ("delivered", true),
        ("delivered_percent", true),
    ]);
    let rows = all.iter().map(|row| {
        let mut cells = key(to, by, &row.key);
        let unit = row.unit.as_deref();
        cells.extend([row.pledge, row.commitment, row.delivery].map(|sum| amount(to, sum, unit)));
        cells.push(row.share().map(|share| share.normalize().to_string()).unwrap_or_default());
        cells
    });
    write_named(out, to, &columns, rows)
}
