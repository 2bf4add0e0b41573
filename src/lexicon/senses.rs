//! Senses: words that say alike of a commitment (`en/senses.tsv`), finer than the classes of verbs. A sense's name
//! begins with `~`, so that no word reads like it.

use rustc_hash::FxHashMap;

use super::table::{list, rows};
use super::verbs::Verbs;
use super::vocabulary::{Vocabulary, WordId};

/// The senses of words.
#[derive(Debug)]
pub struct Senses(FxHashMap<WordId, &'static str>);

impl Senses {
    /// Reads the table; a verb's sense is that of its every form.
    pub(super) fn load(words: &mut Vocabulary, verbs: &Verbs) -> Self {
        let mut senses = FxHashMap::default();
        for [sense, members] in rows::<2>(include_str!("en/senses.tsv"), "en/senses.tsv") {
            for word in list(members) {
                let before = senses.insert(words.intern(word), sense);
                assert!(before.is_none(), "en/senses.tsv: {word} stands twice");
            }
        }
        for (form, lemma) in verbs.forms() {
            let plain = words.intern(verbs.name(lemma));
            if let Some(sense) = senses.get(&plain).copied() {
                senses.entry(form).or_insert(sense);
            }
        }
        Self(senses)
    }

    /// Every sense.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.0.values().copied()
    }

    /// The sense of a word in small letters.
    #[must_use]
    pub fn of(&self, word: WordId) -> Option<&'static str> {
        self.0.get(&word).copied()
    }
}
