//! How sure the reading is.

use serde::{Deserialize, Serialize};

/// A share of 1 in hundredths, 0 to 100: of figures at 0.90 and more, at least 97 in 100 should be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "f64", into = "f64")]
pub struct Confidence(u8);

impl Confidence {
    /// A person said so.
    pub const CERTAIN: Self = Self(100);

    /// From hundredths; more than 100 is 100.
    #[must_use]
    pub const fn from_hundredths(hundredths: u8) -> Self {
        Self(if hundredths > 100 { 100 } else { hundredths })
    }

    /// In hundredths, 0 to 100.
    #[must_use]
    pub const fn hundredths(self) -> u8 {
        self.0
    }
}

impl From<f64> for Confidence {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn from(share: f64) -> Self {
        Self((share.clamp(0.0, 1.0) * 100.0).round() as u8)
    }
}

impl From<Confidence> for f64 {
    fn from(c: Confidence) -> Self {
        Self::from(c.0) / 100.0
    }
}

impl std::fmt::Display for Confidence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}
