//! Charts of a report: one panel for whatever may be compared, donors by year in each.

mod png;
mod svg;
mod terminal;

use std::collections::BTreeMap;

pub use png::png;
pub use svg::{ChartError, svg};
pub use terminal::bars;

use rust_decimal::Decimal;

use super::totals::Report;
use super::{Dimension, names};

/// How many donors a panel shows; the others are summed up in one bar.
const DONORS: usize = 12;

/// Amounts that may be compared: one stage, one currency or sort of things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panel {
    /// "pledge, USD".
    pub title: String,
    /// The currency; nothing for things.
    pub unit: Option<String>,
    /// The years, ascending.
    pub years: Vec<String>,
    /// The donors, the largest first, with an amount a year.
    pub donors: Donors,
}

/// Names with a bar a year.
pub type Donors = Vec<(String, Vec<Bar>)>;

/// A donor's amount of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Bar {
    /// Nothing is drawn where it is zero.
    pub amount: Decimal,
    /// The first of the report's rows that are in it.
    pub row: Option<usize>,
}

impl Bar {
    fn add(&mut self, other: Self) {
        self.amount += other.amount;
        self.row = self.row.or(other.row);
    }
}

impl Panel {
    /// The largest single amount.
    #[must_use]
    pub fn most(&self) -> Decimal {
        let bars = self.donors.iter().flat_map(|(_, bars)| bars);
        bars.map(|bar| bar.amount).max().unwrap_or_default()
    }
}

/// The panels of a report, those with the most donors first. What is converted stands in the
/// report's currency, whatever it was told in.
#[must_use]
pub fn panels(report: &Report, currency: Option<&str>) -> Vec<Panel> {
    let turned = |row: &super::Row| currency.zip(row.converted);
    let place = |column| report.by.iter().position(|d| *d == column);
    let (donor, year) = (place(Dimension::Donor), place(Dimension::Year));
    let told =
        |row: &super::Row, column| place(column).map_or("", |nth| row.key[nth].as_str()).to_owned();
    let mut classes: BTreeMap<_, Vec<(usize, &super::Row)>> = BTreeMap::new();
    for (nth, row) in report.rows.iter().enumerate() {
        let told_in = row.unit.as_deref().unwrap_or_default();
        let unit = turned(row).map_or(told_in, |(currency, _)| currency).to_owned();
        let class = (told(row, Dimension::Stage), unit, told(row, Dimension::Category));
        classes.entry(class).or_default().push((nth, row));
    }
    let mut all: Vec<Panel> = classes
        .into_iter()
        .map(|((stage, unit, category), rows)| {
            let title = [stage, unit.clone(), category].join(", ");
            let title = title.replace(", , ", ", ").trim_end_matches(", ").to_owned();
            let cell = |nth: Option<usize>, row: &super::Row| {
                nth.map_or_else(|| "all".to_owned(), |nth| row.key[nth].clone())
            };
            let named = rows.iter().map(|(nth, row)| {
                let amount = turned(row).map_or(row.amount, |(_, amount)| amount);
                (cell(donor, row), cell(year, row), Bar { amount, row: Some(*nth) })
            });
            let (years, donors) = by_donor(named.collect());
            Panel { title, unit: Some(unit).filter(|u| !u.is_empty()), years, donors }
        })
        .collect();
    all.sort_by_key(|panel| std::cmp::Reverse(panel.donors.len()));
    all
}

/// Amounts by donor and year, the largest donors first.
fn by_donor(rows: Vec<(String, String, Bar)>) -> (Vec<String>, Donors) {
    let mut years: Vec<String> = rows.iter().map(|(_, year, _)| year.clone()).collect();
    years.sort();
    years.dedup();
    let mut sums: BTreeMap<String, Vec<Bar>> = BTreeMap::new();
    for (donor, year, bar) in rows {
        let amounts = sums.entry(donor).or_insert_with(|| vec![Bar::default(); years.len()]);
        amounts[years.binary_search(&year).unwrap_or_default()].add(bar);
    }
    let mut donors: Donors = sums.into_iter().collect();
    let sum = |bars: &[Bar]| bars.iter().map(|bar| bar.amount).sum::<Decimal>();
    donors.sort_by_key(|(_, bars)| std::cmp::Reverse(sum(bars)));
    let rest = donors.split_off(donors.len().min(DONORS));
    for (key, _) in &mut donors {
        *key = match key.as_str() {
            "" => "(not stated)".to_owned(),
            "all" => "all".to_owned(),
            key => names::name(key),
        };
    }
    if !rest.is_empty() {
        let column = |nth: usize| {
            let mut all = Bar::default();
            for (_, bars) in &rest {
                all.add(bars[nth]);
            }
            all
        };
        donors.push((format!("{} others", rest.len()), (0..years.len()).map(column).collect()));
    }
    (years.iter().map(|y| label(y)).collect(), donors)
}

fn label(year: &str) -> String {
    if year.is_empty() { "unknown".to_owned() } else { year.replace('/', "–") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(n: usize) -> Bar {
        Bar { amount: n.into(), row: Some(n) }
    }

    #[test]
    fn the_smallest_donors_are_one_bar() {
        let rows = (0..15).map(|n| (format!("company:C{n:02}"), "2025".to_owned(), bar(n)));
        let (years, donors) = by_donor(rows.collect());
        assert_eq!(years, ["2025"]);
        assert_eq!(donors.len(), DONORS + 1);
        assert_eq!(donors[0], ("C14".to_owned(), vec![bar(14)]));
        assert_eq!(donors[DONORS], ("3 others".to_owned(), vec![Bar { row: Some(2), ..bar(3) }]));
    }
}
