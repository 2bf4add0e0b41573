//! Wordings of several tokens, found by the letters of the text: for languages whose words take endings.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::vocabulary::Vocabulary;
use crate::text::{Text, TokenKind, tokenize};

/// One token of a wording.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Whole(Box<str>),
    /// Any word that begins so.
    Stem(Box<str>),
}

impl Piece {
    fn fits(&self, word: &str) -> bool {
        match self {
            Self::Whole(whole) => word == &**whole,
            Self::Stem(stem) => word.starts_with(&**stem),
        }
    }
}

type Entries<T> = FxHashMap<Box<str>, Vec<(Vec<Piece>, T)>>;

/// Wordings with their meanings. `a*` stands for any word that begins so, `*a` for one that ends so.
#[derive(Debug)]
pub struct Wordings<T> {
    whole: Entries<T>,
    stems: Entries<T>,
    tails: Vec<(Box<str>, T)>,
}

impl<T> Default for Wordings<T> {
    fn default() -> Self {
        Self { whole: Entries::default(), stems: Entries::default(), tails: Vec::new() }
    }
}

impl<T: Copy> Wordings<T> {
    /// Takes a wording in, in small letters; the first meaning of a wording stays.
    pub(super) fn insert(&mut self, words: &Vocabulary, wording: &str, meaning: T) {
        if let Some(tail) = wording.strip_prefix('*') {
            self.tails.push((tail.into(), meaning));
            return;
        }
        let mut pieces: Vec<Piece> =
            wording.trim_end_matches('.').split(' ').flat_map(|word| pieces(words, word)).collect();
        if pieces.is_empty() {
            return;
        }
        let entries = match pieces.remove(0) {
            Piece::Whole(first) => self.whole.entry(first),
            Piece::Stem(first) => self.stems.entry(first),
        }
        .or_default();
        if entries.iter().all(|(known, _)| *known != pieces) {
            entries.push((pieces, meaning));
            entries.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
    }

    /// The longest wording that begins at a token: its meaning and its length in tokens.
    #[must_use]
    pub fn at(&self, text: &Text<'_>, at: usize) -> Option<(T, usize)> {
        let first = small(text, at)?;
        let in_full = longest(&self.whole, &first, text, at);
        if in_full.is_some_and(|(_, length)| length > 1) {
            return in_full;
        }
        let ends = || first.char_indices().map(|(at, c)| at + c.len_utf8()).rev();
        let stems = !self.stems.is_empty();
        let by_stem = stems
            .then(|| ends().find_map(|end| longest(&self.stems, &first[..end], text, at)))
            .flatten();
        let by_tail =
            || self.tails.iter().find(|(tail, _)| first.ends_with(&**tail)).map(|(_, m)| (*m, 1));
        match (in_full, by_stem) {
            (Some(full), Some(stem)) if stem.1 > full.1 => Some(stem),
            (None, None) => by_tail(),
            (full, stem) => full.or(stem),
        }
    }

    /// The meaning of a word by itself, in small letters.
    #[must_use]
    pub fn word(&self, word: &str) -> Option<T> {
        let entries = self.whole.get(word)?;
        entries.iter().find(|(rest, _)| rest.is_empty()).map(|(_, meaning)| *meaning)
    }
}

fn pieces(words: &Vocabulary, word: &str) -> Vec<Piece> {
    let (word, stem) = word.strip_suffix('*').map_or((word, false), |stem| (stem, true));
    let tokens = tokenize(word, words);
    let last = tokens.len().wrapping_sub(1);
    let piece = |(at, token): (usize, &crate::text::Token)| {
        let wording = word[token.start as usize..token.end as usize].into();
        if stem && at == last { Piece::Stem(wording) } else { Piece::Whole(wording) }
    };
    tokens.iter().enumerate().map(piece).collect()
}

fn longest<T: Copy>(
    entries: &Entries<T>,
    first: &str,
    text: &Text<'_>,
    at: usize,
) -> Option<(T, usize)> {
    let fits = |rest: &[Piece]| {
        (at + 1..)
            .zip(rest)
            .all(|(at, piece)| small(text, at).is_some_and(|word| piece.fits(&word)))
    };
    let found = entries.get(first)?.iter().find(|(rest, _)| fits(rest))?;
    Some((found.1, found.0.len() + 1))
}

/// A token's wording in small letters, every apostrophe alike; nothing for a break and past the end.
#[must_use]
pub fn small<'t>(text: &Text<'t>, at: usize) -> Option<Cow<'t, str>> {
    let token = text.tokens.get(at).filter(|token| token.kind != TokenKind::Break)?;
    let wording = text.word(at);
    if !token.capital && wording.is_ascii() && !wording.bytes().any(|b| b.is_ascii_uppercase()) {
        return Some(Cow::Borrowed(wording));
    }
    Some(Cow::Owned(wording.to_lowercase().replace(['’', 'ʼ'], "'")))
}
