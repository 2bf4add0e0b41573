//! `pledgebook unlink A B`.

use super::Context;
use super::author::AuthorFlags;

const EXAMPLES: &str = "\
Example:
  pledgebook unlink 40 12 --why \"two packages, not one\"

The program does not draw the link again by itself.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// A figure's number
    one: i64,
    /// Another's
    other: i64,
    #[command(flatten)]
    author: AuthorFlags,
}

impl Args {
    pub fn run(&self, context: &Context) -> anyhow::Result<()> {
        Ok(context.existing()?.unlink(self.one, self.other, &self.author.now())?)
    }
}
