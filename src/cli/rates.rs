//! `pledgebook rates`: exchange rates, shown, listed and imported.

use std::fs::File;
use std::io::{Write, stdout};
use std::path::PathBuf;

use anyhow::{Context as _, bail};
use chrono::{Datelike, NaiveDate};

use super::Context;
use super::author::AuthorFlags;
use super::output::{Column, To, write_rows};
use crate::ledger::Author;
use crate::ledger::rates::rates;
use crate::lexicon::currency;
use crate::rates::{BUILT_IN, RateFile, Series, built_in, read};

const EXAMPLES: &str = "\
Examples:
  pledgebook rates show USD 2025-01
  pledgebook rates show GBP 2025-01-13
  pledgebook rates list
  pledgebook rates import eurofxref-hist.csv
  pledgebook rates import hryvnia.csv

A file of rates has the form of the European Central Bank's: a header \"Date,USD,JPY\" and a line a
day, in units per euro. For a currency that the bank does not quote, two columns will do:
  Date,UAH
  2025-01-13,43.31";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Daily rates of a currency with their mean
    Show {
        /// ISO 4217 code
        currency: String,
        /// A year, a month or a day: 2025, 2025-01, 2025-01-13
        period: String,
        /// The form of the output
        #[arg(long, value_enum, default_value_t)]
        to: To,
    },
    /// Every currency with its first and last day
    List {
        /// The form of the output
        #[arg(long, value_enum, default_value_t)]
        to: To,
    },
    /// Take a file of daily rates into the ledger
    Import {
        /// The file
        file: PathBuf,
        /// What the source is called where rates are named [default: the file's name]
        #[arg(long)]
        source: Option<String>,
        #[command(flatten)]
        author: AuthorFlags,
    },
}

impl Args {
    pub fn run(&self, context: &Context) -> anyhow::Result<()> {
        match &self.action {
            Action::Show { currency, period, to } => show(context, currency, period, *to),
            Action::List { to } => list(context, *to),
            Action::Import { file, source, author } => {
                import(context, file, source.as_deref(), &author.now())
            }
        }
    }
}

const fn text(name: &'static str) -> Column {
    Column { name, number: false }
}

const fn number(name: &'static str) -> Column {
    Column { name, number: true }
}

fn show(context: &Context, code: &str, period: &str, to: To) -> anyhow::Result<()> {
    let (first, last) = days(period)?;
    let ledger = context.ledger()?;
    let rates = rates(ledger.store(), built_in()?)?;
    let code = code.to_uppercase();
    let Some(series) = rates.table.series(&code) else {
        bail!("no rate of {code} is known; `pledgebook rates list` names the currencies, `rates import` adds one");
    };
    let shown: Vec<_> = series.days().filter(|(day, _)| (first..=last).contains(day)).collect();
    let mut out = stdout().lock();
    if shown.is_empty() {
        let Some((day, rate)) = series.on(last).filter(|_| first == last) else {
            bail!("no rate of {code} is known in {period}; {}", span(series));
        };
        eprintln!("No rate was set on {first}: the last one before is that of {day}.");
        let row = vec![day.to_string(), rate.to_string()];
        return write_rows(&mut out, to, &[text("day"), number("per_euro")], [row].into_iter());
    }
    let rows = shown.iter().map(|(day, rate)| vec![day.to_string(), rate.to_string()]);
    write_rows(&mut out, to, &[text("day"), number("per_euro")], rows)?;
    if let (To::Table, Some(mean)) = (to, series.mean(first..=last)) {
        let mean = mean.round_sf(10).unwrap_or(mean).normalize();
        writeln!(out, "Mean of {} daily rates: {mean} {code} per euro.", shown.len())?;
    }
    Ok(())
}

fn span(series: &Series) -> String {
    let ends = series.days().next().zip(series.days().next_back());
    ends.map_or_else(String::new, |((first, _), (last, _))| format!("there are rates from {first} to {last}"))
}

/// First and last day of a year, a month or a day.
fn days(period: &str) -> anyhow::Result<(NaiveDate, NaiveDate)> {
    let day = |text: String| NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok();
    let found = match period.len() {
        4 => day(format!("{period}-01-01")).zip(day(format!("{period}-12-31"))),
        7 => day(format!("{period}-01")).and_then(|first| {
            let next = first.checked_add_months(chrono::Months::new(1))?;
            Some((first, next.pred_opt()?))
        }),
        _ => day(period.to_owned()).map(|day| (day, day)),
    };
    found
        .filter(|(first, _)| first.year() > 0)
        .with_context(|| format!("\"{period}\" is no period; write 2025, 2025-01 or 2025-01-13"))
}

fn list(context: &Context, to: To) -> anyhow::Result<()> {
    let ledger = context.ledger()?;
    let rates = rates(ledger.store(), built_in()?)?;
    let columns = [text("currency"), text("name"), text("first"), text("last"), number("days"), number("latest")];
    let rows = rates.table.all().filter_map(|(code, series)| {
        let ((first, _), (last, latest)) = series.days().next().zip(series.days().next_back())?;
        let name = currency::by_code(code).map_or("", |c| c.name);
        Some(vec![
            code.to_owned(),
            name.to_owned(),
            first.to_string(),
            last.to_string(),
            series.days().count().to_string(),
            latest.to_string(),
        ])
    });
    let mut out = stdout().lock();
    write_rows(&mut out, to, &columns, rows)?;
    if to == To::Table {
        let files: Vec<&str> = std::iter::once(BUILT_IN).chain(rates.files.iter().map(String::as_str)).collect();
        writeln!(out, "Units per euro. Sources: {}.", files.join(", "))?;
    }
    Ok(())
}

fn import(context: &Context, path: &PathBuf, source: Option<&str>, author: &Author) -> anyhow::Result<()> {
    let shown = path.display().to_string();
    let file = File::open(path).with_context(|| format!("{shown} cannot be read"))?;
    let RateFile::Daily(table) = read(file).with_context(|| shown.clone())? else {
        bail!("{shown} holds fixed rates without dates; give it to `report --rates {shown}` instead");
    };
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or(shown);
    let source = source.unwrap_or(&name);
    let done = context.ledger()?.bring_rates(built_in()?, &table, source, author)?;
    println!("{} rates new, {} changed, {} known before.", done.new, done.changed, done.known);
    Ok(())
}
