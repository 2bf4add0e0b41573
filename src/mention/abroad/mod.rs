//! Numbers and sums in other languages than English: "1.234,56 Mio. Euro", "deux milliards et demi de dollars",
//! "1,2 млрд грн", "2 mil millones de euros".
//!
//! Each language is a table of its own ([`Tongue`]); no English word is known here. What is read: digits by the
//! language's decimal mark, number words, scales, currencies, ranges, bounds and a few things that are counted.

mod money;
mod number;
mod sum;

use number::Numeral;

use super::{Head, Mention, What};
use crate::figure::{Bound, Per};
use crate::lexicon::tongue::{Joint, Tongue};
use crate::text::{Text, TokenKind};

/// A text and what is known of its language.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    /// The text, cut by the tongue's vocabulary.
    pub text: &'a Text<'a>,
    /// The language.
    pub tongue: &'a Tongue,
}

/// Words between a number and the thing that it counts ("500 neue deutsche Drohnen").
const ADJECTIVES: usize = 2;

/// Every sum, quantity and number of a text, in order.
#[must_use]
pub fn scan(text: &Text<'_>, tongue: &Tongue) -> Vec<Mention> {
    let reader = Reader { text, tongue };
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.tokens.len() {
        match reader.mention_at(at) {
            Some(mention) => {
                at = mention.end.max(at + 1);
                found.push(mention);
            }
            None => at += 1,
        }
    }
    found
}

impl Reader<'_> {
    fn mention_at(&self, at: usize) -> Option<Mention> {
        if let Some((number, unit, end)) = self.prefixed(at) {
            return Some(self.mention(at, end, &number, What::Money(unit, true)));
        }
        let number = self.numeral_at(at)?;
        if let Some((number, unit, end)) = self.suffixed(number) {
            return Some(self.mention(at, end, &number, What::Money(unit, true)));
        }
        if let Some((end, what)) = self.counted(number.end) {
            return Some(self.mention(at, end, &number, what));
        }
        Some(self.mention(at, number.end, &number, What::Bare))
    }

    fn mention(&self, first: usize, end: usize, number: &Numeral, what: What) -> Mention {
        let bound = match number.high {
            Some(_) => Bound::Range,
            None => self.bound_before(first).unwrap_or(Bound::Exact),
        };
        Mention {
            first,
            end,
            number_end: number.end,
            value: number.low,
            high: number.high,
            bound,
            what,
            scaled: number.scale > 1,
            per: self.per_after(end),
        }
    }

    /// What a number counts: the first known thing in the few words behind it.
    fn counted(&self, end: usize) -> Option<(usize, What)> {
        let first = self.past_link(self.past_stop(end));
        for at in first..=first + ADJECTIVES {
            if self.kind(at) != Some(TokenKind::Word) {
                return None;
            }
            if let Some((category, length)) = self.tongue.things.at(self.text, at) {
                let end = at + length;
                return Some((end, What::Counted(first, end, Head::Thing(category))));
            }
        }
        None
    }

    /// The bound whose wording ends where the number begins.
    fn bound_before(&self, first: usize) -> Option<Bound> {
        (first.saturating_sub(4)..first).find_map(|at| {
            let (bound, length) = self.tongue.bounds.at(self.text, at)?;
            let end = self.past_stop(at + length);
            (end == first).then_some(bound)
        })
    }

    fn per_after(&self, end: usize) -> Option<Per> {
        (end..end + 3)
            .take_while(|at| self.kind(*at) == Some(TokenKind::Word))
            .find_map(|at| self.tongue.rates.at(self.text, at))
            .map(|(per, _)| per)
    }

    fn kind(&self, at: usize) -> Option<TokenKind> {
        self.text.tokens.get(at).map(|token| token.kind)
    }

    fn joined(&self, at: usize) -> bool {
        self.text.tokens.get(at).is_some_and(|token| token.joined)
    }

    /// Past the full stop of an abbreviation that ends at `end`, if more follows.
    fn past_stop(&self, end: usize) -> usize {
        let short = end > 0
            && self.text.word(end) == "."
            && self.joined(end)
            && self.tongue.vocabulary.is_abbreviation(self.text.word(end - 1));
        end + usize::from(short && self.kind(end + 1).is_some_and(|k| k != TokenKind::Break))
    }

    /// Past "de", "d'", "di".
    fn past_link(&self, at: usize) -> usize {
        match self.tongue.joints.at(self.text, at) {
            Some((Joint::Link, length)) => at + length,
            _ => at,
        }
    }

    /// Past a hyphen without blanks around it ("100-Millionen-Paket").
    fn past_hyphen(&self, at: usize) -> usize {
        at + usize::from(self.is_dash(at) && self.joined(at) && self.joined(at + 1))
    }

    fn is_dash(&self, at: usize) -> bool {
        matches!(self.text.word(at), "-" | "–" | "—" | "‑" | "−")
    }
}

#[cfg(test)]
mod tests;
