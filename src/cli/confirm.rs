//! `pledgebook confirm ID…`.

use super::Context;
use super::author::AuthorFlags;

const EXAMPLES: &str = "\
Examples:
  pledgebook confirm 12 13
  pledgebook list --donor DK --to csv | cut -d, -f1 | tail -n +2 | xargs pledgebook confirm --why \"read by two\"";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The figures' numbers
    #[arg(required = true, value_name = "ID")]
    ids: Vec<i64>,
    #[command(flatten)]
    author: AuthorFlags,
}

impl Args {
    pub fn run(&self, context: &Context) -> anyhow::Result<()> {
        Ok(context.existing()?.confirm(&self.ids, &self.author.now())?)
    }
}
