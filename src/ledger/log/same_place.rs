//! A person logs what the program had read from the same words: one commitment, not two.

use crate::ledger::change::Change;
use crate::ledger::duplicates::{agreement, root};
use crate::ledger::linking::allowed;
use crate::ledger::{LedgerError, LinkState, Record, Relation, Status};
use crate::store::{Citation, Link};

/// Links a logged figure with the one that was read at the place of its quote; the person's
/// word stands for both. Says whether the logged one now follows another.
pub(super) fn join(
    change: &mut Change<'_>,
    id: i64,
    citation: Option<&Citation>,
) -> Result<bool, LedgerError> {
    let Some(citation) = citation else { return Ok(false) };
    let logged = change.figure(id)?;
    for read in change.store.figures_of(citation.document)? {
        if read.id == id || !alike(&logged, &read) || !stands_at(change, &read, citation)? {
            continue;
        }
        let root = root(change, read.id)?;
        let (figure, target) = if root == read.id { (read.id, id) } else { (id, root) };
        if allowed(change, figure, Relation::SameAs, target).is_ok() {
            let (relation, state) = (Relation::SameAs, LinkState::Sure);
            let reason = Some("logged by hand from the same words".to_owned());
            change.set_link(&Link { id: 0, figure, relation, target, state, reason })?;
            return Ok(figure == id);
        }
    }
    Ok(false)
}

fn alike(logged: &Record, read: &Record) -> bool {
    (logged.kind, &logged.unit) == (read.kind, &read.unit)
        && read.status != Status::Rejected
        && agreement(logged, read).is_some()
}

/// Whether a figure has a mention that shares characters with the quote.
fn stands_at(change: &Change<'_>, read: &Record, at: &Citation) -> Result<bool, LedgerError> {
    let all = change.store.citations(read.id)?;
    let meets = |c: &Citation| c.span.start < at.span.end && at.span.start < c.span.end;
    Ok(all.iter().any(|c| c.document == at.document && meets(c)))
}
