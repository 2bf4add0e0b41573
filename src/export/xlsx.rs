//! An Excel workbook: a sheet a table, a chart, and a sheet that says how it was counted.

use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{
    Chart, ChartType, DocProperties, ExcelDateTime, Format as Look, Workbook, Worksheet, XlsxError,
};

use super::citations::is_web;
use super::defuse::defused;
use super::{Book, ExportError, Folder, Format};
use crate::report::table::{Column, Failure, Table};
use crate::report::{Cell, ColumnType};

/// `pledgebook.xlsx`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Xlsx;

/// The most rows that a sheet can have, without its header.
const ROWS: u32 = 1_048_575;
/// The longest link and text of a cell.
const LINK: usize = 2_079;
const TEXT: usize = 32_767;

impl Format for Xlsx {
    fn name(&self) -> &'static str {
        "xlsx"
    }

    fn about(&self) -> &'static str {
        "an Excel workbook, one sheet a table"
    }

    fn write(&self, book: &Book<'_>, folder: &mut Folder) -> Result<(), ExportError> {
        let mut workbook = Workbook::new();
        // Without this the file would carry the moment it was written.
        let made = ExcelDateTime::from_ymd(2000, 1, 1).map_err(failed)?;
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
        for table in book.tables() {
            let sheet = workbook.add_worksheet();
            sheet.set_name(table.name()).map_err(failed)?;
            let rows = fill(sheet, book, table.as_ref())?;
            if table.name() == "by_donor_year" && rows > 0 {
                chart(sheet, &table.columns(), rows).map_err(failed)?;
            }
        }
        let sheet = workbook.add_worksheet();
        counted(sheet, book).map_err(failed)?;
        let bytes = workbook.save_to_buffer().map_err(failed)?;
        folder.write("pledgebook.xlsx", |out| {
            out.write_all(&bytes).map_err(|e| ExportError::of("xlsx")(e.into()))
        })
    }
}

fn failed(error: XlsxError) -> ExportError {
    ExportError::of("xlsx")(error.into())
}

/// Writes a table and gives back how many rows it has.
fn fill(sheet: &mut Worksheet, book: &Book<'_>, table: &dyn Table) -> Result<u32, ExportError> {
    let columns = table.columns();
    let bold = Look::new().set_bold();
    let amounts = Look::new().set_num_format("#,##0.##");
    let dates = Look::new().set_num_format("yyyy-mm-dd");
    for (nth, column) in columns.iter().enumerate() {
        sheet.write_with_format(0, nth as u16, column.name, &bold).map_err(failed)?;
        match column.holds {
            ColumnType::Decimal => sheet.set_column_format(nth as u16, &amounts).map_err(failed)?,
            ColumnType::Date => sheet.set_column_format(nth as u16, &dates).map_err(failed)?,
            ColumnType::Text | ColumnType::Integer => sheet,
        };
    }
    let mut row = 0;
    table.rows(book.store, &mut |cells| {
        row += 1;
        if row > ROWS {
            return Err("a sheet has no room for so many rows; use --format csv or parquet".into());
        }
        for (nth, (cell, column)) in cells.iter().zip(&columns).enumerate() {
            write_cell(sheet, (row, nth as u16), cell, column, &dates)?;
        }
        Ok(())
    })?;
    sheet.set_freeze_panes(1, 0).map_err(failed)?;
    let last = columns.len().saturating_sub(1) as u16;
    sheet.autofilter(0, 0, row.max(1), last).map_err(failed)?;
    sheet.set_autofit_max_width(320).autofit();
    Ok(row)
}

fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell<'_>,
    about: &Column,
    dates: &Look,
) -> Result<(), Failure> {
    match cell {
        Cell::Empty => return Ok(()),
        Cell::Integer(number) => sheet.write(row, column, *number)?,
        Cell::Decimal(number) => match number.to_f64() {
            // Excel counts in floats of 15 digits; a longer number is kept as text.
            Some(float) if number.mantissa().unsigned_abs() < 1_000_000_000_000_000 => {
                sheet.write(row, column, float)?
            }
            _ => sheet.write(row, column, number.to_string())?,
        },
        Cell::Date(day) => {
            let day = ExcelDateTime::parse_from_str(&day.to_string())?;
            sheet.write_with_format(row, column, &day, dates)?
        }
        Cell::Text(text) if about.name == "url" && is_web(text) && text.len() <= LINK => {
            sheet.write_url(row, column, text.as_ref())?
        }
        Cell::Text(text) => {
            let short: String = text.chars().take(TEXT).collect();
            sheet.write_string(row, column, defused(&short))?
        }
    };
    Ok(())
}

/// The largest rows as bars beside the table.
fn chart(sheet: &mut Worksheet, columns: &[Column], rows: u32) -> Result<(), XlsxError> {
    let place = |name: &str| columns.iter().position(|c| c.name == name).unwrap_or(0) as u16;
    let last = rows.min(30);
    let mut chart = Chart::new(ChartType::Bar);
    chart
        .add_series()
        .set_categories(("by_donor_year", 1, place("donor_name"), last, place("unit")))
        .set_values(("by_donor_year", 1, place("amount"), last, place("amount")))
        .set_name("amount");
    chart.title().set_name("By donor and year, each row in its own unit");
    chart.legend().set_hidden();
    chart.set_height(60 + 22 * last).set_width(720);
    sheet.insert_chart(1, columns.len() as u16 + 1, &chart)?;
    Ok(())
}

/// The sheet that says how it was counted.
fn counted(sheet: &mut Worksheet, book: &Book<'_>) -> Result<(), XlsxError> {
    sheet.set_name("how it was counted")?;
    let state = book.described();
    let mut lines: Vec<(String, String)> = Vec::new();
    for (name, value) in state.as_object().into_iter().flatten() {
        let text = value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned);
        lines.push((name.replace('_', " "), if value.is_null() { String::new() } else { text }));
    }
    lines.extend(crate::ledger::count::Reason::ALL.iter().map(|reason| {
        let counts = if reason.counts() { "counts" } else { "does not count" };
        (reason.as_str().to_owned(), format!("{counts}: {}", reason.words(None)))
    }));
    for ((name, text), row) in lines.iter().zip(0..) {
        sheet.write_string(row, 0, defused(name))?;
        sheet.write_string(row, 1, defused(text))?;
    }
    sheet.autofit();
    Ok(())
}
