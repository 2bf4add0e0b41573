//! How fast text becomes figures, on one core: MB/s of text, time and allocations.
//!
//! `labelled` are the articles of `tests/gold/dev`, dense with figures; `ordinary` has the same
//! articles between paragraphs without numbers, three to one, which is nearer to a day's news;
//! `figures` counts figures instead of bytes.

use divan::counter::{BytesCount, ItemsCount};
use divan::{AllocProfiler, Bencher, black_box};
use pledgebook::figure;
use pledgebook::source::Document;

#[path = "common/mod.rs"]
mod common;

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

fn extract_all(documents: &[Document]) -> usize {
    documents.iter().map(|document| figure::extract(black_box(document)).len()).sum()
}

fn bytes(documents: &[Document]) -> BytesCount {
    BytesCount::new(documents.iter().map(|document| document.text.len()).sum::<usize>())
}

#[divan::bench]
fn labelled(bencher: Bencher) {
    let documents = common::labelled();
    extract_all(&documents);
    bencher.counter(bytes(&documents)).bench(|| extract_all(&documents));
}

#[divan::bench]
fn ordinary(bencher: Bencher) {
    let documents = common::ordinary();
    extract_all(&documents);
    bencher.counter(bytes(&documents)).bench(|| extract_all(&documents));
}

#[divan::bench]
fn figures(bencher: Bencher) {
    let documents = common::labelled();
    let found = extract_all(&documents);
    bencher.counter(ItemsCount::new(found)).bench(|| extract_all(&documents));
}
