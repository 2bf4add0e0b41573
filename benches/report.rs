//! A report over a ledger of a hundred thousand figures. `benches/million.py` times a million
//! beside another program.

use divan::Bencher;
use divan::counter::ItemsCount;
use pledgebook::rates::{Basis, Converter, built_in};
use pledgebook::report::{Dimension, Query, totals};
use pledgebook::store::Store;

fn main() {
    divan::main();
}

/// The number of figures.
const FIGURES: i64 = 100_000;

const FILL: &str = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
    INSERT INTO figures (id, origin, kind, value, bound, unit, donor, stage, year_first, year_last,
        sector, confidence, announced, counted, verdict)
    SELECT i, 'logged', 'money', i * 100, 'exact', iif(i % 3, 'USD', 'EUR'),
        substr('DKNOSEFIPLUADEFR', 1 + 2 * (i % 8), 2), 'pledge', 2020 + i % 5, 2020 + i % 5,
        'military', 90, format('%d-%02d-11', 2020 + i % 5, 1 + i % 12), i * 100, 'counted'
    FROM n";

fn ledger() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bench.db");
    let store = Store::open(&path).expect("a ledger");
    let db = rusqlite::Connection::open(&path).expect("the same");
    db.execute(FILL, [FIGURES]).expect("figures");
    (folder, store)
}

#[divan::bench]
fn by_donor_and_year(bencher: Bencher) {
    let (_folder, store) = ledger();
    let query = Query { by: vec![Dimension::Donor, Dimension::Year], ..Query::default() };
    bencher.counter(ItemsCount::new(FIGURES as u64)).bench_local(|| totals(&store, &query));
}

#[divan::bench]
fn in_euros(bencher: Bencher) {
    let (_folder, store) = ledger();
    let table = built_in().expect("rates");
    let rates = Converter::daily("EUR", table, Basis::Month, "ECB");
    let query = Query {
        by: vec![Dimension::Donor, Dimension::Year],
        convert: Some(std::sync::Arc::new(rates)),
        ..Query::default()
    };
    bencher.counter(ItemsCount::new(FIGURES as u64)).bench_local(|| totals(&store, &query));
}

#[divan::bench]
fn one_by_one(bencher: Bencher) {
    let (_folder, store) = ledger();
    let query = Query { by: vec![Dimension::Publisher], ..Query::default() };
    bencher.counter(ItemsCount::new(FIGURES as u64)).bench_local(|| totals(&store, &query));
}
