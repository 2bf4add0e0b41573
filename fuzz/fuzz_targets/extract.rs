//! Any text in any language: no panic, and every mention's quote is what stands at its place.

#![no_main]

use libfuzzer_sys::fuzz_target;
use pledgebook::source::Document;
use pledgebook::{figure, mention};

fuzz_target!(|text: &str| {
    let document = Document {
        id: "any".to_owned(),
        published: day_of(text.len()),
        lang: language_of(text),
        text: text.to_owned(),
        ..Document::default()
    };
    let characters: Vec<char> = text.chars().collect();
    for figure in figure::extract(&document) {
        for mention in &figure.mentions {
            let there: String = characters[mention.start..mention.end].iter().collect();
            assert_eq!(there, mention.quote);
        }
    }
    for mention in mention::all(&document) {
        assert!(mention.start < mention.end && mention.end <= characters.len());
    }
});

/// Half of the texts have a day of publication.
fn day_of(length: usize) -> Option<chrono::NaiveDate> {
    (length % 2 == 0).then(|| chrono::NaiveDate::from_ymd_opt(2025, 1, 13)).flatten()
}

/// Every second text is read as English, each other one in some language, told by its first byte.
fn language_of(text: &str) -> Option<String> {
    const LANGUAGES: &[&str] = &["de", "fr", "es", "it", "pt", "nl", "uk", "sv", "fi", "cs", "ro", "tr", "ja"];
    let first = usize::from(*text.as_bytes().first()?);
    (first % 2 == 0).then(|| LANGUAGES[first / 2 % LANGUAGES.len()].to_owned())
}
