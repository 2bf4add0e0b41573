//! Which figures a list is of.

use rusqlite::types::Value;

use super::{Store, StoreError};
use crate::figure::{Category, Kind, Sector, Stage};
use crate::ledger::{Record, Status};
use crate::lexicon::Party;

/// Conditions that a figure must meet, all of them; an empty one lets everything through.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// One of these is among its donors.
    pub donors: Vec<Party>,
    /// One of these gets it.
    pub recipients: Vec<Party>,
    /// Its years overlap these.
    pub years: Option<(i32, i32)>,
    /// It is at one of these stages.
    pub stages: Vec<Stage>,
    /// It is of one of these sectors.
    pub sectors: Vec<Sector>,
    /// It is of this kind.
    pub kind: Option<Kind>,
    /// It is in one of these currencies.
    pub units: Vec<String>,
    /// It is of one of these categories.
    pub categories: Vec<Category>,
    /// It has one of these standings.
    pub statuses: Vec<Status>,
    /// It stands in this document.
    pub document: Option<i64>,
    /// At most so many, the latest first.
    pub limit: Option<usize>,
}

impl Store {
    /// The figures that a filter lets through, by number; with a limit, the last ones.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list(&self, filter: &Filter) -> Result<Vec<Record>, StoreError> {
        let (condition, mut values) = filter.condition();
        let limit = filter.limit.map_or(-1, |limit| limit as i64);
        values.push(Value::Integer(limit));
        let tail = format!("WHERE {condition} ORDER BY f.id DESC LIMIT ?");
        let mut found = self.figures_where(&tail, rusqlite::params_from_iter(values))?;
        found.reverse();
        Ok(found)
    }

    /// How many figures a filter lets through, whatever its limit.
    ///
    /// # Errors
    /// When the database fails.
    pub fn count_of(&self, filter: &Filter) -> Result<u64, StoreError> {
        let (condition, values) = filter.condition();
        let sql = format!("SELECT count(*) FROM figures AS f WHERE {condition}");
        let mut find = self.connection.prepare_cached(&sql)?;
        let count: i64 = find.query_row(rusqlite::params_from_iter(values), |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }
}

impl Filter {
    /// The condition on `figures AS f` with its values in order.
    pub(super) fn condition(&self) -> (String, Vec<Value>) {
        let mut where_ = Condition { sql: vec!["1".to_owned()], values: Vec::new() };
        let codes = |parties: &[Party]| parties.iter().map(|p| p.code().to_owned()).collect();
        let donors = "f.id IN (SELECT figure FROM figure_donors WHERE party IN (#))";
        where_.one_of(donors, codes(&self.donors));
        where_.one_of("f.recipient IN (#)", codes(&self.recipients));
        where_.one_of("f.stage IN (#)", words(&self.stages));
        where_.one_of("f.sector IN (#)", words(&self.sectors));
        where_.one_of("f.kind IN (#)", words(self.kind.as_slice()));
        where_.one_of("f.unit IN (#)", self.units.clone());
        where_.one_of("f.category IN (#)", words(&self.categories));
        where_.one_of("f.status IN (#)", words(&self.statuses));
        if let Some((first, last)) = self.years {
            where_.sql.push("f.year_first <= ? AND f.year_last >= ?".to_owned());
            where_.values.extend([Value::from(last), Value::from(first)]);
        }
        if let Some(document) = self.document {
            where_.sql.push("f.document = ?".to_owned());
            where_.values.push(Value::from(document));
        }
        (where_.sql.join(" AND "), where_.values)
    }
}

fn words<T: ToString>(terms: &[T]) -> Vec<String> {
    terms.iter().map(ToString::to_string).collect()
}

struct Condition {
    sql: Vec<String>,
    values: Vec<Value>,
}

impl Condition {
    /// `#` in the template stands for the values.
    fn one_of(&mut self, template: &str, values: Vec<String>) {
        if !values.is_empty() {
            self.sql.push(template.replace('#', &vec!["?"; values.len()].join(", ")));
            self.values.extend(values.into_iter().map(Value::from));
        }
    }
}
