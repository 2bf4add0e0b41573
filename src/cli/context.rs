//! What every command is given.

use std::path::PathBuf;

/// The options that stand before the command.
#[derive(Debug, Clone)]
pub struct Context {
    /// The database file, from `--db`, `$PLEDGEBOOK_DB` or the default.
    pub db: PathBuf,
}
