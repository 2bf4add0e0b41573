//! What every command is given.

use std::path::PathBuf;

use anyhow::Context as _;

use crate::ledger::Ledger;

/// The options that stand before the command.
#[derive(Debug, Clone)]
pub struct Context {
    /// The database file, from `--db`, `$PLEDGEBOOK_DB` or the default.
    pub db: PathBuf,
    /// The moment whose state is to be read, from `--as-of`.
    pub as_of: Option<String>,
}

impl Context {
    /// Opens the ledger, making it when missing.
    ///
    /// # Errors
    /// When the file is something else, of a newer version, or may not be written.
    pub fn ledger(&self) -> anyhow::Result<Ledger> {
        let file = || self.db.display().to_string();
        let ledger = Ledger::open(&self.db).with_context(file)?;
        match &self.as_of {
            Some(moment) => ledger.as_of(moment).with_context(file),
            None => Ok(ledger),
        }
    }

    /// Opens a ledger that must be there.
    ///
    /// # Errors
    /// When there is none, or as [`Context::ledger`].
    pub fn existing(&self) -> anyhow::Result<Ledger> {
        if !self.db.exists() {
            anyhow::bail!("{}: there is no such ledger; name one with --db", self.db.display());
        }
        self.ledger()
    }
}
