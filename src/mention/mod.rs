//! Mentions: every sum, quantity and number of a text, before any judgement.

pub(crate) mod abroad;
pub mod cursor;
pub mod money;
pub mod number;
pub mod quantity;
mod record;

use rust_decimal::Decimal;

pub use cursor::Cursor;
pub use quantity::Head;
pub use record::{MentionKind, MentionRecord, all};

use crate::figure::{Bound, Kind, Per};
use crate::lexicon::Class;
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

/// The countries by which a bare "kroner" is read, ISO 3166-1 alpha-2, the likeliest first.
#[derive(Debug, Clone, Copy, Default)]
pub struct Homes<'h> {
    /// Those of the sentence.
    pub near: &'h [&'h str],
    /// Those of the text.
    pub around: &'h [&'h str],
}

impl<'h> Homes<'h> {
    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &'h str> {
        self.near.iter().chain(self.around).copied()
    }
}

/// Every mention between two tokens, in order.
pub fn scan(c: &Cursor<'_>, first: usize, end: usize, homes: Homes<'_>, found: &mut Vec<Mention>) {
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
        return length;
    }
    if c.is(at, Class::LabelNoun) && c.kind(at + 1) == Some(TokenKind::Number) {
        return 2;
    }
    1
}

fn mention_at(c: &Cursor<'_>, at: usize, homes: Homes<'_>) -> Option<Mention> {
    let token = c.text.tokens[at];
    let starts = match token.kind {
        TokenKind::Number => true,
        TokenKind::Word => {
            c.is_any(at, Class::NumberWord.bit() | Class::CurrencyStart.bit())
                || (c.is_any(at, Class::Determiner.bit())
                    && (at + 1..at + 4).any(|k| c.is(k, Class::NumberWord)))
                || token.hyphen
        }
        TokenKind::Sign => c.is(at, Class::CurrencyStart),
        TokenKind::Break => false,
    };
    if !starts {
        return None;
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
    if let Some((bound, _)) = c.lexicon.bounds_after.at(words, c.tokens(), end) {
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
                let particle = length == 1
                    && c.reads(start, "over")
                    && start > 0
                    && c.is(start - 1, Class::Verb);
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

/// Finds every mention of a text, bare currencies read by these countries.
#[must_use]
pub fn scan_text(c: &Cursor<'_>, countries: &[&str]) -> Vec<Mention> {
    let homes = Homes { near: countries, around: &[] };
    let mut found = Vec::new();
    for sentence in &c.text.sentences {
        scan(c, sentence.first, sentence.end, homes, &mut found);
    }
    found
}
