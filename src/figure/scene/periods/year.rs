//! Plain years and ranges of years: "2026", "2024 to 2027", "2030/31", "between 2022 and mid-2025".

use super::{PeriodKind, Reader};
use crate::lexicon::{Class, List};
use crate::text::TokenKind;

impl Reader<'_, '_> {
    /// A plain year: four digits from 1990 to 2079 that count nothing.
    pub(super) fn year(&self, at: usize) -> Option<(usize, i32)> {
        let c = self.c;
        if at >= self.sentence.end || c.kind(at) != Some(TokenKind::Number) {
            return None;
        }
        let digits = c.text.word(at);
        if at > self.sentence.first && self.in_model(at) {
            return None;
        }
        let money = at > self.sentence.first
            && c.kind(at - 1) == Some(TokenKind::Sign)
            && c.joined(at)
            && !matches!(c.text.word(at - 1), "(" | "–" | "-" | "/" | "\"" | "“" | "—" | "’" | "'");
        if digits.len() != 4 || money || c.lexicon.number_word(c.word(at + 1)).is_some() {
            return None;
        }
        let year: i32 = digits.parse().ok()?;
        let named = year == 2000 && at > self.sentence.first && c.text.tokens[at - 1].capital;
        ((1990..2080).contains(&year) && !named).then_some((at + 1, year))
    }

    /// "Mirage 2000": the digits of a model's name.
    pub(super) fn in_model(&self, at: usize) -> bool {
        let c = self.c;
        let model = c.text.tokens[at - 1]
            .capital
            .then(|| c.lexicon.things.at(c.lexicon.vocabulary(), c.tokens(), at - 1))
            .flatten();
        model.is_some_and(|(_, length)| length > 1)
    }

    /// "2024 to 2027", "2026-2033", "2030/31", "between 2022 and mid-2025".
    pub(super) fn year_range(&self, at: usize) -> Option<(usize, i32, i32)> {
        let c = self.c;
        let (end, first) = self.year(at)?;
        let mark = c.text.word(end);
        let slash = matches!(mark, "-" | "–" | "/" | "—") && c.joined(end) && c.joined(end + 1);
        if slash && c.kind(end + 1) == Some(TokenKind::Number) && c.text.word(end + 1).len() == 2 {
            let short: i32 = c.text.word(end + 1).parse().ok()?;
            let last = first - first % 100 + short;
            let fiscal = last == first + 1;
            let from = if fiscal { self.fiscal_start(at, first) } else { first };
            return (last > first).then_some((end + 2, from, last));
        }
        let next = end + 1;
        let between =
            (at.saturating_sub(4).max(self.sentence.first)..at).any(|k| c.reads(k, "between"));
        let linked = slash
            || c.reads(end, "to")
            || c.reads(end, "through")
            || c.reads(end, "until")
            || c.reads(end, "till")
            || (between && c.is(end, Class::And))
            || (c.is_dash(end) && self.year(next).is_some());
        if linked {
            let (end, last) = self.mid_year(next).or_else(|| self.up_to_now(next))?;
            return (last > first).then_some((end, first, last));
        }
        // "in 2025 and 2026"
        if c.is(end, Class::And) {
            let (end, last) = self.year(next)?;
            return (last == first + 1).then_some((end, first, last));
        }
        None
    }

    /// "between 2022 and last month", "from 2023 to date": up to the day of publication.
    pub(super) fn up_to_now(&self, at: usize) -> Option<(usize, i32)> {
        let c = self.c;
        let word = c.small(at);
        let last = matches!(&*word, "last" | "this") && c.listed(at + 1, List::ThisPart);
        let now = c.listed_small(at, List::UpToNow);
        (last || now).then_some((at + 1 + usize::from(last), self.this_year()?))
    }

    /// "by 2030/31", "to 2033-34": the end of a span is the later year of a fiscal one.
    pub(super) fn fiscal_start(&self, at: usize, first: i32) -> i32 {
        let ends_span = matches!(self.kind_before(at), PeriodKind::Until);
        match self.this_year() {
            Some(this) if ends_span && this < first => this,
            _ => first,
        }
    }

    /// "February 2022 and December 2023" after "between": a range that opens with a month.
    pub(super) fn month_range(&self, at: usize) -> Option<(usize, i32, i32)> {
        let c = self.c;
        if !c.is(at, Class::Month) || self.year(at + 1).is_none() {
            return None;
        }
        self.year_range(at + 1)
    }

    pub(super) fn mid_year(&self, at: usize) -> Option<(usize, i32)> {
        let c = self.c;
        if let Some(year) = self.year(at) {
            return Some(year);
        }
        let mut skipped = at;
        while skipped < at + 4
            && (c.listed(skipped, List::MidYear)
                || c.is(skipped, Class::Month)
                || (c.is(skipped - 1, Class::Month) && c.text.word(skipped).len() < 3))
        {
            skipped += 1;
        }
        if skipped > at {
            return self.year(skipped + usize::from(c.is_dash(skipped)));
        }
        let (_, tail) = c.text.word(at).split_once('-')?;
        let year: i32 = tail.parse().ok()?;
        (1990..2080).contains(&year).then_some((at + 1, year))
    }

    /// "to fiscal 2027", "to 2033-34", "until 2029".
    pub(super) fn to_year(&self, at: usize) -> Option<(usize, i32)> {
        let c = self.c;
        if !c.listed(at, List::UpToYear) {
            return None;
        }
        let mut k = at + 1;
        while k < at + 5 && c.listed(k, List::BeforeLastYear) {
            k += 1;
        }
        if let Some((end, _, last)) = self.year_range(k) {
            return Some((end, last));
        }
        self.year(k)
    }
}
