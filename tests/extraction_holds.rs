//! What must always hold of an extraction, whatever the text.

use pledgebook::figure::extract;
use pledgebook::mention;
use pledgebook::source::Document;
use proptest::prelude::*;

fn document(text: String) -> Document {
    Document {
        id: "d".into(),
        text,
        published: chrono::NaiveDate::from_ymd_opt(2025, 1, 13),
        ..Document::default()
    }
}

/// Words that the rules know, mixed with anything.
fn wording() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "Denmark",
        "will",
        "give",
        "Ukraine",
        "$",
        "€",
        "billion",
        "1.5",
        "30,000",
        "drones",
        "of which",
        ",",
        ".",
        "(",
        ")",
        "-",
        "–",
        "\n",
        "\n\n",
        "between",
        "and",
        "to",
        "half a",
        "million",
        "kroner",
        "since 2022",
        "including",
        "the rest",
        "Leopard 2A4",
        "tanks",
        "155",
        "mm",
        "shells",
        "said",
        "“",
        "”",
        "according to",
        "🇬🇧",
        "UK:",
        "|",
        "•",
        "a year",
        "per",
        "5th",
        "99999999999999999999",
        "trillion",
        "U.S.",
        "’s",
        "\u{202f}",
        "0",
        "of them",
    ]);
    let piece =
        prop_oneof![8 => known.prop_map(str::to_owned), 1 => "\\PC{0,6}", 1 => "[0-9.,]{1,9}"];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.join(" "))
}

fn holds(text: String) -> Result<(), TestCaseError> {
    let document = document(text);
    let chars: Vec<char> = document.text.chars().collect();
    let figures = extract(&document);
    prop_assert_eq!(&figures, &extract(&document), "the same text gives the same figures");
    for figure in &figures {
        for mention in &figure.mentions {
            prop_assert!(mention.start < mention.end && mention.end <= chars.len());
            prop_assert_eq!(
                chars[mention.start..mention.end].iter().collect::<String>(),
                mention.quote.clone()
            );
        }
        for link in [&figure.part_of, &figure.equivalent_of].into_iter().flatten() {
            prop_assert!(
                link != &figure.id && figures.iter().any(|f| &f.id == link),
                "{} leads nowhere",
                link
            );
        }
    }
    for mention in mention::all(&document) {
        prop_assert!(mention.start < mention.end && mention.end <= chars.len());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn figures_stand_in_the_text(text in wording()) {
        holds(text)?;
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        holds(text)?;
    }
}
