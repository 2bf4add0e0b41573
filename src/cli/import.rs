//! `pledgebook import`: records of another tracker's table, or figures as `extract` writes them.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, BufWriter, Write, stdout};
use std::path::PathBuf;

use anyhow::{Context as _, bail};

use super::Context;
use super::author::AuthorFlags;
use super::output::{Column, To, write_rows};
use crate::import::{Flag, Map, Reading, apply, ndjson, read};
use crate::ledger::bring::Imported;

const EXAMPLES: &str = "\
Examples:
  pledgebook import release7.csv --map kiel-release-7 --dry-run
  pledgebook import release7.csv --map kiel-release-7
  pledgebook import pledges.xlsx --map mine.toml --to csv > doubts.csv
  pledgebook extract news --to ndjson | pledgebook import --from ndjson /dev/stdin

All of it goes in or nothing. The same table again changes nothing; a newer one brings its records
up to date, except those that a person has changed. `pledgebook map guide` explains maps.";

/// The forms that are not told by the file's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum From {
    /// A table: CSV, or a workbook by its ending .xlsx
    Table,
    /// Figures, one JSON object a line
    Ndjson,
}

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The table: .csv or .xlsx
    file: PathBuf,
    /// A built-in map, or the file of one
    #[arg(long, value_name = "NAME|MAP.toml")]
    map: Option<String>,
    /// The form of the file
    #[arg(long, value_enum, default_value = "table")]
    from: From,
    /// Show what would happen, and change nothing
    #[arg(long)]
    dry_run: bool,
    /// The form of the list of doubts
    #[arg(long, value_enum, default_value_t)]
    to: To,
    #[command(flatten)]
    author: AuthorFlags,
}

impl Args {
    pub fn run(&self, context: &Context) -> anyhow::Result<()> {
        let shown = self.file.display().to_string();
        let (reading, remarks) = self.read().with_context(|| shown.clone())?;
        let mut ledger = context.ledger()?;
        let done = if self.dry_run {
            ledger.would_bring(&reading.records)?
        } else {
            let mut author = self.author.now();
            author.why.get_or_insert_with(|| format!("from {shown}"));
            ledger.bring(&reading.records, &author)?
        };
        let mut out = BufWriter::new(stdout().lock());
        doubts(&mut out, self.to, &reading.flags)?;
        out.flush()?;
        self.summary(&reading, &done, &remarks);
        Ok(())
    }

    fn read(&self) -> anyhow::Result<(Reading, Vec<String>)> {
        if self.from == From::Ndjson {
            let input = BufReader::new(File::open(&self.file)?);
            let records = ndjson::read(input)?;
            return Ok((Reading { records, ..Reading::default() }, Vec::new()));
        }
        let Some(map) = &self.map else {
            bail!("a table needs --map: a built-in one (`pledgebook map list`) or a file of your own (`pledgebook map guide`)");
        };
        let map = Map::find(map).with_context(|| format!("--map {map}"))?;
        let sheet = read(&self.file, &map.read)?;
        Ok((apply(&map, &sheet)?, sheet.remarks))
    }

    fn summary(&self, reading: &Reading, done: &Imported, remarks: &[String]) {
        for remark in remarks {
            eprintln!("{remark}");
        }
        let would = if self.dry_run { "would be " } else { "" };
        eprintln!(
            "{} records: {} {would}new, {} {would}changed, {} known as they are.",
            reading.records.len(),
            done.new,
            done.changed,
            done.known
        );
        if !done.kept.is_empty() {
            let ids: Vec<String> = done.kept.iter().map(|id| format!("#{id}")).collect();
            eprintln!("A person has changed {}: left as they are.", ids.join(", "));
        }
        if !reading.unused.is_empty() {
            let lines: Vec<String> = reading.unused.iter().take(10).map(ToString::to_string).collect();
            let more = if reading.unused.len() > 10 { ", …" } else { "" };
            eprintln!("{} rows make no record: lines {}{more}.", reading.unused.len(), lines.join(", "));
        }
    }
}

/// What could not be read: alike ones together for people, one by one for programs.
fn doubts(out: &mut dyn Write, to: To, flags: &[Flag]) -> anyhow::Result<()> {
    let column = |name, number| Column { name, number };
    if !matches!(to, To::Table | To::Markdown) {
        let columns = [column("line", true), column("field", false), column("doubt", false)];
        let rows = flags.iter().map(|f| vec![f.line.to_string(), f.field.to_owned(), f.says.clone()]);
        return write_rows(out, to, &columns, rows);
    }
    if flags.is_empty() {
        return Ok(());
    }
    let mut alike: BTreeMap<(&str, &str), Vec<u64>> = BTreeMap::new();
    for flag in flags {
        let lines = alike.entry((flag.field, &flag.says)).or_default();
        if lines.last() != Some(&flag.line) {
            lines.push(flag.line);
        }
    }
    let columns = [column("field", false), column("doubt", false), column("rows", true), column("lines", false)];
    let rows = alike.into_iter().map(|((field, says), lines)| {
        let some: Vec<String> = lines.iter().take(4).map(ToString::to_string).collect();
        let more = if lines.len() > 4 { ", …" } else { "" };
        let lines_shown = format!("{}{more}", some.join(", "));
        vec![field.to_owned(), says.to_owned(), lines.len().to_string(), lines_shown]
    });
    write_rows(out, to, &columns, rows)
}
