//! What the ledger takes when it holds a million figures of 200,000 documents.
//!
//! `cargo bench --bench ledger`; the ledger is made once (some minutes) and kept under `target/`.
//! `PLEDGEBOOK_BENCH_FIGURES=100000` makes a smaller one.

mod generate;

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use divan::Bencher;
use pledgebook::figure::{Figure, MentionSpan};
use pledgebook::ledger::{Author, Ledger, Record};
use pledgebook::lexicon::Party;
use pledgebook::report::why::why;
use pledgebook::report::{Dimension, Query};
use pledgebook::source::Document;
use pledgebook::store::{Filter, Place};

fn main() {
    divan::main();
}

/// The ledger; a copy, so that what is added does not pile up.
static LEDGER: LazyLock<Mutex<Ledger>> = LazyLock::new(|| {
    let figures = std::env::var("PLEDGEBOOK_BENCH_FIGURES").ok().and_then(|n| n.parse().ok());
    let kept = generate::ledger(figures.unwrap_or(1_000_000));
    let copy = kept.with_extension("bench.db");
    for old in [copy.clone(), copy.with_extension("db-wal"), copy.with_extension("db-shm")] {
        std::fs::remove_file(old).ok();
    }
    std::fs::copy(&kept, &copy).expect("room for a copy");
    Mutex::new(Ledger::open(&copy).expect("the generated ledger"))
});

fn ledger() -> MutexGuard<'static, Ledger> {
    LEDGER.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Two articles' figures as one document of ten, at another number each time.
fn next_document() -> (Document, Vec<Figure>) {
    static NEXT: AtomicI64 = AtomicI64::new(50_000_000);
    let n = NEXT.fetch_add(2, Ordering::Relaxed);
    let ((one, first), (two, second)) = (generate::article(n), generate::article(n + 1));
    let text = format!("{}{}", one.text, two.text);
    let shift = one.text.chars().count();
    let document = Document { text, ..one };
    let first = first.into_iter().map(|r| (r, 0));
    let all = first.chain(second.into_iter().map(|r| (r, shift)));
    let figures =
        all.enumerate().map(|(nth, (r, shift))| figure(&document, nth, &r, shift)).collect();
    (document, figures)
}

fn figure(document: &Document, nth: usize, r: &Record, shift: usize) -> Figure {
    let start = shift + r.local.as_deref().and_then(|b| b.parse::<usize>().ok()).unwrap_or(0);
    let quote = r.wording.clone().unwrap_or_default();
    Figure {
        document: document.id.clone(),
        id: format!("f{}", nth + 1),
        kind: r.kind,
        value: r.value.unwrap_or_default(),
        low: None,
        high: None,
        bound: r.bound,
        unit: r.unit.clone(),
        item: None,
        category: None,
        donors: r.donors.clone(),
        recipient: r.recipient.clone(),
        stage: r.stage,
        years: r.years,
        cumulative: false,
        sector: r.sector,
        speaker: None,
        part_of: None,
        equivalent_of: None,
        derived: false,
        per: None,
        confidence: r.confidence,
        mentions: vec![MentionSpan { start, end: start + quote.len(), quote }],
        sentence: r.sentence.clone().unwrap_or_default(),
    }
}

/// To be under 20 ms.
#[divan::bench(sample_count = 50)]
fn add_a_document_of_ten_figures_with_duplicates(bencher: Bencher<'_, '_>) {
    let author = Author::now("bench", None);
    bencher.with_inputs(next_document).bench_values(|(document, figures)| {
        ledger().add(&document, &figures, &author).expect("room for it")
    });
}

/// To be under 50 ms, as the three that follow.
#[divan::bench(sample_count = 50)]
fn list_with_a_filter() -> usize {
    let filter = Filter {
        donors: vec![Party::parse("LV").expect("a code")],
        years: Some((2024, 2024)),
        limit: Some(100),
        ..Filter::default()
    };
    ledger().store().list(&filter).expect("a list").len()
}

#[divan::bench(sample_count = 50)]
fn show() -> usize {
    ledger().view(4711).expect("a figure").history.len()
}

#[divan::bench(sample_count = 50)]
fn search() -> usize {
    ledger().store().search("launchers harbour", 20).expect("hits").len()
}

#[divan::bench(sample_count = 50)]
fn next_review_record() -> Option<(i64, Place)> {
    ledger().store().next_for_review(&Filter::default(), Place::default()).expect("a figure")
}

/// To be under a second: every figure of the largest donor and year.
#[divan::bench(sample_count = 5)]
fn why_of_the_largest_total() -> usize {
    let ledger = ledger();
    let mut query = Query { by: Dimension::DEFAULT.to_vec(), ..Query::default() };
    query.filter.donors = vec!["LV".to_owned()];
    query.filter.years = Some((2024, 2024));
    why(ledger.store(), &query).expect("an account").1.len()
}
