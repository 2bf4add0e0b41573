//! Bars of block characters.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Bar, Panel};
use crate::report::words;

/// How wide the longest bar is, in characters.
const WIDTH: u32 = 40;
/// A cell filled by eighths.
const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// A panel as lines: a bar for each donor and year.
#[must_use]
pub fn bars(panel: &Panel) -> String {
    let most = panel.most();
    let name = panel.donors.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    let year = panel.years.iter().map(|year| year.chars().count()).max().unwrap_or(0);
    let mut text = format!("{}\n", panel.title);
    for (donor, bars) in &panel.donors {
        let mut shown = donor.as_str();
        let drawn = panel.years.iter().zip(bars).filter(|(_, bar)| !bar.amount.is_zero());
        for (label, Bar { amount, .. }) in drawn {
            let amount_words = words::plain(*amount, panel.unit.as_deref());
            let line = format!(
                "  {shown:<name$}  {label:<year$}  {} {amount_words}\n",
                bar(*amount, most)
            );
            text.push_str(&line);
            shown = "";
        }
    }
    text
}

fn bar(amount: Decimal, most: Decimal) -> String {
    let eighths = amount
        .checked_mul(Decimal::from(WIDTH * 8))
        .and_then(|scaled| scaled.checked_div(most))
        .and_then(|scaled| scaled.round().to_usize())
        .unwrap_or(0);
    format!("{}{}", "█".repeat(eighths / 8), EIGHTHS[eighths % 8])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_bar_is_full_and_the_others_to_scale() {
        let bar = |amount: i64| Bar { amount: amount.into(), row: None };
        let panel = Panel {
            title: "pledge, EUR".to_owned(),
            unit: Some("EUR".to_owned()),
            years: vec!["2024".to_owned(), "2025".to_owned()],
            donors: vec![
                ("Denmark".to_owned(), vec![bar(2_000_000), bar(1_000_000)]),
                ("Norway".to_owned(), vec![bar(0), bar(62_500)]),
            ],
        };
        let expected = format!(
            "pledge, EUR\n  Denmark  2024  {} EUR 2.0 m\n           2025  {} EUR 1.0 m\n  Norway   2025  █▎ EUR 62,500\n",
            "█".repeat(40),
            "█".repeat(20),
        );
        assert_eq!(bars(&panel), expected);
    }
}
