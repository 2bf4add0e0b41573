//! `pledgebook confirm ID…`.

use super::Context;
use super::judged::JudgedFlags;
use crate::ledger::Ledger;

const EXAMPLES: &str = "\
Examples:
  pledgebook confirm 12 13
  pledgebook list --donor DK --to csv | cut -d, -f1 | tail -n +2 | xargs pledgebook confirm --why \"read by two\"";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(flatten)]
    judged: JudgedFlags,
}

impl Args {
    pub fn run(&self, context: &Context) -> anyhow::Result<()> {
        self.judged.judge(context, Ledger::confirm)
    }
}
