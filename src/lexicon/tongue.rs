//! What is known of other languages than English: how their texts write numbers, money and a few things.
//!
//! One folder and one line of [`TABLES`] a language. A language without a table is read by its decimal mark
//! and by the signs and codes of currencies alone.

use std::str::FromStr;
use std::sync::LazyLock;

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::class::Class;
use super::table::{list, rows};
use super::vocabulary::Vocabulary;
use super::wordings::Wordings;
use crate::figure::{Bound, Category, Per};

/// The tables, by ISO 639-1 code.
const TABLES: &[(&str, &str)] = &[
    ("cs", include_str!("cs/words.tsv")),
    ("da", include_str!("da/words.tsv")),
    ("de", include_str!("de/words.tsv")),
    ("es", include_str!("es/words.tsv")),
    ("fi", include_str!("fi/words.tsv")),
    ("fr", include_str!("fr/words.tsv")),
    ("it", include_str!("it/words.tsv")),
    ("nb", include_str!("nb/words.tsv")),
    ("nl", include_str!("nl/words.tsv")),
    ("pl", include_str!("pl/words.tsv")),
    ("pt", include_str!("pt/words.tsv")),
    ("ro", include_str!("ro/words.tsv")),
    ("ru", include_str!("ru/words.tsv")),
    ("sv", include_str!("sv/words.tsv")),
    ("tr", include_str!("tr/words.tsv")),
    ("uk", include_str!("uk/words.tsv")),
];

/// What a word does in a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberPart {
    /// "ein": an article, or 1 before a scale.
    One,
    /// "sieben", "quinientos": adds.
    Add(u32),
    /// "hundert": multiplies what stands before it, or stands for itself.
    Times(u32),
    /// "Milliarde": multiplies, and needs a number before it.
    Scale(u64),
    /// "tausend": multiplies, or stands for itself.
    Alone(u64),
    /// "halbe": a share of the scale behind it.
    Part(Decimal),
    /// "y medio": and a half.
    Half,
}

/// What stands between numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joint {
    /// "bis".
    Range,
    /// "zwischen".
    Between,
    /// "und".
    And,
    /// "de" in "millones de euros".
    Link,
}

