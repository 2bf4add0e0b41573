//! `pledgebook reject ID…`.

use super::Context;
use super::author::AuthorFlags;

const EXAMPLES: &str = "\
Example:
  pledgebook reject 12 --why \"a share price, no commitment\"";

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
        Ok(context.existing()?.reject(&self.ids, &self.author.now())?)
    }
}
