//! The tables of section 7 of the design, one file each. To add one: a file and a line in [`all`].

pub mod commitments;
pub mod sources;
pub mod totals;

pub use commitments::Commitments;
pub use sources::Sources;
pub use totals::Totals;

use super::table::Table;
use super::{Dimension, Query};
use crate::figure::Kind;

/// Every table of an export, over what the query asks for.
#[must_use]
pub fn all(query: &Query) -> Vec<Box<dyn Table>> {
    vec![
        Box::new(by_donor_year(query)),
        Box::new(quantities_by_donor_year(query)),
        Box::new(Commitments { filter: query.filter.clone() }),
        Box::new(Sources),
    ]
}

/// A report by any columns.
#[must_use]
pub fn report(query: &Query) -> Totals {
    Totals { name: "report", about: "What counts", query: query.clone(), hidden: &[] }
}

/// Money and quantities alike, down to the category.
#[must_use]
pub fn by_donor_year(query: &Query) -> Totals {
    Totals {
        name: "by_donor_year",
        about: "What counts, one row per donor, year, stage, kind, sector and unit or category",
        query: Query { by: Dimension::DEFAULT.to_vec(), ..query.clone() },
        hidden: &[],
    }
}

/// Quantities down to the item.
#[must_use]
pub fn quantities_by_donor_year(query: &Query) -> Totals {
    use Dimension::{Category, Donor, Item, Sector, Stage, Year};
    let mut filter = query.filter.clone();
    filter.kinds = vec![Kind::Quantity];
    Totals {
        name: "quantities_by_donor_year",
        about: "Things that count, one row per donor, year, stage, sector, category and item",
        query: Query {
            by: vec![Donor, Year, Stage, Sector, Category, Item],
            filter,
            convert: None,
            years: query.years,
        },
        hidden: &[Dimension::Kind, Dimension::Unit],
    }
}
