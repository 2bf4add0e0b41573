//! The arithmetic of totals: every figure, in or out, under the row that it belongs to.

use std::collections::{BTreeMap, HashMap};

use rust_decimal::Decimal;

use super::totals::{Report, whole_units};
use super::{Dimension, Query, Row, totals};
use crate::ledger::count::Reason;
use crate::store::reports::{Account, each_account};
use crate::store::{Store, StoreError};

/// A row of a report with the figures behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// The row's key, by the report's columns.
    pub key: Vec<String>,
    /// The total; nothing where no figure counts.
    pub row: Option<Row>,
    /// The figures, those that count first.
    pub figures: Vec<Entered>,
}

/// A figure with what it adds to its row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entered {
    /// The figure.
    pub account: Account,
    /// What it adds, in whole units; nothing where it is out.
    pub amount: Option<Decimal>,
    /// The parts of a whole, counted or not.
    pub parts: Vec<i64>,
}

impl Entered {
    /// Why it counts or not, naming the records concerned.
    #[must_use]
    pub fn because(&self) -> String {
        let words = self.account.reason.words(self.account.other()).into_owned();
        if self.parts.is_empty() {
            return words;
        }
        let parts: Vec<String> = self.parts.iter().map(|id| format!("#{id}")).collect();
        format!("{words} ({})", parts.join(", "))
    }
}

/// Explains each row of the report that the query asks for.
///
/// # Errors
/// When the database cannot be read.
pub fn why(store: &Store, query: &Query) -> Result<(Vec<Dimension>, Vec<Explained>), StoreError> {
    let report = totals(store, query)?;
    let mut keys: BTreeMap<Vec<String>, Vec<Entered>> = BTreeMap::new();
    let mut parts: HashMap<i64, Vec<i64>> = HashMap::new();
    each_account(store, |account| {
        if let Some(whole) = account.links.part_of {
            parts.entry(whole).or_default().push(account.id);
        }
        if query.filter.lets_account(&account) {
            for (key, entered) in entries(query, &report.by, &account) {
                keys.entry(key).or_default().push(entered);
            }
        }
        Ok::<_, StoreError>(())
    })?;
    for entered in keys.values_mut().flatten() {
        if matches!(entered.account.reason, Reason::InParts | Reason::Remainder) {
            entered.parts = parts.get(&entered.account.id).cloned().unwrap_or_default();
        }
    }
    let by = report.by.clone();
    Ok((by, explain(report, keys)))
}

/// Under which rows a figure stands, with what it adds to each.
fn entries(query: &Query, by: &[Dimension], account: &Account) -> Vec<(Vec<String>, Entered)> {
    let shown =
        query.filter.stages.contains(&account.lump.stage) && account.reason == Reason::Request;
    let counts = account.reason.counts() || shown;
    let unit = account.lump.unit.clone();
    let split = query.years.split(&account.lump, account.lump.announced, &account.lump.sum);
    let asked = split.into_iter().filter(|(years, _)| query.filter.lets_years(*years));
    asked
        .map(|(years, sum)| {
            let year = super::year::span(years);
            let key = by.iter().map(|d| query.cell(*d, &account.lump, &year)).collect();
            let amount = counts.then(|| whole_units(sum.amount, unit.as_deref()));
            (key, Entered { account: account.clone(), amount, parts: Vec::new() })
        })
        .collect()
}

/// Rows in the report's order; what belongs to no row comes in its place by the key.
fn explain(report: Report, mut keys: BTreeMap<Vec<String>, Vec<Entered>>) -> Vec<Explained> {
    let by = report.by;
    let mut all: Vec<Explained> = report
        .rows
        .into_iter()
        .map(|row| {
            let figures = keys.remove(&row.key).unwrap_or_default();
            Explained { key: row.key.clone(), row: Some(row), figures }
        })
        .collect();
    all.extend(keys.into_iter().map(|(key, figures)| Explained { key, row: None, figures }));
    all.sort_by(|a, b| super::totals::compare(&by, &a.key, &b.key));
    for explained in &mut all {
        explained.figures.sort_by_key(|f| (f.amount.is_none(), f.account.id));
    }
    all
}
