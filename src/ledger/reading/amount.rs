//! Amounts as people write them, read by the same rules as texts.

use rust_decimal::Decimal;

use crate::figure::{Bound, Category, Kind, Per};
use crate::lexicon::english;
use crate::mention::{Cursor, Head, Homes, What, scan_text};
use crate::text::Text;

/// An amount: "at least 30,000 drones" is 30000 with the bound and what is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// Money, or things, or not yet said.
    pub kind: Option<Kind>,
    /// In whole units; a range's lower end.
    pub value: Decimal,
    /// A range's upper end.
    pub high: Option<Decimal>,
    /// How sharp it is.
    pub bound: Bound,
    /// ISO 4217 code of money.
    pub unit: Option<String>,
    /// The thing counted.
    pub item: Option<String>,
    /// Its sort, where the word tables know it.
    pub category: Option<Category>,
    /// What it is per.
    pub per: Option<Per>,
}

/// A wording that is no amount.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "\"{0}\" is no amount; write it like \"€1.4bn\", \"2-3 billion SEK\", \"at least 30,000 drones\""
)]
pub struct NotRead(pub String);

const THOUSAND: Decimal = Decimal::ONE_THOUSAND;

/// Whether a full stop stands before three digits, as other languages group thousands.
fn grouped(given: &str) -> bool {
    given.split_once('.').is_some_and(|(before, after)| {
        let digits = after.chars().take_while(char::is_ascii_digit).count();
        before.ends_with(|c: char| c.is_ascii_digit()) && digits == 3
    })
}

/// Reads an amount.
///
/// # Errors
/// When there is no number in it, or more than one, or one past any range.
pub fn amount(given: &str) -> Result<Amount, NotRead> {
    let lexicon = english();
    let text = Text::new(given, lexicon.vocabulary());
    let cursor = Cursor { text: &text, lexicon };
    let found = scan_text(&cursor, &Homes::default());
    let [mention] = found.as_slice() else { return Err(NotRead(given.to_owned())) };
    if mention.value <= Decimal::ZERO || given.trim_start().starts_with(['-', '−', '–']) {
        return Err(NotRead(given.to_owned()));
    }
    // Whoever writes "30.000 shells" means thousands, whoever reads it in English sees thirty.
    if !matches!(mention.what, What::Money(..)) && mention.value < THOUSAND && grouped(given) {
        return Err(NotRead(given.to_owned()));
    }
    let (unit, item, category) = match mention.what {
        What::Money(code, _) => (Some(code.to_owned()), None, None),
        What::Counted(first, end, head) => {
            let category = match head {
                Head::Thing(category) => Some(category),
                Head::NotThing(_) | Head::Unknown => None,
            };
            (None, Some(text.slice(first, end).to_owned()), category)
        }
        What::Bare => (None, None, None),
    };
    Ok(Amount {
        kind: mention.kind(),
        value: mention.value.normalize(),
        high: mention.high.map(|high| high.normalize()),
        bound: mention.bound,
        unit,
        item,
        category,
        per: mention.per,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_as_people_write_them() {
        let table = [
            ("€1.4bn", "1400000000 EUR exact"),
            ("2-3 billion SEK", "2000000000 to 3000000000 SEK range"),
            ("at least 30,000", "30000 at_least"),
            ("up to $500 million", "500000000 USD at_most"),
            ("about 1.6 billion kroner", ""),
            ("4,500 drones", "4500 drones drone exact"),
            ("USD 17 million", "17000000 USD exact"),
            ("12", "12 exact"),
            ("1.250 million shells", "1250000 shells ammunition exact"),
        ];
        for (given, meaning) in table.into_iter().filter(|(_, meaning)| !meaning.is_empty()) {
            let a = amount(given).unwrap();
            let high = a.high.map(|high| format!("to {high}"));
            let words = [Some(a.value.to_string()), high, a.unit, a.item]
                .into_iter()
                .chain([a.category.map(|c| c.to_string()), Some(a.bound.to_string())]);
            assert_eq!(words.flatten().collect::<Vec<_>>().join(" "), meaning, "{given}");
        }
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for given in [
            "",
            "much",
            "30.000",
            "30.000 shells",
            "-5 million euros",
            "3 tanks and 4 guns",
            "$99999999999999999999 trillion",
        ] {
            assert!(amount(given).is_err(), "{given}: {:?}", amount(given));
        }
    }
}
