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
    let mut document = metadata::read(&Page::from(html));
    let title = document.title.as_deref();
    document.text = body(html).map_or_else(
        || outline::text(&Page::from(html), title),
        |body| outline::text(&Page::from(body), title),
    );
    document
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
    fn odds_and_ends_are_no_text() {
        for html in ["<html></html>", "<", "<!--", "<script>var tanks = 5", "<html><head><title>"] {
            assert_eq!(read(html).text.trim_matches('<'), "", "{html}");
        }
    }
}
