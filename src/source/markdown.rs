//! Markdown.

use super::decode;
use super::document::Document;
use super::error::Fault;
use super::form::DocumentType;

/// `.md` and `.markdown`
pub struct Markdown;

impl DocumentType for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["md", "markdown"]
    }

    fn starts_like(&self, _start: &[u8]) -> bool {
        false
    }

    fn read(&self, bytes: &[u8]) -> Result<Document, Fault> {
        Ok(Document { text: decode::text(bytes)?, ..Document::default() })
    }
}
