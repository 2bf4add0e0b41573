//! What counts, in lumps that agree in everything that a report may group by.

use std::collections::HashMap;
use std::str::FromStr;

use chrono::NaiveDate;
use rusqlite::Row;
use rusqlite::types::ValueRef;

use super::facts;
use super::heap::Heap;
use super::parts::Part;
use super::sum::{self, Sum};
use crate::figure::{Category, Kind, Per, Sector, Stage};
use crate::ledger::Status;
use crate::store::{Store, StoreError};

/// How finely the lumps are cut. The coarser, the faster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// By donor, years, stage, kind, sector, unit and category.
    Totals,
    /// The same by month of announcement.
    Months,
    /// One lump a figure, with everything else that is known of it; requests too.
    Figures,
}

/// Figures that agree in all of this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lump {
    /// Donor key: `DK`, `DK+NO`, empty where the text does not say.
    pub donor: String,
    /// First and last year.
    pub years: Option<(i32, i32)>,
    /// What a rate is per; only yearly ones count.
    pub per: Option<Per>,
    /// How far it has come.
    pub stage: Stage,
    /// Money or things.
    pub kind: Kind,
    /// What for.
    pub sector: Sector,
    /// The currency of money.
    pub unit: Option<String>,
    /// The sort of things.
    pub category: Option<Category>,
    /// The day of announcement; with [`Detail::Months`] the first of its month.
    pub announced: Option<NaiveDate>,
    /// The amounts.
    pub sum: Sum,
    /// What only single figures tell.
    pub single: Option<Single>,
}

/// The rest of what is known of one figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Single {
    /// Who gets it.
    pub recipient: Option<String>,
    /// The thing counted, as written.
    pub item: Option<String>,
    /// What people have said of it.
    pub status: Status,
    /// In hundredths.
    pub confidence: u8,
    /// The outlet.
    pub publisher: Option<String>,
}

impl Default for Single {
    fn default() -> Self {
        let (recipient, item, publisher) = (None, None, None);
        Self { recipient, item, status: Status::Extracted, confidence: 0, publisher }
    }
}

/// Takes lumps while they are read.
pub trait Taker {
    /// Figures follow that agree in all of this. Says whether they are wanted.
    fn begin(&mut self, lump: &Lump) -> bool;
    /// So much of the lump was announced on this day, or in the month that begins with it. The
    /// lump's own day, amount and what only single figures tell are filled with
    /// [`Detail::Figures`].
    fn take(&mut self, lump: &Lump, day: Option<NaiveDate>, sum: &Sum);
}

/// Hands each lump of a part to `taker`, in no promised order.
///
/// # Errors
/// When the database cannot be read or holds a word that this version does not know.
pub fn each_lump(
    store: &Store,
    detail: Detail,
    part: &Part,
    taker: &mut impl Taker,
) -> Result<(), StoreError> {
    let mut heap = Heap::new(store, detail, taker)?;
    let mut statement =
        store.connection.prepare(include_str!("../../../sql/reports/totals.sql"))?;
    let mut rows = statement.query([&part.from, &part.below])?;
    while let Some(row) = rows.next()? {
        let text = row.get_ref(0)?.as_bytes().map_err(rusqlite::Error::from)?;
        heap.enter(text, row.get(1)?)?;
    }
    heap.hand_over();
    Ok(())
}

/// A row whose first columns are those of `accounts.sql`.
pub(super) fn read_figure(row: &Row<'_>) -> Result<Lump, rusqlite::Error> {
    Ok(Lump { sum: single_sum(row)?, single: Some(read_single(row)?), ..read_common(row)? })
}

/// The columns that every lump has.
pub(super) fn read_common(row: &Row<'_>) -> Result<Lump, rusqlite::Error> {
    let (first, last): (Option<i32>, Option<i32>) = (row.get(1)?, row.get(2)?);
    Ok(Lump {
        donor: row.get(0)?,
        years: first.zip(last),
        per: term(row, 3)?,
        stage: needed(row, 4)?,
        kind: needed(row, 5)?,
        sector: needed(row, 6)?,
        unit: row.get(7)?,
        category: term(row, 8)?,
        announced: day(row, 9)?,
        sum: Sum::default(),
        single: None,
    })
}

/// The sum of one figure, from the columns after the first ten.
pub(super) fn single_sum(row: &Row<'_>) -> Result<Sum, rusqlite::Error> {
    let mut sum = Sum::default();
    sum.add(sum::Part {
        id: row.get(10)?,
        document: row.get(11)?,
        counted: row.get::<_, Option<i64>>(12)?.unwrap_or_default(),
        value: row.get(13)?,
        low: row.get(14)?,
        high: row.get(15)?,
        bound: row.get_ref(16)?.as_bytes()?,
    });
    Ok(sum)
}

fn read_single(row: &Row<'_>) -> Result<Single, rusqlite::Error> {
    Ok(Single {
        recipient: row.get(17)?,
        item: row.get(18)?,
        status: needed(row, 19)?,
        confidence: row.get(20)?,
        publisher: row.get(21)?,
    })
}

/// A word of a closed vocabulary, or nothing.
pub(crate) fn term<T>(row: &Row<'_>, column: usize) -> Result<Option<T>, rusqlite::Error>
where
    T: FromStr<Err: std::error::Error + Send + Sync + 'static>,
{
    match row.get_ref(column)? {
        ValueRef::Null => Ok(None),
        value => value.as_str()?.parse().map(Some).map_err(|error| {
            let kind = rusqlite::types::Type::Text;
            rusqlite::Error::FromSqlConversionFailure(column, kind, Box::new(error))
        }),
    }
}

pub(super) fn needed<T>(row: &Row<'_>, column: usize) -> Result<T, rusqlite::Error>
where
    T: FromStr<Err: std::error::Error + Send + Sync + 'static>,
{
    let name = || row.as_ref().column_name(column).unwrap_or("").to_owned();
    let missing =
        || rusqlite::Error::InvalidColumnType(column, name(), rusqlite::types::Type::Null);
    term(row, column)?.ok_or_else(missing)
}

/// `2025-01-13`, or `2025-01` as its first day; what is no date is none.
pub(crate) fn day(row: &Row<'_>, column: usize) -> Result<Option<NaiveDate>, rusqlite::Error> {
    let text = row.get_ref(column)?.as_str_or_null()?.unwrap_or_default();
    Ok(if text.len() == 7 {
        facts::day(format!("{text}-01").as_bytes())
    } else {
        facts::day(text.as_bytes())
    })
}

/// The further documents behind each counted figure: those of its duplicates.
///
/// # Errors
/// When the database cannot be read.
pub fn witnesses(store: &Store) -> Result<HashMap<i64, Vec<i64>>, StoreError> {
    let mut statement =
        store.connection.prepare(include_str!("../../../sql/reports/witnesses.sql"))?;
    let links: Vec<(i64, i64, Option<i64>)> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<Result<_, _>>()?;
    let next: HashMap<i64, i64> =
        links.iter().map(|&(figure, target, _)| (figure, target)).collect();
    let mut found: HashMap<i64, Vec<i64>> = HashMap::new();
    for (figure, _, document) in links {
        let mut end = figure;
        // A chain has at most as many links as there are; a circle ends there too.
        for _ in 0..next.len() {
            match next.get(&end) {
                Some(&target) if target != figure => end = target,
                _ => break,
            }
        }
        found.entry(end).or_default().push(document.unwrap_or(-figure));
    }
    Ok(found)
}
