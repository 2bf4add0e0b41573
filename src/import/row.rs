//! One row by one record of the map: each cell into its field, or onto the list of doubts.

use std::collections::HashMap;

use chrono::Datelike;
use rust_decimal::{Decimal, RoundingStrategy};

use super::apply::{Flag, cell_of, placeholders};
use super::cell;
use super::map::{ColumnField, Field, Map, RecordMap};
use super::table::{Line, Sheet};
use crate::figure::{Bound, Confidence, Kind, Sector, Stage};
use crate::ledger::bring::Incoming;
use crate::ledger::{Links, Origin, Record, Status, reading};
use crate::lexicon::{Party, currency};

pub(super) struct Row<'a> {
    pub(super) map: &'a Map,
    pub(super) record: &'a RecordMap,
    pub(super) sheet: &'a Sheet,
    pub(super) line: &'a Line,
    pub(super) flags: Vec<Flag>,
}

impl<'a> Row<'a> {
    /// The row as a record; `seen` counts the rows with the same key.
    pub(super) fn incoming(&mut self, seen: &mut HashMap<String, usize>) -> Incoming {
        let filled = self.fill(&self.record.key, 0);
        let count = seen.entry(filled).and_modify(|n| *n += 1).or_insert(1);
        let local = self.name(&self.record.name, &self.fill(&self.record.key, *count));
        let part_of = self.record.part_of.as_deref().and_then(|whole| {
            let (name, key) = whole.split_once(':')?;
            Some(self.name(name, &self.fill(key, 0)))
        });
        let record = self.record(local);
        Incoming { record, part_of, equivalent_of: None }
    }

    fn name(&self, record: &str, key: &str) -> String {
        format!("{}/{record}/{key}", self.map.name)
    }

    fn fill(&self, template: &str, count: usize) -> String {
        let mut text = template.to_owned();
        for name in placeholders(template) {
            let value = match name {
                "#" => count.to_string(),
                name => cell_of(self.map, self.sheet, self.line, name).unwrap_or("").to_owned(),
            };
            text = text.replace(&format!("{{{name}}}"), &value);
        }
        text
    }

    fn record(&mut self, local: String) -> Record {
        let announced = self.announced();
        let years = self.years(announced);
        let unit = self.unit();
        let (value, wording) = self.value(unit.as_deref());
        let stage = self.term("stage", Some(&self.record.stage));
        let sector = self.term("sector", self.record.sector.as_ref());
        let mut record = Record {
            id: 0,
            document: None,
            local: Some(local),
            origin: Origin::Imported,
            kind: self.record.kind,
            value,
            low: None,
            high: None,
            bound: Bound::Exact,
            unit,
            item: self.text(self.record.item.as_ref()),
            category: self.term("category", self.record.category.as_ref()),
            donors: self.parties("donor", Some(&self.record.donor)),
            recipient: self.parties("recipient", self.record.recipient.as_ref()).pop(),
            stage: stage.unwrap_or(Stage::Pledge),
            years,
            cumulative: false,
            sector: sector.unwrap_or(Sector::Other),
            speaker: None,
            per: None,
            derived: false,
            confidence: Confidence::from_hundredths(95),
            announced,
            status: Status::Extracted,
            wording,
            sentence: None,
            purpose: self.text(self.record.purpose.as_ref()),
            reference: self.text(self.record.reference.as_ref()),
            links: Links::default(),
            counted: None,
            verdict: String::new(),
        };
        if !self.flags.is_empty() {
            // Review shows the doubtful first.
            record.confidence = Confidence::from_hundredths(50);
        }
        record
    }

    fn flag(&mut self, field: &'static str, says: String) {
        self.flags.push(Flag { line: self.line.number, field, says });
    }

