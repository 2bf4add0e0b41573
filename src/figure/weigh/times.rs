//! A stretch of years against the year of publication.

use super::coded::coded;

/// How a stretch of years lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    /// One year, over.
    Past,
    /// The year before.
    LastYear,
    /// The year of publication.
    Now,
    /// The year after.
    NextYear,
    /// One later year.
    Future,
    /// Several years, over.
    PastSpan,
    /// Several years that end with the year of publication.
    UpToNow,
    /// Several years from the year of publication on.
    FromNow,
    /// Several years around it.
    Across,
    /// Several years, later.
    FutureSpan,
}

coded!(Time {
    Past = "past", LastYear = "last_year", Now = "now", NextYear = "next_year", Future = "future",
    PastSpan = "past_span", UpToNow = "up_to_now", FromNow = "from_now", Across = "across",
    FutureSpan = "future_span",
});

impl Time {
    /// How some years lie; nothing where either is unknown.
    #[must_use]
    pub fn of(published: Option<i32>, years: Option<(i32, i32)>) -> Option<Self> {
        let ((first, last), this) = (years?, published?);
        Some(match (first - this, last - this) {
            (a, b) if a == b => match a {
                0 => Self::Now,
                -1 => Self::LastYear,
                1 => Self::NextYear,
                ..0 => Self::Past,
                _ => Self::Future,
            },
            (_, ..0) => Self::PastSpan,
            (_, 0) => Self::UpToNow,
            (0, _) => Self::FromNow,
            (..0, _) => Self::Across,
            _ => Self::FutureSpan,
        })
    }
}
