//! Rows of typed cells under described columns: what reports hand to exporters.

use std::borrow::Cow;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::store::{Store, StoreError};

/// A table that can be written out row by row, however long it is.
pub trait Table {
    /// The file's name without an ending.
    fn name(&self) -> &'static str;
    /// What a row is, in a sentence.
    fn about(&self) -> &'static str;
    /// The columns, in order.
    fn columns(&self) -> Vec<Column>;
    /// Hands each row to `sink`, always in the same order for the same ledger.
    ///
    /// # Errors
    /// When the database cannot be read, or the sink fails.
    fn rows(&self, store: &Store, sink: &mut Sink<'_>) -> Result<(), TableError>;
}

/// Takes the rows of a table.
pub type Sink<'a> = dyn for<'r> FnMut(Vec<Cell<'r>>) -> Result<(), Failure> + 'a;

/// Whatever went wrong where the rows went.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// A table that could not be handed over.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// The ledger's side.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The taker's side.
    #[error(transparent)]
    Sink(#[from] Failure),
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnType {
    /// Words and codes.
    Text,
    /// Whole numbers.
    Integer,
    /// Exact decimals.
    Decimal,
    /// Days.
    Date,
}

/// A column with what it means, as `datapackage.json` tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Header in `snake_case`.
    pub name: &'static str,
    /// What it holds.
    pub holds: ColumnType,
    /// What it means, in a sentence.
    pub about: &'static str,
}

impl Column {
    /// Words and codes.
    #[must_use]
    pub const fn text(name: &'static str, about: &'static str) -> Self {
        Self { name, holds: ColumnType::Text, about }
    }

    /// Whole numbers.
    #[must_use]
    pub const fn integer(name: &'static str, about: &'static str) -> Self {
        Self { name, holds: ColumnType::Integer, about }
    }

    /// Exact decimals.
    #[must_use]
    pub const fn decimal(name: &'static str, about: &'static str) -> Self {
        Self { name, holds: ColumnType::Decimal, about }
    }

    /// Days.
    #[must_use]
    pub const fn date(name: &'static str, about: &'static str) -> Self {
        Self { name, holds: ColumnType::Date, about }
    }

    /// Whether its cells are numbers.
    #[must_use]
    pub const fn is_number(&self) -> bool {
        matches!(self.holds, ColumnType::Integer | ColumnType::Decimal)
    }
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Nothing is known.
    Empty,
    /// Words or a code.
    Text(Cow<'a, str>),
    /// A whole number.
    Integer(i64),
    /// An exact decimal.
    Decimal(Decimal),
    /// A day.
    Date(NaiveDate),
}

impl<'a> Cell<'a> {
    /// Text; nothing where it is empty.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// The same, to be kept.
    #[must_use]
    pub fn into_owned(self) -> Cell<'static> {
        match self {
            Self::Empty => Cell::Empty,
            Self::Text(text) => Cell::Text(text.into_owned().into()),
            Self::Integer(number) => Cell::Integer(number),
            Self::Decimal(number) => Cell::Decimal(number),
            Self::Date(day) => Cell::Date(day),
        }
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell<'_> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        Self::text(text)
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Self::text(text)
    }
}

impl<'a> From<&'a String> for Cell<'a> {
    fn from(text: &'a String) -> Self {
        Self::text(text.as_str())
    }
}

impl<'a> From<Cow<'a, str>> for Cell<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::text(text)
    }
}

impl From<i64> for Cell<'_> {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<Decimal> for Cell<'_> {
    fn from(number: Decimal) -> Self {
        Self::Decimal(number)
    }
}

impl From<NaiveDate> for Cell<'_> {
    fn from(day: NaiveDate) -> Self {
        Self::Date(day)
    }
}

impl std::fmt::Display for Cell<'_> {
    /// As CSV writes it: plain decimals, ISO 8601 days, nothing for nothing.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => Ok(()),
            Self::Text(text) => f.write_str(text),
            Self::Integer(number) => write!(f, "{number}"),
            Self::Decimal(number) => write!(f, "{number}"),
            Self::Date(day) => write!(f, "{day}"),
        }
    }
}
