//! `pledgebook export`: the tables as files.

use std::path::PathBuf;

use super::Context;
use super::query::QueryFlags;
use crate::export::{Book, Folder, formats};
use crate::report::Dimension;

const EXAMPLES: &str = "\
Examples:
  pledgebook export
  pledgebook export --out /tmp/tables --donor DK
  pledgebook export --year 2025 --stage pledge,commitment

Files appear together or not at all. The same ledger gives the same bytes.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The folder; made when missing
    #[arg(long, default_value = "exports", value_name = "FOLDER")]
    out: PathBuf,
    /// Formats, separated by commas
    #[arg(long, value_delimiter = ',', default_value = "csv", value_parser = known_format)]
    format: Vec<String>,
    #[command(flatten)]
    query: QueryFlags,
}

fn known_format(name: &str) -> Result<String, String> {
    let all = formats();
    if all.iter().any(|format| format.name() == name) {
        return Ok(name.to_owned());
    }
    let known: Vec<String> = all.iter().map(|f| format!("{} ({})", f.name(), f.about())).collect();
    Err(format!("it is one of {}", known.join(", ")))
}

impl Args {
    pub fn run(&self, context: &Context) -> anyhow::Result<()> {
        let ledger = context.ledger()?;
        let query = self.query.query(Dimension::DEFAULT.to_vec(), ledger.store())?;
        let asked = query.filter.to_string();
        let book = Book::new(ledger.store(), query, asked)?;
        let mut folder = Folder::new(&self.out)?;
        for format in formats().iter().filter(|f| self.format.iter().any(|name| name == f.name())) {
            format.write(&book, &mut folder)?;
        }
        for path in folder.publish()? {
            eprintln!("{}", path.display());
        }
        Ok(())
    }
}
