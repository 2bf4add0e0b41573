//! Names for the codes that other tables hold, filled from the word tables as codes come in.

use rusqlite::Connection;

use super::{Store, StoreError};
use crate::ledger::duplicates::stem;
use crate::lexicon::{Party, currency};

/// At most so many spellings of joint donors are looked for.
const NAMESAKES: usize = 24;

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
        .prepare_cached(
            "INSERT OR IGNORE INTO parties (code, iso3, name, firm) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute((party.code(), party.iso3(), party.name(), party.company_name().map(stem)))?;
    Ok(())
}

/// Writes beside every company what its names begin with.
pub(super) fn fill_firms(connection: &Connection) -> Result<(), StoreError> {
    let mut find = connection.prepare("SELECT code FROM parties WHERE code LIKE 'company:%'")?;
    let mut set = connection.prepare("UPDATE parties SET firm = ?2 WHERE code = ?1")?;
    let codes: Vec<String> = find.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for code in codes {
        set.execute((&code, code.strip_prefix("company:").map(stem)))?;
    }
    Ok(())
}

impl Store {
    /// The codes under which the ledger has parties that may be this one: of a company all whose names
    /// begin alike, of any other its own.
    ///
    /// # Errors
    /// When the database fails.
    pub fn namesakes(&self, party: &Party) -> Result<Vec<String>, StoreError> {
        let Some(name) = party.company_name() else { return Ok(vec![party.code().to_owned()]) };
        let sql = "SELECT code FROM parties WHERE firm = ?1 ORDER BY code";
        let mut find = self.connection.prepare_cached(sql)?;
        Ok(find.query_map([stem(name)], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// The keys under which the ledger may have figures of these donors, whatever their companies
    /// are called.
    ///
    /// # Errors
    /// When the database fails.
    pub fn donor_keys(&self, donors: &[Party]) -> Result<Vec<String>, StoreError> {
        let mut keys: Vec<Vec<String>> = vec![Vec::new()];
        for party in donors {
            let names = self.namesakes(party)?;
            let with = |key: &Vec<String>| {
                let key = key.clone();
                names.iter().map(move |name| [key.as_slice(), std::slice::from_ref(name)].concat())
            };
            keys = keys.iter().flat_map(with).take(NAMESAKES).collect();
        }
        let key = |mut codes: Vec<String>| {
            codes.sort_unstable();
            codes.join("+")
        };
        Ok(keys.into_iter().map(key).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Also in a ledger from before companies had it.
    #[test]
    fn a_company_is_found_under_its_other_names() {
        let store = Store::in_memory().unwrap();
        let party = |code: &str| Party::parse(code).unwrap();
        for code in ["company:Diehl", "company:Diehl Defence", "company:Hensoldt", "DE", "NO"] {
            fill_party(&store.connection, &party(code)).unwrap();
        }
        let keys = |codes: &[&str]| {
            let donors: Vec<Party> = codes.iter().map(|code| party(code)).collect();
            store.donor_keys(&donors).unwrap()
        };
        let both = ["company:Diehl", "company:Diehl Defence"];
        assert_eq!(keys(&["company:Diehl Defence GmbH"]), both);
        let joint = ["NO+company:Diehl", "NO+company:Diehl Defence"];
        assert_eq!(keys(&["company:Diehl", "NO"]), joint);
        assert_eq!(keys(&["NO", "DE"]), ["DE+NO"]);
        assert_eq!(keys(&[]), [""]);

        store.connection.execute("UPDATE parties SET firm = NULL", []).unwrap();
        assert_eq!(keys(&["company:Diehl"]), [""; 0]);
        fill_firms(&store.connection).unwrap();
        assert_eq!(keys(&["company:Diehl"]), both);
    }
}
