//! Half of a large ledger each, on two cores.

use crate::store::{Store, StoreError};

/// The figures of one reader, by their texts in `figures_facts`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// From this text on.
    pub from: String,
    /// Below this one.
    pub below: String,
}

/// Sorts after every text.
const END: &str = "\u{10FFFF}";

/// Below so many figures one reader is as fast.
const LARGE: i64 = 50_000;
/// How many figures are looked at to find the middle.
const SAMPLE: i64 = 101;

/// Runs `work` over all figures that count: at once over a small ledger, in two halves on two cores
/// over a large one. Both halves see the same state, or one reader does it all.
///
/// # Errors
/// Those of `work`, and when the database cannot be read.
pub fn in_parts<T: Send>(
    store: &Store,
    work: impl Fn(&Store, &Part) -> Result<T, StoreError> + Sync,
) -> Result<Vec<T>, StoreError> {
    let whole = Part { from: String::new(), below: END.to_owned() };
    let (Some(path), Some(middle)) = (store.file()?, middle(store)?) else {
        return Ok(vec![work(store, &whole)?]);
    };
    let first = Part { below: middle.clone(), ..whole.clone() };
    let second = Part { from: middle, ..whole.clone() };
    let half = |part: &Part| -> Result<(Option<i64>, T), StoreError> {
        let reader = Store::open_to_read(&path)?;
        reader.connection.execute_batch("BEGIN")?;
        let sql = "SELECT max(id) FROM edits";
        let seen = reader.connection.query_row(sql, [], |row| row.get(0))?;
        Ok((seen, work(&reader, part)?))
    };
    match rayon::join(|| half(&first), || half(&second)) {
        (Ok((one, a)), Ok((two, b))) if one == two => Ok(vec![a, b]),
        // Somebody wrote in between, or a second reader is not to be had.
        _ => Ok(vec![work(store, &whole)?]),
    }
}

/// The text of a figure in the middle of a large ledger, as far as a sample tells.
fn middle(store: &Store) -> Result<Option<String>, StoreError> {
    let sql = "SELECT max(id) FROM figures";
    let last: Option<i64> = store.connection.query_row(sql, [], |row| row.get(0))?;
    let Some(last) = last.filter(|last| *last >= LARGE) else { return Ok(None) };
    let sql = include_str!("../../../sql/reports/sample.sql");
    let mut find = store.connection.prepare(sql)?;
    let mut texts = (0..SAMPLE)
        .map(|nth| find.query_row([1 + nth * (last - 1) / SAMPLE], |row| row.get(0)))
        .collect::<Result<Vec<String>, _>>()?;
    texts.sort();
    Ok(Some(texts.swap_remove(texts.len() / 2)))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::super::{Detail, Lump, Sum, Taker, each_lump};
    use super::*;

    const FILL: &str = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50001)
        INSERT INTO figures (origin, kind, value, bound, unit, donor, stage, sector, confidence, counted)
        SELECT 'logged', 'money', i, 'exact', iif(i % 3, 'EUR', 'USD'), 'DK', 'pledge', iif(i % 2, 'military', 'other'), 90, i FROM n";

    struct Count(usize);

    impl Taker for Count {
        fn begin(&mut self, _: &Lump) -> bool {
            true
        }

        fn take(&mut self, _: &Lump, _: Option<NaiveDate>, sum: &Sum) {
            self.0 += sum.figures.len();
        }
    }

    /// How many figures each reader finds.
    fn found(store: &Store) -> Vec<usize> {
        let count = |store: &Store, part: &Part| {
            let mut count = Count(0);
            each_lump(store, Detail::Totals, part, &mut count).map(|()| count.0)
        };
        in_parts(store, count).unwrap()
    }

    #[test]
    fn a_large_ledger_has_two_readers_and_its_past_one() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("large.db")).unwrap();
        store.connection.execute_batch(FILL).unwrap();
        let both = found(&store);
        assert!(both.len() == 2 && both.iter().all(|half| *half > 10_000), "{both:?}");
        assert_eq!(both.iter().sum::<usize>(), 50_001);
        store.shadow("2020-01-01").unwrap();
        store.connection.execute_batch("DELETE FROM temp.figures WHERE id > 7").unwrap();
        assert_eq!(found(&store), [7]);
    }

    /// A step that works the text out anew would have to read the whole row.
    #[test]
    fn a_total_reads_the_index_alone() {
        let store = Store::in_memory().unwrap();
        let sql = include_str!("../../../sql/reports/totals.sql");
        let mut steps = store.connection.prepare(&format!("EXPLAIN {sql}")).unwrap();
        let steps = steps.query_map(["", ""], |row| row.get(1)).unwrap();
        let steps: Vec<String> = steps.map(Result::unwrap).collect();
        assert!(steps.contains(&"ResultRow".to_owned()), "{steps:?}");
        assert!(
            !steps.iter().any(|step| step == "Function" || step == "SorterInsert"),
            "{steps:?}"
        );
        let sql = include_str!("../../../sql/reports/outlets.sql");
        let plan = format!("EXPLAIN QUERY PLAN {sql}");
        let plan: String = store.connection.query_row(&plan, [], |row| row.get(3)).unwrap();
        assert!(plan.contains("USING COVERING INDEX documents_outlet"), "{plan}");
    }
}
