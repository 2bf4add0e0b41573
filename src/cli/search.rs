//! `pledgebook search WORDS`: full text over citations and documents.

use std::io::{BufWriter, stdout};

use super::Context;
use super::output::{Column, To, write_rows};
use crate::store::Hit;

const EXAMPLES: &str = "\
Examples:
  pledgebook search long-range drones
  pledgebook search \"Umerov\" --to ndjson
  pledgebook search artiller* --limit 5

Every word must occur; a star at a word's end stands for any ending. The latest come first.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Words that must all occur
    #[arg(required = true)]
    words: Vec<String>,
    /// At most so many figures and so many documents
    #[arg(long, value_name = "N", default_value_t = 20)]
    limit: usize,
    /// The form of the output
    #[arg(long, value_enum, default_value_t)]
    to: To,
}

impl Args {
    pub fn run(&self, context: &Context) -> anyhow::Result<()> {
        let hits = context.ledger()?.store().search(&self.words.join(" "), self.limit)?;
        let mut out = BufWriter::new(stdout().lock());
        write_rows(&mut out, self.to, COLUMNS, hits.iter().map(row))
    }
}

const COLUMNS: &[Column] = &[
    Column { name: "figure", number: true },
    Column { name: "document", number: true },
    Column { name: "date", number: false },
    Column { name: "publisher", number: false },
    Column { name: "title", number: false },
    Column { name: "excerpt", number: false },
];

fn row(hit: &Hit) -> Vec<String> {
    let number = |id: Option<i64>| id.map(|id| id.to_string()).unwrap_or_default();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    vec![
        number(hit.figure),
        number(hit.document),
        text(&hit.date),
        text(&hit.publisher),
        text(&hit.title),
        hit.excerpt.replace('\n', " "),
    ]
}
