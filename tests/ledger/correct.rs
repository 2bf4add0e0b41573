//! Corrections, links, and taking them back.

use pledgebook::figure::Stage;
use pledgebook::ledger::review::Decision;
use pledgebook::ledger::{Author, Ledger, Relation, Status};

use pledgebook::store::{Filter, Place, StoreError};

use crate::support::{anna, counted, document, pledge, problems};

/// A change to a ledger.
type Step = fn(&mut Ledger);
/// A change that fails, with its message.
type Refused = fn(&mut Ledger) -> String;

/// Two documents: 100 million with 10 million of it, and 5 million.
fn ledger() -> Ledger {
    let mut ledger = Ledger::in_memory().unwrap();
    let d = document("a", "100 million euros, 10 million of it at once, 40 tanks.");
    let mut tanks = pledge(&d, "f3", "DK", 40, "40 tanks");
    tanks.kind = pledgebook::figure::Kind::Quantity;
    (tanks.unit, tanks.item) = (None, Some("tanks".to_owned()));
    let figures = [
        pledge(&d, "f1", "DK", 100_000_000, "100 million euros"),
        pledge(&d, "f2", "DK", 10_000_000, "10 million"),
        tanks,
    ];
    ledger.add(&d, &figures, &anna()).unwrap();
    let d = document("b", "5 million euros.");
    ledger.add(&d, &[pledge(&d, "f1", "NO", 5_000_000, "5 million euros")], &anna()).unwrap();
    ledger
}

fn values(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter().map(|(f, v)| ((*f).to_owned(), (*v).to_owned())).collect()
}

#[test]
fn each_change_shows_in_what_counts_and_can_be_undone() {
    let changes: [(&str, Step); 6] = [
        ("2 of 1", |l| l.link(2, Relation::PartOf, 1, &anna()).unwrap()),
        ("1 rejected", |l| l.reject(&[1], &anna()).unwrap()),
        ("1 confirmed", |l| l.confirm(&[1], &anna()).unwrap()),
        ("4 for 1", |l| l.link(1, Relation::SupersededBy, 4, &anna()).unwrap()),
        ("amount", |l| {
            l.amend(1, &values(&[("amount", "€1.5bn"), ("donor", "DK+NO")]), &anna())
                .map(drop)
                .unwrap();
        }),
        ("same", |l| l.link(4, Relation::SameAs, 1, &anna()).unwrap()),
    ];
    for (name, change) in changes {
        let mut ledger = ledger();
        let before = (counted(&ledger), ledger.figure(1).unwrap());
        change(&mut ledger);
        let after = (counted(&ledger), ledger.figure(1).unwrap());
        assert!(before != after, "{name} changed nothing");
        assert_eq!(problems(&ledger), [""; 0], "{name}");

        ledger.undo(None, &anna()).unwrap();
        assert_eq!((counted(&ledger), ledger.figure(1).unwrap()), before, "{name} undone");
        assert_eq!(problems(&ledger), [""; 0], "{name} undone");

        let undo = ledger.store().edits_since("").unwrap().pop().unwrap().id;
        ledger.undo(Some(undo), &anna()).unwrap();
        assert_eq!((counted(&ledger), ledger.figure(1).unwrap()), after, "{name} done again");
        assert_eq!(problems(&ledger), [""; 0], "{name} done again");
    }
}

