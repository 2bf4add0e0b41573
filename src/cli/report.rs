//! `pledgebook report`: totals by donor and year, or by what is asked.

use std::io::{BufWriter, Write, stdout};

use super::Context;
use super::output::{To, write_table};
use super::query::QueryFlags;
use super::total_rows;
use crate::report::notes::notes;
use crate::report::{Dimension, tables, totals};

const EXAMPLES: &str = "\
Examples:
  pledgebook report
  pledgebook report --by donor,stage --kind money
  pledgebook report --donor Ukraine --year 2024-2026 --to csv
  pledgebook report --currency EUR
  pledgebook report --by donor,sector --currency USD --rate-basis year
  pledgebook report --by publisher,year --stage pledge --to markdown

Stages, currencies, and money and things are never added to each other: whatever the columns,
each has rows of its own. Requests are only shown with --stage request.";

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
        let mut out = BufWriter::new(stdout().lock());
        if !matches!(self.to, To::Table | To::Markdown) {
            let table = tables::report(&query);
            return write_table(&mut out, self.to, &table, ledger.store());
        }
        let report = totals(ledger.store(), &query)?;
        if report.rows.is_empty() {
            eprintln!("Nothing counts for this. `pledgebook why` with the same flags says why.");
        } else {
            total_rows::write(&mut out, self.to, &query, &report)?;
        }
        for note in notes(ledger.store(), &query, &report)? {
            let mark = if self.to == To::Markdown { "- " } else { "" };
            writeln!(out, "{mark}{note}")?;
        }
        Ok(out.flush()?)
    }
}
