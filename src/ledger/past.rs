//! The ledger as it stood at a moment, so that a published table can be printed again.
//!
//! The changes since are taken back, the latest first, in copies of the tables; what counts is then
//! worked out anew for all that they touched.

use std::collections::BTreeSet;

use serde_json::Value;

use super::change::{changed_counts, fields};
use super::undo::put_back;
use super::{Ledger, LedgerError, Record};
use crate::store::{Edit, Link, Store, Subject};

impl Ledger {
    /// This ledger as it stood at the end of a day (`2025-01-13`), an hour or a minute
    /// (`2025-01-13T09:30`, UTC). It can be read only.
    ///
    /// # Errors
    /// When the moment is not understood, or the database fails.
    pub fn as_of(self, moment: &str) -> Result<Self, LedgerError> {
        let (day, time) = moment.split_at_checked(10).unwrap_or((moment, ""));
        let time_is_right = time.is_empty() || time.starts_with('T');
        if day.parse::<chrono::NaiveDate>().is_err() || !time_is_right {
            return Err(LedgerError::BadValue {
                field: "as-of".to_owned(),
                given: moment.to_owned(),
                why: "write a day as 2025-01-13, or a moment as 2025-01-13T09:30 (UTC)".to_owned(),
            });
        }
        let past = self.into_past();
        let store = past.store();
        let mut touched = BTreeSet::new();
        for edit in store.shadow(moment)? {
            take_back(store, &edit, &mut touched)?;
        }
        let touched: Vec<i64> = touched.into_iter().collect();
        for some in touched.chunks(1000) {
            for record in changed_counts(store.connected(some)?) {
                store.set_count(&record)?;
            }
        }
        Ok(past)
    }
}

fn take_back(store: &Store, edit: &Edit, touched: &mut BTreeSet<i64>) -> Result<(), LedgerError> {
    match (edit.subject, &edit.before) {
        (Subject::Figure, None) => {
            touched.remove(&edit.record);
            for link in store.links_of(edit.record)? {
                touched.extend([link.figure, link.target]);
            }
            touched.remove(&edit.record);
            store.forget_figure(edit.record)?;
        }
        (Subject::Figure, Some(before)) => {
            let Some(now) = store.figure(edit.record)? else { return Ok(()) };
            let mut past = fields(&now);
            put_back(&mut past, before);
            let past: Record = serde_json::from_value(Value::Object(past)).map_err(|error| {
                LedgerError::Unreadable { edit: edit.id, why: error.to_string() }
            })?;
            store.update_figure(&Record { id: now.id, ..past })?;
            touched.insert(now.id);
        }
        (Subject::Link, before) => {
            let Some(link) = store.link(edit.record)? else { return Ok(()) };
            touched.extend([link.figure, link.target]);
            let state = before.as_ref().and_then(|b| b.get("state")).and_then(Value::as_str);
            match state.and_then(|word| word.parse().ok()) {
                Some(state) => drop(store.set_link(&Link { state, ..link })?),
                None => store.forget_link(edit.record)?,
            }
        }
        // A document's text never changes; those that came later are left out by the copies.
        (Subject::Document, _) => {}
    }
    Ok(())
}
