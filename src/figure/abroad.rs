//! Figures of texts in other languages than English: the sums and quantities themselves, nobody's yet.
//!
//! No rule for roles is asked, since all of them are rules of English: donors, recipient, speaker and years stay
//! empty, the stage is the usual one, and the confidence is so low that review shows these figures first. What
//! needs no language is told: the same sum again is one figure, and a sum in brackets right behind another in
//! another currency restates it.

use std::fmt::Write;

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::confidence::Confidence;
use super::record::{Figure, MentionSpan};
use super::terms::{Category, Kind, Sector, Stage};
use crate::lexicon::Tongue;
use crate::mention::{Head, Mention, What, abroad};
use crate::source::Document;
use crate::text::{CharIndex, Text};

/// The amount is read, and whether it is a figure at all is not: a sum may be a company's turnover.
const SUM: Confidence = Confidence::from_hundredths(20);

/// A number of things is as often a loss as a gift.
const THINGS: Confidence = Confidence::from_hundredths(10);

/// Tokens between a sum and the one in brackets that restates it ("(rund", "(etwa US-").
const BETWEEN: usize = 4;

/// What makes two mentions one figure.
type Same = (Option<&'static str>, Option<Category>, Decimal, Option<Decimal>);

/// Every figure of a document in this language, in the order of the text.
#[must_use]
pub fn figures(document: &Document, tongue: &Tongue) -> Vec<Figure> {
    let text = Text::new(&document.text, &tongue.vocabulary);
    let chars = CharIndex::new(&document.text);
    let mut found: Vec<Figure> = Vec::new();
    let mut known: FxHashMap<Same, usize> = FxHashMap::default();
    let mut before: Option<(Mention, usize)> = None;
    for mention in abroad::scan(&text, tongue) {
        let Some(same) = same(&mention) else { continue };
        let span = MentionSpan {
            start: chars.at(text.tokens[mention.first].start as usize),
            end: chars.at(text.tokens[mention.end - 1].end as usize),
            quote: text.slice(mention.first, mention.end).to_owned(),
        };
        let number = *known.entry(same).or_insert(found.len());
        if let Some(figure) = found.get_mut(number) {
            figure.mentions.push(span);
        } else {
            let restated = before.filter(|(sum, _)| restates(&text, sum, &mention));
            let mut figure = figure(document, &text, &mention, span);
            figure.id = format!("f{}", number + 1);
            figure.equivalent_of = restated.map(|(_, whole)| found[whole].id.clone());
            found.push(figure);
        }
        before = Some((mention, number));
    }
    found
}

/// The text with its sums and numbers marked, and under each sentence what was taken.
#[must_use]
pub fn explain(document: &Document, tongue: &Tongue) -> String {
    let text = Text::new(&document.text, &tongue.vocabulary);
    let mentions = abroad::scan(&text, tongue);
    let mut ahead = mentions.iter().peekable();
    let mut out = String::new();
    for sentence in &text.sentences {
        let _ = writeln!(out, "{}\n", text.slice(sentence.first, sentence.end));
        while let Some(mention) = ahead.next_if(|mention| mention.first < sentence.end) {
            let wording = text.slice(mention.first, mention.end);
            let value = mention.value.normalize();
            let _ = match mention.what {
                What::Money(unit, _) => {
                    writeln!(out, "- taken: {wording} = {value} {unit}; {UNREAD}")
                }
                What::Counted(_, _, Head::Thing(category)) => {
                    writeln!(out, "- taken: {wording} = {value}, {category}; {UNREAD}")
                }
                What::Counted(..) | What::Bare => writeln!(out, "- left: {wording} (bare number)"),
            };
        }
    }
    out
}

/// Why a figure has no roles.
const UNREAD: &str = "roles unknown, the text is in no language that they are read in";

fn same(mention: &Mention) -> Option<Same> {
    match mention.what {
        What::Money(unit, _) => Some((Some(unit), None, mention.value, mention.high)),
        What::Counted(_, _, Head::Thing(category)) => {
            Some((None, Some(category), mention.value, mention.high))
        }
        What::Counted(..) | What::Bare => None,
    }
}

/// Whether the second sum stands in brackets right behind the first, in another currency.
fn restates(text: &Text<'_>, first: &Mention, second: &Mention) -> bool {
    let (What::Money(one, _), What::Money(other, _)) = (first.what, second.what) else {
        return false;
    };
    one != other
        && text.word(first.end) == "("
        && second.first - first.end <= BETWEEN
        && text.word(second.end) == ")"
}

fn figure(document: &Document, text: &Text<'_>, mention: &Mention, span: MentionSpan) -> Figure {
    let (unit, item, category) = match mention.what {
        What::Money(unit, _) => (Some(unit.to_owned()), None, None),
        What::Counted(first, end, Head::Thing(category)) => {
            (None, Some(text.slice(first, end).to_owned()), Some(category))
        }
        What::Counted(..) | What::Bare => (None, None, None),
    };
    let money = unit.is_some();
    Figure {
        document: document.id.clone(),
        id: String::new(),
        kind: if money { Kind::Money } else { Kind::Quantity },
        value: mention.value.normalize(),
        low: mention.high.map(|_| mention.value.normalize()),
        high: mention.high.map(|high| high.normalize()),
        bound: mention.bound,
        unit,
        item,
        category,
        donors: Vec::new(),
        recipient: None,
        stage: Stage::Pledge,
        years: None,
        cumulative: false,
        sector: if money { Sector::Other } else { Sector::Military },
        speaker: None,
        part_of: None,
        equivalent_of: None,
        derived: false,
        per: mention.per,
        confidence: if money { SUM } else { THINGS },
        mentions: vec![span],
        sentence: sentence(text, mention.first).to_owned(),
    }
}

fn sentence<'t>(text: &Text<'t>, token: usize) -> &'t str {
    let number = text.sentences.partition_point(|sentence| sentence.end <= token);
    text.sentences.get(number).map_or("", |sentence| text.slice(sentence.first, sentence.end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure;

    fn read(lang: &str, text: &str) -> Vec<Figure> {
        figure::extract(&Document {
            id: "a".to_owned(),
            lang: Some(lang.to_owned()),
            published: chrono::NaiveDate::from_ymd_opt(2025, 1, 13),
            text: text.to_owned(),
            ..Document::default()
        })
    }

    #[test]
    fn a_sum_is_read_and_no_english_rule_asked() {
        let text = "Germany will spenden: Deutschland hat der Ukraine 1.234,56 Mio. Euro zugesagt.";
        let found = read("de", text);
        let [sum] = &found[..] else { panic!("{found:?}") };
        assert_eq!(sum.value.to_string(), "1234560000");
        assert_eq!(sum.unit.as_deref(), Some("EUR"));
        assert_eq!(sum.mentions[0].quote, "1.234,56 Mio. Euro");
        assert_eq!(sum.sentence, text);
        assert!(sum.donors.is_empty() && sum.recipient.is_none() && sum.years.is_none());
        assert!(sum.confidence < Confidence::from_hundredths(30));
    }

    #[test]
    fn the_same_sum_is_one_figure_and_one_in_brackets_restates_another() {
        let text = "Danmark giver 1,6 milliarder kroner (omkring 215 millioner euro) til Ukraine.\n\n\
                    De 1,6 mia. kr. skal gå til 500 nye droner.";
        let found = read("da", text);
        let read: Vec<_> = found
            .iter()
            .map(|f| {
                (
                    f.value.to_string(),
                    f.unit.as_deref(),
                    f.mentions.len(),
                    f.equivalent_of.as_deref(),
                )
            })
            .collect();
        assert_eq!(
            read,
            [
                ("1600000000".to_owned(), Some("DKK"), 2, None),
                ("215000000".to_owned(), Some("EUR"), 1, Some("f1")),
                ("500".to_owned(), None, 1, None),
            ]
        );
        assert_eq!(found[2].item.as_deref(), Some("nye droner"));
    }

    #[test]
    fn the_same_text_in_english_keeps_its_rules() {
        let found = read("en", "Germany will give Ukraine 50 million euros.");
        assert_eq!(found[0].donors[0].code(), "DE");
    }
}
