//! What holds for any bytes: a document or an error, never a panic, and a text that can be stored.

use pledgebook::source::{Form, Given, Place, Unit};
use proptest::prelude::*;

fn read_as_each(bytes: &[u8]) {
    for form in Form::all() {
        let place = Place { file: Some("any".to_owned()), line: None };
        let unit = Unit { place, form, name: "any".to_owned(), bytes: bytes.to_vec() };
        let Ok(document) = unit.read(&Given::default()) else { continue };
        assert!(!document.text.trim().is_empty(), "{form}");
        assert!(!document.text.contains('\0'), "{form}");
        assert!(form.reader().one_a_line() || !document.text.contains('\r'), "{form}");
        assert!(!document.id.is_empty(), "{form}");
        assert!(document.lang.as_ref().is_none_or(|lang| lang.len() == 2), "{form}");
        let again = unit.read(&Given::default()).unwrap();
        assert_eq!(document, again, "{form}");
    }
}

/// Pieces of pages and Markdown, put together with no regard for sense.
fn piece() -> impl Strategy<Value = String> {
    let markup = prop::sample::select(vec![
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "<li>",
        "<ul>",
        "</ul>",
        "<a href=x>",
        "</a>",
        "<br>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<h1>",
        "<title>",
        "</title>",
        "<meta name=date content='",
        "<time datetime=\"2025-02-30\">",
        "<article>",
        "<b>",
        "<svg>",
        "<template>",
        "<script type=\"application/ld+json\">",
        "{\"@type\":\"Article\",\"headline\":",
        "&#0;",
        "&amp",
        "<![CDATA[",
        "---\n",
        "title: ",
        "# ",
        "- ",
        "| a | b |\n|---|---|\n",
        "[x](",
        "![",
        "```",
        "[^1]:",
        "\n\n",
        "\r\n",
        "\t",
        "By Anna Smith",
        "KYIV, Jan. 13 (X) - ",
        "Published 31 February 2025",
        "January 13, 2025",
        "Source:",
        "\u{feff}",
        "İ",
        "ß",
        "\u{1F1FA}\u{1F1E6}",
        "\u{a0}",
        "{\"text\":\"",
        "\"}",
    ]);
    prop_oneof![3 => markup.prop_map(str::to_owned), 1 => "[ -~]{0,12}", 1 => "\\PC{0,6}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        read_as_each(&bytes);
    }

    #[test]
    fn any_markup(pieces in prop::collection::vec(piece(), 0..60)) {
        read_as_each(pieces.concat().as_bytes());
    }

    #[test]
    fn plain_text_keeps_its_characters(text in "[a-zA-Z0-9äЖ€ .,\n]{1,300}") {
        prop_assume!(!text.trim().is_empty());
        let form: Form = "text".parse().unwrap();
        let place = Place { file: None, line: None };
        let unit = Unit { place, form, name: "any".into(), bytes: text.clone().into_bytes() };
        prop_assert_eq!(unit.read(&Given::default()).unwrap().text, text);
    }
}
