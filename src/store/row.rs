//! Between a row and typed fields.

use std::fmt::Display;
use std::str::FromStr;

use rusqlite::types::Type;
use rusqlite::{Row, RowIndex};

/// A column of a closed vocabulary or a date; nothing where it is NULL.
pub(super) fn word<T>(row: &Row<'_>, column: impl RowIndex) -> rusqlite::Result<Option<T>>
where
    T: FromStr,
    T::Err: std::error::Error + Send + Sync + 'static,
{
    let text = row.get_ref(column)?.as_str_or_null()?;
    text.map(str::parse).transpose().map_err(|error| {
        let place = column.idx(row.as_ref()).unwrap_or_default();
        rusqlite::Error::FromSqlConversionFailure(place, Type::Text, Box::new(error))
    })
}

/// As [`word`], where NULL is an error.
pub(super) fn needed<T>(row: &Row<'_>, column: impl RowIndex) -> rusqlite::Result<T>
where
    T: FromStr,
    T::Err: std::error::Error + Send + Sync + 'static,
{
    word(row, column)?.ok_or_else(|| {
        let place = column.idx(row.as_ref()).unwrap_or_default();
        let name = row.as_ref().column_name(place).unwrap_or_default().to_owned();
        rusqlite::Error::InvalidColumnType(place, name, Type::Null)
    })
}

/// A term as the database spells it.
pub(super) fn text<T: Display>(term: Option<&T>) -> Option<String> {
    term.map(ToString::to_string)
}
