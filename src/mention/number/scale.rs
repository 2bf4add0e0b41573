//! Scale words behind a number: "1.6 billion", "16bn", "10-billion", "1 billion 200 million".

use rust_decimal::Decimal;

use super::Simple;
use super::digits::digits;
use crate::lexicon::{List, NumberWord};
use crate::mention::Cursor;
use crate::text::TokenKind;

/// A scale word after a number; one letter counts only when joined ("16m", not "16 m"), and a
/// hyphen may stand between ("10-billion").
pub(super) fn scale_at(c: &Cursor<'_>, at: usize) -> Option<(u64, usize)> {
    let hyphen = usize::from(c.is_dash(at) && c.joined(at) && c.joined(at + 1));
    let word = at + hyphen;
    let scale = match c.lexicon.number_word(c.word(word))? {
        NumberWord::Scale(scale) => scale,
        NumberWord::Dozen(dozen) => u64::from(dozen),
        NumberWord::Hundred => 100,
        _ => return None,
    };
    let wording = c.text.word(word);
    let letter = wording.len() == 1 || c.listed(word, List::JoinedScale);
    if letter && !c.joined(word) {
        let signed = at >= 2 && c.kind(at - 2) == Some(TokenKind::Sign);
        if !(signed && wording != "m" && wording != "b") && !matches!(wording, "cr" | "Cr") {
            return None;
        }
    }
    let stop = c.listed(word, List::StoppedScale) && c.is_sign(word + 1, ".") && c.joined(word + 1);
    let ends_sentence =
        c.text.tokens.get(word + 2).is_none_or(|t| t.capital || t.kind == TokenKind::Break);
    Some((scale, word + 1 + usize::from(stop && !ends_sentence)))
}

/// "1 billion 200 million".
pub(super) fn add_smaller(c: &Cursor<'_>, number: &mut Simple, scale: u64) -> Option<()> {
    if c.kind(number.end) != Some(TokenKind::Number) {
        return Some(());
    }
    let Some(more) = digits(c, number.end) else { return Some(()) };
    let Some((smaller, end)) = scale_at(c, more.end).filter(|(s, _)| *s < scale) else {
        return Some(());
    };
    number.value = number.value.checked_add(more.value.checked_mul(Decimal::from(smaller))?)?;
    number.end = end;
    Some(())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{read, reads};

    #[test]
    fn a_scale_multiplies() {
        reads(&[
            ("1.6 billion", "1600000000"),
            ("two dozen", "24"),
            ("1 billion 200 million", "1200000000"),
            ("4,000 crore", "40000000000"),
            ("10-billion line", "10000000000"),
            ("fifteen thousand", "15000"),
            ("16m euros", "16000000"),
            ("16 m of rope", "16"),
        ]);
    }

    #[test]
    fn what_is_too_large_is_no_number() {
        assert_eq!(read("99999999999999999999999999999999 trillion"), None);
    }
}
