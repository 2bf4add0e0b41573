//! Stretches of so many years or months: "over the next three years", "within 12 months".

use chrono::Datelike;
use rust_decimal::prelude::ToPrimitive;

use super::Reader;
use crate::lexicon::List;
use crate::mention::number::single_at;

impl Reader<'_, '_> {
    /// "over the next three years", "for five years", "over eight years", "over the five years to fiscal 2027".
    pub(super) fn over_years(&self, at: usize) -> Option<(usize, (i32, i32))> {
        let c = self.c;
        let this = self.this_year()?;
        if !c.listed_small(at, List::OverYears) {
            return None;
        }
        let mut k = at + 1;
        let (mut next, mut past, mut determined) = (c.reads(at, "next"), false, false);
        while k < at + 6 {
            match &*c.small(k) {
                "next" | "coming" | "following" => next = true,
                "past" | "last" | "previous" => past = true,
                "the" => determined = true,
                _ if c.listed_small(k, List::BesideYears) => {}
                _ => break,
            }
            k += 1;
        }
        if let Some((end, last)) = self.months(at, k) {
            return Some((end, (this, last)));
        }
        let (end, count) = self.year_count(k)?;
        if let Some((end, first, last)) = self.year_range(end + usize::from(c.is_sign(end, ","))) {
            return Some((end, (first, last)));
        }
        let opened = c.listed_small(at, List::FromNow);
        if let Some((to_end, last)) = self.to_year(end) {
            return Some((to_end, (last - count + 1, last)));
        }
        if past {
            return Some((end, (this - count + 1, this)));
        }
        let spans = next
            || opened && (determined || !c.reads(at, "during"))
            || c.reads(at, "for") && !determined;
        (spans && count < 26 && !self.is_age(end)).then_some((end, (this, this + count - 1)))
    }

    /// "within 12 months", "over the next 18 months": up to the year in which they end.
    pub(super) fn months(&self, opening: usize, at: usize) -> Option<(usize, i32)> {
        let c = self.c;
        if !c.listed_small(opening, List::OverMonths) {
            return None;
        }
        let number = single_at(c, at).filter(|n| !n.scaled && c.reads(n.end, "months"))?;
        let count = number.low.to_u32().filter(|n| *n < 120)?;
        let last = self.published?.checked_add_months(chrono::Months::new(count))?.year();
        (!self.is_age(number.end + 1)).then_some((number.end + 1, last))
    }

    /// "years old", "years ago".
    pub(super) fn is_age(&self, end: usize) -> bool {
        self.c.listed(end, List::Age)
    }

    pub(super) fn year_count(&self, at: usize) -> Option<(usize, i32)> {
        let c = self.c;
        if c.reads(at, "decade") {
            return Some((at + 1, 10));
        }
        let number = single_at(c, at).filter(|n| !n.scaled)?;
        let hyphen = usize::from(c.is_dash(number.end));
        let count = number.low.to_i32().filter(|n| (1..30).contains(n))?;
        let at = number.end + hyphen;
        let decades = matches!(c.text.word(at), "decades" | "decade");
        (decades || matches!(c.text.word(at), "years" | "year"))
            .then_some((at + 1, if decades { count * 10 } else { count }))
    }
}
