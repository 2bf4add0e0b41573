//! What can go wrong with a database, in words that say what to do.

use rusqlite::ErrorCode;

use crate::ledger::amount::NoAmount;

/// A failure of the database. The caller adds which file it was.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file has other content.
    #[error("the file is no pledgebook database; name another with --db")]
    NotADatabase,
    /// The file belongs to another program.
    #[error("the file is an SQLite database of another program; name another with --db")]
    Foreign,
    /// Written by a later version.
    #[error(
        "the database has version {found}, this program knows up to {known}; install a newer pledgebook"
    )]
    Newer {
        /// The version of the file.
        found: i64,
        /// The last one known here.
        known: i64,
    },
    /// The file or its folder may not be written.
    #[error(
        "the file or its folder may not be written; copy it to a folder of yours, or name another with --db"
    )]
    ReadOnly,
    /// The file cannot be opened or made.
    #[error(
        "the file cannot be opened or made ({0}); check that its folder exists and that you may write in it"
    )]
    CannotOpen(String),
    /// A new file was to be made.
    #[error("{0} is there already; name a new file")]
    Exists(String),
    /// No room left.
    #[error("the disk is full; nothing of this step was written, make room and run it again")]
    Full,
    /// Another process holds it for too long.
    #[error(
        "another process has been writing to the database for too long; try again when it is done"
    )]
    Busy,
    /// The file is damaged.
    #[error(
        "the database is damaged ({0}); `pledgebook verify` says where, `pledgebook recover` saves what can be read"
    )]
    Damaged(String),
    /// Nothing of a damaged file can be read.
    #[error("nothing of it can be read any more; take the last `pledgebook backup`")]
    Lost,
    /// An amount that the database cannot hold.
    #[error(transparent)]
    Amount(#[from] NoAmount),
    /// The tables could not be made or brought up to date.
    #[error("the tables could not be brought up to date, nothing was changed ({name}: {error})")]
    Migration {
        /// The migration.
        name: String,
        /// What stood against it.
        error: rusqlite::Error,
    },
    /// Anything else.
    #[error("the database refused: {0}")]
    Sql(rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Self::NotADatabase,
            Some(ErrorCode::ReadOnly) => Self::ReadOnly,
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Self::CannotOpen(error.to_string())
            }
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged(error.to_string()),
            _ => Self::Sql(error),
        }
    }
}
