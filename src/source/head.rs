//! What the first lines of a text say of it: headline, byline, date, office.
//!
//! ```text
//! News Feed, Ukraine, United Kingdom, defense industry               tags
//! UK to finance production of air defense in Ukraine, Umerov says     headline
//!
//! by Kateryna Hodunova January 13, 2025 9:18 PM 2 min read            byline and date
//! ```
//!
//! Nothing is guessed: a line that could be the first sentence of the text is no headline, a date
//! in running prose is no date of publication, a date without a year gets one only from a date of
//! the same day and month nearby or a stated date beside it.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};

use super::date::{self, Found};
use super::document::Document;
use crate::lexicon::table;

/// Lines that stand above the first paragraph.
const HEAD_LINES: usize = 14;

/// Lines at the foot, where only a plainly stated date counts.
const FOOT_LINES: usize = 4;

/// Longer lines are paragraphs.
const LONGEST_LINE: usize = 200;

static WORDS: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    table::rows::<2>(include_str!("head_words.tsv"), "source/head_words.tsv")
        .map(|[kind, words]| (kind, table::list(words).collect()))
        .collect()
});

/// Fills in what the document does not know of itself yet.
pub fn complete(document: &mut Document) {
    let written = |line: &&str| !line.is_empty();
    let lines = document.text.lines().map(str::trim).filter(written);
    let head: Vec<&str> = lines.clone().take(HEAD_LINES).collect();
    let foot: Vec<&str> = lines.rev().take(FOOT_LINES).collect();
    let title = document.title.take().or_else(|| headline(&head));
    document.author = document.author.take().or_else(|| head.iter().find_map(|l| byline(l)));
    document.publisher = document.publisher.take().or_else(|| head.iter().find_map(|l| office(l)));
    document.published = document.published.or_else(|| published(&head, &foot));
    document.title = title;
}

/// The rest of a line behind a word of the kind: "Published: 4 June 2025" without its first word.
fn behind<'a>(line: &'a str, kind: &str) -> Option<&'a str> {
    let words = WORDS.get(kind)?;
    words.iter().filter_map(|word| strip_word(line, word)).min_by_key(|rest| rest.len())
}

fn strip_word<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    let end = line.char_indices().nth(word.chars().count()).map_or(line.len(), |(at, _)| at);
    let (start, rest) = line.split_at(end);
    let ends_here = !rest.starts_with(char::is_alphanumeric);
    (start.to_lowercase() == word && ends_here)
        .then(|| rest.trim_start_matches([':', ' ', '\t', '\u{a0}']))
}

/// The first line that reads like a headline, if it comes before the first paragraph.
fn headline(head: &[&str]) -> Option<String> {
    for (at, line) in head.iter().enumerate().take(6) {
        if is_paragraph(line) {
            return None;
        }
        let next = head.get(at + 1);
        let furniture = byline(line).is_some() || date_line(line).is_some();
        let tags = is_tags(line) && next.is_some_and(|next| is_headline(next, at + 1));
        if is_headline(line, at) && !furniture && !tags && next.is_some() {
            return Some((*line).to_owned());
        }
    }
    None
}

fn is_paragraph(line: &str) -> bool {
    line.len() > LONGEST_LINE || (line.ends_with('.') && line.split_whitespace().count() > 12)
}

/// Two words are a headline only above everything else: further down they are a section's label.
fn is_headline(line: &str, at: usize) -> bool {
    let words = line.split_whitespace().count() + usize::from(at == 0);
    let label = WORDS["label"].contains(&line.trim_end_matches(':').to_lowercase().as_str());
    (3..=30).contains(&words)
        && !label
        && !line.ends_with(['.', ':', ';', ','])
        && line
            .starts_with(|c: char| c.is_uppercase() || c.is_numeric() || "\"'“‘«„$€£".contains(c))
}

/// "News Feed, Ukraine, United Kingdom, defense industry": at least three parts of few words each.
fn is_tags(line: &str) -> bool {
    let parts: Vec<&str> = line.split(',').collect();
    parts.len() >= 3 && parts.iter().all(|part| part.split_whitespace().count() <= 3)
}

/// "by Kateryna Hodunova January 13, 2025 9:18 PM" and "Author: Kateryna Hodunova".
fn byline(line: &str) -> Option<String> {
    if line.len() > LONGEST_LINE {
        return None;
    }
    let rest = behind(line, "byline").or_else(|| behind(line, "author"))?;
    let date = date::find(rest).first().map_or(rest.len(), |found| found.place.start);
    let end = rest[..date].find(['|', '·', '•', '(', '\t', '—']).unwrap_or(date);
    let name = rest[..end].trim_matches(|c: char| !c.is_alphabetic() && c != '.').trim();
    let words: Vec<&str> = name.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let joint = |word: &&str| matches!(*word, "and" | "de" | "van" | "von" | "of" | "der" | "la");
    let is_name = (1..=10).contains(&words.len())
        && capital(&words[0])
        && words.iter().all(|word| capital(word) || joint(word));
    is_name.then(|| name.to_owned())
}

