//! Documents and figures to try the ledger with.

use chrono::NaiveDate;
use pledgebook::figure::{Bound, Confidence, Figure, Kind, MentionSpan, Sector, Stage};
use pledgebook::ledger::{Author, Ledger};
use pledgebook::lexicon::Party;
use pledgebook::source::Document;
use rust_decimal::Decimal;

/// Someone at work.
pub fn anna() -> Author {
    Author::now("anna", None)
}

/// A party by its code.
pub fn party(code: &str) -> Party {
    Party::parse(code).unwrap()
}

/// A document of 13 January 2025.
pub fn document(id: &str, text: &str) -> Document {
    Document {
        id: id.to_owned(),
        published: NaiveDate::from_ymd_opt(2025, 1, 13),
        text: text.to_owned(),
        ..Document::default()
    }
}

/// A pledge of euros that stands in the document with this wording.
pub fn pledge(document: &Document, id: &str, donor: &str, euros: i64, wording: &str) -> Figure {
    let byte = document.text.find(wording).expect("the wording stands in the text");
    let start = document.text[..byte].chars().count();
    let end = start + wording.chars().count();
    Figure {
        document: document.id.clone(),
        id: id.to_owned(),
        kind: Kind::Money,
        value: Decimal::from(euros),
        low: None,
        high: None,
        bound: Bound::Exact,
        unit: Some("EUR".to_owned()),
        item: None,
        category: None,
        donors: vec![party(donor)],
        recipient: Some(party("UA")),
        stage: Stage::Pledge,
        years: document.published.map(|_| (2025, 2025)),
        cumulative: false,
        sector: Sector::Military,
        speaker: None,
        part_of: None,
        equivalent_of: None,
        derived: false,
        per: None,
        confidence: Confidence::from_hundredths(90),
        mentions: vec![MentionSpan { start, end, quote: wording.to_owned() }],
        sentence: document.text.clone(),
    }
}

/// The numbers and amounts of what counts.
pub fn counted(ledger: &Ledger) -> Vec<(i64, i64)> {
    let all = ledger.store().list(&pledgebook::store::Filter::default()).unwrap();
    all.iter().filter_map(|r| Some((r.id, r.counted?.try_into().unwrap()))).collect()
}

/// Everything that `verify` finds; nothing is expected after any test.
pub fn problems(ledger: &Ledger) -> Vec<String> {
    ledger.verify().unwrap()
}
