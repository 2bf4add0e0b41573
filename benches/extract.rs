//! How fast text becomes figures, on one core: MB/s of text, ns a figure, time and allocations.
//!
//! `dense` are the articles of `tests/gold/dev`, dense with figures; `ordinary` has the same articles between
//! paragraphs without numbers, three to one, which is nearer to a day's news; `plain` are those paragraphs alone.
//! First come MB/s and ns a figure of each, the fastest of some passes; then divan's times and allocations.

use std::time::{Duration, Instant};

use divan::counter::{BytesCount, ItemsCount};
use divan::{AllocProfiler, Bencher, black_box};
use pledgebook::figure;
use pledgebook::source::Document;

#[path = "common/mod.rs"]
mod common;

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

fn main() {
    if !std::env::args().any(|argument| argument == "--test" || argument == "--list") {
        tell("ordinary", &common::ordinary());
        tell("dense", &common::labelled());
        tell("plain", &common::plain());
    }
    divan::main();
}

/// Prints the speed of the fastest of some passes.
fn tell(name: &str, documents: &[Document]) {
    let found = extract_all(documents);
    let pass = |_| {
        let begun = Instant::now();
        extract_all(documents);
        begun.elapsed()
    };
    let best: Duration = (0..20).map(pass).min().unwrap_or_default();
    let (time, length) = (best.as_nanos() as f64, length(documents) as f64);
    let each = if found == 0 {
        String::new()
    } else {
        format!(", {:.0} ns a figure", time / found as f64)
    };
    println!("{name:8} {:6.1} MB/s{each}", length * 1e3 / time);
}

fn extract_all(documents: &[Document]) -> usize {
    documents.iter().map(|document| figure::extract(black_box(document)).len()).sum()
}

fn length(documents: &[Document]) -> usize {
    documents.iter().map(|document| document.text.len()).sum()
}

fn measure(bencher: Bencher, documents: &[Document]) {
    let found = extract_all(documents);
    bencher
        .counter(BytesCount::new(length(documents)))
        .counter(ItemsCount::new(found))
        .bench(|| extract_all(documents));
}

#[divan::bench]
fn ordinary(bencher: Bencher) {
    measure(bencher, &common::ordinary());
}

#[divan::bench]
fn dense(bencher: Bencher) {
    measure(bencher, &common::labelled());
}

#[divan::bench]
fn plain(bencher: Bencher) {
    measure(bencher, &common::plain());
}
