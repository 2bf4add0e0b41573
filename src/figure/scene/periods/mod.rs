//! Stretches of time: "in 2025", "by the end of 2026", "over the next three years", "last year".

mod bearing;
mod calendar;
mod counted;
mod told;
mod year;

use chrono::{Datelike, NaiveDate};

use crate::lexicon::Class;
use crate::mention::Cursor;
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

struct Reader<'r, 'a> {
    c: &'r Cursor<'a>,
    sentence: &'r Sentence,
    published: Option<NaiveDate>,
}

impl Reader<'_, '_> {
    fn period(&self, at: usize) -> Option<Period> {
        let c = self.c;
        let token = &c.tokens()[at];
        let length = token.end - token.start;
        let year = token.kind == TokenKind::Number && length == 4;
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
        if let Some((end, years)) = self.over_years(at).or_else(|| self.winter(at)) {
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::english;
    use crate::text::Text;

    /// Found by fuzzing: a fiscal year with a hyphen in it and another behind it ended before it began.
    #[test]
    fn every_stretch_ends_behind_its_beginning() {
        for wording in [
            "15-A5m|5ml\t—FY21-5A-\u{4}5[FA15-5A2",
            "FY21-22-23",
            "FY2024/25/26",
            "FY24-",
            "FY24-5A",
        ] {
            let text = Text::new(wording, english().vocabulary());
            let c = Cursor { text: &text, lexicon: english() };
            for sentence in &text.sentences {
                let reader = Reader { c: &c, sentence, published: None };
                for at in sentence.first..sentence.end {
                    let end = reader.period(at).map_or(at + 1, |period| period.end);
                    assert!(end > at, "{wording} at {at}");
                }
            }
        }
    }

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
            ("since it was opened in April 2022", PeriodKind::Since, 2022, 2025),
            ("since the start of the war in October 2023", PeriodKind::Since, 2023, 2025),
            ("since Russia invaded in February 2022", PeriodKind::Since, 2022, 2025),
            ("a ten-year agreement", PeriodKind::Span, 2025, 2034),
            ("a decade-long strategy", PeriodKind::Span, 2025, 2034),
            ("last winter", PeriodKind::Span, 2023, 2024),
            ("in the past winter", PeriodKind::Span, 2023, 2024),
            ("last summer", PeriodKind::In, 2024, 2024),
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
