//! A page that was added before and has another text now.
//!
//! Both texts stay. A figure that still stands in the new text goes on there, with what people said of
//! it; one whose sentence says something else now is replaced by what it says; one that is gone goes
//! back into the review queue if somebody had confirmed it. Links that people drew go on as well.

mod links;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::change::Change;
use super::duplicates::Wording;
use super::{LedgerError, LinkState, Record, Relation, Status};
use crate::store::{Link, Subject};

/// How much of their telling words two sentences share, in hundredths, to be versions of one.
const SAME_SENTENCE: u32 = 60;

/// Carries the figures of the earlier version on to the new one, and says in words what changed.
pub(super) fn carry(
    change: &mut Change<'_>,
    previous: i64,
    new: &[i64],
) -> Result<Vec<String>, LedgerError> {
    let mut fresh = Vec::new();
    for &id in new {
        fresh.push(change.figure(id)?);
    }
    let mut taken: BTreeSet<i64> = BTreeSet::new();
    let mut numbers: BTreeMap<i64, i64> = BTreeMap::new();
    let mut notes = Vec::new();
    let old = change.store.figures_of(previous)?;
    let old: Vec<Record> = old.into_iter().filter(|r| r.links.superseded_by.is_none()).collect();
    // What stands word for word first, so that a changed sentence cannot take its place.
    let mut rest = Vec::new();
    for record in old {
        let read = as_read(change, &record)?;
        let free = |r: &&Record| !taken.contains(&r.id);
        match fresh.iter().filter(free).find(|r| stands(&read, r)) {
            Some(now) => {
                taken.insert(now.id);
                numbers.insert(record.id, now.id);
                go_on(change, &record, &read, now)?;
            }
            None => rest.push((record, read)),
        }
    }
    for (record, read) in rest {
        let free = |r: &&Record| !taken.contains(&r.id);
        if let Some(now) = fresh.iter().filter(free).find(|r| says_otherwise(&read, r)) {
            taken.insert(now.id);
            numbers.insert(record.id, now.id);
            replace(change, record.id, now.id, "the page says otherwise now")?;
            notes.push(format!(
                "#{} is #{} now: {} instead of {}",
                record.id,
                now.id,
                words(now),
                words(&record)
            ));
        } else {
            gone(change, &record)?;
            notes.push(format!(
                "#{} ({}) no longer stands in the page and waits for review",
                record.id,
                words(&record)
            ));
        }
    }
    let added = fresh.iter().filter(|r| !taken.contains(&r.id));
    notes.extend(added.map(|r| format!("#{} is new in the page: {}", r.id, words(r))));
    notes.extend(links::carry(change, &numbers)?);
    Ok(notes)
}

/// The record as it was read from its text, before anybody corrected it.
fn as_read(change: &Change<'_>, record: &Record) -> Result<Record, LedgerError> {
    let edits = change.store.edits_of(Subject::Figure, record.id)?;
    let first = edits.first().and_then(|edit| edit.after.clone());
    let read = first.and_then(|fields| serde_json::from_value(Value::Object(fields)).ok());
    Ok(read.unwrap_or_else(|| record.clone()))
}

fn stands(read: &Record, now: &Record) -> bool {
    let plain =
        |r: &Record| r.sentence.as_deref().map(|s| s.split_whitespace().collect::<String>());
    facts(read) == facts(now) && plain(read) == plain(now)
}

/// What makes a figure this one, apart from where it stands.
fn facts(r: &Record) -> impl PartialEq + use<> {
    (r.kind, r.value, r.high, r.unit.clone(), r.donor_key(), r.stage, r.derived, r.wording.clone())
}

fn says_otherwise(read: &Record, now: &Record) -> bool {
    let wording = |r: &Record| Wording::new(r.sentence.as_deref());
    let (a, b) = (wording(read), wording(now));
    read.kind == now.kind
        && read.derived == now.derived
        && (read.donor_key() == now.donor_key() || facts(read) == facts(now))
        && (a.overlap(&b) >= SAME_SENTENCE || a.repeats(&b))
}

/// The figure goes on under a new number, with what people said and corrected.
fn go_on(
    change: &mut Change<'_>,
    old: &Record,
    read: &Record,
    now: &Record,
) -> Result<(), LedgerError> {
    let corrected =
        Record { id: 0, status: read.status, ..plain(old) } != Record { id: 0, ..plain(read) };
    let carried = if corrected { plain(old) } else { plain(now) };
    let after = Record {
        id: now.id,
        document: now.document,
        local: now.local.clone(),
        wording: now.wording.clone(),
        sentence: now.sentence.clone(),
        status: old.status,
        ..carried
    };
    change.set_figure(now, &after)?;
    replace(change, old.id, now.id, "the page's new version still says so")
}

/// Without what hangs on the database.
fn plain(r: &Record) -> Record {
    let (links, counted, verdict) = (super::Links::default(), None, String::new());
    Record { links, counted, verdict, ..r.clone() }
}

fn replace(change: &mut Change<'_>, old: i64, new: i64, why: &str) -> Result<(), LedgerError> {
    let (relation, state) = (Relation::SupersededBy, LinkState::Sure);
    let reason = Some(why.to_owned());
    change.set_link(&Link { id: 0, figure: old, relation, target: new, state, reason })
}

fn gone(change: &mut Change<'_>, record: &Record) -> Result<(), LedgerError> {
    if record.status != Status::Confirmed {
        return Ok(());
    }
    change.because("no longer stands in the page's new version");
    let done = change.set_figure(record, &Record { status: Status::Extracted, ..record.clone() });
    change.as_the_author_says();
    done
}

/// "donor DK, stage pledge, 100 EUR".
fn words(r: &Record) -> String {
    let value = r.value.map_or("no number".to_owned(), |v| v.to_string());
    let of = r.unit.as_ref().or(r.item.as_ref()).cloned().unwrap_or_default();
    format!("{} {} {value} {of}", r.donor_key(), r.stage)
}
