//! Tokens: words, numbers, signs and line breaks.
//!
//! A word keeps what belongs to it ("F-16", "long-range", "U.S.", "155-mm" is a number, a hyphen and
//! a unit); a number keeps its separators ("30,000", "1.6"); a possessive or contracted ending
//! ("'s", "'ll") is a token of its own.

use crate::lexicon::{Class, Vocabulary, WordId};

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with digits and hyphens inside.
    Word,
    /// Digits with separators.
    Number,
    /// One sign.
    Sign,
    /// One or more line breaks; two or more end a paragraph.
    Break,
}

/// One token.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The word in the vocabulary, or the unknown word.
    pub word: WordId,
    /// The classes of the word, one bit each.
    pub classes: u64,
    /// What it is made of.
    pub kind: TokenKind,
    /// No white space before it.
    pub joined: bool,
    /// Begins with a capital.
    pub capital: bool,
    /// A word with a hyphen inside.
    pub hyphen: bool,
}

impl Token {
    /// Whether its word is of a class.
    #[must_use]
    #[inline]
    pub const fn is(&self, class: Class) -> bool {
        self.classes & class.bit() != 0
    }
}

/// Cuts a text into tokens.
#[must_use]
pub fn tokenize(text: &str, words: &Vocabulary) -> Vec<Token> {
    let mut cutter = Cutter {
        text,
        bytes: text.as_bytes(),
        at: 0,
        words,
        tokens: Vec::with_capacity(text.len() / 5 + 8),
        compound: false,
    };
    cutter.run();
    cutter.tokens
}

struct Cutter<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    words: &'t Vocabulary,
    tokens: Vec<Token>,
    /// The word being cut is more than a run of letters.
    compound: bool,
}

