//! Pages no parser should be given: how deep they nest, and their text with the tags cut out.
//! One pass over the bytes, whatever the page looks like.

use super::super::blocks::{Blocks, Kind};

/// Elements that never have content, or that the next one of their kind closes.
const SHALLOW: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr", "script", "style", "p", "li", "td", "th", "tr", "dt", "dd", "option", "html", "body",
    "head",
];

/// Elements whose content is none of the page's text.
const HIDDEN: &[&str] = &["script", "style", "svg"];

/// Elements that run on in their line.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "big", "cite", "code", "em", "font", "i", "ins", "mark", "q", "s",
    "small", "span", "strong", "sub", "sup", "time", "u", "wbr",
];

/// No real page nests deeper; a parser's time grows with the square of the depth.
const MAX_DEPTH: usize = 500;

/// No real tag has more attributes; a parser compares each with all others.
const MAX_ATTRIBUTES: usize = 500;

/// Whether a page would keep a parser busy for minutes.
pub fn defy_parsing(html: &str) -> bool {
    let attributes = |tag: &Tag| memchr::memchr_iter(b'=', tag.text.as_bytes()).count();
    depth(html) > MAX_DEPTH || Tags::of(html).any(|tag| attributes(&tag) > MAX_ATTRIBUTES)
}

/// How many elements are open at the deepest place, as far as the tags alone tell.
fn depth(html: &str) -> usize {
    let (mut now, mut deepest) = (0_usize, 0);
    for tag in Tags::of(html) {
        if SHALLOW.iter().any(|name| name.eq_ignore_ascii_case(tag.name)) {
            continue;
        }
        now = if tag.closing { now.saturating_sub(1) } else { now + 1 };
        deepest = deepest.max(now);
    }
    deepest
}

/// The text between the tags, without scripts and styles.
pub fn strip(html: &str) -> String {
    let mut blocks = Blocks::default();
    let mut text_from = 0;
    for tag in Tags::of(html) {
        blocks.text(&plain(&html[text_from..tag.start]));
        text_from = tag.end;
        if !INLINE.iter().any(|name| name.eq_ignore_ascii_case(tag.name)) {
            blocks.begin(Kind::Paragraph);
        }
    }
    let rest = &html[text_from..];
    blocks.text(&plain(&rest[..rest.find('<').unwrap_or(rest.len())]));
    blocks.into_text(None)
}

/// The references that stand in nearly every page.
fn plain(text: &str) -> String {
    let references =
        [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
    references.iter().fold(text.to_owned(), |text, (name, c)| text.replace(name, c))
}

struct Tag<'a> {
    name: &'a str,
    closing: bool,
    /// From `<` to `>`.
    text: &'a str,
    start: usize,
    end: usize,
}

/// The tags of a page; comments, scripts, styles and drawings count as one tag each, up to their end.
struct Tags<'a> {
    html: &'a str,
    at: usize,
}

impl<'a> Tags<'a> {
    fn of(html: &'a str) -> Self {
        Self { html, at: 0 }
    }

    fn behind(&self, from: usize, mark: &str) -> usize {
        let found = memchr::memmem::find(&self.html.as_bytes()[from..], mark.as_bytes());
        found.map_or(self.html.len(), |at| from + at + mark.len())
    }
}

impl<'a> Iterator for Tags<'a> {
    type Item = Tag<'a>;

    fn next(&mut self) -> Option<Tag<'a>> {
        loop {
            let start = self.at + memchr::memchr(b'<', &self.html.as_bytes()[self.at..])?;
            let rest = &self.html[start + 1..];
            if rest.starts_with("!--") {
                self.at = self.behind(start, "-->");
                return Some(Tag { name: "wbr", closing: false, text: "", start, end: self.at });
            }
            let closing = rest.starts_with('/');
            let name =
                rest[usize::from(closing)..].split(|c: char| !c.is_ascii_alphanumeric()).next()?;
            if name.is_empty() && !rest.starts_with(['!', '?']) {
                self.at = start + 1;
                continue;
            }
            self.at = self.behind(start, ">");
            let text = &self.html[start..self.at];
            if let Some(hidden) = HIDDEN.iter().find(|hidden| hidden.eq_ignore_ascii_case(name)) {
                let close = format!("</{hidden}");
                let rest = &self.html.as_bytes()[self.at..];
                if let (Some(at), false) = (memchr::memmem::find(rest, close.as_bytes()), closing) {
                    self.at = self.behind(self.at + at, ">");
                }
            }
            return Some(Tag { name, closing, text, start, end: self.at });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depths() {
        for (html, expected) in [
            ("", 0),
            ("<p>a<p>b<br>c", 0),
            ("<div><div><i>x</i></div></div>", 3),
            ("<div><div><div", 3),
            ("1 < 2 and <!-- <div><div> --> 3", 0),
            ("<script>'<div><div>'</script><div>", 1),
            ("<svg><path/><path/><path/></svg><div>", 2),
        ] {
            assert_eq!(depth(html), expected, "{html}");
        }
    }

    #[test]
    fn a_tag_of_countless_attributes() {
        let tag = |attributes: usize| format!("<p {}>text", "a=b ".repeat(attributes));
        assert!(!defy_parsing(&tag(20)));
        assert!(defy_parsing(&tag(5000)));
    }

    #[test]
    fn stripped() {
        for (html, expected) in [
            ("<p>Two <b>tanks</b> &amp; a gun</p><div>more", "Two tanks & a gun\n\nmore"),
            ("a<script>b</script>c", "a\n\nc"),
            ("a <!-- b --> c", "a c"),
            ("5 < 6 <br>x", "5 < 6\n\nx"),
            ("open <div class='", "open"),
        ] {
            assert_eq!(strip(html), expected, "{html}");
        }
    }
}
