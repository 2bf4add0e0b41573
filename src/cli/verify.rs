//! `pledgebook verify`: checks everything, says nothing when all is well.

use anyhow::bail;

use super::Context;
use super::output::many;
use super::recover::line;
use crate::ledger::Ledger;
use crate::ledger::verify::Checked;
use crate::store::StoreError;

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
        let Checked { file, rows } = checked(context)?;
        for problem in file.iter().chain(&rows).take(TOLD) {
            println!("{problem}");
        }
        let (db, found) = (context.db.display(), many(file.len() + rows.len(), "problem"));
        if file.is_empty() && rows.is_empty() {
            return Ok(());
        }
        if file.is_empty() {
            bail!("{db}: {found}; `pledgebook history` tells who changed what");
        }
        let folder = tempfile::tempdir()?;
        match Ledger::open(&folder.path().join("readable.db"))?.recover_from(&context.db) {
            Ok((readable, _)) => {
                println!("Still readable:");
                for one in &readable {
                    println!("  {}", line(one).trim_end_matches(','));
                }
                bail!("{db}: {found}; `pledgebook recover` writes out what can be read")
            }
            Err(error) => bail!("{db}: {found}; {error}"),
        }
    }
}

/// What is wrong, also where the file is too damaged to be opened.
fn checked(context: &Context) -> anyhow::Result<Checked> {
    let all = context.existing().and_then(|ledger| Ok(ledger.check_all()?));
    let Err(error) = all else { return all };
    let damage = error.chain().find_map(|cause| match cause.downcast_ref() {
        Some(StoreError::Damaged(why)) => Some(why.clone()),
        _ => None,
    });
    match damage {
        Some(why) => Ok(Checked { file: vec![why], rows: Vec::new() }),
        None => Err(error),
    }
}
