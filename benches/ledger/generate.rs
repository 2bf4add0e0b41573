//! A ledger of a million figures: made once, kept under `target/` or in the folder that
//! `PLEDGEBOOK_BENCH_FOLDER` names, copied for every run.

use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate};
use pledgebook::figure::{Bound, Confidence, Kind, MentionSpan, Sector, Stage};
use pledgebook::ledger::{Links, Origin, Record, Status};
use pledgebook::lexicon::Party;
use pledgebook::source::Document;
use pledgebook::store::{Citation, NewEdit, Store, StoreError, Subject};
use rust_decimal::Decimal;

/// Figures in a document.
pub const EACH: i64 = 5;

const DONORS: [&str; 24] = [
    "US", "GB", "DE", "FR", "PL", "NL", "DK", "NO", "SE", "FI", "EE", "LV", "LT", "CZ", "SK", "IT",
    "ES", "CA", "AU", "JP", "UA", "EU", "BE", "KR",
];
const UNITS: [&str; 8] = ["USD", "EUR", "GBP", "PLN", "DKK", "NOK", "SEK", "CAD"];
const WORDS: [&str; 16] = [
    "shells",
    "radars",
    "winter",
    "training",
    "engines",
    "harbour",
    "brigade",
    "workshop",
    "launchers",
    "reserve",
    "contract",
    "factory",
    "grant",
    "battery",
    "convoy",
    "budget",
];

/// The folder with the ledger of so many figures, made when missing.
pub fn ledger(figures: i64) -> PathBuf {
    let folder = std::env::var_os("PLEDGEBOOK_BENCH_FOLDER");
    let folder = folder.unwrap_or_else(|| env!("CARGO_TARGET_TMPDIR").into());
    let kept = Path::new(&folder).join(format!("ledger-{figures}.db"));
    if !kept.exists() {
        let part = kept.with_extension("part");
        std::fs::remove_file(&part).ok();
        let mut store = Store::open(&part).expect("a new database");
        for first in (0..figures / EACH).step_by(5000) {
            let last = (first + 5000).min(figures / EACH);
            store
                .write(|store| (first..last).try_for_each(|n| fill(store, n)))
                .expect("room for it");
        }
        store.backup(&kept).expect("room for a copy");
        drop(store);
        for left in ["part", "part-wal", "part-shm"] {
            std::fs::remove_file(kept.with_extension(left)).ok();
        }
    }
    kept
}

/// A spread of numbers that is the same in every run.
fn chance(seed: i64, below: usize) -> usize {
    let mut x = (seed as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5DEE_CE66;
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((x ^ (x >> 31)) % below as u64) as usize
}

/// The document of this number, and its figures.
pub fn article(n: i64) -> (Document, Vec<Record>) {
    let start = NaiveDate::from_ymd_opt(2022, 1, 1).expect("a day");
    let day = start.checked_add_days(Days::new(chance(n, 1400) as u64)).expect("a day");
    let mut text = format!("Paper {n}\n\n");
    let mut figures = Vec::new();
    for nth in 0..EACH {
        let seed = n * 31 + nth;
        let donor = DONORS[chance(seed, DONORS.len())];
        let unit = UNITS[chance(seed + 7, UNITS.len())];
        let value = (chance(seed + 11, 9990) as i64 + 10) * 100_000;
        let quote = format!("{unit} {value}");
        let [a, b, c] = [13, 17, 19].map(|p| WORDS[chance(seed + p, WORDS.len())]);
        let sentence =
            format!("{donor} gives {quote} for {a}, {b} and a {c} in the {nth}th district.");
        let begin = text.chars().count() + donor.len() + 7;
        text.push_str(&sentence);
        text.push_str("\nMuch else was said on that day, of the weather, of the roads and of who met whom where.\n");
        figures.push((record(donor, unit, value, day, seed, sentence), begin, quote));
    }
    let document = Document {
        id: format!("paper-{n}"),
        publisher: Some(format!("Daily {}", n % 50)),
        published: Some(day),
        text,
        ..Document::default()
    };
    let all = figures.into_iter().map(|(record, begin, quote)| Record {
        wording: Some(quote.clone()),
        local: Some(format!("{begin}")),
        ..record
    });
    (document, all.collect())
}

fn record(
    donor: &str,
    unit: &str,
    value: i64,
    day: NaiveDate,
    seed: i64,
    sentence: String,
) -> Record {
    let year = chrono::Datelike::year(&day);
    Record {
        id: 0,
        document: None,
        local: None,
        origin: Origin::Extracted,
        kind: Kind::Money,
        value: Some(Decimal::from(value)),
        low: None,
        high: None,
        bound: Bound::Exact,
        unit: Some(unit.to_owned()),
        item: None,
        category: None,
        donors: vec![Party::parse(donor).expect("a code")],
        recipient: Party::parse("UA").ok(),
        stage: Stage::ALL[1 + chance(seed + 23, 4)],
        years: Some((year, year)),
        cumulative: false,
        sector: Sector::ALL[chance(seed + 29, 3)],
        speaker: None,
        per: None,
        derived: false,
        confidence: Confidence::from_hundredths(50 + chance(seed + 37, 50) as u8),
        announced: Some(day),
        status: Status::Extracted,
        wording: None,
        sentence: Some(sentence),
        purpose: None,
        reference: None,
        links: Links::default(),
        counted: None,
        verdict: String::new(),
    }
}

fn fill(store: &Store, n: i64) -> Result<(), StoreError> {
    let at = "2025-01-01T00:00:00.000Z";
    let (document, figures) = article(n);
    let number = store.insert_document(&document, at, None)?;
    let mut operation = None;
    for (nth, figure) in figures.into_iter().enumerate() {
        let start: usize = figure.local.as_deref().and_then(|b| b.parse().ok()).unwrap_or(0);
        let quote = figure.wording.clone().unwrap_or_default();
        let local = Some(format!("f{}", nth + 1));
        let record = Record { document: Some(number), local, ..figure };
        let id = store.insert_figure(&record)?;
        let span = MentionSpan { start, end: start + quote.len(), quote };
        store.insert_citations(id, &[Citation { document: number, span }])?;
        let fields = serde_json::to_value(&record).ok();
        let edit = store.insert_edit(&NewEdit {
            operation,
            at,
            user: "generator",
            action: "add",
            subject: Subject::Figure,
            record: id,
            before: None,
            after: fields.as_ref().and_then(serde_json::Value::as_object),
            why: None,
            reverts: None,
        })?;
        operation = operation.or(Some(edit));
        store.set_count(&Record {
            id,
            counted: record.value,
            verdict: "counted".to_owned(),
            ..record
        })?;
    }
    Ok(())
}
