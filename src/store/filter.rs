//! Which figures a list is of.
//!
//! A ledger of years has everything in the same currency for the same recipient, and three figures
//! of another; an index helps with the three and hurts with the rest. So each asked value is counted
//! up to a bound first: the rarest, where it is rare, is looked up by its index; otherwise the rows
//! are gone through in their own order until enough are found.

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

/// A value rarer than this is looked up by its index; more are faster found by going through.
const RARE: i64 = 5_000;

impl Store {
    /// The figures that a filter lets through, by number; with a limit, the last ones.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list(&self, filter: &Filter) -> Result<Vec<Record>, StoreError> {
        let Condition { sql, mut values, .. } = self.condition(filter, RARE)?;
        let limit = filter.limit.map_or(-1, |limit| limit as i64);
        values.push(Value::Integer(limit));
        let tail = format!("WHERE {} ORDER BY f.id DESC LIMIT ?", sql.join(" AND "));
        let mut found = self.figures_where(&tail, rusqlite::params_from_iter(values))?;
        found.reverse();
        Ok(found)
    }

    /// A filter as a condition on `figures AS f`, to begin with its rarest value if there are fewer
    /// than `rare` figures of it.
    pub(super) fn condition(&self, filter: &Filter, rare: i64) -> Result<Condition, StoreError> {
        let mut condition = Condition::default();
        let mut fewest = rare;
        for (sql, values) in if rare > 0 { filter.ways() } else { Vec::new() } {
            let bounded = format!("SELECT count(*) FROM ({sql} LIMIT ?)");
            let all = values.iter().cloned().chain([Value::from(fewest)]);
            let mut count = self.connection.prepare_cached(&bounded)?;
            let found = count.query_row(rusqlite::params_from_iter(all), |row| row.get(0))?;
            if found < fewest {
                fewest = found;
                condition = Condition { sql: vec![format!("f.id IN ({sql})")], values, few: true };
            }
        }
        filter.add_to(&mut condition);
        Ok(condition)
    }
}

impl Filter {
    /// Every asked value that has an index, as a search for the numbers of its figures.
    fn ways(&self) -> Vec<(String, Vec<Value>)> {
        let mut ways = Vec::new();
        let mut add = |sql: &str, values: Vec<Value>| {
            if !values.is_empty() {
                ways.push((sql.replace('#', &marks(&values)), values));
            }
        };
        add("SELECT figure FROM figure_donors WHERE party IN (#)", codes(&self.donors));
        add("SELECT id FROM figures WHERE recipient IN (#)", codes(&self.recipients));
        add("SELECT id FROM figures WHERE category IN (#)", words(&self.categories));
        add("SELECT id FROM figures WHERE unit IN (#)", words(&self.units));
        add("SELECT id FROM figures WHERE status IN (#)", words(&self.statuses));
        let document = self.document.into_iter().map(Value::from).collect();
        add("SELECT id FROM figures WHERE document IN (#)", document);
        let (first, last) = self.years.unzip();
        let year = |year: Option<i32>| year.into_iter().map(Value::from).collect();
        add("SELECT id FROM figures WHERE year_first <= #", year(last));
        add("SELECT id FROM figures WHERE year_last >= #", year(first));
        ways
    }

    /// Everything that is asked. The plus keeps the reader off the indexes, between which it would
    /// choose without knowing how many figures each value has.
    fn add_to(&self, condition: &mut Condition) {
        let donor = "EXISTS (SELECT 1 FROM figure_donors WHERE figure = f.id AND +party IN (#))";
        condition.one_of(donor, codes(&self.donors));
        condition.one_of("+f.recipient IN (#)", codes(&self.recipients));
        condition.one_of("+f.stage IN (#)", words(&self.stages));
        condition.one_of("+f.sector IN (#)", words(&self.sectors));
        condition.one_of("+f.kind IN (#)", words(self.kind.as_slice()));
        condition.one_of("+f.unit IN (#)", words(&self.units));
        condition.one_of("+f.category IN (#)", words(&self.categories));
        condition.one_of("+f.status IN (#)", words(&self.statuses));
        condition
            .one_of("+f.document IN (#)", self.document.into_iter().map(Value::from).collect());
        if let Some((first, last)) = self.years {
            condition.sql.push("+f.year_first <= ? AND +f.year_last >= ?".to_owned());
            condition.values.extend([Value::from(last), Value::from(first)]);
        }
        if condition.sql.is_empty() {
            condition.sql.push("1".to_owned());
        }
    }
}

