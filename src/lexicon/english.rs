//! The English tables, loaded once and checked while loading.

use std::str::FromStr;
use std::sync::LazyLock;

use super::class::Class;
use super::currency::CurrencyWords;
use super::inflect::plural;
use super::lists::Lists;
use super::parties::PartyWords;
use super::phrases::Phrases;
use super::senses::Senses;
use super::table::{list, rows};
use super::verbs::Verbs;
use super::vocabulary::{Vocabulary, WordId};
use crate::figure::{Bound, Category, Per};

/// What a number word does in a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberWord {
    /// "seven": adds.
    Unit(u32),
    /// "forty": adds and takes a unit.
    Tens(u32),
    /// "hundred".
    Hundred,
    /// "dozen".
    Dozen(u32),
    /// "billion", "lakh".
    Scale(u64),
    /// "half".
    Half,
}

/// How a wording of `en/equipment.tsv` stands in a noun phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThingKind {
    /// A common noun.
    Noun,
    /// A model's name.
    Model,
    /// A container whose category comes from what it holds.
    Unit,
}

/// A thing that may be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thing {
    /// Its category.
    pub category: Category,
    /// How it stands.
    pub kind: ThingKind,
}

/// Why a counted noun is never a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotThing {
    /// Soldiers, workers, refugees.
    Person,
    /// Attacks, meetings.
    Event,
    /// Brigades, countries, companies.
    Group,
    /// Packages, laws.
    Document,
    /// Kilometres, hours, percent.
    Measure,
    /// Cities, schools.
    Place,
    /// Anything else.
    Other,
}

/// Every English table.
#[derive(Debug)]
pub struct Lexicon {
    pub(super) vocabulary: Vocabulary,
    /// Verbs.
    pub verbs: Verbs,
    /// Countries, bodies, people, companies.
    pub parties: PartyWords,
    /// Currencies.
    pub currencies: CurrencyWords,
    /// Bounds before a number.
    pub bounds_before: Phrases<Bound>,
    /// Bounds after a number.
    pub bounds_after: Phrases<Bound>,
    /// What a rate is per.
    pub rates: Phrases<Per>,
    /// What is counted.
    pub things: Phrases<Thing>,
    /// What is counted and never a figure.
    pub not_things: Phrases<NotThing>,
    /// Cues, one bit each: a wording may be of several.
    pub cues: Phrases<u32>,
    /// What words say alike.
    pub senses: Senses,
    /// Closed lists of single rules.
    pub lists: Lists,
    /// By the word's number.
    numbers: Vec<Option<NumberWord>>,
}

impl Lexicon {
    /// The words.
    #[must_use]
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// What a word does in a number.
    #[must_use]
    pub fn number_word(&self, word: WordId) -> Option<NumberWord> {
        if !self.vocabulary.is(word, Class::NumberWord) {
            return None;
        }
        let known = |word: WordId| self.numbers.get(word.0 as usize).copied().flatten();
        known(word).or_else(|| known(self.vocabulary.lower(word)))
    }

    fn load() -> Self {
        let mut words = Vocabulary::new();
        load_classes(&mut words);
        let numbers = load_numbers(&mut words);
        let currencies = CurrencyWords::load(&mut words);
        let verbs = Verbs::load(&mut words);
        let (bounds_before, bounds_after) = load_bounds(&mut words);
        let rates = load_rates(&mut words);
        let things = load_things(&mut words);
        let not_things = load_not_things(&mut words);
        let cues = super::cues::load(&mut words);
        let parties = PartyWords::load(&mut words);
        let senses = Senses::load(&mut words, &verbs);
        words.settle();
        let lists = Lists::load(&mut words);
        Self {
            vocabulary: words,
            verbs,
            parties,
            currencies,
            bounds_before,
            bounds_after,
            rates,
            things,
            not_things,
            cues,
            senses,
            lists,
            numbers,
        }
    }
}

/// The English lexicon.
#[must_use]
pub fn english() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::load);
    &LEXICON
}

