//! Outlets and offices with the country that they write from (`en/publishers.tsv`).

use std::collections::HashMap;
use std::sync::LazyLock;

use super::table::rows;

/// The country of a publisher, ISO 3166-1 alpha-2, by its name as printed, capitals aside.
#[must_use]
pub fn publisher_country(name: &str) -> Option<&'static str> {
    static COUNTRIES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
        rows::<2>(include_str!("en/publishers.tsv"), "en/publishers.tsv")
            .flat_map(|[names, country]| {
                names.split('|').map(move |name| (name.to_lowercase(), country))
            })
            .collect()
    });
    COUNTRIES.get(&name.trim().to_lowercase()).copied()
}
