//! Numbers in the cells of a table whose heading or caption gives their currency and scale: "Amount (EUR bn)"
//! over "9.0".

use rust_decimal::Decimal;

use super::{Reading, money};
use crate::figure::scene::Scene;
use crate::lexicon::NumberWord;
use crate::mention::{Cursor, Mention};
use crate::text::TokenKind;

/// Rows above a cell that are looked at for the heading.
const ROWS: usize = 40;

/// Tokens that a line of a table may have.
const LINE: usize = 80;

/// The sum in a cell that is a bare number.
pub(super) fn cell(scene: &Scene<'_>, mention: &Mention) -> Option<Reading> {
    let c = &scene.c;
    let whole = parted(c, mention.first) && (parted(c, mention.end) || ends_line(c, mention.end));
    if !whole || mention.high.is_some() {
        return None;
    }
    let (mut first, column) = line_start(c, mention.first)?;
    let (mut heading, mut caption) = (None, None);
    for _ in 0..ROWS {
        let Some(above) = first.checked_sub(2) else { break };
        let (start, _) = line_start(c, above)?;
        if !(start..=above).any(|at| parted(c, at) && at > start) {
            caption = Some((start, above + 1));
            break;
        }
        heading = Some((start, above + 1));
        first = start;
    }
    let heading = heading?;
    let own = column_of(c, heading, column).and_then(|cell| measure(c, cell));
    let (unit, scale) = own.or_else(|| caption.and_then(|line| measure(c, line)))?;
    let value = if mention.scaled { mention.value } else { mention.value.checked_mul(scale)? };
    (value >= Decimal::from(10_000))
        .then(|| Reading { value: Some(value), ..money(unit, true, false) })
}

/// A cell begins here.
fn parted(c: &Cursor<'_>, at: usize) -> bool {
    c.tab_before(at) || c.is_sign(at, "|") || at > 0 && c.is_sign(at - 1, "|")
}

fn ends_line(c: &Cursor<'_>, at: usize) -> bool {
    c.kind(at).is_none_or(|kind| kind == TokenKind::Break)
}

/// The first token of a token's line, and how many cells stand before the token.
fn line_start(c: &Cursor<'_>, at: usize) -> Option<(usize, usize)> {
    let (mut first, mut column) = (at, 0);
    while first > 0 && c.kind(first - 1) != Some(TokenKind::Break) {
        if c.tab_before(first) || c.is_sign(first - 1, "|") {
            column += 1;
        }
        first -= 1;
        if at - first > LINE {
            return None;
        }
    }
    Some((first, column))
}

/// The tokens of a line's cell by number.
fn column_of(
    c: &Cursor<'_>,
    (first, end): (usize, usize),
    column: usize,
) -> Option<(usize, usize)> {
    let starts: Vec<usize> = std::iter::once(first)
        .chain((first + 1..end).filter(|at| c.tab_before(*at) || c.is_sign(at - 1, "|")))
        .collect();
    let from = *starts.get(column)?;
    Some((from, starts.get(column + 1).copied().unwrap_or(end)))
}

/// The currency and the scale that some words name: "EUR bn", "(in million euros)", "Rs crore".
fn measure(c: &Cursor<'_>, (first, end): (usize, usize)) -> Option<(&'static str, Decimal)> {
    let currencies = &c.lexicon.currencies;
    let word = (first..end).find_map(|at| currencies.at(c.lexicon.vocabulary(), c.tokens(), at))?;
    let scale = (first..end).find_map(|at| match c.lexicon.number_word(c.word(at)) {
        Some(NumberWord::Scale(scale)) => Some(Decimal::from(scale)),
        _ => None,
    });
    Some((currencies.resolve(word.0, None).0, scale.unwrap_or(Decimal::ONE)))
}

#[cfg(test)]
mod tests {
    use crate::figure::wordings_by_rules as sums;

    #[test]
    fn a_cell_takes_currency_and_scale_from_its_heading() {
        for (text, wanted) in [
            (
                "Country\tAmount (EUR bn)\tWhat\nGermany\t9.0\tair defence\nFrance\t2.1\tCaesar guns",
                ["9000000000 EUR", "2100000000 EUR"],
            ),
            (
                "Donor | USD million | Purpose\nJapan | 500 | generators\nNorway | 130 | gas",
                ["500000000 USD", "130000000 USD"],
            ),
            (
                "Aid by donor (EUR)\nDonor\tAmount\nGermany\t7.1bn\nPoland\t0.2bn",
                ["7100000000 EUR", "200000000 EUR"],
            ),
        ] {
            assert_eq!(sums(text), wanted, "{text}");
        }
    }

    #[test]
    fn other_cells_stay_bare() {
        for text in [
            "Country\tSeats\nGermany\t96\nFrance\t81",
            "Donor | EUR million | Rank\nJapan | none | 3",
        ] {
            assert_eq!(sums(text), Vec::<String>::new(), "{text}");
        }
    }
}
