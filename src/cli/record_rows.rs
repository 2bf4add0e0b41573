//! Records of the ledger as rows: all fields for programs, the telling ones for people.

use rust_decimal::Decimal;

use super::output::{Column, To};
use crate::figure::{Bound, Kind};
use crate::ledger::Record;
use crate::lexicon::Party;
use crate::report::words::{self, Ends};

const fn text(name: &'static str) -> Column {
    Column { name, number: false }
}

const fn number(name: &'static str) -> Column {
    Column { name, number: true }
}

const SHORT: &[Column] = &[
    number("id"),
    text("donor"),
    text("recipient"),
    text("years"),
    text("stage"),
    number("amount"),
    text("of"),
    text("announced"),
    text("status"),
    text("counts"),
];

const FULL: &[Column] = &[
    number("id"),
    text("donor"),
    text("donor_name"),
    text("recipient"),
    number("first_year"),
    number("last_year"),
    text("stage"),
    text("kind"),
    number("value"),
    number("low"),
    number("high"),
    text("bound"),
    text("unit"),
    text("item"),
    text("category"),
    text("sector"),
    text("per"),
    text("cumulative"),
    text("derived"),
    text("speaker"),
    text("announced"),
    number("counted"),
    text("verdict"),
    text("status"),
    number("confidence"),
    number("document"),
    text("wording"),
    text("sentence"),
    text("purpose"),
    text("reference"),
];

/// How a record fills the columns.
pub type Row = fn(&Record) -> Vec<String>;

/// The columns for a form of output, and how a record fills them.
#[must_use]
pub fn for_output(to: To) -> (&'static [Column], Row) {
    match to {
        To::Table | To::Markdown => (SHORT, short),
        _ => (FULL, full),
    }
}

fn short(record: &Record) -> Vec<String> {
    vec![
        record.id.to_string(),
        record.donor_key(),
        optional(record.recipient.as_ref()),
        years(record.years),
        record.stage.to_string(),
        amount(record),
        subject(record),
        optional(record.announced.as_ref()),
        record.status.to_string(),
        record.verdict.replace('_', " "),
    ]
}

fn full(record: &Record) -> Vec<String> {
    vec![
        record.id.to_string(),
        record.donor_key(),
        donors(record),
        optional(record.recipient.as_ref()),
        optional(record.years.map(|y| y.0).as_ref()),
        optional(record.years.map(|y| y.1).as_ref()),
        record.stage.to_string(),
        record.kind.to_string(),
        optional(record.value.as_ref()),
        optional(record.low.as_ref()),
        optional(record.high.as_ref()),
        record.bound.to_string(),
        optional(record.unit.as_ref()),
        optional(record.item.as_ref()),
        optional(record.category.as_ref()),
        record.sector.to_string(),
        optional(record.per.as_ref()),
        record.cumulative.to_string(),
        record.derived.to_string(),
        optional(record.speaker.as_ref()),
        optional(record.announced.as_ref()),
        optional(record.counted.as_ref()),
        record.verdict.clone(),
        record.status.to_string(),
        record.confidence.to_string(),
        optional(record.document.as_ref()),
        optional(record.wording.as_ref()),
        optional(record.sentence.as_ref()),
        optional(record.purpose.as_ref()),
        optional(record.reference.as_ref()),
    ]
}

/// "USD 17.0 bn", "≥ 30,000", "EUR 3.0 bn a year", "no number".
#[must_use]
pub fn amount(record: &Record) -> String {
    let Some(value) = record.value else { return "no number".to_owned() };
    let high = match record.bound {
        Bound::AtLeast => None,
        Bound::Range => record.high.or(Some(value)),
        _ => Some(value),
    };
    let low = if record.bound == Bound::AtMost { Decimal::ZERO } else { value };
    let ends = Ends { low, high, about: record.bound == Bound::About };
    let amount = words::amount(value, ends, record.unit.as_deref());
    record.per.map_or_else(|| amount.clone(), |per| format!("{amount} a {per}"))
}

/// "Denmark + Norway", or that nobody is named.
#[must_use]
pub fn donors(record: &Record) -> String {
    let names: Vec<String> = record.donors.iter().map(Party::name).collect();
    names.join(" + ")
}

/// What is counted, or what the money is for.
#[must_use]
pub fn subject(record: &Record) -> String {
    match (record.kind, &record.purpose) {
        (Kind::Quantity, purpose) => optional(record.item.as_ref().or(purpose.as_ref())),
        (Kind::Money, Some(purpose)) => purpose.clone(),
        (Kind::Money, None) => record.sector.to_string(),
    }
}

/// "2025", "2025–2027", "unknown".
#[must_use]
pub fn years(years: Option<(i32, i32)>) -> String {
    match years {
        None => "unknown".to_owned(),
        Some((first, last)) if first == last => first.to_string(),
        Some((first, last)) => format!("{first}–{last}"),
    }
}

fn optional<T: ToString>(value: Option<&T>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}
