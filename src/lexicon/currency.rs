//! Currencies: ISO 4217 codes with their minor units, and the words and signs that name them.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use super::class::Class;
use super::phrases::Phrases;
use super::table::{list, rows};
use super::vocabulary::Vocabulary;
use crate::text::Token;

/// A currency of ISO 4217.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Currency {
    /// Alphabetic code.
    pub code: &'static str,
    /// Digits of the minor unit: 2 for cents, 0 for yen.
    pub exponent: u32,
    /// English name.
    pub name: &'static str,
}

static CURRENCIES: LazyLock<HashMap<&'static str, Currency>> = LazyLock::new(|| {
    rows::<4>(include_str!("world/currencies.tsv"), "world/currencies.tsv")
        .map(|[code, exponent, name, _]| {
            let exponent = exponent
                .parse()
                .unwrap_or_else(|_| panic!("world/currencies.tsv: {code} has exponent {exponent}"));
            (code, Currency { code, exponent, name })
        })
        .collect()
});

/// The currency with this code, in capitals.
#[must_use]
pub fn by_code(code: &str) -> Option<Currency> {
    CURRENCIES.get(code).copied()
}

/// What a currency wording means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CurrencyWord {
    /// This currency, whatever the text: "€", "SEK", "Danish kroner".
    Certain(&'static str),
    /// Depends on the text's country: the number of the bare word.
    Bare(u16),
    /// A hundredth, depending on the text's country.
    Minor(&'static str),
}

/// What a bare word may mean, by the country of the text.
#[derive(Debug, Default)]
struct Readings {
    /// The countries (two letters) and bodies whose texts read it so, the table's first rows first.
    homes: Vec<(&'static str, &'static str)>,
    /// What it means where no country decides.
    habit: &'static str,
    /// It has no other meaning.
    only: bool,
}

/// The wordings of currencies.
#[derive(Debug)]
pub struct CurrencyWords {
    phrases: Phrases<CurrencyWord>,
    bare: Vec<Readings>,
    dollars: Vec<bool>,
}

impl CurrencyWords {
    pub(super) fn load(words: &mut Vocabulary) -> Self {
        let mut phrases = Phrases::new(Class::CurrencyStart);
        for [code, _, _, signs] in
            rows::<4>(include_str!("world/currencies.tsv"), "world/currencies.tsv")
        {
            words.classify(code, Class::CurrencyCode);
            for sign in list(signs).filter(|s| !matches!(*s, "$" | "£" | "¥")) {
                if matches!(sign.len(), 2..=4) && sign.bytes().all(|b| b.is_ascii_alphabetic()) {
                    words.classify(sign, Class::CurrencyCode);
                }
                insert_both(&mut phrases, words, sign, CurrencyWord::Certain(code));
            }
            phrases.insert(words, code, CurrencyWord::Certain(code));
            if !is_english_word(code) {
                words.classify(&code.to_lowercase(), Class::CurrencyCode);
                phrases.insert(words, &code.to_lowercase(), CurrencyWord::Certain(code));
                phrases.insert(words, &format!("M{code}"), CurrencyWord::Certain(code));
            }
        }
        let mut by_word: BTreeMap<&'static str, Vec<(&'static str, &'static str)>> =
            BTreeMap::new();
        for [code, qualified, bare, minor, home] in
            rows::<5>(include_str!("en/currencies.tsv"), "en/currencies.tsv")
        {
            for wording in list(qualified) {
                insert_both(&mut phrases, words, wording, CurrencyWord::Certain(code));
            }
            for word in list(bare) {
                // "Rs2.55tr", "kr500m": joined to their number.
                if word.len() == 2 && word.bytes().all(|b| b.is_ascii_alphabetic()) {
                    words.classify(word, Class::CurrencyCode);
                }
                by_word.entry(word).or_default().push((code, home));
            }
            for word in list(minor) {
                phrases.insert(words, word, CurrencyWord::Minor(code));
            }
        }
        let mut sorted: Vec<_> = by_word.into_iter().collect();
        sorted.sort_by_key(|(word, _)| *word);
        let (mut bare, mut dollars) = (Vec::new(), Vec::new());
        for (word, meanings) in sorted {
            phrases.insert(words, word, CurrencyWord::Bare(bare.len() as u16));
            bare.push(Readings::new(&meanings));
            dollars.push(matches!(word, "$" | "dollar" | "dollars" | "bucks"));
        }
        Self { phrases, bare, dollars }
    }

    /// Whether a wording is a bare dollar's, which many countries share and America's is meant by habit.
    #[must_use]
    pub fn is_dollar(&self, word: CurrencyWord) -> bool {
        matches!(word, CurrencyWord::Bare(number) if self.dollars[number as usize])
    }

    /// The currency wording that begins at a token, and its length in tokens.
    #[must_use]
    pub fn at(
        &self,
        words: &Vocabulary,
        tokens: &[Token],
        at: usize,
    ) -> Option<(CurrencyWord, usize)> {
        self.phrases.at(words, tokens, at)
    }

    /// The currency that a wording means in a text of these countries, the likeliest first; false
    /// where nothing but the general habit decides.
    #[must_use]
    pub fn resolve<'c>(
        &self,
        word: CurrencyWord,
        countries: impl IntoIterator<Item = &'c str>,
    ) -> (&'static str, bool) {
        let number = match word {
            CurrencyWord::Certain(code) | CurrencyWord::Minor(code) => return (code, true),
            CurrencyWord::Bare(number) => number,
        };
        let readings = &self.bare[number as usize];
        let at_home = countries.into_iter().find_map(|country| readings.at(country));
        at_home.map_or((readings.habit, readings.only), |code| (code, true))
    }
}

