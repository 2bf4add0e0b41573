//! Labelled articles (`tests/gold`) as tests and the weighing of evidence read them.

use std::path::{Path, PathBuf};

use pledgebook::source::Document;
use rust_decimal::Decimal;
use serde::Deserialize;

/// An article with its figures as a careful reader labels them.
#[derive(Deserialize)]
pub struct Article {
    #[serde(flatten)]
    pub document: Document,
    pub figures: Vec<Label>,
    /// Wordings that two careful readers could judge differently.
    #[serde(default)]
    pub ignore: Vec<String>,
}

/// A labelled figure. Wordings stand in brackets within as much text as makes them occur once.
#[derive(Deserialize)]
#[allow(dead_code, reason = "the test and the weighing ask for different fields")]
pub struct Label {
    pub id: String,
    pub kind: String,
    pub value: Decimal,
    pub unit: Option<String>,
    pub donors: Vec<String>,
    pub recipient: Option<String>,
    pub stage: String,
    pub years: (i32, i32),
    pub cumulative: bool,
    pub sector: String,
    pub speaker: Option<String>,
    pub part_of: Option<String>,
    pub equivalent_of: Option<String>,
    pub mentions: Vec<String>,
}

/// The articles of a folder, in the order of their names.
pub fn load(folder: &Path) -> anyhow::Result<Vec<Article>> {
    use anyhow::Context;
    let entries = std::fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut paths: Vec<PathBuf> = entries.map(|e| Ok(e?.path())).collect::<anyhow::Result<_>>()?;
    paths.retain(|p| p.extension().is_some_and(|e| e == "json"));
    paths.sort();
    let read = |path: &PathBuf| {
        let text = std::fs::read_to_string(path)?;
        serde_json::from_str(&text).with_context(|| path.display().to_string())
    };
    paths.iter().map(read).collect()
}

/// The Unicode characters of a snippet's bracketed part.
pub fn place(text: &str, snippet: &str) -> (usize, usize) {
    let (head, rest) = snippet.split_once('[').expect("a snippet has a bracket");
    let (inner, tail) = rest.split_once(']').expect("the bracket closes");
    let byte = text.find(&format!("{head}{inner}{tail}")).expect("the snippet stands in the text")
        + head.len();
    let start = text[..byte].chars().count();
    (start, start + inner.chars().count())
}
