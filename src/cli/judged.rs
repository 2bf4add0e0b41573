//! The flags of commands that say the same of several figures.

use super::Context;
use super::author::AuthorFlags;
use crate::ledger::{Author, Ledger, LedgerError};

/// Which figures, and who says so.
#[derive(Debug, clap::Args)]
pub struct JudgedFlags {
    /// The figures' numbers
    #[arg(required = true, value_name = "ID")]
    ids: Vec<i64>,
    #[command(flatten)]
    author: AuthorFlags,
}

impl JudgedFlags {
    /// Says it, of all of them or none.
    ///
    /// # Errors
    /// When there is no such ledger, or one of the figures is not in it.
    pub fn judge(
        &self,
        context: &Context,
        say: impl FnOnce(&mut Ledger, &[i64], &Author) -> Result<(), LedgerError>,
    ) -> anyhow::Result<()> {
        Ok(say(&mut context.existing()?, &self.ids, &self.author.now())?)
    }
}
