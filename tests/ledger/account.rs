//! `why` and `report` come to the same, each by its own way through the ledger.

use std::path::Path;

use pledgebook::figure::{Stage, extract};
use pledgebook::ledger::Ledger;
use pledgebook::report::why::why;
use pledgebook::report::{Dimension, Filter, Query, YearBasis, totals};
use pledgebook::source::{InputPath, Options, open};

use crate::support::{anna, document, pledge};

/// The project's own articles, some of which tell of the same.
fn ledger() -> Ledger {
    let mut ledger = Ledger::in_memory().unwrap();
    let articles = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    for document in open(&[InputPath::Path(articles)], &Options::default()) {
        let document = document.unwrap();
        ledger.add(&document, &extract(&document), &anna()).unwrap();
    }
    for name in ["a", "b", "c"] {
        let d = document(name, &format!("{name}: 123 million euros in all."));
        ledger.add(&d, &[pledge(&d, "f1", "DK", 123_000_000, "123 million")], &anna()).unwrap();
    }
    ledger
}

#[test]
fn the_rows_of_both_are_the_same() {
    let ledger = ledger();
    let donors = |codes: &[&str]| codes.iter().map(|c| (*c).to_owned()).collect();
    let filters = [
        Filter::default(),
        Filter { donors: donors(&["DK"]), ..Filter::default() },
        Filter { donors: donors(&["UA", "SE"]), years: Some((2025, 2025)), ..Filter::default() },
        Filter { stages: vec![Stage::Request, Stage::Pledge], ..Filter::default() },
        Filter { units: vec!["EUR".to_owned()], ..Filter::default() },
    ];
    let columns = [&Dimension::DEFAULT[..], &[Dimension::Donor], &[Dimension::Month]];
    let mut compared = 0;
    for filter in &filters {
        for by in columns {
            for years in [YearBasis::Period, YearBasis::Announced, YearBasis::Spread] {
                let query =
                    Query { by: by.to_vec(), filter: filter.clone(), years, ..Query::default() };
                let report = totals(ledger.store(), &query).unwrap();
                let (by, explained) = why(ledger.store(), &query).unwrap();
                let rows: Vec<_> = explained.iter().filter_map(|one| one.row.clone()).collect();
                assert_eq!((&by, &rows), (&report.by, &report.rows), "{filter}, {years}");
                for one in &explained {
                    let sum: rust_decimal::Decimal =
                        one.figures.iter().filter_map(|figure| figure.amount).sum();
                    let row = one.row.as_ref().map(|row| row.amount).unwrap_or_default();
                    assert_eq!(sum.normalize(), row.normalize(), "{filter}, {:?}", one.key);
                }
                compared += rows.len();
            }
        }
    }
    assert!(compared > 100, "{compared} rows are too few to tell");
}
