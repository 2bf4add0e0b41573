//! How figures stand to each other: parts, equivalents, repeats, and remainders worked out.

pub mod equivalents;
pub mod parts;
pub mod remainder;
pub mod repeats;

use crate::figure::draft::Draft;
use crate::figure::terms::Kind;

/// Both are money, or both are things of one category.
#[must_use]
pub fn alike(a: &Draft, b: &Draft) -> bool {
    a.kind == b.kind && (a.kind == Kind::Money || a.category == b.category)
}

/// Alike and in one currency.
#[must_use]
pub fn same_unit(a: &Draft, b: &Draft) -> bool {
    alike(a, b) && a.unit == b.unit
}
