//! Where a quote stands in a text.

use crate::figure::MentionSpan;

/// The first place where the quote stands, whatever its white space, its case and the form of
/// its quotation marks, counted in Unicode characters; the wording is the text's own.
///
/// ```
/// let span = pledgebook::ledger::log::find_quote("It is\n€1.4bn.", "it is €1.4bn").unwrap();
/// assert_eq!((span.start, span.end, span.quote.as_str()), (0, 12, "It is\n€1.4bn"));
/// ```
#[must_use]
pub fn find(text: &str, quote: &str) -> Option<MentionSpan> {
    let (plain, places) = plain(text);
    let (wanted, _) = self::plain(quote);
    if wanted.is_empty() {
        return None;
    }
    let at = plain.windows(wanted.len()).position(|window| window == wanted.as_slice())?;
    let (start, end) = (places[at], places[at + wanted.len() - 1] + 1);
    let quote = text.chars().skip(start).take(end - start).collect();
    Some(MentionSpan { start, end, quote })
}

/// The characters that count when comparing, each with its place: runs of white space as one
/// space, letters small, quotation marks and dashes in one form.
fn plain(text: &str) -> (Vec<char>, Vec<usize>) {
    let mut plain: Vec<char> = Vec::with_capacity(text.len());
    let mut places = Vec::with_capacity(text.len());
    for (place, character) in text.chars().enumerate() {
        let one = match character {
            c if c.is_whitespace() => ' ',
            '“' | '”' | '„' | '«' | '»' => '"',
            '’' | '‘' | '‚' => '\'',
            '–' | '—' | '−' => '-',
            c => c.to_lowercase().next().unwrap_or(c),
        };
        if one == ' ' && plain.last().is_none_or(|last| *last == ' ') {
            continue;
        }
        plain.push(one);
        places.push(place);
    }
    while plain.last() == Some(&' ') {
        plain.pop();
        places.pop();
    }
    (plain, places)
}

/// "; the nearest there is …" for a quote that does not stand in the text, or nothing: as many
/// words of the text, cut where they are most like it.
pub(super) fn nearest(text: &str, quote: &str) -> String {
    let likeness = |words: &str| strsim::sorensen_dice(words, quote);
    let count = quote.split_whitespace().count();
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
    let cut = |words: Vec<&str>| -> Vec<String> {
        words.windows(count.clamp(1, words.len().max(1))).map(|some| some.join(" ")).collect()
    };
    let best = lines.flat_map(cut).map(|words| (likeness(&words), words));
    let best = best.max_by(|(a, _), (b, _)| a.total_cmp(b));
    let best = best.filter(|(likeness, _)| *likeness > 0.5);
    best.map(|(_, words)| format!("; the nearest there is \"{words}\"")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn quotes_are_found_however_they_were_copied() {
        let text = "Kyiv: “a record $35 billion”\n  on arms – at last. Æble";
        let table = [
            ("a record $35 billion", Some("a record $35 billion")),
            (
                "\"A RECORD $35 billion\" on arms - at last",
                Some("“a record $35 billion”\n  on arms – at last"),
            ),
            ("æble", Some("Æble")),
            ("$36 billion", None),
            ("  ", None),
        ];
        for (quote, found) in table {
            assert_eq!(find(text, quote).map(|span| span.quote).as_deref(), found, "{quote}");
        }
        let table = [
            ("a record of $35 billion", "; the nearest there is \"Kyiv: “a record $35 billion”\""),
            ("on arms at last.", "; the nearest there is \"arms – at last.\""),
            ("nine tenths", ""),
            ("", ""),
        ];
        for (quote, hint) in table {
            assert_eq!(nearest(text, quote), hint, "{quote}");
        }
    }

    proptest! {
        #[test]
        fn a_place_gives_its_quote_back(text in "\\PC{1,60}", from in 0_usize..60, length in 1_usize..20) {
            let quote: String = text.chars().skip(from).take(length).collect();
            if let Some(span) = find(&text, &quote) {
                let there: String = text.chars().skip(span.start).take(span.end - span.start).collect();
                prop_assert_eq!(there, span.quote);
            } else {
                prop_assert!(quote.trim().is_empty());
            }
        }
    }
}
