//! What can go wrong while reading: each error says which file and line, why, and what to do.

use std::fmt;
use std::path::Path;

use super::form::Form;

/// Where a document or an error stands: a file, and a line where the file holds many documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The path as given; nothing for standard input.
    pub file: Option<String>,
    /// The line, counted from 1.
    pub line: Option<u64>,
}

impl Place {
    /// A whole file.
    #[must_use]
    pub fn of(path: &Path) -> Self {
        Self { file: Some(path.display().to_string()), line: None }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.file.as_deref().unwrap_or("standard input"))?;
        self.line.map_or(Ok(()), |line| write!(f, ", line {line}"))
    }
}

/// A document that could not be read.
#[derive(Debug, thiserror::Error)]
#[error("{place}: {fault}")]
pub struct SourceError {
    /// Where it stands.
    pub place: Place,
    /// Why.
    #[source]
    pub fault: Fault,
}

/// Why a document could not be read.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// No file of that name.
    #[error("there is no such file or folder; check the path")]
    Missing,
    /// The system refused.
    #[error("cannot be read ({0}); check that it is a file you may read")]
    Io(#[from] std::io::Error),
    /// A folder in which no file has a known ending.
    #[error("the folder holds no file to read; expected names ending in {}", endings())]
    NothingInFolder,
    /// Nothing but white space.
    #[error("holds no text; leave it out or save the page again")]
    Empty,
    /// Bytes that are no text.
    #[error(
        "looks like a binary file, not like text; convert it first (pledgebook reads {})",
        Form::names()
    )]
    Binary,
    /// Larger than a document can be.
    #[error("is larger than {} MB, too much for one document; split it up", .limit >> 20)]
    TooLarge {
        /// In bytes.
        limit: u64,
    },
    /// A mistake of this program.
    #[error("made pledgebook stumble, which is its mistake; please report it with this document")]
    Defect,
    /// Not the form it was read for.
    #[error("is no {form}: {why}; mend the line or choose another form with --from")]
    Malformed {
        /// The form's name.
        form: &'static str,
        /// What the parser says.
        why: String,
    },
}

fn endings() -> String {
    let all: Vec<String> = Form::endings().map(|ending| format!(".{ending}")).collect();
    all.join(" ")
}
