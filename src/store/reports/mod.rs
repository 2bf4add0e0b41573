//! Runs the report queries of `sql/reports/`: rows out, nothing decided.

pub mod account;
mod behind;
mod every;
mod facts;
mod heap;
pub mod lump;
mod parts;
pub mod state;
mod sum;

pub use account::{Account, accounts, accounts_of};
pub use behind::{parts_of, witnesses_of};
pub use every::each_account;
pub use lump::{Detail, Lump, Taker, each_lump, witnesses};
pub use parts::{Part, in_parts};
pub use state::{SourceRow, State, each_noted, sources, state};
pub use sum::Sum;
