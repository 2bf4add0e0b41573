//! Figures as rows: all fields for programs, the telling ones for people.

use rust_decimal::Decimal;

use super::fact_rows::{Facts, number, optional, text, years};
use super::output::Column;
use crate::figure::{Bound, Figure};
use crate::lexicon::Party;

/// The columns of [`full`], in the order of a figure's fields.
pub const FULL: &[Column] = &[
    text("document"),
    text("id"),
    text("kind"),
    number("value"),
    number("low"),
    number("high"),
    text("bound"),
    text("unit"),
    text("item"),
    text("category"),
    text("donors"),
    text("recipient"),
    text("stage"),
    number("first_year"),
    number("last_year"),
    text("cumulative"),
    text("sector"),
    text("speaker"),
    text("part_of"),
    text("equivalent_of"),
    text("derived"),
    text("per"),
    number("confidence"),
    number("start"),
    number("end"),
    text("quote"),
    text("sentence"),
];

/// Every field of a figure; of its mentions the first.
#[must_use]
pub fn full(figure: &Figure) -> Vec<String> {
    let mention = figure.mentions.first();
    Facts::from(figure).row(FULL, |column| match column {
        "document" => figure.document.clone(),
        "id" => figure.id.clone(),
        "donors" => joint(&figure.donors),
        "part_of" => optional(figure.part_of.as_ref()),
        "equivalent_of" => optional(figure.equivalent_of.as_ref()),
        "start" => optional(mention.map(|m| m.start)),
        "end" => optional(mention.map(|m| m.end)),
        "quote" => optional(mention.map(|m| &m.quote)),
        other => unreachable!("the column {other} has no filler"),
    })
}

/// The columns of [`short`].
pub const SHORT: &[Column] = &[
    text("document"),
    text("id"),
    number("amount"),
    text("of"),
    text("donors"),
    text("recipient"),
    text("stage"),
    text("years"),
    text("sector"),
    text("links"),
    text("quote"),
];

/// What a reader wants to see of a figure at a glance.
#[must_use]
pub fn short(figure: &Figure) -> Vec<String> {
    vec![
        figure.document.clone(),
        figure.id.clone(),
        amount(figure),
        figure.unit.clone().or_else(|| figure.item.clone()).unwrap_or_default(),
        joint(&figure.donors),
        optional(figure.recipient.as_ref()),
        figure.stage.to_string(),
        years(figure.years),
        figure.sector.to_string(),
        links(figure),
        optional(figure.mentions.first().map(|mention| &mention.quote)),
    ]
}

/// Several donors act jointly: `DK+NO`.
fn joint(donors: &[Party]) -> String {
    donors.iter().map(Party::code).collect::<Vec<_>>().join("+")
}

fn amount(figure: &Figure) -> String {
    let value = grouped(figure.value);
    let number = match (figure.bound, figure.high) {
        (Bound::Exact, _) | (Bound::Range, None) => value,
        (Bound::About, _) => format!("~ {value}"),
        (Bound::AtLeast, _) => format!("≥ {value}"),
        (Bound::AtMost, _) => format!("≤ {value}"),
        (Bound::Range, Some(high)) => format!("{value}–{}", grouped(high)),
    };
    figure.per.map_or_else(|| number.clone(), |per| format!("{number} a {per}"))
}

/// `35000000000` as `35,000,000,000`.
fn grouped(value: Decimal) -> String {
    let plain = value.normalize().to_string();
    let (whole, rest) = plain.split_at(plain.find('.').unwrap_or(plain.len()));
    let digits = whole.len();
    let mut grouped = String::with_capacity(plain.len() + digits / 3);
    for (index, digit) in whole.chars().enumerate() {
        let left = digits - index;
        if index > 0 && left.is_multiple_of(3) && !grouped.ends_with('-') {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + rest
}

fn links(figure: &Figure) -> String {
    let part = figure.part_of.as_ref().map(|whole| format!("part of {whole}"));
    let equivalent = figure.equivalent_of.as_ref().map(|first| format!("equals {first}"));
    let cumulative = figure.cumulative.then(|| "running total".to_owned());
    let derived = figure.derived.then(|| "worked out".to_owned());
    let all: Vec<String> = [part, equivalent, cumulative, derived].into_iter().flatten().collect();
    all.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_stand_in_threes() {
        for (value, expected) in [
            ("5", "5"),
            ("500", "500"),
            ("4500", "4,500"),
            ("35000000000", "35,000,000,000"),
            ("123456.70", "123,456.7"),
            ("-1200", "-1,200"),
            ("-120", "-120"),
        ] {
            assert_eq!(grouped(value.parse().unwrap()), expected);
        }
    }
}