impl Readings {
    /// From the currencies that a word may mean, each with the list of its countries ("*" for the habit).
    fn new(meanings: &[(&'static str, &'static str)]) -> Self {
        let homes: Vec<_> = meanings
            .iter()
            .flat_map(|(code, homes)| list(homes).map(move |home| (home, *code)))
            .collect();
        let habit = homes.iter().find(|(home, _)| *home == "*").map(|(_, code)| *code);
        let first = meanings.first().map_or("USD", |(code, _)| *code);
        Self { habit: habit.unwrap_or(first), only: meanings.len() == 1, homes }
    }

    fn at(&self, country: &str) -> Option<&'static str> {
        let [one, two] = country.as_bytes() else { return None };
        let here = |home: &str| matches!(home.as_bytes(), [a, b] if a == one && b == two);
        self.homes.iter().find(|(home, _)| here(home)).map(|(_, code)| *code)
    }
}

/// Digits of the minor unit of a currency.
#[must_use]
pub fn exponent(code: &str) -> Option<u32> {
    by_code(code).map(|currency| currency.exponent)
}

/// Every currency, in no order.
pub fn all() -> impl Iterator<Item = Currency> {
    CURRENCIES.values().copied()
}

/// Codes that in small letters are words of their own ("all", "try", "cup").
fn is_english_word(code: &str) -> bool {
    const WORDS: &[&str] = &[
        "ALL", "TOP", "CUP", "TRY", "MOP", "COP", "PEN", "BAM", "LAK", "GEL", "MAD", "SOS", "RON",
        "ANG", "BIF", "DOP", "MUR", "SCR",
    ];
    WORDS.contains(&code)
}

/// A wording with its capitals and without: careless texts write "danish kroner" and "us$".
fn insert_both(
    phrases: &mut Phrases<CurrencyWord>,
    words: &mut Vocabulary,
    wording: &str,
    meaning: CurrencyWord,
) {
    phrases.insert(words, wording, meaning);
    let small = wording.to_lowercase();
    if small != wording {
        phrases.insert(words, &small, meaning);
    }
}
