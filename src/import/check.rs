//! What is wrong with a map that TOML cannot tell: words that the ledger does not have, lists that
//! are not there; each with its line.

use chrono::format::{Item, StrftimeItems};
use rust_decimal::Decimal;

use super::map::{ColumnField, Field, Map, MapError, RecordMap};
use crate::figure::{Category, Kind, Sector, Stage};
use crate::ledger::reading;
use crate::lexicon::{Party, currency};

/// Checks a map that was read from this text.
///
/// # Errors
/// The first thing that is wrong.
pub(super) fn check(map: &Map, text: &str) -> Result<(), MapError> {
    if let Some(form) = map.read.dates.iter().find(|form| !is_form(form)) {
        let says = format!("\"{form}\" is no form of dates; write it as %Y-%m-%d or %d.%m.%Y");
        return wrong(line_of(text, "[read]", 0, "dates"), "`[read]`".to_owned(), says);
    }
    for (nth, record) in map.record.iter().enumerate() {
        let named = || format!("the record \"{}\"", record.name);
        let line = |key: &str| line_of(text, "[[record]]", nth, key);
        whole(map, record).or_else(|(key, says)| wrong(line(key), named(), says))?;
        for (name, field) in record.fields() {
            given(name, field).or_else(|says| wrong(line(name), named(), says))?;
            let Field::Column(ColumnField { codes: Some(codes), .. }) = field else { continue };
            let Some(list) = map.codes.get(codes) else {
                let says =
                    format!("`{name}` looks words up in `codes.{codes}`, which is not in the map");
                return wrong(line(name), named(), says);
            };
            for (word, code) in list {
                let section = format!("[codes.{codes}]");
                meaning(name, code).or_else(|says| {
                    wrong(line_of(text, &section, 0, word), format!("`codes.{codes}`"), says)
                })?;
            }
        }
    }
    Ok(())
}

fn wrong(line: usize, part: String, says: String) -> Result<(), MapError> {
    Err(MapError::Part { line, part, says })
}

fn is_form(form: &str) -> bool {
    form.contains('%') && !StrftimeItems::new(form).any(|item| item == Item::Error)
}

/// What a record needs as a whole, with the key that is at fault.
fn whole(map: &Map, record: &RecordMap) -> Result<(), (&'static str, String)> {
    if record.kind == Kind::Money && record.unit.is_none() {
        return Err(("kind", "money needs a `unit`, a currency or its column".to_owned()));
    }
    let Some(whole) = &record.part_of else { return Ok(()) };
    let named = whole.split_once(':').map(|(name, _)| name);
    if map.record.iter().any(|r| Some(r.name.as_str()) == named) {
        return Ok(());
    }
    let says = "write the name of another record, a colon and its key";
    Err(("part_of", format!("`part_of` is \"{whole}\"; {says}")))
}

/// The words that the map itself gives for a field.
fn given(name: &str, field: &Field) -> Result<(), String> {
    match field {
        Field::Constant(word) => meaning(name, word),
        Field::Column(column) => {
            if let Some(scale) = &column.scale
                && !scale.parse::<Decimal>().is_ok_and(|scale| scale > Decimal::ZERO)
            {
                return Err(format!(
                    "the `scale` of `{name}` is \"{scale}\"; write a number above zero, such as \"1000000\""
                ));
            }
            let words = [&column.default, &column.otherwise];
            words.into_iter().flatten().try_for_each(|word| meaning(name, word))
        }
    }
}

/// Whether the ledger has this word for the field; an empty one stands for nothing.
fn meaning(name: &str, word: &str) -> Result<(), String> {
    fn term<T: std::str::FromStr<Err: std::fmt::Display>>(word: &str) -> Result<(), String> {
        word.parse::<T>().map(drop).map_err(|error| error.to_string())
    }
    let said = match name {
        _ if word.is_empty() => Ok(()),
        "stage" => term::<Stage>(word),
        "sector" => term::<Sector>(word),
        "category" => term::<Category>(word),
        "unit" if currency::by_code(&word.to_uppercase()).is_none() => {
            Err(format!("\"{word}\" is no currency of ISO 4217"))
        }
        "donor" | "recipient" if Party::parse(word).is_err() => {
            reading::parties(word).map(drop).map_err(|error| error.to_string())
        }
        _ => Ok(()),
    };
    said.map_err(|says| format!("`{name}`: {says}"))
}

/// The line of a key below the `nth` of these headers, or that of the header itself.
fn line_of(text: &str, header: &str, nth: usize, key: &str) -> usize {
    let lines = || text.lines().map(str::trim).zip(1..);
    let Some((_, start)) = lines().filter(|(line, _)| line.starts_with(header)).nth(nth) else {
        return 1;
    };
    let below = lines().skip(start).take_while(|(line, _)| !line.starts_with('['));
    let named = |line: &str| {
        let (name, _) = line.split_once('=').unwrap_or_default();
        name.trim().trim_matches(['"', '\'']) == key
    };
    below.into_iter().find(|(line, _)| named(line)).map_or(start, |(_, at)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOUND: &str = "name = \"t\"\n[read]\ndates = [\"%Y\"]\n[[record]]\nname = \"pledge\"\nkey = \"{id}\"\nkind = \"money\"\nstage = \"pledge\"\ndonor = { column = \"who\", codes = \"who\" }\nrecipient = \"UA\"\nvalue = { column = \"sum\", scale = \"1000\" }\nunit = \"EUR\"\nsector = \"military\"\n[codes.who]\n\"the Danes\" = \"DK\"\n";

    #[test]
    fn what_is_wrong_is_told_by_line() {
        let cases = [
            (
                "stage = \"pledge\"",
                "stage = \"promise\"",
                "line 8, the record \"pledge\": `stage`: unknown stage \"promise\"",
            ),
            (
                "\"UA\"",
                "\"Utopia\"",
                "line 10, the record \"pledge\": `recipient`: nobody is known as \"Utopia\"",
            ),
            (
                "\"EUR\"",
                "\"XQX\"",
                "line 12, the record \"pledge\": `unit`: \"XQX\" is no currency",
            ),
            (
                "\"1000\"",
                "\"a lot\"",
                "line 11, the record \"pledge\": the `scale` of `value` is \"a lot\"",
            ),
            (
                "codes = \"who\"",
                "codes = \"all\"",
                "line 9, the record \"pledge\": `donor` looks words up in `codes.all`",
            ),
            (
                "\"DK\"",
                "\"Daneland\"",
                "line 15, `codes.who`: `donor`: nobody is known as \"Daneland\"",
            ),
            ("unit = \"EUR\"\n", "", "line 7, the record \"pledge\": money needs a `unit`"),
            ("[\"%Y\"]", "[\"%Q\"]", "line 3, `[read]`: \"%Q\" is no form of dates"),
            ("[\"%Y\"]", "[\"YYYY\"]", "line 3, `[read]`: \"YYYY\" is no form of dates"),
            (
                "kind = \"money\"",
                "kind = \"money\"\npart_of = \"x:{id}\"",
                "line 8, the record \"pledge\": `part_of` is \"x:{id}\"",
            ),
        ];
        assert!(Map::parse(SOUND).is_ok());
        for (right, wrong, says) in cases {
            let error = Map::parse(&SOUND.replacen(right, wrong, 1)).unwrap_err().to_string();
            assert!(error.starts_with(says), "{wrong}: {error}");
        }
    }
}
