//! Commitments by hand.

use pledgebook::ledger::Ledger;
use pledgebook::ledger::log::Draft;

use crate::support::{anna, counted, document, problems};

fn draft(fields: &[(&str, &str)]) -> Draft {
    let fields = fields.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    Draft { fields: fields.collect(), source: None, quote: None }
}

#[test]
fn a_quote_finds_its_place_and_brings_the_day() {
    let mut ledger = Ledger::in_memory().unwrap();
    let d =
        document("news", "Kyiv thanked.\nBritain gives “€1.4 billion” for arms. More followed.");
    ledger.add(&d, &[], &anna()).unwrap();
    let draft = Draft {
        source: Some("news".to_owned()),
        quote: Some("gives \"€1.4 billion\"".to_owned()),
        ..draft(&[("donor", "Britain"), ("amount", "€1.4bn"), ("stage", "pledge"), ("for", "arms")])
    };
    let understood = ledger.understand(&draft).unwrap();
    let id = ledger.log(&[understood], &anna()).unwrap()[0];
    let view = ledger.view(id).unwrap();
    assert_eq!(view.record.donor_key(), "GB");
    assert_eq!(view.record.years, Some((2025, 2025)));
    assert_eq!(view.citations[0].span.quote, "gives “€1.4 billion”");
    assert_eq!(counted(&ledger), [(id, 1_400_000_000)]);
    assert_eq!(problems(&ledger), [""; 0]);
}

#[test]
fn a_promise_without_a_number_is_listed_and_never_added_up() {
    let mut ledger = Ledger::in_memory().unwrap();
    let draft = draft(&[
        ("donor", "UK"),
        ("stage", "pledge"),
        ("for", "production of air defence systems"),
    ]);
    let understood = ledger.understand(&draft).unwrap();
    let id = ledger.log(&[understood], &anna()).unwrap()[0];
    assert_eq!(ledger.figure(id).unwrap().verdict, "no_value");
    assert_eq!(counted(&ledger), []);
    assert_eq!(problems(&ledger), [""; 0]);
}

#[test]
fn what_cannot_be_understood_is_refused_in_words() {
    let mut ledger = Ledger::in_memory().unwrap();
    ledger.add(&document("news", "Britain gives 1.4 billion."), &[], &anna()).unwrap();
    let table = [
        (draft(&[("stage", "pledge"), ("amount", "€5m")]), "donor cannot be"),
        (
            draft(&[("donor", "Denmrak"), ("stage", "pledge"), ("amount", "€5m")]),
            "did you mean Denmark",
        ),
        (
            draft(&[("donor", "DK"), ("stage", "promise"), ("amount", "€5m")]),
            "one of request, target, pledge",
        ),
        (draft(&[("donor", "DK"), ("stage", "pledge"), ("amount", "-€5m")]), "is no amount"),
        (draft(&[("donor", "DK"), ("stage", "pledge"), ("amount", "5 million")]), "say of what"),
        (draft(&[("donor", "DK"), ("stage", "pledge")]), "give an amount"),
        (draft(&[("donor", "DK"), ("stage", "pledge"), ("amuont", "€5m")]), "did you mean amount"),
        (
            draft(&[("donor", "DK"), ("stage", "pledge"), ("amount", "€5m"), ("year", "soon")]),
            "is no year",
        ),
        (
            draft(&[
                ("donor", "DK"),
                ("stage", "pledge"),
                ("amount", "€5m"),
                ("announced", "2025-02-30"),
            ]),
            "day of the calendar",
        ),
        (
            Draft {
                source: Some("news".to_owned()),
                quote: Some("gives 1.5 billion".to_owned()),
                ..draft(&[("donor", "GB"), ("stage", "pledge"), ("amount", "€1.4bn")])
            },
            "does not stand in document 1",
        ),
        (
            Draft {
                source: Some("77".to_owned()),
                ..draft(&[("donor", "GB"), ("stage", "pledge"), ("amount", "€1bn")])
            },
            "no document \"77\"",
        ),
    ];
    for (draft, says) in table {
        let error = ledger.understand(&draft).unwrap_err().to_string();
        assert!(error.contains(says), "{draft:?}: {error}");
    }
    assert_eq!(counted(&ledger), []);
}
