//! `pledgebook mentions PATH|-…`: every sum, quantity and number, before any judgement.

use super::input::Input;
use super::listing::{self, Layout, Rows};
use super::output::{Column, To};
use super::Context;
use crate::mention::{self, MentionKind, MentionRecord};

const EXAMPLES: &str = "\
Examples:
  pledgebook mentions article.html
  cat documents.ndjson | pledgebook mentions --from ndjson --to ndjson - > mentions.ndjson

Numbers are read by the marks and words of the document's language: \"1.234\" is 1.234 in English and
1234 in German.";

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
        let layout =
            Layout { short: Rows { columns: COLUMNS, row }, full: Rows { columns: COLUMNS, row } };
        listing::print(&self.input, self.to, mention::all, &layout)
    }
}

const COLUMNS: &[Column] = &[
    Column { name: "document", number: false },
    Column { name: "start", number: true },
    Column { name: "end", number: true },
    Column { name: "kind", number: false },
    Column { name: "value", number: true },
    Column { name: "low", number: true },
    Column { name: "high", number: true },
    Column { name: "bound", number: false },
    Column { name: "unit", number: false },
    Column { name: "item", number: false },
];

fn row(mention: &MentionRecord) -> Vec<String> {
    let number = |number: Option<rust_decimal::Decimal>| {
        number.map(|number| number.to_string()).unwrap_or_default()
    };
    vec![
        mention.document.clone(),
        mention.start.to_string(),
        mention.end.to_string(),
        kind(mention.kind).to_owned(),
        mention.value.to_string(),
        number(mention.low),
        number(mention.high),
        mention.bound.to_string(),
        mention.unit.clone().unwrap_or_default(),
        mention.item.clone().unwrap_or_default(),
    ]
}

const fn kind(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Money => "money",
        MentionKind::Quantity => "quantity",
        MentionKind::Number => "number",
    }
}