impl Cutter<'_> {
    fn run(&mut self) {
        let mut joined = false;
        while self.at < self.bytes.len() {
            let start = self.at;
            let kind = match self.bytes[start] {
                b'\n' => self.line_break(),
                b' ' | b'\t' | b'\r' | 0x0b | 0x0c => {
                    self.at += 1;
                    joined = false;
                    continue;
                }
                b'0'..=b'9' => self.number(),
                b'a'..=b'z' | b'A'..=b'Z' => self.word(),
                b'\'' if self.is_ending(start + 1) => self.ending(1),
                byte if byte < 0x80 => {
                    self.at += 1;
                    TokenKind::Sign
                }
                _ => {
                    if let Some(kind) = self.other() {
                        kind
                    } else {
                        joined = false;
                        continue;
                    }
                }
            };
            self.push(start, kind, joined);
            joined = kind != TokenKind::Break;
        }
    }

    fn push(&mut self, start: usize, kind: TokenKind, joined: bool) {
        let first = self.bytes[start];
        let capital = first.is_ascii_uppercase()
            || first >= 0x80 && self.char_at(start).is_some_and(char::is_uppercase);
        let word = match kind {
            TokenKind::Word => self.words.find(self.text, start, self.at, capital),
            TokenKind::Sign if first < 0x80 => self.words.byte(first),
            TokenKind::Sign => self.words.exact(&self.text[start..self.at]),
            // "Arrow 3": a short number can be part of a name.
            TokenKind::Number if self.at - start <= 4 => {
                self.words.exact(&self.text[start..self.at])
            }
            TokenKind::Number | TokenKind::Break => WordId::UNKNOWN,
        };
        let hyphen =
            kind == TokenKind::Word && self.compound && self.bytes[start..self.at].contains(&b'-');
        self.compound = false;
        self.tokens.push(Token {
            start: start as u32,
            end: self.at as u32,
            word,
            classes: self.words.classes(word),
            kind,
            joined,
            capital,
            hyphen,
        });
    }

    fn line_break(&mut self) -> TokenKind {
        while matches!(self.bytes.get(self.at), Some(b'\n' | b' ' | b'\t' | b'\r')) {
            self.at += 1;
        }
        TokenKind::Break
    }

    fn char_at(&self, at: usize) -> Option<char> {
        match self.bytes.get(at) {
            Some(byte) if *byte < 0x80 => Some(char::from(*byte)),
            Some(_) => self.text[at..].chars().next(),
            None => None,
        }
    }

    /// Signs, letters and blanks beyond ASCII; nothing for a blank.
    fn other(&mut self) -> Option<TokenKind> {
        let first = self.char_at(self.at)?;
        if first.is_alphabetic() {
            return Some(self.word());
        }
        if first == '’' && self.is_ending(self.at + first.len_utf8()) {
            return Some(self.ending(first.len_utf8()));
        }
        if is_flag_letter(first) {
            self.at += first.len_utf8();
            if let Some(second) = self.char_at(self.at).filter(|c| is_flag_letter(*c)) {
                self.at += second.len_utf8();
            }
            return Some(TokenKind::Sign);
        }
        self.at += first.len_utf8();
        if first.is_whitespace() || first == '\u{feff}' || first == '\u{ad}' || first == '\u{200b}'
        {
            return None;
        }
        Some(TokenKind::Sign)
    }

    fn number(&mut self) -> TokenKind {
        loop {
            while matches!(self.bytes.get(self.at), Some(b'0'..=b'9')) {
                self.at += 1;
            }
            let separator = match self.char_at(self.at) {
                Some(c @ (',' | '.')) if self.is_digit(self.at + 1) => c,
                Some(c @ ('\u{a0}' | '\u{202f}' | '\u{2009}' | '’' | '\''))
                    if self.is_group(self.at + c.len_utf8()) =>
                {
                    c
                }
                _ => break,
            };
            self.at += separator.len_utf8();
        }
        if self.is_model_tail() { self.word() } else { TokenKind::Number }
    }

    fn is_digit(&self, at: usize) -> bool {
        self.bytes.get(at).is_some_and(u8::is_ascii_digit)
    }

    fn is_group(&self, at: usize) -> bool {
        (0..3).all(|k| self.is_digit(at + k)) && !self.is_digit(at + 3)
    }

    /// "2A4", "4x4", "47th": digits that belong to the letters after them, unless these are a scale,
    /// a unit or a currency ("16bn", "155mm", "500kroner").
    fn is_model_tail(&self) -> bool {
        let Some(next) = self.char_at(self.at).filter(|c| c.is_alphabetic()) else { return false };
        let mut end = self.at;
        let mut digits = false;
        while let Some(c) = self.char_at(end).filter(|c| c.is_alphanumeric()) {
            digits |= c.is_ascii_digit();
            end += c.len_utf8();
        }
        let tail = &self.text[self.at..end];
        digits
            || matches!(tail, "st" | "nd" | "rd" | "th" | "s" | "A")
            || (next.is_uppercase() && tail.len() < 3 && !self.words.is_known(tail))
    }

    fn word(&mut self) -> TokenKind {
        let start = self.at;
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_alphabetic) {
            self.at += 1;
        }
        // Most words end here: at a blank or a sign that never joins.
        match self.bytes.get(self.at) {
            None | Some(b' ' | b',' | b'\n' | b'"' | b')' | b':' | b';') => return TokenKind::Word,
            Some(b'.') if self.at > start + 1 => return TokenKind::Word,
            _ => {}
        }
        self.compound_word(start)
    }

    /// A word with more in it than ASCII letters, from its start on.
    fn compound_word(&mut self, start: usize) -> TokenKind {
        self.at = start;
        self.compound = true;
        if let Some(end) = self.abbreviation() {
            self.at = end;
            let tail = self.bytes.get(end) == Some(&b'-')
                && self.char_at(end + 1).is_some_and(char::is_alphabetic);
            if !tail {
                return TokenKind::Word;
            }
        }
        let start = self.at;
        let after_number = self.after_number();
        while let Some(c) = self.char_at(self.at) {
            let inside = c.is_alphanumeric() || is_mark(c);
            if c.is_ascii_digit() && self.is_currency(start) {
                break;
            }
            if inside {
                self.at += c.len_utf8();
                continue;
            }
            if !self.joins(start, c, after_number) {
                break;
            }
            self.at += c.len_utf8();
        }
        self.give_back_negation();
        TokenKind::Word
    }

    /// Whether a sign inside a word that begins at `start` belongs to it.
    fn joins(&self, start: usize, sign: char, after_number: bool) -> bool {
        let after = self.at + sign.len_utf8();
        match sign {
            '-' | '\u{2011}' => {
                !after_number
                    && (self.is_digit(after) || !self.scale_before(start))
                    && self.char_at(after).is_some_and(char::is_alphanumeric)
            }
            '\'' | '’' => {
                self.char_at(after).is_some_and(char::is_alphabetic)
                    && !self.is_ending(after)
                    && !self.words.is_elided(&self.text[start..self.at])
            }
            '/' => self.is_slashed(after),
            '&' => self.char_at(after).is_some_and(char::is_uppercase),
            _ => false,
        }
    }

    /// "SEK2.3bn", "Rs704bn"; "P18.9 billion" with one letter, where the number is that of a sum.
    fn is_currency(&self, start: usize) -> bool {
        let wording = &self.text[start..self.at];
        if matches!(wording, "P" | "N" | "R" | "W" | "Y" | "B") {
            return self.sum_ahead();
        }
        self.words.is(self.words.exact(wording), Class::CurrencyCode)
    }

    /// Digits and then a scale word of a million and more, or millions in full: "N22,918,000,000".
    fn sum_ahead(&self) -> bool {
        let rest = &self.text[self.at..];
        let digits =
            rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
        let full = rest[..rest.len() - digits.len()].trim_end_matches(',');
        if full.matches(',').count() > 1 {
            return true;
        }
        let word = digits.trim_start_matches([' ', '-', '\u{a0}']);
        let end = word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len());
        matches!(
            &word[..end],
            "million" | "billion" | "trillion" | "bn" | "mn" | "tn" | "trn" | "tr" | "m" | "b"
        )
    }

    /// In "10-billion-zloty" and "155-mm" the words after the number stand alone.
    fn after_number(&self) -> bool {
        let [.., number, hyphen] = self.tokens.as_slice() else { return false };
        number.kind == TokenKind::Number
            && hyphen.joined
            && hyphen.kind == TokenKind::Sign
            && hyphen.end as usize == self.at
            && self.bytes[hyphen.start as usize] == b'-'
    }

    /// In "2.26 billion-pound loan" the scale word stands alone.
    fn scale_before(&self, start: usize) -> bool {
        let number = self.tokens.last().is_some_and(|t| t.kind == TokenKind::Number);
        number && self.words.is(self.words.exact(&self.text[start..self.at]), Class::NumberWord)
    }

    /// "SAMP/T", "E/F", "2030/31": a slash inside a name of capitals.
    fn is_slashed(&self, after: usize) -> bool {
        let before = self.bytes.get(self.at.wrapping_sub(1));
        before.is_some_and(u8::is_ascii_uppercase)
            && self.bytes.get(after).is_some_and(u8::is_ascii_uppercase)
            && !self.bytes.get(after + 1).is_some_and(u8::is_ascii_lowercase)
    }

    /// "U.S.", "e.g.": letters with a full stop each.
    fn abbreviation(&self) -> Option<usize> {
        let pair = |at: usize| {
            self.bytes.get(at).is_some_and(u8::is_ascii_alphabetic)
                && self.bytes.get(at + 1) == Some(&b'.')
        };
        let mut end = self.at;
        while pair(end) {
            end += 2;
        }
        let long_enough = end >= self.at + 4;
        let whole = !self.bytes.get(end).is_some_and(u8::is_ascii_alphanumeric);
        if long_enough && whole {
            return Some(end);
        }
        let stem = end >= self.at + 2 && self.bytes.get(end).is_some_and(u8::is_ascii_alphabetic);
        (stem && !self.bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric)).then_some(end + 1)
    }

    /// "doesn't" stays whole; nothing to give back but a trailing hyphen.
    fn give_back_negation(&mut self) {
        while self.bytes[self.at - 1] == b'-' {
            self.at -= 1;
        }
    }

    /// Whether a possessive or contracted ending stands here: s, ll, re, ve, d, m.
    fn is_ending(&self, at: usize) -> bool {
        let long = ["s", "ll", "re", "ve", "d", "m", "S"];
        long.iter().any(|e| {
            self.bytes.get(at..at + e.len()) == Some(e.as_bytes())
                && !self.char_at(at + e.len()).is_some_and(char::is_alphanumeric)
        }) && self.at > 0
            && self.text[..self.at]
                .chars()
                .next_back()
                .is_some_and(|c| c.is_alphanumeric() || c == '.')
    }

    fn ending(&mut self, mark: usize) -> TokenKind {
        self.at += mark;
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_alphabetic) {
            self.at += 1;
        }
        TokenKind::Word
    }
}

