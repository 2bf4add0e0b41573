//! Links that people drew or took away, on from the figures of a page's earlier version to those of
//! its new one. What the program found itself it finds again.

use std::collections::BTreeMap;

use super::{Change, LedgerError, Link, LinkState, Relation, Subject};
use crate::ledger::linking::allowed;

/// Carries the links of figures that go on under new numbers, and names in words those that cannot
/// be.
pub(super) fn carry(
    change: &mut Change<'_>,
    numbers: &BTreeMap<i64, i64>,
) -> Result<Vec<String>, LedgerError> {
    let mut notes = Vec::new();
    for (&old, &new) in numbers {
        for link in change.store.links_of(old)? {
            let versions = link.relation == Relation::SupersededBy && link.target == new;
            // A link within the page is carried with the figure that it leads from.
            let twice = link.target == old && numbers.contains_key(&link.figure);
            if versions || twice || !by_hand(change, &link)? {
                continue;
            }
            if !carry_one(change, &link, numbers)? {
                notes.push(format!(
                    "#{} was linked by hand with #{}, which does not go with the page's new version: link it anew",
                    link.figure, link.target
                ));
            }
        }
    }
    Ok(notes)
}

/// Whether the last word on a link was a person's.
fn by_hand(change: &Change<'_>, link: &Link) -> Result<bool, LedgerError> {
    let last = change.store.edits_of(Subject::Link, link.id)?.pop();
    Ok(last.is_some_and(|edit| edit.action != "add"))
}

/// Draws one link between the new numbers; says whether that could be done.
fn carry_one(
    change: &mut Change<'_>,
    link: &Link,
    numbers: &BTreeMap<i64, i64>,
) -> Result<bool, LedgerError> {
    let now = |id: i64| numbers.get(&id).copied().unwrap_or(id);
    let moved = Link { id: 0, figure: now(link.figure), target: now(link.target), ..link.clone() };
    if link.state != LinkState::Sure {
        change.set_link(&moved)?;
        return Ok(true);
    }
    // A figure outside the page has one link of a sort: it leads to the new number instead.
    let from_outside = moved.figure == link.figure;
    if from_outside {
        change.set_link(&Link { state: LinkState::Removed, ..link.clone() })?;
    }
    if allowed(change, moved.figure, moved.relation, moved.target).is_ok() {
        change.set_link(&moved)?;
        return Ok(true);
    }
    if from_outside {
        change.set_link(link)?;
    }
    Ok(false)
}
