//! A look at the tokens of one text with the words' classes at hand.

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
    pub fn tokens(&self) -> &'a [Token] {
        &self.text.tokens
    }

    /// A token's word; unknown past the end.
    #[must_use]
    pub fn word(&self, at: usize) -> WordId {
        self.text.tokens.get(at).map_or(WordId::UNKNOWN, |t| t.word)
    }

    /// Whether a token's word is of a class.
    #[must_use]
    pub fn is(&self, at: usize, class: Class) -> bool {
        self.lexicon.vocabulary().is(self.word(at), class)
    }

    /// Whether a token's word is of any class in a set of bits.
    #[must_use]
    pub fn is_any(&self, at: usize, bits: u64) -> bool {
        self.lexicon.vocabulary().is_any(self.word(at), bits)
    }

    /// Whether a token is of a kind.
    #[must_use]
    pub fn kind(&self, at: usize) -> Option<TokenKind> {
        self.text.tokens.get(at).map(|t| t.kind)
    }

    /// Whether the token is this sign.
    #[must_use]
    pub fn is_sign(&self, at: usize, sign: &str) -> bool {
        self.kind(at) == Some(TokenKind::Sign) && self.text.word(at) == sign
    }

    /// Whether the token is a hyphen or a dash of any length.
    #[must_use]
    pub fn is_dash(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Sign)
            && matches!(self.text.word(at), "-" | "–" | "—" | "‑" | "−")
    }

    /// Whether no white space stands before the token.
    #[must_use]
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
    pub fn reads(&self, at: usize, wording: &str) -> bool {
        self.text.word(at).eq_ignore_ascii_case(wording)
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
