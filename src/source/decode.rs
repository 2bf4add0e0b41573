//! Bytes to text: which encoding, line ends, and whether it is text at all.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};

use super::error::Fault;

/// How much of a file is looked at to tell text from other things.
const LOOKED_AT: usize = 8192;

/// HTML must declare its encoding within this (HTML Standard, "determining the character encoding").
const DECLARED_WITHIN: usize = 1024;

/// The text of a plain file: by its byte order mark, else UTF-8, else the likeliest of the
/// encodings that the web knows. Line ends become LF, control characters spaces.
///
/// # Errors
/// When the bytes are empty or no text.
pub fn text(bytes: &[u8]) -> Result<String, Fault> {
    decode(bytes, None)
}

/// The text of an HTML page, whose own declaration is believed before any guess.
///
/// # Errors
/// When the bytes are empty or no text.
pub fn page(bytes: &[u8]) -> Result<String, Fault> {
    decode(bytes, declared(&bytes[..bytes.len().min(DECLARED_WITHIN)]))
}

fn decode(bytes: &[u8], declared: Option<&'static Encoding>) -> Result<String, Fault> {
    if bytes.is_empty() {
        return Err(Fault::Empty);
    }
    let text = if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        encoding.decode_without_bom_handling(&bytes[mark..]).0
    } else if is_binary(bytes) {
        return Err(Fault::Binary);
    } else {
        // A page that says windows-1252 and is valid UTF-8 is UTF-8: the reverse never happens by chance.
        match (std::str::from_utf8(bytes), declared) {
            (Ok(text), _) => Cow::Borrowed(text),
            (Err(_), Some(encoding)) if encoding != UTF_8 => {
                encoding.decode_without_bom_handling(bytes).0
            }
            (Err(_), _) => guessed(bytes).decode_without_bom_handling(bytes).0,
        }
    };
    Ok(clean(&text))
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, chardetng::Utf8Detection::Deny)
}

/// The encoding that a page's `<meta charset>` or `http-equiv` names.
fn declared(start: &[u8]) -> Option<&'static Encoding> {
    let start = String::from_utf8_lossy(start).to_ascii_lowercase();
    let after =
        start.split("charset").skip(1).find_map(|rest| rest.trim_start().strip_prefix('='))?;
    let label = after.trim_start_matches([' ', '"', '\'']);
    let end = label.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:".contains(c))?;
    Encoding::for_label(&label.as_bytes()[..end])
}

/// Zero bytes never stand in text, and control characters hardly ever do.
fn is_binary(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(LOOKED_AT)];
    let control = |b: &&u8| **b < 0x20 && !matches!(**b, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b);
    start.contains(&0) || start.iter().filter(control).count() * 20 > start.len()
}

/// Every control character but the line end and the tab becomes one space: none of them is seen,
/// and a zero would cut the text short in the database.
fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        clean.push(match c {
            '\r' if characters.peek() == Some(&'\n') => continue,
            '\r' => '\n',
            '\n' | '\t' => c,
            _ if c.is_control() => ' ',
            _ => c,
        });
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told() {
        let cases: &[(&str, &[u8], &str)] = &[
            ("UTF-8", "Zelenský".as_bytes(), "Zelenský"),
            ("UTF-8 with a mark", b"\xef\xbb\xbfabc", "abc"),
            ("UTF-16, little end first", b"\xff\xfea\0b\0", "ab"),
            ("UTF-16, big end first", b"\xfe\xff\0a\0b", "ab"),
            ("windows-1252", b"The minister \x96 it cost \x80 5 million \x93net\x94", "The minister – it cost € 5 million “net”"),
            ("windows-1251", b"\xcc\xb3\xed\xb3\xf1\xf2\xe5\xf0\xf1\xf2\xe2\xee \xee\xe1\xee\xf0\xee\xed\xe8 \xd3\xea\xf0\xe0\xbf\xed\xe8", "Міністерство оборони України"),
        ];
        for (name, bytes, expected) in cases {
            assert_eq!(text(bytes).unwrap(), *expected, "{name}");
        }
    }

    #[test]
    fn a_page_says_its_encoding() {
        for head in [
            "<meta charset=\"iso-8859-2\">",
            "<META CHARSET = iso-8859-2 >",
            "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-2\">",
        ] {
            let bytes = [head.as_bytes(), b"Szcz\xeasny"].concat();
            assert_eq!(page(&bytes).unwrap(), format!("{head}Szczęsny"));
        }
    }

    #[test]
    fn a_wrong_declaration_does_not_spoil_utf8() {
        let page_text = "<meta charset=windows-1252>€";
        assert_eq!(page(page_text.as_bytes()).unwrap(), page_text);
    }

    #[test]
    fn line_ends_and_controls() {
        for (given, expected) in [
            ("a\r\nb", "a\nb"),
            ("a\rb", "a\nb"),
            ("a\tb", "a\tb"),
            ("a\u{b}b and more words to dilute it", "a b and more words to dilute it"),
        ] {
            assert_eq!(text(given.as_bytes()).unwrap(), expected);
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert!(matches!(text(b""), Err(Fault::Empty)));
        assert!(matches!(text(b"\x7fELF\x02\x01\x01\0\0"), Err(Fault::Binary)));
        assert!(matches!(text(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Err(Fault::Binary)));
        assert!(matches!(text(&[1; 50]), Err(Fault::Binary)));
    }
}
