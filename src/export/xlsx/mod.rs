//! An Excel workbook: a sheet a table, one of charts, and one that says how it was counted.

mod charts;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format as Look, Workbook, Worksheet, XlsxError,
};

use super::citations::is_web;
use super::defuse::defused;
use super::{Book, ExportError, Folder, Format};
use crate::report::chart::panels;
use crate::report::table::{Column, Failure, Table};
use crate::report::{Cell, tables, totals};

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
        "an Excel workbook, one sheet a table, with charts"
    }

    fn write(&self, book: &Book<'_>, folder: &mut Folder) -> Result<(), ExportError> {
        let mut workbook = Workbook::new();
        // Without this the file would carry the moment it was written.
        let made = ExcelDateTime::from_ymd(2000, 1, 1).map_err(failed)?;
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
        for table in book.tables() {
            let sheet = workbook.add_worksheet();
            sheet.set_name(table.name()).map_err(failed)?;
            fill(sheet, book, table.as_ref())?;
        }
        let report = totals(book.store, &tables::by_donor_year(&book.query).query)?;
        let panels = panels(&report, book.query.convert.as_ref().map(|c| c.currency()));
        if !panels.is_empty() {
            charts::write(workbook.add_worksheet(), &panels).map_err(failed)?;
        }
        counted(workbook.add_worksheet(), book).map_err(failed)?;
        let bytes = workbook.save_to_buffer().map_err(failed)?;
        folder.write("pledgebook.xlsx", |out| {
            out.write_all(&bytes).map_err(|e| ExportError::of("xlsx")(e.into()))
        })
    }
}

fn failed(error: XlsxError) -> ExportError {
    ExportError::of("xlsx")(error.into())
}

/// How cells look.
struct Looks {
    bold: Look,
    whole: Look,
    broken: Look,
    date: Look,
}

impl Looks {
    fn new() -> Self {
        Self {
            bold: Look::new().set_bold(),
            whole: Look::new().set_num_format("#,##0"),
            broken: Look::new().set_num_format("#,##0.00"),
            date: Look::new().set_num_format("yyyy-mm-dd"),
        }
    }

    /// Whole numbers without the point that a format with optional digits would leave.
    fn of(&self, number: &Decimal) -> &Look {
        if number.is_integer() { &self.whole } else { &self.broken }
    }
}

fn fill(sheet: &mut Worksheet, book: &Book<'_>, table: &dyn Table) -> Result<(), ExportError> {
    let columns = table.columns();
    let looks = Looks::new();
    let mut widths = vec![0; columns.len()];
    for (nth, column) in columns.iter().enumerate() {
        sheet.write_with_format(0, nth as u16, column.name, &looks.bold).map_err(failed)?;
    }
    let mut row = 0;
    table.rows(book.store, &mut |cells| {
        row += 1;
        if row > ROWS {
            return Err("a sheet has no room for so many rows; use --format csv or parquet".into());
        }
        for (nth, (cell, column)) in cells.iter().zip(&columns).enumerate() {
            widths[nth] = widths[nth].max(width(cell));
            write_cell(sheet, (row, nth as u16), cell, column, &looks)?;
        }
        Ok(())
    })?;
    shape(sheet, &columns, &widths, row).map_err(failed)
}

/// Frozen headers, filters, columns as wide as what they hold, and pages that can be printed.
fn shape(
    sheet: &mut Worksheet,
    columns: &[Column],
    widths: &[u32],
    rows: u32,
) -> Result<(), XlsxError> {
    sheet.set_freeze_panes(1, 0)?;
    let last = columns.len().saturating_sub(1) as u16;
    sheet.autofilter(0, 0, rows.max(1), last)?;
    sheet.set_autofit_max_width(320).autofit();
    for (nth, column) in columns.iter().enumerate().filter(|(_, c)| c.is_number()) {
        // The widths that are guessed leave no room for the marks between thousands.
        let name = column.name.len() as u32 + 3;
        sheet.set_column_width(nth as u16, (widths[nth] + 2).max(name))?;
    }
    sheet.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(())
}

/// How many characters a number takes, those between thousands and behind the point included.
fn width(cell: &Cell<'_>) -> u32 {
    match cell {
        Cell::Decimal(number) => {
            let digits = number.trunc().mantissa().unsigned_abs().checked_ilog10().unwrap_or(0) + 1;
            digits + (digits - 1) / 3 + if number.is_integer() { 0 } else { 3 }
        }
        Cell::Integer(number) => number.unsigned_abs().checked_ilog10().unwrap_or(0) + 1,
        _ => 0,
    }
}

fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell<'_>,
    about: &Column,
    looks: &Looks,
) -> Result<(), Failure> {
    match cell {
        Cell::Empty => return Ok(()),
        Cell::Integer(number) => sheet.write(row, column, *number)?,
        Cell::Decimal(number) => match number.to_f64() {
            // Excel counts in floats of 15 digits; a longer number is kept as text.
            Some(float) if number.normalize().mantissa().unsigned_abs() < 1_000_000_000_000_000 => {
                sheet.write_with_format(row, column, float, looks.of(number))?
            }
            _ => sheet.write(row, column, number.to_string())?,
        },
        Cell::Date(day) => {
            let day = ExcelDateTime::parse_from_str(&day.to_string())?;
            sheet.write_with_format(row, column, &day, &looks.date)?
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

/// The sheet that says how it was counted.
fn counted(sheet: &mut Worksheet, book: &Book<'_>) -> Result<(), XlsxError> {
    sheet.set_name("how it was counted")?;
    let state = book.described();
    let mut lines: Vec<(String, String)> = Vec::new();
    for (name, value) in state.as_object().into_iter().flatten() {
        let text = value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned);
        lines.push((name.replace('_', " "), if value.is_null() { String::new() } else { text }));
    }
    lines.push(("stages".to_owned(), "never added to each other, nor are currencies".to_owned()));
    lines.extend(crate::ledger::count::Reason::ALL.iter().map(|reason| {
        let counts = if reason.counts() { "counts" } else { "does not count" };
        (reason.as_str().to_owned(), format!("{counts}: {}", reason.words(None)))
    }));
    let looks = Looks::new();
    for ((name, text), row) in lines.iter().zip(0..) {
        sheet.write_string_with_format(row, 0, defused(name), &looks.bold)?;
        sheet.write_string(row, 1, defused(text))?;
    }
    sheet.autofit();
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_has_room_for_its_numbers() {
        let cases = [("0", 1), ("999", 3), ("1000", 5), ("18000000000", 14), ("-1234.50", 8)];
        for (number, expected) in cases {
            assert_eq!(width(&number.parse::<Decimal>().unwrap().into()), expected, "{number}");
        }
        assert_eq!(width(&Cell::Integer(2026)), 4);
    }
}
