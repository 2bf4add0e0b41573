//! Dates as pages write them: "January 13, 2025", "4 June 2025", "13 Jan.", "2025-01-13", "13.01.2025".
//!
//! A date of which only the order of its numbers could tell day from month ("01/02/2025") is none,
//! and neither is one that does not exist (30 February).

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};

use crate::lexicon::table;

static MONTHS: LazyLock<HashMap<&'static str, u32>> = LazyLock::new(|| {
    table::rows::<2>(include_str!("months.tsv"), "source/months.tsv")
        .flat_map(|[month, names]| {
            let month = month.parse().unwrap_or_default();
            table::list(names).map(move |name| (name, month))
        })
        .collect()
});

/// A date in a line, perhaps without its year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where it stands, in bytes.
    pub place: Range<usize>,
    /// The year, where the date names it.
    pub year: Option<i32>,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31, and one that the month has.
    pub day: u32,
}

impl Found {
    /// The date, with the year it names or else this one.
    #[must_use]
    pub fn in_year(&self, year: Option<i32>) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year.or(year)?, self.month, self.day)
    }
}

/// The date at the start of a machine's timestamp: `2025-01-13T21:18:00+02:00`. The day is that of the
/// place of publication, so the offset is left alone.
#[must_use]
pub fn of_timestamp(stamp: &str) -> Option<NaiveDate> {
    let stamp = stamp.trim();
    let compact = || NaiveDate::parse_from_str(stamp.get(..8)?, "%Y%m%d").ok();
    let iso = || NaiveDate::parse_from_str(stamp.get(..10)?, "%Y-%m-%d").ok();
    let written = || find(stamp).first()?.in_year(None);
    iso().or_else(compact).or_else(written).filter(|date| plausible_year(date.year()))
}

