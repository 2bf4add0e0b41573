//! `pledgebook extract PATH|-…`: figures without a database.

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
        let layout = Layout {
            short: Rows { columns: figure_rows::SHORT, row: figure_rows::short },
            full: Rows { columns: figure_rows::FULL, row: figure_rows::full },
        };
        listing::print(&self.input, self.to, figure::extract, &layout)
    }
}
