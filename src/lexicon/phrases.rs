//! Wordings of several words, found at a token by their first word; the longest wins.

use super::class::Class;
use super::vocabulary::{Vocabulary, WordId};
use crate::text::{Token, TokenKind, tokenize};

/// The words behind the first, and the meaning.
type Entry<P> = (Box<[WordId]>, P);

/// Wordings with what they mean.
#[derive(Debug)]
pub struct Phrases<P> {
    start: Class,
    /// For each word the place of its group, from 1; 0 where no wording begins with it.
    by_first: Vec<u16>,
    /// The wordings of one first word, the longest first.
    groups: Vec<Vec<Entry<P>>>,
}

impl<P: Copy + PartialEq + std::fmt::Debug> Phrases<P> {
    /// An empty table whose wordings begin with words of the class `start`, so that a look-up at any other
    /// word costs one test of a bit.
    pub(super) fn new(start: Class) -> Self {
        Self { start, by_first: Vec::new(), groups: Vec::new() }
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
        let entries = self.group(first.0 as usize, words.numbers());
        if entries.iter().any(|(known, _)| known[..] == *rest) {
            return;
        }
        let place = entries.partition_point(|(known, _)| known.len() >= rest.len());
        entries.insert(place, (rest.into(), meaning));
    }

    fn group(&mut self, first: usize, words: usize) -> &mut Vec<Entry<P>> {
        if self.by_first.len() < words {
            self.by_first.resize(words, 0);
        }
        if self.by_first[first] == 0 {
            self.groups.push(Vec::new());
            self.by_first[first] = u16::try_from(self.groups.len()).expect("a few thousand words");
        }
        &mut self.groups[self.by_first[first] as usize - 1]
    }

    /// What a wording of this one word means.
    #[must_use]
    pub fn single(&self, word: WordId) -> Option<P> {
        let group = self.by_first.get(word.0 as usize)?.checked_sub(1)?;
        let entries = &self.groups[group as usize];
        entries.iter().find(|(rest, _)| rest.is_empty()).map(|(_, meaning)| *meaning)
    }

    /// The longest wording that begins at a token: its meaning and its length in tokens.
    #[must_use]
    #[inline]
    pub fn at(&self, words: &Vocabulary, tokens: &[Token], at: usize) -> Option<(P, usize)> {
        let first = tokens.get(at)?;
        if !first.is(self.start) {
            return None;
        }
        self.longest_at(first.word, words, &tokens[at + 1..])
    }

    fn longest_at(
        &self,
        first: WordId,
        words: &Vocabulary,
        behind: &[Token],
    ) -> Option<(P, usize)> {
        let own = self.longest(first, words, behind);
        let lower = words.lower(first);
        if own.is_some() || lower == first {
            return own;
        }
        self.longest(lower, words, behind)
    }

    fn longest(&self, first: WordId, words: &Vocabulary, behind: &[Token]) -> Option<(P, usize)> {
        let group = self.by_first.get(first.0 as usize)?.checked_sub(1)?;
        let next = behind.first().map_or(WordId::UNKNOWN, |token| token.word);
        let next_lower = words.lower(next);
        self.groups[group as usize]
            .iter()
            .find(|(rest, _)| match rest[..] {
                [] => true,
                [want] => want == next || want == next_lower,
                [want, ..] => (want == next || want == next_lower) && fits(rest, words, behind),
            })
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
