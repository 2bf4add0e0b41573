//! Fingerprints of words and senses, made once for every word of the vocabulary.

use std::sync::LazyLock;

use super::evidence::Print;
use crate::lexicon::english;
use crate::mention::Cursor;

/// A word's fingerprint and that of its sense, by the word's number.
static PRINTS: LazyLock<Vec<(Print, Option<Print>)>> = LazyLock::new(|| {
    let lexicon = english();
    let words = lexicon.vocabulary();
    let mut prints = vec![(Print::from(""), None); words.numbers()];
    for (word, id) in words.iter() {
        let sense = lexicon.senses.of(words.lower(id)).map(Print::from);
        prints[id.0 as usize] = (Print::from(word), sense);
    }
    prints
});

/// A token's fingerprint and that of its sense.
#[must_use]
pub fn of(c: &Cursor<'_>, at: usize) -> (Print, Option<Print>) {
    match c.word(at).0 {
        0 => (Print::from(c.text.word(at)), None),
        known => PRINTS[known as usize],
    }
}
