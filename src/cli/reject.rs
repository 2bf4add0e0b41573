//! `pledgebook reject ID…`.

use super::Context;
use super::judged::JudgedFlags;
use crate::ledger::Ledger;

const EXAMPLES: &str = "\
Example:
  pledgebook reject 12 --why \"a share price, no commitment\"";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(flatten)]
    judged: JudgedFlags,
}

impl Args {
    pub fn run(&self, context: &Context) -> anyhow::Result<()> {
        self.judged.judge(context, Ledger::reject)
    }
}
