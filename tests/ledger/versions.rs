//! The same page with another text.

use pledgebook::ledger::{Ledger, Outcome, Status};
use pledgebook::source::Document;

use crate::support::{anna, counted, document, pledge, problems};

fn page(text: &str) -> Document {
    Document { url: Some("https://example.org/news".to_owned()), ..document("page", text) }
}

#[test]
fn both_versions_stay_and_reviews_go_on() {
    let mut ledger = Ledger::in_memory().unwrap();
    let first = page(
        "Denmark gives 100 million euros for shells.\nNorway gives 20 million euros for winter clothes.\nSweden gives 7 million euros.",
    );
    let sentence = |d: &Document, n: usize| d.text.lines().nth(n).unwrap().to_owned();
    let figures = |d: &Document, all: &[(&str, i64, &str, usize)]| {
        let one = |(n, (donor, euros, wording, line)): (usize, &(&str, i64, &str, usize))| {
            let mut f = pledge(d, &format!("f{}", n + 1), donor, *euros, wording);
            f.sentence = sentence(d, *line);
            f
        };
        all.iter().enumerate().map(one).collect::<Vec<_>>()
    };
    let old = [
        ("DK", 100_000_000, "100 million euros", 0),
        ("NO", 20_000_000, "20 million euros", 1),
        ("SE", 7_000_000, "7 million euros", 2),
    ];
    ledger.add(&first, &figures(&first, &old), &anna()).unwrap();
    ledger.amend(1, &[("sector".to_owned(), "production".to_owned())], &anna()).unwrap();
    ledger.confirm(&[1, 2, 3], &anna()).unwrap();

    let second = page(
        "Denmark gives 100 million euros for shells.\nNorway gives 25 million euros for winter clothes.",
    );
    let new =
        [("DK", 100_000_000, "100 million euros", 0), ("NO", 25_000_000, "25 million euros", 1)];
    let added = ledger.add(&second, &figures(&second, &new), &anna()).unwrap();
    assert_eq!(added.outcome, Outcome::Changed(1));
    assert!(added.changes[0].contains("#2 is #5 now"), "{:?}", added.changes);
    assert!(
        added.changes[1].contains("#3 (SE pledge 7000000 EUR) no longer stands"),
        "{:?}",
        added.changes
    );

    let carried = ledger.figure(4).unwrap();
    assert_eq!((carried.status, carried.sector.as_str()), (Status::Confirmed, "production"));
    assert_eq!(ledger.figure(5).unwrap().status, Status::Extracted);
    assert_eq!(ledger.figure(3).unwrap().status, Status::Extracted);
    assert_eq!(counted(&ledger), [(3, 7_000_000), (4, 100_000_000), (5, 25_000_000)]);
    assert_eq!(ledger.store().document_ids().unwrap(), [1, 2]);
    assert_eq!(problems(&ledger), [""; 0]);
}
