//! Who makes a change, when and why.

use chrono::{SecondsFormat, Utc};

/// The author of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// A name that the team knows.
    pub user: String,
    /// The reason, in a person's or the program's words.
    pub why: Option<String>,
    /// UTC, to the millisecond: `2025-01-14T09:30:00.000Z`.
    pub at: String,
}

impl Author {
    /// An author acting now.
    #[must_use]
    pub fn now(user: impl Into<String>, why: Option<String>) -> Self {
        Self { user: user.into(), why, at: Utc::now().to_rfc3339_opts(SecondsFormat::Millis, true) }
    }
}
