//! The ledger as it stood.

use pledgebook::ledger::{Author, Ledger, Relation};
use pledgebook::store::Filter;

use crate::support::{counted, document, pledge, problems};

/// An author acting on a day.
fn on(day: &str) -> Author {
    Author { user: "anna".to_owned(), why: None, at: format!("{day}T12:00:00.000Z") }
}

#[test]
fn every_earlier_day_comes_out_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let mut ledger = Ledger::open(&path).unwrap();
    let mut days: Vec<(&str, Vec<(i64, i64)>)> = Vec::new();
    let d = document("a", "100 million euros, 10 million of it at once.");
    let figures = [
        pledge(&d, "f1", "DK", 100_000_000, "100 million euros"),
        pledge(&d, "f2", "DK", 10_000_000, "10 million"),
    ];
    ledger.add(&d, &figures, &on("2025-01-13")).unwrap();
    days.push(("2025-01-13", counted(&ledger)));
    ledger.link(2, Relation::PartOf, 1, &on("2025-01-14")).unwrap();
    days.push(("2025-01-14", counted(&ledger)));
    let amount =
        [("amount".to_owned(), "€120m".to_owned()), ("donor".to_owned(), "DK+NO".to_owned())];
    ledger.amend(1, &amount, &on("2025-01-15")).unwrap();
    days.push(("2025-01-15", counted(&ledger)));
    let e = document("e", "Denmark and Norway: 120 million euros.");
    let mut same = pledge(&e, "f1", "DK", 120_000_000, "120 million euros");
    same.donors.push(crate::support::party("NO"));
    ledger.add(&e, &[same], &on("2025-01-16")).unwrap();
    days.push(("2025-01-16", counted(&ledger)));
    ledger.reject(&[2], &on("2025-01-17")).unwrap();
    days.push(("2025-01-17", counted(&ledger)));
    ledger.undo(None, &on("2025-01-18")).unwrap();
    days.push(("2025-01-18", counted(&ledger)));
    drop(ledger);

    for (day, then) in days {
        let past = Ledger::open(&path).unwrap().as_of(day).unwrap();
        assert_eq!(counted(&past), then, "{day}");
    }
    let before = Ledger::open(&path).unwrap().as_of("2025-01-12").unwrap();
    assert_eq!(before.store().list(&Filter::default()).unwrap(), []);
    let noon = Ledger::open(&path).unwrap().as_of("2025-01-15T11:59").unwrap();
    assert_eq!(noon.figure(1).unwrap().donor_key(), "DK");

    let mut past = Ledger::open(&path).unwrap().as_of("2025-01-15").unwrap();
    let error = past.confirm(&[1], &on("2025-01-19")).unwrap_err().to_string();
    assert!(error.contains("can be read only"), "{error}");
    assert!(Ledger::open(&path).unwrap().as_of("last week").is_err());
    assert_eq!(problems(&Ledger::open(&path).unwrap()), [""; 0]);
}
