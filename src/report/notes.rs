//! What stands under a report: wholes that count through their parts, what was left out and why.

use std::collections::BTreeMap;

use super::totals::{Convert, Report, whole_units};
use super::year::span;
use super::{Query, names, words};
use crate::figure::Stage;
use crate::ledger::Relation;
use crate::ledger::count::Reason;
use crate::store::reports::{Detail, Lump, accounts, each_account, each_noted};
use crate::store::{Link, Store, StoreError};

/// How many wholes are named one by one.
const NAMED: usize = 5;

/// The notes under a report, a sentence each.
///
/// # Errors
/// When the database cannot be read.
pub fn notes(store: &Store, query: &Query, report: &Report) -> Result<Vec<String>, StoreError> {
    let mut noted = Noted::default();
    let asked = query.filter.stages.contains(&Stage::Request);
    let mut enter = |lump: &Lump, reason, count, whole| {
        if !(asked && reason == Reason::Request) {
            noted.enter(lump, reason, count, whole);
        }
    };
    if query.filter.detail() == Detail::Figures {
        each_account(store, |account| {
            if account.reason != Reason::Counted && query.filter.lets_account(account) {
                enter(&account.lump, account.reason, 1, (account.id, account.value));
            }
            Ok::<_, StoreError>(())
        })?;
    } else {
        each_noted(store, |lump, reason, count, whole| {
            if query.filter.lets_noted(lump) {
                enter(lump, reason, count, whole);
            }
        })?;
    }
    let mut lines = noted.lines();
    lines.extend(unconverted(query.convert.as_deref(), report));
    Ok(lines)
}

/// The wholes whose parts exceed them, where the whole or a part of it is in this report.
///
/// # Errors
/// When the database cannot be read.
pub fn exceeded(store: &Store, query: &Query) -> Result<Vec<i64>, StoreError> {
    let mut found = Vec::new();
    for whole in store.exceeded()? {
        let part = |link: &Link| (link.relation == Relation::PartOf).then_some(link.figure);
        let mut ids: Vec<i64> = store.links_of(whole)?.iter().filter_map(part).collect();
        ids.push(whole);
        let mut asked = false;
        accounts(store, &ids, |account| asked |= query.filter.lets_account(&account))?;
        found.extend(asked.then_some(whole));
    }
    Ok(found)
}

#[derive(Default)]
struct Noted {
    wholes: Vec<String>,
    counts: BTreeMap<Reason, i64>,
}

impl Noted {
    fn enter(&mut self, lump: &Lump, reason: Reason, count: i64, whole: (i64, Option<i64>)) {
        *self.counts.entry(reason).or_default() += count;
        if !reason.has_parts() || self.wholes.len() >= NAMED {
            return;
        }
        let (id, value) = whole;
        let unit = lump.unit.as_deref();
        let amount = words::plain(whole_units(value.unwrap_or_default().into(), unit), unit);
        let things = lump.category.map(|c| format!(" ({c})")).unwrap_or_default();
        let who =
            if lump.donor.is_empty() { String::new() } else { names::name(&lump.donor) + ", " };
        let how = match reason {
            Reason::InParts => "counts through its parts",
            Reason::Exceeded => "counts through its parts, which exceed it",
            _ => "counts through its parts and the rest",
        };
        let others =
            if count > 1 { format!(" (and {} like it)", count - 1) } else { String::new() };
        let years = span(lump.years);
        self.wholes.push(format!(
            "{amount}{things} in all ({who}{}{}; #{id}){others} {how}.",
            lump.stage,
            if years.is_empty() { years } else { format!(", {years}") },
        ));
    }

    fn lines(self) -> Vec<String> {
        let mut lines = self.wholes;
        let wholes = self.counts.iter().filter(|(reason, _)| reason.has_parts());
        let wholes: i64 = wholes.map(|(_, count)| count).sum();
        if usize::try_from(wholes).unwrap_or(usize::MAX) > NAMED {
            lines.push(format!("{wholes} wholes in all count through their parts."));
        }
        let out: Vec<String> = self
            .counts
            .iter()
            .filter(|(reason, _)| !reason.counts() && !reason.has_parts())
            .map(|(reason, count)| format!("{count} {}", plural(*reason, *count)))
            .collect();
        if !out.is_empty() {
            lines.push(format!("Not counted: {}. `pledgebook why` names each.", out.join(", ")));
        }
        lines
    }
}

fn plural(reason: Reason, count: i64) -> &'static str {
    let (one, many) = match reason {
        Reason::Equivalent => {
            ("restatement in another currency", "restatements in other currencies")
        }
        Reason::Repeat => ("repeat", "repeats"),
        Reason::Duplicate => ("duplicate of another source's", "duplicates of other sources'"),
        Reason::Superseded => ("replaced by a later one", "replaced by later ones"),
        Reason::Cumulative => ("running total", "running totals"),
        Reason::Request => ("request", "requests"),
        Reason::Rate => ("monthly, weekly or daily rate", "monthly, weekly or daily rates"),
        Reason::Inside => (
            "inside a whole in another currency or measure",
            "inside wholes in other currencies or measures",
        ),
        Reason::NoRest => ("rest of nothing", "rests of nothing"),
        Reason::NoValue => ("without an amount", "without amounts"),
        Reason::Rejected => ("rejected", "rejected"),
        Reason::Counted | Reason::Remainder | Reason::Rest | Reason::InParts | Reason::Exceeded => {
            ("whole", "wholes")
        }
    };
    if count == 1 { one } else { many }
}

/// With which rates it was converted, as a sentence.
#[must_use]
pub fn converted(rates: &(dyn Convert + Send + Sync)) -> String {
    format!("Converted to {} with the {}.", rates.currency(), rates.basis())
}

fn unconverted(convert: Option<&(dyn Convert + Send + Sync)>, report: &Report) -> Vec<String> {
    let Some(rates) = convert else { return Vec::new() };
    let mut lines = vec![converted(rates)];
    lines.extend(rates.remarks());
    for ((unit, dated), count) in &report.unconverted {
        let (figures, stay) = if *count == 1 { ("figure", "stays") } else { ("figures", "stay") };
        let why = if *dated {
            let to = rates.currency();
            format!(
                "no rate from {unit} to {to} is known for the day. `pledgebook rates import` takes a file with dates and rates"
            )
        } else {
            "the day of announcement is not known. A file of fixed rates (--rates) needs none"
                .to_owned()
        };
        lines.push(format!("{count} {figures} in {unit} {stay} as told: {why}."));
    }
    lines
}
