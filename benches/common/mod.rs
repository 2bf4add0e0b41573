//! The documents that are measured.

#![allow(dead_code)]

use std::path::Path;

use pledgebook::figure;
use pledgebook::source::Document;

/// The labelled articles.
pub fn labelled() -> Vec<Document> {
    articles("tests/gold/dev")
}

fn articles(folder: &str) -> Vec<Document> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = std::fs::read_dir(folder).expect("the labelled articles lie there");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    files.sort();
    let read = |file| serde_json::from_slice(&std::fs::read(file).expect("a readable file"));
    files.into_iter().map(|file| read(file).expect("a labelled article")).collect()
}

/// The labelled articles with three paragraphs without any number after each of theirs.
pub fn ordinary() -> Vec<Document> {
    let articles = labelled();
    let paragraphs = numberless(&articles);
    let mut numberless = paragraphs.iter().cycle();
    let mut pad = |mut article: Document| {
        let mut text = String::new();
        for paragraph in article.text.split("\n\n") {
            text.push_str(paragraph);
            for more in numberless.by_ref().take(3) {
                text.push_str("\n\n");
                text.push_str(more);
            }
            text.push_str("\n\n");
        }
        article.text = text;
        article
    };
    articles.into_iter().map(&mut pad).collect()
}

/// More labelled articles without the sentences that hold a digit or a figure in words.
pub fn plain() -> Vec<Document> {
    let bare = |text: &&str| {
        let document = Document { text: (*text).to_owned(), ..Document::default() };
        !text.contains(|c: char| c.is_ascii_digit()) && figure::extract(&document).is_empty()
    };
    let strip = |mut article: Document| {
        let sentences: Vec<&str> = article.text.split_inclusive(". ").filter(bare).collect();
        article.text = sentences.concat();
        article
    };
    articles("tests/gold/own").into_iter().map(strip).collect()
}

fn numberless(articles: &[Document]) -> Vec<String> {
    let paragraphs = articles.iter().flat_map(|article| article.text.split("\n\n"));
    let plain = |paragraph: &&str| {
        paragraph.len() > 150 && !paragraph.contains(|c: char| c.is_ascii_digit())
    };
    paragraphs.filter(plain).map(str::to_owned).collect()
}
