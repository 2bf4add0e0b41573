//! Exchange rates, and amounts turned from one currency into another.
//!
//! A conversion is only worth something when another can repeat it: which rate, of which day or
//! month, from which table. The default is that of the Kiel Institute's Ukraine Support Tracker:
//! the mean of the European Central Bank's daily reference rates in the calendar month of the
//! announcement. 35,000,000 Australian dollars of March 2022 are EUR 23,417,159.98, because the
//! month's 23 rates have a mean of 1.49463… dollars per euro. Between two other currencies the way
//! leads through the euro.
//!
//! `eurofxref.csv.gz` holds the bank's rates since 2014, as published ("Euro foreign exchange
//! reference rates", © European Central Bank; free to reuse with the source named and the figures
//! unchanged). To renew it, take the bank's `eurofxref-hist.csv`, keep the header and the lines from
//! 2014 on, and pack it with `gzip -9n`; or give a newer file to `pledgebook rates import`.

mod basis;
mod convert;
mod file;
mod series;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

pub use basis::Basis;
pub use convert::Converter;
pub use file::{Fixed, RateError, RateFile, read};
pub use series::{Series, Table};

/// What the built-in table is called where rates are named.
pub const BUILT_IN: &str = "ECB reference rates";

const PACKED: &[u8] = include_bytes!("eurofxref.csv.gz");

/// The European Central Bank's rates that come with the program.
///
/// # Errors
/// Never in a sound build: a test reads the whole table.
pub fn built_in() -> Result<Table, RateError> {
    file::unpack(PACKED)
}

/// Of these rates those of the month of this day: a single look takes a tenth of the time.
///
/// # Errors
/// When the month has none.
pub fn built_in_of_month(day: NaiveDate) -> Result<Table, RateError> {
    file::unpack_month(PACKED, &day.format("%Y-%m").to_string())
}