    /// The word of a field: the constant, or the cell as the codes have it.
    fn word(&self, field: &'a Field) -> Option<&'a str> {
        let column = match field {
            Field::Constant(text) => return Some(text),
            Field::Column(column) => column,
        };
        let mut names = column.column.names().iter();
        let cell = names.find_map(|name| cell_of(self.map, self.sheet, self.line, name));
        let codes = column.codes.as_ref().and_then(|name| self.map.codes.get(name));
        let otherwise = column.otherwise.as_deref();
        let word = cell.map(|cell| {
            let code = codes.and_then(|c| c.get(cell)).map(String::as_str);
            code.or(otherwise).unwrap_or(cell)
        });
        word.or(column.default.as_deref())
    }

    fn text(&self, field: Option<&'a Field>) -> Option<String> {
        let text = self.word(field?)?.split_whitespace().collect::<Vec<_>>().join(" ");
        (!text.is_empty()).then_some(text)
    }

    fn term<T: std::str::FromStr<Err: std::fmt::Display>>(
        &mut self,
        name: &'static str,
        field: Option<&'a Field>,
    ) -> Option<T> {
        let word = self.word(field?)?;
        match word.parse() {
            Ok(term) => Some(term),
            Err(error) => {
                self.flag(name, format!("{error}; add it to the map's codes"));
                None
            }
        }
    }

    fn parties(&mut self, name: &'static str, field: Option<&'a Field>) -> Vec<Party> {
        let Some(word) = field.and_then(|f| self.word(f)) else { return Vec::new() };
        if let Ok(code) = Party::parse(word) {
            return vec![code];
        }
        reading::parties(word).unwrap_or_else(|error| {
            self.flag(name, format!("{error}, or add it to the map's codes"));
            Vec::new()
        })
    }

    fn announced(&mut self) -> Option<chrono::NaiveDate> {
        let word = self.word(self.record.announced.as_ref()?)?;
        match cell::day(word, &self.map.read) {
            Ok((day, odd)) => {
                if let Some(says) = odd {
                    self.flag("announced", says);
                }
                Some(day)
            }
            Err(says) => {
                self.flag("announced", format!("{says}; the year is left open"));
                None
            }
        }
    }

    fn years(&mut self, announced: Option<chrono::NaiveDate>) -> Option<(i32, i32)> {
        let Some(field) = &self.record.year else {
            return announced.map(|day| (day.year(), day.year()));
        };
        match cell::year(self.word(field)?) {
            Ok((year, odd)) => {
                if let Some(says) = odd {
                    self.flag("year", says);
                }
                Some((year, year))
            }
            Err(says) => {
                self.flag("year", says);
                None
            }
        }
    }

    fn unit(&mut self) -> Option<String> {
        if self.record.kind == Kind::Quantity {
            return None;
        }
        let word = self.word(self.record.unit.as_ref()?)?.to_uppercase();
        if currency::by_code(&word).is_none() {
            self.flag(
                "unit",
                format!("\"{word}\" is no currency of ISO 4217; the amount is left out"),
            );
            return None;
        }
        Some(word)
    }

    /// The amount, and the cell as it stands.
    fn value(&mut self, unit: Option<&str>) -> (Option<Decimal>, Option<String>) {
        let Some(word) = self.word(&self.record.value) else {
            self.flag("value", "there is no amount".to_owned());
            return (None, None);
        };
        let wording = Some(unit.map_or_else(|| word.to_owned(), |unit| format!("{unit} {word}")));
        if unit.is_none() && self.record.kind == Kind::Money {
            return (None, wording);
        }
        let read = cell::number(word, &self.map.read).and_then(|number| self.fit(number, unit));
        match read {
            Ok(value) => (Some(value), wording),
            Err(says) => {
                self.flag("value", format!("{says}; the amount is left out"));
                (None, wording)
            }
        }
    }

    /// Scaled, and rounded where the map allows it.
    fn fit(&self, number: Decimal, unit: Option<&str>) -> Result<Decimal, String> {
        let Field::Column(ColumnField { scale, round, .. }) = &self.record.value else {
            return Ok(number);
        };
        let scale = scale.as_deref().unwrap_or("1");
        let scale = scale
            .parse::<Decimal>()
            .map_err(|_| format!("the map's scale \"{scale}\" is no number"))?;
        let value = number.checked_mul(scale).ok_or("the number is too large")?;
        let digits = unit.and_then(currency::exponent).unwrap_or(0);
        let rounded = value.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero);
        if rounded != value && !round {
            return Err(format!("\"{value}\" is finer than the smallest unit"));
        }
        Ok(rounded.normalize())
    }
}
