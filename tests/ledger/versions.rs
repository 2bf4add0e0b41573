//! The same page with another text.

use pledgebook::figure::Figure;
use pledgebook::ledger::{Ledger, Outcome, Relation, Status};
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

/// Three figures of a page and one of another; the page's first two come again in its new version.
fn linked_page() -> (Ledger, Document, Vec<Figure>) {
    let mut ledger = Ledger::in_memory().unwrap();
    let line = |d: &Document, n: usize, euros, wording: &str| {
        let sentence = d.text.lines().nth(n).unwrap().to_owned();
        Figure { sentence, ..pledge(d, &format!("f{}", n + 1), "DK", euros, wording) }
    };
    let text = "Denmark gives 100 million euros for shells.\nOf it 40 million euros go at once.";
    let first = page(&format!("{text}\nA further 7 million euros are planned."));
    let figures = [
        line(&first, 0, 100_000_000, "100 million euros"),
        line(&first, 1, 40_000_000, "40 million euros"),
        line(&first, 2, 7_000_000, "7 million euros"),
    ];
    ledger.add(&first, &figures, &anna()).unwrap();
    let mut other = document("other", "Denmark: 5 million euros of the hundred are for radars.");
    other.published = chrono::NaiveDate::from_ymd_opt(2024, 1, 1);
    ledger
        .add(&other, &[pledge(&other, "f1", "DK", 5_000_000, "5 million euros")], &anna())
        .unwrap();
    let second = page(&format!("{text}\nMore is not planned."));
    let again = vec![
        line(&second, 0, 100_000_000, "100 million euros"),
        line(&second, 1, 40_000_000, "40 million euros"),
    ];
    (ledger, second, again)
}

#[test]
fn links_drawn_by_hand_go_on() {
    let (mut ledger, second, again) = linked_page();
    ledger.link(2, Relation::PartOf, 1, &anna()).unwrap();
    ledger.link(4, Relation::PartOf, 1, &anna()).unwrap();
    ledger.link(3, Relation::PartOf, 1, &anna()).unwrap();
    assert_eq!(
        counted(&ledger),
        [(1, 48_000_000), (2, 40_000_000), (3, 7_000_000), (4, 5_000_000)]
    );
    ledger.add(&second, &again, &anna()).unwrap();
    // 1 and 2 are 5 and 6 now; 3 is gone from the page, and is still a share by the analyst's word.
    let part_of = |ledger: &Ledger, id| ledger.figure(id).unwrap().links.part_of;
    assert_eq!([3, 4, 6].map(|id| part_of(&ledger, id)), [Some(5), Some(5), Some(5)]);
    assert_eq!(
        counted(&ledger),
        [(3, 7_000_000), (4, 5_000_000), (5, 48_000_000), (6, 40_000_000)]
    );
    assert_eq!(problems(&ledger), [""; 0]);
    ledger.undo(None, &anna()).unwrap();
    assert_eq!([3, 4, 2].map(|id| part_of(&ledger, id)), [Some(1), Some(1), Some(1)]);
    assert_eq!(problems(&ledger), [""; 0]);
}

#[test]
fn what_a_person_took_apart_is_not_found_again() {
    let (mut ledger, second, again) = linked_page();
    let mut twin = document("twin", "Copenhagen gives 100 million euros for shells.");
    twin.published = second.published;
    ledger.add(&twin, &[pledge(&twin, "f1", "DK", 100_000_000, "100 million")], &anna()).unwrap();
    assert_eq!(ledger.figure(5).unwrap().links.same_as, Some(1));
    ledger.unlink(5, 1, &anna()).unwrap();
    ledger.add(&second, &again, &anna()).unwrap();
    let amounts: Vec<i64> = counted(&ledger).into_iter().map(|(id, _)| id).collect();
    assert_eq!(amounts, [3, 4, 5, 6, 7], "5 and 6 are two commitments");
    assert_eq!(problems(&ledger), [""; 0]);
}

#[test]
fn a_confirmed_figure_that_is_gone_says_why_it_waits() {
    let (mut ledger, second, again) = linked_page();
    ledger.confirm(&[3], &anna()).unwrap();
    ledger.add(&second, &again, &anna()).unwrap();
    let last = ledger.view(3).unwrap().history.pop().unwrap();
    assert_eq!(last.why.as_deref(), Some("no longer stands in the page's new version"));
}
