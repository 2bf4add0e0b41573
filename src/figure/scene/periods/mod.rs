//! Stretches of time: "in 2025", "by the end of 2026", "over the next three years", "last year".

mod told;

use chrono::{Datelike, NaiveDate};
use rust_decimal::prelude::ToPrimitive;

use crate::lexicon::Class;
use crate::mention::Cursor;
use crate::mention::number::single_at;
use crate::text::{Sentence, TokenKind};

/// How a stretch of time bears on a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodKind {
    /// "in 2025", "for 2026", "this year": just these years.
    In,
    /// "by 2028", "until 2030": up to and with that year.
    Until,
    /// "since 2022": from that year on.
    Since,
    /// "over the next three years", "2024 to 2027".
    Span,
    /// A day, week or month told by the date of publication: "last week", "in March", "on Friday".
    Day,
}

/// A stretch of time at tokens `first..end`, in calendar years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// First token.
    pub first: usize,
    /// One past the last token.
    pub end: usize,
    /// How it bears on a figure.
    pub kind: PeriodKind,
    /// First and last year.
    pub years: (i32, i32),
}

/// The periods of a sentence, in order.
pub fn find(
    c: &Cursor<'_>,
    sentence: &Sentence,
    published: Option<NaiveDate>,
    found: &mut Vec<Period>,
) {
    let reader = Reader { c, sentence, published };
    let mut at = sentence.first;
    while at < sentence.end {
        match reader.period(at).or_else(|| reader.anchored(at, found.last())) {
            Some(period) => {
                at = period.end;
                found.push(period);
            }
            None => at += 1,
        }
    }
}

/// The months by the first three letters of their names.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

struct Reader<'r, 'a> {
    c: &'r Cursor<'a>,
    sentence: &'r Sentence,
    published: Option<NaiveDate>,
}

impl Reader<'_, '_> {
    fn period(&self, at: usize) -> Option<Period> {
        let c = self.c;
        let year = c.kind(at) == Some(TokenKind::Number) && c.text.word(at).len() == 4;
        let made = |end: usize, kind: PeriodKind, years: (i32, i32)| {
            Some(Period { first: at, end, kind, years })
        };
        let opened = c.is_any(at, Class::PeriodWord.bit() | Class::Month.bit());
        if !year && (opened || self.may_tell(at)) {
            let told = self.told(at).or_else(|| self.starting(at));
            if let Some((end, kind, years)) = told {
                return made(end, kind, years);
            }
        }
        if !year && !opened {
            return None;
        }
        if let Some((end, years)) = self.over_years(at) {
            return made(end, PeriodKind::Span, years);
        }
        if let Some((end, year)) = self.relative_year(at) {
            return made(end, self.kind_before(at), (year, year)).map(|p| self.widened(p));
        }
        if let Some((end, first, last)) = self.year_range(at) {
            return made(end, PeriodKind::Span, (first, last));
        }
        if let Some((end, year)) = self.year(at) {
            let kind = self.kind_before(at);
            return made(end, kind, (year, year)).map(|p| self.widened(p));
        }
        if let Some((end, year)) = self.invasion(at) {
            return made(end, PeriodKind::Since, (year, self.this_year()?.max(year)));
        }
        if let Some((end, first, last)) = self.month_range(at) {
            return made(end, PeriodKind::Span, (first, last));
        }
        let (end, year) = self.calendar(at)?;
        let kind = self.kind_before(at - usize::from(at > 0 && self.c.reads(at - 1, "next")));
        if kind == PeriodKind::Until && self.this_year().is_some_and(|this| year > this) {
            return made(end, PeriodKind::Until, (self.this_year()?, year));
        }
        if kind == PeriodKind::Since {
            return made(end, PeriodKind::Since, (year, self.this_year()?.max(year)));
        }
        made(end, PeriodKind::Day, (year, year))
    }

    fn this_year(&self) -> Option<i32> {
        self.published.map(|d| d.year())
    }

