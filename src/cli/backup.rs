//! `pledgebook backup FILE`.

use std::path::PathBuf;

use anyhow::Context as _;

use super::Context;

const EXAMPLES: &str = "\
Example:
  pledgebook backup ledger-2025-01-13.db

The copy is whole and consistent, even while others write.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The new file
    file: PathBuf,
}

impl Args {
    pub fn run(&self, context: &Context) -> anyhow::Result<()> {
        let ledger = context.existing()?;
        ledger.store().backup(&self.file).with_context(|| self.file.display().to_string())
    }
}
