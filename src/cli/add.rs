//! `pledgebook add PATH|-…`: documents in, figures out into the ledger, then a summary.

use std::collections::BTreeMap;
use std::io::{Write, stdout};

use super::author::AuthorFlags;
use super::input::Input;
use super::output::{many, Column, To, write_rows};
use super::{Context, record_rows};
use crate::figure;
use crate::ledger::{Added, Ledger, Line, Outcome, Sum, Summary};
use crate::report::words::{self, Ends};

const EXAMPLES: &str = "\
Examples:
  pledgebook add article.html press-releases/
  pledgebook add brief.txt --published 2025-01-13 --publisher \"Defence Ministry\"
  fetch-news | pledgebook add --from ndjson -

The same document again changes nothing. Each document is kept whole or not at all: after an
interruption, run the same command again.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    author: AuthorFlags,
    /// The form of the summary
    #[arg(long, value_enum, default_value_t)]
    to: To,
}

impl Args {
    pub fn run(&self, context: &Context) -> anyhow::Result<()> {
        let mut ledger = context.ledger()?;
        let mut tally = Tally::default();
        let read = self.input.for_each(
            |document| (document.clone(), figure::extract(document)),
            |(document, figures)| {
                let added = ledger.add(&document, &figures, &self.author.now())?;
                tally.enter(&document.id, added);
                Ok(())
            },
        );
        tally.print(&ledger, self.to)?;
        read
    }
}

/// What became of the documents of one run.
#[derive(Default)]
struct Tally {
    outcomes: BTreeMap<&'static str, usize>,
    figures: Vec<i64>,
}

impl Tally {
    fn enter(&mut self, name: &str, added: Added) {
        let outcome = match added.outcome {
            Outcome::New => "new",
            Outcome::Known => "known already",
            Outcome::Dated => "now dated",
            Outcome::Changed(_) => "changed since",
        };
        *self.outcomes.entry(outcome).or_default() += 1;
        for warning in &added.warnings {
            eprintln!("pledgebook: warning: {name}: {warning}");
        }
        for changed in &added.changes {
            eprintln!("pledgebook: {name}: {changed}");
        }
        self.figures.extend(added.figures);
    }

    fn print(&self, ledger: &Ledger, to: To) -> anyhow::Result<()> {
        let summary = ledger.summary(&self.figures)?;
        let mut out = stdout().lock();
        if !summary.totals.is_empty() || to != To::Table {
            let rows = summary.totals.iter().map(|(line, sum)| row(line, sum));
            write_rows(&mut out, to, COLUMNS, rows)?;
        }
        if to == To::Table {
            for note in self.notes(&summary) {
                writeln!(out, "{note}")?;
            }
        }
        Ok(())
    }

    fn notes(&self, summary: &Summary) -> Vec<String> {
        let outcomes = self.outcomes.iter().map(|(what, number)| format!("{number} {what}"));
        let documents: usize = self.outcomes.values().sum();
        let counted: usize = summary.totals.values().map(|sum| sum.figures.len()).sum();
        let of_what = outcomes.collect::<Vec<_>>().join(", ");
        let (documents, figures) = (many(documents, "document"), many(self.figures.len(), "figure"));
        let mut notes =
            vec![format!("{documents} ({of_what}), {figures} taken in, {counted} of them count.")];
        if !summary.left_out.is_empty() {
            let reasons = summary.left_out.iter();
            let reasons = reasons.map(|(why, n)| format!("{n} {}", why.replace('_', " ")));
            notes.push(format!("Not counted: {}.", reasons.collect::<Vec<_>>().join(", ")));
        }
        if summary.undated > 0 {
            notes.push(format!(
                "{} without a year: where the documents' day is missing, give it with --published and add them \
                 again; `pledgebook amend` sets a year.",
                many(summary.undated, "figure")
            ));
        }
        notes
    }
}

const COLUMNS: &[Column] = &[
    Column { name: "donor", number: false },
    Column { name: "year", number: false },
    Column { name: "stage", number: false },
    Column { name: "amount", number: true },
    Column { name: "of", number: false },
    Column { name: "figures", number: true },
];

fn row(line: &Line, sum: &Sum) -> Vec<String> {
    let high = (!sum.open).then_some(sum.high);
    let ends = Ends { low: sum.low, high, about: sum.about };
    let donors = if sum.donors.is_empty() { "not said" } else { &sum.donors };
    vec![
        donors.to_owned(),
        record_rows::years(line.years),
        line.stage.to_string(),
        words::amount(sum.amount, ends, line.unit.as_deref()),
        line.category.map_or_else(|| line.sector.to_string(), |c| c.to_string().replace('_', " ")),
        sum.figures.len().to_string(),
    ]
}
