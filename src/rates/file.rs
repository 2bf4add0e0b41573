//! Files of rates: the bank's own form, and a list of fixed rates.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::Table;
use crate::lexicon::currency;

/// One rate a currency, in units per euro.
pub type Fixed = BTreeMap<String, Decimal>;

/// What a file of rates holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RateFile {
    /// `Date,USD,JPY,…`: the form of the European Central Bank, with one currency or many.
    Daily(Table),
    /// `currency,per_eur`: one rate each, whatever the day.
    Fixed(Fixed),
}

/// A file of rates that cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum RateError {
    /// Not a CSV file.
    #[error(transparent)]
    Csv(#[from] csv::Error),
    /// Another header.
    #[error(
        "line 1: the header is \"{0}\"; write \"Date,USD,…\" for daily rates or \"currency,per_eur\" for fixed ones"
    )]
    Header(String),
    /// A code that ISO 4217 does not have.
    #[error("line {line}: \"{code}\" is no currency code of ISO 4217")]
    Currency {
        /// Where.
        line: u64,
        /// As written.
        code: String,
    },
    /// Not a day.
    #[error("line {line}: \"{text}\" is no date; write YYYY-MM-DD")]
    Date {
        /// Where.
        line: u64,
        /// As written.
        text: String,
    },
    /// Not a rate.
    #[error(
        "line {line}, {currency}: \"{text}\" is no rate; write how many units one euro is, above zero (N/A where none is known)"
    )]
    Rate {
        /// Where.
        line: u64,
        /// Whose.
        currency: String,
        /// As written.
        text: String,
    },
    /// The file as such.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// No rate at all.
    #[error("there is no rate in it")]
    Empty,
}

/// Reads a file of rates; its header says which form it has.
///
/// # Errors
/// When it is of no known form, or a date, a currency or a rate is none; with the line.
pub fn read(input: impl Read) -> Result<RateFile, RateError> {
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(input);
    let header: Vec<String> = reader.headers()?.iter().map(ToOwned::to_owned).collect();
    let first = header.first().map(|name| name.trim_start_matches('\u{feff}').to_lowercase());
    match first.as_deref() {
        Some("date") if header.len() > 1 => daily(&mut reader, &header).map(RateFile::Daily),
        Some("currency") if header.len() == 2 => fixed(&mut reader).map(RateFile::Fixed),
        _ => Err(RateError::Header(header.join(","))),
    }
}

/// Reads the packed table that comes with the program.
pub(super) fn unpack(packed: &[u8]) -> Result<Table, RateError> {
    match read(flate2::read::GzDecoder::new(packed))? {
        RateFile::Daily(table) => Ok(table),
        RateFile::Fixed(_) => Err(RateError::Empty),
    }
}

/// The lines of one month ("2025-01") of the packed table, without reading the others.
pub(super) fn unpack_month(packed: &[u8], month: &str) -> Result<Table, RateError> {
    let mut text = String::new();
    for (nth, line) in BufReader::new(flate2::read::GzDecoder::new(packed)).lines().enumerate() {
        let line = line?;
        if nth == 0 || line.starts_with(month) {
            text.push_str(&line);
            text.push('\n');
        }
    }
    match read(text.as_bytes())? {
        RateFile::Daily(table) => Ok(table),
        RateFile::Fixed(_) => Err(RateError::Empty),
    }
}

fn daily(reader: &mut csv::Reader<impl Read>, header: &[String]) -> Result<Table, RateError> {
    // The bank's own file has currencies that ISO 4217 has dropped; they do no harm.
    let currencies: Vec<&str> = header[1..].iter().map(String::as_str).collect();
    if let Some(code) = currencies.iter().find(|c| !c.is_empty() && !is_code(c)) {
        return Err(RateError::Currency { line: 1, code: (*code).to_owned() });
    }
    let mut table = Table::default();
    let mut any = false;
    for record in reader.records() {
        let record = record?;
        let line = record.position().map_or(0, csv::Position::line);
        let text = record.get(0).unwrap_or_default();
        let day = NaiveDate::parse_from_str(text, "%Y-%m-%d")
            .map_err(|_| RateError::Date { line, text: text.to_owned() })?;
        for (currency, text) in currencies.iter().zip(record.iter().skip(1)) {
            if !currency.is_empty() && !matches!(text, "" | "N/A") {
                table.insert(currency, day, rate(text, line, currency)?);
                any = true;
            }
        }
    }
    if any { Ok(table) } else { Err(RateError::Empty) }
}

fn fixed(reader: &mut csv::Reader<impl Read>) -> Result<Fixed, RateError> {
    let mut rates = Fixed::new();
    for record in reader.records() {
        let record = record?;
        let line = record.position().map_or(0, csv::Position::line);
        let code = record.get(0).unwrap_or_default();
        if currency::by_code(code).is_none() {
            return Err(RateError::Currency { line, code: code.to_owned() });
        }
        rates.insert(code.to_owned(), rate(record.get(1).unwrap_or_default(), line, code)?);
    }
    if rates.is_empty() {
        return Err(RateError::Empty);
    }
    rates.entry("EUR".to_owned()).or_insert(Decimal::ONE);
    Ok(rates)
}

fn is_code(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase())
}

fn rate(text: &str, line: u64, currency: &str) -> Result<Decimal, RateError> {
    let rate = text.parse::<Decimal>().ok().filter(|rate| *rate > Decimal::ZERO);
    rate.ok_or_else(|| RateError::Rate {
        line,
        currency: currency.to_owned(),
        text: text.to_owned(),
    })
}
