//! What a page says of itself: JSON-LD first, then Open Graph and other `<meta>`, then its elements.

use chrono::NaiveDate;
use dom_query::{Document as Page, NodeRef};

use super::super::date;
use super::super::document::Document;
use super::json_ld;

/// The fields of `<meta>` by which a date of publication goes, the plainest first.
const DATE_NAMES: &[&str] = &[
    "article:published_time",
    "og:published_time",
    "datepublished",
    "publication_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "date",
];
const TITLE_NAMES: &[&str] = &["og:title", "twitter:title", "dc.title", "dcterms.title"];
const AUTHOR_NAMES: &[&str] = &[
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
];
const PUBLISHER_NAMES: &[&str] =
    &["og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "application-name"];
const URL_NAMES: &[&str] = &["og:url"];
const LANGUAGE_NAMES: &[&str] = &["language", "content-language", "dc.language", "og:locale"];

/// Everything but the text.
pub fn read(page: &Page) -> Document {
    let stated = json_ld::read(page);
    let tags = MetaTags::of(page);
    Document {
        title: stated.title.or_else(|| tags.first(TITLE_NAMES)).or_else(|| headline(page)),
        author: stated.author.or_else(|| tags.first(AUTHOR_NAMES).filter(|a| is_name(a))).or_else(
            || {
                element(
                    page,
                    "[rel='author'], [itemprop='author'] [itemprop='name'], [itemprop='author']",
                )
            },
        ),
        publisher: stated.publisher.or_else(|| tags.first(PUBLISHER_NAMES)),
        url: canonical(page).or(stated.url).or_else(|| tags.first(URL_NAMES)),
        lang: page
            .html_root()
            .attr("lang")
            .map(|lang| lang.to_string())
            .filter(|lang| !lang.is_empty())
            .or(stated.lang)
            .or_else(|| tags.first(LANGUAGE_NAMES)),
        published: stated.published.or_else(|| tags.date()).or_else(|| time_element(page)),
        ..Document::default()
    }
}

struct MetaTags(Vec<(String, String)>);

impl MetaTags {
    fn of(page: &Page) -> Self {
        let tags = page.select("meta[content]");
        let named = tags.iter().filter_map(|tag| {
            let name =
                ["property", "name", "itemprop", "http-equiv"].iter().find_map(|a| tag.attr(a))?;
            Some((name.to_lowercase(), squeezed(&tag.attr("content")?)?))
        });
        Self(named.collect())
    }

    fn all<'a>(&'a self, names: &'a [&str]) -> impl Iterator<Item = &'a String> {
        let with_name =
            move |name: &'a &str| self.0.iter().filter(move |(n, _)| n == name).map(|(_, c)| c);
        names.iter().flat_map(with_name)
    }

    fn first(&self, names: &[&str]) -> Option<String> {
        self.all(names).next().cloned()
    }

    fn date(&self) -> Option<NaiveDate> {
        self.all(DATE_NAMES).find_map(|stamp| date::of_timestamp(stamp))
    }
}

fn squeezed(text: &str) -> Option<String> {
    Some(text.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|text| !text.is_empty())
}

fn element(page: &Page, selector: &str) -> Option<String> {
    squeezed(&page.select_single(selector).text()).filter(|text| text.len() < 200)
}

/// Some pages give the author's address instead of the name.
fn is_name(author: &str) -> bool {
    !author.contains("://")
}

/// The page's only first-level heading, else its title.
fn headline(page: &Page) -> Option<String> {
    let headings = page.select("h1");
    let only = (headings.length() == 1).then(|| squeezed(&headings.text())).flatten();
    only.or_else(|| element(page, "head title"))
}

fn canonical(page: &Page) -> Option<String> {
    let link = page.select_single("link[rel='canonical']").attr("href")?;
    squeezed(&link).filter(|url| url.starts_with("http"))
}

/// The date of a `<time>`: one marked as that of publication, else the article's first, else the
/// page's only one. Those of teasers are not the article's.
fn time_element(page: &Page) -> Option<NaiveDate> {
    let marked = page.select("[itemprop='datePublished'], time[pubdate]");
    let of_article = page.select("article time, main time");
    let all = page.select("time");
    let only = if all.length() == 1 { all.nodes() } else { &[] };
    let first = of_article.nodes().first();
    marked.nodes().iter().chain(first).chain(only).find_map(date_of)
}

fn date_of(time: &NodeRef) -> Option<NaiveDate> {
    let stated = time.attr("datetime").or_else(|| time.attr("content"));
    stated.and_then(|stamp| date::of_timestamp(&stamp)).or_else(|| date::of_timestamp(&time.text()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_publication() {
        for (html, expected) in [
            (
                "<meta property='article:published_time' content='2025-03-31T23:20:00-07:00'>",
                "2025-03-31",
            ),
            ("<meta property='article:modified_time' content='2025-03-31'>", ""),
            ("<meta name=Date content='31 March 2025'>", "2025-03-31"),
            ("<meta name=date content='2025-02-30'>", ""),
            ("<article><time datetime='2025-03-31T10:00'>yesterday</time></article>", "2025-03-31"),
            ("<time>31 March 2025</time>", "2025-03-31"),
            ("<time>31 March 2025</time><time>1 April 2025</time>", ""),
            (
                "<time itemprop=datePublished datetime=2025-03-31>x</time><time>1 April 2025</time>",
                "2025-03-31",
            ),
            (
                "<meta name=date content=2025-01-01><script type='application/ld+json'>{\"@type\":\"Article\",\"datePublished\":\"2025-03-31\"}</script>",
                "2025-03-31",
            ),
        ] {
            let date = read(&Page::from(html)).published.map(|d| d.to_string()).unwrap_or_default();
            assert_eq!(date, expected, "{html}");
        }
    }

    #[test]
    fn titles() {
        for (html, expected) in [
            ("<title>Site – A title</title><h1>A title</h1>", "A title"),
            ("<title>A title</title><h1>One</h1><h1>Two</h1>", "A title"),
            (
                "<title>Site</title><meta property='og:title' content=' A  title '><h1>B</h1>",
                "A title",
            ),
        ] {
            assert_eq!(read(&Page::from(html)).title.as_deref(), Some(expected), "{html}");
        }
    }

    #[test]
    fn authors_and_places() {
        let page = read(&Page::from(
            "<html lang=de-AT><link rel=canonical href='https://a.example/x'>\
             <meta property='article:author' content='https://a.example/ab'>\
             <meta property='og:site_name' content='An outlet'><a rel=author>A B</a>",
        ));
        assert_eq!(page.author.as_deref(), Some("A B"));
        assert_eq!(page.publisher.as_deref(), Some("An outlet"));
        assert_eq!(page.url.as_deref(), Some("https://a.example/x"));
        assert_eq!(page.lang.as_deref(), Some("de-AT"));
    }
}
