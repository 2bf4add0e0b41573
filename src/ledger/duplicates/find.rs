//! Looks up what a new figure could be the same as, and links it.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;

use super::compare::{FORMER, SAME_NEWS, SAME_WEEK};
use super::value::{agreement, digits};
use super::{Likeness, Rates, Told, compare, replace};
use crate::figure::{Bound, Kind, Stage};
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
    let told = Told::new(&figure);
    let replaced = usize::from(replace::replace(change, &told)?);
    let (sure, likely) = matches(change, &told, rates)?;
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
    told: &Told<'_>,
    rates: &dyn Rates,
) -> Result<(Vec<Match>, Vec<Match>), LedgerError> {
    let figure = told.record;
    let (mut sure, mut likely) = (Vec::new(), Vec::new());
    for old in candidates(change, told, rates)? {
        match compare(told, &old, rates) {
            Likeness::Sure(relation, why) => sure.push(Match { relation, old, why }),
            Likeness::Likely(relation, why) => likely.push(Match { relation, old, why }),
            Likeness::Apart => {}
        }
    }
    for list in [&mut sure, &mut likely] {
        list.sort_by_key(|found| {
            let days = figure.announced.zip(found.old.announced);
            let days = days.map_or(i64::MAX, |(a, b)| (a - b).num_days().abs());
            let other = (figure.unit != found.old.unit, figure.stage != found.old.stage);
            (other, days, found.old.id)
        });
    }
    Ok((sure, likely))
}

/// The figures of the ledger that could be the same: a few, whatever its size.
fn candidates(
    change: &Change<'_>,
    told: &Told<'_>,
    rates: &dyn Rates,
) -> Result<Vec<Record>, LedgerError> {
    let figure = told.record;
    let Some(value) = figure.value else { return Ok(Vec::new()) };
    let named = change.store.donor_keys(&figure.donors)?;
    let nobody = [named.clone(), vec![String::new()]].concat();
    let own = Block {
        donors: Some(&named),
        kind: figure.kind,
        unit: figure.unit.as_deref(),
        stages: &[figure.stage],
        amounts: (0, 0),
        days: window(figure.announced, WINDOW, WINDOW),
        undated: true,
    };
    let stages: Vec<Stage> = other_readings(figure.stage);
    let back = if told.former { FORMER as u64 } else { WINDOW };
    let around_day = |days: i64| window(figure.announced, days as u64, days as u64);
    let mut seen = BTreeSet::from([figure.id]);
    let mut found = Vec::new();
    for value in [Some(value), figure.high].into_iter().flatten() {
        let days = window(figure.announced, back, WINDOW);
        let stages = if told.former { stages.as_slice() } else { own.stages };
        found.extend(block(change, value, &Block { stages, days, ..own })?);
    }
    // Another reading of the same news may have the stage otherwise, or no donor; whoever names none
    // may mean anybody, and of joint donors one text may name one.
    let (week, news) = (around_day(SAME_WEEK), around_day(SAME_NEWS));
    let donors = Some(nobody.as_slice()).filter(|_| !figure.donors.is_empty());
    let near = Block { donors, stages: &stages, days: week, undated: false, ..own };
    found.extend(block(change, value, &near)?);
    if let (Some(_), Ok(exact)) = (donors, to_minor(value, own.unit)) {
        let amounts = (exact, exact);
        found.extend(change.store.block(&Block { donors: None, amounts, days: news, ..near })?);
    }
    for (value, unit) in converted(figure, value, rates) {
        let unit = Some(unit);
        found.extend(block(change, value, &Block { unit, ..near })?);
    }
    let apart = taken_apart(change, figure.id)?;
    let open = |r: &Record| {
        r.status != Status::Rejected
            && r.links.superseded_by != Some(figure.id)
            && !apart.contains(&r.id)
    };
    found.retain(|r| open(r) && seen.insert(r.id));
    Ok(found)
}

/// The figures that a person said this one is not.
fn taken_apart(change: &Change<'_>, id: i64) -> Result<BTreeSet<i64>, LedgerError> {
    let links = change.store.links_of(id)?;
    let removed = links.iter().filter(|link| link.state == LinkState::Removed);
    Ok(removed.map(|link| if link.figure == id { link.target } else { link.figure }).collect())
}

/// The stages that another text may give it, its own among them; a request is never a promise.
pub(super) fn other_readings(stage: Stage) -> Vec<Stage> {
    let asked = |stage: Stage| stage == Stage::Request;
    Stage::ALL.iter().copied().filter(|other| asked(*other) == asked(stage)).collect()
}

/// The figures of a block of this amount, as near as rounding goes.
fn block(
    change: &Change<'_>,
    value: Decimal,
    block: &Block<'_>,
) -> Result<Vec<Record>, LedgerError> {
    let (least, most) = around(value);
    let minor = |value: Decimal| to_minor(value.round(), block.unit);
    let (Ok(least), Ok(most)) = (minor(least), minor(most)) else { return Ok(Vec::new()) };
    Ok(change.store.block(&Block { amounts: (least, most), ..*block })?)
}

/// The amounts between which another telling's amount lies: what rounding and a month's change of
/// a rate can make of it.
pub(in crate::ledger) fn around(value: Decimal) -> (Decimal, Decimal) {
    (value * Decimal::new(93, 2), value * Decimal::new(107, 2))
}

/// The sum in the currencies that another article may have it in.
fn converted(figure: &Record, value: Decimal, rates: &dyn Rates) -> Vec<(Decimal, &'static str)> {
    let (Some(unit), Some(day), Kind::Money) = (&figure.unit, figure.announced, figure.kind) else {
        return Vec::new();
    };
    let Some(own) = rates.per_euro(unit, day) else { return Vec::new() };
    let homes = figure.donors.iter().filter_map(|d| country::by_iso2(d.code()));
    let all: BTreeSet<&'static str> = USUAL.into_iter().chain(homes.map(|c| c.currency)).collect();
    let turned = |code: &&'static str| {
        let sum = (value / own).checked_mul(rates.per_euro(code, day)?)?;
        Some((sum, *code))
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
    change.propose_link(&Link { id: 0, figure, relation, target, state, reason })
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
pub(in crate::ledger) fn root(change: &Change<'_>, id: i64) -> Result<i64, LedgerError> {
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
