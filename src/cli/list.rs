//! `pledgebook list`: figures of the ledger.

use std::io::{BufWriter, stdout};

use super::filter::FilterFlags;
use super::output::{To, write_rows};
use super::{Context, record_rows};

const EXAMPLES: &str = "\
Examples:
  pledgebook list --donor Denmark --year 2025
  pledgebook list --category drone --stage pledge --to csv > drones.csv
  pledgebook list --status extracted --limit 20";

/// A table longer than this is no reading; files get everything.
const TABLE_LIMIT: usize = 100;

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(flatten)]
    filter: FilterFlags,
    /// At most so many, the latest; 0 for all (default: 100 in tables, all otherwise)
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// The form of the output
    #[arg(long, value_enum, default_value_t)]
    to: To,
}

impl Args {
    pub fn run(&self, context: &Context) -> anyhow::Result<()> {
        let ledger = context.ledger()?;
        let mut filter = self.filter.filter()?;
        let usual = matches!(self.to, To::Table | To::Markdown).then_some(TABLE_LIMIT);
        let limit = self.limit.or(usual).filter(|limit| *limit > 0);
        // One more than is shown tells whether there are more; counting them all would take longer.
        filter.limit = limit.map(|limit| limit + 1);
        let mut records = ledger.store().list(&filter)?;
        let more = limit.is_some_and(|limit| records.len() > limit);
        if more {
            records.remove(0);
        }
        let (columns, row) = record_rows::for_output(self.to);
        let mut out = BufWriter::new(stdout().lock());
        write_rows(&mut out, self.to, columns, records.iter().map(row))?;
        if more {
            let shown = records.len();
            eprintln!("pledgebook: only the latest {shown} are shown; --limit 0 shows all");
        }
        Ok(())
    }
}
