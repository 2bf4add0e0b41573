//! Ranges: "2-3", "2 to 3 billion", "between 2 and 3"; "raised from 100 to 150" is none.

use rust_decimal::Decimal;

use super::{Numeral, Simple};
use crate::lexicon::{Class, List};
use crate::mention::Cursor;

/// The two ends of a range, the lower taking the upper's scale where it has none ("2 to 3 billion").
#[must_use]
pub fn range_of(low: &Numeral, high: &Numeral) -> Option<(Decimal, Decimal)> {
    let low_value = if !low.scaled && high.scaled && low.low < high.low {
        let factor = scale_of(high.low)?;
        let scaled = low.low.checked_mul(factor)?;
        if scaled < high.low { scaled } else { low.low }
    } else {
        low.low
    };
    (low_value < high.low).then_some((low_value, high.low))
}

fn scale_of(value: Decimal) -> Option<Decimal> {
    [1_000_000_000_000u64, 1_000_000_000, 1_000_000, 1_000]
        .into_iter()
        .map(Decimal::from)
        .find(|s| value >= *s)
}

pub(super) fn ends(one: Simple, two: Simple) -> Option<(Decimal, Decimal)> {
    let mut low = one.value;
    if one.scale.is_none()
        && let Some(scale) = two.scale
    {
        let scaled = low.checked_mul(Decimal::from(scale))?;
        if scaled < two.value {
            low = scaled;
        }
    }
    (low < two.value).then_some((low, two.value))
}

/// The token after a range's mark: "2-3", "2 to 3", "between 2 and 3", "four or five".
pub(super) fn range_mark(c: &Cursor<'_>, first: usize, end: usize) -> Option<usize> {
    if c.is_dash(end) {
        return (c.joined(end) && c.joined(end + 1)).then_some(end + 1);
    }
    if c.is(end, Class::To) || c.reads(end, "to") {
        return (!is_raise(c, first)).then_some(end + 1);
    }
    let between = first > 0 && c.reads(first - 1, "between");
    if between && c.is(end, Class::And) {
        return Some(end + 1);
    }
    (c.is(end, Class::Or) && !c.reads(end + 1, "more") && !c.reads(end + 1, "so"))
        .then_some(end + 1)
}

/// "from 100 to 150 million" after a verb of growth is no range but an old number and a new one.
#[must_use]
pub fn is_raise(c: &Cursor<'_>, first: usize) -> bool {
    let Some(from) = (first.saturating_sub(2)..first).find(|at| c.reads(*at, "from")) else {
        return false;
    };
    (from.saturating_sub(9)..from).any(|at| {
        let word = c.text.word(at).to_ascii_lowercase();
        c.lexicon
            .lists
            .stems(List::Growth)
            .iter()
            .any(|stem| word.starts_with(stem) && word.len() < stem.len() + 4)
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;

    #[test]
    fn reads_ranges() {
        for (wording, low, high) in [
            ("2 to 3 billion", "2000000000", "3000000000"),
            ("between 2 and 3 billion", "2000000000", "3000000000"),
            ("5-7bn", "5000000000", "7000000000"),
            ("100–150 fighters", "100", "150"),
            ("two to two and a half billion", "2000000000", "2500000000"),
            ("500 to 1,000", "500", "1000"),
        ] {
            assert_eq!(read(wording), Some((low.to_owned(), Some(high.to_owned()))), "{wording}");
        }
    }

    #[test]
    fn an_old_number_and_a_new_one_are_no_range() {
        for (wording, first) in [
            ("output was raised from 100 to 150 million", "100"),
            ("grew from 20 to 30", "20"),
            ("either 12 or more", "12"),
        ] {
            assert_eq!(read(wording), Some((first.to_owned(), None)), "{wording}");
        }
    }
}
