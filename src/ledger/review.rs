//! Decisions of a person who goes through what the program proposes.
//!
//! A decision is made on what was seen: if somebody else changed the figure meanwhile, it is
//! refused, in the same transaction that would have made it.

use super::change::Change;
use super::linking::allowed;
use super::reading::fields;
use super::view::View;
use super::{Author, Ledger, LedgerError, LinkState, Record, Relation, Status};
use crate::store::Link;

/// What a person says of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// It is right, and a commitment of its own.
    Confirm,
    /// It is no figure, or a wrong one.
    Reject,
    /// It is right with these fields.
    Amend(Vec<(String, String)>),
    /// It is this to another figure.
    Is(Relation, i64),
    /// It replaces another figure.
    Replaces(i64),
    /// It is not what the program takes it for.
    Apart,
}

impl Ledger {
    /// Makes a decision on a figure as it was seen, and returns the first of its changes, by which
    /// it can be undone; nothing where it changed nothing.
    ///
    /// # Errors
    /// When the figure or a link of it was changed since, or the decision cannot be made; then nothing is written.
    pub fn decide(
        &mut self,
        seen: &View,
        decision: &Decision,
        author: &Author,
    ) -> Result<Option<i64>, LedgerError> {
        let id = seen.record.id;
        let action = match decision {
            Decision::Confirm => "confirm",
            Decision::Reject => "reject",
            Decision::Amend(_) => "amend",
            Decision::Is(..) | Decision::Replaces(_) => "link",
            Decision::Apart => "unlink",
        };
        self.change(author, action, |change| {
            as_seen(change, seen)?;
            let figure = change.figure(id)?;
            match decision {
                Decision::Confirm => {
                    apart(change, id)?;
                    let status = Status::Confirmed;
                    change.set_figure(&figure, &Record { status, ..figure.clone() })?;
                }
                Decision::Reject => {
                    let status = Status::Rejected;
                    change.set_figure(&figure, &Record { status, ..figure.clone() })?;
                }
                Decision::Amend(values) => {
                    let mut after = figure.clone();
                    for (field, text) in values {
                        fields::set(&mut after, field, text)?;
                    }
                    fields::check(&after)?;
                    change.set_figure(&figure, &after)?;
                }
                Decision::Is(relation, target) => link(change, author, id, *relation, *target)?,
                Decision::Replaces(old) => link(change, author, *old, Relation::SupersededBy, id)?,
                Decision::Apart => apart(change, id)?,
            }
            Ok(change.operation())
        })
    }
}

fn as_seen(change: &Change<'_>, seen: &View) -> Result<(), LedgerError> {
    let id = seen.record.id;
    let last = change.store.last_change(id)?;
    match last.filter(|edit| Some(edit.id) != seen.last_change()) {
        Some(edit) => {
            let (user, action) = (edit.user, edit.action);
            Err(LedgerError::ChangedMeanwhile { figure: id, user, action })
        }
        None => Ok(()),
    }
}

fn link(
    change: &mut Change<'_>,
    author: &Author,
    figure: i64,
    relation: Relation,
    target: i64,
) -> Result<(), LedgerError> {
    allowed(change, figure, relation, target)?;
    let reason = author.why.clone();
    change.set_link(&Link { id: 0, figure, relation, target, state: LinkState::Sure, reason })
}

/// Takes away what the program only thought likely.
fn apart(change: &mut Change<'_>, id: i64) -> Result<(), LedgerError> {
    for link in change.store.links_of(id)? {
        if link.figure == id && link.state == LinkState::Likely {
            change.set_link(&Link { state: LinkState::Removed, ..link })?;
        }
    }
    Ok(())
}
