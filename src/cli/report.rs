//! `pledgebook report`: totals by donor and year, or by what is asked.

use std::io::{BufWriter, Write, stdout};
use std::path::{Path, PathBuf};

use anyhow::bail;

use super::Context;
use super::output::{To, write_table};
use super::query::QueryFlags;
use super::{notices, shape_rows, total_rows};
use crate::export::Folder;
use crate::ledger::Ledger;
use crate::report::chart::{bars, panels, png, svg};
use crate::report::notes::{converted, exceeded, notes};
use crate::report::progress::progress;
use crate::report::shape::{Sort, pivot, run_up, sort, top};
use crate::report::totals::Report;
use crate::report::{Dimension, Query, tables, totals};

const EXAMPLES: &str = "\
Examples:
  pledgebook report
  pledgebook report --by donor,stage --kind money
  pledgebook report --donor Ukraine --year 2024-2026 --to csv
  pledgebook report --currency EUR --by donor,year --pivot year
  pledgebook report --by donor --currency USD --rate-basis year --top 10 --sort amount
  pledgebook report --by donor,year --currency EUR --chart donors.svg
  pledgebook report --stage pledge --currency EUR --chart donors.png
  pledgebook report --by donor --progress
  pledgebook report --by publisher,year --stage pledge --to markdown

Stages, currencies, and money and things are never added to each other: whatever the columns,
each has rows of its own. Requests are only shown with --stage request.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Columns, separated by commas [default: donor,year,stage,kind,sector,unit,category]
    #[arg(long, value_delimiter = ',', value_name = "COLUMNS")]
    by: Vec<Dimension>,
    #[command(flatten)]
    query: QueryFlags,
    #[command(flatten)]
    shape: ShapeFlags,
    /// The form of the output
    #[arg(long, value_enum, default_value_t)]
    to: To,
}

/// How the rows are shown.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Shape")]
struct ShapeFlags {
    /// Years as columns
    #[arg(long, value_name = "year", value_parser = ["year"], conflicts_with = "progress")]
    pivot: Option<String>,
    /// By amount, the largest first, or by a column
    #[arg(long, value_name = "amount|COLUMN")]
    sort: Option<Sort>,
    /// The largest rows of each currency and sort of things
    #[arg(long, value_name = "N")]
    top: Option<usize>,
    /// Each year with all years before it
    #[arg(long)]
    cumulative: bool,
    /// Promised, committed and delivered side by side
    #[arg(long)]
    progress: bool,
    /// Bars in the terminal, or a chart in a file
    #[arg(long, value_name = "FILE.svg|png", num_args = 0..=1, default_missing_value = "-")]
    chart: Option<PathBuf>,
}

impl ShapeFlags {
    /// Sorts, cuts and runs up; gives back how many rows were cut.
    fn apply(&self, report: &mut Report) -> usize {
        if self.cumulative {
            run_up(report);
        }
        let cut = self.top.map_or(0, |count| top(report, count));
        if let Some(by) = self.sort {
            sort(report, by);
        }
        cut
    }
}

impl Args {
    pub fn run(&self, context: &Context) -> anyhow::Result<()> {
        let by = if self.by.is_empty() { Dimension::DEFAULT.to_vec() } else { self.by.clone() };
        if self.shape.pivot.is_some() && !by.contains(&Dimension::Year) {
            bail!("--pivot year needs the year among the columns: --by donor,year");
        }
        let ledger = context.ledger()?;
        let query = self.query.query(by, ledger.store())?;
        let mut report = totals(ledger.store(), &query)?;
        let cut = self.shape.apply(&mut report);
        let mut out = BufWriter::new(stdout().lock());
        match &self.shape.chart {
            Some(path) if path.as_os_str() == "-" => {
                for panel in panels(&report, currency(&query)) {
                    writeln!(out, "{}", bars(&panel))?;
                }
            }
            Some(path) => draw(path, &query, &report)?,
            None => self.rows(&mut out, &query, &report)?,
        }
        // What is wrong with the sums is said whatever the form; a program reads only the rows.
        if matches!(self.to, To::Table | To::Markdown) {
            self.notes(&mut out, &ledger, &query, &report, cut)?;
            return Ok(out.flush()?);
        }
        out.flush()?;
        Ok(notices::odd(&ledger, &exceeded(ledger.store(), &query)?)?)
    }

    fn rows(&self, out: &mut dyn Write, query: &Query, report: &Report) -> anyhow::Result<()> {
        if self.shape.pivot.is_some() {
            return shape_rows::pivot(out, self.to, &pivot(report));
        }
        if self.shape.progress {
            let (by, all) = progress(report);
            return shape_rows::progress(out, self.to, &by, &all);
        }
        if !matches!(self.to, To::Table | To::Markdown) {
            return write_table(out, self.to, &tables::report(query), report);
        }
        if report.rows.is_empty() {
            eprintln!("Nothing counts for this. `pledgebook why` with the same flags says why.");
            return Ok(());
        }
        total_rows::write(out, self.to, query, report)
    }

    fn notes(
        &self,
        out: &mut dyn Write,
        ledger: &Ledger,
        query: &Query,
        report: &Report,
        cut: usize,
    ) -> anyhow::Result<()> {
        let mark = if self.to == To::Markdown { "- " } else { "" };
        if cut > 0 {
            writeln!(out, "{mark}{cut} smaller rows are not shown (--top).")?;
        }
        let store = ledger.store();
        for warning in ledger.warnings(&exceeded(store, query)?)? {
            writeln!(out, "{mark}Note: {warning}.")?;
        }
        for note in notes(store, query, report)? {
            writeln!(out, "{mark}{note}")?;
        }
        Ok(())
    }
}

/// The currency that amounts are converted to.
fn currency(query: &Query) -> Option<&str> {
    query.convert.as_ref().map(|rates| rates.currency())
}

/// Draws the chart whose form the file's name tells; the file appears whole or not at all.
fn draw(path: &Path, query: &Query, report: &Report) -> anyhow::Result<()> {
    let title = "By donor and year";
    let about = query.convert.as_ref().map(|rates| converted(rates.as_ref())).unwrap_or_default();
    let (about, panels) = (about.as_str(), panels(report, currency(query)));
    let form = path.extension().map(std::ffi::OsStr::to_ascii_lowercase);
    let (chart, name) = match (form.as_ref().and_then(|e| e.to_str()), path.file_name()) {
        (Some("svg"), Some(name)) => (svg(title, about, &panels)?.into_bytes(), name),
        (Some("png"), Some(name)) => (png(title, about, &panels)?, name),
        _ => bail!("--chart {}: name a FILE.svg or a FILE.png", path.display()),
    };
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut folder = Folder::new(folder)?;
    folder.write_bytes(&name.to_string_lossy(), &chart)?;
    folder.publish()?;
    Ok(())
}
