//! `pledgebook history [ID…]`: every change, with who, when and why.

use std::io::{BufWriter, Write, stdout};

use anyhow::bail;

use super::output::{Column, To, write_rows};
use super::{Context, edit_rows};
use crate::store::Edit;

const EXAMPLES: &str = "\
Examples:
  pledgebook history 12
  pledgebook history --since 2025-01-13
  pledgebook history --since 2025-01-13T09:30 --by anna --to ndjson";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The figures' numbers; with their links
    #[arg(value_name = "ID", required_unless_present = "since")]
    ids: Vec<i64>,
    /// Changes from this day or moment (UTC) on
    #[arg(long, value_name = "DATE")]
    since: Option<String>,
    /// Changes by this person alone
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// The form of the output
    #[arg(long, value_enum, default_value_t)]
    to: To,
}

impl Args {
    pub fn run(&self, context: &Context) -> anyhow::Result<()> {
        let ledger = context.existing()?;
        let mut edits = Vec::new();
        for id in &self.ids {
            edits.extend(ledger.view(*id)?.history);
        }
        let since = self.since.as_deref().unwrap_or_default();
        if !since.is_empty() && !is_moment(since) {
            bail!("\"{since}\" is no day; write it as 2025-01-13 or 2025-01-13T09:30");
        }
        if self.ids.is_empty() {
            edits = ledger.store().edits_since(since)?;
        }
        let by = |edit: &&Edit| self.by.as_ref().is_none_or(|by| *by == edit.user);
        let wanted = edits.iter().filter(|edit| edit.at.as_str() >= since).filter(by);
        let mut out = BufWriter::new(stdout().lock());
        if self.to == To::Ndjson {
            for edit in wanted {
                writeln!(out, "{}", edit_rows::object(edit))?;
            }
            return Ok(out.flush()?);
        }
        write_rows(&mut out, self.to, COLUMNS, wanted.map(row))
    }
}

/// A day, or a day with a time after a T.
fn is_moment(text: &str) -> bool {
    let (day, time) = text.split_at_checked(10).unwrap_or((text, ""));
    day.parse::<chrono::NaiveDate>().is_ok() && (time.is_empty() || time.starts_with('T'))
}

const COLUMNS: &[Column] = &[
    Column { name: "change", number: true },
    Column { name: "at", number: false },
    Column { name: "user", number: false },
    Column { name: "action", number: false },
    Column { name: "subject", number: false },
    Column { name: "record", number: true },
    Column { name: "what", number: false },
    Column { name: "why", number: false },
    Column { name: "reverts", number: true },
];

fn row(edit: &Edit) -> Vec<String> {
    vec![
        edit.id.to_string(),
        edit.at.clone(),
        edit.user.clone(),
        edit.action.clone(),
        edit.subject.to_string(),
        edit.record.to_string(),
        edit_rows::changes(edit),
        edit.why.clone().unwrap_or_default(),
        edit.reverts.map(|id| id.to_string()).unwrap_or_default(),
    ]
}
