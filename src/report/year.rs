//! Which year a sum belongs to.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::figure::terms::terms;
use crate::figure::{Per, UnknownTerm};
use crate::store::reports::{Lump, Sum};

terms! {
    /// How a report gives a figure its year.
    YearBasis, "year basis" {
        /// The years that the figure is for. A sum for several years stands under its span
        /// (2025/2027, the interval of ISO 8601), since nobody said how much of it falls in which.
        Period = "period",
        /// The year of the announcement.
        Announced = "announced",
        /// Shared evenly over its years, to the smallest unit of the currency.
        Spread = "spread",
    }
}

/// First and last year; nothing where nobody can tell.
pub type Years = Option<(i32, i32)>;

impl YearBasis {
    /// The years of what was announced on a day, with what falls into each. A yearly rate counts in
    /// every year of its span, whatever the basis.
    #[must_use]
    pub fn split(self, lump: &Lump, day: Option<NaiveDate>, sum: &Sum) -> Vec<(Years, Sum)> {
        match (lump.years, self) {
            (Some((first, last)), Self::Period | Self::Spread) if lump.per == Some(Per::Year) => {
                (first..=last).map(|year| (Some((year, year)), sum.clone())).collect()
            }
            (Some((first, last)), Self::Spread) => spread(sum, first, last),
            (years, Self::Period | Self::Spread) => vec![(years, sum.clone())],
            (years, Self::Announced) => {
                let times = match (lump.per, years) {
                    (Some(Per::Year), Some((first, last))) => i128::from(last - first + 1),
                    _ => 1,
                };
                let year = day.map(|d| (d.year(), d.year()));
                vec![(year, scaled(sum, |part| part * times))]
            }
        }
    }
}

/// `2025`, `2025/2027`, or nothing.
#[must_use]
pub fn span(years: Years) -> String {
    match years {
        Some((first, last)) if first == last => first.to_string(),
        Some((first, last)) => format!("{first}/{last}"),
        None => String::new(),
    }
}

/// Equal shares; what does not divide goes to the first years, one smallest unit each.
fn spread(sum: &Sum, first: i32, last: i32) -> Vec<(Years, Sum)> {
    let years = i128::from(last - first + 1);
    (first..=last)
        .zip(0..)
        .map(|(year, nth)| {
            let share = |whole: i128| whole / years + i128::from(nth < whole % years);
            (Some((year, year)), scaled(sum, share))
        })
        .collect()
}

fn scaled(sum: &Sum, change: impl Fn(i128) -> i128) -> Sum {
    Sum {
        amount: change(sum.amount),
        low: change(sum.low),
        high: sum.high.map(&change),
        ..sum.clone()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::figure::{Kind, Sector, Stage};

    fn lump(amount: i128, years: Option<(i32, i32)>, per: Option<Per>) -> Lump {
        Lump {
            donor: "DK".to_owned(),
            years,
            per,
            stage: Stage::Pledge,
            kind: Kind::Money,
            sector: Sector::Military,
            unit: Some("EUR".to_owned()),
            category: None,
            announced: chrono::NaiveDate::from_ymd_opt(2024, 12, 1),
            sum: Sum { amount, low: amount, high: Some(amount), ..Sum::default() },
            single: None,
        }
    }

    fn split(basis: YearBasis, amount: i128, years: Years, per: Option<Per>) -> Vec<(Years, Sum)> {
        let lump = lump(amount, years, per);
        basis.split(&lump, lump.announced, &lump.sum)
    }

    #[test]
    fn each_basis() {
        let yearly = Some(Per::Year);
        let cases = [
            (YearBasis::Period, (2025, 2025), None, "2025 100"),
            (YearBasis::Period, (2025, 2027), None, "2025/2027 100"),
            (YearBasis::Period, (2025, 2027), yearly, "2025 100, 2026 100, 2027 100"),
            (YearBasis::Announced, (2025, 2027), None, "2024 100"),
            (YearBasis::Announced, (2025, 2027), yearly, "2024 300"),
            (YearBasis::Spread, (2025, 2027), None, "2025 34, 2026 33, 2027 33"),
            (YearBasis::Spread, (2025, 2027), yearly, "2025 100, 2026 100, 2027 100"),
        ];
        for (basis, years, per, expected) in cases {
            let split = split(basis, 100, Some(years), per);
            let told: Vec<_> =
                split.iter().map(|(y, s)| format!("{} {}", span(*y), s.amount)).collect();
            assert_eq!(told.join(", "), expected, "{basis} {years:?} {per:?}");
        }
        assert_eq!(split(YearBasis::Period, 1, None, None)[0].0, None);
    }

    proptest! {
        #[test]
        fn shares_add_up_to_the_cent(amount in 0_i64.., first in 1990..2030, more in 0..40) {
            let split = split(YearBasis::Spread, amount.into(), Some((first, first + more)), None);
            prop_assert_eq!(split.iter().map(|(_, s)| s.amount).sum::<i128>(), i128::from(amount));
            let shares = split.iter().map(|(_, s)| s.amount);
            prop_assert!(shares.clone().max().unwrap() - shares.min().unwrap() <= 1);
        }
    }
}
