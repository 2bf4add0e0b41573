//! `pledgebook amend ID FIELD=VALUE…`.

use std::io::stdout;

use anyhow::anyhow;

use super::author::AuthorFlags;
use super::{Context, show};

const EXAMPLES: &str = "\
Examples:
  pledgebook amend 12 amount=€1.5bn --why \"the release says 1.5\"
  pledgebook amend 12 donor=DK+NO year=2025-2027 recipient=

Fields: amount, donor, recipient, stage, year, sector, bound, unit, item, category, per, cumulative,
speaker, announced, for, reference. An empty value clears a field.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The figure's number
    id: i64,
    /// What to set
    #[arg(required = true, value_name = "FIELD=VALUE", value_parser = pair)]
    values: Vec<(String, String)>,
    #[command(flatten)]
    author: AuthorFlags,
}

fn pair(given: &str) -> anyhow::Result<(String, String)> {
    let (field, value) = given
        .split_once('=')
        .ok_or_else(|| anyhow!("\"{given}\" is no FIELD=VALUE, such as amount=€1.5bn"))?;
    Ok((field.to_owned(), value.to_owned()))
}

impl Args {
    pub fn run(&self, context: &Context) -> anyhow::Result<()> {
        let mut ledger = context.existing()?;
        ledger.amend(self.id, &self.values, &self.author.now())?;
        show::print(&mut stdout().lock(), &ledger.view(self.id)?, show::BRACKETS)?;
        Ok(())
    }
}