/// The agency in a dateline's brackets, "COPENHAGEN, Sept 29 (Nordic Desk) -", or a line that names it.
fn office(line: &str) -> Option<String> {
    if let Some(rest) = behind(line, "publisher").filter(|rest| rest.len() < 80) {
        return Some(rest.trim_end_matches('.').to_owned()).filter(|name| !name.is_empty());
    }
    let (before, rest) = line.split_once('(')?;
    let (name, after) = rest.split_once(')')?;
    let place = before.split_whitespace().next()?.trim_end_matches(',');
    let shouted = place.chars().count() > 2 && !place.chars().any(char::is_lowercase);
    let agency = before.len() < 60 && name.len() < 40 && name.starts_with(char::is_uppercase);
    (shouted && agency && is_dash(after)).then(|| name.to_owned())
}

fn is_dash(rest: &str) -> bool {
    rest.trim_start().starts_with(['-', '–', '—', ':'])
}

/// How plainly a line states the day of publication; the plainest wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Plainness {
    Stated,
    Line,
    Dateline,
    Updated,
}

fn published(head: &[&str], foot: &[&str]) -> Option<NaiveDate> {
    let at_foot = foot.iter().filter_map(|line| date_line(line));
    let stated = at_foot.filter(|(plain, _)| *plain == Plainness::Stated);
    let at_head = head.iter().filter_map(|line| date_line(line));
    let mut dates: Vec<(Plainness, Found)> = at_head.chain(stated).collect();
    dates.sort_by_key(|(plain, _)| *plain);
    let (_, best) = dates.first()?;
    let beside = dates.iter().find_map(|(_, found)| found.year);
    best.in_year(year_of_same_day(best, head).or(beside))
}

/// "Kyiv, 13 Jan." above a text that says "on January 13, 2025".
fn year_of_same_day(wanted: &Found, lines: &[&str]) -> Option<i32> {
    let all = lines.iter().flat_map(|line| date::find(line));
    let same = |found: &Found| (found.month, found.day) == (wanted.month, wanted.day);
    all.filter(same).find_map(|found| found.in_year(None)).map(|date| date.year())
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
    use super::*;

    const BODY: &str = "The ministry said on Monday that it would spend two billion more on shells, drones and guns.";

    fn head_of(head: &str) -> Document {
        let text = format!(
            "{head}\n\n{BODY}\n\nMore of it was to follow, on 1 May 2030, the minister said to reporters."
        );
        let mut document = Document { text, ..Document::default() };
        complete(&mut document);
        document
    }

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
        complete(&mut document);
        assert_eq!(document.published.map(|d| d.to_string()).as_deref(), Some("2025-06-04"));
    }

    #[test]
    fn headlines() {
        for (head, expected) in [
            ("UK to finance arms, Umerov says", Some("UK to finance arms, Umerov says")),
            (
                "News Feed, Ukraine, Rustem Umerov, defense industry\nUK to finance arms, Umerov says",
                Some("UK to finance arms, Umerov says"),
            ),
            (
                "FOR IMMEDIATE RELEASE\n\nDenmark buys howitzers in Ukraine",
                Some("Denmark buys howitzers in Ukraine"),
            ),
            (
                "Sweden, Norway, Denmark pledge millions",
                Some("Sweden, Norway, Denmark pledge millions"),
            ),
            (
                "By Jonas Feldkamp\n4 June 2025\nRheinmetall opens a shell works",
                Some("Rheinmetall opens a shell works"),
            ),
            ("The minister said so.", None),
            ("", None),
        ] {
            assert_eq!(head_of(head).title.as_deref(), expected, "{head}");
        }
    }

    #[test]
    fn bylines() {
        for (head, expected) in [
            ("by Kateryna Hodunova January 13, 2025 9:18 PM 2 min read", Some("Kateryna Hodunova")),
            ("By Jonas Feldkamp", Some("Jonas Feldkamp")),
            ("By Anna de Vries and Piet Smit | 4 June 2025", Some("Anna de Vries and Piet Smit")),
            ("Author: Kateryna Hodunova", Some("Kateryna Hodunova")),
            ("By 2027 the output is to climb", None),
            ("By the end of the year all will be done", None),
            ("Bystanders Saw It All", None),
        ] {
            assert_eq!(head_of(head).author.as_deref(), expected, "{head}");
        }
    }

    #[test]
    fn offices() {
        for (head, expected) in [
            (
                "COPENHAGEN, Sept 29 (Nordic Desk) - Denmark has allocated money.",
                Some("Nordic Desk"),
            ),
            ("KYIV (AP) — Ukraine has asked for more.", Some("AP")),
            ("Source: Ministry of Defence", Some("Ministry of Defence")),
            ("The Unmanned Systems Forces (USF) - a branch of its own - grows.", None),
        ] {
            assert_eq!(head_of(head).publisher.as_deref(), expected, "{head}");
        }
    }
}
