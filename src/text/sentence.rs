//! Sentences: runs of tokens that end at a full stop or a line break.

use super::token::{Token, TokenKind};
use crate::lexicon::{Class, Vocabulary};

/// One sentence: tokens `first..end`, breaks left out at both ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// First token.
    pub first: usize,
    /// One past the last token.
    pub end: usize,
    /// The number of its line, from 0: a table row, a bullet or a paragraph set on one line.
    pub line: u32,
    /// The number of its paragraph, from 0.
    pub paragraph: u32,
}

/// Longer runs without an end are no sentences but tables and worse. The rules look at all that stands in a
/// sentence, once for each figure in it, so a limit keeps the time linear; a long list is cut at a comma.
const LONGEST: usize = 250;

/// Sentences of one line. A line that goes on counts as another: who speaks in it is asked of every figure.
const LONGEST_LINE: u32 = 60;

/// Cuts tokens into sentences.
#[must_use]
pub fn sentences(text: &str, tokens: &[Token], words: &Vocabulary) -> Vec<Sentence> {
    let mut found = Vec::with_capacity(tokens.len() / 18 + 1);
    let (mut first, mut line, mut paragraph, mut in_line) = (0, 0, 0, 0u32);
    let mut close = |first: &mut usize, end: usize, line: &mut u32, paragraph: u32| {
        if *first < end {
            let same = found.last().is_some_and(|before: &Sentence| before.line == *line);
            in_line = if same { in_line + 1 } else { 1 };
            found.push(Sentence { first: *first, end, line: *line, paragraph });
            *line += u32::from(in_line == LONGEST_LINE);
        }
        *first = end;
    };
    let mut at = 0;
    while at < tokens.len() {
        let token = &tokens[at];
        if token.kind == TokenKind::Break {
            close(&mut first, at, &mut line, paragraph);
            first = at + 1;
            line += 1;
            let breaks = text.as_bytes()[token.start as usize..token.end as usize]
                .iter()
                .filter(|b| **b == b'\n');
            paragraph += u32::from(breaks.count() > 1);
        } else if ends_sentence(text, tokens, at, words) {
            let mut end = at + 1;
            while end < tokens.len() && tokens[end].joined && is_closing(text, &tokens[end]) {
                end += 1;
            }
            close(&mut first, end, &mut line, paragraph);
            at = end;
            continue;
        } else if at - first >= LONGEST {
            let end = list_end(text, &tokens[first + LONGEST / 2..at]);
            let end = end.map_or(at, |end| first + LONGEST / 2 + end);
            close(&mut first, end, &mut line, paragraph);
        }
        at += 1;
    }
    close(&mut first, tokens.len(), &mut line, paragraph);
    found
}

/// One past the last comma or semicolon of some tokens.
fn list_end(text: &str, tokens: &[Token]) -> Option<usize> {
    let mark = |token: &Token| matches!(byte(text, token), b',' | b';');
    tokens.iter().rposition(mark).map(|at| at + 1)
}

fn byte(text: &str, token: &Token) -> u8 {
    text.as_bytes()[token.start as usize]
}

fn is_closing(text: &str, token: &Token) -> bool {
    matches!(
        &text[token.start as usize..token.end as usize],
        "\"" | "”" | "’" | "'" | ")" | "]" | "»" | "." | "!" | "?"
    )
}

fn ends_sentence(text: &str, tokens: &[Token], at: usize, words: &Vocabulary) -> bool {
    let token = &tokens[at];
    match token.kind {
        TokenKind::Sign => match byte(text, token) {
            b'!' | b'?' => tokens.get(at + 1).is_none_or(|n| !n.joined || is_closing(text, n)),
            b'.' => full_stop(text, tokens, at, words),
            _ => {
                &text[token.start as usize..token.end as usize] == "…"
                    && tokens.get(at + 1).is_some_and(|n| n.capital)
            }
        },
        // "in the U.S. The": an abbreviation's own stop can end the sentence before a determiner or pronoun.
        TokenKind::Word => {
            text.as_bytes()[token.end as usize - 1] == b'.'
                && tokens
                    .get(at + 1)
                    .is_some_and(|n| n.capital && !n.joined && n.is(Class::Determiner))
        }
        _ => false,
    }
}

fn full_stop(text: &str, tokens: &[Token], at: usize, words: &Vocabulary) -> bool {
    let Some(mut next) = tokens.get(at + 1) else { return true };
    if next.joined && !is_closing(text, next) && next.kind != TokenKind::Break {
        return false;
    }
    let mut ahead = at + 1;
    while next.joined && is_closing(text, next) {
        ahead += 1;
        match tokens.get(ahead) {
            Some(token) => next = token,
            None => return true,
        }
    }
    let before = at.checked_sub(1).map(|b| &tokens[b]);
    if let Some(before) = before.filter(|b| b.kind == TokenKind::Word) {
        let wording = &text[before.start as usize..before.end as usize];
        let initial = wording.chars().count() == 1 && before.capital && at > 1;
        if initial || words.is_abbreviation(wording) {
            return false;
        }
        if before.is(Class::Month) && next.kind == TokenKind::Number {
            return false;
        }
    }
    let number = before.filter(|b| b.kind == TokenKind::Number && next.kind == TokenKind::Word);
    if number.is_some_and(|b| words.is_ordinal(&text[b.start as usize..b.end as usize])) {
        return false;
    }
    match next.kind {
        TokenKind::Word => {
            next.capital || !text[next.start as usize..].starts_with(char::is_lowercase)
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::english;
    use crate::text::Text;

    #[test]
    fn a_run_without_end_is_cut_at_commas() {
        let list = "seven tanks, ".repeat(1000);
        let text = Text::new(&list, english().vocabulary());
        assert_eq!(text.tokens.len(), 3000);
        assert!(text.sentences.iter().all(|s| s.end - s.first <= super::LONGEST));
        let ends = text.sentences.iter().map(|s| text.word(s.end - 1));
        assert!(ends.into_iter().all(|end| end == ","));
        let blank = Text::new(&"tanks ".repeat(1000), english().vocabulary()).sentences.len();
        assert_eq!(blank, 1000 / super::LONGEST);
    }

    #[test]
    fn ends_where_a_reader_would_end_it() {
        let table: &[(&str, usize)] = &[
            ("He paid. She left.", 2),
            ("Mr. Smith met Gen. Jones in Washington, D.C. on Jan. 13.", 1),
            ("\"It works.\" He smiled.", 2),
            ("The price is 3.5 million. It rose.", 2),
            ("Title without stop\nBody begins.", 2),
            ("Aid from the U.S. The rest is ours.", 2),
            ("STRASBOURG. By 518 votes to 56.", 2),
        ];
        for (text, wanted) in table {
            let text = Text::new(text, english().vocabulary());
            assert_eq!(text.sentences.len(), *wanted, "{}", text.source);
        }
    }
}
