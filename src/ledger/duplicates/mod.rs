//! Ten articles on one pledge are one commitment with ten sources.
//!
//! When a figure comes in, `find` looks up the few figures of the ledger that could be the same
//! (same donor, kind and order of size, announced near in time), and [`compare`] says of each how
//! sure that is. "€1.4bn" and "€1.38 billion" of the same day are one; "€1 billion" in April
//! and "€1 billion" in May are two tranches. A sure twin is linked and counts once; a likely one waits
//! for review with its reasons.

mod compare;
mod donors;
mod evidence;
mod find;
mod firm;
mod rates;
mod replace;
mod revision;
mod value;
mod wording;

pub use compare::{Likeness, Told, compare};
pub(super) use find::{around, root, settle};
pub use firm::stem;
pub use rates::MonthlyMeans;
pub use value::{Agreement, agreement};
pub use wording::Wording;

use chrono::NaiveDate;
use rust_decimal::Decimal;

/// What a currency is worth, near enough to tell whether two sums can be the same.
pub trait Rates: Send + Sync {
    /// How much of the currency one euro bought in the month of this day.
    fn per_euro(&self, currency: &str, day: NaiveDate) -> Option<Decimal>;
}
