//! `commitments`: one row a figure, in or out, with its quote and its source.

use std::collections::HashMap;

use rust_decimal::Decimal;

use crate::figure::{Category, Per};
use crate::report::table::{Cell, Column, Sink, Table, TableError};
use crate::report::totals::whole_units;
use crate::report::{Filter, names};
use crate::store::Store;
use crate::store::reports::{Account, each_account};

/// Every figure that the filter lets through, by number.
#[derive(Debug, Clone, Default)]
pub struct Commitments {
    /// Which figures; requests are among them.
    pub filter: Filter,
}

impl Table for Commitments {
    fn name(&self) -> &'static str {
        "commitments"
    }

    fn about(&self) -> &'static str {
        "Every figure, counted or not and why, with its sentence and source"
    }

    fn columns(&self) -> Vec<Column> {
        COLUMNS.to_vec()
    }

    fn rows(&self, store: &Store, sink: &mut Sink<'_>) -> Result<(), TableError> {
        let mut references = HashMap::new();
        each_account(store, |account| {
            // The first figure that names a reference gives it its number, filtered out or not.
            let source = source_id(&account, &mut references);
            if self.filter.lets_account(&account) {
                sink(cells(&account, source))?;
            }
            Ok(())
        })
    }
}

const COLUMNS: [Column; 42] = [
    Column::integer("id", "The figure's number"),
    Column::text("donor", "ISO 3166-1 alpha-2 or the party's code; joint donors with +"),
    Column::text("donor_iso3", "ISO 3166-1 alpha-3; empty for parties without one"),
    Column::text("donor_name", "English name"),
    Column::text("recipient", "Who gets it"),
    Column::text("recipient_iso3", "ISO 3166-1 alpha-3"),
    Column::text("recipient_name", "English name"),
    Column::integer("year_first", "First year that it is for"),
    Column::integer("year_last", "Last year that it is for"),
    Column::date("announced", "Day of announcement"),
    Column::text("stage", "request, target, pledge, commitment or delivery"),
    Column::text("kind", "money or quantity"),
    Column::text("sector", "What it is for"),
    Column::text("unit", "ISO 4217 currency; empty for things"),
    Column::text("category", "The sort of things"),
    Column::text("item", "The things, as written"),
    Column::text("bound", "exact, about, at_least, at_most or range"),
    Column::decimal("amount", "As told; a range's lower end"),
    Column::decimal("amount_low", "A range's lower end"),
    Column::decimal("amount_high", "A range's upper end"),
    Column::text("per", "What a rate is per"),
    Column::decimal("counted", "What of it enters totals; empty where it does not"),
    Column::text("reason", "Why, as a code"),
    Column::text("verdict", "Why, in words"),
    Column::integer("part_of", "The whole that it is a share of"),
    Column::integer("equivalent_of", "The figure that it restates"),
    Column::integer("same_as", "The figure that tells of the same commitment"),
    Column::integer("superseded_by", "The later figure in its place"),
    Column::text("cumulative", "yes for a running total"),
    Column::text("derived", "yes where it was worked out"),
    Column::text("speaker", "Who says so"),
    Column::text("status", "extracted, confirmed or rejected"),
    Column::decimal("confidence", "How sure the reading is, 0 to 1"),
    Column::text("purpose", "What it is for, in a person's words"),
    Column::text("wording", "The amount as printed"),
    Column::text("sentence", "The sentence it stands in"),
    Column::text("quote", "Its first mention"),
    Column::integer("start", "First character of the mention in the stored text, from 0"),
    Column::integer("end", "One past its last character"),
    Column::text("source_id", "The source's number in sources.csv"),
    Column::text("publisher", "The outlet"),
    Column::text("url", "Where it was found"),
];

fn source_id(account: &Account, references: &mut HashMap<String, i64>) -> Option<String> {
    if let Some(document) = account.source.document {
        return Some(format!("d{document}"));
    }
    let reference = account.source.url.clone()?;
    Some(format!("r{}", references.entry(reference).or_insert(account.id)))
}

fn cells(account: &Account, source: Option<String>) -> Vec<Cell> {
    let mut cells = parties(account);
    cells.extend(matter(account));
    cells.extend(standing(account));
    cells.extend(evidence(account));
    cells.extend([
        source.into(),
        account.source.publisher.clone().into(),
        account.source.url.clone().into(),
    ]);
    cells
}

fn parties(account: &Account) -> Vec<Cell> {
    let donor = account.lump.donor.as_str();
    let single = account.lump.single.as_ref();
    let recipient = single.and_then(|s| s.recipient.as_deref()).unwrap_or_default();
    let named = |key: &str| [key.into(), names::iso3(key).into(), names::name(key).into()];
    let mut cells = vec![account.id.into()];
    cells.extend(named(donor));
    cells.extend(named(recipient));
    cells
}

fn matter(account: &Account) -> [Cell; 14] {
    let lump = &account.lump;
    let item = lump.single.as_ref().and_then(|s| s.item.clone());
    [
        lump.years.map(|y| i64::from(y.0)).into(),
        lump.years.map(|y| i64::from(y.1)).into(),
        lump.announced.into(),
        lump.stage.as_str().into(),
        lump.kind.as_str().into(),
        lump.sector.as_str().into(),
        lump.unit.clone().into(),
        lump.category.map(Category::as_str).into(),
        item.into(),
        account.bound.as_str().into(),
        amount(account, account.value),
        amount(account, account.low),
        amount(account, account.high),
        lump.per.map(Per::as_str).into(),
    ]
}

fn amount(account: &Account, minor: Option<i64>) -> Cell {
    minor.map(|m| whole_units(m.into(), account.lump.unit.as_deref())).into()
}

fn standing(account: &Account) -> [Cell; 12] {
    let yes = |flag: bool| Cell::text(if flag { "yes" } else { "" });
    let single = account.lump.single.as_ref();
    let links = &account.links;
    [
        amount(account, account.counted.filter(|_| account.reason.counts())),
        account.reason.as_str().into(),
        account.reason.words(account.other()).into(),
        links.part_of.into(),
        links.equivalent_of.into(),
        links.same_as.into(),
        links.superseded_by.into(),
        yes(account.cumulative),
        yes(account.derived),
        account.speaker.clone().into(),
        single.map(|s| s.status.as_str()).into(),
        single.map(|s| Decimal::new(s.confidence.into(), 2)).into(),
    ]
}

fn evidence(account: &Account) -> [Cell; 6] {
    let mention = account.mention.as_ref();
    [
        account.purpose.clone().into(),
        account.wording.clone().into(),
        account.sentence.clone().into(),
        mention.map(|m| m.2.clone()).into(),
        mention.map(|m| m.0).into(),
        mention.map(|m| m.1).into(),
    ]
}