fn words<T: ToString>(terms: &[T]) -> Vec<Value> {
    terms.iter().map(|term| Value::from(term.to_string())).collect()
}

fn codes(parties: &[Party]) -> Vec<Value> {
    parties.iter().map(|party| Value::from(party.code().to_owned())).collect()
}

fn marks(values: &[Value]) -> String {
    vec!["?"; values.len()].join(", ")
}

/// Conditions that must all hold, with their values in order.
#[derive(Debug, Default)]
pub(super) struct Condition {
    pub(super) sql: Vec<String>,
    pub(super) values: Vec<Value>,
    /// It begins with the few figures that have a rare value.
    pub(super) few: bool,
}

impl Condition {
    /// `#` in the template stands for the values.
    fn one_of(&mut self, template: &str, values: Vec<Value>) {
        if !values.is_empty() {
            self.sql.push(template.replace('#', &marks(&values)));
            self.values.extend(values);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::log::Draft;
    use crate::ledger::{Author, Ledger};

    /// Four figures of four donors, currencies, stages and years.
    fn ledger() -> Ledger {
        let mut ledger = Ledger::in_memory().unwrap();
        let rows = [
            ["DK", "€5m", "pledge", "2025", "UA"],
            ["NO+DK", "NOK 7m", "commitment", "2024-2026", "UA"],
            ["SE", "30 tanks", "delivery", "2023", "MD"],
            ["DK", "$9m", "target", "2031", "PL"],
        ];
        for row in rows {
            let names = ["donor", "amount", "stage", "year", "recipient"];
            let fields = names.iter().zip(row).map(|(a, b)| ((*a).to_owned(), b.to_owned()));
            let draft = Draft { fields: fields.collect(), ..Draft::default() };
            let understood = ledger.understand(&draft).unwrap();
            ledger.log(&[understood], &Author::now("anna", None)).unwrap();
        }
        ledger
    }

    fn denmark() -> Filter {
        Filter { donors: vec![Party::parse("DK").unwrap()], ..Filter::default() }
    }

    #[test]
    fn a_rare_value_and_a_walk_find_the_same() {
        let ledger = ledger();
        let store = ledger.store();
        let year = |first, last| Filter { years: Some((first, last)), ..Filter::default() };
        let table: [(Filter, &[i64]); 8] = [
            (Filter::default(), &[1, 2, 3, 4]),
            (denmark(), &[1, 2, 4]),
            (Filter { units: vec!["NOK".to_owned()], ..denmark() }, &[2]),
            (Filter { stages: vec![Stage::Pledge, Stage::Target], ..denmark() }, &[1, 4]),
            (Filter { categories: vec![Category::Armor], ..Filter::default() }, &[3]),
            (Filter { recipients: vec![Party::parse("MD").unwrap()], ..denmark() }, &[]),
            (year(2026, 2030), &[2]),
            (year(2024, 2025), &[1, 2]),
        ];
        for (filter, ids) in table {
            for rare in [0, 2, 100] {
                let Condition { sql, values, .. } = store.condition(&filter, rare).unwrap();
                let tail = format!("WHERE {} ORDER BY f.id", sql.join(" AND "));
                let found = store.figures_where(&tail, rusqlite::params_from_iter(values)).unwrap();
                let found: Vec<i64> = found.iter().map(|record| record.id).collect();
                assert_eq!(found, ids, "{filter:?}, rare below {rare}");
            }
        }
    }

    #[test]
    fn a_rare_value_is_looked_up_by_its_index() {
        let ledger = ledger();
        let store = ledger.store();
        let filter = Filter { units: vec!["USD".to_owned()], ..denmark() };
        let Condition { sql, values, few } = store.condition(&filter, 100).unwrap();
        assert!(few);
        let explain = format!(
            "EXPLAIN QUERY PLAN SELECT f.id FROM figures AS f WHERE {} ORDER BY f.id DESC LIMIT 9",
            sql.join(" AND ")
        );
        let mut plan = store.connection.prepare(&explain).unwrap();
        let steps = plan
            .query_map(rusqlite::params_from_iter(values), |row| row.get::<_, String>(3))
            .unwrap()
            .collect::<Result<Vec<_>, _>>()
            .unwrap()
            .join("\n");
        assert!(steps.contains("figures_unit (unit=?)"), "{steps}");
        assert!(!steps.contains("SCAN f"), "{steps}");
    }
}
