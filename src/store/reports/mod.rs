//! Runs the report queries of `sql/reports/`: rows out, nothing decided.

pub mod account;
pub mod lump;
mod parts;
pub mod state;
mod tally;

pub use account::{Account, each_account};
pub use lump::{Dated, Detail, Lump, Sum, each_lump, witnesses};
pub use parts::{Part, in_parts};
pub use state::{SourceRow, State, each_noted, sources, state};
