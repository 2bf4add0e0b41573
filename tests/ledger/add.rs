//! Documents in.

use pledgebook::figure::Figure;
use pledgebook::ledger::{Ledger, Outcome};
use pledgebook::source::Document;

use crate::support::{anna, counted, document, pledge, problems};

#[test]
fn the_same_document_again_changes_nothing() {
    let mut ledger = Ledger::in_memory().unwrap();
    let d = document("a", "Denmark gives 100 million euros.");
    let figures = [pledge(&d, "f1", "DK", 100_000_000, "100 million euros")];
    let first = ledger.add(&d, &figures, &anna()).unwrap();
    assert_eq!((first.outcome, first.figures.len()), (Outcome::New, 1));
    let edits = ledger.store().edits_since("").unwrap().len();

    for again in [d.clone(), Document { id: "renamed".to_owned(), ..d }] {
        let second = ledger.add(&again, &figures, &anna()).unwrap();
        assert_eq!((second.outcome, second.figures.len()), (Outcome::Known, 0));
        assert_eq!(second.document, first.document);
    }
    assert_eq!(ledger.store().edits_since("").unwrap().len(), edits);
    assert_eq!(problems(&ledger), [""; 0]);
}

#[test]
fn a_document_learns_its_day_later() {
    let mut ledger = Ledger::in_memory().unwrap();
    let dated = document("a", "Denmark gives 100 million euros.");
    let undated = Document { published: None, ..dated.clone() };
    let without = [pledge(&undated, "f1", "DK", 100_000_000, "100 million euros")];
    let id = ledger.add(&undated, &without, &anna()).unwrap().figures[0];
    assert_eq!(ledger.figure(id).unwrap().years, None);

    let with = [pledge(&dated, "f1", "DK", 100_000_000, "100 million euros")];
    assert_eq!(ledger.add(&dated, &with, &anna()).unwrap().outcome, Outcome::Dated);
    let record = ledger.figure(id).unwrap();
    assert_eq!((record.years, record.announced), (Some((2025, 2025)), dated.published));
    assert_eq!(problems(&ledger), [""; 0]);
}

#[test]
fn a_whole_counts_through_its_parts_and_the_derived_rest() {
    let mut ledger = Ledger::in_memory().unwrap();
    let d = document(
        "a",
        "A record 35 billion, 17 billion of it from the state, the rest from allies.",
    );
    let figures = [
        pledge(&d, "f1", "UA", 35_000_000_000, "35 billion"),
        Figure {
            part_of: Some("f1".to_owned()),
            ..pledge(&d, "f2", "UA", 17_000_000_000, "17 billion")
        },
        Figure {
            part_of: Some("f1".to_owned()),
            derived: true,
            ..pledge(&d, "f3", "ALLIES", 18_000_000_000, "the rest")
        },
    ];
    let added = ledger.add(&d, &figures, &anna()).unwrap();
    assert_eq!(counted(&ledger), [(2, 17_000_000_000), (3, 18_000_000_000)]);
    let summary = ledger.summary(&added.figures).unwrap();
    assert_eq!(summary.totals.len(), 2);
    assert_eq!(summary.left_out.into_iter().collect::<Vec<_>>(), [("in_parts".to_owned(), 1)]);
    assert_eq!(problems(&ledger), [""; 0]);
}

#[test]
fn an_amount_that_does_not_fit_is_named_and_the_rest_goes_in() {
    let mut ledger = Ledger::in_memory().unwrap();
    let d = document("a", "100 million euros and 99999999999999999999 euros.");
    let mut huge = pledge(&d, "f2", "DK", 1, "99999999999999999999 euros");
    huge.value = "99999999999999999999".parse().unwrap();
    let figures = [pledge(&d, "f1", "DK", 100_000_000, "100 million euros"), huge];
    let added = ledger.add(&d, &figures, &anna()).unwrap();
    assert_eq!(added.figures.len(), 1);
    assert!(added.warnings[0].contains("more than the ledger can hold"), "{:?}", added.warnings);
    assert_eq!(problems(&ledger), [""; 0]);
}

#[test]
fn plain_sql_gives_the_wording_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let d = document("a", "Æ “ß” — Ελλάδα gives €100 million.");
    let mut ledger = Ledger::open(&path).unwrap();
    ledger.add(&d, &[pledge(&d, "f1", "GR", 100_000_000, "€100 million")], &anna()).unwrap();
    drop(ledger);
    let sql = rusqlite::Connection::open(&path).unwrap();
    let row: (String, bool, String) = sql
        .query_row("SELECT quote, stands, sentence FROM citations", [], |r| {
            Ok((r.get(0)?, r.get(1)?, r.get(2)?))
        })
        .unwrap();
    assert_eq!(row, ("€100 million".to_owned(), true, d.text));
    let readable: String =
        sql.query_row("SELECT readable FROM commitments", [], |r| r.get(0)).unwrap();
    assert_eq!(readable, "EUR 100.0 m");
}

