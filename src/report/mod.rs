//! Reports: typed rows over what counts.
//!
//! A report reads lumps of figures that agree in everything, keeps those that its filter lets
//! through, gives each its year, and adds up what falls into the same row:
//!
//! ```text
//! donor  year  stage   kind      category  amount
//! ALLIES 2025  target  money               USD 18.0 bn
//! LT     2025  pledge  quantity  drone     4,500
//! UA     2025  pledge  money               USD 17.0 bn
//! UA     2025  target  quantity  drone     ≥ 30,000
//! ```
//!
//! Stages, currencies, and money and things are never added to each other, so a report by donor
//! alone still has a row for each.

mod book;
pub mod chart;
pub mod dimension;
pub mod filter;
mod keys;
pub mod names;
pub mod notes;
pub mod progress;
pub mod shape;
mod sums;
pub mod table;
pub mod tables;
pub mod totals;
pub mod why;
pub mod words;
pub mod year;

pub use dimension::Dimension;
pub use filter::Filter;
pub use table::{Cell, Column, ColumnType, Table, TableError};
pub use totals::{Query, Row, totals};
pub use year::YearBasis;
