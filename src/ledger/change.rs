//! One change on its way into the database: whatever it writes, it writes down.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::count::{self, Entry};
use super::{Author, LedgerError, LinkState, Record};
use crate::source::Document;
use crate::store::{Citation, Link, NewEdit, Store, Subject};

/// Fields of a row as the history keeps them.
pub type Fields = Map<String, Value>;

/// A change within a transaction. Every write goes through here, so that none is without its row
/// of history, and what counts is worked out anew for all that it touches.
pub(super) struct Change<'a> {
    pub(super) store: &'a Store,
    author: &'a Author,
    action: &'a str,
    /// The program's own reason, where it has one; else the author's.
    why: Option<&'static str>,
    operation: Option<i64>,
    reverts: Option<i64>,
    touched: BTreeSet<i64>,
}

impl<'a> Change<'a> {
    pub(super) const fn new(store: &'a Store, author: &'a Author, action: &'a str) -> Self {
        let touched = BTreeSet::new();
        Self { store, author, action, why: None, operation: None, reverts: None, touched }
    }

    /// Gives the next writes a reason of the program's own.
    pub(super) const fn because(&mut self, why: &'static str) {
        self.why = Some(why);
    }

    /// Gives the next writes the author's reason again.
    pub(super) const fn as_the_author_says(&mut self) {
        self.why = None;
    }

    /// Does something under the name of another action.
    pub(super) fn acting<T>(
        &mut self,
        action: &'a str,
        work: impl FnOnce(&mut Self) -> Result<T, LedgerError>,
    ) -> Result<T, LedgerError> {
        let own = std::mem::replace(&mut self.action, action);
        let done = work(self);
        self.action = own;
        done
    }

    /// Names the edit that the next writes take back.
    pub(super) const fn reverting(&mut self, edit: i64) {
        self.reverts = Some(edit);
    }

    /// The first edit of what was written so far; nothing where nothing was.
    pub(super) const fn operation(&self) -> Option<i64> {
        self.operation
    }

    /// A figure by its number.
    pub(super) fn figure(&self, id: i64) -> Result<Record, LedgerError> {
        self.store.figure(id)?.ok_or(LedgerError::NoFigure(id))
    }

    /// Takes a document in.
    pub(super) fn new_document(
        &mut self,
        document: &Document,
        previous: Option<i64>,
    ) -> Result<i64, LedgerError> {
        let id = self.store.insert_document(document, &self.author.at, previous)?;
        self.note(Subject::Document, id, None, Some(&document_fields(document)))?;
        Ok(id)
    }

    /// Sets what was not known of a document.
    pub(super) fn set_document(
        &mut self,
        id: i64,
        before: &Document,
        after: &Document,
    ) -> Result<(), LedgerError> {
        let (before, now) = differing(&document_fields(before), &document_fields(after));
        if now.is_empty() && before.is_empty() {
            return Ok(());
        }
        self.store.update_document(id, after)?;
        self.note(Subject::Document, id, Some(&before), Some(&now))
    }

    /// Takes a figure in with the places where it stands.
    pub(super) fn new_figure(
        &mut self,
        record: &Record,
        citations: &[Citation],
    ) -> Result<i64, LedgerError> {
        let id = self.store.insert_figure(record)?;
        self.store.insert_citations(id, citations)?;
        let mut fields = fields(record);
        if !citations.is_empty() {
            fields.insert("citations".to_owned(), json!(citations));
        }
        self.note(Subject::Figure, id, None, Some(&fields))?;
        self.touched.insert(id);
        Ok(id)
    }

    /// Writes the changed facts of a figure; without a difference nothing happens.
    pub(super) fn set_figure(
        &mut self,
        before: &Record,
        after: &Record,
    ) -> Result<(), LedgerError> {
        let (was, is) = differing(&fields(before), &fields(after));
        if was.is_empty() && is.is_empty() {
            return Ok(());
        }
        self.store.update_figure(after)?;
        self.note(Subject::Figure, after.id, Some(&was), Some(&is))?;
        self.touched.insert(after.id);
        Ok(())
    }

