//! Verbs with their forms, and what each says of a figure under it (`en/verbs.tsv`).

use rustc_hash::FxHashMap;

use super::class::Class;
use super::inflect::verb_forms;
use super::table::rows;
use super::vocabulary::{Vocabulary, WordId};

/// What a verb says of the figure it governs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VerbClass {
    /// Hands over money or things.
    Give,
    /// Makes things.
    Make,
    /// Binds money: allocates, signs, adopts.
    Commit,
    /// Binds money for things: orders, buys.
    Buy,
    /// Says that it will be given.
    Promise,
    /// Means to.
    Plan,
    /// Wants it from others.
    Request,
    /// Gets it.
    Receive,
    /// The thing itself comes.
    Arrive,
    /// Speaks.
    Report,
    /// Has parts.
    Include,
    /// Equals.
    Amount,
    /// Is for a purpose.
    BeFor,
    /// Is a price.
    Cost,
    /// Shoots, hits, intercepts.
    Attack,
    /// Loses, kills, fines, earns.
    Lose,
    /// Is a weight, a length, a reach.
    Measure,
    /// Says nothing of it.
    Neutral,
}

/// Which forms of its verb a word can be, as a set of bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Forms(u8);

impl Forms {
    /// "give".
    pub const BASE: u8 = 1;
    /// "gives".
    pub const THIRD: u8 = 2;
    /// "gave".
    pub const PAST: u8 = 4;
    /// "given".
    pub const PARTICIPLE: u8 = 8;
    /// "giving".
    pub const ING: u8 = 16;

    /// Whether the word can be one of these forms.
    #[must_use]
    pub const fn any(self, bits: u8) -> bool {
        self.0 & bits != 0
    }
}

#[derive(Debug, Default)]
struct Lemma {
    name: &'static str,
    plain: Option<VerbClass>,
    particles: Vec<(WordId, VerbClass)>,
}

/// The verbs.
#[derive(Debug, Default)]
pub struct Verbs {
    lemmas: Vec<Lemma>,
    /// By the word's number: its verb and the forms it can be of it; no forms where it is no verb's.
    forms: Vec<(u16, Forms)>,
}

impl Verbs {
    pub(super) fn load(words: &mut Vocabulary) -> Self {
        let mut verbs = Self::default();
        let mut by_name: FxHashMap<&'static str, u16> = FxHashMap::default();
        for [lemma, particle, class, irregular] in
            rows::<4>(include_str!("en/verbs.tsv"), "en/verbs.tsv")
        {
            let class =
                class_named(class).unwrap_or_else(|| panic!("en/verbs.tsv: unknown class {class}"));
            let number = *by_name.entry(lemma).or_insert_with(|| {
                verbs.lemmas.push(Lemma { name: lemma, ..Lemma::default() });
                (verbs.lemmas.len() - 1) as u16
            });
            let entry = &mut verbs.lemmas[number as usize];
            if particle.is_empty() {
                entry.plain = Some(class);
            } else {
                entry.particles.push((words.intern(particle), class));
            }
            verbs.add_forms(words, lemma, irregular, number);
        }
        verbs
    }

    fn add_forms(&mut self, words: &mut Vocabulary, lemma: &str, irregular: &str, number: u16) {
        let [third, past, ing] = verb_forms(lemma);
        let third = if lemma == "have" { "has".to_owned() } else { third };
        let mut add = |word: &str, bit: u8| {
            let id = words.classify(word, Class::Verb).0 as usize;
            if self.forms.len() <= id {
                self.forms.resize(words.numbers(), (0, Forms::default()));
            }
            let entry = &mut self.forms[id];
            if entry.1.0 == 0 {
                entry.0 = number;
            }
            if entry.0 == number {
                entry.1.0 |= bit;
            }
        };
        add(lemma, Forms::BASE);
        add(&third, Forms::THIRD);
        add(&ing, Forms::ING);
        if irregular.is_empty() {
            add(&past, Forms::PAST | Forms::PARTICIPLE);
            return;
        }
        for (position, word) in irregular.split('|').enumerate() {
            add(word, if position == 0 { Forms::PAST } else { Forms::PARTICIPLE });
        }
    }

    /// The verb's number and the forms that a word can be of it.
    #[must_use]
    pub fn form(&self, words: &Vocabulary, word: WordId) -> Option<(u16, Forms)> {
        if !words.is(word, Class::Verb) {
            return None;
        }
        self.known(word).or_else(|| self.known(words.lower(word)))
    }

    fn known(&self, word: WordId) -> Option<(u16, Forms)> {
        self.forms.get(word.0 as usize).copied().filter(|(_, forms)| forms.0 != 0)
    }

    /// Every form of every verb, with the verb's number.
    pub fn forms(&self) -> impl Iterator<Item = (WordId, u16)> {
        let numbered = (0..).map(WordId).zip(&self.forms);
        numbered.filter(|(_, (_, forms))| forms.0 != 0).map(|(form, (lemma, _))| (form, *lemma))
    }

    /// Every verb's plain form.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.lemmas.iter().map(|lemma| lemma.name)
    }

    /// The verb's plain form.
    #[must_use]
    pub fn name(&self, lemma: u16) -> &'static str {
        self.lemmas[lemma as usize].name
    }

    /// What a verb says, given the words near it that may be its particle.
    #[must_use]
    pub fn class(&self, lemma: u16, near: impl Iterator<Item = WordId>) -> VerbClass {
        let entry = &self.lemmas[lemma as usize];
        if !entry.particles.is_empty() {
            for word in near {
                if let Some((_, class)) =
                    entry.particles.iter().find(|(particle, _)| *particle == word)
                {
                    return *class;
                }
            }
        }
        entry.plain.unwrap_or(VerbClass::Neutral)
    }
}

fn class_named(name: &str) -> Option<VerbClass> {
    Some(match name {
        "give" => VerbClass::Give,
        "make" => VerbClass::Make,
        "commit" => VerbClass::Commit,
        "buy" => VerbClass::Buy,
        "promise" => VerbClass::Promise,
        "plan" => VerbClass::Plan,
        "request" => VerbClass::Request,
        "receive" => VerbClass::Receive,
        "arrive" => VerbClass::Arrive,
        "report" => VerbClass::Report,
        "include" => VerbClass::Include,
        "amount" => VerbClass::Amount,
        "be_for" => VerbClass::BeFor,
        "cost" => VerbClass::Cost,
        "attack" => VerbClass::Attack,
        "lose" => VerbClass::Lose,
        "measure" => VerbClass::Measure,
        "neutral" => VerbClass::Neutral,
        _ => return None,
    })
}
