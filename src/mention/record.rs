//! A mention as other programs get it: places in Unicode characters, amounts as decimals.

use rust_decimal::Decimal;
use serde::Serialize;

use super::{Head, Mention, What, abroad};
use crate::figure::{Bound, scene_of};
use crate::lexicon::{Tongue, english};
use crate::source::Document;
use crate::text::{CharIndex, Text};

/// What a mention is of, as `mentions` prints it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum MentionKind {
    /// A sum in a currency.
    Money,
    /// A number of things, people or measures.
    Quantity,
    /// A number with nothing after it that it counts.
    Number,
}

/// One sum, quantity or number of a document, before any judgement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MentionRecord {
    /// The document's id.
    pub document: String,
    /// First character, counted in Unicode characters from 0.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// What it is of.
    pub kind: MentionKind,
    /// In whole units; for a range, its lower end.
    pub value: Decimal,
    /// A range's lower end.
    pub low: Option<Decimal>,
    /// A range's upper end.
    pub high: Option<Decimal>,
    /// How sharp the number is.
    pub bound: Bound,
    /// ISO 4217 code of money.
    pub unit: Option<String>,
    /// What is counted, as written.
    pub item: Option<String>,
}

/// Every mention of a document, in the order of the text, read by the marks and words of its language.
#[must_use]
pub fn all(document: &Document) -> Vec<MentionRecord> {
    let tongue = Tongue::of(document.lang.as_deref());
    let text = Text::new(&document.text, tongue.map_or(english().vocabulary(), |t| &t.vocabulary));
    let found = match tongue {
        Some(tongue) => abroad::scan(&text, tongue),
        None => scene_of(document, &text),
    };
    let chars = CharIndex::new(&document.text);
    found.iter().map(|mention| record(document, &text, &chars, mention)).collect()
}

fn record(
    document: &Document,
    text: &Text<'_>,
    chars: &CharIndex<'_>,
    mention: &Mention,
) -> MentionRecord {
    let tokens = &text.tokens;
    let (kind, unit, item) = match mention.what {
        What::Money(code, _) => (MentionKind::Money, Some(code.to_owned()), None),
        What::Counted(first, end, head) => {
            let known = !matches!(head, Head::Unknown);
            let kind = if known { MentionKind::Quantity } else { MentionKind::Number };
            (kind, None, Some(text.slice(first, end).to_owned()))
        }
        What::Bare => (MentionKind::Number, None, None),
    };
    MentionRecord {
        document: document.id.clone(),
        start: chars.at(tokens[mention.first].start as usize),
        end: chars.at(tokens[mention.end - 1].end as usize),
        kind,
        value: mention.value.normalize(),
        low: mention.high.map(|_| mention.value.normalize()),
        high: mention.high.map(|h| h.normalize()),
        bound: mention.bound,
        unit,
        item,
    }
}
