//! Plain text.

use super::decode;
use super::document::Document;
use super::error::Fault;
use super::form::DocumentType;
use super::head;

/// `.txt`
pub struct PlainText;

impl DocumentType for PlainText {
    fn name(&self) -> &'static str {
        "text"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["txt"]
    }

    fn starts_like(&self, _start: &[u8]) -> bool {
        true
    }

    fn read(&self, bytes: &[u8]) -> Result<Document, Fault> {
        let mut document = Document { text: decode::text(bytes)?, ..Document::default() };
        head::complete(&mut document);
        Ok(document)
    }
}
