//! Wordings of several words, found at a token by their first word; the longest wins.

use rustc_hash::FxHashMap;

use super::class::Class;
use super::vocabulary::{Vocabulary, WordId};
use crate::text::{Token, TokenKind, tokenize};

/// The words behind the first, and the meaning.
type Entry<P> = (Box<[WordId]>, P);

/// Wordings with what they mean.
#[derive(Debug)]
pub struct Phrases<P> {
    start: Class,
    by_first: FxHashMap<u32, Vec<Entry<P>>>,
}

impl<P: Copy + PartialEq + std::fmt::Debug> Phrases<P> {
    /// An empty table whose wordings begin with words of the class `start`, so that a look-up at any other
    /// word costs one test of a bit.
    pub(super) fn new(start: Class) -> Self {
        Self { start, by_first: FxHashMap::default() }
    }

    /// Takes a wording in. The first meaning given to a wording stays.
    pub(super) fn insert(&mut self, words: &mut Vocabulary, wording: &str, meaning: P) {
        let pieces: Vec<String> = tokenize(wording, words)
            .iter()
            .filter(|t| t.kind != TokenKind::Break)
            .map(|t| wording[t.start as usize..t.end as usize].to_owned())
            .collect();
        let ids: Vec<WordId> = pieces.iter().map(|piece| words.intern(piece)).collect();
        let Some((first, rest)) = ids.split_first() else { return };
        words.classify(&pieces[0], self.start);
        let entries = self.by_first.entry(first.0).or_default();
        if entries.iter().any(|(known, _)| known[..] == *rest) {
            return;
        }
        entries.push((rest.into(), meaning));
        entries.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
    }

    /// What a wording of this one word means.
    #[must_use]
    pub fn single(&self, word: WordId) -> Option<P> {
        let entries = self.by_first.get(&word.0)?;
        entries.iter().find(|(rest, _)| rest.is_empty()).map(|(_, meaning)| *meaning)
    }

    /// The longest wording that begins at a token: its meaning and its length in tokens.
    #[must_use]
    pub fn at(&self, words: &Vocabulary, tokens: &[Token], at: usize) -> Option<(P, usize)> {
        let first = tokens.get(at)?.word;
        if !words.is(first, self.start) {
            return None;
        }
        let own = self.longest(first, words, tokens, at);
        let lower = words.lower(first);
        if own.is_some() || lower == first {
            return own;
        }
        self.longest(lower, words, tokens, at)
    }

    fn longest(
        &self,
        first: WordId,
        words: &Vocabulary,
        tokens: &[Token],
        at: usize,
    ) -> Option<(P, usize)> {
        let entries = self.by_first.get(&first.0)?;
        entries
            .iter()
            .find(|(rest, _)| fits(rest, words, &tokens[at + 1..]))
            .map(|(rest, meaning)| (*meaning, rest.len() + 1))
    }
}

fn fits(rest: &[WordId], words: &Vocabulary, tokens: &[Token]) -> bool {
    tokens.len() >= rest.len()
        && rest.iter().zip(tokens).all(|(want, token)| {
            *want == token.word
                || (token.word != WordId::UNKNOWN && *want == words.lower(token.word))
        })
}