/// Combining marks stay with their letter.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Letters of which flags are made, two by two.
fn is_flag_letter(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        let tokens = tokenize(text, crate::lexicon::english().vocabulary());
        tokens
            .iter()
            .filter(|t| t.kind != TokenKind::Break)
            .map(|t| &text[t.start as usize..t.end as usize])
            .collect()
    }

    #[test]
    fn cuts_as_read() {
        let table: &[(&str, &[&str])] = &[
            ("a record $35 billion on arms", &["a", "record", "$", "35", "billion", "on", "arms"]),
            ("SEK2.3bn for F-16s", &["SEK", "2.3", "bn", "for", "F-16s"]),
            ("155-mm, 30,000 and 1.234,56", &["155", "-", "mm", ",", "30,000", "and", "1.234,56"]),
            ("U.S. aid, Ukraine's army", &["U.S.", "aid", ",", "Ukraine", "'s", "army"]),
            (
                "Leopard 2A4 and Gripen E/F, 47th",
                &["Leopard", "2A4", "and", "Gripen", "E/F", ",", "47th"],
            ),
            (
                "We’ll pay 30 000 at €1.6bn.",
                &["We", "’ll", "pay", "30", "000", "at", "€", "1.6", "bn", "."],
            ),
            ("a 10-billion-zloty line", &["a", "10", "-", "billion", "-", "zloty", "line"]),
            ("Rs2.55tr and Rs704bn", &["Rs", "2.55", "tr", "and", "Rs", "704", "bn"]),
            (
                "P18.9 billion, a P28-billion",
                &["P", "18.9", "billion", ",", "a", "P", "28", "-", "billion"],
            ),
            ("24 M-346 and 1,100 T-62s", &["24", "M-346", "and", "1,100", "T-62s"]),
            ("the P8 and the N95", &["the", "P8", "and", "the", "N95"]),
            ("🇬🇧 UK: £1 billion", &["🇬🇧", "UK", ":", "£", "1", "billion"]),
        ];
        for (text, wanted) in table {
            assert_eq!(cut(text), *wanted, "{text}");
        }
    }
}