#[test]
fn what_cannot_be_is_refused_and_nothing_written() {
    let refusals: [(&str, Refused); 12] = [
        ("no figure 99", |l| l.confirm(&[1, 99], &anna()).unwrap_err().to_string()),
        ("no figure 99", |l| l.link(1, Relation::PartOf, 99, &anna()).unwrap_err().to_string()),
        ("did you mean stage", |l| {
            l.amend(1, &values(&[("stag", "x")]), &anna()).unwrap_err().to_string()
        }),
        ("is no amount", |l| {
            l.amend(1, &values(&[("amount", "much")]), &anna()).unwrap_err().to_string()
        }),
        ("smallest unit of EUR", |l| {
            l.amend(1, &values(&[("amount", "0.001 EUR")]), &anna()).unwrap_err().to_string()
        }),
        ("nobody is known", |l| {
            l.amend(1, &values(&[("stage", "target"), ("donor", "XQ9")]), &anna())
                .unwrap_err()
                .to_string()
        }),
        ("money and things do not mix", |l| {
            l.link(3, Relation::PartOf, 1, &anna()).unwrap_err().to_string()
        }),
        ("lead back to 1", |l| l.link(1, Relation::PartOf, 1, &anna()).unwrap_err().to_string()),
        ("lead back to 1", |l| {
            l.link(2, Relation::PartOf, 1, &anna()).unwrap();
            let error = l.link(1, Relation::PartOf, 2, &anna()).unwrap_err().to_string();
            l.undo(None, &anna()).unwrap();
            error
        }),
        ("is part_of 1 already", |l| {
            l.link(2, Relation::PartOf, 1, &anna()).unwrap();
            let error = l.link(2, Relation::PartOf, 4, &anna()).unwrap_err().to_string();
            l.undo(None, &anna()).unwrap();
            error
        }),
        ("are not linked", |l| l.unlink(1, 4, &anna()).unwrap_err().to_string()),
        ("nothing of bert's to undo", |l| {
            l.undo(None, &Author::now("bert", None)).unwrap_err().to_string()
        }),
    ];
    for (says, refused) in refusals {
        let mut ledger = ledger();
        let before = counted(&ledger);
        let error = refused(&mut ledger);
        assert!(error.contains(says), "{says}: {error}");
        assert_eq!(counted(&ledger), before, "{error}");
        assert_eq!(ledger.figure(1).unwrap().status, Status::Extracted, "{error}");
        assert_eq!(problems(&ledger), [""; 0], "{error}");
    }
}

#[test]
fn an_undo_of_what_was_changed_since_names_who_changed_it() {
    let mut ledger = ledger();
    ledger.amend(1, &values(&[("amount", "€1.5bn"), ("year", "2026")]), &anna()).unwrap();
    let seen = ledger.view(1).unwrap();
    let edit = seen.last_change();
    ledger.amend(1, &values(&[("amount", "€1.6bn")]), &Author::now("bert", None)).unwrap();
    let error = ledger.undo(edit, &anna()).unwrap_err().to_string();
    assert!(error.contains("changed again since by bert"), "{error}");
    let late = ledger.decide(&seen, &Decision::Confirm, &anna()).unwrap_err().to_string();
    assert!(late.contains("changed meanwhile by bert (amend)"), "{late}");
    assert_eq!(ledger.figure(1).unwrap().status, Status::Extracted);
    assert_eq!(ledger.figure(1).unwrap().years, Some((2026, 2026)));
}

/// Two people look at one figure; whoever is second is told, whatever the first did, and even where
/// both mean the same.
#[test]
fn a_review_of_what_somebody_changed_meanwhile_says_so() {
    let bert = || Author::now("bert", None);
    let first: [(&str, Step); 4] = [
        ("confirm", |l| l.confirm(&[4], &Author::now("bert", None)).unwrap()),
        ("reject", |l| l.reject(&[4], &Author::now("bert", None)).unwrap()),
        ("link", |l| l.link(4, Relation::SameAs, 1, &Author::now("bert", None)).unwrap()),
        ("link", |l| l.link(2, Relation::SameAs, 4, &Author::now("bert", None)).unwrap()),
    ];
    let decisions = [Decision::Confirm, Decision::Reject, Decision::Apart];
    for (action, step) in first {
        let mut ledger = ledger();
        let seen = ledger.view(4).unwrap();
        step(&mut ledger);
        let after = ledger.view(4).unwrap();
        for decision in &decisions {
            let refused = ledger.decide(&seen, decision, &anna()).unwrap_err().to_string();
            let says = format!("changed meanwhile by bert ({action}); look at it again");
            assert!(refused.contains(&says), "{decision:?}: {refused}");
        }
        assert_eq!(ledger.view(4).unwrap().history, after.history, "{action}: nothing was written");
        // Having looked again, one may decide.
        ledger.decide(&after, &Decision::Reject, &bert()).unwrap();
    }
}

