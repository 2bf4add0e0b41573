//! Links between figures, drawn and taken away by people.

use std::collections::BTreeSet;

use super::change::Change;
use super::{Author, Ledger, LedgerError, LinkState, Relation};
use crate::store::Link;

impl Ledger {
    /// Says what a figure is to another.
    ///
    /// # Errors
    /// When one of them is not there, they are of different kinds, the figure has such a link
    /// already, or the links would lead back to it.
    pub fn link(
        &mut self,
        figure: i64,
        relation: Relation,
        target: i64,
        author: &Author,
    ) -> Result<(), LedgerError> {
        self.change(author, "link", |change| {
            allowed(change, figure, relation, target)?;
            let reason = author.why.clone();
            change.set_link(&Link {
                id: 0,
                figure,
                relation,
                target,
                state: LinkState::Sure,
                reason,
            })
        })
    }

    /// Takes away every link between two figures, whichever way it points.
    ///
    /// # Errors
    /// When there is none.
    pub fn unlink(&mut self, one: i64, other: i64, author: &Author) -> Result<(), LedgerError> {
        self.change(author, "unlink", |change| {
            change.figure(one)?;
            let between = |link: &Link| link.figure == other || link.target == other;
            let mut links = change.store.links_of(one)?;
            links.retain(|link| between(link) && link.state != LinkState::Removed);
            if links.is_empty() {
                return Err(LedgerError::NotLinked(one, other));
            }
            for link in links {
                change.set_link(&Link { state: LinkState::Removed, ..link })?;
            }
            Ok(())
        })
    }
}

/// Whether a sure link may be drawn.
pub(super) fn allowed(
    change: &Change<'_>,
    figure: i64,
    relation: Relation,
    target: i64,
) -> Result<(), LedgerError> {
    let (from, to) = (change.figure(figure)?, change.figure(target)?);
    if from.kind != to.kind {
        let (kind, other) = (from.kind, to.kind);
        return Err(LedgerError::OtherKind { relation, figure, kind, target, other });
    }
    let links = change.store.links_of(figure)?;
    let there = links.iter().find(|link| {
        link.figure == figure && link.relation == relation && link.state == LinkState::Sure
    });
    if let Some(there) = there.filter(|link| link.target != target) {
        return Err(LedgerError::LinkedAlready { figure, relation, there: there.target });
    }
    if leads_to(change, target, figure)? {
        return Err(LedgerError::Circle { figure, relation, target });
    }
    Ok(())
}

/// Whether sure links of any sort lead from one figure to another.
pub(super) fn leads_to(change: &Change<'_>, from: i64, to: i64) -> Result<bool, LedgerError> {
    let mut seen = BTreeSet::new();
    let mut ahead = vec![from];
    while let Some(id) = ahead.pop() {
        if id == to {
            return Ok(true);
        }
        if seen.insert(id) {
            let links = change.store.links_of(id)?;
            let on = links.iter().filter(|l| l.figure == id && l.state == LinkState::Sure);
            ahead.extend(on.map(|link| link.target));
        }
    }
    Ok(false)
}
