//! The ledger: documents, figures, what counts, and every change with its author and reason.

mod add;
pub mod amount;
mod author;
mod book;
pub mod bring;
mod change;
mod correct;
pub mod count;
pub mod duplicates;
mod error;
mod linking;
pub mod log;
mod merge;
mod past;
mod progress;
pub mod rates;
pub mod reading;
pub mod record;
mod recover;
pub mod review;
mod summary;
pub mod terms;
mod undo;
pub mod verify;
mod versions;
pub mod view;

pub use add::{Added, Outcome};
pub use author::Author;
pub use book::Ledger;
pub use change::Fields;
pub use error::LedgerError;
pub use merge::Merged;
pub use record::{Links, Record};
pub use summary::{Line, Sum, Summary};
pub use terms::{LinkState, Origin, Relation, Status};
