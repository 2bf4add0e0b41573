//! Rows of figures as records.

use rusqlite::Row;

use super::row::{needed, word};
use crate::figure::Confidence;
use crate::ledger::amount::from_minor;
use crate::ledger::{Links, Record};
use crate::lexicon::Party;

/// The columns of a record, in the order of `SELECT`: read by their place, since a look for each by
/// its name took a quarter of the time of `add`.
const COLUMNS: [&str; 35] = [
    "id",
    "document",
    "local",
    "origin",
    "kind",
    "value",
    "low",
    "high",
    "bound",
    "unit",
    "item",
    "category",
    "recipient",
    "stage",
    "year_first",
    "year_last",
    "cumulative",
    "sector",
    "speaker",
    "per",
    "derived",
    "confidence",
    "announced",
    "status",
    "wording",
    "sentence",
    "purpose",
    "reference",
    "counted",
    "verdict",
    "donors",
    "part_of",
    "equivalent_of",
    "same_as",
    "superseded_by",
];

/// The place of a column, found when the program is built.
const fn at(name: &str) -> usize {
    let mut place = 0;
    while place < COLUMNS.len() {
        let (a, b) = (COLUMNS[place].as_bytes(), name.as_bytes());
        let mut byte = 0;
        while byte < a.len() && byte < b.len() && a[byte] == b[byte] {
            byte += 1;
        }
        if byte == a.len() && byte == b.len() {
            return place;
        }
        place += 1;
    }
    panic!("a record has no such column")
}

/// Its sure links come as numbers from one look at the index each.
pub(super) const SELECT: &str = "SELECT f.id, f.document, f.local, f.origin, f.kind, f.value, f.low, f.high, f.bound, f.unit,
    f.item, f.category, f.recipient, f.stage, f.year_first, f.year_last, f.cumulative, f.sector, f.speaker,
    f.per, f.derived, f.confidence, f.announced, f.status, f.wording, f.sentence, f.purpose, f.reference,
    f.counted, f.verdict,
    (SELECT group_concat(party, '\u{1f}') FROM (SELECT party FROM figure_donors
        WHERE figure = f.id ORDER BY position)) AS donors,
    (SELECT target FROM links WHERE figure = f.id AND relation = 'part_of' AND state = 'sure') AS part_of,
    (SELECT target FROM links WHERE figure = f.id AND relation = 'equivalent_of' AND state = 'sure') AS equivalent_of,
    (SELECT target FROM links WHERE figure = f.id AND relation = 'same_as' AND state = 'sure') AS same_as,
    (SELECT target FROM links WHERE figure = f.id AND relation = 'superseded_by' AND state = 'sure') AS superseded_by
    FROM figures AS f";

/// Reads a row of [`SELECT`].
pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Record> {
    let unit: Option<String> = row.get(const { at("unit") })?;
    let amount = |column: usize| -> rusqlite::Result<_> {
        Ok(row.get::<_, Option<i64>>(column)?.map(|minor| from_minor(minor, unit.as_deref())))
    };
    let years: (Option<i32>, Option<i32>) =
        (row.get(const { at("year_first") })?, row.get(const { at("year_last") })?);
    let donors: Option<String> = row.get(const { at("donors") })?;
    let donors = donors.iter().flat_map(|all| all.split('\u{1f}'));
    Ok(Record {
        id: row.get(const { at("id") })?,
        document: row.get(const { at("document") })?,
        local: row.get(const { at("local") })?,
        origin: needed(row, const { at("origin") })?,
        kind: needed(row, const { at("kind") })?,
        value: amount(const { at("value") })?,
        low: amount(const { at("low") })?,
        high: amount(const { at("high") })?,
        bound: needed(row, const { at("bound") })?,
        item: row.get(const { at("item") })?,
        category: word(row, const { at("category") })?,
        donors: donors.filter_map(|code| Party::parse(code).ok()).collect(),
        recipient: row
            .get::<_, Option<String>>(const { at("recipient") })?
            .and_then(|c| Party::parse(&c).ok()),
        stage: needed(row, const { at("stage") })?,
        years: years.0.zip(years.1),
        cumulative: row.get(const { at("cumulative") })?,
        sector: needed(row, const { at("sector") })?,
        speaker: row.get(const { at("speaker") })?,
        per: word(row, const { at("per") })?,
        derived: row.get(const { at("derived") })?,
        confidence: Confidence::from_hundredths(row.get(const { at("confidence") })?),
        announced: word(row, const { at("announced") })?,
        status: needed(row, const { at("status") })?,
        wording: row.get(const { at("wording") })?,
        sentence: row.get(const { at("sentence") })?,
        purpose: row.get(const { at("purpose") })?,
        reference: row.get(const { at("reference") })?,
        links: Links {
            part_of: row.get(const { at("part_of") })?,
            equivalent_of: row.get(const { at("equivalent_of") })?,
            same_as: row.get(const { at("same_as") })?,
            superseded_by: row.get(const { at("superseded_by") })?,
        },
        counted: amount(const { at("counted") })?,
        verdict: row.get(const { at("verdict") })?,
        unit,
    })
}

#[cfg(test)]
mod tests {
    use super::{COLUMNS, SELECT};
    use crate::store::Store;

    #[test]
    fn columns_stand_in_their_places() {
        let store = Store::in_memory().unwrap();
        let select = store.connection.prepare(SELECT).unwrap();
        assert_eq!(select.column_names().collect::<Vec<_>>(), COLUMNS);
    }
}
