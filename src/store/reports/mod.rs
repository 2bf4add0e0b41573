//! Runs the report queries of `sql/reports/`: rows out, nothing decided.

pub mod account;
mod every;
mod facts;
mod heap;
pub mod lump;
mod parts;
pub mod state;
mod sum;

pub use account::Account;
pub use every::each_account;
pub use lump::{Detail, Lump, Taker, each_lump, witnesses};
pub use parts::{Part, in_parts};
pub use state::{SourceRow, State, each_noted, sources, state};
pub use sum::Sum;
