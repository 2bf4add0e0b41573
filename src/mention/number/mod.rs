//! Numbers in digits and words: "30,000", "1.6 billion", "forty-four", "half a million", "4-5".

mod digits;
mod range;
mod scale;
mod words;

use rust_decimal::Decimal;

use super::cursor::Cursor;
use crate::lexicon::Class;
use crate::text::TokenKind;
use digits::digits;
use range::{ends, range_mark};
pub use range::{is_raise, range_of};
use scale::{add_smaller, scale_at};
use words::{is_half, pointed, words};

/// A number, or a range of two, at tokens `first..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numeral {
    /// First token.
    pub first: usize,
    /// One past the last token.
    pub end: usize,
    /// The number, or a range's lower end.
    pub low: Decimal,
    /// A range's upper end.
    pub high: Option<Decimal>,
    /// Has a scale word ("million"), so that it can be money without a currency.
    pub scaled: bool,
    /// Is followed by "+".
    pub plus: bool,
    /// Written in digits.
    pub digits: bool,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Simple {
    end: usize,
    value: Decimal,
    scale: Option<u64>,
    digits: bool,
}

/// The number that begins at a token, ranges included.
#[must_use]
pub fn numeral_at(c: &Cursor<'_>, first: usize) -> Option<Numeral> {
    let one = simple(c, first)?;
    let lone = |one: Simple| {
        let one = Simple { end: repeated_in_digits(c, &one).unwrap_or(one.end), ..one };
        let plus = c.is_sign(one.end, "+") && c.joined(one.end);
        let end = one.end + usize::from(plus);
        Some(Numeral {
            first,
            end,
            low: one.value,
            high: None,
            scaled: one.scale.is_some(),
            plus,
            digits: one.digits,
        })
    };
    let Some(after) = range_mark(c, first, one.end) else { return lone(one) };
    let Some(two) = simple(c, after) else { return lone(one) };
    let Some((low, high)) = ends(one, two) else { return lone(one) };
    Some(Numeral {
        first,
        end: two.end,
        low,
        high: Some(high),
        scaled: two.scale.is_some(),
        plus: false,
        digits: two.digits,
    })
}

/// "eighteen (18) launchers": the number in words and again in digits.
fn repeated_in_digits(c: &Cursor<'_>, number: &Simple) -> Option<usize> {
    let open = number.end;
    if number.digits || !(c.is_sign(open, "(") && c.is_sign(open + 2, ")")) {
        return None;
    }
    let again = (c.kind(open + 1) == Some(TokenKind::Number)).then(|| digits(c, open + 1))??;
    (again.value == number.value).then_some(open + 3)
}

/// A single number without range, for what stands after a range mark elsewhere.
#[must_use]
pub fn single_at(c: &Cursor<'_>, first: usize) -> Option<Numeral> {
    simple(c, first).map(|s| Numeral {
        first,
        end: s.end,
        low: s.value,
        high: None,
        scaled: s.scale.is_some(),
        plus: false,
        digits: s.digits,
    })
}

fn simple(c: &Cursor<'_>, at: usize) -> Option<Simple> {
    let mut number = match c.kind(at)? {
        TokenKind::Number => digits(c, at)?,
        TokenKind::Word => words(c, at)?,
        _ => return None,
    };
    if c.is(number.end, Class::And) && c.reads(number.end + 1, "a") && is_half(c, number.end + 2) {
        number.value = number.value.checked_add(Decimal::new(5, 1))?;
        number.end += 3;
    }
    if let Some((value, end)) = pointed(c, &number) {
        number.value = value;
        number.end = end;
    }
    while let Some((scale, end)) = scale_at(c, number.end) {
        number.value = number.value.checked_mul(Decimal::from(scale))?;
        number.scale = Some(number.scale.unwrap_or(1).checked_mul(scale)?);
        number.end = end;
    }
    if let Some(scale) = number.scale {
        add_smaller(c, &mut number, scale)?;
    }
    Some(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::english;
    use crate::text::Text;

    /// The first number of a wording: its lower end and the upper one of a range.
    pub(super) fn read(wording: &str) -> Option<(String, Option<String>)> {
        let text = Text::new(wording, english().vocabulary());
        let c = Cursor { text: &text, lexicon: english() };
        (0..text.tokens.len())
            .find_map(|at| numeral_at(&c, at))
            .map(|n| (n.low.normalize().to_string(), n.high.map(|h| h.normalize().to_string())))
    }

    pub(super) fn reads(table: &[(&str, &str)]) {
        for (wording, value) in table {
            assert_eq!(read(wording), Some(((*value).to_owned(), None)), "{wording}");
        }
    }

    #[test]
    fn reads_words_and_digits_together() {
        reads(&[
            ("one and a half billion", "1500000000"),
            ("two and a half million", "2500000"),
            ("four hundred sixty-eight (468) kits", "468"),
            ("two (3) kits", "2"),
        ]);
    }

    #[test]
    fn leaves_what_is_no_number() {
        for wording in ["dozens of tanks", "hundreds of shells", "several", "millions"] {
            assert_eq!(read(wording), None, "{wording}");
        }
    }
}
