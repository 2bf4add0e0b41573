//! Looks up what a new figure could be the same as, and links it.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;

use super::compare::FORMER;
use super::revision::is_former;
use super::value::{agreement, digits};
use super::{Likeness, Rates, compare, replace};
use crate::figure::{Bound, Kind};
use crate::ledger::amount::to_minor;
use crate::ledger::change::Change;
use crate::ledger::linking::allowed;
use crate::ledger::{LedgerError, LinkState, Record, Relation, Status};
use crate::lexicon::country;
use crate::store::{Block, Link};

/// Days on both sides in which reports of one announcement lie.
const WINDOW: u64 = 120;
/// Currencies that articles convert into.
const USUAL: [&str; 3] = ["EUR", "USD", "GBP"];
/// Likely twins that are queued for review; a figure with more is told apart by no one.
const QUEUED: usize = 3;

/// An earlier figure that is the same, or could be.
struct Match {
    relation: Relation,
    old: Record,
    why: String,
}

/// Links a new figure with what the ledger has of the same commitment, and returns how many
/// links were drawn or queued.
pub(in crate::ledger) fn settle(
    change: &mut Change<'_>,
    id: i64,
    rates: &dyn Rates,
) -> Result<usize, LedgerError> {
    let figure = change.figure(id)?;
    if figure.value.is_none() || figure.derived || figure.links.equivalent_of.is_some() {
        return Ok(0);
    }
    let replaced = usize::from(replace::replace(change, &figure)?);
    let (sure, likely) = matches(change, &figure, rates)?;
    let mut tried = 0;
    for found in &sure {
        tried += 1;
        if join(change, &figure, found)? {
            return Ok(replaced + tried);
        }
    }
    for found in likely.iter().take(QUEUED) {
        let target = root(change, found.old.id)?;
        if target != id {
            draw(change, id, found, target, LinkState::Likely)?;
            tried += 1;
        }
    }
    Ok(replaced + tried)
}

/// The sure and the likely ones, the nearest first: in the same currency, then by days.
fn matches(
    change: &Change<'_>,
    figure: &Record,
    rates: &dyn Rates,
) -> Result<(Vec<Match>, Vec<Match>), LedgerError> {
    let (mut sure, mut likely) = (Vec::new(), Vec::new());
    for old in candidates(change, figure, rates)? {
        match compare(figure, &old, rates) {
            Likeness::Sure(relation, why) => sure.push(Match { relation, old, why }),
            Likeness::Likely(relation, why) => likely.push(Match { relation, old, why }),
            Likeness::Apart => {}
        }
    }
    for list in [&mut sure, &mut likely] {
        list.sort_by_key(|found| {
            let days = figure.announced.zip(found.old.announced);
            let days = days.map_or(i64::MAX, |(a, b)| (a - b).num_days().abs());
            (figure.unit != found.old.unit, days, found.old.id)
        });
    }
    Ok((sure, likely))
}

/// The figures of the ledger that could be the same: a few, whatever its size.
fn candidates(
    change: &Change<'_>,
    figure: &Record,
    rates: &dyn Rates,
) -> Result<Vec<Record>, LedgerError> {
    let Some(value) = figure.value else { return Ok(Vec::new()) };
    let mut sums = vec![(value, figure.unit.clone())];
    sums.extend(figure.high.map(|high| (high, figure.unit.clone())));
    sums.extend(converted(figure, value, rates));
    let back = if is_former(figure) { FORMER as u64 } else { WINDOW };
    let mut seen = BTreeSet::from([figure.id]);
    let mut found = Vec::new();
    for (value, unit) in sums {
        let Ok(minor) = to_minor(value.round(), unit.as_deref()) else { continue };
        let all = change.store.block(&Block {
            donor: &figure.donor_key(),
            kind: figure.kind,
            unit: unit.as_deref(),
            minor,
            days: window(figure.announced, back, WINDOW),
        })?;
        let open =
            |r: &Record| r.status != Status::Rejected && r.links.superseded_by != Some(figure.id);
        found.extend(all.into_iter().filter(|r| open(r) && seen.insert(r.id)));
    }
    Ok(found)
}

