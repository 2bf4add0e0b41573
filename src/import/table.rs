//! A table as read from a file: a header, and rows of text with their lines.

/// A row with the line (CSV) or row (XLSX) where it begins, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Where it begins.
    pub number: u64,
    /// The cells as text, without spaces around them.
    pub cells: Vec<String>,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// The column's names, without spaces around them.
    pub header: Vec<String>,
    /// The rows below.
    pub lines: Vec<Line>,
    /// What the reader should know: merged cells.
    pub remarks: Vec<String>,
}

impl Sheet {
    /// Where a column stands.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|column| column == name)
    }
}

impl From<calamine::XlsxError> for ImportError {
    fn from(error: calamine::XlsxError) -> Self {
        Self::Workbook(error.to_string())
    }
}

/// A table that cannot be read; nothing of it was taken in.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// CSV of changing width, or of another encoding.
    #[error("{0}; nothing was taken in")]
    Csv(csv::Error),
    /// A quote that never closes.
    #[error(
        "line {0}: a quote (\") is opened here and not closed at the end of the cell; nothing was taken in"
    )]
    Quote(u64),
    /// Not a workbook.
    #[error("it is no Excel workbook that can be read ({0}); nothing was taken in")]
    Workbook(String),
    /// A sheet that is not there.
    #[error("there is no sheet \"{name}\"; the workbook has {known}")]
    Sheet {
        /// The map's.
        name: String,
        /// The workbook's.
        known: String,
    },
    /// No header.
    #[error("there is no header in row {0}; `header` in the map says where it is")]
    Header(usize),
    /// A column that is not there.
    #[error(
        "the map's record \"{record}\" names the column \"{column}\", which is not in the table{hint}; it has {known}"
    )]
    Column {
        /// The record of the map.
        record: String,
        /// The missing column.
        column: String,
        /// "; did you mean …?" or nothing.
        hint: String,
        /// The table's columns.
        known: String,
    },
    /// Two rows with the same key.
    #[error(
        "lines {first} and {second} both make the record \"{key}\"; add a column or {{#}} to the map's `key`"
    )]
    Twice {
        /// The key.
        key: String,
        /// The first line.
        first: u64,
        /// The second line.
        second: u64,
    },
    /// A line of figures that is none.
    #[error("line {line}: {says}; nothing was taken in")]
    Figure {
        /// Where.
        line: u64,
        /// What is wrong.
        says: String,
    },
}
