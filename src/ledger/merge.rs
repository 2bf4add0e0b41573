//! A colleague's ledger brought into this one.
//!
//! The same documents and records are recognised; what only the other has comes in; what both
//! changed differently is a conflict: this ledger's word stays, the other's is told, and the record
//! goes back into the review queue. All of it is one change, or nothing is.

use std::collections::HashMap;

use serde_json::Value;

use super::change::{Change, fields};
use super::linking::allowed;
use super::{Author, Ledger, LedgerError, LinkState, Record, Status, duplicates};
use crate::store::{Citation, Filter, Link, Store, Subject};

/// What came in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Merged {
    /// Documents that only the other had.
    pub documents: usize,
    /// Figures that only the other had.
    pub figures: usize,
    /// Figures that the other had reviewed or corrected and this one had not.
    pub updated: usize,
    /// Links that only the other had.
    pub links: usize,
    /// What both changed differently, in words.
    pub conflicts: Vec<String>,
}

/// The action under which a colleague's ledger comes in.
const ACTION: &str = "merge";

impl Ledger {
    /// Brings another ledger in, in one transaction.
    ///
    /// # Errors
    /// When the other cannot be read or this one cannot be written; then nothing is.
    pub fn merge(&mut self, other: &Self, author: &Author) -> Result<Merged, LedgerError> {
        let rates = self.rates();
        self.change(author, ACTION, |change| {
            let mut merge = Merge {
                change,
                other: other.store(),
                documents: HashMap::new(),
                figures: HashMap::new(),
                fresh: Vec::new(),
                done: Merged::default(),
            };
            merge.documents()?;
            merge.figures()?;
            merge.links()?;
            let (fresh, done) = (merge.fresh, merge.done);
            for id in fresh {
                if change.figure(id)?.links.same_as.is_none() {
                    duplicates::settle(change, id, rates.as_ref())?;
                }
            }
            Ok(done)
        })
    }
}

struct Merge<'m, 'c> {
    change: &'m mut Change<'c>,
    other: &'m Store,
    /// The other's numbers with ours.
    documents: HashMap<i64, i64>,
    figures: HashMap<i64, i64>,
    /// Our numbers of what is new.
    fresh: Vec<i64>,
    done: Merged,
}

impl Merge<'_, '_> {
    fn documents(&mut self) -> Result<(), LedgerError> {
        for theirs in self.other.document_ids()? {
            let Some(stored) = self.other.document(theirs)? else { continue };
            let ours = if let Some(ours) = self.change.store.same_document(&stored.document)? {
                ours
            } else {
                self.done.documents += 1;
                let previous = stored.previous.and_then(|p| self.documents.get(&p).copied());
                self.change.new_document(&stored.document, previous)?
            };
            self.documents.insert(theirs, ours);
        }
        Ok(())
    }

    fn figures(&mut self) -> Result<(), LedgerError> {
        for theirs in self.other.list(&Filter::default())? {
            let document = theirs.document.and_then(|d| self.documents.get(&d).copied());
            let record = Record { document, ..theirs.clone() };
            let ours = match self.counterpart(&record)? {
                Some(ours) => {
                    self.compare(&ours, &record, theirs.id)?;
                    ours.id
                }
                None => self.take(&record, theirs.id)?,
            };
            self.figures.insert(theirs.id, ours);
        }
        Ok(())
    }

    /// Our record of the same figure: the same place of the same document, or, by hand, the same
    /// in everything.
    fn counterpart(&self, theirs: &Record) -> Result<Option<Record>, LedgerError> {
        let store = self.change.store;
        if let (Some(document), Some(local)) = (theirs.document, &theirs.local) {
            let all = store.figures_of(document)?;
            return Ok(all.into_iter().find(|r| r.local.as_ref() == Some(local)));
        }
        let alike = Filter {
            donors: theirs.donors.iter().take(1).cloned().collect(),
            stages: vec![theirs.stage],
            document: theirs.document,
            ..Filter::default()
        };
        let same = |ours: &Record| {
            ours.origin == theirs.origin
                && facts(ours) == facts(theirs)
                && ours.local == theirs.local
        };
        let taken = |ours: &Record| self.figures.values().any(|id| *id == ours.id);
        Ok(store.list(&alike)?.into_iter().find(|ours| same(ours) && !taken(ours)))
    }

