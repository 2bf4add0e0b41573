//! What people write, read into types: parties, amounts, days, years.
//!
//! `UK`, `Britain` and `GB` are one party; "€1.4bn" is 1400000000 EUR; "2024-2026" is a span.

mod amount;
mod day;
pub mod fields;
mod party;
mod wording;
mod years;

pub use amount::{Amount, NotRead, amount};
pub use day::{NoDay, day};
pub use party::{NobodyKnown, parties, party};
pub use wording::{category_of, sector_of};
pub use years::{NoYears, years};

use strsim::jaro_winkler;

/// Names like the given one, the nearest first, three at most.
pub(super) fn nearest<'a>(given: &str, names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let given = given.to_lowercase();
    let mut close: Vec<(f64, &str)> = names
        .map(|name| (jaro_winkler(&given, &name.to_lowercase()), name))
        .filter(|(likeness, _)| *likeness > 0.86)
        .collect();
    close.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    close.dedup_by_key(|(_, name)| *name);
    close.into_iter().take(3).map(|(_, name)| name).collect()
}

/// "; did you mean Denmark or Germany?", or nothing.
pub(super) fn hint(near: &[&str]) -> String {
    if near.is_empty() { String::new() } else { format!("; did you mean {}?", near.join(" or ")) }
}
