//! HTML pages.

use super::decode;
use super::document::Document;
use super::error::Fault;
use super::form::DocumentType;

/// `.html` and `.htm`
pub struct Html;

impl DocumentType for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["html", "htm"]
    }

    fn starts_like(&self, start: &[u8]) -> bool {
        let start = start.trim_ascii_start().to_ascii_lowercase();
        start.starts_with(b"<!doctype html") || start.starts_with(b"<html")
    }

    fn read(&self, bytes: &[u8]) -> Result<Document, Fault> {
        Ok(Document { text: decode::page(bytes)?, ..Document::default() })
    }
}
