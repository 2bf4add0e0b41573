//! What holds for any text: no panic, every quote stands at its place, links lead to figures.

use std::collections::HashSet;

use pledgebook::source::Document;
use pledgebook::{figure, mention};
use proptest::prelude::*;

fn check(text: &str, published: bool) {
    let document = Document {
        id: "any".to_owned(),
        published: published.then(|| chrono::NaiveDate::from_ymd_opt(2025, 1, 13).unwrap()),
        text: text.to_owned(),
        ..Document::default()
    };
    let characters: Vec<char> = text.chars().collect();
    let figures = figure::extract(&document);
    let ids: HashSet<&str> = figures.iter().map(|figure| figure.id.as_str()).collect();
    assert_eq!(ids.len(), figures.len());
    for figure in &figures {
        for mention in &figure.mentions {
            assert!(mention.start < mention.end && mention.end <= characters.len());
            let there: String = characters[mention.start..mention.end].iter().collect();
            assert_eq!(there, mention.quote);
        }
        for link in [&figure.part_of, &figure.equivalent_of].into_iter().flatten() {
            assert!(ids.contains(link.as_str()) && *link != figure.id, "{link}");
        }
        assert!(figure.years.is_none_or(|(first, last)| first <= last));
        assert!(figure.low.zip(figure.high).is_none_or(|(low, high)| low <= high));
    }
    for mention in mention::all(&document) {
        assert!(mention.start < mention.end && mention.end <= characters.len());
    }
    assert_eq!(figure::extract(&document), figures);
}

/// Words of the field, numbers of every kind and odd signs, put together with no regard for sense.
fn piece() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "Denmark",
        "will give",
        "has delivered",
        "of which",
        "including",
        "the rest",
        "allies",
        "in 2025",
        "since 2022",
        "by 2028",
        "a year",
        "between",
        "and",
        "to",
        "more than",
        "up to",
        "about",
        "$",
        "€",
        "£",
        "kr",
        "US$",
        "billion",
        "million",
        "bn",
        "m",
        "thousand",
        "a dozen",
        "half a",
        "hundreds of",
        "drones",
        "tanks",
        "shells",
        "155-mm",
        "F-16",
        "Zelensky said",
        "\"",
        "“",
        "”",
        "(",
        ")",
        ",",
        ".",
        ";",
        ":",
        "-",
        "–",
        "—",
        "%",
        "\n",
        "\n\n",
        "- ",
        " | ",
        "each",
        "per month",
        "over the next three years",
        "fiscal 2026",
        "Jan. 13",
        "kroner",
        "kronor",
        "Kyiv",
        "Ministry of Defence",
        "its",
        "another",
        "first",
    ]);
    let numbers = prop_oneof![
        (0_u64..u64::MAX).prop_map(|n| n.to_string()),
        "[0-9]{1,3}(,[0-9]{3}){0,8}",
        "[0-9]{1,30}[.,][0-9]{1,30}",
        "[0-9]{1,3}( [0-9]{3}){0,4}",
    ];
    prop_oneof![6 => words.prop_map(str::to_owned), 3 => numbers, 1 => "\\PC{0,5}"]
}

proptest! {
    #[test]
    fn any_characters(text in "\\PC{0,300}", published: bool) {
        check(&text, published);
    }

    #[test]
    fn any_words(pieces in prop::collection::vec(piece(), 0..60), glue in prop::sample::select(vec![" ", ""]), published: bool) {
        check(&pieces.join(glue), published);
    }
}

/// Numbers past any range, and words cut off, from inputs that broke something once or well might.
#[test]
fn odd_texts() {
    for text in [
        "$99999999999999999999 trillion",
        "79228162514264337593543950336 tanks",
        "79,228,162,514,264,337,593,543,950,335 billion dollars",
        "0.0000000000000000000000000000001 billion dollars for tanks",
        "Denmark gives €",
        "$",
        "between $ and",
        "of which 5 billion",
        "in 99999999999999999999",
        "over the next 4000000000 years Norway will give 5 tanks",
        "by 9999 Norway will give 5 tanks",
        "since 0000 Norway has given 5 tanks",
    ] {
        check(text, true);
        check(text, false);
    }
}
