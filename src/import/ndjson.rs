//! Figures as `extract --to ndjson` writes them, one a line.

use std::io::BufRead;

use super::table::ImportError;
use crate::figure::Figure;
use crate::ledger::bring::Incoming;
use crate::ledger::{Links, Origin, Record, Status};

/// Reads figures. Their keys are the document's id and their own; links are those within a document.
///
/// # Errors
/// When a line is no figure; with its number.
pub fn read(input: impl BufRead) -> Result<Vec<Incoming>, ImportError> {
    let mut all = Vec::new();
    for (line, number) in input.lines().zip(1..) {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let figure: Figure = serde_json::from_str(&line)
            .map_err(|error| ImportError::Figure { line: number, says: error.to_string() })?;
        all.push(incoming(figure));
    }
    Ok(all)
}

fn incoming(figure: Figure) -> Incoming {
    let key = |id: &str| format!("ndjson/{}/{id}", figure.document);
    let part_of = figure.part_of.as_deref().map(key);
    let equivalent_of = figure.equivalent_of.as_deref().map(key);
    let mention = figure.mentions.first().map(|m| m.quote.clone());
    let record = Record {
        id: 0,
        document: None,
        local: Some(key(&figure.id)),
        origin: Origin::Imported,
        kind: figure.kind,
        value: Some(figure.value),
        low: figure.low,
        high: figure.high,
        bound: figure.bound,
        unit: figure.unit,
        item: figure.item,
        category: figure.category,
        donors: figure.donors,
        recipient: figure.recipient,
        stage: figure.stage,
        years: figure.years,
        cumulative: figure.cumulative,
        sector: figure.sector,
        speaker: figure.speaker,
        per: figure.per,
        derived: figure.derived,
        confidence: figure.confidence,
        announced: None,
        status: Status::Extracted,
        wording: mention,
        sentence: Some(figure.sentence).filter(|s| !s.is_empty()),
        purpose: None,
        reference: Some(figure.document.clone()),
        links: Links::default(),
        counted: None,
        verdict: String::new(),
    };
    Incoming { record, part_of, equivalent_of }
}
