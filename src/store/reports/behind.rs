//! What stands behind some figures: the parts of wholes, and the sources of their duplicates.

use std::collections::HashMap;

use crate::store::{Store, StoreError};

/// The parts of each of these wholes, counted or not, by number.
const PARTS: &str = "SELECT target, figure FROM links
    WHERE target IN (SELECT value FROM json_each(?1)) AND relation = 'part_of' AND state = 'sure'
    ORDER BY figure";

/// The duplicates of each of these figures, over any number of steps.
const TOLD_AGAIN: &str = "WITH RECURSIVE told (keeper, figure) AS (
        SELECT value, value FROM json_each(?1)
        UNION
        SELECT told.keeper, l.figure FROM told
        JOIN links AS l ON l.target = told.figure AND l.relation = 'same_as' AND l.state = 'sure'
    )
    SELECT told.keeper, coalesce(f.document, -f.id) FROM told
    JOIN figures AS f ON f.id = told.figure
    WHERE told.figure <> told.keeper AND f.status <> 'rejected'";

/// The parts of these wholes, counted or not.
///
/// # Errors
/// When the database cannot be read.
pub fn parts_of(store: &Store, wholes: &[i64]) -> Result<HashMap<i64, Vec<i64>>, StoreError> {
    grouped(store, PARTS, wholes)
}

/// The further documents behind each of these figures, those of its duplicates; for a duplicate
/// without a document its own number below zero.
///
/// # Errors
/// When the database cannot be read.
pub fn witnesses_of(store: &Store, figures: &[i64]) -> Result<HashMap<i64, Vec<i64>>, StoreError> {
    grouped(store, TOLD_AGAIN, figures)
}

fn grouped(store: &Store, sql: &str, ids: &[i64]) -> Result<HashMap<i64, Vec<i64>>, StoreError> {
    let ids = serde_json::to_string(ids).unwrap_or_default();
    let mut find = store.connection.prepare_cached(sql)?;
    let mut groups: HashMap<i64, Vec<i64>> = HashMap::new();
    let mut rows = find.query([ids])?;
    while let Some(row) = rows.next()? {
        groups.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    Ok(groups)
}
