//! A raise or a cut takes the place of the commitment that it changes.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::Told;
use super::compare::same_recipient;
use super::find::{around, other_readings, root, window};
use super::revision::{Before, before};
use super::value::agreement;
use crate::figure::{Bound, Stage};
use crate::ledger::amount::to_minor;
use crate::ledger::change::Change;
use crate::ledger::linking::allowed;
use crate::ledger::{LedgerError, LinkState, Record, Relation, Status};
use crate::store::{Block, Link};

/// Days back to what a raise or a cut may be about.
const WINDOW: u64 = 550;

/// Links what a figure replaces: surely where the text names the old amount and one commitment
/// has it, else for review. Says whether there was anything.
pub(super) fn replace(change: &mut Change<'_>, told: &Told<'_>) -> Result<bool, LedgerError> {
    let figure = told.record;
    let Some(before) = before(figure, &told.wording) else { return Ok(false) };
    let mut roots = BTreeSet::new();
    for old in earlier(change, figure, before)? {
        if could_be_changed(figure, &old, before) {
            roots.insert(root(change, old.id)?);
        }
    }
    roots.remove(&figure.id);
    let named = matches!(before, Before::Was(_)) && roots.len() == 1;
    let relation = Relation::SupersededBy;
    for &old in &roots {
        let sure = named && still_open(change.figure(old)?.stage, figure.stage);
        let sure = sure && allowed(change, old, relation, figure.id).is_ok();
        let state = if sure { LinkState::Sure } else { LinkState::Likely };
        let reason = Some("the text says that the amount was changed".to_owned());
        change.propose_link(&Link {
            id: 0,
            figure: old,
            relation,
            target: figure.id,
            state,
            reason,
        })?;
    }
    Ok(!roots.is_empty())
}

/// Earlier figures of the old amount; where that is not named, of amounts that are usually raised
/// or cut to the new one.
fn earlier(
    change: &Change<'_>,
    figure: &Record,
    before: Before,
) -> Result<Vec<Record>, LedgerError> {
    let (Some(now), Some(days)) = (figure.value, window(figure.announced, WINDOW, 0)) else {
        return Ok(Vec::new());
    };
    let (least, most) = match before {
        Before::Was(was) => return of_amount(change, figure, around(was), days),
        Before::Less => (now * Decimal::new(4, 1), now),
        Before::More => (now, now * Decimal::new(25, 1)),
    };
    of_amount(change, figure, (least, most), days)
}

fn of_amount(
    change: &Change<'_>,
    figure: &Record,
    (least, most): (Decimal, Decimal),
    days: (NaiveDate, NaiveDate),
) -> Result<Vec<Record>, LedgerError> {
    let minor = |value: Decimal| to_minor(value.round(), figure.unit.as_deref());
    let (Ok(least), Ok(most)) = (minor(least), minor(most)) else { return Ok(Vec::new()) };
    let donors = change.store.donor_keys(&figure.donors)?;
    Ok(change.store.block(&Block {
        donors: Some(&donors),
        kind: figure.kind,
        unit: figure.unit.as_deref(),
        stages: &other_readings(figure.stage),
        amounts: (least, most),
        days: Some(days),
        undated: true,
    })?)
}

/// Whether an amount at one stage can be changed to one at another: what was delivered stays so.
fn still_open(old: Stage, new: Stage) -> bool {
    let open = |stage: Stage| matches!(stage, Stage::Target | Stage::Pledge | Stage::Commitment);
    old == new || open(old) && open(new)
}

fn could_be_changed(figure: &Record, old: &Record, before: Before) -> bool {
    let (Some(now), Some(was)) = (figure.value, old.value) else { return false };
    let amount = match before {
        Before::Was(said) => {
            let said = Record { value: Some(said), high: None, bound: Bound::Exact, ..old.clone() };
            agreement(&said, old).is_some()
        }
        Before::Less => was < now,
        Before::More => was > now,
    };
    let years = figure.years.zip(old.years);
    amount
        && years.is_none_or(|((first, _), (_, last))| first - last <= 1)
        && old.status != Status::Rejected
        && old.sector == figure.sector
        && same_recipient(figure, old)
        && old.links.superseded_by.is_none()
        && !old.derived
        && !old.cumulative
}