#[test]
fn two_at_once_both_succeed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    std::thread::scope(|scope| {
        for writer in 0..8 {
            let path = &path;
            scope.spawn(move || {
                let mut ledger = Ledger::open(path).unwrap();
                for n in 0..10 {
                    let d = document(
                        &format!("{writer}-{n}"),
                        &format!("{writer} {n}: 5 million euros."),
                    );
                    ledger
                        .add(&d, &[pledge(&d, "f1", "DK", 5_000_000, "5 million euros")], &anna())
                        .unwrap();
                }
            });
        }
    });
    let ledger = Ledger::open(&path).unwrap();
    assert_eq!(ledger.store().document_ids().unwrap().len(), 80);
    assert_eq!(problems(&ledger), [""; 0]);
}

#[test]
fn ten_articles_on_one_pledge_are_one_commitment() {
    let mut ledger = Ledger::in_memory().unwrap();
    for article in 0..10 {
        let text = format!(
            "Paper {article}: a record 35 billion, 17 billion of it from the state, the rest from allies."
        );
        let d = document(&format!("a{article}"), &text);
        let figures = [
            pledge(&d, "f1", "UA", 35_000_000_000, "35 billion"),
            Figure {
                part_of: Some("f1".to_owned()),
                ..pledge(&d, "f2", "UA", 17_000_000_000, "17 billion")
            },
            Figure {
                part_of: Some("f1".to_owned()),
                derived: true,
                ..pledge(&d, "f3", "ALLIES", 18_000_000_000, "the rest")
            },
        ];
        ledger.add(&d, &figures, &anna()).unwrap();
        let amounts: Vec<i64> = counted(&ledger).into_iter().map(|(_, amount)| amount).collect();
        assert_eq!(amounts, [17_000_000_000, 18_000_000_000], "after {article}");
    }
    assert_eq!(problems(&ledger), [""; 0]);
}

#[test]
fn a_raised_pledge_counts_once_with_its_new_amount() {
    let mut ledger = Ledger::in_memory().unwrap();
    let first = document("a", "Norway pledges 100 million euros.");
    ledger
        .add(&first, &[pledge(&first, "f1", "NO", 100_000_000, "100 million euros")], &anna())
        .unwrap();
    let raise = "Norway raises its pledge from 100 million euros to 150 million euros.";
    for name in ["b", "c"] {
        let mut d = document(name, &format!("{name}\n\n{raise}"));
        d.published = chrono::NaiveDate::from_ymd_opt(2025, 2, 20);
        let mut old = pledge(&d, "f1", "NO", 100_000_000, "100 million euros");
        let mut new = pledge(&d, "f2", "NO", 150_000_000, "150 million euros");
        (old.sentence, new.sentence) = (raise.to_owned(), raise.to_owned());
        ledger.add(&d, &[old, new], &anna()).unwrap();
        let amounts: Vec<i64> = counted(&ledger).into_iter().map(|(_, amount)| amount).collect();
        assert_eq!(amounts, [150_000_000], "after {name}");
    }
    assert_eq!(problems(&ledger), [""; 0]);
}

#[test]
fn two_equal_sums_of_one_document_stay_two() {
    let mut ledger = Ledger::in_memory().unwrap();
    for name in ["a", "b"] {
        let d = document(
            name,
            &format!("{name}: 100 million euros for shells, 100 million for drones."),
        );
        let figures = [
            pledge(&d, "f1", "DK", 100_000_000, "100 million euros"),
            pledge(&d, "f2", "DK", 100_000_000, "100 million for"),
        ];
        ledger.add(&d, &figures, &anna()).unwrap();
    }
    let amounts: Vec<i64> = counted(&ledger).into_iter().map(|(_, amount)| amount).collect();
    assert!(amounts.len() >= 2, "{amounts:?}");
    assert_eq!(problems(&ledger), [""; 0]);
}

#[test]
fn what_was_not_known_of_a_document_is_learnt_later() {
    let mut ledger = Ledger::in_memory().unwrap();
    let bare = document("a", "Nothing to count.");
    ledger.add(&bare, &[], &anna()).unwrap();
    let placed = Document {
        url: Some("https://example.org/a".to_owned()),
        publisher: Some("Daily".to_owned()),
        ..bare
    };
    assert_eq!(ledger.add(&placed, &[], &anna()).unwrap().outcome, Outcome::Known);
    let stored = ledger.store().document(1).unwrap().unwrap().document;
    assert_eq!((stored.url, stored.publisher), (placed.url, placed.publisher));
    assert_eq!(problems(&ledger), [""; 0]);
}