fn load_classes(words: &mut Vocabulary) {
    for [class, members] in rows::<2>(include_str!("en/words.tsv"), "en/words.tsv") {
        let class =
            Class::named(class).unwrap_or_else(|| panic!("en/words.tsv: unknown class {class}"));
        for word in list(members) {
            words.classify(word, class);
            if class == Class::NounVerb {
                words.classify(&plural(word), class);
            }
        }
    }
    for ending in ["'s", "'ll", "'re", "'ve", "'d", "'m", "'S"] {
        words.classify(ending, Class::Ending);
    }
}

fn load_numbers(words: &mut Vocabulary) -> Vec<Option<NumberWord>> {
    let mut numbers = Vec::new();
    for [kind, value, members] in rows::<3>(include_str!("en/numbers.tsv"), "en/numbers.tsv") {
        let number: u64 =
            value.parse().unwrap_or_else(|_| panic!("en/numbers.tsv: {value} is no number"));
        let meaning = match kind {
            "unit" => NumberWord::Unit(number as u32),
            "tens" => NumberWord::Tens(number as u32),
            "hundred" => NumberWord::Hundred,
            "dozen" => NumberWord::Dozen(number as u32),
            "scale" => NumberWord::Scale(number),
            "half" => NumberWord::Half,
            _ => panic!("en/numbers.tsv: unknown kind {kind}"),
        };
        for word in list(members) {
            let id = words.classify(word, Class::NumberWord).0 as usize;
            numbers.resize(words.numbers().max(numbers.len()), None);
            numbers[id] = Some(meaning);
        }
    }
    numbers
}

fn load_bounds(words: &mut Vocabulary) -> (Phrases<Bound>, Phrases<Bound>) {
    let (mut before, mut after) =
        (Phrases::new(Class::BoundBefore), Phrases::new(Class::BoundAfter));
    for [bound, place, members] in rows::<3>(include_str!("en/bounds.tsv"), "en/bounds.tsv") {
        let bound = Bound::from_str(bound).unwrap_or_else(|e| panic!("en/bounds.tsv: {e}"));
        let phrases = if place == "before" { &mut before } else { &mut after };
        for wording in list(members) {
            phrases.insert(words, wording, bound);
        }
    }
    (before, after)
}

fn load_rates(words: &mut Vocabulary) -> Phrases<Per> {
    let mut rates = Phrases::new(Class::RateStart);
    for [per, members] in rows::<2>(include_str!("en/rates.tsv"), "en/rates.tsv") {
        let per = Per::from_str(per).unwrap_or_else(|e| panic!("en/rates.tsv: {e}"));
        for wording in list(members) {
            rates.insert(words, wording, per);
        }
    }
    rates
}

fn load_things(words: &mut Vocabulary) -> Phrases<Thing> {
    let mut things = Phrases::new(Class::ThingStart);
    for [category, forms, kind] in rows::<3>(include_str!("en/equipment.tsv"), "en/equipment.tsv") {
        let category =
            Category::from_str(category).unwrap_or_else(|e| panic!("en/equipment.tsv: {e}"));
        let kind = match kind {
            "noun" => ThingKind::Noun,
            "model" => ThingKind::Model,
            "unit" => ThingKind::Unit,
            _ => panic!("en/equipment.tsv: unknown kind {kind}"),
        };
        for form in singular_and_plural(forms) {
            things.insert(words, &form, Thing { category, kind });
        }
    }
    things
}

fn load_not_things(words: &mut Vocabulary) -> Phrases<NotThing> {
    let mut phrases = Phrases::new(Class::NotThingStart);
    for [class, forms] in rows::<2>(include_str!("en/not_things.tsv"), "en/not_things.tsv") {
        let class = match class {
            "person" => NotThing::Person,
            "event" => NotThing::Event,
            "group" => NotThing::Group,
            "document" => NotThing::Document,
            "measure" => NotThing::Measure,
            "place" => NotThing::Place,
            "other" => NotThing::Other,
            _ => panic!("en/not_things.tsv: unknown class {class}"),
        };
        for form in singular_and_plural(forms) {
            phrases.insert(words, &form, class);
        }
    }
    phrases
}

fn singular_and_plural(forms: &'static str) -> Vec<String> {
    let given: Vec<String> = list(forms).map(str::to_owned).collect();
    match given.as_slice() {
        [one] => vec![one.clone(), plural(one)],
        _ => given,
    }
}
