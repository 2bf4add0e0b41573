//! Exchange rates that a user brought.

use chrono::NaiveDate;
use rusqlite::params;
use rust_decimal::Decimal;

use super::row::needed;
use super::{Store, StoreError};

/// A rate of one day with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredRate {
    /// ISO 4217 code.
    pub currency: String,
    /// The day.
    pub day: NaiveDate,
    /// Units per euro.
    pub per_euro: Decimal,
    /// The file it was read from.
    pub source: String,
}

impl Store {
    /// Every rate that was brought, in the order of the imports: later ones hold.
    ///
    /// # Errors
    /// When the database fails.
    pub fn rates(&self) -> Result<Vec<StoredRate>, StoreError> {
        let sql = "SELECT currency, day, per_euro, source FROM rates ORDER BY id";
        let mut find = self.connection.prepare_cached(sql)?;
        let rows = find.query_map([], |row| {
            Ok(StoredRate {
                currency: row.get(0)?,
                day: needed(row, "day")?,
                per_euro: needed(row, "per_euro")?,
                source: row.get(3)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Adds rates.
    ///
    /// # Errors
    /// When the database fails.
    pub fn insert_rates(&self, rates: &[StoredRate], at: &str) -> Result<(), StoreError> {
        let sql = "INSERT INTO rates (currency, day, per_euro, source, imported)
                   VALUES (?1, ?2, ?3, ?4, ?5)";
        let mut insert = self.connection.prepare_cached(sql)?;
        for rate in rates {
            let (day, per_euro) = (rate.day.to_string(), rate.per_euro.to_string());
            insert.execute(params![rate.currency, day, per_euro, rate.source, at])?;
        }
        Ok(())
    }
}
