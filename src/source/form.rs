//! The document types: one file each, one line each in [`ALL`].

use std::fmt;
use std::path::Path;
use std::str::FromStr;

use super::document::Document;
use super::error::Fault;
use super::{html, markdown, ndjson, plain};

/// How a form of file is told and read.
pub trait DocumentType: Sync {
    /// The word for it behind `--from`.
    fn name(&self) -> &'static str;

    /// How its files' names end, without the dot.
    fn endings(&self) -> &'static [&'static str];

    /// Whether a file holds one document a line.
    fn one_a_line(&self) -> bool {
        false
    }

    /// Whether a file without a telling name is of this form, by its first bytes.
    fn starts_like(&self, start: &[u8]) -> bool;

    /// Reads one document. Its id stays empty where the form knows none.
    ///
    /// # Errors
    /// When the bytes are no text, hold none, or are not of this form.
    fn read(&self, bytes: &[u8]) -> Result<Document, Fault>;
}

/// Every document type; the first whose `starts_like` agrees is taken for a file without a telling
/// name, so plain text, which agrees always, stands last.
const ALL: &[&dyn DocumentType] =
    &[&html::Html, &ndjson::Ndjson, &markdown::Markdown, &plain::PlainText];

/// One of the document types.
#[derive(Clone, Copy)]
pub struct Form(&'static dyn DocumentType);

impl Form {
    /// Every form.
    pub fn all() -> impl Iterator<Item = Self> {
        ALL.iter().map(|&form| Self(form))
    }

    /// By the ending of a file's name, in any case.
    #[must_use]
    pub fn of_path(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        Self::all().find(|form| form.0.endings().contains(&ending.as_str()))
    }

    /// By the first bytes of a file.
    #[must_use]
    pub fn of_start(start: &[u8]) -> Self {
        Self::all().find(|form| form.0.starts_like(start)).unwrap_or(Self(&plain::PlainText))
    }

    /// The endings of all forms, without the dot.
    pub fn endings() -> impl Iterator<Item = &'static str> {
        ALL.iter().flat_map(|form| form.endings()).copied()
    }

    /// The names of all forms, separated by commas.
    #[must_use]
    pub fn names() -> String {
        let all: Vec<&str> = ALL.iter().map(|form| form.name()).collect();
        all.join(", ")
    }

    /// How it is read.
    #[must_use]
    pub fn reader(self) -> &'static dyn DocumentType {
        self.0
    }
}

/// A word that names no form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown form \"{given}\"; it is one of {}", Form::names())]
pub struct UnknownForm {
    given: String,
}

impl FromStr for Form {
    type Err = UnknownForm;

    fn from_str(name: &str) -> Result<Self, UnknownForm> {
        Self::all()
            .find(|form| form.0.name() == name)
            .ok_or_else(|| UnknownForm { given: name.to_owned() })
    }
}

impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0.name())
    }
}

impl fmt::Debug for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Form({})", self.0.name())
    }
}
