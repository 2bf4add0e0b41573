//! Time grows with the length of a text, whatever stands in it: four times the text, no sixteen times the time.

use std::path::Path;
use std::time::{Duration, Instant};

use pledgebook::figure;
use pledgebook::source::Document;

#[allow(dead_code, reason = "of a labelled article only the text is asked for")]
#[path = "common/labelled.rs"]
mod labelled;

/// A beginning, what is said over and over, and the language.
const TEXTS: &[(&str, &str, &str)] = &[
    ("Denmark gives ", "7", "en"),
    ("Denmark gives 50 tanks ", "([{", "en"),
    ("Denmark gives $5 million ", "($5 million ", "en"),
    (
        "Denmark gives 50 tanks, ",
        "and the minister said that it would give $5 million, of which $2 million for shells, ",
        "en",
    ),
    ("Denmark gives:\n", "- 14 tanks and 300 shells\n", "en"),
    ("", "Denmark gives $900 million, $5 million of it for Norway, the rest by allies. ", "en"),
    (
        "An interview with Boris Pistorius.\n\n",
        "Germany gives $5 million in 2025 and $6 million by 2028.\n\n",
        "en",
    ),
    ("Denmark gives $5 million.\n", "a\nDenmark gives 5 tanks\n", "en"),
    ("", "“We give 5 tanks,” he said. ", "en"),
    ("", "قالت الحكومة إنها ستقدم 500 مليون دولار ($5 million) و 30 دبابة. ", "ar"),
    (
        "",
        "Berlin gibt zweihundertfünfzig Millionen Euro und 500 neue Drohnen, fast 1,5 Mrd. US-Dollar. ",
        "de",
    ),
    ("Es sind ", "zwei", "de"),
    ("Ce sont ", "mille deux cent et ", "fr"),
];

const LENGTH: usize = 10_000;

/// The fastest of some readings.
fn reading(start: &str, again: &str, lang: &str, length: usize) -> Duration {
    reading_of(format!("{start}{}", again.repeat(length / again.len())), lang)
}

fn reading_of(text: String, lang: &str) -> Duration {
    let document = Document {
        id: "a".to_owned(),
        lang: Some(lang.to_owned()),
        published: chrono::NaiveDate::from_ymd_opt(2025, 1, 13),
        text,
        ..Document::default()
    };
    let read = |_| {
        let begun = Instant::now();
        let figures = figure::extract(&document);
        (begun.elapsed(), figures.len()).0
    };
    (0..3).map(read).min().unwrap_or_default()
}

#[test]
fn four_times_the_text_takes_about_four_times_the_time() {
    reading("Denmark gives 5 tanks.", " ", "en", 1);
    reading("Deutschland gibt 5 Panzer.", " ", "de", 1);
    for (start, again, lang) in TEXTS {
        // A machine that does other work at the same time may spoil a measurement, not three.
        let slow = |_| {
            let short = reading(start, again, lang, LENGTH);
            let long = reading(start, again, lang, 4 * LENGTH);
            long > short * 11 + Duration::from_millis(5)
        };
        assert!(!(0..6).all(slow), "{again}");
    }
}

/// Articles one behind the other, as a text of all sorts of figures without end.
#[test]
fn four_times_the_articles_take_about_four_times_the_time() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/own");
    let articles = labelled::load(&folder).expect("the labelled articles");
    let mut text = String::new();
    for article in &articles {
        text.push_str(&article.document.text);
        text.push_str("\n\n");
    }
    text.truncate(text.floor_char_boundary(60_000));
    reading_of(text.clone(), "en");
    let slow = |_| {
        let short = reading_of(text.clone(), "en");
        let long = reading_of(text.repeat(4), "en");
        long > short * 11
    };
    assert!(!(0..6).all(slow));
}

/// A figure's sentence is told with it, so no sentence may be as long as the text.
#[test]
fn a_sentence_without_end_is_cut() {
    let document = Document {
        text: "Denmark gives Norway 14 tanks and $5 million, ".repeat(2000),
        ..Document::default()
    };
    let figures = figure::extract(&document);
    assert!(figures.len() > 1);
    assert!(figures.iter().all(|figure| figure.sentence.len() < 2000));
}
