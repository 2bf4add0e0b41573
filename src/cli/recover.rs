//! `pledgebook recover FILE`: saves what can be read of a damaged ledger.

use std::path::PathBuf;

use anyhow::{Context as _, bail};

use super::Context;
use super::output::many;
use crate::ledger::Ledger;
use crate::store::Saved;

const EXAMPLES: &str = "\
Example:
  pledgebook --db damaged.db recover saved.db
  pledgebook --db saved.db verify

The damaged file is left as it is.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The new file
    file: PathBuf,
}

impl Args {
    pub fn run(&self, context: &Context) -> anyhow::Result<()> {
        if !context.db.exists() {
            bail!("{}: there is no such ledger; name the damaged one with --db", context.db.display());
        }
        if self.file.exists() {
            bail!("{} is there already; name a new file", self.file.display());
        }
        let new = Ledger::open(&self.file).with_context(|| self.file.display().to_string())?;
        let saved = new.recover_from(&context.db);
        if saved.is_err() {
            drop(new);
            std::fs::remove_file(&self.file).ok();
        }
        let (saved, made) = saved.with_context(|| context.db.display().to_string())?;
        for one in saved {
            println!("{} saved", line(&one));
        }
        if made > 0 {
            println!("{} made again from the history", many(made, "figure"));
        }
        Ok(())
    }
}

/// "figures: 97 rows, 3 not readable".
pub fn line(one: &Saved) -> String {
    let gaps = if one.gaps > 0 { format!(", {} not readable,", one.gaps) } else { String::new() };
    format!("{}: {}{gaps}", one.table, many(one.saved as usize, "row"))
}
