//! The documents that are measured.

#![allow(dead_code)]

use std::path::Path;

use pledgebook::source::Document;

/// The labelled articles.
pub fn labelled() -> Vec<Document> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/dev");
    let entries = std::fs::read_dir(folder).expect("the labelled articles lie in tests/gold/dev");
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

/// The paragraphs of the labelled articles without a digit, ten a document.
pub fn plain() -> Vec<Document> {
    let document = |texts: &[String]| Document { text: texts.join("\n\n"), ..Document::default() };
    numberless(&labelled()).chunks(10).map(document).collect()
}

fn numberless(articles: &[Document]) -> Vec<String> {
    let paragraphs = articles.iter().flat_map(|article| article.text.split("\n\n"));
    let plain = |paragraph: &&str| {
        paragraph.len() > 150 && !paragraph.contains(|c: char| c.is_ascii_digit())
    };
    paragraphs.filter(plain).map(str::to_owned).collect()
}
