//! Tables of weights as files.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context, Result};
use pledgebook::figure::weigh::evidence::fingerprint;
use pledgebook::figure::weigh::{Evidence, Question};

use crate::articles::labelled::Article;

/// Every word of some articles by its fingerprint; the first of two that share one.
pub struct Words(BTreeMap<u32, String>);

impl Words {
    /// The words of these articles, and the verbs' plain forms.
    pub fn of(articles: &[&Article]) -> Self {
        let mut found = Self(BTreeMap::new());
        found.add("be");
        found.add("¶");
        for article in articles {
            let text = article.document.text.as_str();
            let inside =
                |c: char| !(c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '.' | '/'));
            let plain = text.split(|c: char| !c.is_alphanumeric());
            let signs =
                text.matches(|c: char| !c.is_alphanumeric() && !c.is_whitespace() && c != '-');
            for word in text.split(inside).chain(plain).filter(|w| !w.is_empty()).chain(signs) {
                found.add(word);
            }
        }
        for name in pledgebook::lexicon::english().verbs.names() {
            found.add(name);
        }
        found
    }

    fn add(&mut self, word: &str) {
        let word = word.to_lowercase();
        self.0.entry(fingerprint(&word)).or_insert(word);
    }

    /// The word of a piece of evidence: "-" where it has none, nothing where no article holds it.
    pub fn word(&self, evidence: Evidence) -> Option<&str> {
        match evidence.word() {
            None => Some("-"),
            Some(print) => self.0.get(&print).map(String::as_str),
        }
    }
}

/// Writes a question's table.
pub fn write(
    folder: &Path,
    question: Question,
    table: &BTreeMap<Evidence, f32>,
    words: &Words,
) -> Result<()> {
    let mut text = String::from(
        "# Made by `cargo run --release --example weigh`; not by hand. What each piece of evidence says, as a natural logarithm of odds.\nsign\ta\tb\tc\tword\tweight\n",
    );
    for (evidence, weight) in table {
        let row = evidence.row(question.shapes()).join("\t");
        if let Some(word) = words.word(*evidence) {
            writeln!(text, "{row}\t{word}\t{weight:.2}")?;
        }
    }
    let path = folder.join(question.name()).with_extension("tsv");
    std::fs::write(&path, text).with_context(|| path.display().to_string())
}