/// What waits for review is shown as it is at one moment: no change of somebody else falls between
/// the figure and its history, so that a decision on it is refused or stands.
#[test]
fn a_figure_is_shown_as_it_was_at_one_moment() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("team.db");
    let d = document("a", "100 million euros.");
    let mut anna_has = Ledger::open(&path).unwrap();
    anna_has.add(&d, &[pledge(&d, "f1", "DK", 100_000_000, "100 million euros")], &anna()).unwrap();
    let mut bert_has = Ledger::open(&path).unwrap();
    let seen: Result<_, StoreError> = anna_has.store().snapshot(|_| {
        let before = anna_has.figure(1).unwrap();
        bert_has.confirm(&[1], &Author::now("bert", None)).unwrap();
        Ok((before.status, anna_has.view(1).unwrap()))
    });
    let (status, seen) = seen.unwrap();
    assert_eq!((status, seen.record.status), (Status::Extracted, Status::Extracted));
    let refused = anna_has.decide(&seen, &Decision::Confirm, &anna()).unwrap_err().to_string();
    assert!(refused.contains("changed meanwhile by bert (confirm)"), "{refused}");
    assert!(anna_has.next_view(&Filter::default(), Place::default()).unwrap().is_none());
}

/// One undo after the other goes back step by step, past the taking in of a document, whose text
/// stays.
#[test]
fn undo_after_undo_goes_back_step_by_step() {
    let mut ledger = ledger();
    ledger.confirm(&[1], &anna()).unwrap();
    let d = document("c", "Sweden gives 7 million euros.");
    ledger.add(&d, &[pledge(&d, "f1", "SE", 7_000_000, "7 million euros")], &anna()).unwrap();
    let undone: Vec<String> =
        (0..4).map(|_| ledger.undo(None, &anna()).unwrap().remove(0).action).collect();
    assert_eq!(undone, ["add", "confirm", "add", "add"]);
    assert!(ledger.undo(None, &anna()).unwrap_err().to_string().contains("to undo"));
    assert_eq!(counted(&ledger), []);
    assert_eq!(problems(&ledger), [""; 0]);
}

#[test]
fn a_logged_figure_is_taken_back_by_rejecting_it() {
    let mut ledger = ledger();
    let before = counted(&ledger);
    let draft = pledgebook::ledger::log::Draft {
        fields: values(&[("donor", "SE"), ("amount", "€7m"), ("stage", "pledge")]),
        ..Default::default()
    };
    let understood = ledger.understand(&draft).unwrap();
    let id = ledger.log(&[understood], &anna()).unwrap()[0];
    ledger.undo(None, &anna()).unwrap();
    assert_eq!(counted(&ledger), before);
    assert_eq!(ledger.figure(id).unwrap().status, Status::Rejected);
    assert_eq!(problems(&ledger), [""; 0]);
}

#[test]
fn a_promise_that_is_signed_and_delivered_is_one_chain() {
    let mut ledger = Ledger::in_memory().unwrap();
    let steps = [
        ("2025-01-15", Stage::Pledge, "Paris promises 200 million euros."),
        ("2025-04-02", Stage::Commitment, "France signs for 200 million euros."),
        ("2025-11-20", Stage::Delivery, "The 200 million euros from France have been paid."),
    ];
    for (day, stage, text) in steps {
        let mut d = document(day, text);
        d.published = day.parse().ok();
        let mut figure = pledge(&d, "f1", "FR", 200_000_000, "200 million euros");
        figure.stage = stage;
        ledger.add(&d, &[figure], &anna()).unwrap();
    }
    for id in 1..=3 {
        let chain = ledger.view(id).unwrap().progress;
        assert_eq!(chain.iter().map(|r| r.id).collect::<Vec<_>>(), [1, 2, 3]);
    }
    assert_eq!(counted(&ledger).len(), 3, "each at its own stage");
}
