//! `pledgebook verify`: checks everything, says nothing when all is well.

use anyhow::bail;

use super::Context;

const EXAMPLES: &str = "\
Checks the file itself, that every text is the one that was taken in, that every citation stands
at its place, that what counts follows from the figures, and that the history leads to what is there.
Silent, with exit status 0, when all is well.

Example:
  pledgebook verify && pledgebook export";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {}

/// More problems than this are counted, not told.
const TOLD: usize = 50;

impl Args {
    #[allow(clippy::unused_self)]
    pub fn run(&self, context: &Context) -> anyhow::Result<()> {
        let problems = context.existing()?.verify()?;
        for problem in problems.iter().take(TOLD) {
            println!("{problem}");
        }
        if problems.is_empty() {
            return Ok(());
        }
        bail!(
            "{}: {} problems found; `pledgebook recover` writes out what can be read",
            context.db.display(),
            problems.len()
        )
    }
}
