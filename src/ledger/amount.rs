//! Amounts between the program's decimals and the database's integers.
//!
//! "€1.38 billion" is the decimal 1380000000 in the program and 138000000000 cents in the database;
//! 30,000 drones are 30000 in both. What does not fit is refused, never rounded:
//!
//! ```
//! use pledgebook::ledger::amount::{from_minor, to_minor};
//! use rust_decimal::Decimal;
//! let sum = Decimal::from(1_380_000_000);
//! assert_eq!(to_minor(sum, Some("EUR")), Ok(138_000_000_000));
//! assert_eq!(from_minor(138_000_000_000, Some("EUR")), sum);
//! assert!(to_minor("0.5".parse().unwrap(), None).is_err());
//! ```

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::lexicon::currency;

/// An amount that the ledger cannot hold exactly.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoAmount {
    /// More than 2⁶³ minor units.
    #[error("{0} is more than the ledger can hold ({max} in the smallest unit)", max = i64::MAX)]
    TooLarge(Decimal),
    /// Half a drone, a tenth of a cent.
    #[error("{amount} is no whole number of {what}; amounts are never rounded")]
    Fraction {
        /// The amount as given.
        amount: Decimal,
        /// What it would have to be whole in.
        what: String,
    },
    /// A code that ISO 4217 does not have.
    #[error("\"{0}\" is no currency code of ISO 4217, such as EUR or USD")]
    Currency(String),
}

/// Whole units to minor units of the currency, or to a count where `unit` is nothing.
///
/// # Errors
/// When the amount is too large, no whole number of minor units, or in an unknown currency.
pub fn to_minor(amount: Decimal, unit: Option<&str>) -> Result<i64, NoAmount> {
    let exponent = exponent(unit)?;
    let scaled = amount
        .checked_mul(Decimal::from(10_u64.pow(exponent)))
        .ok_or(NoAmount::TooLarge(amount))?;
    if !scaled.is_integer() {
        let what =
            unit.map_or_else(|| "things".to_owned(), |u| format!("the smallest unit of {u}"));
        return Err(NoAmount::Fraction { amount, what });
    }
    scaled.to_i64().ok_or(NoAmount::TooLarge(amount))
}

/// Minor units back to whole units; an unknown currency is read as having none.
#[must_use]
pub fn from_minor(minor: i64, unit: Option<&str>) -> Decimal {
    Decimal::new(minor, exponent(unit).unwrap_or(0)).normalize()
}

fn exponent(unit: Option<&str>) -> Result<u32, NoAmount> {
    unit.map_or(Ok(0), |code| {
        currency::exponent(code).ok_or_else(|| NoAmount::Currency(code.to_owned()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_that_do_not_fit_are_refused() {
        let table = [
            ("99999999999999999999", Some("USD"), "more than the ledger can hold"),
            ("0.001", Some("EUR"), "the smallest unit of EUR"),
            ("0.5", Some("JPY"), "the smallest unit of JPY"),
            ("2.5", None, "no whole number of things"),
            ("1", Some("XQX"), "no currency code"),
        ];
        for (amount, unit, says) in table {
            let error = to_minor(amount.parse().unwrap(), unit).unwrap_err().to_string();
            assert!(error.contains(says), "{amount} {unit:?}: {error}");
        }
    }

    proptest! {
        #[test]
        fn minor_units_come_back(minor in any::<i64>(), unit in prop::sample::select(vec![None, Some("EUR"), Some("JPY"), Some("KWD")])) {
            prop_assert_eq!(to_minor(from_minor(minor, unit), unit), Ok(minor));
        }
    }
}