    fn take(&mut self, record: &Record, theirs: i64) -> Result<i64, LedgerError> {
        let mut citations: Vec<Citation> = self.other.citations(theirs)?;
        for citation in &mut citations {
            let ours = self.documents.get(&citation.document);
            citation.document = ours.copied().unwrap_or(citation.document);
        }
        let id = self.change.new_figure(record, &citations)?;
        self.done.figures += 1;
        self.fresh.push(id);
        Ok(id)
    }

    /// Both have the figure: whoever changed it has the word; if both did, it is a conflict.
    fn compare(&mut self, ours: &Record, theirs: &Record, number: i64) -> Result<(), LedgerError> {
        let theirs = Record { id: ours.id, links: ours.links, ..theirs.clone() };
        if fields(ours) == fields(&theirs) {
            return Ok(());
        }
        let touched = |store: &Store, id| -> Result<bool, LedgerError> {
            Ok(store.edits_of(Subject::Figure, id)?.len() > 1)
        };
        let (mine, other) = (touched(self.change.store, ours.id)?, touched(self.other, number)?);
        if !mine && other {
            self.done.updated += 1;
            return self.change.set_figure(ours, &theirs);
        }
        if mine && other {
            if self.settled(ours.id, number)? {
                return Ok(());
            }
            self.done.conflicts.push(conflict(ours, &theirs));
            // What both threw out stays out, whatever else they say of it.
            if ours.status == Status::Rejected && theirs.status == Status::Rejected {
                return Ok(());
            }
            let open = Record { status: Status::Extracted, ..ours.clone() };
            return self.change.set_figure(ours, &open);
        }
        Ok(())
    }

    /// Whether somebody here has looked at it after the conflict was told, and nobody there has
    /// changed it since.
    fn settled(&self, ours: i64, theirs: i64) -> Result<bool, LedgerError> {
        let mine = self.change.store.edits_of(Subject::Figure, ours)?;
        let last = self.other.edits_of(Subject::Figure, theirs)?.pop();
        let told = mine.iter().rposition(|edit| edit.action == ACTION && edit.before.is_some());
        Ok(told.is_some_and(|told| {
            let looked_at = mine.len() > told + 1;
            looked_at && last.is_none_or(|last| last.at < mine[told].at)
        }))
    }

    fn links(&mut self) -> Result<(), LedgerError> {
        let numbers: Vec<(i64, i64)> = self.figures.iter().map(|(a, b)| (*a, *b)).collect();
        for (theirs, ours) in numbers {
            for link in self.other.links_of(theirs)? {
                let target = self.figures.get(&link.target).copied();
                if let (true, Some(target)) = (link.figure == theirs, target) {
                    self.link(&Link { figure: ours, target, ..link })?;
                }
            }
        }
        Ok(())
    }

    fn link(&mut self, link: &Link) -> Result<(), LedgerError> {
        let store = self.change.store;
        if store.link_between(link.figure, link.relation, link.target)?.is_some() {
            return Ok(());
        }
        let sure = link.state == LinkState::Sure;
        if sure && let Err(refused) = allowed(self.change, link.figure, link.relation, link.target)
        {
            self.done.conflicts.push(refused.to_string());
            return Ok(());
        }
        self.done.links += 1;
        self.change.set_link(link)
    }
}

/// A record's facts without where it stands.
fn facts(record: &Record) -> super::Fields {
    let mut facts = fields(record);
    facts.remove("status");
    facts
}

fn conflict(ours: &Record, theirs: &Record) -> String {
    let (mine, other) = (fields(ours), fields(theirs));
    let differing = mine.iter().filter(|(name, value)| other.get(*name) != Some(value));
    let word = |name: &str| other.get(name).map_or("nothing".to_owned(), Value::to_string);
    let what: Vec<String> = differing
        .map(|(name, value)| format!("{name} {value} here, {} there", word(name)))
        .collect();
    format!(
        "figure {}: {}; this ledger's word stays, look at it in review",
        ours.id,
        what.join(", ")
    )
}
