//! `pledgebook merge OTHER.db`.

use std::path::PathBuf;

use anyhow::Context as _;

use super::Context;
use super::author::AuthorFlags;
use super::output::many;
use crate::ledger::Ledger;

const EXAMPLES: &str = "\
Example:
  pledgebook merge berts-ledger.db --why \"week 3\"

The same documents and records are recognised. What both ledgers changed differently stays as it is
here, is told, and waits for review.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The other ledger
    other: PathBuf,
    #[command(flatten)]
    author: AuthorFlags,
}

impl Args {
    pub fn run(&self, context: &Context) -> anyhow::Result<()> {
        let name = || self.other.display().to_string();
        let other = Ledger::open_to_read(&self.other).with_context(name)?;
        let mut ledger = context.ledger()?;
        let done = ledger.merge(&other, &self.author.now()).with_context(name)?;
        println!(
            "{} and {} came in, {} and {} were brought up to date.",
            many(done.documents, "document"),
            many(done.figures, "figure"),
            many(done.updated, "figure"),
            many(done.links, "link")
        );
        for conflict in &done.conflicts {
            println!("conflict: {conflict}");
        }
        Ok(())
    }
}
