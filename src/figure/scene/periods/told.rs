//! Stretches of time told by words alone: "FY2024-25", "two years ago", "this year and the next", "a five-year
//! plan", "before the year is out".

use chrono::{Datelike, Months};
use rust_decimal::prelude::ToPrimitive;

use super::{Period, PeriodKind, Reader};
use crate::lexicon::{Class, List, NumberWord};
use crate::mention::number::single_at;
use crate::text::TokenKind;

/// A stretch as it is read: one past its last token, how it bears, its years.
type Told = (usize, PeriodKind, (i32, i32));

impl Reader<'_, '_> {
    /// What only words tell at a token.
    pub(super) fn told(&self, at: usize) -> Option<Told> {
        self.fiscal(at)
            .or_else(|| self.ago(at))
            .or_else(|| self.programme(at))
            .or_else(|| self.and_next(at))
            .or_else(|| self.whole_year(at))
    }

    /// Whether a token may begin what [`Reader::told`] reads.
    pub(super) fn may_tell(&self, at: usize) -> bool {
        let c = self.c;
        let token = &c.tokens()[at];
        if token.is(Class::NumberWord) {
            return true;
        }
        let word = c.text.word(at);
        if token.hyphen && (word.ends_with("-year") || matches!(word, "decade-long" | "year-end")) {
            return true;
        }
        match token.kind {
            TokenKind::Number => word.len() < 3,
            _ => word == "a" || word.starts_with("FY"),
        }
    }

    /// "FY2026", "FY25", "FY 2024-25", "FY2024/25".
    fn fiscal(&self, at: usize) -> Option<Told> {
        let c = self.c;
        let digits = c.text.word(at).strip_prefix("FY")?;
        let (end, digits) = match digits {
            "" => (at + 2, c.text.word(at + 1)),
            _ => (at + 1, digits),
        };
        let (head, tail) = digits.split_once(['-', '/']).unwrap_or((digits, ""));
        let first = full_year(head)?;
        let joined = tail.is_empty()
            && matches!(c.text.word(end), "-" | "–" | "/")
            && c.joined(end)
            && c.joined(end + 1);
        let tail = if joined { c.text.word(end + 1) } else { tail };
        let last = full_year(tail).filter(|last| *last == first + 1);
        let end = if joined && last.is_some() { end + 2 } else { end };
        let years = (first, last.unwrap_or(first));
        let kind = if last.is_some() { PeriodKind::Span } else { PeriodKind::In };
        Some((end, kind, years))
    }

    /// "two years ago", "a year ago", "18 months ago".
    fn ago(&self, at: usize) -> Option<Told> {
        let c = self.c;
        let (end, count) = match single_at(c, at).filter(|n| !n.scaled) {
            Some(number) => (number.end, number.low.to_u32().filter(|n| *n < 240)?),
            None if c.reads(at, "a") => (at + 1, 1),
            None => return None,
        };
        let months = match c.text.word(end) {
            "year" | "years" => count * 12,
            "month" | "months" => count,
            _ => return None,
        };
        let year = self.published?.checked_sub_months(Months::new(months))?.year();
        c.reads(end + 1, "ago").then_some((end + 2, PeriodKind::In, (year, year)))
    }

    /// "a five-year plan", "a 10-year, $7 billion programme": as many years from the publication's on.
    fn programme(&self, at: usize) -> Option<Told> {
        let c = self.c;
        let this = self.this_year()?;
        let (noun, count) = match c.text.word(at).split_once('-') {
            Some((number, "year")) => (at, self.number_named(number)?),
            Some(("decade", "long")) => (at, 10),
            Some(_) => return None,
            None => {
                let number = single_at(c, at).filter(|n| !n.scaled && c.is_dash(n.end))?;
                (number.end + 1, number.low.to_i32()?)
            }
        };
        if noun > at && !c.reads(noun, "year") || !(2..26).contains(&count) {
            return None;
        }
        let plans = (noun + 1..(noun + 6).min(self.sentence.end))
            .any(|k| c.is_any(k, Class::FundNoun.bit() | Class::LongNoun.bit()));
        plans.then_some((noun + 1, PeriodKind::Span, (this, this + count - 1)))
    }

    fn number_named(&self, word: &str) -> Option<i32> {
        let lexicon = self.c.lexicon;
        match lexicon.number_word(lexicon.vocabulary().exact(word)) {
            Some(NumberWord::Unit(n) | NumberWord::Tens(n)) => i32::try_from(n).ok(),
            _ => None,
        }
    }

    /// "this year and the next", "this year and next".
    fn and_next(&self, at: usize) -> Option<Told> {
        let c = self.c;
        let this = self.this_year()?;
        let opened = c.reads(at, "this") && c.reads(at + 1, "year") && c.is(at + 2, Class::And);
        let next = at + 3 + usize::from(c.reads(at + 3, "the"));
        (opened && c.reads(next, "next")).then_some({
            let end = next + 1 + usize::from(c.reads(next + 1, "year"));
            (end, PeriodKind::Span, (this, this + 1))
        })
    }

    /// "by year-end", "before the year is out", "the rest of the year".
    fn whole_year(&self, at: usize) -> Option<Told> {
        let c = self.c;
        let this = self.this_year()?;
        if c.reads(at, "year-end") {
            return Some((at + 1, PeriodKind::In, (this, this)));
        }
        if !c.reads(at, "year") || at < self.sentence.first + 2 || !c.reads(at - 1, "the") {
            return None;
        }
        let out = c.reads(at - 2, "before") && c.listed(at + 1, List::YearOut);
        let of = c.is(at - 2, Class::Of) && c.listed(at - 3, List::PartOfYear);
        let followed = (at + 1..at + 3).any(|k| self.year(k).is_some());
        (out || of && !followed).then_some((at + 1, PeriodKind::In, (this, this)))
    }

    /// "the year before", "the following year", "a year later", "that year": told by the year named last.
    pub(super) fn anchored(&self, at: usize, last: Option<&Period>) -> Option<Period> {
        let c = self.c;
        if !c.reads(at, "year") || at == self.sentence.first {
            return None;
        }
        let (before, next) = (c.small(at - 1), c.text.word(at + 1));
        let shift = match (&*before, next) {
            ("the" | "a", "before" | "earlier") => -1,
            ("a" | "one", "later" | "on") | ("the", "after") => 1,
            ("preceding" | "previous", _) => -1,
            ("following", _) => 1,
            ("same" | "that", _) => 0,
            _ => return None,
        };
        let (named, _) = last?.years;
        let named = if last?.years.0 == last?.years.1 { named } else { return None };
        let end = at + 1 + usize::from(c.listed(at + 1, List::SinceThen));
        let years = (named + shift, named + shift);
        Some(Period { first: at - 1, end, kind: PeriodKind::In, years })
    }

    /// "in the year starting April 2026": the year that begins then.
    pub(super) fn starting(&self, at: usize) -> Option<Told> {
        let c = self.c;
        let opened = c.reads(at, "year") && c.listed(at + 1, List::Starting);
        if !opened {
            return None;
        }
        let (end, year) = (at + 2..(at + 6).min(self.sentence.end)).find_map(|k| self.year(k))?;
        Some((end, PeriodKind::In, (year, year)))
    }
}

/// "2024", "24": a calendar year.
fn full_year(digits: &str) -> Option<i32> {
    let year: i32 = digits.parse().ok()?;
    match digits.len() {
        4 => (1990..2080).contains(&year).then_some(year),
        2 => (10..80).contains(&year).then_some(2000 + year),
        _ => None,
    }
}
