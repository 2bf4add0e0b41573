//! `pledgebook why`: the arithmetic of totals.

use std::io::{BufWriter, Write, stdout};

use super::Context;
use super::output::To;
use super::query::QueryFlags;
use super::{notices, why_rows};
use crate::report::Dimension;
use crate::report::why::why;

const EXAMPLES: &str = "\
Examples:
  pledgebook why --donor Ukraine --year 2025
  pledgebook why --donor DK --stage pledge --to markdown
  pledgebook why --to json > arithmetic.json

Takes the filters of `report`. Under each total stands every figure that belongs there: what it
adds, or why it adds nothing, with its sentence and its source.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Columns, separated by commas [default: donor,year,stage,kind,sector,unit,category]
    #[arg(long, value_delimiter = ',', value_name = "COLUMNS")]
    by: Vec<Dimension>,
    #[command(flatten)]
    query: QueryFlags,
    /// The form of the output
    #[arg(long, value_enum, default_value_t)]
    to: To,
}

impl Args {
    pub fn run(&self, context: &Context) -> anyhow::Result<()> {
        let by = if self.by.is_empty() { Dimension::DEFAULT.to_vec() } else { self.by.clone() };
        let ledger = context.ledger()?;
        let query = self.query.query(by, ledger.store())?;
        let (by, explained) = why(ledger.store(), &query)?;
        if explained.is_empty() {
            eprintln!("No figure matches. `pledgebook list` shows what there is.");
        }
        let mut out = BufWriter::new(stdout().lock());
        why_rows::write(&mut out, self.to, &by, &explained)?;
        out.flush()?;
        let figures = explained.iter().flat_map(|one| &one.figures);
        let wholes = figures.filter(|figure| !figure.parts.is_empty());
        Ok(notices::odd(&ledger, &wholes.map(|whole| whole.account.id).collect::<Vec<_>>())?)
    }
}