/// The sum in the currencies that another article may have it in.
fn converted(figure: &Record, value: Decimal, rates: &dyn Rates) -> Vec<(Decimal, Option<String>)> {
    let (Some(unit), Some(day), Kind::Money) = (&figure.unit, figure.announced, figure.kind) else {
        return Vec::new();
    };
    let Some(own) = rates.per_euro(unit, day) else { return Vec::new() };
    let homes = figure.donors.iter().filter_map(|d| country::by_iso2(d.code()));
    let all: BTreeSet<&str> = USUAL.into_iter().chain(homes.map(|c| c.currency)).collect();
    let turned = |code: &&str| {
        let sum = (value / own).checked_mul(rates.per_euro(code, day)?)?;
        Some((sum, Some((*code).to_owned())))
    };
    all.iter().filter(|code| *code != unit).filter_map(turned).collect()
}

/// So many days back and on from a day.
pub(super) fn window(day: Option<NaiveDate>, back: u64, on: u64) -> Option<(NaiveDate, NaiveDate)> {
    let day = day?;
    Some((day.checked_sub_days(Days::new(back))?, day.checked_add_days(Days::new(on))?))
}

/// Links two tellings of one commitment, and says whether that was sure; the more precise one, or
/// the first, stands for both. Two figures of one document are two: then it is only likely.
fn join(change: &mut Change<'_>, figure: &Record, found: &Match) -> Result<bool, LedgerError> {
    let target = root(change, found.old.id)?;
    if target == figure.id {
        return Ok(true);
    }
    if told_here(change, figure, target)? {
        draw(change, figure.id, found, target, LinkState::Likely)?;
        return Ok(false);
    }
    let root = change.figure(target)?;
    let (from, to) = if found.relation == Relation::SameAs && sharper(figure, &root) {
        (target, figure.id)
    } else {
        (figure.id, target)
    };
    let sure = allowed(change, from, found.relation, to).is_ok();
    let state = if sure { LinkState::Sure } else { LinkState::Likely };
    draw(change, from, found, to, state)?;
    Ok(sure)
}

/// Whether another figure of the same document is linked with the same commitment already.
fn told_here(change: &Change<'_>, figure: &Record, target: i64) -> Result<bool, LedgerError> {
    let Some(document) = figure.document else { return Ok(false) };
    for other in change.store.figures_of(document)? {
        let alike = other.kind == figure.kind && agreement(&other, figure).is_some();
        if other.id != figure.id && alike && root(change, other.id)? == target {
            return Ok(true);
        }
    }
    Ok(false)
}

fn draw(
    change: &mut Change<'_>,
    figure: i64,
    found: &Match,
    target: i64,
    state: LinkState,
) -> Result<(), LedgerError> {
    let (relation, reason) = (found.relation, Some(found.why.clone()));
    change.set_link(&Link { id: 0, figure, relation, target, state, reason })
}

/// Whether a new telling gives the number more precisely than one that nobody has looked at.
fn sharper(figure: &Record, root: &Record) -> bool {
    let count = |r: &Record| r.value.map_or(0, digits);
    let exact = |r: &Record| matches!(r.bound, Bound::Exact | Bound::Range);
    root.status == Status::Extracted
        && root.links.part_of.is_none()
        && exact(figure)
        && (count(figure), true) > (count(root), exact(root))
}

/// The telling that stands for a figure.
pub(super) fn root(change: &Change<'_>, id: i64) -> Result<i64, LedgerError> {
    let mut at = id;
    let mut seen = BTreeSet::new();
    while seen.insert(at) {
        let links = change.figure(at)?.links;
        match links.same_as.or(links.equivalent_of) {
            Some(next) => at = next,
            None => break,
        }
    }
    Ok(at)
}