/// Every date of a line, in its order.
#[must_use]
pub fn find(line: &str) -> Vec<Found> {
    let tokens = tokens(line);
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let rest = &tokens[at..];
        match numeric(rest).or_else(|| month_first(rest)).or_else(|| day_first(rest)) {
            Some((date, length)) => {
                found
                    .push(Found { place: rest[0].place.start..rest[length - 1].place.end, ..date });
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

#[derive(Debug)]
struct Token<'a> {
    place: Range<usize>,
    text: &'a str,
}

impl Token<'_> {
    fn number(&self) -> Option<u32> {
        self.text.parse().ok().filter(|_| self.text.len() <= 4)
    }

    fn day(&self) -> Option<u32> {
        self.number().filter(|day| (1..=31).contains(day) && self.text.len() <= 2)
    }

    fn year(&self) -> Option<i32> {
        self.number()
            .filter(|_| self.text.len() == 4)?
            .try_into()
            .ok()
            .filter(|y| plausible_year(*y))
    }

    fn month(&self) -> Option<u32> {
        self.number().filter(|month| (1..=12).contains(month) && self.text.len() <= 2)
    }

    fn month_name(&self) -> Option<u32> {
        MONTHS.get(self.text.to_lowercase().as_str()).copied()
    }

    fn is(&self, mark: &str) -> bool {
        self.text == mark
    }
}

fn plausible_year(year: i32) -> bool {
    (1900..=2100).contains(&year)
}

/// Runs of letters, runs of digits and single marks; white space is left out.
fn tokens(line: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut before = Kind::Space;
    for (start, c) in line.char_indices() {
        let kind = Kind::of(c);
        let end = start + c.len_utf8();
        match tokens.last_mut() {
            Some(last) if kind == before && kind != Kind::Mark && kind != Kind::Space => {
                last.place.end = end;
                last.text = &line[last.place.clone()];
            }
            _ if kind == Kind::Space => {}
            _ => tokens.push(Token { place: start..end, text: &line[start..end] }),
        }
        before = kind;
    }
    tokens
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letters,
    Digits,
    Mark,
    Space,
}

impl Kind {
    fn of(c: char) -> Self {
        match c {
            _ if c.is_alphabetic() => Self::Letters,
            _ if c.is_ascii_digit() => Self::Digits,
            _ if c.is_whitespace() => Self::Space,
            _ => Self::Mark,
        }
    }
}

/// "2025-01-13", "2025/01/13", "13.01.2025", "13/01/2025".
fn numeric(tokens: &[Token]) -> Option<(Found, usize)> {
    let [first, mark, second, same, third, ..] = tokens else { return None };
    if mark.text != same.text {
        return None;
    }
    if let (Some(year), "-" | "/" | ".") = (first.year(), mark.text) {
        return Some((checked(Some(year), second.month()?, third.day()?)?, 5));
    }
    let year = Some(third.year()?);
    let day_month = || checked(year, second.month()?, first.day()?);
    let month_day = || checked(year, first.month()?, second.day()?);
    let date = match mark.text {
        "." => day_month(),
        "/" | "-" => match (day_month(), month_day()) {
            (Some(a), Some(b)) if a != b => None,
            (a, b) => a.or(b),
        },
        _ => None,
    };
    Some((date?, 5))
}

/// "January 13, 2025", "Sept. 29". In lower case "may" and "march" are verbs.
fn month_first(tokens: &[Token]) -> Option<(Found, usize)> {
    let month =
        tokens[0].month_name().filter(|_| tokens[0].text.starts_with(char::is_uppercase))?;
    let mut at = skip(tokens, 1, &["."]);
    let day = tokens.get(at)?.day()?;
    at = skip(tokens, at + 1, &["st", "nd", "rd", "th"]);
    let (year, end) = trailing_year(tokens, at);
    Some((checked(year, month, day)?, end))
}

/// "13 January 2025", "13th of January, 2025", "13. Januar 2025", "13 Jan."
fn day_first(tokens: &[Token]) -> Option<(Found, usize)> {
    let day = tokens[0].day()?;
    let mut at = skip(tokens, 1, &["st", "nd", "rd", "th", ".", "er"]);
    at = skip(tokens, at, &["of", "de"]);
    let month = tokens.get(at)?.month_name()?;
    at = skip(tokens, at + 1, &["."]);
    at = skip(tokens, at, &["de"]);
    let (year, end) = trailing_year(tokens, at);
    Some((checked(year, month, day)?, end))
}

fn skip(tokens: &[Token], at: usize, marks: &[&str]) -> usize {
    let skipped = tokens.get(at).is_some_and(|token| marks.iter().any(|mark| token.is(mark)));
    at + usize::from(skipped)
}

fn trailing_year(tokens: &[Token], at: usize) -> (Option<i32>, usize) {
    let behind = skip(tokens, at, &[","]);
    tokens.get(behind).and_then(Token::year).map_or((None, at), |year| (Some(year), behind + 1))
}

/// A leap year stands in for a year that is not told, so that 29 February may be one.
fn checked(year: Option<i32>, month: u32, day: u32) -> Option<Found> {
    NaiveDate::from_ymd_opt(year.unwrap_or(2024), month, day)?;
    Some(Found { place: 0..0, year, month, day })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Vec<String> {
        let year = |found: &Found| found.year.map_or("?".to_owned(), |year| year.to_string());
        find(line)
            .iter()
            .map(|f| format!("{}-{:02}-{:02} {}", year(f), f.month, f.day, &line[f.place.clone()]))
            .collect()
    }

    #[test]
    fn dates_are_read() {
        for (line, expected) in [
            ("January 13, 2025 9:18 PM 2 min read", "2025-01-13 January 13, 2025"),
            ("Kyiv, 13 Jan.", "?-01-13 13 Jan."),
            ("WASHINGTON, December 18, 2024 —", "2024-12-18 December 18, 2024"),
            ("Vilnius, 4 November 2025", "2025-11-04 4 November 2025"),
            ("Oct. 16, 2024", "2024-10-16 Oct. 16, 2024"),
            ("updated 18:42 CEST, 10 July 2025", "2025-07-10 10 July 2025"),
            ("COPENHAGEN, Sept 29 (Nordic Desk) -", "?-09-29 Sept 29"),
            ("2025-01-13T10:00", "2025-01-13 2025-01-13"),
            ("13.01.2025", "2025-01-13 13.01.2025"),
            ("01/13/2025", "2025-01-13 01/13/2025"),
            ("03/03/2025", "2025-03-03 03/03/2025"),
            ("the 3rd of May 2025", "2025-05-03 3rd of May 2025"),
            ("Berlin, 13. Januar 2025", "2025-01-13 13. Januar 2025"),
            ("5 січня 2025 року", "2025-01-05 5 січня 2025"),
            ("29 Feb", "?-02-29 29 Feb"),
        ] {
            assert_eq!(read(line), [expected], "{line}");
        }
    }

    #[test]
    fn what_is_no_date() {
        for line in [
            "30 February 2025",
            "29 February 2025",
            "31.04.2025",
            "January 2025",
            "01/02/2025",
            "they may 5 times",
            "2025-13-01",
            "35 January",
            "1,200 March past",
            "version 1.2.3",
            "in 1066-10-14",
        ] {
            assert_eq!(read(line), Vec::<String>::new(), "{line}");
        }
    }

    #[test]
    fn timestamps_keep_their_own_day() {
        for (stamp, expected) in [
            ("2025-01-13T23:30:00-05:00", Some("2025-01-13")),
            ("2025-01-13", Some("2025-01-13")),
            ("20250113", Some("2025-01-13")),
            ("Mon, 13 Jan 2025 21:18:00 GMT", Some("2025-01-13")),
            ("2025-02-30T10:00:00Z", None),
            ("yesterday", None),
            ("", None),
        ] {
            let date = of_timestamp(stamp).map(|date| date.to_string());
            assert_eq!(date.as_deref(), expected, "{stamp}");
        }
    }
}
