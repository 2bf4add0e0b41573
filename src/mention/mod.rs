//! Mentions: every sum, quantity and number of a text, before any judgement.

pub(crate) mod abroad;
pub mod cursor;
pub mod homes;
pub mod money;
pub mod number;
pub mod quantity;
mod raised;
mod record;

use rust_decimal::Decimal;

pub use cursor::Cursor;
pub use homes::Homes;
pub use quantity::Head;
pub use record::{MentionKind, MentionRecord, all};

use crate::figure::{Bound, Kind, Per};
use crate::lexicon::{Class, List, WordId};
use crate::text::TokenKind;
use number::Numeral;

/// What a mention is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A sum in this currency; false where only habit chose it.
    Money(&'static str, bool),
    /// A number of what stands at these tokens.
    Counted(usize, usize, Head),
    /// A number with nothing after it that it counts.
    Bare,
}

/// A sum, a quantity or a number at tokens `first..end`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mention {
    /// First token.
    pub first: usize,
    /// One past the last token.
    pub end: usize,
    /// One past the number's own last token.
    pub number_end: usize,
    /// The number, or a range's lower end.
    pub value: Decimal,
    /// A range's upper end.
    pub high: Option<Decimal>,
    /// How sharp it is.
    pub bound: Bound,
    /// What it is of.
    pub what: What,
    /// Has a scale word.
    pub scaled: bool,
    /// What it is per.
    pub per: Option<Per>,
}

impl Mention {
    /// Money or a quantity; nothing for a bare number.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        match self.what {
            What::Money(..) => Some(Kind::Money),
            What::Counted(..) => Some(Kind::Quantity),
            What::Bare => None,
        }
    }
}

/// Every mention between two tokens, in order.
pub fn scan(c: &Cursor<'_>, first: usize, end: usize, homes: &Homes<'_>, found: &mut Vec<Mention>) {
    let mut at = first;
    while at < end {
        if let Some(mention) = mention_at(c, at, homes) {
            at = mention.number_end.max(at + 1);
            if matches!(mention.what, What::Money(..) | What::Counted(_, _, Head::Thing(_))) {
                at = mention.end;
            }
            found.push(mention);
        } else {
            at += skipped(c, at);
        }
    }
}

/// How many tokens to pass over where no mention begins: a model's name with its digits, one token else.
fn skipped(c: &Cursor<'_>, at: usize) -> usize {
    if c.text.tokens[at].capital
        && let Some((_, length)) = c.lexicon.things.at(c.lexicon.vocabulary(), c.tokens(), at)
    {
        return length + usize::from(quantity::is_mark(c, at + length));
    }
    if name_with_number(c, at) {
        return 2;
    }
    if c.is(at, Class::LabelNoun) && c.kind(at + 1) == Some(TokenKind::Number) {
        return 2;
    }
    1
}

/// "Re-Horizon 3", "Ofek 13": a name of no table in the middle of a sentence, and its number.
fn name_with_number(c: &Cursor<'_>, at: usize) -> bool {
    let token = c.text.tokens[at];
    let inside = at > 0
        && (c.kind(at - 1) == Some(TokenKind::Word)
            && (!c.text.tokens[at - 1].capital || c.is(at - 1, Class::Determiner))
            || matches!(c.text.word(at - 1), "\"" | "“" | ","));
    token.capital
        && c.word(at) == WordId::UNKNOWN
        && token.kind == TokenKind::Word
        && inside
        && quantity::is_mark(c, at + 1)
}

fn mention_at(c: &Cursor<'_>, at: usize, homes: &Homes<'_>) -> Option<Mention> {
    let token = c.text.tokens[at];
    let starts = match token.kind {
        TokenKind::Number => true,
        TokenKind::Word => {
            c.is_any(at, Class::NumberWord.bit() | Class::CurrencyStart.bit())
                || (c.is_any(at, Class::Determiner.bit())
                    && (at + 1..at + 4).any(|k| c.is(k, Class::NumberWord)))
                || c.is(at + 1, Class::NumberWord) && c.reads(at, "quarter")
                || token.hyphen
        }
        TokenKind::Sign => c.is(at, Class::CurrencyStart),
        TokenKind::Break => false,
    };
    if !starts {
        return None;
    }
    if let Some(old) = raised::raised_at(c, at, homes) {
        return Some(old);
    }
    if let Some(listed) = raised::listed_at(c, at, homes) {
        return Some(listed);
    }
    if let Some(m) = money::money_at(c, at, homes) {
        let bound = bound_of(c, m.first, m.end, m.high.is_some(), m.plus);
        return Some(Mention {
            first: m.first,
            end: m.end,
            number_end: m.end,
            value: m.low,
            high: m.high,
            bound,
            what: What::Money(m.unit, m.sure),
            scaled: true,
            per: per_after(c, m.end),
        });
    }
    let number = number::numeral_at(c, at)?;
    Some(quantity_or_number(c, &number))
}

