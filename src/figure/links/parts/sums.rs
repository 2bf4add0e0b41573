//! Figures that add up exactly to the one before them.

use rust_decimal::Decimal;

use super::sound;
use crate::figure::draft::Draft;
use crate::figure::links::same_unit;

/// Figures that add up exactly to the one before them are its parts.
pub(super) fn sums(drafts: &mut [Draft]) {
    for whole in 0..drafts.len() {
        if drafts[whole].equivalent_of.is_some() {
            continue;
        }
        let mut sum = Decimal::ZERO;
        let mut parts = Vec::new();
        for next in whole + 1..drafts.len() {
            let d = &drafts[next];
            if d.sentence.saturating_sub(drafts[whole].sentence) > 4 || parts.len() > 6 {
                break;
            }
            if d.equivalent_of.is_some() || !same_unit(d, &drafts[whole]) {
                continue;
            }
            if d.part_of.is_some_and(|p| p != whole) {
                continue;
            }
            sum += d.mention.value;
            parts.push(next);
            if sum >= drafts[whole].mention.value {
                break;
            }
        }
        if parts.len() > 1
            && sum == drafts[whole].mention.value
            && drafts[whole].mention.high.is_none()
        {
            for part in parts {
                if drafts[part].part_of.is_none() && sound(drafts, part, whole) {
                    drafts[part].part_of = Some(whole);
                }
            }
        }
    }
}
