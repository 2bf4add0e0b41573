//! `commitments`: one row a figure, in or out, with its quote and its source.

use std::collections::HashMap;

use rust_decimal::Decimal;

use crate::figure::{Category, Per};
use crate::lexicon::currency;
use crate::report::table::{Cell, Column, Sink, Table, TableError};
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
        let mut known = Known::default();
        each_account(store, |account| {
            // The first figure that names a reference gives it its number, filtered out or not.
            let source = source_id(account, &mut references);
            if self.filter.lets_account(account) {
                let single = account.lump.single.as_ref();
                known.meet(&account.lump.donor);
                known.meet(single.and_then(|s| s.recipient.as_deref()).unwrap_or_default());
                sink(cells(account, &known, source))?;
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

fn cells<'a>(account: &'a Account, known: &'a Known, source: Option<String>) -> Vec<Cell<'a>> {
    let mut cells = Vec::with_capacity(COLUMNS.len());
    cells.push(account.id.into());
    let single = account.lump.single.as_ref();
    let recipient = single.and_then(|s| s.recipient.as_deref()).unwrap_or_default();
    cells.extend(known.party(&account.lump.donor));
    cells.extend(known.party(recipient));
    cells.extend(matter(account));
    cells.extend(standing(account));
    cells.extend(evidence(account));
    cells.extend([
        source.into(),
        account.source.publisher.as_ref().into(),
        account.source.url.as_ref().into(),
    ]);
    cells
}

/// Codes and names of the parties so far: a few stand in every row.
#[derive(Default)]
struct Known(HashMap<String, [String; 3]>);

impl Known {
    fn meet(&mut self, key: &str) {
        if !self.0.contains_key(key) {
            let named = [key.to_owned(), names::iso3(key), names::name(key)];
            self.0.insert(key.to_owned(), named);
        }
    }

    fn party(&self, key: &str) -> [Cell<'_>; 3] {
        self.0.get(key).map_or([Cell::Empty, Cell::Empty, Cell::Empty], |named| {
            named.each_ref().map(|word| word.as_str().into())
        })
    }
}

fn matter(account: &Account) -> [Cell<'_>; 14] {
    let lump = &account.lump;
    let item = lump.single.as_ref().and_then(|s| s.item.as_ref());
    let digits = lump.unit.as_deref().and_then(currency::exponent).unwrap_or(0);
    [
        lump.years.map(|y| i64::from(y.0)).into(),
        lump.years.map(|y| i64::from(y.1)).into(),
        lump.announced.into(),
        lump.stage.as_str().into(),
        lump.kind.as_str().into(),
        lump.sector.as_str().into(),
        lump.unit.as_ref().into(),
        lump.category.map(Category::as_str).into(),
        item.into(),
        account.bound.as_str().into(),
        amount(account.value, digits),
        amount(account.low, digits),
        amount(account.high, digits),
        lump.per.map(Per::as_str).into(),
    ]
}

fn amount<'a>(minor: Option<i64>, digits: u32) -> Cell<'a> {
    minor.map(|minor| Decimal::new(minor, digits)).into()
}

fn standing(account: &Account) -> [Cell<'_>; 12] {
    let yes = |flag: bool| Cell::from(if flag { "yes" } else { "" });
    let single = account.lump.single.as_ref();
    let links = &account.links;
    let digits = account.lump.unit.as_deref().and_then(currency::exponent).unwrap_or(0);
    [
        amount(account.counted.filter(|_| account.reason.counts()), digits),
        account.reason.as_str().into(),
        account.reason.words(account.other()).into(),
        links.part_of.into(),
        links.equivalent_of.into(),
        links.same_as.into(),
        links.superseded_by.into(),
        yes(account.cumulative),
        yes(account.derived),
        account.speaker.as_ref().into(),
        single.map(|s| s.status.as_str()).into(),
        single.map(|s| Decimal::new(s.confidence.into(), 2)).into(),
    ]
}

fn evidence(account: &Account) -> [Cell<'_>; 6] {
    let mention = account.mention.as_ref();
    [
        account.purpose.as_ref().into(),
        account.wording.as_ref().into(),
        account.sentence.as_ref().into(),
        mention.map(|m| &m.2).into(),
        mention.map(|m| m.0).into(),
        mention.map(|m| m.1).into(),
    ]
}
