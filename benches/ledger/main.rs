//! What the ledger takes when it holds a million figures of 200,000 documents.
//!
//! `cargo bench --bench ledger`; the ledger is made once (some minutes) and kept under `target/`,
//! or in the folder that `PLEDGEBOOK_BENCH_FOLDER` names. `PLEDGEBOOK_BENCH_FIGURES=100000` makes a
//! smaller one. What is timed within the program is in this file; whole runs of the command, from
//! the start of the process to its end, are in `command.rs`.

mod command;
mod generate;

use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use divan::Bencher;
use pledgebook::figure::{Figure, MentionSpan, Stage};
use pledgebook::ledger::{Author, Ledger, Record};
use pledgebook::lexicon::Party;
use pledgebook::report::why::why;
use pledgebook::report::{Dimension, Query, totals};
use pledgebook::source::Document;
use pledgebook::store::{Filter, Place};

fn main() {
    divan::main();
}

/// A copy of the generated ledger, brought up to date, so that what is added does not pile up.
fn copy(name: &str) -> PathBuf {
    let figures = std::env::var("PLEDGEBOOK_BENCH_FIGURES").ok().and_then(|n| n.parse().ok());
    let kept = generate::ledger(figures.unwrap_or(1_000_000));
    let copy = kept.with_extension(format!("{name}.db"));
    for old in [copy.clone(), copy.with_extension("db-wal"), copy.with_extension("db-shm")] {
        std::fs::remove_file(old).ok();
    }
    std::fs::copy(&kept, &copy).expect("room for a copy");
    drop(Ledger::open(&copy).expect("the generated ledger"));
    // Otherwise the disk is still busy with the copy while the first changes are timed.
    std::fs::File::open(&copy).and_then(|file| file.sync_all()).expect("a disk");
    copy
}

static LEDGER: LazyLock<Mutex<Ledger>> =
    LazyLock::new(|| Mutex::new(Ledger::open(&copy("bench")).expect("the generated ledger")));

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
#[divan::bench(sample_count = 200)]
fn add_a_document_of_ten_figures_with_duplicates(bencher: Bencher<'_, '_>) {
    let author = Author::now("bench", None);
    drop(ledger());
    bencher.with_inputs(next_document).bench_values(|(document, figures)| {
        ledger().add(&document, &figures, &author).expect("room for it")
    });
}

/// Filters as they are asked: of a hundredth of the figures, of a quarter, of none.
const FILTERS: [&str; 4] = ["a donor's year", "a stage", "no such currency", "a year to come"];

fn filter(name: &str) -> Filter {
    let latvia = Filter {
        donors: vec![Party::parse("LV").expect("a code")],
        years: Some((2024, 2024)),
        limit: Some(100),
        ..Filter::default()
    };
    let everywhere = Filter { donors: Vec::new(), years: None, ..latvia.clone() };
    match name {
        "a donor's year" => latvia,
        "a stage" => Filter { stages: vec![Stage::Pledge], ..everywhere },
        "no such currency" => Filter { units: vec!["CHF".to_owned()], ..latvia },
        _ => Filter { years: Some((2031, 2031)), ..everywhere },
    }
}

/// To be under 50 ms, as the four that follow.
#[divan::bench(sample_count = 50, args = FILTERS)]
fn list_with_a_filter(bencher: Bencher<'_, '_>, name: &str) {
    let filter = filter(name);
    drop(ledger());
    bencher.bench(|| ledger().store().list(&filter).expect("a list").len());
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
fn next_review_record() -> Option<i64> {
    let next = ledger().next_view(&Filter::default(), Place::default()).expect("an answer");
    next.map(|(view, _)| view.record.id)
}

#[divan::bench(sample_count = 20, args = FILTERS)]
fn next_review_record_with_a_filter(bencher: Bencher<'_, '_>, name: &str) {
    let filter = filter(name);
    bencher.bench(|| {
        let next = ledger().next_view(&filter, Place::default()).expect("an answer");
        next.map(|(view, _)| view.record.id)
    });
}

/// To be under a second: every figure behind the row of the default report that has the most.
#[divan::bench(sample_count = 10)]
fn why_of_the_largest_total(bencher: Bencher<'_, '_>) {
    explain(bencher, &Dimension::DEFAULT);
}

/// The same of a report by donor alone, whose rows are sums over years and sectors.
#[divan::bench(sample_count = 10)]
fn why_of_the_largest_total_by_donor(bencher: Bencher<'_, '_>) {
    explain(bencher, &[Dimension::Donor]);
}

fn explain(bencher: Bencher<'_, '_>, by: &[Dimension]) {
    let (query, figures) = largest(by);
    bencher.bench(|| {
        let explained = why(ledger().store(), &query).expect("an account").1;
        assert!(explained.iter().any(|one| one.figures.len() >= figures));
    });
}

/// The query for the row of a report with the most figures, and how many it has.
fn largest(by: &[Dimension]) -> (Query, usize) {
    let mut query = Query { by: by.to_vec(), ..Query::default() };
    let report = totals(ledger().store(), &query).expect("a report");
    let row = report.rows.into_iter().max_by_key(|row| row.figures.len()).expect("a row");
    for (column, cell) in report.by.iter().zip(&row.key).filter(|(_, cell)| !cell.is_empty()) {
        let year = || cell.split('/').next_back().and_then(|year| year.parse().ok());
        match column {
            Dimension::Donor => query.filter.donors = vec![cell.clone()],
            Dimension::Year => query.filter.years = year().map(|year: i32| (year, year)),
            Dimension::Stage => query.filter.stages = cell.parse().into_iter().collect(),
            Dimension::Sector => query.filter.sectors = cell.parse().into_iter().collect(),
            Dimension::Unit => query.filter.units = vec![cell.clone()],
            _ => {}
        }
    }
    (query, row.figures.len())
}
