//! The headline.

use super::byline::byline;
use super::published::tells_date;
use super::{WORDS, is_paragraph};

/// The first line that reads like a headline, if it comes before the first paragraph.
pub(super) fn headline(head: &[&str]) -> Option<String> {
    for (at, line) in head.iter().enumerate().take(6) {
        if is_paragraph(line) {
            return None;
        }
        let next = head.get(at + 1);
        let furniture = byline(line).is_some() || tells_date(line);
        let tags = is_tags(line) && next.is_some_and(|next| is_headline(next, at + 1));
        if is_headline(line, at) && !furniture && !tags && next.is_some() {
            return Some((*line).to_owned());
        }
    }
    None
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

#[cfg(test)]
mod tests {
    use super::super::tests::head_of;

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
}
