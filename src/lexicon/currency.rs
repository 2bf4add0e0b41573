//! Currencies by ISO 4217.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A currency of ISO 4217.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Currency {
    /// The three letters.
    pub code: &'static str,
    /// Digits of the minor unit: 2 for cents, 0 for yen.
    pub exponent: u32,
    /// Usual English name.
    pub name: &'static str,
}

static CURRENCIES: LazyLock<BTreeMap<&'static str, Currency>> = LazyLock::new(|| {
    let table = include_str!("world/currencies.tsv");
    super::table::rows::<4>(table, "world/currencies.tsv")
        .map(|[code, exponent, name, _]| {
            let exponent = exponent.parse().unwrap_or_else(|_| panic!("{code}: no exponent"));
            (code, Currency { code, exponent, name })
        })
        .collect()
});

/// The currency with this code, in capitals.
#[must_use]
pub fn by_code(code: &str) -> Option<Currency> {
    CURRENCIES.get(code).copied()
}

/// Digits of the minor unit of a currency.
#[must_use]
pub fn exponent(code: &str) -> Option<u32> {
    by_code(code).map(|currency| currency.exponent)
}

/// Every currency, by code.
pub fn all() -> impl Iterator<Item = Currency> {
    CURRENCIES.values().copied()
}
