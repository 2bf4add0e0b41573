//! Commitments entered by a person.
//!
//! A [`Draft`] is what was written, field by field; [`Ledger::understand`] makes a record of it and
//! finds the quote in its source, so that a person can see what was understood; [`Ledger::log`]
//! writes it down.

mod quote;

pub use quote::find as find_quote;

use super::reading::fields;
use super::{Author, Ledger, LedgerError, Links, Origin, Record, Status, duplicates};
use crate::figure::{Bound, Confidence, Kind, Sector, Stage};
use crate::store::{Citation, Store};

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

/// A commitment as understood, ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    /// The record; its number is not given yet.
    pub record: Record,
    /// Where its quote stands.
    pub citation: Option<Citation>,
}

impl Ledger {
    /// Reads a draft without writing anything.
    ///
    /// # Errors
    /// When a field is not understood, something needed is missing, or the quote does not stand in
    /// the document.
    pub fn understand(&self, draft: &Draft) -> Result<Understood, LedgerError> {
        let mut record = blank();
        // The amount first: what is said besides wins over what it brings.
        let amounts = |(name, _): &&(String, String)| name == "amount" || name == "value";
        let (first, rest): (Vec<_>, Vec<_>) = draft.fields.iter().partition(amounts);
        for (name, text) in first.into_iter().chain(rest) {
            fields::set(&mut record, name, text)?;
        }
        needed(&record, draft)?;
        fields::check(&record)?;
        let citation = place(self.store(), &mut record, draft)?;
        let published = |day: chrono::NaiveDate| {
            let year = chrono::Datelike::year(&day);
            (year, year)
        };
        record.years = record.years.or_else(|| record.announced.map(published));
        Ok(Understood { record, citation })
    }

    /// Writes commitments down, all of them or none, linked with what the ledger has of them
    /// already, and returns their numbers.
    ///
    /// # Errors
    /// When the database fails.
    pub fn log(&mut self, all: &[Understood], author: &Author) -> Result<Vec<i64>, LedgerError> {
        let rates = self.rates();
        self.change(author, "log", |change| {
            let mut ids = Vec::with_capacity(all.len());
            for one in all {
                let id = change.new_figure(&one.record, one.citation.as_slice())?;
                duplicates::settle(change, id, rates.as_ref())?;
                ids.push(id);
            }
            Ok(ids)
        })
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

/// Finds the source, and the quote in it.
fn place(
    store: &Store,
    record: &mut Record,
    draft: &Draft,
) -> Result<Option<Citation>, LedgerError> {
    let Some(source) = draft.source.as_deref().map(str::trim).filter(|s| !s.is_empty()) else {
        record.sentence.clone_from(&draft.quote);
        return Ok(None);
    };
    let Some(id) = store.find_document(source)? else {
        if source.parse::<i64>().is_ok() {
            return Err(LedgerError::NoDocument(source.to_owned()));
        }
        record.reference = Some(source.to_owned());
        record.sentence.clone_from(&draft.quote);
        return Ok(None);
    };
    let stored = store.document(id)?.ok_or_else(|| LedgerError::NoDocument(source.to_owned()))?;
    record.document = Some(id);
    record.announced = record.announced.or(stored.document.published);
    let Some(quote) = &draft.quote else { return Ok(None) };
    let span = quote::find(&stored.document.text, quote).ok_or_else(|| LedgerError::NoQuote {
        quote: quote.clone(),
        document: id,
        hint: quote::nearest(&stored.document.text, quote),
    })?;
    let citation = Citation { document: id, span };
    let marked = super::view::marked(&stored.document, &citation, None);
    record.sentence = Some(format!("{}{}{}", marked.before, marked.quote, marked.after));
    record.wording = Some(citation.span.quote.clone());
    Ok(Some(citation))
}
