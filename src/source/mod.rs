//! Documents in: one file a document type.

pub mod document;

pub use document::Document;
