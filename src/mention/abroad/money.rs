//! Sums of money before or behind the currency's sign, code or name.

use super::Reader;
use super::number::Numeral;
use crate::lexicon::small;
use crate::lexicon::tongue::Unit;
use crate::text::TokenKind;

/// Longer names of currencies stand behind a sum only.
const LONGEST_PREFIX: usize = 4;

impl Reader<'_> {
    /// "€ 1,5 miljard", "R$ 5 milhões", "EUR 500 Mio.": the number, the currency and the end.
    pub fn prefixed(&self, at: usize) -> Option<(Numeral, &'static str, usize)> {
        if !self.text.tokens[at].is(crate::lexicon::Class::CurrencyStart) {
            return None;
        }
        let (unit, length) = self.currency(at)?;
        let word = self.kind(at) == Some(TokenKind::Word) && length == 1;
        if word && self.text.word(at).len() > LONGEST_PREFIX {
            return None;
        }
        let number = self.numeral_at(self.past_stop(at + length))?;
        if !number.digits && number.scale < 2 {
            return None;
        }
        let number = number.times(unit.1)?;
        Some((number, unit.0, number.end))
    }

    /// "1.234,56 Mio. Euro", "2,5 miliarda złotych", "millions d'euros": the same behind the number.
    pub fn suffixed(&self, number: Numeral) -> Option<(Numeral, &'static str, usize)> {
        let at = self.past_link(self.past_hyphen(self.past_stop(number.end)));
        let (unit, length) = self.currency(at)?;
        let end = at + length;
        let sign = self.kind(at) == Some(TokenKind::Sign) && !self.joined(at);
        if sign && self.joined(end) && self.kind(end) == Some(TokenKind::Number) {
            return None;
        }
        Some((number.times(unit.1)?, unit.0, end))
    }

    fn currency(&self, at: usize) -> Option<(Unit, usize)> {
        if let Some(unit) = self.tongue.codes.get(self.text.word(at)) {
            return Some((*unit, 1));
        }
        let Some((unit, length)) = self.tongue.money.at(self.text, at) else {
            return self.compounded(at).map(|unit| (unit, 1));
        };
        // "a $500" is no "A$500".
        let last = at + length - 1;
        let apart = length > 1 && self.kind(last) == Some(TokenKind::Sign) && !self.joined(last);
        (!apart).then_some((unit, length))
    }

    /// "Euro-Paket" in "100-Millionen-Euro-Paket".
    fn compounded(&self, at: usize) -> Option<Unit> {
        let behind_hyphen = self.joined(at) && at > 0 && self.is_dash(at - 1);
        let word = small(self.text, at).filter(|_| behind_hyphen)?;
        self.tongue.money.word(word.split_once('-')?.0)
    }
}

impl Numeral {
    fn times(self, factor: u64) -> Option<Self> {
        let times = |value: rust_decimal::Decimal| value.checked_mul(factor.into());
        let high = match self.high {
            Some(high) => Some(times(high)?),
            None => None,
        };
        Some(Self { low: times(self.low)?, high, ..self })
    }
}
