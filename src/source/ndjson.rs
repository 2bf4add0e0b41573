//! NDJSON: one document a line, as section 6 of the design lays it out.
//!
//! The text stays as it was sent, since the sender counts offsets in it.

use super::document::Document;
use super::error::Fault;
use super::form::DocumentType;

/// `.ndjson` and `.jsonl`.
pub struct Ndjson;

impl DocumentType for Ndjson {
    fn name(&self) -> &'static str {
        "ndjson"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["ndjson", "jsonl"]
    }

    fn one_a_line(&self) -> bool {
        true
    }

    fn starts_like(&self, start: &[u8]) -> bool {
        let start = start.trim_ascii_start();
        start.strip_prefix(b"{").is_some_and(|rest| rest.trim_ascii_start().starts_with(b"\""))
    }

    fn read(&self, bytes: &[u8]) -> Result<Document, Fault> {
        let line = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let mut document: Document = serde_json::from_slice(line).map_err(|error| {
            Fault::Malformed { form: "document in JSON", why: error.to_string() }
        })?;
        if document.text.contains('\0') {
            document.text = document.text.replace('\0', "\u{fffd}");
        }
        Ok(document)
    }
}
