//! Every figure with its verdict and its source: what `why` and the exports tell.

use chrono::NaiveDate;
use rusqlite::Row;

use super::lump::{Lump, day, read_figure, term};
use crate::figure::Bound;
use crate::ledger::Links;
use crate::ledger::count::Reason;
use crate::store::{Filter, Store, StoreError};

/// One figure, in or out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its number.
    pub id: i64,
    /// What reports group and filter by; its sum is what counts, and nothing where it is out.
    pub lump: Lump,
    /// The amount as told, in the smallest unit.
    pub value: Option<i64>,
    /// A range's lower end.
    pub low: Option<i64>,
    /// A range's upper end.
    pub high: Option<i64>,
    /// How sharp it is.
    pub bound: Bound,
    /// What enters totals, or of a request what a report of requests shows; nothing where it is out.
    pub counted: Option<i64>,
    /// Why.
    pub reason: Reason,
    /// Its links.
    pub links: Links,
    /// A running total.
    pub cumulative: bool,
    /// Worked out, not written.
    pub derived: bool,
    /// Who says so.
    pub speaker: Option<String>,
    /// The amount as printed.
    pub wording: Option<String>,
    /// The sentence it stands in.
    pub sentence: Option<String>,
    /// What it is for, in a person's words.
    pub purpose: Option<String>,
    /// First mention: start, end and wording.
    pub mention: Option<(i64, i64, String)>,
    /// Where it comes from.
    pub source: Source,
}

/// A figure's source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Source {
    /// The document's number, where it is in the ledger.
    pub document: Option<i64>,
    /// Its headline.
    pub title: Option<String>,
    /// The outlet.
    pub publisher: Option<String>,
    /// Its address, or the reference that a person gave.
    pub url: Option<String>,
    /// When it was published.
    pub published: Option<NaiveDate>,
}

impl Account {
    /// The record that its verdict speaks of.
    #[must_use]
    pub const fn other(&self) -> Option<i64> {
        match self.reason {
            Reason::Rest | Reason::NoRest | Reason::Inside => self.links.part_of,
            Reason::Equivalent => self.links.equivalent_of,
            Reason::Duplicate | Reason::Repeat => self.links.same_as,
            Reason::Superseded => self.links.superseded_by,
            _ => None,
        }
    }
}

/// Of a value with fewer figures than this, only those are read.
const FEW: i64 = 200_000;

const SELECT: &str = include_str!("../../../sql/reports/accounts.sql");

/// Hands the figures that a filter lets through to `take`, in no promised order.
///
/// # Errors
/// When the database cannot be read.
pub fn accounts_of(
    store: &Store,
    filter: &Filter,
    mut take: impl FnMut(Account),
) -> Result<(), StoreError> {
    let condition = store.condition(filter, FEW)?;
    let sql = format!("{SELECT} WHERE {}", condition.sql.join(" AND "));
    let mut statement = store.connection.prepare(&sql)?;
    let mut rows = statement.query(rusqlite::params_from_iter(condition.values))?;
    while let Some(row) = rows.next()? {
        take(read(row)?);
    }
    Ok(())
}

/// Hands the figures with these numbers to `take`.
///
/// # Errors
/// When the database cannot be read.
pub fn accounts(
    store: &Store,
    ids: &[i64],
    mut take: impl FnMut(Account),
) -> Result<(), StoreError> {
    let sql = format!("{SELECT} WHERE f.id = ?1");
    let mut statement = store.connection.prepare(&sql)?;
    for id in ids {
        let mut rows = statement.query([id])?;
        while let Some(row) = rows.next()? {
            take(read(row)?);
        }
    }
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Account> {
    let lump = read_figure(row)?;
    let verdict: String = row.get(22)?;
    let reason = Reason::parse(&verdict).unwrap_or(Reason::Counted);
    let place: (Option<i64>, Option<i64>, Option<String>) =
        (row.get(33)?, row.get(34)?, row.get(35)?);
    let reference: Option<String> = row.get(29)?;
    Ok(Account {
        id: row.get(10)?,
        value: row.get(13)?,
        low: row.get(14)?,
        high: row.get(15)?,
        bound: term(row, 16)?.unwrap_or(Bound::Exact),
        counted: row.get(12)?,
        reason,
        links: Links {
            part_of: row.get(36)?,
            equivalent_of: row.get(37)?,
            same_as: row.get(38)?,
            superseded_by: row.get(39)?,
        },
        cumulative: row.get(23)?,
        derived: row.get(24)?,
        speaker: row.get(25)?,
        wording: row.get(26)?,
        sentence: row.get(27)?,
        purpose: row.get(28)?,
        mention: match place {
            (Some(start), Some(end), Some(quote)) => Some((start, end, quote)),
            _ => None,
        },
        source: Source {
            document: row.get(11)?,
            title: row.get(30)?,
            publisher: lump.single.as_ref().and_then(|s| s.publisher.clone()),
            url: row.get::<_, Option<String>>(31)?.or(reference),
            published: day(row, 32)?,
        },
        lump,
    })
}
