//! `pledgebook extract PATH|-…`: figures without a database.

use std::io::{BufWriter, Write, stdout};

use super::figure_rows;
use super::input::Input;
use super::output::{To, write_rows};
use super::Context;
use crate::figure::{self, Figure};
use crate::source::Document;

const EXAMPLES: &str = "\
Examples:
  pledgebook extract article.html
  pledgebook extract release.txt --published 2025-06-04 --to csv
  cat documents.ndjson | pledgebook extract --from ndjson --to ndjson - > figures.ndjson";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(flatten)]
    input: Input,
    /// The form of the output
    #[arg(long, value_enum, default_value_t)]
    to: To,
}

impl Args {
    pub fn run(&self, _context: &Context) -> anyhow::Result<()> {
        let mut out = BufWriter::new(stdout().lock());
        match self.to {
            To::Ndjson => self.stream(&mut out),
            _ => self.list(&mut out),
        }
    }

    /// One figure a line, written as soon as its document is done.
    fn stream(&self, out: &mut dyn Write) -> anyhow::Result<()> {
        let result = self.input.for_each(ndjson, |lines| {
            out.write_all(&lines?)?;
            Ok(out.flush()?)
        });
        out.flush()?;
        result
    }

    /// Everything else needs all figures: a table for its widths, an array for its end.
    fn list(&self, out: &mut dyn Write) -> anyhow::Result<()> {
        let mut figures: Vec<Figure> = Vec::new();
        let read = self.input.for_each(
            figure::extract,
            |found| {
                figures.extend(found);
                Ok(())
            },
        );
        match self.to {
            To::Json => {
                serde_json::to_writer_pretty(&mut *out, &figures)?;
                writeln!(out)?;
            }
            To::Table | To::Markdown => {
                let rows = figures.iter().map(figure_rows::short);
                write_rows(out, self.to, figure_rows::SHORT, rows)?;
            }
            To::Csv | To::Tsv | To::Ndjson => {
                let rows = figures.iter().map(figure_rows::full);
                write_rows(out, self.to, figure_rows::FULL, rows)?;
            }
        }
        out.flush()?;
        read
    }
}

fn ndjson(document: &Document) -> anyhow::Result<Vec<u8>> {
    let mut lines = Vec::new();
    for figure in figure::extract(document) {
        serde_json::to_writer(&mut lines, &figure)?;
        lines.push(b'\n');
    }
    Ok(lines)
}
