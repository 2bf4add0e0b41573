//! `pledgebook undo [CHANGE]`.

use super::author::AuthorFlags;
use super::{Context, edit_rows};

const EXAMPLES: &str = "\
Examples:
  pledgebook undo                  your last change
  pledgebook undo 217              what was done in one go with change 217

Nothing is deleted: an undo is a change of its own, and can be undone.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// A change's number, as `history` prints it
    #[arg(value_name = "CHANGE")]
    edit: Option<i64>,
    #[command(flatten)]
    author: AuthorFlags,
}

impl Args {
    pub fn run(&self, context: &Context) -> anyhow::Result<()> {
        let mut ledger = context.existing()?;
        let undone = ledger.undo(self.edit, &self.author.now())?;
        println!("Undone:");
        for edit in undone {
            println!("{}", edit_rows::line(&edit));
        }
        Ok(())
    }
}
