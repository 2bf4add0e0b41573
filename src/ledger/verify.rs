//! Whether everything is as it was reported: the file, the texts, the citations, what counts, and
//! the history.

use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::thread;

use serde_json::Value;

use super::change::{Fields, changed_counts, document_fields, fields, link_fields};
use super::{Ledger, LedgerError};
use crate::store::{Edit, Store, StoreError, Subject};

/// Rows looked at together.
const CHUNK: i64 = 2000;

/// What is wrong with a ledger, in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checked {
    /// The database itself: damaged pages, broken indexes, rows that name what is not there.
    pub file: Vec<String>,
    /// Its rows: texts, citations, what counts, the history.
    pub rows: Vec<String>,
}

impl Ledger {
    /// Everything that is wrong, in words; nothing where all is well.
    ///
    /// # Errors
    /// When the database cannot be looked at for another reason than damage.
    pub fn verify(&self) -> Result<Vec<String>, LedgerError> {
        let Checked { mut file, rows } = self.check_all()?;
        file.extend(rows);
        Ok(file)
    }

    /// The same, what is wrong with the file apart from what is wrong with its rows.
    ///
    /// # Errors
    /// As [`Ledger::verify`].
    pub fn check_all(&self) -> Result<Checked, LedgerError> {
        // Half of the time goes into each. Both look at one state, whatever others write meanwhile.
        let second = self.second_reader().map(|second| thread::spawn(move || second.integrity()));
        let rows = self.store().snapshot(|_| self.check());
        let file = match second {
            Some(file) => file.join().unwrap_or_else(|panic| resume_unwind(panic)),
            None => self.store().integrity(),
        };
        let damage = |error: LedgerError| match error {
            LedgerError::Store(StoreError::Damaged(why)) => Ok(vec![why]),
            error => Err(error),
        };
        let mut file = file.map_err(LedgerError::from).or_else(damage)?;
        let rows = match rows.map_err(damage) {
            Ok(rows) => rows,
            Err(why) => {
                file.extend(why?);
                Vec::new()
            }
        };
        file.dedup();
        Ok(Checked { file, rows })
    }

    /// Another look at the same file; none at a ledger in memory or as it was.
    fn second_reader(&self) -> Option<Store> {
        self.store().again().ok().flatten()
    }

    fn check(&self) -> Result<Vec<String>, LedgerError> {
        let store = self.store();
        let mut problems = Vec::new();
        for id in store.altered_documents()? {
            problems.push(format!("the text of document {id} is not the one that was taken in"));
        }
        for wrong in store.false_citations()? {
            problems.push(format!(
                "figure {} cites \"{}\" from document {}, where \"{}\" stands",
                wrong.figure, wrong.quote, wrong.document, wrong.there
            ));
        }
        self.check_figures(&mut problems)?;
        self.check_documents(&mut problems)?;
        self.check_links(&mut problems)?;
        Ok(problems)
    }

    fn check_figures(&self, problems: &mut Vec<String>) -> Result<(), LedgerError> {
        let store = self.store();
        for (first, last) in chunks(store.last(Subject::Figure)?) {
            let records = store.figures_of_range(first, last)?;
            let ids: Vec<i64> = records.iter().map(|record| record.id).collect();
            for right in changed_counts(store.connected(&ids)?) {
                let amount = right.counted.map_or("nothing".to_owned(), |a| a.to_string());
                problems.push(format!(
                    "figure {} should count with {amount} ({})",
                    right.id, right.verdict
                ));
            }
            let replayed = replay(store.edits_of_range(Subject::Figure, first, last)?);
            for record in &records {
                let mut past = replayed.get(&record.id).cloned().unwrap_or_default();
                past.remove("citations");
                compare(problems, "figure", record.id, &past, &fields(record));
            }
        }
        problems.sort();
        problems.dedup();
        Ok(())
    }

    fn check_documents(&self, problems: &mut Vec<String>) -> Result<(), LedgerError> {
        let store = self.store();
        for (first, last) in chunks(store.last(Subject::Document)?) {
            let replayed = replay(store.edits_of_range(Subject::Document, first, last)?);
            for id in first..=last {
                if let Some(stored) = store.document(id)? {
                    let past = replayed.get(&id).cloned().unwrap_or_default();
                    compare(problems, "document", id, &past, &document_fields(&stored.document));
                }
            }
        }
        Ok(())
    }

    fn check_links(&self, problems: &mut Vec<String>) -> Result<(), LedgerError> {
        let store = self.store();
        for (first, last) in chunks(store.last(Subject::Link)?) {
            let replayed = replay(store.edits_of_range(Subject::Link, first, last)?);
            for id in first..=last {
                if let Some(link) = store.link(id)? {
                    let past = replayed.get(&id).cloned().unwrap_or_default();
                    compare(problems, "link", id, &past, &link_fields(&link));
                }
            }
        }
        Ok(())
    }
}

fn chunks(last: i64) -> impl Iterator<Item = (i64, i64)> {
    (1..=last).step_by(CHUNK as usize).map(move |first| (first, (first + CHUNK - 1).min(last)))
}

/// The rows that come out when the changes are made one after the other.
pub(super) fn replay(edits: Vec<Edit>) -> BTreeMap<i64, Fields> {
    let mut rows: BTreeMap<i64, Fields> = BTreeMap::new();
    for edit in edits {
        let row = rows.entry(edit.record).or_default();
        for (name, value) in edit.after.unwrap_or_default() {
            if value == Value::Null {
                row.remove(&name);
            } else {
                row.insert(name, value);
            }
        }
    }
    rows
}

fn compare(problems: &mut Vec<String>, what: &str, id: i64, past: &Fields, now: &Fields) {
    let names = past.keys().chain(now.keys().filter(|name| !past.contains_key(*name)));
    for name in names.filter(|name| past.get(*name) != now.get(*name)) {
        let word =
            |fields: &Fields| fields.get(name).map_or("nothing".to_owned(), Value::to_string);
        let (was, is) = (word(past), word(now));
        problems.push(format!("{what} {id}: {name} is {is}, by its history it is {was}"));
    }
}
