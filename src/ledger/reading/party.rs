//! Parties by any usual name.

use crate::lexicon::table::{list, rows};
use crate::lexicon::{Party, country, english};
use crate::text::Text;

/// A name that no table has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "nobody is known as \"{given}\"{hint}; write a country (DK, DNK, Denmark), a body (EU, NATO), ALLIES or company:NAME"
)]
pub struct NobodyKnown {
    /// As written.
    pub given: String,
    /// "; did you mean …?" or nothing.
    pub hint: String,
}

/// Reads one party: a code, `company:NAME`, or a usual name ("UK", "Britain", "Rheinmetall").
///
/// # Errors
/// When nobody is known by that name; the message offers the nearest.
pub fn party(given: &str) -> Result<Party, NobodyKnown> {
    let name = given.trim();
    by_code(name).or_else(|| by_wording(name)).ok_or_else(|| {
        let near = super::nearest(name, names());
        NobodyKnown { given: given.to_owned(), hint: super::hint(&near) }
    })
}

/// Reads joint parties: `DK+NO`, "Denmark and Norway", "Denmark, Norway".
///
/// # Errors
/// When one of them is not known.
pub fn parties(given: &str) -> Result<Vec<Party>, NobodyKnown> {
    if let Ok(one) = party(given) {
        return Ok(vec![one]);
    }
    let pieces = given.split(['+', ',']).flat_map(|piece| piece.split(" and "));
    pieces.map(str::trim).filter(|piece| !piece.is_empty()).map(party).collect()
}

fn by_code(name: &str) -> Option<Party> {
    if name.starts_with("company:") {
        return Party::parse(name).ok();
    }
    let is = |other: &str| other.eq_ignore_ascii_case(name);
    let country = country::all().find(|c| is(c.iso2) || is(c.iso3) || is(c.name));
    if let Some(country) = country {
        return Party::parse(country.iso2).ok();
    }
    let upper = name.to_uppercase();
    country::body_name(&upper).and_then(|_| Party::parse(&upper).ok())
}

/// A wording of the word tables that covers the whole name.
fn by_wording(name: &str) -> Option<Party> {
    let lexicon = english();
    let text = Text::new(name, lexicon.vocabulary());
    let (word, length) = lexicon.parties.at(lexicon.vocabulary(), &text.tokens, 0)?;
    (length == text.tokens.len()).then(|| lexicon.parties.party(word.party).clone())
}

/// Every name that a mistyped one could have meant.
fn names() -> impl Iterator<Item = &'static str> {
    let countries = rows::<6>(include_str!("../../lexicon/en/countries.tsv"), "en/countries.tsv");
    let bodies = rows::<3>(include_str!("../../lexicon/en/bodies.tsv"), "en/bodies.tsv");
    let companies = rows::<3>(include_str!("../../lexicon/en/companies.tsv"), "en/companies.tsv");
    countries
        .flat_map(|row| list(row[1]))
        .chain(bodies.flat_map(|row| list(row[1])))
        .chain(companies.map(|row| row[0]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_usual_name_will_do() {
        let table = [
            ("UK", "GB"),
            ("Britain", "GB"),
            ("gb", "GB"),
            ("GBR", "GB"),
            ("United States", "US"),
            ("denmark", "DK"),
            ("EU", "EU"),
            ("nato", "NATO"),
            ("ALLIES", "ALLIES"),
            ("Rheinmetall", "company:Rheinmetall"),
            ("company:Smith & Sons", "company:Smith & Sons"),
        ];
        for (name, code) in table {
            assert_eq!(party(name).map(|p| p.code().to_owned()).as_deref(), Ok(code), "{name}");
        }
    }

    #[test]
    fn joint_parties_are_several() {
        for given in ["DK+NO", "Denmark and Norway", "Denmark, Norway"] {
            let codes: Vec<String> =
                parties(given).unwrap().iter().map(|p| p.code().to_owned()).collect();
            assert_eq!(codes, ["DK", "NO"], "{given}");
        }
    }

    #[test]
    fn the_nearest_names_are_offered() {
        let error = party("Denmrak").unwrap_err().to_string();
        assert!(error.contains("did you mean Denmark"), "{error}");
        let error = party("qqqq").unwrap_err().to_string();
        assert!(!error.contains("did you mean"), "{error}");
    }
}
