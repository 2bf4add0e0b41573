//! Plain text.

use super::decode;
use super::document::Document;
use super::error::Fault;
use super::form::DocumentType;

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
        Ok(Document { text: decode::text(bytes)?, ..Document::default() })
    }
}
