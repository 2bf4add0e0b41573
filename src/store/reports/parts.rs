//! Half of a large ledger each, on two cores.

use std::path::Path;

use super::Detail;
use crate::store::{Store, StoreError};

/// The donors of one reader, by their keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// From this key on.
    pub from: String,
    /// Below this one.
    pub below: String,
}

/// Sorts after every key.
const END: &str = "\u{10FFFF}";

/// Below so many figures one reader is as fast.
const LARGE: i64 = 50_000;
/// How many figures are looked at to find the middle of the donors.
const SAMPLE: i64 = 101;

/// Runs `work` over all donors: at once over a small ledger, in two halves on two cores over a
/// large one. Both halves see the same state, or one reader does it all.
///
/// # Errors
/// Those of `work`, and when the database cannot be read.
pub fn in_parts<T: Send>(
    store: &Store,
    detail: Detail,
    work: impl Fn(&Store, &Part) -> Result<T, StoreError> + Sync,
) -> Result<Vec<T>, StoreError> {
    let whole = Part { from: String::new(), below: END.to_owned() };
    if detail == Detail::Figures {
        // One by one the rows are read in their own order, where no half lies together.
        return Ok(vec![work(store, &whole)?]);
    }
    let path = store.connection.path().filter(|path| !path.is_empty()).map(ToOwned::to_owned);
    let (Some(path), Some(middle)) = (path, middle(store)?) else {
        return Ok(vec![work(store, &whole)?]);
    };
    let first = Part { below: middle.clone(), ..whole.clone() };
    let second = Part { from: middle, ..whole.clone() };
    let half = |part: &Part| -> Result<(Option<i64>, T), StoreError> {
        let reader = Store::open_to_read(Path::new(&path))?;
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

/// A donor in the middle of a large ledger's figures, as far as a sample tells.
fn middle(store: &Store) -> Result<Option<String>, StoreError> {
    let sql = "SELECT max(id) FROM figures";
    let last: Option<i64> = store.connection.query_row(sql, [], |row| row.get(0))?;
    let Some(last) = last.filter(|last| *last >= LARGE) else { return Ok(None) };
    let sql = "SELECT donor FROM figures WHERE id >= ?1 LIMIT 1";
    let mut find = store.connection.prepare(sql)?;
    let mut donors = (0..SAMPLE)
        .map(|nth| find.query_row([1 + nth * (last - 1) / SAMPLE], |row| row.get(0)))
        .collect::<Result<Vec<String>, _>>()?;
    donors.sort();
    Ok(Some(donors.swap_remove(donors.len() / 2)))
}
