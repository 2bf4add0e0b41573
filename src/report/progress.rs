//! What was promised, committed and delivered, side by side.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::Dimension;
use super::totals::Report;
use crate::figure::Stage;

/// A donor's way from promise to delivery, in one currency or sort of things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// The key without the stage.
    pub key: Vec<String>,
    /// The currency; nothing for things.
    pub unit: Option<String>,
    /// Promised.
    pub pledge: Decimal,
    /// Allocated, signed or budgeted.
    pub commitment: Decimal,
    /// Handed over, paid or made.
    pub delivery: Decimal,
}

impl Progress {
    /// Delivered as a share of the largest of the three, in percent with one decimal. The same
    /// money passes through the stages, so they are compared, never added.
    #[must_use]
    pub fn share(&self) -> Option<Decimal> {
        let most = self.pledge.max(self.commitment).max(self.delivery);
        let share = self.delivery.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(most)?;
        Some(share.round_dp(1))
    }
}

/// Puts the stages of a report side by side; gives the columns of the keys with it.
#[must_use]
pub fn progress(report: &Report) -> (Vec<Dimension>, Vec<Progress>) {
    let stage = report.by.iter().position(|d| *d == Dimension::Stage);
    let by = report.by.iter().copied().filter(|d| *d != Dimension::Stage).collect();
    let mut places: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    let mut all: Vec<Progress> = Vec::new();
    for row in &report.rows {
        let Some(nth) = stage else { continue };
        let mut key = row.key.clone();
        let stage = key.remove(nth).parse::<Stage>().ok();
        let place = *places.entry(key.clone()).or_insert_with(|| {
            let zero = Decimal::ZERO;
            let unit = row.unit.clone();
            all.push(Progress { key, unit, pledge: zero, commitment: zero, delivery: zero });
            all.len() - 1
        });
        match stage {
            Some(Stage::Pledge) => all[place].pledge += row.amount,
            Some(Stage::Commitment) => all[place].commitment += row.amount,
            Some(Stage::Delivery) => all[place].delivery += row.amount,
            Some(Stage::Request | Stage::Target) | None => {}
        }
    }
    all.retain(|p| !(p.pledge + p.commitment + p.delivery).is_zero());
    (by, all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_of_the_largest_stage() {
        let of = |pledge: i64, commitment: i64, delivery: i64| Progress {
            key: Vec::new(),
            unit: None,
            pledge: pledge.into(),
            commitment: commitment.into(),
            delivery: delivery.into(),
        };
        assert_eq!(of(0, 3, 1).share(), Some(Decimal::new(333, 1)));
        assert_eq!(of(10, 8, 8).share(), Some(Decimal::new(800, 1)));
        assert_eq!(of(0, 0, 0).share(), None);
    }
}
