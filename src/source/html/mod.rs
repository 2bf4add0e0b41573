//! HTML pages: the article without the furniture around it, and what the page says of it.
//!
//! What on a page is the article is told by `rs-trafilatura`; its metadata are read here, because
//! the day of publication must be that of the place (a timestamp made UTC can be a day off).

mod json_ld;
mod metadata;
mod outline;
mod tags;

use dom_query::Document as Page;
use rs_trafilatura::page_type::PageType;

use super::decode;
use super::document::Document;
use super::error::Fault;
use super::form::DocumentType;
use super::head;

/// A page larger than this is a data dump; taking it apart would take minutes.
const MAX_PAGE_BYTES: usize = 8 << 20;

/// Enough to tell whether a text was run together.
const COMPARED_LINES: usize = 40;

/// `.html` and `.htm`
pub struct Html;

impl DocumentType for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["html", "htm", "xhtml"]
    }

    fn starts_like(&self, start: &[u8]) -> bool {
        let start = start.trim_ascii_start().to_ascii_lowercase();
        start.starts_with(b"<!doctype html") || start.starts_with(b"<html")
    }

    fn read(&self, bytes: &[u8]) -> Result<Document, Fault> {
        let html = decode::page(bytes)?;
        let mut document = if html.len() > MAX_PAGE_BYTES || tags::defy_parsing(&html) {
            Document { text: tags::strip(&html), ..Document::default() }
        } else {
            article(&html)
        };
        head::complete(&mut document);
        Ok(document)
    }
}

fn article(html: &str) -> Document {
    let page = Page::from(html);
    let mut document = metadata::read(&page);
    let title = document.title.as_deref();
    let told = body(html).map(|body| outline::text(&Page::from(body), title));
    document.text = told
        .filter(|text| stands_in(text, &outline::text(&page, None)))
        .unwrap_or_else(|| outline::text(&Page::from(main_part(&page)), title));
    document
}

/// Whether most of a text stands so in the whole page. Pages of many small parts come back from
/// the extractor with their words run together across elements.
fn stands_in(text: &str, whole: &str) -> bool {
    let lines = || text.lines().take(COMPARED_LINES);
    let found: usize = lines().filter(|line| whole.contains(*line)).map(str::len).sum();
    found * 2 > lines().map(str::len).sum()
}

/// The part of the page that calls itself the article, else all of it.
fn main_part(page: &Page) -> String {
    let parts = ["article", "main", "[role='main']"].map(|name| page.select(name));
    let only = parts.iter().find(|part| part.length() == 1);
    only.map_or_else(|| page.html(), dom_query::Selection::html).to_string()
}

/// The article's own markup, where one can be told from its surroundings.
fn body(html: &str) -> Option<String> {
    // Every page read here is an article; without this each would be classified anew.
    let options = rs_trafilatura::Options {
        page_type: Some(PageType::Article),
        max_extracted_len: MAX_PAGE_BYTES,
        ..rs_trafilatura::Options::default()
    };
    let page = rs_trafilatura::extract_with_options(html, &options).ok()?;
    page.content_html.filter(|body| !body.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(html: &str) -> Document {
        Html.read(html.as_bytes()).unwrap()
    }

    #[test]
    fn a_page_that_never_closes_a_tag() {
        let deep = format!("<html><body>{}Two tanks", "<div><b>".repeat(100_000));
        assert_eq!(read(&deep).text, "Two tanks");
        let flat = format!("<html><body>{}", "<p>Norway gives 5 tanks".repeat(2000));
        assert!(read(&flat).text.starts_with("Norway gives 5 tanks\n\nNorway"));
        assert_eq!(read("<html><body><p>Six guns <b>for").text, "Six guns for");
    }

    #[test]
    fn a_page_of_many_small_parts() {
        let post = |time: &str, head: &str, text: &str| {
            format!("<div><time>{time}</time><h3>{head}</h3><p>{text}</p></div>")
        };
        let page = format!(
            "<html><body><nav><a href=x>5 more</a></nav><article><h1>Live: the war</h1>{}{}</article></body></html>",
            post("10:50 AM", "Lithuania delivers", "Lithuania will deliver 4,500 drones."),
            post("9:10 AM", "Norway pays", "Norway has allocated 2 billion kroner."),
        );
        let expected = "Live: the war\n\n10:50 AM\n\nLithuania delivers\n\nLithuania will deliver 4,500 drones.\n\n\
                        9:10 AM\n\nNorway pays\n\nNorway has allocated 2 billion kroner.";
        assert_eq!(read(&page).text, expected);
    }

    #[test]
    fn odds_and_ends_are_no_text() {
        for html in ["<html></html>", "<", "<!--", "<script>var tanks = 5", "<html><head><title>"] {
            assert_eq!(read(html).text.trim_matches('<'), "", "{html}");
        }
    }
}
