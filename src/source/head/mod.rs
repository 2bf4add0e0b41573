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

mod byline;
mod headline;
mod published;

use std::collections::HashMap;
use std::sync::LazyLock;

use super::document::Document;
use crate::lexicon::table;
use byline::{byline, office};
use headline::headline;
use published::published;

/// Lines that stand above the first paragraph.
const HEAD_LINES: usize = 14;

/// Lines at the foot, where only a plainly stated date counts.
const FOOT_LINES: usize = 4;

/// How much of a line is looked at: a document may be one line of many megabytes.
const LOOKED_AT_BYTES: usize = 2000;

/// Longer lines are paragraphs.
const LONGEST_LINE: usize = 200;

static WORDS: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    table::rows::<2>(include_str!("words.tsv"), "source/head/words.tsv")
        .map(|[kind, words]| (kind, table::list(words).collect()))
        .collect()
});

/// Fills in what the document does not know of itself yet.
pub fn complete(document: &mut Document) {
    let written = |line: &&str| !line.is_empty();
    let lines = document.text.lines().map(str::trim).filter(written);
    let lines = lines.map(|line| &line[..line.floor_char_boundary(LOOKED_AT_BYTES)]);
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

fn is_paragraph(line: &str) -> bool {
    line.len() > LONGEST_LINE || (line.ends_with('.') && line.split_whitespace().count() > 12)
}

fn is_dash(rest: &str) -> bool {
    rest.trim_start().starts_with(['-', '–', '—', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;

    pub const BODY: &str = "The ministry said on Monday that it would spend two billion more on shells, drones and guns.";

    pub fn head_of(head: &str) -> Document {
        let text = format!(
            "{head}\n\n{BODY}\n\nMore of it was to follow, on 1 May 2030, the minister said to reporters."
        );
        let mut document = Document { text, ..Document::default() };
        complete(&mut document);
        document
    }
}
