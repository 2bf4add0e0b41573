//! Why an export failed.

use std::path::PathBuf;

use crate::report::table::{Failure, TableError};
use crate::store::StoreError;

/// An export that was not written; the old files are still there.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The ledger could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file or folder could not be written.
    #[error(
        "{path} cannot be written ({cause}); nothing was changed. Make room or name another folder"
    )]
    File {
        /// Which.
        path: PathBuf,
        /// What the system says.
        cause: std::io::Error,
    },
    /// A format's own trouble.
    #[error("{format}: {cause}; nothing was changed")]
    Format {
        /// Which.
        format: &'static str,
        /// What it says.
        cause: Failure,
    },
}

impl ExportError {
    /// Names the format of whatever went wrong inside it.
    pub(super) fn of(format: &'static str) -> impl Fn(Failure) -> Self {
        move |cause| Self::Format { format, cause }
    }
}

impl From<TableError> for ExportError {
    fn from(error: TableError) -> Self {
        match error {
            TableError::Store(error) => Self::Store(error),
            TableError::Sink(cause) => match cause.downcast::<Self>() {
                Ok(own) => *own,
                Err(cause) => Self::Format { format: "export", cause },
            },
        }
    }
}
