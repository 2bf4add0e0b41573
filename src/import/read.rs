//! CSV files and workbooks into one kind of table.

use std::io::Cursor;
use std::path::Path;

use calamine::{Data, Reader, Xlsx};

use super::map::Read;
use super::table::{ImportError, Line, Sheet};

/// Reads a table; `.xlsx` is a workbook, everything else is CSV.
///
/// # Errors
/// When the file cannot be read or is no such table; with the line.
pub fn read(path: &Path, how: &Read) -> Result<Sheet, ImportError> {
    let bytes = std::fs::read(path)?;
    let workbook = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("xlsx"));
    if workbook { xlsx(bytes, how) } else { csv(&bytes, how) }
}

fn csv(bytes: &[u8], how: &Read) -> Result<Sheet, ImportError> {
    if let Some(line) = open_quote(bytes, how.delimiter as u8) {
        return Err(ImportError::Quote(line));
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(how.delimiter as u8)
        .flexible(how.header > 1)
        .from_reader(bytes);
    let mut lines = Vec::new();
    for record in reader.records() {
        let record = record.map_err(ImportError::Csv)?;
        let number = record.position().map_or(0, csv::Position::line);
        lines.push(Line { number, cells: record.iter().map(tidy).collect() });
    }
    let mut sheet = under_header(lines, how)?;
    let width = sheet.header.len();
    if let Some(line) = sheet.lines.iter().find(|line| line.cells.len() != width) {
        let says = format!("{} cells under a header of {width}", line.cells.len());
        return Err(ImportError::Figure { line: line.number, says });
    }
    if let Some(first) = sheet.header.first_mut() {
        *first = first.trim_start_matches('\u{feff}').to_owned();
    }
    Ok(sheet)
}

/// The line of a quote that opens a cell and is not closed at a cell's end. The reader of CSV would
/// take all that follows for one cell.
fn open_quote(bytes: &[u8], delimiter: u8) -> Option<u64> {
    let (mut line, mut opened, mut start) = (1, None, true);
    let mut rest = bytes.iter().copied().peekable();
    while let Some(byte) = rest.next() {
        match (byte, opened) {
            (b'"', None) if start => opened = Some(line),
            (b'"', Some(_)) if rest.peek() == Some(&b'"') => {
                rest.next();
            }
            (b'"', Some(from)) => {
                let after = rest.peek().copied().unwrap_or(b'\n');
                if after != delimiter && after != b'\n' && after != b'\r' {
                    return Some(from);
                }
                opened = None;
            }
            _ => {}
        }
        line += u64::from(byte == b'\n');
        start = byte == delimiter || byte == b'\n';
    }
    opened
}

fn xlsx(bytes: Vec<u8>, how: &Read) -> Result<Sheet, ImportError> {
    let mut book = Xlsx::new(Cursor::new(bytes))?;
    let names = book.sheet_names();
    let name = how.sheet.clone().or_else(|| names.first().cloned()).unwrap_or_default();
    if !names.contains(&name) {
        return Err(ImportError::Sheet { name, known: names.join(", ") });
    }
    let range = book.worksheet_range(&name)?;
    let top = range.start().map_or(0, |(row, _)| u64::from(row));
    let lines = range
        .rows()
        .zip(top + 1..)
        .map(|(row, number)| Line { number, cells: row.iter().map(text).collect() })
        .collect();
    let header = how.header.saturating_sub(top as usize);
    let mut sheet = under_header(lines, &Read { header, ..how.clone() })?;
    sheet.lines.retain(|line| line.cells.iter().any(|cell| !cell.is_empty()));
    sheet.remarks = merged(&mut book, &name);
    Ok(sheet)
}

/// Only the first of merged cells holds a value; the others are empty, and the reader is told.
fn merged(book: &mut Xlsx<Cursor<Vec<u8>>>, sheet: &str) -> Vec<String> {
    let regions = book.merge_cells_by_sheet_name(sheet).unwrap_or_default();
    let place = |(row, column): (u32, u32)| format!("{}{}", column_letters(column), row + 1);
    let remark = |d: &calamine::Dimensions| {
        format!(
            "{}:{} is merged: its value is taken for the first cell alone.",
            place(d.start),
            place(d.end)
        )
    };
    regions.iter().map(remark).collect()
}

/// 0 is A, 27 is AB.
fn column_letters(mut column: u32) -> String {
    let mut letters = String::new();
    loop {
        letters.insert(0, char::from(b'A' + (column % 26) as u8));
        if column < 26 {
            return letters;
        }
        column = column / 26 - 1;
    }
}

fn under_header(mut lines: Vec<Line>, how: &Read) -> Result<Sheet, ImportError> {
    let header = how.header.max(1);
    if lines.len() < header {
        return Err(ImportError::Header(how.header));
    }
    let rest = lines.split_off(header);
    let header = lines.pop().map(|line| line.cells).unwrap_or_default();
    Ok(Sheet { header, lines: rest, remarks: Vec::new() })
}

fn tidy(cell: &str) -> String {
    cell.trim().to_owned()
}

/// A cell as text: whole numbers without a point, days by ISO 8601, errors as they are shown.
fn text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => tidy(text),
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::Error(error) => error.to_string(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_csv_is_told_by_line() {
        let cases = [
            ("a,b\n1,2\n3\n", "record 2 (line: 3"),
            ("a,b\n1,2\n3,\"x\n4,5\n", "line 3: a quote"),
            ("", "no header in row 1"),
        ];
        for (text, says) in cases {
            let error = csv(text.as_bytes(), &Read::default()).unwrap_err().to_string();
            assert!(error.contains(says), "{text:?}: {error}");
        }
    }

    #[test]
    fn a_cell_may_hold_a_line_break_and_spaces_around() {
        let sheet = csv(b"\xEF\xBB\xBFa,b\n 1 ,\"x\ny\"\n2,z\n", &Read::default()).unwrap();
        assert_eq!(sheet.header, ["a", "b"]);
        assert_eq!(sheet.lines[0].cells, ["1", "x\ny"]);
        assert_eq!(sheet.lines[1].number, 4);
    }

    #[test]
    fn columns_have_letters() {
        assert_eq!([0, 25, 26, 701, 702].map(column_letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
