//! The words for parties: countries with their people, capitals and houses, bodies, people, companies.

use rustc_hash::FxHashMap;

use super::class::Class;
use super::party::Party;
use super::phrases::Phrases;
use super::table::{list, rows};
use super::vocabulary::Vocabulary;
use crate::text::Token;

/// How a wording stands for its party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartySort {
    /// "Denmark", "EU".
    Name,
    /// "Danish".
    Adjective,
    /// "Danes".
    People,
    /// "Copenhagen": a place, or the government in it.
    Capital,
    /// "the Kremlin".
    Metonym,
    /// "partners".
    Allies,
    /// "Mette Frederiksen".
    Person,
    /// "Rheinmetall".
    Company,
}

/// A wording's meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartyWord {
    /// The party's number in [`PartyWords::party`].
    pub party: u16,
    /// How it stands.
    pub sort: PartySort,
}

/// The wordings of parties.
#[derive(Debug)]
pub struct PartyWords {
    phrases: Phrases<PartyWord>,
    parties: Vec<Party>,
    numbers: FxHashMap<Party, u16>,
    homes: FxHashMap<u16, &'static str>,
    allies: Option<Party>,
}

struct Loader<'v> {
    words: &'v mut Vocabulary,
    phrases: Phrases<PartyWord>,
    parties: Vec<Party>,
    numbers: FxHashMap<Party, u16>,
}

impl Loader<'_> {
    fn number(&mut self, party: Party) -> u16 {
        if let Some(number) = self.numbers.get(&party) {
            return *number;
        }
        let number = self.parties.len() as u16;
        self.parties.push(party.clone());
        self.numbers.insert(party, number);
        number
    }

    fn add(&mut self, code: &str, wording: &str, sort: PartySort) {
        let party = Party::parse(code).unwrap_or_else(|e| panic!("party tables: {e}"));
        let party = self.number(party);
        self.phrases.insert(self.words, wording, PartyWord { party, sort });
    }
}

impl PartyWords {
    pub(super) fn load(words: &mut Vocabulary) -> Self {
        let mut loader = Loader {
            words,
            phrases: Phrases::new(Class::PartyStart),
            parties: Vec::new(),
            numbers: FxHashMap::default(),
        };
        load_bodies(&mut loader);
        load_countries(&mut loader);
        let homes = load_companies(&mut loader);
        load_people(&mut loader);
        let allies = Party::parse("ALLIES").ok();
        let Loader { phrases, parties, numbers, .. } = loader;
        Self { phrases, parties, numbers, homes, allies }
    }

    /// The party wording that begins at a token, and its length in tokens.
    #[must_use]
    pub fn at(
        &self,
        words: &Vocabulary,
        tokens: &[Token],
        at: usize,
    ) -> Option<(PartyWord, usize)> {
        self.phrases.at(words, tokens, at)
    }

    /// How many parties the tables name.
    #[must_use]
    pub fn count(&self) -> usize {
        self.parties.len()
    }

    /// The party of this number, if a table names it.
    #[must_use]
    pub fn get(&self, number: u16) -> Option<&Party> {
        self.parties.get(number as usize)
    }

    /// The party of this number.
    #[must_use]
    pub fn party(&self, number: u16) -> &Party {
        &self.parties[number as usize]
    }

    /// The number of a party that some table names.
    #[must_use]
    pub fn number(&self, code: &str) -> Option<u16> {
        self.numbers.get(code).copied()
    }

    /// States without names.
    #[must_use]
    pub fn allies(&self) -> Option<&Party> {
        self.allies.as_ref()
    }

    /// A company's home country, ISO 3166-1 alpha-2.
    #[must_use]
    pub fn home(&self, number: u16) -> Option<&'static str> {
        self.homes.get(&number).copied()
    }
}

fn load_bodies(loader: &mut Loader<'_>) {
    for [code, names, metonyms] in rows::<3>(include_str!("en/bodies.tsv"), "en/bodies.tsv") {
        let allies = code == "ALLIES";
        for wording in list(names) {
            loader.add(code, wording, if allies { PartySort::Allies } else { PartySort::Name });
        }
        for wording in list(metonyms) {
            loader.add(code, wording, if allies { PartySort::Allies } else { PartySort::Metonym });
        }
    }
}

fn load_countries(loader: &mut Loader<'_>) {
    for [code, names, adjectives, nationals, capitals, metonyms] in
        rows::<6>(include_str!("en/countries.tsv"), "en/countries.tsv")
    {
        let columns = [
            (names, PartySort::Name),
            (adjectives, PartySort::Adjective),
            (nationals, PartySort::People),
            (capitals, PartySort::Capital),
            (metonyms, PartySort::Metonym),
        ];
        for (cell, sort) in columns {
            for wording in list(cell) {
                loader.add(code, wording, sort);
            }
        }
    }
}

fn load_companies(loader: &mut Loader<'_>) -> FxHashMap<u16, &'static str> {
    let mut homes = FxHashMap::default();
    for [name, names, country] in rows::<3>(include_str!("en/companies.tsv"), "en/companies.tsv") {
        let code = format!("company:{name}");
        for wording in std::iter::once(name).chain(list(names)) {
            loader.add(&code, wording, PartySort::Company);
        }
        if let Some(number) = loader.numbers.get(&Party::company(name)) {
            homes.insert(*number, country);
        }
    }
    homes
}

/// Full names, and family names where the table has one bearer only and no other table the word.
fn load_people(loader: &mut Loader<'_>) {
    let mut families: FxHashMap<&'static str, Option<&'static str>> = FxHashMap::default();
    let people: Vec<_> = rows::<3>(include_str!("en/people.tsv"), "en/people.tsv").collect();
    for [names, code, _] in &people {
        for name in list(names) {
            let family = name.rsplit(' ').next().unwrap_or(name);
            let common =
                loader.words.is_known(family) || loader.words.is_known(&family.to_lowercase());
            if common || family.chars().count() < 4 {
                continue;
            }
            let bearer = families.entry(family).or_insert(Some(code));
            if *bearer != Some(code) {
                *bearer = None;
            }
        }
    }
    for [names, code, _] in &people {
        for name in list(names) {
            loader.add(code, name, PartySort::Person);
        }
    }
    let mut sorted: Vec<_> =
        families.into_iter().filter_map(|(family, code)| code.map(|c| (family, c))).collect();
    sorted.sort_unstable();
    for (family, code) in sorted {
        loader.add(code, family, PartySort::Person);
    }
}
