//! Runs the report queries of `sql/reports/`: rows out, nothing decided.

pub mod account;
pub mod lump;
pub mod state;
mod tally;

pub use account::{Account, each_account};
pub use lump::{Detail, Lump, Sum, each_lump, witnesses};
pub use state::{SourceRow, State, each_noted, sources, state};
