//! A document as the later stages know it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::lexicon::Tongue;

/// One article, release or brief: its text and what is known about it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Document {
    /// Its id: given by the sender, else made of the file name or the text's hash.
    pub id: String,
    /// ISO 639-1 language, where known.
    #[serde(default)]
    pub lang: Option<String>,
    /// The headline.
    #[serde(default)]
    pub title: Option<String>,
    /// The outlet or office.
    #[serde(default)]
    pub publisher: Option<String>,
    /// The byline.
    #[serde(default)]
    pub author: Option<String>,
    /// The day it was published; nothing where nobody can tell.
    #[serde(default)]
    pub published: Option<NaiveDate>,
    /// Where it was found.
    #[serde(default)]
    pub url: Option<String>,
    /// The whole text, title included where it stands in it; every offset counts its Unicode characters from 0.
    pub text: String,
}

impl Document {
    /// SHA-256 of the text in UTF-8, in lower-case hexadecimal: the same for the same text, whatever
    /// is known about it.
    #[must_use]
    pub fn text_sha256(&self) -> String {
        use std::fmt::Write;
        let digest = Sha256::digest(self.text.as_bytes());
        digest.iter().fold(String::with_capacity(64), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }

    /// What the user should know about a document that was read, with what to do.
    #[must_use]
    pub fn warning(&self) -> Option<String> {
        if let Some(lang) = self.lang.as_deref().filter(|lang| Tongue::of(Some(lang)).is_some()) {
            return Some(format!(
                "{}: is in another language than English ({lang}): sums and numbers are read, who gives and \
                 when is not; review what was found, or give --lang en where it is English",
                self.id
            ));
        }
        self.published.is_none().then(|| {
            format!(
                "{}: no publication date found; years that the text leaves open stay unknown, \
                 give --published YYYY-MM-DD",
                self.id
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_that_of_the_text_alone() {
        // The SHA-256 of "abc" in FIPS 180-2, appendix B.1.
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let document = Document { id: "a".into(), text: "abc".into(), ..Document::default() };
        assert_eq!(document.text_sha256(), expected);
    }
}
