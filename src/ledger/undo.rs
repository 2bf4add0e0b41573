//! Taking changes back, by further changes.
//!
//! An undo puts the changed fields back as they were. Nothing is deleted: a figure that was taken
//! in is rejected, a link that was drawn is removed. An undo is a change like any other and can
//! itself be undone.

use serde_json::Value;

use super::change::{Change, Fields, fields};
use super::{Author, Ledger, LedgerError, LinkState, Record, Status};
use crate::source::Document;
use crate::store::{Edit, Link, Subject};

impl Ledger {
    /// Takes back what was done in one go: the operation of this change, or without one the last
    /// of the author. Returns the changes that were taken back.
    ///
    /// # Errors
    /// When there is nothing to take back, or something of it was changed again since; then
    /// nothing is.
    pub fn undo(&mut self, edit: Option<i64>, author: &Author) -> Result<Vec<Edit>, LedgerError> {
        self.change(author, "undo", |change| {
            let operation = match edit {
                Some(id) => change.store.edit(id)?.ok_or(LedgerError::NoEdit(id))?.operation,
                None => change
                    .store
                    .last_operation(&author.user)?
                    .ok_or_else(|| LedgerError::NothingToUndo(author.user.clone()))?,
            };
            let mut edits = change.store.edits_of_operation(operation)?;
            edits.reverse();
            for edit in &edits {
                change.reverting(edit.id);
                take_back(change, edit)?;
            }
            Ok(edits)
        })
    }
}

fn take_back(change: &mut Change<'_>, edit: &Edit) -> Result<(), LedgerError> {
    match edit.subject {
        Subject::Figure => figure(change, edit),
        Subject::Link => link(change, edit),
        Subject::Document => document(change, edit),
    }
}

fn figure(change: &mut Change<'_>, edit: &Edit) -> Result<(), LedgerError> {
    let now = change.figure(edit.record)?;
    let Some(before) = &edit.before else {
        return change.set_figure(&now, &Record { status: Status::Rejected, ..now.clone() });
    };
    untouched(change, edit, &fields(&now))?;
    let mut past = fields(&now);
    put_back(&mut past, before);
    let past: Record = serde_json::from_value(Value::Object(past))
        .map_err(|error| LedgerError::Unreadable { edit: edit.id, why: error.to_string() })?;
    let kept = (now.id, now.links, now.counted, now.verdict.clone());
    let (id, links, counted, verdict) = kept;
    change.set_figure(&now, &Record { id, links, counted, verdict, ..past })
}

fn link(change: &mut Change<'_>, edit: &Edit) -> Result<(), LedgerError> {
    let Some(now) = change.store.link(edit.record)? else { return Ok(()) };
    let state = match &edit.before {
        None => LinkState::Removed,
        Some(before) => {
            untouched(change, edit, &super::change::link_fields(&now))?;
            let word = before.get("state").and_then(Value::as_str);
            word.and_then(|word| word.parse().ok()).unwrap_or(now.state)
        }
    };
    if state == LinkState::Sure {
        super::linking::allowed(change, now.figure, now.relation, now.target)?;
    }
    change.set_link(&Link { state, ..now })
}

fn document(change: &mut Change<'_>, edit: &Edit) -> Result<(), LedgerError> {
    let (Some(before), Some(stored)) = (&edit.before, change.store.document(edit.record)?) else {
        return Ok(());
    };
    let mut past = super::change::document_fields(&stored.document);
    untouched(change, edit, &past)?;
    put_back(&mut past, before);
    past.insert("text".to_owned(), Value::String(stored.document.text.clone()));
    let past: Document = serde_json::from_value(Value::Object(past))
        .map_err(|error| LedgerError::Unreadable { edit: edit.id, why: error.to_string() })?;
    change.set_document(edit.record, &stored.document, &past)
}

/// Sets fields back as an edit found them.
pub(super) fn put_back(fields: &mut Fields, before: &Fields) {
    for (name, value) in before {
        if value.is_null() {
            fields.remove(name);
        } else {
            fields.insert(name.clone(), value.clone());
        }
    }
}

/// Refuses when what the edit set is no longer there, naming the edit that changed it.
fn untouched(change: &Change<'_>, edit: &Edit, now: &Fields) -> Result<(), LedgerError> {
    let after = edit.after.clone().unwrap_or_default();
    let stands = |(name, value): (&String, &Value)| now.get(name).unwrap_or(&Value::Null) == value;
    if after.iter().all(stands) {
        return Ok(());
    }
    let touches = |later: &&Edit| {
        let set = later.after.iter().flatten();
        later.id > edit.id && set.into_iter().any(|(name, _)| after.contains_key(name))
    };
    let all = change.store.edits_of(edit.subject, edit.record)?;
    let later = all.iter().rfind(touches).unwrap_or(edit);
    Err(LedgerError::ChangedSince {
        what: edit.subject.as_str(),
        record: edit.record,
        user: later.user.clone(),
        edit: later.id,
        action: later.action.clone(),
    })
}
