//! The ledger: documents, figures, what counts, and every change with its author and reason.

pub mod amount;
pub mod count;
pub mod record;
pub mod terms;

pub use record::{Links, Record};
pub use terms::{LinkState, Origin, Relation, Status};
