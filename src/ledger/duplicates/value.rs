//! Whether two numbers can be the same number.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::figure::Bound;
use crate::ledger::Record;

/// How two amounts agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agreement {
    /// One rounds to the other: "1.4 billion" and "1.38 billion".
    Rounded,
    /// The same number.
    Exact,
}

impl Agreement {
    /// For people.
    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::Exact => "the same amount",
            Self::Rounded => "the same amount, rounded",
        }
    }
}

/// Digits that count: 2 of "1.4 billion", 1 of "500 million".
#[must_use]
pub fn digits(value: Decimal) -> u32 {
    let mut mantissa = value.normalize().mantissa().unsigned_abs();
    while mantissa != 0 && mantissa.is_multiple_of(10) {
        mantissa /= 10;
    }
    mantissa.checked_ilog10().map_or(0, |log| log + 1)
}

/// How the amounts of two figures in one unit agree, if they do.
#[must_use]
pub fn agreement(one: &Record, other: &Record) -> Option<Agreement> {
    let (a, b) = (one.value?, other.value?);
    if a == b && one.high == other.high {
        return Some(Agreement::Exact);
    }
    if one.bound == Bound::Range || other.bound == Bound::Range {
        let (range, single) = if one.bound == Bound::Range { (one, b) } else { (other, a) };
        return (range.high == Some(single)).then_some(Agreement::Rounded);
    }
    let (coarse, fine) = if digits(a) <= digits(b) { (one, b) } else { (other, a) };
    let given = coarse.value?;
    let loose = coarse.bound != Bound::Exact;
    let near = if loose { Decimal::new(6, 2) } else { Decimal::new(5, 2) };
    let close = (fine - given).abs() <= given * near;
    let sides = match coarse.bound {
        Bound::AtLeast => fine >= given,
        Bound::AtMost => fine <= given,
        _ => rounds_to(fine, given) || loose,
    };
    (digits(a) != digits(b) && close && sides).then_some(Agreement::Rounded)
}

/// Whether the finer number, at the coarser one's precision, is the coarser one.
fn rounds_to(fine: Decimal, coarse: Decimal) -> bool {
    let mut step = Decimal::ONE;
    while !(coarse / step).is_integer() {
        step /= Decimal::TEN;
    }
    while (coarse / (step * Decimal::TEN)).is_integer() && !coarse.is_zero() {
        step *= Decimal::TEN;
    }
    let rounded =
        (fine / step).round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero) * step;
    let cut = (fine / step).trunc() * step;
    rounded == coarse || cut == coarse
}

/// Whether two sums in two currencies are worth the same, to three parts in a hundred.
#[must_use]
pub fn worth_the_same(a: Decimal, a_per_euro: Decimal, b: Decimal, b_per_euro: Decimal) -> bool {
    let euros = |value: Decimal, rate| value.checked_div(rate);
    let (Some(a), Some(b)) = (euros(a, a_per_euro), euros(b, b_per_euro)) else { return false };
    (a - b).abs() <= a.max(b) * Decimal::new(3, 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_that_count() {
        for (value, count) in
            [("1400000000", 2), ("500000000", 1), ("245000000", 3), ("0", 0), ("0.5", 1)]
        {
            assert_eq!(digits(value.parse().unwrap()), count, "{value}");
        }
    }

    #[test]
    fn rounding() {
        let table = [
            ("1380000000", "1400000000", true),
            ("1340000000", "1400000000", false),
            ("4050000000", "4000000000", true),
            ("186600000000", "187000000000", true),
            ("198000000", "200000000", true),
            ("13460000000", "13500000000", true),
        ];
        for (fine, coarse, holds) in table {
            assert_eq!(
                rounds_to(fine.parse().unwrap(), coarse.parse().unwrap()),
                holds,
                "{fine} {coarse}"
            );
        }
    }
}
