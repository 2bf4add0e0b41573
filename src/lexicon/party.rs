//! Who gives or gets: a code, as `gold/GUIDE.md` writes it.

use std::borrow::Borrow;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use serde::{Deserialize, Serialize, Serializer};

/// A party's code: ISO 3166-1 alpha-2 for a country (`GB`), the usual letters for a body
/// (`EU`, `NATO`, `IMF`, `ALLIES`), `company:NAME` for a firm on its own account.
#[derive(Debug, Clone, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub struct Party(Arc<str>);

/// Codes are short and mostly of two letters, which need no call to compare.
impl PartialEq for Party {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        match (self.0.as_bytes(), other.0.as_bytes()) {
            ([a, b], [c, d]) => a == c && b == d,
            (one, two) => one == two,
        }
    }
}

impl Hash for Party {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

/// A text that is no party code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "\"{0}\" is no party code; write an ISO 3166-1 alpha-2 code (DK), a body's letters (EU, NATO) or company:NAME"
)]
pub struct NoParty(pub String);

impl Party {
    /// Reads a code.
    ///
    /// # Errors
    /// When it is neither two to twelve capital letters or digits nor `company:` with a name.
    pub fn parse(code: &str) -> Result<Self, NoParty> {
        let company = code.strip_prefix("company:").is_some_and(|name| !name.trim().is_empty());
        let letters = (2..=12).contains(&code.len())
            && code.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        if company || letters { Ok(Self(code.into())) } else { Err(NoParty(code.to_owned())) }
    }

    /// A firm acting on its own account.
    #[must_use]
    pub fn company(name: &str) -> Self {
        Self(format!("company:{name}").into())
    }

    /// The code.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.0
    }

    /// The firm's name, if it is one.
    #[must_use]
    pub fn company_name(&self) -> Option<&str> {
        self.0.strip_prefix("company:")
    }

    /// Whether the code is a country's.
    #[must_use]
    pub fn is_country(&self) -> bool {
        super::country::by_iso2(&self.0).is_some()
    }

    /// ISO 3166-1 alpha-3, if it is a country.
    #[must_use]
    pub fn iso3(&self) -> Option<&'static str> {
        super::country::by_iso2(&self.0).map(|c| c.iso3)
    }

    /// The usual English name: the country's, the body's, the firm's, else the code.
    #[must_use]
    pub fn name(&self) -> String {
        if let Some(country) = super::country::by_iso2(&self.0) {
            return country.name.to_owned();
        }
        if let Some(name) = self.company_name() {
            return name.to_owned();
        }
        super::country::body_name(&self.0).unwrap_or(&self.0).to_owned()
    }
}

impl TryFrom<String> for Party {
    type Error = NoParty;
    fn try_from(code: String) -> Result<Self, NoParty> {
        Self::parse(&code)
    }
}

impl From<Party> for String {
    fn from(party: Party) -> Self {
        party.code().to_owned()
    }
}

impl Serialize for Party {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// Parties are looked up by their code.
impl Borrow<str> for Party {
    fn borrow(&self) -> &str {
        self.code()
    }
}

impl std::fmt::Display for Party {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.0)
    }
}
