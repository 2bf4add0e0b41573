//! A map applied to a table: records with their keys and links, and what could not be read.

use std::collections::HashMap;

use super::map::{Field, Map, RecordMap, Values};
use super::row::Row;
use super::table::{ImportError, Line, Sheet};
use crate::ledger::bring::Incoming;

/// Something in a cell that cannot be right or was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flag {
    /// The line in the file.
    pub line: u64,
    /// The field of the record.
    pub field: &'static str,
    /// What is wrong, and what was done.
    pub says: String,
}

/// What a table gives.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// The records, wholes before their parts.
    pub records: Vec<Incoming>,
    /// What could not be read, by line.
    pub flags: Vec<Flag>,
    /// Rows that no record of the map is for.
    pub unused: Vec<u64>,
}

/// Applies a map to a table.
///
/// # Errors
/// When the table lacks a column, or two rows make the same record.
pub fn apply(map: &Map, sheet: &Sheet) -> Result<Reading, ImportError> {
    for record in &map.record {
        check_columns(record, sheet)?;
    }
    let mut reading = Reading::default();
    let mut used = vec![false; sheet.lines.len()];
    let mut keys: HashMap<String, u64> = HashMap::new();
    for record in &map.record {
        let mut seen = HashMap::new();
        for (nth, line) in sheet.lines.iter().enumerate() {
            if !record.when.iter().all(|(column, values)| holds(map, sheet, line, column, values)) {
                continue;
            }
            used[nth] = true;
            let mut row = Row { map, record, sheet, line, flags: Vec::new() };
            let incoming = row.incoming(&mut seen);
            let key = incoming.record.local.clone().unwrap_or_default();
            if let Some(&first) = keys.get(&key) {
                return Err(ImportError::Twice { key, first, second: line.number });
            }
            keys.insert(key, line.number);
            reading.flags.append(&mut row.flags);
            reading.records.push(incoming);
        }
    }
    reading.flags.sort_by_key(|flag| flag.line);
    reading.unused =
        sheet.lines.iter().zip(&used).filter(|(_, used)| !**used).map(|(l, _)| l.number).collect();
    Ok(reading)
}

/// Every column that the record names must be there.
fn check_columns(record: &RecordMap, sheet: &Sheet) -> Result<(), ImportError> {
    let mut named: Vec<&str> = record.when.keys().map(String::as_str).collect();
    for (_, field) in record.fields() {
        if let Field::Column(column) = field {
            named.extend(column.column.names().iter().map(String::as_str));
        }
    }
    let templates = record.part_of.iter().chain(Some(&record.key));
    named.extend(templates.flat_map(|text| placeholders(text)).filter(|name| *name != "#"));
    let Some(missing) = named.into_iter().find(|name| sheet.column(name).is_none()) else {
        return Ok(());
    };
    let like = |name: &&String| strsim::jaro_winkler(name, missing);
    let near = sheet.header.iter().max_by(|a, b| like(a).total_cmp(&like(b)));
    let near = near.filter(|name| like(name) > 0.8);
    Err(ImportError::Column {
        record: record.name.clone(),
        column: missing.to_owned(),
        hint: near.map(|name| format!("; did you mean \"{name}\"?")).unwrap_or_default(),
        known: sheet.header.join(", "),
    })
}

/// The names in `{…}`.
pub(super) fn placeholders(template: &str) -> impl Iterator<Item = &str> {
    template.split('{').skip(1).filter_map(|piece| piece.split_once('}').map(|(name, _)| name))
}

fn holds(map: &Map, sheet: &Sheet, line: &Line, column: &str, values: &Values) -> bool {
    let cell = cell_of(map, sheet, line, column);
    let fits = |value: &String| match value.as_str() {
        "*" => cell.is_some(),
        "" => cell.is_none(),
        value => cell == Some(value),
    };
    match values {
        Values::One(value) => fits(value),
        Values::Any(values) => values.iter().any(fits),
    }
}

/// A cell that says something.
pub(super) fn cell_of<'a>(
    map: &Map,
    sheet: &Sheet,
    line: &'a Line,
    column: &str,
) -> Option<&'a str> {
    let cell = line.cells.get(sheet.column(column)?)?.as_str();
    let null = cell.is_empty() || map.read.null.iter().any(|mark| mark == cell);
    (!null).then_some(cell)
}
