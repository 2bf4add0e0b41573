//! How fast documents enter the ledger, figures, duplicates and all: documents/s on one core.

use divan::Bencher;
use divan::counter::ItemsCount;
use pledgebook::figure;
use pledgebook::ledger::{Author, Ledger};

#[path = "common/mod.rs"]
mod common;

fn main() {
    divan::main();
}

/// Each round fills a new database file, so that what is measured is what `add` does.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn add(bencher: Bencher) {
    let documents = common::labelled();
    let folder = tempfile::tempdir().expect("a folder for the databases");
    let mut round = 0;
    bencher
        .counter(ItemsCount::new(documents.len()))
        .with_inputs(|| {
            round += 1;
            Ledger::open(&folder.path().join(format!("{round}.db"))).expect("a new database")
        })
        .bench_local_values(|mut ledger| {
            for document in &documents {
                let figures = figure::extract(document);
                ledger
                    .add(document, &figures, &Author::now("bench", None))
                    .expect("a document taken in");
            }
        });
}
