//! Commitments entered by a person.
//!
//! A [`Draft`] is what was written, field by field; [`Ledger::understand`] makes a record of it and
//! finds the quote in its source, so that a person can see what was understood; [`Ledger::log`]
//! writes it down.

mod quote;
mod same_place;
mod source;

use std::sync::Arc;

pub use quote::find as find_quote;

use super::change::Change;
use super::duplicates::Rates;
use super::reading::{category_of, fields, sector_of};
use super::{Author, Ledger, LedgerError, Links, Origin, Record, Status, add, duplicates};
use crate::figure::{Bound, Confidence, Figure, Kind, Sector, Stage};
use crate::source::Document;
use crate::store::Citation;

/// A commitment as written: names of fields with their texts, and where it is from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// `donor`, `amount`, `stage`, … with what was written; see [`fields::names`].
    pub fields: Vec<(String, String)>,
    /// A document of the ledger by number, URL or name; else a URL or a reference outside it.
    pub source: Option<String>,
    /// The wording in the source.
    pub quote: Option<String>,
}

/// A document that is not in the ledger yet, with what was read from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fresh {
    /// The document.
    pub document: Document,
    /// Its figures.
    pub figures: Vec<Figure>,
}

/// A commitment as understood, ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    /// The record; its number is not given yet.
    pub record: Record,
    /// Where its quote stands; the number of a fresh document is not given yet.
    pub citation: Option<Citation>,
    /// The document that comes in with it.
    pub fresh: Option<Arc<Fresh>>,
}

impl Ledger {
    /// Reads a draft whose source is in the ledger, or outside it, without writing anything.
    ///
    /// # Errors
    /// As [`Ledger::understand_with`].
    pub fn understand(&self, draft: &Draft) -> Result<Understood, LedgerError> {
        self.understand_with(draft, None)
    }

    /// Reads a draft without writing anything; `fresh` is its source where that is to come into
    /// the ledger with it.
    ///
    /// # Errors
    /// When a field is not understood, something needed is missing, or the quote does not stand in
    /// the document.
    pub fn understand_with(
        &self,
        draft: &Draft,
        fresh: Option<&Arc<Fresh>>,
    ) -> Result<Understood, LedgerError> {
        let mut record = blank();
        // The amount first: what is said besides wins over what it brings. The day before the year, which
        // may be told from it.
        let place = |name: &str| match name {
            "amount" | "value" => 0,
            "announced" | "date" => 1,
            _ => 2,
        };
        let mut fields: Vec<_> = draft.fields.iter().collect();
        fields.sort_by_key(|(name, _)| place(name));
        for (name, text) in fields {
            fields::set(&mut record, name, text)?;
        }
        needed(&record, draft)?;
        complete(&mut record, draft);
        fields::check(&record)?;
        let citation = match fresh {
            Some(fresh) => source::in_document(&mut record, draft, None, &fresh.document)?,
            None => source::place(self.store(), &mut record, draft)?,
        };
        let published = |day: chrono::NaiveDate| {
            let year = chrono::Datelike::year(&day);
            (year, year)
        };
        record.years = record.years.or_else(|| record.announced.map(published));
        Ok(Understood { record, citation, fresh: fresh.cloned() })
    }

    /// Writes commitments down with their fresh documents, all of them or none, linked with what the
    /// ledger has of them already, and returns their numbers.
    ///
    /// # Errors
    /// When the database fails.
    pub fn log(&mut self, all: &[Understood], author: &Author) -> Result<Vec<i64>, LedgerError> {
        let rates = self.rates();
        self.change(author, "log", |change| {
            let mut ids = Vec::with_capacity(all.len());
            for one in all {
                ids.push(log_one(change, one, rates.as_ref())?);
            }
            Ok(ids)
        })
    }
}

fn log_one(
    change: &mut Change<'_>,
    one: &Understood,
    rates: &dyn Rates,
) -> Result<i64, LedgerError> {
    let Understood { mut record, mut citation, fresh } = one.clone();
    if let Some(fresh) = fresh {
        let added = change.acting(add::ACTION, |change| {
            add::add(change, &fresh.document, &fresh.figures, rates)
        })?;
        record.document = Some(added.document);
        citation = citation.map(|c| Citation { document: added.document, ..c });
    }
    let id = change.new_figure(&record, citation.as_slice())?;
    if !same_place::join(change, id, citation.as_ref())? {
        duplicates::settle(change, id, rates)?;
    }
    Ok(id)
}

/// What follows from what was said, where nothing else was: the sort of a thing from its name, what
/// money is for from the purpose.
fn complete(record: &mut Record, draft: &Draft) {
    if let (Kind::Quantity, None, Some(item)) = (record.kind, record.category, &record.item) {
        record.category = category_of(item);
    }
    let said = draft.fields.iter().any(|(name, _)| name == "sector");
    if let (false, Some(purpose)) = (said, &record.purpose) {
        record.sector = sector_of(purpose).unwrap_or(record.sector);
    }
}

/// Nothing said yet; a person's word is certain.
fn blank() -> Record {
    Record {
        id: 0,
        document: None,
        local: None,
        origin: Origin::Logged,
        kind: Kind::Quantity,
        value: None,
        low: None,
        high: None,
        bound: Bound::Exact,
        unit: None,
        item: None,
        category: None,
        donors: Vec::new(),
        recipient: None,
        stage: Stage::Pledge,
        years: None,
        cumulative: false,
        sector: Sector::Military,
        speaker: None,
        per: None,
        derived: false,
        confidence: Confidence::CERTAIN,
        announced: None,
        status: Status::Confirmed,
        wording: None,
        sentence: None,
        purpose: None,
        reference: None,
        links: Links::default(),
        counted: None,
        verdict: String::new(),
    }
}

/// What a commitment cannot do without, and what to write for it.
pub const NEEDED: &[(&str, &str)] = &[
    ("donor", "who pays or gives, such as Denmark; or ALLIES where nobody is named"),
    ("stage", "how far it has come: request, target, pledge, commitment or delivery"),
];

fn needed(record: &Record, draft: &Draft) -> Result<(), LedgerError> {
    let given = |field: &str| {
        draft.fields.iter().any(|(name, text)| name == field && !text.trim().is_empty())
    };
    let missing = |field: &str, why: &str| LedgerError::BadValue {
        field: field.to_owned(),
        given: String::new(),
        why: why.to_owned(),
    };
    for (field, why) in NEEDED {
        if !given(field) {
            return Err(missing(field, why));
        }
    }
    if record.value.is_none() && record.purpose.is_none() && record.item.is_none() {
        return Err(missing("amount", "give an amount, or say what is promised (for, item)"));
    }
    Ok(())
}
