//! Records of the ledger as rows: all fields for programs, the telling ones for people.

use rust_decimal::Decimal;

pub use super::fact_rows::years;
use super::fact_rows::{Facts, number, optional, text};
use super::output::{Column, To};
use crate::figure::{Bound, Kind};
use crate::ledger::Record;
use crate::lexicon::Party;
use crate::report::words::{self, Ends};

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
    Facts::from(record).row(FULL, |column| match column {
        "id" => record.id.to_string(),
        "donor" => record.donor_key(),
        "donor_name" => donors(record),
        "announced" => optional(record.announced),
        "counted" => optional(record.counted),
        "verdict" => record.verdict.clone(),
        "status" => record.status.to_string(),
        "document" => optional(record.document),
        "wording" => optional(record.wording.as_ref()),
        "purpose" => optional(record.purpose.as_ref()),
        "reference" => optional(record.reference.as_ref()),
        other => unreachable!("the column {other} has no filler"),
    })
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
