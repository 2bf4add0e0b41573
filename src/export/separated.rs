//! Lines of separated values (RFC 4180): the one writer behind `export` and `report --to csv`.
//!
//! A million rows of forty cells are forty million cells, so none is made into a text of its own:
//! each is written where it goes. A cell is quoted where it holds a quote, the mark between
//! cells or a line's end.

use std::io::{self, Write};

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use super::defuse::is_formula;
use crate::report::table::Column;
use crate::report::{Cell, ColumnType};

/// Writes lines.
pub struct Separated<W> {
    out: W,
    mark: u8,
    text: Vec<bool>,
    line: Vec<u8>,
}

impl<W: Write> Separated<W> {
    /// Begins with the columns' names.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn new(out: W, mark: u8, columns: &[Column]) -> io::Result<Self> {
        let text = columns.iter().map(|c| c.holds == ColumnType::Text).collect();
        let mut lines = Self { out, mark, text, line: Vec::new() };
        let names: Vec<Cell<'_>> = columns.iter().map(|c| c.name.into()).collect();
        lines.write(&names)?;
        Ok(lines)
    }

    /// Writes a row. Text that a spreadsheet would run is defused in columns of text.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        self.line.clear();
        for (nth, cell) in cells.iter().enumerate() {
            if nth > 0 {
                self.line.push(self.mark);
            }
            match cell {
                Cell::Empty => {}
                Cell::Text(text) => {
                    let defused = self.text.get(nth) == Some(&true) && is_formula(text);
                    words(&mut self.line, self.mark, text.as_bytes(), defused);
                }
                Cell::Integer(number) => integer(&mut self.line, *number),
                Cell::Decimal(number) => decimal(&mut self.line, *number),
                Cell::Date(day) => date(&mut self.line, *day),
            }
        }
        if self.line.is_empty() && cells.len() == 1 {
            // Without quotes the line would be taken for none.
            self.line.extend_from_slice(b"\"\"");
        }
        self.line.push(b'\n');
        self.out.write_all(&self.line)
    }

    /// Hands what is left to the system.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(mut self) -> io::Result<()> {
        self.out.flush()
    }
}

fn words(line: &mut Vec<u8>, mark: u8, text: &[u8], defused: bool) {
    let quoted =
        memchr::memchr3(b'"', mark, b'\n', text).is_some() || memchr::memchr(b'\r', text).is_some();
    if quoted {
        line.push(b'"');
    }
    if defused {
        line.push(b'\'');
    }
    if quoted {
        let mut rest = text;
        while let Some(at) = memchr::memchr(b'"', rest) {
            line.extend_from_slice(&rest[..=at]);
            line.push(b'"');
            rest = &rest[at + 1..];
        }
        line.extend_from_slice(rest);
        line.push(b'"');
    } else {
        line.extend_from_slice(text);
    }
}

fn integer(line: &mut Vec<u8>, number: i64) {
    line.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
}

/// As `Display` writes it, with all digits of the scale.
fn decimal(line: &mut Vec<u8>, number: Decimal) {
    let mantissa = number.mantissa();
    if mantissa < 0 || number.is_sign_negative() {
        line.push(b'-');
    }
    let mut buffer = itoa::Buffer::new();
    let digits = match u64::try_from(mantissa.unsigned_abs()) {
        Ok(short) => buffer.format(short),
        Err(_) => buffer.format(mantissa.unsigned_abs()),
    };
    let scale = number.scale() as usize;
    if scale == 0 {
        line.extend_from_slice(digits.as_bytes());
        return;
    }
    let whole = digits.len().saturating_sub(scale);
    match whole {
        0 => line.push(b'0'),
        _ => line.extend_from_slice(&digits.as_bytes()[..whole]),
    }
    line.push(b'.');
    line.extend(std::iter::repeat_n(b'0', scale.saturating_sub(digits.len())));
    line.extend_from_slice(&digits.as_bytes()[whole..]);
}

fn date(line: &mut Vec<u8>, day: NaiveDate) {
    let Ok(year @ 0..=9999) = u32::try_from(day.year()) else {
        return line.extend_from_slice(day.to_string().as_bytes());
    };
    let digit = |number: u32| b'0' + (number % 10) as u8;
    let (month, nth) = (day.month(), day.day());
    line.extend_from_slice(&[
        digit(year / 1000),
        digit(year / 100),
        digit(year / 10),
        digit(year),
        b'-',
        digit(month / 10),
        digit(month),
        b'-',
        digit(nth / 10),
        digit(nth),
    ]);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(cells: &[Cell<'_>]) -> String {
        let columns = vec![Column::text("a", ""); cells.len()];
        let mut out = Vec::new();
        Separated::new(&mut out, b',', &columns).unwrap().write(cells).unwrap();
        let text = String::from_utf8(out).unwrap();
        text.split_once('\n').unwrap().1.to_owned()
    }

    #[test]
    fn cells_as_rfc_4180_has_them() {
        let cases = [
            ("plain words", "plain words\n"),
            ("a, b", "\"a, b\"\n"),
            ("the \"big\" one", "\"the \"\"big\"\" one\"\n"),
            ("two\nlines", "\"two\nlines\"\n"),
            ("=1+1", "'=1+1\n"),
            ("=\"x\"", "\"'=\"\"x\"\"\"\n"),
            ("", "\"\"\n"),
        ];
        for (text, line) in cases {
            assert_eq!(written(&[text.into()]), line);
        }
        assert_eq!(written(&["".into(), 7.into(), "".into()]), ",7,\n");
    }

    proptest! {
        #[test]
        fn numbers_and_days_as_they_are_shown(whole: i64, wide: i128, scale in 0_u32..=28, year in -9..12_000, nth in 1_u32..=365) {
            let day = NaiveDate::from_yo_opt(year, nth).unwrap();
            for number in [Decimal::new(whole, scale), Decimal::from_i128_with_scale(wide >> 32, scale), Decimal::ZERO] {
                prop_assert_eq!(written(&[number.into()]), format!("{number}\n"));
            }
            prop_assert_eq!(written(&[day.into()]), format!("{day}\n"));
            prop_assert_eq!(written(&[whole.into()]), format!("{whole}\n"));
        }

        #[test]
        fn every_text_is_read_back(first in ".*", second in ".*") {
            // A reader takes a byte-order mark away where the file begins.
            let line = format!("a,b\n{}", written(&[first.as_str().into(), second.as_str().into()]));
            let mut reader = csv::Reader::from_reader(line.as_bytes());
            let read = reader.records().next().unwrap().unwrap();
            prop_assert_eq!(read.len(), 2);
            for (cell, text) in read.iter().zip([&first, &second]) {
                prop_assert_eq!(cell, crate::export::defuse::defused(text));
            }
        }
    }
}