/// A currency's wording: its ISO 4217 code, and how many units one stands for ("mkr": a million kronor).
pub type Unit = (&'static str, u64);

/// How a language writes numbers and money.
#[derive(Debug)]
pub struct Tongue {
    /// ISO 639-1.
    pub code: &'static str,
    /// The mark before decimals; every other mark in a number only groups.
    pub decimal: char,
    /// The words, for cutting texts.
    pub vocabulary: Vocabulary,
    /// Number words.
    pub numbers: Wordings<NumberPart>,
    /// What may stand inside numerals written together; nothing where they never are.
    pub glue: Option<Vec<&'static str>>,
    /// Ranges and links.
    pub joints: Wordings<Joint>,
    /// "and" between the words of a number, and between the ends of a range.
    pub ands: Wordings<()>,
    /// Currencies.
    pub money: Wordings<Unit>,
    /// Currencies by code, in capitals.
    pub codes: FxHashMap<String, Unit>,
    /// Bounds before a number.
    pub bounds: Wordings<Bound>,
    /// What a rate is per.
    pub rates: Wordings<Per>,
    /// What is counted.
    pub things: Wordings<Category>,
}

impl Tongue {
    /// What is known of a document's language; nothing for English, and where no language is known.
    #[must_use]
    pub fn of(lang: Option<&str>) -> Option<&'static Self> {
        static TONGUES: LazyLock<Vec<Tongue>> = LazyLock::new(|| {
            TABLES.iter().map(|(code, table)| Tongue::load(code, table)).collect()
        });
        static PLAIN: LazyLock<[Tongue; 2]> =
            LazyLock::new(|| [',', '.'].map(|mark| Tongue::plain("", mark)));
        let code = match lang?.split(['-', '_']).next()? {
            "en" | "" => return None,
            "no" | "nn" => "nb",
            "mo" => "ro",
            code => code,
        };
        let known = TABLES.iter().position(|(known, _)| *known == code);
        Some(known.map_or_else(|| &PLAIN[usize::from(writes_points(code))], |at| &TONGUES[at]))
    }

    /// Knows the signs and codes of the world alone.
    fn plain(code: &'static str, decimal: char) -> Self {
        let mut tongue = Self {
            code,
            decimal,
            vocabulary: Vocabulary::new(),
            numbers: Wordings::default(),
            glue: None,
            joints: Wordings::default(),
            ands: Wordings::default(),
            money: Wordings::default(),
            codes: FxHashMap::default(),
            bounds: Wordings::default(),
            rates: Wordings::default(),
            things: Wordings::default(),
        };
        tongue.vocabulary.stop_after_ordinals();
        let table = rows::<4>(include_str!("world/currencies.tsv"), "world/currencies.tsv");
        for [code, _, _, signs] in table {
            for (wording, times) in [(code.to_owned(), 1), (format!("M{code}"), 1_000_000)] {
                tongue.vocabulary.classify(&wording, Class::CurrencyCode);
                tongue.vocabulary.classify(&wording, Class::CurrencyStart);
                tongue.codes.insert(wording, (code, times));
            }
            for sign in list(signs).filter(|sign| !matches!(*sign, "$" | "£" | "¥")) {
                tongue.currency(sign, (code, 1));
            }
        }
        for (sign, code) in [("$", "USD"), ("£", "GBP"), ("¥", "JPY")] {
            tongue.currency(sign, (code, 1));
        }
        tongue
    }

    fn load(code: &'static str, table: &'static str) -> Self {
        let mut tongue = Self::plain(code, ',');
        // How the table's own wordings are cut hangs on these.
        for [kind, _, words] in rows::<3>(table, code) {
            for word in list(words) {
                match kind {
                    "elision" => tongue.vocabulary.elide(word),
                    _ => abbreviations(word).for_each(|short| tongue.vocabulary.abbreviate(short)),
                }
            }
        }
        for [kind, value, words] in rows::<3>(table, code) {
            match kind {
                "mark" => tongue.decimal = value.chars().next().unwrap_or(','),
                "glue" => tongue.glue = Some(list(words).collect()),
                "elision" => {}
                _ => list(words).for_each(|wording| tongue.take(kind, value, wording)),
            }
        }
        tongue.vocabulary.settle();
        tongue
    }

    fn take(&mut self, kind: &str, value: &'static str, wording: &'static str) {
        let words = &self.vocabulary;
        match kind {
            "range" => self.joints.insert(words, wording, Joint::Range),
            "between" => self.joints.insert(words, wording, Joint::Between),
            "link" => self.joints.insert(words, wording, Joint::Link),
            "and" => self.ands.insert(words, wording, ()),
            "bound" => self.bounds.insert(words, wording, parsed::<Bound>(self.code, value)),
            "per" => self.rates.insert(words, wording, parsed::<Per>(self.code, value)),
            "thing" => self.things.insert(words, wording, parsed::<Category>(self.code, value)),
            "money" => {
                let (code, times) = value.split_once(' ').unwrap_or((value, "1"));
                self.currency(wording, (code, parsed(self.code, times)));
            }
            _ => {
                let part = match kind {
                    "one" => NumberPart::One,
                    "add" => NumberPart::Add(parsed(self.code, value)),
                    "times" => NumberPart::Times(parsed(self.code, value)),
                    "scale" => NumberPart::Scale(parsed(self.code, value)),
                    "alone" => NumberPart::Alone(parsed(self.code, value)),
                    "part" => NumberPart::Part(parsed(self.code, value)),
                    "half" => NumberPart::Half,
                    _ => panic!("{}: unknown kind {kind}", self.code),
                };
                self.numbers.insert(words, wording, part);
                self.classify(wording, Class::NumberWord);
            }
        }
    }

    fn currency(&mut self, wording: &str, unit: Unit) {
        self.money.insert(&self.vocabulary, &wording.to_lowercase(), unit);
        self.classify(wording, Class::CurrencyStart);
    }

    /// The first word of a wording, in small letters, as a title and in capitals.
    fn classify(&mut self, wording: &str, class: Class) {
        let tokens = crate::text::tokenize(wording, &self.vocabulary);
        let Some(first) = tokens.first() else { return };
        let first = &wording[first.start as usize..first.end as usize];
        let mut letters = first.chars();
        let title: String =
            letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
        for form in [first, &title, &first.to_uppercase()] {
            self.vocabulary.classify(form, class);
        }
    }
}

/// The words of a wording that end in a full stop.
fn abbreviations(wording: &str) -> impl Iterator<Item = &str> {
    wording.split(' ').filter_map(|word| word.strip_suffix('.'))
}

fn writes_points(lang: &str) -> bool {
    rows::<1>(include_str!("world/decimal_points.tsv"), "world/decimal_points.tsv")
        .any(|[point]| point == lang)
}

fn parsed<T: FromStr>(table: &str, value: &str) -> T {
    value.parse().unwrap_or_else(|_| panic!("{table}/words.tsv: {value} is no value"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_loads() {
        for (code, _) in TABLES {
            let tongue = Tongue::of(Some(code)).unwrap();
            assert_eq!((tongue.code, tongue.decimal), (*code, ','));
        }
    }

    #[test]
    fn languages_are_told_apart() {
        for (lang, wanted) in [
            (None, None),
            (Some("en"), None),
            (Some("en-GB"), None),
            (Some("de-AT"), Some(("de", ','))),
            (Some("no"), Some(("nb", ','))),
            (Some("hu"), Some(("", ','))),
            (Some("ja"), Some(("", '.'))),
        ] {
            let found = Tongue::of(lang).map(|tongue| (tongue.code, tongue.decimal));
            assert_eq!(found, wanted, "{lang:?}");
        }
    }
}