    /// Draws a link, or changes the state of one that is there.
    pub(super) fn set_link(&mut self, link: &Link) -> Result<(), LedgerError> {
        let there = self.store.link_between(link.figure, link.relation, link.target)?;
        if there.as_ref().is_some_and(|there| there.state == link.state) {
            return Ok(());
        }
        let id = self.store.set_link(link)?;
        let (was, is) = match &there {
            Some(there) => differing(&link_fields(there), &link_fields(link)),
            None => (Fields::new(), link_fields(link)),
        };
        self.note(Subject::Link, id, there.is_some().then_some(&was), Some(&is))?;
        if link.state == LinkState::Sure || there.is_some_and(|l| l.state == LinkState::Sure) {
            self.touched.extend([link.figure, link.target]);
        }
        Ok(())
    }

    /// Draws a link that the program found, unless a person took it away before.
    pub(super) fn propose_link(&mut self, link: &Link) -> Result<(), LedgerError> {
        let there = self.store.link_between(link.figure, link.relation, link.target)?;
        if there.is_some_and(|there| there.state == LinkState::Removed) {
            return Ok(());
        }
        self.set_link(link)
    }

    fn note(
        &mut self,
        subject: Subject,
        record: i64,
        before: Option<&Fields>,
        after: Option<&Fields>,
    ) -> Result<(), LedgerError> {
        let id = self.store.insert_edit(&NewEdit {
            operation: self.operation,
            at: &self.author.at,
            user: &self.author.user,
            action: self.action,
            subject,
            record,
            before,
            after,
            why: self.why.or(self.author.why.as_deref()),
            reverts: self.reverts,
        })?;
        self.operation.get_or_insert(id);
        Ok(())
    }

    /// Works out anew what counts among all that is linked with what was touched.
    pub(super) fn close(self) -> Result<(), LedgerError> {
        let touched: Vec<i64> = self.touched.into_iter().collect();
        if touched.is_empty() {
            return Ok(());
        }
        for record in changed_counts(self.store.connected(&touched)?) {
            self.store.set_count(&record)?;
        }
        Ok(())
    }
}

/// The records among these whose kept count differs from what the rules say, as it should be.
/// The records must be closed under their links.
pub(super) fn changed_counts(records: Vec<Record>) -> Vec<Record> {
    let entries: Vec<Entry> = records.iter().map(Entry::from).collect();
    let tally = count::count(&entries);
    records
        .into_iter()
        .zip(tally.verdicts)
        .filter_map(|(record, verdict)| {
            let shown = verdict.counts || verdict.reason == count::Reason::Request;
            let counted = shown.then_some(verdict.amount);
            let word = verdict.reason.as_str();
            let same = record.counted == counted && record.verdict == word;
            (!same).then(|| Record { counted, verdict: word.to_owned(), ..record })
        })
        .collect()
}

/// A record's facts, as the history keeps them.
pub(super) fn fields(record: &Record) -> Fields {
    object(serde_json::to_value(record))
}

/// What is known of a document beside its text, which never changes.
pub(super) fn document_fields(document: &Document) -> Fields {
    let mut fields = object(serde_json::to_value(document));
    fields.remove("text");
    fields.retain(|_, value| !value.is_null());
    fields
}

/// A link, as the history keeps it.
pub(super) fn link_fields(link: &Link) -> Fields {
    let mut fields = object(Ok(json!({
        "figure": link.figure, "relation": link.relation, "target": link.target,
        "state": link.state, "reason": link.reason,
    })));
    fields.retain(|_, value| !value.is_null());
    fields
}

fn object(value: serde_json::Result<Value>) -> Fields {
    match value {
        Ok(Value::Object(fields)) => fields,
        _ => Fields::new(),
    }
}

/// Of two sets of fields those that differ, as they were and as they are; a field that is missing
/// on one side is null there.
fn differing(before: &Fields, after: &Fields) -> (Fields, Fields) {
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let get = |fields: &Fields, name: &String| fields.get(name).cloned().unwrap_or(Value::Null);
    let changed: Vec<&String> =
        names.into_iter().filter(|n| before.get(*n) != after.get(*n)).collect();
    let side = |fields| changed.iter().map(|n| ((*n).clone(), get(fields, n))).collect();
    (side(before), side(after))
}
