//! `pledgebook export`: the tables as files.

use std::path::PathBuf;

use super::{Context, notices};
use super::query::QueryFlags;
use crate::export::{Book, Folder, formats};
use crate::report::Dimension;
use crate::report::notes::exceeded;

const EXAMPLES: &str = "\
Examples:
  pledgebook export
  pledgebook export --format csv,xlsx,html --currency EUR
  pledgebook export --format parquet,json,ndjson,iati,bibtex,csl --out data
  pledgebook export --out /tmp/tables --donor DK
  pledgebook export --year 2025 --stage pledge,commitment

Files appear together or not at all. The same ledger gives the same bytes.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The folder; made when missing
    #[arg(long, default_value = "exports", value_name = "FOLDER")]
    out: PathBuf,
    /// csv, xlsx, parquet, json, ndjson, iati, html, bibtex, csl; several with commas
    #[arg(long, value_delimiter = ',', default_value = "csv", value_parser = known_format)]
    format: Vec<String>,
    /// Begin CSV files with the byte-order mark, for old versions of Excel
    #[arg(long)]
    bom: bool,
    #[command(flatten)]
    query: QueryFlags,
}

fn known_format(name: &str) -> Result<String, String> {
    let all = formats(false);
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
        let odd = exceeded(ledger.store(), &query)?;
        let book = Book::new(ledger.store(), query, asked)?;
        let mut folder = Folder::new(&self.out)?;
        for format in formats(self.bom).iter().filter(|f| self.format.iter().any(|name| name == f.name())) {
            format.write(&book, &mut folder)?;
        }
        for path in folder.publish()? {
            eprintln!("{}", path.display());
        }
        Ok(notices::odd(&ledger, &odd)?)
    }
}
