//! The arithmetic of totals: every figure, in or out, under the row that it belongs to.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::book::Book;
use super::totals::whole_units;
use super::{Dimension, Filter, Query, Row, YearBasis};
use crate::ledger::count::Reason;
use crate::lexicon::Party;
use crate::store::reports::{Account, accounts_of, parts_of, witnesses_of};
use crate::store::{self, Store, StoreError};

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

/// Explains each row of the report that the query asks for. Only figures that could belong there
/// are read, and the rows are made of them by the same book-keeping as in [`totals`](super::totals).
///
/// # Errors
/// When the database cannot be read.
pub fn why(store: &Store, query: &Query) -> Result<(Vec<Dimension>, Vec<Explained>), StoreError> {
    let by = query.columns();
    let figures = whatever_year(query);
    let mut book = Book::new(query);
    let mut keys: BTreeMap<Vec<String>, Vec<Entered>> = BTreeMap::new();
    accounts_of(store, &roughly(&figures), |account| {
        if account.counted.is_some() {
            book.enter(&account.lump);
        }
        if figures.lets_account(&account) {
            for (key, entered) in entries(query, &by, &account) {
                keys.entry(key).or_default().push(entered);
            }
        }
    })?;
    name_parts(store, &mut keys)?;
    let rows = book.rows(&witnesses_of(store, &counted(&keys))?);
    Ok((by.clone(), explain(&by, rows, keys)))
}

/// The query's filter; where a sum's year is that of its announcement, without the years that it
/// is for.
fn whatever_year(query: &Query) -> Filter {
    let years = query.filter.years.filter(|_| query.years != YearBasis::Announced);
    Filter { years, ..query.filter.clone() }
}

/// What of a filter the database can look up; a code that is no party's is left to the caller.
fn roughly(filter: &Filter) -> store::Filter {
    let parties = |codes: &[String]| {
        let all = codes.iter().map(|code| Party::parse(code));
        all.collect::<Result<Vec<_>, _>>().unwrap_or_default()
    };
    store::Filter {
        donors: parties(&filter.donors),
        recipients: parties(&filter.recipients),
        years: filter.years,
        stages: filter.stages.clone(),
        sectors: filter.sectors.clone(),
        kind: filter.kinds.first().copied().filter(|_| filter.kinds.len() == 1),
        units: filter.units.clone(),
        categories: filter.categories.clone(),
        statuses: filter.statuses.clone(),
        ..store::Filter::default()
    }
}

fn counted(keys: &BTreeMap<Vec<String>, Vec<Entered>>) -> Vec<i64> {
    let counted = keys.values().flatten().filter(|entered| entered.amount.is_some());
    counted.map(|entered| entered.account.id).collect()
}

/// Says of wholes which parts they are counted through.
fn name_parts(
    store: &Store,
    keys: &mut BTreeMap<Vec<String>, Vec<Entered>>,
) -> Result<(), StoreError> {
    let whole = |e: &Entered| e.account.reason.has_parts();
    let wholes: Vec<i64> =
        keys.values().flatten().filter(|e| whole(e)).map(|e| e.account.id).collect();
    let parts = parts_of(store, &wholes)?;
    for entered in keys.values_mut().flatten().filter(|e| whole(e)) {
        entered.parts = parts.get(&entered.account.id).cloned().unwrap_or_default();
    }
    Ok(())
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
fn explain(
    by: &[Dimension],
    rows: Vec<Row>,
    mut keys: BTreeMap<Vec<String>, Vec<Entered>>,
) -> Vec<Explained> {
    let mut all: Vec<Explained> = rows
        .into_iter()
        .map(|row| {
            let figures = keys.remove(&row.key).unwrap_or_default();
            Explained { key: row.key.clone(), row: Some(row), figures }
        })
        .collect();
    all.extend(keys.into_iter().map(|(key, figures)| Explained { key, row: None, figures }));
    all.sort_by(|a, b| super::totals::compare(by, &a.key, &b.key));
    for explained in &mut all {
        explained.figures.sort_by_key(|f| (f.amount.is_none(), f.account.id));
    }
    all
}
