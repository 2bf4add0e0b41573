//! A document as the later stages know it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One article, release or brief: its text and what is known about it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Document {
    /// Its id: given by the sender, else made of the file name or the text's hash.
    pub id: String,
    /// ISO 639-1 language, where known.
    #[serde(default)]
    pub lang: Option<String>,
    /// The headline.
    #[serde(default)]
    pub title: Option<String>,
    /// The outlet or office.
    #[serde(default)]
    pub publisher: Option<String>,
    /// The byline.
    #[serde(default)]
    pub author: Option<String>,
    /// The day it was published; nothing where nobody can tell.
    #[serde(default)]
    pub published: Option<NaiveDate>,
    /// Where it was found.
    #[serde(default)]
    pub url: Option<String>,
    /// The whole text, title included where it stands in it; every offset counts its Unicode characters from 0.
    pub text: String,
}
