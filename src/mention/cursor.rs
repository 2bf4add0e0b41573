//! A look at the tokens of one text with the words' classes at hand.

use std::borrow::Cow;

use crate::lexicon::{Class, Lexicon, List, WordId};
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

    /// A token's word; unknown past the end and where only a closed list has it.
    #[must_use]
    #[inline]
    pub fn word(&self, at: usize) -> WordId {
        let known = |t: &Token| self.lexicon.vocabulary().known(t.word);
        self.text.tokens.get(at).map_or(WordId::UNKNOWN, known)
    }

    /// Whether a closed list has the token's wording just as written.
    #[must_use]
    #[inline]
    pub fn listed(&self, at: usize, list: List) -> bool {
        let lists = &self.lexicon.lists;
        self.text.tokens.get(at).is_some_and(|t| {
            if t.capital {
                lists.has_capital(list, self.text.word(at))
            } else {
                lists.has(list, t.word)
            }
        })
    }

    /// Whether a closed list has the token's wording in small letters.
    #[must_use]
    #[inline]
    pub fn listed_small(&self, at: usize, list: List) -> bool {
        self.text.tokens.get(at).is_some_and(|t| self.lexicon.lists.has(list, t.word))
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

    /// Whether the token's wording in small letters begins as a closed list says.
    #[must_use]
    pub fn begins(&self, at: usize, list: List) -> bool {
        let word = self.text.word(at).as_bytes();
        self.lexicon.lists.stems(list).iter().any(|stem| {
            word.get(..stem.len()).is_some_and(|head| head.eq_ignore_ascii_case(stem.as_bytes()))
        })
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
        let when = self.listed(at, List::WhenWord);
        when && (self.listed(at + 1, List::LastWhat)
            || self.is(at + 1, Class::Month)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::english;

    #[test]
    fn a_list_is_asked_for_as_written_or_in_small_letters() {
        for (word, list, written, small) in [
            ("boxes", List::Container, true, true),
            ("Boxes", List::Container, false, true),
            ("BOXES", List::Container, false, true),
            ("box", List::Container, false, false),
            // A word that another table has with its capital.
            ("May", List::BeforeLastYear, false, false),
            ("March", List::BeforeLastYear, true, false),
            ("march", List::BeforeLastYear, false, false),
            ("The", List::TheSame, true, true),
            ("THE", List::TheSame, false, true),
            ("All", List::TheSame, false, true),
        ] {
            let text = Text::new(word, english().vocabulary());
            let c = Cursor { text: &text, lexicon: english() };
            assert_eq!((c.listed(0, list), c.listed_small(0, list)), (written, small), "{word}");
        }
    }

    #[test]
    fn a_stem_begins_words_of_any_form() {
        for (word, begins) in
            [("signs", true), ("Signing", true), ("sig", false), ("resign", false)]
        {
            let text = Text::new(word, english().vocabulary());
            let c = Cursor { text: &text, lexicon: english() };
            assert_eq!(c.begins(0, List::Signing), begins, "{word}");
        }
    }
}
