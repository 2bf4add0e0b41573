//! `pledgebook extract PATH|-…`: figures without a database.

use std::io::{BufWriter, Write, stdout};

use super::figure_rows;
use super::input::Input;
use super::listing::{self, Layout, Rows};
use super::output::To;
use super::Context;
use crate::figure;

const EXAMPLES: &str = "\
Examples:
  pledgebook extract article.html
  pledgebook extract release.txt --published 2025-06-04 --to csv
  pledgebook extract article.html --explain
  cat documents.ndjson | pledgebook extract --from ndjson --to ndjson - > figures.ndjson

Donors, recipients, stages, years and links are read in English. Of a document in another language
the sums, quantities and numbers are read by its own marks and words (\"1.234,56 Mio. Euro\"), the
roles stay empty and the confidence low.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(flatten)]
    input: Input,
    /// The form of the output
    #[arg(long, value_enum, default_value_t)]
    to: To,
    /// Print the text with its clauses, verbs and numbers marked, and under each sentence why a number was taken or left
    #[arg(long, conflicts_with = "to")]
    explain: bool,
}

impl Args {
    pub fn run(&self, _context: &Context) -> anyhow::Result<()> {
        if self.explain {
            return self.told();
        }
        let layout = Layout {
            short: Rows { columns: figure_rows::SHORT, row: figure_rows::short },
            full: Rows { columns: figure_rows::FULL, row: figure_rows::full },
        };
        listing::print(&self.input, self.to, figure::extract, &layout)
    }

    /// Why each number was taken or left, document by document.
    fn told(&self) -> anyhow::Result<()> {
        let mut out = BufWriter::new(stdout().lock());
        let result = self.input.for_each(figure::explain::explain, |told| Ok(out.write_all(told.as_bytes())?));
        out.flush()?;
        result
    }
}
