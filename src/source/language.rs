//! The language of a document, as ISO 639-1.

use crate::lexicon::table;

/// Shorter texts are too little to tell a language from.
const ENOUGH_CHARS: usize = 60;

/// The start of a text tells its language as well as the whole, in a fraction of the time.
const LOOKED_AT_BYTES: usize = 1200;

/// The two letters of a language tag such as `en-GB` or `uk_UA` (BCP 47).
#[must_use]
pub fn code(tag: Option<&str>) -> Option<String> {
    let primary = tag?.trim().split(['-', '_']).next()?.to_ascii_lowercase();
    let two_letters = primary.len() == 2 && primary.bytes().all(|b| b.is_ascii_lowercase());
    two_letters.then_some(primary)
}

/// The language a text is written in, where it is long enough and the guess is firm.
#[must_use]
pub fn detect(text: &str) -> Option<String> {
    let start = &text[..text.floor_char_boundary(LOOKED_AT_BYTES)];
    if start.chars().filter(|c| c.is_alphabetic()).count() < ENOUGH_CHARS {
        return None;
    }
    let guess = whatlang::detect(start).filter(whatlang::Info::is_reliable)?;
    let three = guess.lang().code();
    rows().find(|[code, _]| *code == three).map(|[_, two]| two.to_owned())
}

fn rows() -> impl Iterator<Item = [&'static str; 2]> {
    table::rows::<2>(include_str!("languages.tsv"), "source/languages.tsv")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_become_two_letters() {
        for (tag, expected) in [
            ("en", Some("en")),
            ("en-GB", Some("en")),
            ("uk_UA", Some("uk")),
            ("DE", Some("de")),
            ("", None),
            ("english", None),
            ("x", None),
        ] {
            assert_eq!(code(Some(tag)).as_deref(), expected, "{tag}");
        }
    }

    #[test]
    fn texts_tell_their_language() {
        for (text, expected) in [
            (
                "The government set aside two billion for shells, and the ministry wants more of them made at home.",
                Some("en"),
            ),
            (
                "Der Bundestag hat am Mittwoch weitere drei Milliarden Euro für die Ukraine bewilligt, sagte der Minister.",
                Some("de"),
            ),
            (
                "Міністерство оборони замовило тридцять тисяч безпілотників в українських виробників цього року.",
                Some("uk"),
            ),
            ("Too short", None),
            (
                "1234 5678 9012 3456 7890 1234 5678 9012 3456 7890 1234 5678 9012 3456 7890 1234 5678",
                None,
            ),
        ] {
            assert_eq!(detect(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn every_language_of_the_guesser_has_a_code() {
        for lang in whatlang::Lang::all() {
            assert!(rows().any(|[three, _]| three == lang.code()), "{}", lang.code());
        }
    }
}
