//! Runs the report queries of `sql/reports/`: rows out, nothing decided.

pub mod account;
mod behind;
pub mod lump;
mod parts;
pub mod state;
mod tally;

pub use account::{Account, accounts_of, each_account};
pub use behind::{parts_of, witnesses_of};
pub use lump::{Dated, Detail, Lump, Sum, each_lump, witnesses};
pub use parts::{Part, in_parts};
pub use state::{SourceRow, State, each_noted, sources, state};
