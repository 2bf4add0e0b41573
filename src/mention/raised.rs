//! Numbers that take their unit from one behind them: the old number of a rise ("from 155 to 205 billion
//! kroner"), the first ones of a list ("500, 135 and 80 million euros").

use rust_decimal::Decimal;

use super::cursor::Cursor;
use super::homes::Homes;
use super::money::money_at;
use super::number::{Numeral, is_raise, numeral_at, range_of, single_at};
use super::quantity::{Head, counted_after};
use super::{Mention, What};
use crate::figure::{Bound, Per};
use crate::lexicon::{Class, NumberWord};
use crate::text::TokenKind;

/// The old number that begins at a token, with the unit or thing of the new one behind it.
#[must_use]
pub fn raised_at(c: &Cursor<'_>, at: usize, homes: &Homes<'_>) -> Option<Mention> {
    let number = old(c, at)?;
    let next = number.end + 1;
    if let Some(money) = money_at(c, next, homes) {
        let new = Numeral { low: money.low, scaled: true, ..number };
        let low = range_of(&number, &new).map_or(number.low, |(low, _)| low);
        return (low >= Decimal::from(1000))
            .then(|| made(&number, low, What::Money(money.unit, money.sure), None));
    }
    let new = numeral_at(c, next)?;
    let counted = counted_after(c, &new)?;
    if !matches!(counted.head, Head::Thing(_)) {
        return None;
    }
    let low = range_of(&number, &new).map_or(number.low, |(low, _)| low);
    let what = What::Counted(counted.first, counted.end, counted.head);
    Some(made(&number, low, what, super::per_after(c, counted.end)))
}

/// A number of a list that begins at a token, with the unit or thing of the list's last.
#[must_use]
pub fn listed_at(c: &Cursor<'_>, at: usize, homes: &Homes<'_>) -> Option<Mention> {
    let number = listed(c, at)?;
    let mut next = number.end + 1;
    for _ in 0..6 {
        if let Some(money) =
            money_at(c, next, homes).filter(|_| c.kind(next) != Some(TokenKind::Sign))
        {
            let scale = scale_word(c, next, money.end)?;
            let low = if number.scaled { number.low } else { number.low.checked_mul(scale)? };
            return Some(made(&number, low, What::Money(money.unit, money.sure), None));
        }
        let one = listed(c, next);
        if let Some(one) = one.filter(|one| is_joint(c, one.end)) {
            next = one.end + 1;
            continue;
        }
        let last = numeral_at(c, next).filter(|n| n.high.is_none())?;
        let counted = counted_after(c, &last)?;
        let known =
            matches!(counted.head, Head::Thing(_)) && c.is(next - 1, Class::And) && !number.scaled;
        let what = What::Counted(counted.first, counted.end, counted.head);
        return known.then(|| made(&number, number.low, what, super::per_after(c, counted.end)));
    }
    None
}

/// A comma or an "and" between two numbers of a list.
fn is_joint(c: &Cursor<'_>, at: usize) -> bool {
    let before_number = c.kind(at + 1) == Some(TokenKind::Number)
        || c.lexicon.number_word(c.word(at + 1)).is_some();
    before_number && (c.is_sign(at, ",") || c.is(at, Class::And))
}

/// A plain number with a joint behind it; a year is none.
fn listed(c: &Cursor<'_>, at: usize) -> Option<Numeral> {
    if !matches!(c.kind(at), Some(TokenKind::Number)) && c.lexicon.number_word(c.word(at)).is_none()
    {
        return None;
    }
    let number = single_at(c, at)?;
    let wording = c.text.word(at);
    let year = wording.len() == 4 && (wording.starts_with("19") || wording.starts_with("20"));
    let between = at > 0 && c.reads(at - 1, "between");
    (!year && !between && is_joint(c, number.end)).then_some(number)
}

fn scale_word(c: &Cursor<'_>, first: usize, end: usize) -> Option<Decimal> {
    (first..end).find_map(|at| match c.lexicon.number_word(c.word(at)) {
        Some(NumberWord::Scale(scale)) => Some(Decimal::from(scale)),
        _ => None,
    })
}

/// A bare number between "from" and "to", after a verb or noun of growth.
fn old(c: &Cursor<'_>, at: usize) -> Option<Numeral> {
    let from = (at.saturating_sub(2)..at).any(|k| c.reads(k, "from"));
    if !from || !is_raise(c, at) {
        return None;
    }
    let number = single_at(c, at)?;
    (c.is(number.end, Class::To) || c.reads(number.end, "to")).then_some(number)
}

fn made(number: &Numeral, value: Decimal, what: What, per: Option<Per>) -> Mention {
    Mention {
        first: number.first,
        end: number.end,
        number_end: number.end,
        value,
        high: None,
        bound: Bound::Exact,
        what,
        scaled: number.scaled,
        per,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Homes, Mention, scan_text};
    use super::*;
    use crate::lexicon::english;
    use crate::text::Text;

    fn read(wording: &str) -> Vec<String> {
        let text = Text::new(wording, english().vocabulary());
        let c = Cursor { text: &text, lexicon: english() };
        let show = |m: &Mention| {
            let unit = match m.what {
                What::Money(code, _) => code.to_owned(),
                What::Counted(first, end, _) => c.text.slice(first, end).to_owned(),
                What::Bare => "bare".to_owned(),
            };
            format!(
                "{}{} {unit}",
                m.value.normalize(),
                m.high.map(|h| format!("..{}", h.normalize())).unwrap_or_default()
            )
        };
        scan_text(&c, &Homes::default()).iter().map(show).collect()
    }

    #[test]
    fn an_old_number_takes_the_new_ones_unit() {
        for (wording, wanted) in [
            ("lifted from 155 to 205 billion euros", vec!["155000000000 EUR", "205000000000 EUR"]),
            ("rises from four to seven billion euros", vec!["4000000000 EUR", "7000000000 EUR"]),
            ("raised output from 10 to 40 missiles", vec!["10 missiles", "40 missiles"]),
            ("worth from 2 to 3 billion euros", vec!["2000000000..3000000000 EUR"]),
            (
                "500, 135 and 80 million euros",
                vec!["500000000 EUR", "135000000 EUR", "80000000 EUR"],
            ),
            ("lots of 6, 18 and 5 launchers", vec!["6 launchers", "18 launchers", "5 launchers"]),
            ("in 2024, 2025 and 80 million euros", vec!["2024 bare", "2025 bare", "80000000 EUR"]),
            ("grew from 20 to 30 percent", vec!["20 bare", "30 percent"]),
        ] {
            assert_eq!(read(wording), wanted, "{wording}");
        }
    }
}