fn quantity_or_number(c: &Cursor<'_>, number: &Numeral) -> Mention {
    let counted = quantity::counted_after(c, number);
    let (end, what) = match counted {
        Some(counted) => (counted.end, What::Counted(counted.first, counted.end, counted.head)),
        None => (number.end, What::Bare),
    };
    Mention {
        first: number.first,
        end,
        number_end: number.end,
        value: number.low,
        high: number.high,
        bound: bound_of(c, number.first, end, number.high.is_some(), number.plus),
        what,
        scaled: number.scaled,
        per: per_after(c, end),
    }
}

/// The bound that the words before and after a number give it.
fn bound_of(c: &Cursor<'_>, first: usize, end: usize, range: bool, plus: bool) -> Bound {
    if range {
        return Bound::Range;
    }
    if plus {
        return Bound::AtLeast;
    }
    let words = c.lexicon.vocabulary();
    if let Some((bound, length)) = c.lexicon.bounds_after.at(words, c.tokens(), end)
        && !goes_on_counting(c, end, length)
    {
        return bound;
    }
    bound_before(c, first).unwrap_or(Bound::Exact)
}

fn bound_before(c: &Cursor<'_>, first: usize) -> Option<Bound> {
    let mut end = first;
    for _ in 0..3 {
        for start in end.saturating_sub(6)..end {
            let found = c.lexicon.bounds_before.at(c.lexicon.vocabulary(), c.tokens(), start);
            if let Some((bound, length)) = found.filter(|(_, length)| start + length == end) {
                let particle = length == 1 && c.reads(start, "over") && handed(c, start);
                let place = length == 1
                    && start + 1 < first
                    && c.is(start + 1, Class::Determiner)
                    && c.listed(start, List::PlaceWord);
                if place {
                    return None;
                }
                if bound == Bound::AtMost && denied(c, start) {
                    return Some(Bound::AtLeast);
                }
                return (!particle).then_some(bound);
            }
        }
        let passed = end > 0
            && (c.is_any(end - 1, Class::Determiner.bit() | Class::Adjective.bit())
                || c.reads(end - 1, "total")
                || c.reads(end - 1, "of") && end > 1 && c.reads(end - 2, "total"));
        if !passed {
            return None;
        }
        end -= 1;
    }
    None
}

/// "180 tanks plus 212 howitzers", "750 Iskanders and more than 560 others": the next count, no bound.
fn goes_on_counting(c: &Cursor<'_>, at: usize, length: usize) -> bool {
    let next = at + length;
    matches!(c.text.word(at), "plus" | "and")
        && (c.kind(next) == Some(TokenKind::Number)
            || c.is_any(
                next,
                Class::NumberWord.bit() | Class::CurrencyStart.bit() | Class::Comparison.bit(),
            )
            || c.kind(next) == Some(TokenKind::Word) && !c.is(next, Class::Preposition))
}

/// "hands over 20 tanks": a particle, no bound.
fn handed(c: &Cursor<'_>, over: usize) -> bool {
    let Some(before) = over.checked_sub(1) else { return false };
    c.begins(before, List::HandOver)
}

/// "will not fall below 100 million", "never under 2 billion".
fn denied(c: &Cursor<'_>, at: usize) -> bool {
    matches!(c.text.word(at), "below" | "under" | "less")
        && (at.saturating_sub(4)..at).any(|k| c.is(k, Class::Negation))
}

/// What a rate is per, in the few words after the mention.
fn per_after(c: &Cursor<'_>, end: usize) -> Option<Per> {
    for at in end..end + 6 {
        match c.kind(at)? {
            TokenKind::Sign if !c.is_sign(at, "/") && !c.is_dash(at) => return None,
            TokenKind::Break => return None,
            TokenKind::Number => return None,
            _ => {}
        }
        if let Some((per, _)) = c.lexicon.rates.at(c.lexicon.vocabulary(), c.tokens(), at) {
            return Some(per);
        }
        if c.is(at, Class::And) || c.lexicon.number_word(c.word(at)).is_some() && at > end {
            return None;
        }
    }
    None
}

/// Finds every mention of a text, bare currencies read by these homes.
#[must_use]
pub fn scan_text(c: &Cursor<'_>, homes: &Homes<'_>) -> Vec<Mention> {
    let mut found = Vec::new();
    for sentence in &c.text.sentences {
        scan(c, sentence.first, sentence.end, homes, &mut found);
    }
    found
}
