//! Numbers in digits and words by the marks and words of the text's language.

use rust_decimal::Decimal;

use super::Reader;
use super::sum::Sum;
use crate::lexicon::tongue::Joint;
use crate::lexicon::{Class, NumberPart, small};
use crate::text::TokenKind;

/// A number, or a range of two, that ends before a token.
#[derive(Debug, Clone, Copy)]
pub struct Numeral {
    /// One past the last token.
    pub end: usize,
    /// The number, or a range's lower end.
    pub low: Decimal,
    /// A range's upper end.
    pub high: Option<Decimal>,
    /// The last scale word's factor, 0 where there is none.
    pub scale: u64,
    /// Written in digits.
    pub digits: bool,
}

/// Longer words are no numerals.
const LONGEST: usize = 80;

impl Reader<'_> {
    /// The number that begins at a token, ranges included.
    pub fn numeral_at(&self, first: usize) -> Option<Numeral> {
        let one = self.single(first)?;
        let ranged = self.range_mark(first, one.end).and_then(|after| self.single(after));
        let Some(two) = ranged else { return Some(one) };
        let low = match one.scale {
            0 if two.scale > 0 => one.low.checked_mul(two.scale.into())?,
            _ => one.low,
        };
        if low >= two.low {
            return Some(one);
        }
        Some(Numeral { low, high: Some(two.low), ..two })
    }

    /// The token after a range's mark.
    fn range_mark(&self, first: usize, end: usize) -> Option<usize> {
        if self.is_dash(end) {
            return (self.joined(end) && self.joined(end + 1)).then_some(end + 1);
        }
        if let Some((Joint::Range, length)) = self.tongue.joints.at(self.text, end) {
            return Some(end + length);
        }
        let between = (first.saturating_sub(2)..first)
            .any(|at| matches!(self.tongue.joints.at(self.text, at), Some((Joint::Between, _))));
        let ((), length) = self.tongue.ands.at(self.text, end).filter(|_| between)?;
        Some(end + length)
    }

    fn single(&self, first: usize) -> Option<Numeral> {
        let (mut sum, mut end, digits) = match self.kind(first)? {
            TokenKind::Number => {
                let (value, end) = self.digits(first)?;
                (Sum::of_digits(value), end, true)
            }
            TokenKind::Word if self.may_be_numeral(first) => (Sum::default(), first, false),
            _ => return None,
        };
        while let Some((longer, after)) = self.go_on(&sum, first, end) {
            (sum, end) = (longer, after);
        }
        let low = sum.value()?;
        Some(Numeral { end, low, high: None, scale: sum.scale, digits })
    }

    /// The number with the next words in it.
    fn go_on(&self, sum: &Sum, first: usize, end: usize) -> Option<(Sum, usize)> {
        let at = if end > first { self.past_hyphen(self.past_stop(end)) } else { end };
        if self.kind(at) == Some(TokenKind::Number) && sum.is_scaled() {
            return self.smaller(sum, at);
        }
        if let Some(found) = self.words(sum, at) {
            return Some(found);
        }
        if end > first && self.is_linked_scale(at) {
            return self.words(sum, self.past_link(at));
        }
        let ((), length) = self.tongue.ands.at(self.text, at).filter(|_| end > first)?;
        self.words(sum, at + length)
    }

    /// "de milioane" in "două sute de milioane".
    fn is_linked_scale(&self, at: usize) -> bool {
        let behind = self.past_link(at);
        let part = self.tongue.numbers.at(self.text, behind).filter(|_| behind > at);
        part.is_some_and(|(part, _)| matches!(part, NumberPart::Scale(_)))
    }

    /// "200 millions" behind "1 milliard".
    fn smaller(&self, sum: &Sum, at: usize) -> Option<(Sum, usize)> {
        let (value, end) = self.digits(at)?;
        let (NumberPart::Scale(scale), length) = self.tongue.numbers.at(self.text, end)? else {
            return None;
        };
        if scale >= sum.scale {
            return None;
        }
        let more = Sum::of_digits(value).with(NumberPart::Scale(scale), false)?;
        Some((sum.plus(&more)?, end + length))
    }

    fn words(&self, sum: &Sum, at: usize) -> Option<(Sum, usize)> {
        if let Some((part, length)) = self.tongue.numbers.at(self.text, at) {
            return (!self.is_measure(at))
                .then(|| sum.with(part, false))?
                .map(|s| (s, at + length));
        }
        let word = small(self.text, at).filter(|_| self.kind(at) == Some(TokenKind::Word))?;
        Some((self.glued(sum, &word)?, at + 1))
    }

    /// Small "m" and "mm" are metres and millimetres, and one capital stands right behind its number or before
    /// a sign ("5M", "5 M€").
    fn is_measure(&self, at: usize) -> bool {
        let wording = self.text.word(at);
        let sign = self.kind(at + 1) == Some(TokenKind::Sign) && self.joined(at + 1);
        matches!(wording, "m" | "mm")
            || wording.len() == 1
                && !(self.joined(at) || sign)
                && matches!(wording, "M" | "k" | "K")
    }

    /// "dreihundertfünfzig", "quatre-vingt-dix", "півмільйона": the longest part first, and no letter left over.
    fn glued(&self, sum: &Sum, word: &str) -> Option<Sum> {
        let glue = self.tongue.glue.as_ref()?;
        if word.len() > LONGEST {
            return None;
        }
        let (mut sum, mut rest, mut parts) = (sum.clone(), word, 0);
        while !rest.is_empty() {
            if parts > 0
                && let Some(behind) = glue.iter().find_map(|joint| rest.strip_prefix(joint))
                && self.first_part(behind).is_some()
            {
                rest = behind;
            }
            let (part, length) = self.first_part(rest)?;
            sum = sum.with(part, parts > 0)?;
            rest = &rest[length..];
            parts += 1;
        }
        (parts > 1).then_some(sum)
    }

    fn first_part(&self, word: &str) -> Option<(NumberPart, usize)> {
        let mut ends = word.char_indices().map(|(at, c)| at + c.len_utf8()).rev();
        ends.find_map(|end| Some((self.tongue.numbers.word(&word[..end])?, end)))
    }

    /// Whether a word can begin a number: it is in the table, or made of parts.
    fn may_be_numeral(&self, at: usize) -> bool {
        let token = &self.text.tokens[at];
        token.is(Class::NumberWord)
            || self.tongue.glue.is_some() && token.end - token.start > 5
            || self.text.word(at).contains('ʼ')
    }

    /// The value of a number token and the groups of three digits behind it.
    fn digits(&self, at: usize) -> Option<(Decimal, usize)> {
        let wording = self.text.word(at);
        let mut end = at + 1;
        if wording.len() > 3 || !is_plain(wording) {
            return Some((self.parse(wording)?, end));
        }
        while self.is_group(end) && end - at < 6 {
            end += 1;
        }
        let groups: String = (at..end).map(|at| self.text.word(at)).collect();
        Some((groups.parse().ok()?, end))
    }

    fn is_group(&self, at: usize) -> bool {
        let wording = self.text.word(at);
        self.kind(at) == Some(TokenKind::Number)
            && !self.joined(at)
            && wording.len() == 3
            && is_plain(wording)
    }

    /// By the language's decimal mark; the other mark groups by three, or is a decimal mark itself where it
    /// cannot ("1.5 Mrd."). A mark that stands twice groups.
    fn parse(&self, wording: &str) -> Option<Decimal> {
        let mark = |mark: char| wording.matches(mark).count();
        let (own, other) = match self.tongue.decimal {
            ',' => (',', '.'),
            _ => ('.', ','),
        };
        let last = |a: char, b: char| wording.rfind(a) > wording.rfind(b);
        let decimal = match (mark(own), mark(other)) {
            (0, 0) => None,
            (0, 1) if groups_by_three(wording, other) => None,
            (0, 1) => Some(other),
            (1, 0) => Some(own),
            (1, _) if last(own, other) => Some(own),
            (_, 1) if last(other, own) => Some(other),
            (_, 0) if groups_by_three(wording, own) => None,
            (0, _) if groups_by_three(wording, other) => None,
            _ => return None,
        };
        let (whole, decimals) = match decimal {
            Some(mark) => wording.rsplit_once(mark)?,
            None => (wording, ""),
        };
        let digits = |part: &str| part.chars().filter(char::is_ascii_digit).collect::<String>();
        let point = if decimals.is_empty() { "" } else { "." };
        format!("{}{point}{}", digits(whole), digits(decimals)).parse().ok()
    }
}

fn is_plain(wording: &str) -> bool {
    wording.bytes().all(|byte| byte.is_ascii_digit())
}

fn groups_by_three(wording: &str, mark: char) -> bool {
    let mut groups = wording.split(mark);
    let first = groups.next().unwrap_or_default();
    first.len() < 4 && first != "0" && groups.all(|group| group.len() == 3)
}