    /// A plain year: four digits from 1990 to 2079 that count nothing.
    fn year(&self, at: usize) -> Option<(usize, i32)> {
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
    fn in_model(&self, at: usize) -> bool {
        let c = self.c;
        let model = c.text.tokens[at - 1]
            .capital
            .then(|| c.lexicon.things.at(c.lexicon.vocabulary(), c.tokens(), at - 1))
            .flatten();
        model.is_some_and(|(_, length)| length > 1)
    }

    /// "2024 to 2027", "2026-2033", "2030/31", "between 2022 and mid-2025".
    fn year_range(&self, at: usize) -> Option<(usize, i32, i32)> {
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
    fn up_to_now(&self, at: usize) -> Option<(usize, i32)> {
        let c = self.c;
        let word = c.small(at);
        let last = matches!(&*word, "last" | "this")
            && matches!(
                c.text.word(at + 1),
                "month" | "week" | "year" | "spring" | "summer" | "autumn"
            );
        let now = matches!(&*word, "now" | "today" | "date" | "present");
        (last || now).then_some((at + 1 + usize::from(last), self.this_year()?))
    }

    /// "by 2030/31", "to 2033-34": the end of a span is the later year of a fiscal one.
    fn fiscal_start(&self, at: usize, first: i32) -> i32 {
        let ends_span = matches!(self.kind_before(at), PeriodKind::Until);
        match self.this_year() {
            Some(this) if ends_span && this < first => this,
            _ => first,
        }
    }

    /// "February 2022 and December 2023" after "between": a range that opens with a month.
    fn month_range(&self, at: usize) -> Option<(usize, i32, i32)> {
        let c = self.c;
        if !c.is(at, Class::Month) || self.year(at + 1).is_none() {
            return None;
        }
        self.year_range(at + 1)
    }

    fn mid_year(&self, at: usize) -> Option<(usize, i32)> {
        let c = self.c;
        if let Some(year) = self.year(at) {
            return Some(year);
        }
        let mut skipped = at;
        while skipped < at + 4
            && (matches!(c.text.word(skipped), "mid" | "early" | "late" | "the" | "end" | "of")
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

    /// How the words before a year bear on it.
    fn kind_before(&self, at: usize) -> PeriodKind {
        let c = self.c;
        let from = at.saturating_sub(10).max(self.sentence.first);
        for k in (from..at).rev() {
            let word = c.small(k);
            match &*word {
                "by" | "until" | "till" | "through" => return PeriodKind::Until,
                "to" if k + 1 == at || c.reads(k + 1, "the") || c.reads(k + 1, "fiscal") => {
                    return PeriodKind::Until;
                }
                "before" => return PeriodKind::Until,
                "since" | "from" => {
                    return if word == "since" { PeriodKind::Since } else { PeriodKind::In };
                }
                "in" if k > from && matches!(c.text.word(k - 1), "year" | "quarter" | "half") => {}
                "in" | "for" | "during" | "on" | "over" | "of"
                    if !matches!(&*word, "of" | "for") =>
                {
                    return PeriodKind::In;
                }
                "the" | "end" | "of" | "start" | "beginning" | "early" | "late" | "mid"
                | "fiscal" | "year" | "financial" | "middle" | "spring" | "summer" | "autumn"
                | "fall" | "winter" | "half" | "first" | "second" | "third" | "fourth"
                | "quarter" | "around" | "about" | "calendar" | "and" | "with" | "a" | "least"
                | "at" | "as" | "far" | "ahead" | "budget" | "next" => {}
                _ if c.is(k, Class::Month)
                    || c.kind(k) == Some(TokenKind::Number)
                    || word.len() == 1 => {}
                _ => return PeriodKind::In,
            }
        }
        PeriodKind::In
    }

    fn widened(&self, period: Period) -> Period {
        let Some(this) = self.this_year() else { return period };
        let (year, _) = period.years;
        match period.kind {
            PeriodKind::Until
                if year > this && period.first > 0 && self.c.reads(period.first - 1, "before") =>
            {
                Period { years: (this, year - 1), ..period }
            }
            PeriodKind::Until if year >= this => Period { years: (this, year), ..period },
            PeriodKind::Until => Period { kind: PeriodKind::In, ..period },
            PeriodKind::Since if year <= this => Period { years: (year, this), ..period },
            _ => period,
        }
    }

    /// "this year", "last year", "next year", "a year earlier", "the year before".
    fn relative_year(&self, at: usize) -> Option<(usize, i32)> {
        let c = self.c;
        let this = self.this_year()?;
        if c.reads(at, "year")
            && matches!(c.text.word(at + 1), "'s" | "’s" | "-")
            && c.reads(at + 2, "end")
        {
            return Some((at + 3, this));
        }
        let shift = match &*c.small(at) {
            "this" | "current" => 0,
            "last" | "previous" => -1,
            "next" | "coming" | "following" => 1,
            _ => return None,
        };
        let mut noun = at + 1;
        while matches!(c.text.word(noun), "calendar" | "financial" | "fiscal" | "budget") {
            noun += 1;
        }
        if c.reads(noun, "year") {
            let end = noun + 1 + usize::from(matches!(c.text.word(noun + 1), "'s" | "’s"));
            return Some((end, this + shift));
        }
        let season =
            matches!(c.text.word(noun), "spring" | "summer" | "autumn" | "fall" | "winter");
        if season && shift == 0 {
            return Some((noun + 1, this));
        }
        if season && shift == -1 {
            return Some((noun + 1, self.past_season(c.text.word(noun))?));
        }
        None
    }

    fn past_season(&self, season: &str) -> Option<i32> {
        let published = self.published?;
        let starts = match season {
            "spring" => 6,
            "summer" => 9,
            _ => 12,
        };
        Some(if published.month() >= starts { published.year() } else { published.year() - 1 })
    }

    /// "over the next three years", "for five years", "over eight years", "over the five years to fiscal 2027".
    fn over_years(&self, at: usize) -> Option<(usize, (i32, i32))> {
        let c = self.c;
        let this = self.this_year()?;
        if !matches!(
            &*c.small(at),
            "over" | "for" | "within" | "in" | "during" | "across" | "through" | "next" | "under"
        ) {
            return None;
        }
        let mut k = at + 1;
        let (mut next, mut past, mut determined) = (c.reads(at, "next"), false, false);
        while k < at + 6 {
            match &*c.small(k) {
                "next" | "coming" | "following" => next = true,
                "past" | "last" | "previous" => past = true,
                "the" | "a" | "its" | "period" | "of" | "about" | "some" | "around" | "further"
                | "another" | "up" | "to" => determined |= c.reads(k, "the"),
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
        let opened = matches!(&*c.small(at), "over" | "within" | "across" | "during" | "next");
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
    fn months(&self, opening: usize, at: usize) -> Option<(usize, i32)> {
        let c = self.c;
        if !matches!(&*c.small(opening), "within" | "over" | "next" | "in") {
            return None;
        }
        let number = single_at(c, at).filter(|n| !n.scaled && c.reads(n.end, "months"))?;
        let count = number.low.to_u32().filter(|n| *n < 120)?;
        let last = self.published?.checked_add_months(chrono::Months::new(count))?.year();
        (!self.is_age(number.end + 1)).then_some((number.end + 1, last))
    }

    /// "years old", "years ago".
    fn is_age(&self, end: usize) -> bool {
        matches!(self.c.text.word(end), "old" | "ago" | "earlier" | "of" | "after" | "before")
    }

    fn year_count(&self, at: usize) -> Option<(usize, i32)> {
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

    /// "to fiscal 2027", "to 2033-34", "until 2029".
    fn to_year(&self, at: usize) -> Option<(usize, i32)> {
        let c = self.c;
        if !matches!(c.text.word(at), "to" | "until" | "through" | "ending" | "up") {
            return None;
        }
        let mut k = at + 1;
        while k < at + 5
            && matches!(
                c.text.word(k),
                "to" | "fiscal" | "the" | "end" | "of" | "in" | "year" | "March" | "financial"
            )
        {
            k += 1;
        }
        if let Some((end, _, last)) = self.year_range(k) {
            return Some((end, last));
        }
        self.year(k)
    }

    /// "since the invasion", "since the beginning of the full-scale war", "since Russia's invasion".
    fn invasion(&self, at: usize) -> Option<(usize, i32)> {
        let c = self.c;
        if !c.reads(at, "since") {
            return None;
        }
        let window = at + 1..(at + 11).min(self.sentence.end);
        let stop = window
            .clone()
            .find(|k| {
                matches!(c.text.word(*k), "," | ";" | ".")
                    || self.year(*k).is_some()
                    || c.is(*k, Class::Month)
            })
            .unwrap_or(window.end);
        let word = (at + 1..stop).find(|k| {
            matches!(c.text.word(*k), "invasion" | "war" | "aggression" | "full-scale")
        })?;
        Some((word + 1, 2022))
    }

    /// "in March", "last month", "on 4 August", "last July", "in December": the year by the day of publication.
    fn calendar(&self, at: usize) -> Option<(usize, i32)> {
        let c = self.c;
        let published = self.published?;
        let word = c.small(at);
        if matches!(&*word, "last" | "past" | "previous") {
            let back = match c.text.word(at + 1) {
                "week" => 7,
                "month" => 31,
                "quarter" => 91,
                _ => 0,
            };
            if back > 0 {
                return Some((at + 2, (published - chrono::Days::new(back)).year()));
            }
        }
        if matches!(&*word, "yesterday" | "today" | "tonight") {
            return Some((at + 1, published.year()));
        }
        let last = matches!(&*word, "last");
        let month_at = at + usize::from(last);
        let month = self.month(month_at)?;
        let followed = (month_at + 1..month_at + 4).find_map(|k| {
            self.year(k).filter(|_| {
                k == month_at + 1
                    || c.kind(k - 1) == Some(TokenKind::Number)
                    || c.is_sign(k - 1, ",")
            })
        });
        if let Some((end, year)) = followed {
            return Some((end, year));
        }
        let next = at > 0 && c.reads(at - 1, "next");
        let later = month > published.month();
        let year = published.year();
        let next_period =
            ["by", "until", "from", "next", "before"].iter().any(|w| at > 0 && c.reads(at - 1, w));
        let year = if next || (next_period && month < published.month()) {
            year + i32::from(month < published.month())
        } else if later && (last || !self.looks_ahead(at)) {
            year - 1
        } else {
            year
        };
        Some((month_at + 1, year))
    }

    fn month(&self, at: usize) -> Option<u32> {
        let c = self.c;
        if !c.is(at, Class::Month) || !c.text.tokens[at].capital {
            return None;
        }
        let word = c.text.word(at);
        if word == "May"
            && !(at > 0 && c.is_any(at - 1, Class::Preposition.bit() | Class::Adjective.bit())
                || c.kind(at - 1) == Some(TokenKind::Number)
                || c.kind(at + 1) == Some(TokenKind::Number))
        {
            return None;
        }
        let start = word.get(..3)?.to_ascii_lowercase();
        MONTHS.iter().position(|m| *m == start).map(|n| n as u32 + 1)
    }

    /// "by October", "until December", "will … in November".
    fn looks_ahead(&self, at: usize) -> bool {
        let c = self.c;
        let from = at.saturating_sub(4).max(self.sentence.first);
        (from..at).any(|k| {
            matches!(c.text.word(k), "by" | "until" | "till" | "before" | "from" | "through")
        }) || (self.sentence.first..at).any(|k| c.is_any(k, Class::Future.bit()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::english;
    use crate::text::Text;

    #[test]
    fn reads_years_from_the_day_of_publication() {
        let day = NaiveDate::from_ymd_opt(2025, 1, 13);
        for (wording, kind, first, last) in [
            ("in 2025", PeriodKind::In, 2025, 2025),
            ("this year", PeriodKind::In, 2025, 2025),
            ("last year", PeriodKind::In, 2024, 2024),
            ("next year's budget", PeriodKind::In, 2026, 2026),
            ("by 2028", PeriodKind::Until, 2025, 2028),
            ("by the end of 2026", PeriodKind::Until, 2025, 2026),
            ("annually until 2029", PeriodKind::Until, 2025, 2029),
            ("since 2022", PeriodKind::Since, 2022, 2025),
            ("since February 2022", PeriodKind::Since, 2022, 2025),
            ("since Russia's invasion", PeriodKind::Since, 2022, 2025),
            ("over the next three years", PeriodKind::Span, 2025, 2027),
            ("over eight years", PeriodKind::Span, 2025, 2032),
            ("for the years 2024 to 2027", PeriodKind::Span, 2024, 2027),
            ("2026–2033", PeriodKind::Span, 2026, 2033),
            ("over the five years to fiscal 2027", PeriodKind::Span, 2023, 2027),
            ("over the decade to 2033-34", PeriodKind::Span, 2025, 2034),
            ("between 2022 and mid-2025", PeriodKind::Span, 2022, 2025),
            ("in fiscal 2026", PeriodKind::In, 2026, 2026),
            ("in December", PeriodKind::Day, 2024, 2024),
            ("in June 2024", PeriodKind::Day, 2024, 2024),
            ("last week", PeriodKind::Day, 2025, 2025),
            ("in 2025 and 2026", PeriodKind::Span, 2025, 2026),
            ("for FY2024-25", PeriodKind::Span, 2024, 2025),
            ("for FY 2025-26", PeriodKind::Span, 2025, 2026),
            ("in FY26", PeriodKind::In, 2026, 2026),
            ("two years ago", PeriodKind::In, 2023, 2023),
            ("a year ago", PeriodKind::In, 2024, 2024),
            ("18 months ago", PeriodKind::In, 2023, 2023),
            ("a five-year plan", PeriodKind::Span, 2025, 2029),
            ("this year and the next", PeriodKind::Span, 2025, 2026),
            ("before the year is out", PeriodKind::In, 2025, 2025),
            ("for the rest of the year", PeriodKind::In, 2025, 2025),
            ("in the year starting April 2026", PeriodKind::In, 2026, 2026),
            ("before 2027", PeriodKind::Until, 2025, 2026),
        ] {
            let text = Text::new(wording, english().vocabulary());
            let c = Cursor { text: &text, lexicon: english() };
            let mut found = Vec::new();
            find(&c, &text.sentences[0], day, &mut found);
            let got = found.first().map(|p| (p.kind, p.years));
            assert_eq!(got, Some((kind, (first, last))), "{wording}");
        }
    }
}
