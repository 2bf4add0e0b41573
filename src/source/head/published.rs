//! The day of publication.

use chrono::{Datelike, NaiveDate};

use super::super::date::{self, Found};
use super::byline::byline;
use super::{LONGEST_LINE, behind, is_dash, is_paragraph};

/// How plainly a line states the day of publication; the plainest wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Plainness {
    Stated,
    Line,
    Dateline,
    Updated,
}

pub(super) fn published(head: &[&str], foot: &[&str]) -> Option<NaiveDate> {
    let at_foot = foot.iter().filter_map(|line| date_line(line));
    let stated = at_foot.filter(|(plain, _)| *plain == Plainness::Stated);
    let at_head = head.iter().filter_map(|line| date_line(line));
    let mut dates: Vec<(Plainness, Found)> = at_head.chain(stated).collect();
    dates.sort_by_key(|(plain, _)| *plain);
    let (_, best) = dates.first()?;
    best.in_year(year_of_same_day(best, head)).or_else(|| {
        let beside = dates.iter().find_map(|(_, found)| found.in_year(None))?;
        last_before(best, beside)
    })
}

/// "Kyiv, 30 Dec." beside "Updated 2 January 2025": the day before the other that it can be.
fn last_before(day: &Found, other: NaiveDate) -> Option<NaiveDate> {
    let years = [other.year(), other.year() - 1];
    years.into_iter().filter_map(|year| day.in_year(Some(year))).find(|date| *date <= other)
}

/// "Kyiv, 13 Jan." above a text that says "on January 13, 2025".
fn year_of_same_day(wanted: &Found, lines: &[&str]) -> Option<i32> {
    let all = lines.iter().flat_map(|line| date::find(line));
    let same = |found: &Found| (found.month, found.day) == (wanted.month, wanted.day);
    all.filter(same).find_map(|found| found.in_year(None)).map(|date| date.year())
}

/// Whether a line is there to tell the date.
pub(super) fn tells_date(line: &str) -> bool {
    date_line(line).is_some()
}

/// The date of a line that is there to tell it, and how plainly it does.
fn date_line(line: &str) -> Option<(Plainness, Found)> {
    let start = &line[..line.floor_char_boundary(LONGEST_LINE)];
    let found = date::find(start).into_iter().next()?;
    let (before, after) = (&start[..found.place.start], &start[found.place.end..]);
    let short = line.len() <= LONGEST_LINE && !is_paragraph(line);
    let plain = if short && behind(line, "updated").is_some() {
        Plainness::Updated
    } else if short && behind(line, "published").is_some_and(|rest| few_words(rest, 10)) {
        Plainness::Stated
    } else if short && (byline(line).is_some() || few_words(before, 4) && few_words(after, 7)) {
        Plainness::Line
    } else if is_dateline(before, after) {
        Plainness::Dateline
    } else {
        return None;
    };
    Some((plain, found))
}

fn few_words(part: &str, most: usize) -> bool {
    let words = part.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
    let lower = words.clone().filter(|word| word.starts_with(char::is_lowercase)).count();
    words.count() <= most && lower <= 3
}

/// "WASHINGTON, December 18, 2024 — ", "COPENHAGEN, Sept 29 (Nordic Desk) - ", "KYIV. 19.09.2024. ":
/// a place, then the date, then a dash; a full stop will do behind a place in capitals.
fn is_dateline(before: &str, after: &str) -> bool {
    let place = before.trim_end_matches([' ', ',', '.']);
    let is_place = place.len() < 60
        && !place.contains('.')
        && place.split_whitespace().all(|word| !word.starts_with(char::is_lowercase));
    let bracket = after.trim_start().strip_prefix('(').and_then(|rest| rest.split_once(')'));
    let behind = bracket.map_or(after, |(_, rest)| rest).trim_start_matches(',');
    let shouted = place.len() > 2 && !place.chars().any(char::is_lowercase);
    is_place && (is_dash(behind.trim_start_matches('.')) || shouted && behind.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{BODY, head_of};
    use crate::source::Document;

    #[test]
    fn dates_of_publication() {
        for (head, expected) in [
            (
                "Title of it all\n\nby Kateryna Hodunova January 13, 2025 9:18 PM 2 min read",
                "2025-01-13",
            ),
            ("Title of it all\n\nKyiv, 13 Jan. 2025", "2025-01-13"),
            ("Kyiv, 13 Jan.", ""),
            (
                "Kyiv, 13 Jan.\n\nThe minister met his colleague in London on January 13, 2025, the office said on Monday.",
                "2025-01-13",
            ),
            (
                "WASHINGTON, December 18, 2024 — The Department announced a package of aid to Ukraine on Wednesday.",
                "2024-12-18",
            ),
            (
                "COPENHAGEN, Sept 29 (Nordic Desk) - Denmark has allocated 1.6 billion kroner to weapons from Ukraine.",
                "",
            ),
            ("Vilnius, 4 November 2025", "2025-11-04"),
            ("By Fiona Galbraith\n2 March 2025 | 6:45 PM GMT | 2 min read", "2025-03-02"),
            ("Published 4 June 2025", "2025-06-04"),
            ("Last updated 18:42 CEST, 10 July 2025", "2025-07-10"),
            ("Last updated 18:42 CEST, 10 July 2025\nPublished: 9 July 2025", "2025-07-09"),
            ("Last updated 2 January 2025\nKyiv, 30 Dec.", "2024-12-30"),
            ("Last updated 2 May 2025\nKyiv, 30 April", "2025-04-30"),
            ("2025-01-13", "2025-01-13"),
            (
                "KYIV. 19.09.2024. Lawmakers have voted to raise the money for the army by a third.",
                "2024-09-19",
            ),
            ("Oct. 16, 2024", "2024-10-16"),
            ("Monday, 30 February 2025", ""),
            (
                "The talks of 4 June 2025 have shown how far apart the two sides remain, officials said.",
                "",
            ),
            (
                "Berlin plans to double its budget by 1 January 2029 and to spend even more later on",
                "",
            ),
        ] {
            let date = head_of(head).published.map(|date| date.to_string()).unwrap_or_default();
            assert_eq!(date, expected, "{head}");
        }
    }

    #[test]
    fn a_date_at_the_foot_counts_when_it_is_stated() {
        let text =
            format!("A title of words\n\n{BODY}\n{}\nPublished 4 June 2025", "More.\n".repeat(40));
        let mut document = Document { text, ..Document::default() };
        super::super::complete(&mut document);
        assert_eq!(document.published.map(|d| d.to_string()).as_deref(), Some("2025-06-04"));
    }
}
