//! A report sorted, cut to its largest rows, run up over the years, or with years as columns.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::Dimension;
use super::totals::{Report, Row, compare};
use crate::figure::UnknownTerm;

/// What rows are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// The largest amount first; money and things apart, each currency by itself.
    Amount,
    /// A column, in its own order.
    Column(Dimension),
}

impl std::str::FromStr for Sort {
    type Err = UnknownTerm;
    fn from_str(word: &str) -> Result<Self, UnknownTerm> {
        if word == "amount" {
            return Ok(Self::Amount);
        }
        let column = word.parse().map(Self::Column);
        column.map_err(|e: UnknownTerm| UnknownTerm { known: format!("amount, {}", e.known), ..e })
    }
}

/// Sorts the rows; what is equal keeps its place.
pub fn sort(report: &mut Report, by: Sort) {
    match by {
        Sort::Amount => {
            report.rows.sort_by_key(|row| (row.kind, row.unit.clone(), Reverse(row.amount)));
        }
        Sort::Column(column) => {
            if let Some(nth) = report.by.iter().position(|d| *d == column) {
                let by = [column];
                report.rows.sort_by(|a, b| compare(&by, &a.key[nth..=nth], &b.key[nth..=nth]));
            }
        }
    }
}

/// Keeps the largest rows of each kind, currency and category; gives back how many are left out.
pub fn top(report: &mut Report, count: usize) -> usize {
    let before = report.rows.len();
    let mut taken: BTreeMap<(Option<String>, String), Vec<Decimal>> = BTreeMap::new();
    let category = report.by.iter().position(|d| *d == Dimension::Category);
    let class = |row: &Row| {
        let category = category.map(|nth| row.key[nth].clone()).unwrap_or_default();
        (row.unit.clone(), category)
    };
    for row in &report.rows {
        taken.entry(class(row)).or_default().push(row.amount);
    }
    for amounts in taken.values_mut() {
        amounts.sort_by_key(|amount| Reverse(*amount));
        amounts.truncate(count);
    }
    report.rows.retain(|row| {
        let places = taken.entry(class(row)).or_default();
        let place = places.iter().position(|amount| *amount == row.amount);
        place.map(|nth| places.remove(nth)).is_some()
    });
    before - report.rows.len()
}

/// Turns each year's amount into the total up to it. A sum for several years is in from its last
/// year on; a row without a year stays as it is.
pub fn run_up(report: &mut Report) {
    let Some(year) = report.by.iter().position(|d| *d == Dimension::Year) else { return };
    let last = |key: &str| key.rsplit('/').next().unwrap_or("").to_owned();
    let mut order: Vec<usize> = (0..report.rows.len()).collect();
    order.sort_by_key(|&nth| last(&report.rows[nth].key[year]));
    let mut sums: BTreeMap<Vec<String>, Row> = BTreeMap::new();
    for nth in order {
        let row = &mut report.rows[nth];
        if row.key[year].is_empty() {
            continue;
        }
        let mut key = row.key.clone();
        key.remove(year);
        if let Some(before) = sums.get(&key) {
            add(row, before);
        }
        sums.insert(key, row.clone());
    }
}

fn add(row: &mut Row, before: &Row) {
    row.amount += before.amount;
    row.low += before.low;
    row.high = row.high.zip(before.high).map(|(a, b)| a + b);
    row.about |= before.about;
    row.converted = row.converted.zip(before.converted).map(|(a, b)| a + b);
    row.figures.extend(&before.figures);
    row.figures.sort_unstable();
    row.figures.dedup();
    row.sources = row.sources.max(before.sources);
}

/// A report with years as columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pivot {
    /// The columns of the keys, without the year.
    pub by: Vec<Dimension>,
    /// The years, ascending; spans and the unknown year (empty) among them.
    pub years: Vec<String>,
    /// The rows.
    pub rows: Vec<PivotRow>,
}

/// A row with an amount a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PivotRow {
    /// Its key, without the year.
    pub key: Vec<String>,
    /// The currency of its amounts; nothing for things.
    pub unit: Option<String>,
    /// The amount of each year, where there is one.
    pub amounts: Vec<Option<Decimal>>,
    /// All years together.
    pub total: Decimal,
}

/// Makes columns of the years.
#[must_use]
pub fn pivot(report: &Report) -> Pivot {
    let Some(year) = report.by.iter().position(|d| *d == Dimension::Year) else {
        return Pivot::default();
    };
    let without = |key: &[String]| {
        let mut key = key.to_vec();
        key.remove(year);
        key
    };
    let years: BTreeSet<&String> = report.rows.iter().map(|row| &row.key[year]).collect();
    let years: Vec<String> = years.into_iter().cloned().collect();
    let mut rows: Vec<PivotRow> = Vec::new();
    let mut places: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for row in &report.rows {
        let key = without(&row.key);
        let place = *places.entry(key.clone()).or_insert_with(|| {
            let amounts = vec![None; years.len()];
            rows.push(PivotRow { key, unit: row.unit.clone(), amounts, total: Decimal::ZERO });
            rows.len() - 1
        });
        let nth = years.binary_search(&row.key[year]).unwrap_or_default();
        rows[place].amounts[nth] = Some(row.amount);
        rows[place].total += row.amount;
    }
    let by = report.by.iter().copied().filter(|d| *d != Dimension::Year).collect();
    Pivot { by, years, rows }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Kind;

    fn report(rows: &[(&str, &str, i64)]) -> Report {
        let row = |&(donor, year, amount): &(&str, &str, i64)| Row {
            key: vec![donor.to_owned(), year.to_owned()],
            kind: Kind::Money,
            unit: Some("EUR".to_owned()),
            amount: amount.into(),
            low: amount.into(),
            high: Some(amount.into()),
            about: false,
            converted: None,
            figures: vec![amount],
            sources: 1,
        };
        let by = vec![Dimension::Donor, Dimension::Year];
        Report { by, rows: rows.iter().map(row).collect(), ..Report::default() }
    }

    fn told(report: &Report) -> String {
        let row = |r: &Row| format!("{} {} {}", r.key[0], r.key[1], r.amount);
        report.rows.iter().map(row).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn the_largest_rows_first() {
        let mut all = report(&[("DK", "2024", 3), ("DK", "2025", 9), ("NO", "2024", 5)]);
        assert_eq!(top(&mut all, 2), 1);
        assert_eq!(told(&all), "DK 2025 9, NO 2024 5");
        sort(&mut all, "amount".parse().unwrap());
        assert_eq!(told(&all), "DK 2025 9, NO 2024 5");
        sort(&mut all, "year".parse().unwrap());
        assert_eq!(told(&all), "NO 2024 5, DK 2025 9");
        assert!("size".parse::<Sort>().unwrap_err().to_string().contains("one of amount, donor"));
    }

    #[test]
    fn years_add_up_to_the_last() {
        let mut all = report(&[
            ("DK", "2023", 1),
            ("DK", "2024/2026", 10),
            ("DK", "2025", 3),
            ("NO", "2025", 7),
            ("NO", "", 9),
        ]);
        run_up(&mut all);
        assert_eq!(told(&all), "DK 2023 1, DK 2024/2026 14, DK 2025 4, NO 2025 7, NO  9");
    }

    #[test]
    fn years_as_columns() {
        let all = pivot(&report(&[("DK", "2024", 3), ("DK", "2025", 9), ("NO", "2025", 5)]));
        assert_eq!(all.years, ["2024", "2025"]);
        assert_eq!(all.rows[1].amounts, [None, Some(5.into())]);
        assert_eq!(all.rows[0].total, Decimal::from(12));
    }
}
