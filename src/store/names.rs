//! Names for the codes that other tables hold, filled from the word tables as codes come in.

use rusqlite::Connection;

use super::StoreError;
use crate::lexicon::{Party, currency};

/// Writes every currency with its exponent, so that views can print whole units.
pub(super) fn fill_currencies(connection: &Connection) -> Result<(), StoreError> {
    let mut insert = connection.prepare(
        "INSERT INTO currencies (code, exponent, minor, name) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (code) DO UPDATE SET name = excluded.name",
    )?;
    for currency in currency::all() {
        let minor = 10_i64.pow(currency.exponent);
        insert.execute((currency.code, currency.exponent, minor, currency.name))?;
    }
    Ok(())
}

/// Makes sure that a party has its row.
pub(super) fn fill_party(connection: &Connection, party: &Party) -> Result<(), StoreError> {
    connection
        .prepare_cached("INSERT OR IGNORE INTO parties (code, iso3, name) VALUES (?1, ?2, ?3)")?
        .execute((party.code(), party.iso3(), party.name()))?;
    Ok(())
}
