//! Documents in: one transaction each, with their figures and links.

use std::collections::HashMap;

use super::change::Change;
use super::duplicates::Rates;
use super::{
    Author, Ledger, LedgerError, LinkState, Origin, Record, Relation, Status, duplicates, versions,
};
use crate::figure::Figure;
use crate::source::Document;
use crate::store::{Citation, Link, StoreError};

/// What became of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It was not there before.
    New,
    /// It was there; nothing changed.
    Known,
    /// It was there without its day, which is known now.
    Dated,
    /// A page that was there with another text, under this number.
    Changed(i64),
}

/// What `add` did with one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// The document's number.
    pub document: i64,
    /// What became of it.
    pub outcome: Outcome,
    /// The numbers of its new figures.
    pub figures: Vec<i64>,
    /// Links to other documents' figures that were drawn or queued.
    pub linked: usize,
    /// What changed in the figures of a page that was there with another text, in words.
    pub changes: Vec<String>,
    /// What could not be taken in, in words.
    pub warnings: Vec<String>,
}

impl Added {
    fn new(document: i64, outcome: Outcome) -> Self {
        let (figures, changes, warnings) = (Vec::new(), Vec::new(), Vec::new());
        Self { document, outcome, figures, linked: 0, changes, warnings }
    }
}

impl Ledger {
    /// Takes a document in with what was read from it. The same document again changes nothing,
    /// except that it learns what was not known of it: its day, its address, its outlet.
    ///
    /// # Errors
    /// When the database fails; then nothing was written.
    pub fn add(
        &mut self,
        document: &Document,
        figures: &[Figure],
        author: &Author,
    ) -> Result<Added, LedgerError> {
        let rates = self.rates();
        self.change(author, ACTION, |change| add(change, document, figures, rates.as_ref()))
    }
}

/// The action under which documents come in.
pub(super) const ACTION: &str = "add";

/// Takes a document in as part of a change.
pub(super) fn add(
    change: &mut Change<'_>,
    document: &Document,
    figures: &[Figure],
    rates: &dyn Rates,
) -> Result<Added, LedgerError> {
    if let Some(id) = change.store.same_document(document)? {
        return again(change, id, document, figures);
    }
    let previous = match &document.url {
        Some(url) => change.store.document_by_url(url)?,
        None => None,
    };
    let id = change.new_document(document, previous)?;
    let mut added = Added::new(id, previous.map_or(Outcome::New, Outcome::Changed));
    take_in(change, &mut added, document, figures)?;
    if let Some(previous) = previous {
        added.changes = versions::carry(change, previous, &added.figures)?;
    }
    for &figure in &added.figures {
        added.linked += duplicates::settle(change, figure, rates)?;
    }
    Ok(added)
}

/// The same document once more.
fn again(
    change: &mut Change<'_>,
    id: i64,
    document: &Document,
    figures: &[Figure],
) -> Result<Added, LedgerError> {
    let mut added = Added::new(id, Outcome::Known);
    let Some(there) = change.store.document(id)? else { return Ok(added) };
    let there = there.document;
    let complete = Document {
        published: there.published.or(document.published),
        url: there.url.clone().or_else(|| document.url.clone()),
        title: there.title.clone().or_else(|| document.title.clone()),
        publisher: there.publisher.clone().or_else(|| document.publisher.clone()),
        author: there.author.clone().or_else(|| document.author.clone()),
        ..there.clone()
    };
    change.set_document(id, &there, &complete)?;
    if there.published == complete.published {
        return Ok(added);
    }
    for record in change.store.figures_of(id)? {
        let read = figures.iter().find(|f| Some(&f.id) == record.local.as_ref());
        let years = record.years.or_else(|| read.and_then(|f| f.years));
        let announced = record.announced.or(document.published);
        change.set_figure(&record, &Record { years, announced, ..record.clone() })?;
    }
    added.outcome = Outcome::Dated;
    Ok(added)
}

/// The figures of a new document, then the links among them.
fn take_in(
    change: &mut Change<'_>,
    added: &mut Added,
    document: &Document,
    figures: &[Figure],
) -> Result<(), LedgerError> {
    let mut numbers: HashMap<&str, i64> = HashMap::with_capacity(figures.len());
    for figure in figures {
        let record = record_of(figure, added.document, document);
        let cite = |span: &_| Citation { document: added.document, span: Clone::clone(span) };
        let citations: Vec<Citation> = figure.mentions.iter().map(cite).collect();
        match change.new_figure(&record, &citations) {
            Ok(id) => {
                numbers.insert(&figure.id, id);
                added.figures.push(id);
            }
            Err(LedgerError::Store(StoreError::Amount(why))) => {
                let wording = record.wording.unwrap_or_default();
                added.warnings.push(format!("\"{wording}\" is left out: {why}"));
            }
            Err(error) => return Err(error),
        }
    }
    for figure in figures {
        let links =
            [(Relation::PartOf, &figure.part_of), (Relation::EquivalentOf, &figure.equivalent_of)];
        for (relation, target) in links {
            let target = target.as_deref().and_then(|local| numbers.get(local));
            let pair = numbers.get(figure.id.as_str()).zip(target);
            if let Some((&figure, &target)) = pair.filter(|(a, b)| a != b) {
                let state = LinkState::Sure;
                change.set_link(&Link { id: 0, figure, relation, target, state, reason: None })?;
            }
        }
    }
    Ok(())
}

fn record_of(figure: &Figure, number: i64, document: &Document) -> Record {
    Record {
        id: 0,
        document: Some(number),
        local: Some(figure.id.clone()),
        origin: Origin::Extracted,
        kind: figure.kind,
        value: Some(figure.value),
        low: figure.low,
        high: figure.high,
        bound: figure.bound,
        unit: figure.unit.clone(),
        item: figure.item.clone(),
        category: figure.category,
        donors: figure.donors.clone(),
        recipient: figure.recipient.clone(),
        stage: figure.stage,
        years: figure.years,
        cumulative: figure.cumulative,
        sector: figure.sector,
        speaker: figure.speaker.clone(),
        per: figure.per,
        derived: figure.derived,
        confidence: figure.confidence,
        announced: document.published,
        status: Status::Extracted,
        wording: figure.mentions.first().map(|m| m.quote.clone()),
        sentence: Some(figure.sentence.clone()).filter(|s| !s.is_empty()),
        purpose: None,
        reference: None,
        links: super::Links::default(),
        counted: None,
        verdict: String::new(),
    }
}
