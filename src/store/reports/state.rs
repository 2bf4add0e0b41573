//! Sources, what does not simply count, and the ledger's state.

use chrono::NaiveDate;

use super::lump::{Lump, day, read_common};
use crate::ledger::count::Reason;
use crate::store::{Store, StoreError};

/// A source with what stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceRow {
    /// `d12` for a document, `r7` for a reference that figure 7 is the first to name.
    pub source_id: String,
    /// The headline.
    pub title: Option<String>,
    /// The outlet.
    pub publisher: Option<String>,
    /// The byline.
    pub author: Option<String>,
    /// When it was published.
    pub published: Option<NaiveDate>,
    /// Its address or reference.
    pub url: Option<String>,
    /// ISO 639-1 language.
    pub lang: Option<String>,
    /// When it was taken in, UTC.
    pub added: Option<String>,
    /// Of the stored text.
    pub sha256: Option<String>,
    /// How many figures stand in it.
    pub figures: i64,
    /// How many of them count.
    pub counted: i64,
}

/// Which state of the ledger a report was made from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// The number of the last change.
    pub edit: Option<i64>,
    /// When that was, UTC.
    pub at: Option<String>,
    /// How many figures there are.
    pub figures: i64,
    /// How many documents.
    pub documents: i64,
}

/// Every source, documents first.
///
/// # Errors
/// When the database cannot be read.
pub fn sources(store: &Store) -> Result<Vec<SourceRow>, StoreError> {
    let sql = include_str!("../../../sql/reports/sources.sql");
    let mut statement = store.connection.prepare(sql)?;
    let rows = statement.query_map([], |row| {
        Ok(SourceRow {
            source_id: row.get(0)?,
            title: row.get(1)?,
            publisher: row.get(2)?,
            author: row.get(3)?,
            published: day(row, 4)?,
            url: row.get(5)?,
            lang: row.get(6)?,
            added: row.get(7)?,
            sha256: row.get(8)?,
            figures: row.get(9)?,
            counted: row.get::<_, Option<i64>>(10)?.unwrap_or_default(),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Hands over what does not simply count: a lump without a sum, the reason, how many figures, and
/// the first of them with the largest amount among them.
///
/// # Errors
/// When the database cannot be read.
pub fn each_noted(
    store: &Store,
    mut take: impl FnMut(&Lump, Reason, i64, (i64, Option<i64>)),
) -> Result<(), StoreError> {
    let sql = include_str!("../../../sql/reports/noted.sql");
    let mut statement = store.connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let verdict: String = row.get(10)?;
        let reason = Reason::parse(&verdict).unwrap_or(Reason::Counted);
        take(&read_common(row)?, reason, row.get(11)?, (row.get(12)?, row.get(13)?));
    }
    Ok(())
}

/// The ledger's state.
///
/// # Errors
/// When the database cannot be read.
pub fn state(store: &Store) -> Result<State, StoreError> {
    let sql = include_str!("../../../sql/reports/state.sql");
    Ok(store.connection.query_row(sql, [], |row| {
        Ok(State {
            edit: row.get(0)?,
            at: row.get(1)?,
            figures: row.get(2)?,
            documents: row.get(3)?,
        })
    })?)
}
