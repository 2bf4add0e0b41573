//! Documents in: files, folders and standard input, read by one file a document type.
//!
//! Reading has two steps, so that many documents can be read at once while their order stays:
//! [`Units`] finds documents in the order of the input, [`Unit::read`] makes a [`Document`] of one.
//! [`open`] does both, one after the other:
//!
//! ```
//! use pledgebook::source::{self, InputPath, Options};
//! # let file = std::env::temp_dir().join("pledgebook-source-example.txt");
//! # std::fs::write(&file, "Denmark gives 100 million\n\nCOPENHAGEN, 4 June 2025 - More.").unwrap();
//! let documents = source::open(&[InputPath::Path(file)], &Options::default());
//! for document in documents {
//!     let document = document?;
//!     println!("{}: {:?}", document.id, document.published);
//! }
//! # Ok::<(), source::SourceError>(())
//! ```
//!
//! A document's text is what all places in it refer to. For plain text it is the file with its line
//! ends made LF, for NDJSON the text as sent; of pages and Markdown it is the wording alone:
//! paragraphs between blank lines, list items behind `- `, table rows as `a | b | c`, the title first.
//!
//! To add a document type: a file here with a [`form::DocumentType`], a line in `form::ALL`.

mod blocks;
mod date;
mod decode;
pub mod document;
pub mod error;
pub mod form;
mod head;
mod html;
mod language;
mod lines;
mod markdown;
mod ndjson;
pub mod parallel;
mod plain;
pub mod unit;
pub mod units;
mod walk;

pub use document::Document;
pub use error::{Fault, Place, SourceError};
pub use form::Form;
pub use unit::{Given, Unit};
pub use units::{Amount, InputPath, Units};
pub use walk::survey;

/// The two letters (ISO 639-1) of a language tag such as `en-GB`; nothing where it is none.
#[must_use]
pub fn language_code(tag: &str) -> Option<String> {
    language::code(Some(tag))
}

/// How documents are read.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The form of every input; else each file's name tells, else its first bytes.
    pub from: Option<Form>,
    /// What the user says of the documents.
    pub given: Given,
}

/// The documents of some inputs, in their order, each read when asked for.
pub fn open(
    inputs: &[InputPath],
    options: &Options,
) -> impl Iterator<Item = Result<Document, SourceError>> + use<> {
    let given = options.given.clone();
    Units::new(inputs, options.from).map(move |unit| unit?.read(&given))
}
