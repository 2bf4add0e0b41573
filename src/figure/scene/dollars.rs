//! Whose dollars a bare "$" means: America's, unless the text or its publisher says otherwise.

use super::Scene;
use crate::lexicon::{CurrencyWord, List, country};
use crate::mention::Cursor;

/// Countries whose money is called dollar, with the signs that their texts put on it among others' dollars.
const DOLLAR_COUNTRIES: &[(&str, &[&str])] = &[
    ("CA", &["C$", "CA$", "CAD", "Can$", "Cdn$"]),
    ("AU", &["A$", "AU$", "AUD", "AUD$"]),
    ("NZ", &["NZ$", "NZD"]),
    ("SG", &["S$", "SGD"]),
    ("HK", &["HK$", "HKD"]),
    ("TW", &["NT$", "TWD"]),
    ("JM", &["J$"]),
    ("TT", &["TT$"]),
    ("BS", &["B$"]),
    ("BB", &["Bds$"]),
    ("BZ", &["BZ$"]),
    ("GY", &["G$"]),
    ("NA", &["N$"]),
    ("LR", &["L$"]),
    ("FJ", &["FJ$"]),
    ("SB", &["SI$"]),
    ("SR", &["SRD"]),
    ("BN", &["B$"]),
    ("KY", &["CI$"]),
    ("BM", &["BD$"]),
];

/// The reading of a text's bare dollars.
#[derive(Debug, Clone, Copy, Default)]
pub struct Dollars {
    /// Said of the whole text: "All sums in Canadian dollars".
    stated: Option<&'static str>,
    /// The publisher's own.
    home: Option<&'static str>,
}

impl Dollars {
    /// Reads a text's own word on its dollars, and its publisher's home.
    pub fn of(scene: &Scene<'_>) -> Self {
        let source = scene.c.text.source;
        if !(source.contains('$') || source.contains("ollar")) {
            return Self::default();
        }
        let stated = stated(&scene.c);
        Self { stated, home: publisher(scene).filter(|_| stated.is_none()) }
    }

    /// The country whose dollars a sentence's bare "$" means; none for the American.
    ///
    /// A publisher's own dollar gives way where the sentence speaks of America and not of its home.
    pub fn in_sentence(&self, parties: &[(usize, &str)]) -> Option<&'static str> {
        let names = |code: &str| parties.iter().any(|(_, party)| *party == code);
        self.stated.or_else(|| self.home.filter(|home| names(home) || !names("US")))
    }
}

/// The publisher's country, where it counts in dollars of its own and the text sets no sign of its own on
/// them: who writes "A$1.3 billion" means America's by a bare "$".
fn publisher(scene: &Scene<'_>) -> Option<&'static str> {
    scene.document.publisher.as_deref()?;
    let home = scene.c.lexicon.parties.party(scene.home?).code();
    let (code, signs) = DOLLAR_COUNTRIES.iter().find(|(code, _)| *code == home)?;
    let source = scene.c.text.source;
    let signed = signs.iter().any(|sign| source.contains(sign));
    (!signed && scene.by_publisher).then_some(code)
}

/// "All sums in Canadian dollars", "figures are in New Zealand dollars".
fn stated(c: &Cursor<'_>) -> Option<&'static str> {
    for at in 0..c.tokens().len() {
        if !c.reads(at, "in") {
            continue;
        }
        let next = at + 1;
        let Some((CurrencyWord::Certain(code), length)) =
            c.lexicon.currencies.at(c.lexicon.vocabulary(), c.tokens(), next)
        else {
            continue;
        };
        let of_dollars = c.text.slice(next, next + length).to_lowercase().contains("dollar");
        let said = (at.saturating_sub(6)..at).any(|k| c.listed_small(k, List::StatedIn));
        if of_dollars && said {
            return DOLLAR_COUNTRIES
                .iter()
                .find(|(home, _)| country::by_iso2(home).is_some_and(|k| k.currency == code))
                .map(|(home, _)| *home);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::figure::extract_by_rules;
    use crate::source::Document;

    fn unit(publisher: &str, text: &str) -> Option<String> {
        let document = Document {
            text: text.to_owned(),
            publisher: Some(publisher.to_owned()),
            ..Document::default()
        };
        extract_by_rules(&document).into_iter().next().and_then(|f| f.unit)
    }

    #[test]
    fn a_bare_dollar_goes_with_the_text_then_the_publisher() {
        for (publisher, text, wanted) in [
            ("Kyiv Independent", "Canada gives $200 million for shells.", "USD"),
            (
                "Department of Defence (Australia)",
                "The government is investing $10 billion in frigates.",
                "AUD",
            ),
            ("New Zealand Defence Force", "New Zealand will give $16 million to the fund.", "NZD"),
            ("Government of Canada", "The United States gave $60 billion in aid.", "USD"),
            (
                "Department of Defence (Australia)",
                "Australia gave $50 million, A$8 million of it for drones.",
                "USD",
            ),
            (
                "Kyiv Independent",
                "All sums in Canadian dollars.\nOttawa gives $200 million for shells.",
                "CAD",
            ),
            ("Department of Defence (Australia)", "Canberra gave US$50 million for shells.", "USD"),
        ] {
            assert_eq!(unit(publisher, text).as_deref(), Some(wanted), "{text}");
        }
    }
}
