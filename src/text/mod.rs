//! Sentences and tokens over a document's text, each with its place in the original.
//!
//! Tokens are cut once, in one pass; every later stage speaks of token numbers, and a token knows
//! its bytes. [`CharIndex`] turns bytes into the Unicode characters that citations count.

mod chars;
mod sentence;
mod token;

pub use chars::CharIndex;
pub use sentence::{Sentence, sentences};
pub use token::{Token, TokenKind, tokenize};

use crate::lexicon::Vocabulary;

/// A text with its tokens and sentences.
#[derive(Debug)]
pub struct Text<'t> {
    /// The text itself.
    pub source: &'t str,
    /// Every token, in order.
    pub tokens: Vec<Token>,
    /// Every sentence, in order; none is empty.
    pub sentences: Vec<Sentence>,
}

impl<'t> Text<'t> {
    /// Cuts a text.
    #[must_use]
    pub fn new(source: &'t str, words: &Vocabulary) -> Self {
        let tokens = tokenize(source, words);
        let sentences = sentences(source, &tokens, words);
        Self { source, tokens, sentences }
    }

    /// The wording of one token; empty past the end.
    #[must_use]
    pub fn word(&self, token: usize) -> &'t str {
        self.tokens.get(token).map_or("", |t| &self.source[t.start as usize..t.end as usize])
    }

    /// The wording from one token up to another (exclusive).
    #[must_use]
    pub fn slice(&self, from: usize, to: usize) -> &'t str {
        if from >= to || to > self.tokens.len() {
            return "";
        }
        &self.source[self.tokens[from].start as usize..self.tokens[to - 1].end as usize]
    }
}
