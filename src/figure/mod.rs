//! Figures: what a text promises, plans, commits or delivers, with roles and links.

pub mod confidence;
pub mod record;
pub mod terms;

pub use confidence::Confidence;
pub use record::{Figure, MentionSpan};
pub use terms::{Bound, Category, Kind, Per, Sector, Stage, UnknownTerm};

use crate::source::Document;

/// Every figure of a document, in the order of the text. A pure function: no clock, no network.
#[must_use]
pub fn extract(_document: &Document) -> Vec<Figure> {
    Vec::new()
}
