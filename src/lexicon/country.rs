//! Countries by ISO 3166-1 and international bodies by their letters.

use std::collections::HashMap;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// A country of ISO 3166-1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Country {
    /// Alpha-2 code.
    pub iso2: &'static str,
    /// Alpha-3 code.
    pub iso3: &'static str,
    /// Usual English name.
    pub name: &'static str,
    /// ISO 4217 code of its money.
    pub currency: &'static str,
}

static COUNTRIES: LazyLock<FxHashMap<[u8; 2], Country>> = LazyLock::new(|| {
    super::table::rows::<4>(include_str!("world/countries.tsv"), "world/countries.tsv")
        .filter_map(|[iso2, iso3, name, currency]| {
            let country = Country { iso2, iso3, name, currency };
            Some((iso2.as_bytes().try_into().ok()?, country))
        })
        .collect()
});

static BODIES: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    super::table::rows::<3>(include_str!("en/bodies.tsv"), "en/bodies.tsv")
        .map(|[code, names, _]| (code, names.split('|').next().unwrap_or(code)))
        .collect()
});

/// The country with this alpha-2 code, in capitals.
#[must_use]
pub fn by_iso2(code: &str) -> Option<Country> {
    let code: [u8; 2] = code.as_bytes().try_into().ok()?;
    COUNTRIES.get(&code).copied()
}

/// Every country, in no order.
pub fn all() -> impl Iterator<Item = Country> {
    COUNTRIES.values().copied()
}

/// A body's usual name.
#[must_use]
pub fn body_name(code: &str) -> Option<&'static str> {
    BODIES.get(code).copied()
}
