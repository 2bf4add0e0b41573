//! Records of other trackers' tables: taken in once, brought up to date by a newer table.

use std::collections::HashMap;

use super::change::Change;
use super::{Author, Ledger, LedgerError, LinkState, Record, Relation};
use crate::store::{Link, Store, StoreError, Subject};

/// A record on its way in. Its `local` is the key under which the table knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// The facts.
    pub record: Record,
    /// The key of the record that it is a share of.
    pub part_of: Option<String>,
    /// The key of the record that it restates in another currency.
    pub equivalent_of: Option<String>,
}

/// What became of an import.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Imported {
    /// Records that were not there.
    pub new: usize,
    /// Records whose facts the table gives otherwise now.
    pub changed: usize,
    /// Records that are there as they are.
    pub known: usize,
    /// Records that the table gives otherwise, but that a person has changed: left as they are.
    pub kept: Vec<i64>,
}

/// The action under which imports stand in the history.
const ACTION: &str = "import";

impl Ledger {
    /// Takes records in, all or none. A record whose key is known is brought up to date, unless a
    /// person has changed it since; the same table again changes nothing.
    ///
    /// # Errors
    /// When an amount does not fit or the database fails; then nothing was written.
    pub fn bring(&mut self, all: &[Incoming], author: &Author) -> Result<Imported, LedgerError> {
        self.change(author, ACTION, |change| {
            let mut done = Imported::default();
            let mut numbers: HashMap<&str, i64> = HashMap::with_capacity(all.len());
            for incoming in all {
                let key = incoming.record.local.as_deref().unwrap_or_default();
                numbers.insert(key, bring_one(change, &incoming.record, &mut done)?);
            }
            for incoming in all {
                let part = incoming.record.local.as_deref().and_then(|key| numbers.get(key));
                let links = [
                    (Relation::PartOf, &incoming.part_of),
                    (Relation::EquivalentOf, &incoming.equivalent_of),
                ];
                for (relation, target) in links {
                    let target = target.as_deref().and_then(|key| numbers.get(key));
                    if let Some((&figure, &target)) = part.zip(target).filter(|(a, b)| a != b) {
                        link(change, figure, relation, target)?;
                    }
                }
            }
            Ok(done)
        })
    }

    /// What an import would do, without doing it.
    ///
    /// # Errors
    /// When the database fails.
    pub fn would_bring(&self, all: &[Incoming]) -> Result<Imported, LedgerError> {
        let mut done = Imported::default();
        for incoming in all {
            let there = known(self.store(), &incoming.record)?;
            weigh(self.store(), there.as_ref(), &incoming.record, &mut done)?;
        }
        Ok(done)
    }
}

fn known(store: &Store, record: &Record) -> Result<Option<Record>, StoreError> {
    record.local.as_deref().map_or(Ok(None), |key| store.imported(key))
}

fn bring_one(
    change: &mut Change<'_>,
    record: &Record,
    done: &mut Imported,
) -> Result<i64, LedgerError> {
    let there = known(change.store, record)?;
    let write = weigh(change.store, there.as_ref(), record, done)?;
    match there {
        None => change.new_figure(record, &[]),
        Some(there) => {
            if write {
                change.set_figure(&there, &facts(record, &there))?;
            }
            Ok(there.id)
        }
    }
}

/// Counts a record, and says whether it is to be written.
fn weigh(
    store: &Store,
    there: Option<&Record>,
    record: &Record,
    done: &mut Imported,
) -> Result<bool, StoreError> {
    let Some(there) = there else {
        done.new += 1;
        return Ok(true);
    };
    if facts(record, there) == *there {
        done.known += 1;
        return Ok(false);
    }
    let edits = store.edits_of(Subject::Figure, there.id)?;
    if edits.iter().any(|edit| edit.action != ACTION) {
        done.kept.push(there.id);
        return Ok(false);
    }
    done.changed += 1;
    Ok(true)
}

/// The table's facts on the record that is there, with what people and the rules have said of it.
fn facts(record: &Record, there: &Record) -> Record {
    Record {
        id: there.id,
        status: there.status,
        links: there.links,
        counted: there.counted,
        verdict: there.verdict.clone(),
        ..record.clone()
    }
}

/// A link that a person has removed stays removed.
fn link(
    change: &mut Change<'_>,
    figure: i64,
    relation: Relation,
    target: i64,
) -> Result<(), LedgerError> {
    if change.store.link_between(figure, relation, target)?.is_some() {
        return Ok(());
    }
    let state = LinkState::Sure;
    change.set_link(&Link { id: 0, figure, relation, target, state, reason: None })
}
