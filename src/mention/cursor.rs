//! A look at the tokens of one text with the words' classes at hand.

use std::borrow::Cow;

use crate::lexicon::{Class, Lexicon, WordId};
use crate::text::{Text, Token, TokenKind};

/// A text and the lexicon to read it with.
#[derive(Debug, Clone, Copy)]
pub struct Cursor<'a> {
    /// The text.
    pub text: &'a Text<'a>,
    /// The words.
    pub lexicon: &'a Lexicon,
}

impl<'a> Cursor<'a> {
    /// Every token.
    #[must_use]
    #[inline]
    pub fn tokens(&self) -> &'a [Token] {
        &self.text.tokens
    }

    /// A token's word; unknown past the end.
    #[must_use]
    #[inline]
    pub fn word(&self, at: usize) -> WordId {
        self.text.tokens.get(at).map_or(WordId::UNKNOWN, |t| t.word)
    }

    /// Whether a token's word is of a class.
    #[must_use]
    #[inline]
    pub fn is(&self, at: usize, class: Class) -> bool {
        self.is_any(at, class.bit())
    }

    /// Whether a token's word is of any class in a set of bits.
    #[must_use]
    #[inline]
    pub fn is_any(&self, at: usize, bits: u64) -> bool {
        self.text.tokens.get(at).is_some_and(|t| t.classes & bits != 0)
    }

    /// Whether a token is of a kind.
    #[must_use]
    #[inline]
    pub fn kind(&self, at: usize) -> Option<TokenKind> {
        self.text.tokens.get(at).map(|t| t.kind)
    }

    /// Whether the token is this sign.
    #[must_use]
    #[inline]
    pub fn is_sign(&self, at: usize, sign: &str) -> bool {
        let token = self.text.tokens.get(at).filter(|t| t.kind == TokenKind::Sign);
        token.is_some_and(|t| self.bytes(t, sign.len()) == Some(sign.as_bytes()))
    }

    /// Whether the token is a hyphen or a dash of any length.
    #[must_use]
    #[inline]
    pub fn is_dash(&self, at: usize) -> bool {
        let token = self.text.tokens.get(at).filter(|t| t.kind == TokenKind::Sign);
        token.is_some_and(|t| match self.text.source.as_bytes()[t.start as usize] {
            b'-' => true,
            0..0x80 => false,
            _ => matches!(self.text.word(at), "–" | "—" | "‑" | "−"),
        })
    }

    /// Whether no white space stands before the token.
    #[must_use]
    #[inline]
    pub fn joined(&self, at: usize) -> bool {
        self.text.tokens.get(at).is_some_and(|t| t.joined)
    }

    /// Whether a phrase of time begins here: "last year", "next month".
    #[must_use]
    pub fn is_when(&self, at: usize) -> bool {
        let word = self.text.word(at);
        let when =
            matches!(word, "last" | "next" | "earlier" | "later" | "early" | "late" | "again");
        when && (matches!(
            self.text.word(at + 1),
            "year"
                | "month"
                | "week"
                | "quarter"
                | "spring"
                | "summer"
                | "autumn"
                | "winter"
                | "fall"
                | "night"
                | "decade"
                | "time"
        ) || self.is(at + 1, Class::Month)
            || self.is(at + 1, Class::Weekday)
            || matches!(self.text.word(at + 1), "this" | "that" | "in"))
    }

    /// Whether the token's word reads so, capitals aside.
    #[must_use]
    #[inline]
    pub fn reads(&self, at: usize, wording: &str) -> bool {
        let token = self.text.tokens.get(at);
        token
            .and_then(|t| self.bytes(t, wording.len()))
            .is_some_and(|bytes| bytes.eq_ignore_ascii_case(wording.as_bytes()))
    }

    /// The token's wording in small ASCII letters; a copy only where it has capitals.
    #[must_use]
    pub fn small(&self, at: usize) -> Cow<'a, str> {
        let wording = self.text.word(at);
        if wording.bytes().any(|byte| byte.is_ascii_uppercase()) {
            Cow::Owned(wording.to_ascii_lowercase())
        } else {
            Cow::Borrowed(wording)
        }
    }

    /// The token's bytes, if they are so many.
    #[inline]
    fn bytes(&self, token: &Token, length: usize) -> Option<&'a [u8]> {
        let (start, end) = (token.start as usize, token.end as usize);
        (end - start == length).then(|| &self.text.source.as_bytes()[start..end])
    }

    /// Whether a tab parts the token from the one before: the next cell of a table.
    #[must_use]
    pub fn tab_before(&self, at: usize) -> bool {
        let tokens = &self.text.tokens;
        let (Some(before), Some(token)) = (at.checked_sub(1).map(|b| tokens[b]), tokens.get(at))
        else {
            return false;
        };
        !token.joined
            && self.text.source.as_bytes()[before.end as usize..token.start as usize]
                .contains(&b'\t')
    }
}
