//! Totals by any columns as a table: `by_donor_year`, `quantities_by_donor_year`, `report --to csv`.

use crate::report::table::{Cell, Column, Sink, Table, TableError};
use crate::report::{Dimension, Query, Row, names, totals};
use crate::store::Store;

/// A report as a table.
#[derive(Clone)]
pub struct Totals {
    /// The file's name without an ending.
    pub name: &'static str,
    /// What a row is.
    pub about: &'static str,
    /// What is added up, by what.
    pub query: Query,
    /// Columns that tell nothing here.
    pub hidden: &'static [Dimension],
}

impl Table for Totals {
    fn name(&self) -> &'static str {
        self.name
    }

    fn about(&self) -> &'static str {
        self.about
    }

    fn columns(&self) -> Vec<Column> {
        let mut columns: Vec<Column> = self.shown().into_iter().flat_map(key_columns).collect();
        columns.extend(AMOUNTS);
        if self.has_money() {
            columns.extend(CONVERTED);
        }
        columns.extend(EVIDENCE);
        columns
    }

    fn rows(&self, store: &Store, sink: &mut Sink<'_>) -> Result<(), TableError> {
        let report = totals(store, &self.query)?;
        for row in &report.rows {
            sink(self.cells(&report.by, row))?;
        }
        Ok(())
    }
}

impl Totals {
    fn shown(&self) -> Vec<Dimension> {
        let mut by = self.query.columns();
        by.retain(|d| !self.hidden.contains(d));
        by
    }

    fn has_money(&self) -> bool {
        !self.hidden.contains(&Dimension::Unit)
    }

    /// The cells of a row of a report by `by`.
    #[must_use]
    pub fn cells<'a>(&'a self, by: &[Dimension], row: &'a Row) -> Vec<Cell<'a>> {
        let shown = by.iter().zip(&row.key).filter(|(d, _)| !self.hidden.contains(d));
        let mut cells: Vec<Cell<'a>> = shown.flat_map(|(d, key)| key_cells(*d, key)).collect();
        cells.extend([row.amount.into(), row.low.into(), row.high.into()]);
        if self.has_money() {
            let rates = self.query.convert.as_ref().filter(|_| row.converted.is_some());
            cells.extend([
                row.converted.into(),
                Cell::from(rates.map(|r| Cell::text(r.currency()))),
                Cell::from(rates.map(|r| Cell::text(r.basis()))),
            ]);
        }
        cells.extend([
            Cell::Integer(row.figures.len() as i64),
            Cell::Integer(row.sources as i64),
            Cell::text(ids(&row.figures)),
        ]);
        cells
    }
}

/// Numbers separated by spaces.
fn ids(figures: &[i64]) -> String {
    let mut text = String::with_capacity(figures.len() * 8);
    let mut digits = itoa::Buffer::new();
    for id in figures {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(digits.format(*id));
    }
    text
}

const AMOUNTS: [Column; 3] = [
    Column::decimal("amount", "The total in whole units of the currency, or in things"),
    Column::decimal(
        "amount_low",
        "The least it can be by the bounds; an \"up to\" starts at nothing",
    ),
    Column::decimal(
        "amount_high",
        "The most it can be; empty where an \"at least\" leaves it open",
    ),
];

const CONVERTED: [Column; 3] = [
    Column::decimal(
        "amount_converted",
        "The total in another currency; empty where a rate is missing",
    ),
    Column::text("converted_currency", "ISO 4217 code of the converted amount"),
    Column::text("rate_basis", "Which rates it was converted with"),
];

const EVIDENCE: [Column; 3] = [
    Column::integer("figures", "How many figures are in the total"),
    Column::integer("sources", "How many documents tell of them, those of duplicates included"),
    Column::text("figure_ids", "The figures' numbers in commitments.csv, separated by spaces"),
];

fn key_columns(dimension: Dimension) -> Vec<Column> {
    match dimension {
        Dimension::Donor => vec![
            Column::text("donor", "ISO 3166-1 alpha-2 or the party's code; joint donors with +"),
            Column::text("donor_iso3", "ISO 3166-1 alpha-3; empty for parties without one"),
            Column::text("donor_name", "English name"),
        ],
        Dimension::Recipient => vec![
            Column::text("recipient", "ISO 3166-1 alpha-2 or the party's code"),
            Column::text("recipient_name", "English name"),
        ],
        other => vec![Column::text(other.as_str(), about(other))],
    }
}

const fn about(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Year => "The year; a sum for several years stands under its span (2025/2027)",
        Dimension::Month => "Month of announcement, ISO 8601",
        Dimension::Stage => {
            "request, target, pledge, commitment or delivery; never added to each other"
        }
        Dimension::Kind => "money or quantity",
        Dimension::Sector => "What it is for",
        Dimension::Unit => "ISO 4217 currency of the amounts; empty for things",
        Dimension::Category => "The sort of things; empty for money",
        Dimension::Item => "The things, as written",
        Dimension::Publisher => "The outlet",
        Dimension::Status => "extracted, confirmed or rejected",
        Dimension::Donor | Dimension::Recipient => "A party",
    }
}

fn key_cells(dimension: Dimension, key: &str) -> Vec<Cell<'_>> {
    match dimension {
        Dimension::Donor => vec![key.into(), names::iso3(key).into(), names::name(key).into()],
        Dimension::Recipient => vec![key.into(), names::name(key).into()],
        _ => vec![key.into()],
    }
}
