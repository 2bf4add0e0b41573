//! Figures put together to lumps while they are read.

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::facts::{self, Fact};
use super::{Detail, Lump, Sum, Taker};
use crate::store::{Store, StoreError};

/// The lump that is being read: its figures follow each other, their texts beginning alike.
pub(super) struct Heap<'a, T> {
    detail: Detail,
    outlets: Outlets,
    taker: &'a mut T,
    /// How the texts of the lump begin.
    shared: Vec<u8>,
    lump: Option<Lump>,
    /// Whether the lump is wanted.
    wanted: bool,
    /// The month that is being added up, 0 for none.
    month: i32,
    /// What was announced in it; the room is kept.
    sum: Sum,
}

impl<'a, T: Taker> Heap<'a, T> {
    /// # Errors
    /// When the outlets cannot be read.
    pub(super) fn new(store: &Store, detail: Detail, taker: &'a mut T) -> Result<Self, StoreError> {
        let outlets = match detail {
            Detail::Figures => Outlets::read(store)?,
            Detail::Totals | Detail::Months => Outlets::default(),
        };
        let (shared, sum) = (Vec::new(), Sum::default());
        Ok(Self { detail, outlets, taker, shared, lump: None, wanted: false, month: 0, sum })
    }

    /// Enters a figure with its facts.
    ///
    /// # Errors
    /// When they are none.
    pub(super) fn enter(&mut self, text: &[u8], id: i64) -> Result<(), StoreError> {
        if self.lump.is_none() || !text.starts_with(&self.shared) {
            self.hand_over();
            let end = facts::shared(text)?;
            self.shared.clear();
            self.shared.extend_from_slice(&text[..end]);
            let lump = facts::lump(&text[..end])?;
            self.wanted = self.taker.begin(&lump);
            self.lump = Some(lump);
        }
        if !self.wanted {
            return Ok(());
        }
        let fact = Fact::read(&text[self.shared.len()..], id)?;
        if self.detail == Detail::Figures {
            return self.one(&fact);
        }
        let month = if self.detail == Detail::Months { facts::month(fact.day) } else { 0 };
        // The texts come in the order of their days.
        if month != self.month {
            self.hand_over();
            self.month = month;
        }
        self.sum.add(fact.part);
        Ok(())
    }

    /// Hands a figure over by itself.
    fn one(&mut self, fact: &Fact<'_>) -> Result<(), StoreError> {
        let Some(lump) = self.lump.as_mut() else { return Ok(()) };
        let single = lump.single.get_or_insert_default();
        fact.fill(single)?;
        facts::put(&mut single.publisher, self.outlets.of(fact.part.document));
        lump.announced = facts::day(fact.day);
        lump.sum.amount = fact.part.counted.into();
        self.sum.add(fact.part);
        self.taker.take(lump, lump.announced, &self.sum);
        self.sum.clear();
        Ok(())
    }

    /// Hands over what is together.
    pub(super) fn hand_over(&mut self) {
        if self.sum.figures.is_empty() {
            return;
        }
        if let Some(lump) = &self.lump {
            let day: Option<NaiveDate> = facts::first_of(self.month);
            self.taker.take(lump, day, &self.sum);
        }
        self.sum.clear();
    }
}

/// The outlet of each document, every name once.
#[derive(Default)]
struct Outlets {
    names: Vec<String>,
    documents: FxHashMap<i64, u32>,
}

impl Outlets {
    fn read(store: &Store) -> Result<Self, StoreError> {
        let sql = include_str!("../../../sql/reports/outlets.sql");
        let mut statement = store.connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        let mut all = Self::default();
        let mut numbers: FxHashMap<String, u32> = FxHashMap::default();
        while let Some(row) = rows.next()? {
            let name = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
            let number = numbers.get(name).copied().unwrap_or_else(|| {
                let next = all.names.len() as u32;
                all.names.push(name.to_owned());
                numbers.insert(name.to_owned(), next);
                next
            });
            all.documents.insert(row.get(0)?, number);
        }
        Ok(all)
    }

    /// The outlet of this document; empty where there is none.
    fn of(&self, document: Option<i64>) -> &str {
        let number = document.and_then(|document| self.documents.get(&document));
        number.and_then(|number| self.names.get(*number as usize)).map_or("", String::as_str)
    }
}
