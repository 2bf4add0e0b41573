//! `pledgebook show ID…`: figures with citation, links and history.

use std::io::{BufWriter, IsTerminal, Write, stdout};

use serde_json::{Value, json};

use super::output::To;
use super::{Context, edit_rows, record_rows};
use crate::ledger::count::Reason;
use crate::ledger::view::{View, marked};
use crate::ledger::{LinkState, Record, Relation};
use crate::store::Link;

const EXAMPLES: &str = "\
Examples:
  pledgebook show 12
  pledgebook show 12 --to json";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The figures' numbers, as `list` prints them
    #[arg(required = true, value_name = "ID")]
    ids: Vec<i64>,
    /// table for reading; json or ndjson for programs
    #[arg(long, value_enum, default_value_t)]
    to: To,
}

impl Args {
    pub fn run(&self, context: &Context) -> anyhow::Result<()> {
        let ledger = context.ledger()?;
        let views = self.ids.iter().map(|id| ledger.view(*id)).collect::<Result<Vec<_>, _>>()?;
        let mut out = BufWriter::new(stdout().lock());
        match self.to {
            To::Json => {
                let all: Vec<Value> = views.iter().map(object).collect();
                writeln!(out, "{}", serde_json::to_string_pretty(&all)?)?;
            }
            To::Ndjson => {
                for view in &views {
                    writeln!(out, "{}", object(view))?;
                }
            }
            To::Table | To::Markdown | To::Csv | To::Tsv => {
                let mark = if stdout().is_terminal() { BOLD } else { BRACKETS };
                for view in &views {
                    print(&mut out, view, mark)?;
                }
            }
        }
        Ok(out.flush()?)
    }
}

/// What stands before and after the wording of a citation.
pub type Marks = (&'static str, &'static str);

/// On a terminal.
pub const BOLD: Marks = ("\u{1b}[1m", "\u{1b}[0m");
/// Elsewhere.
pub const BRACKETS: Marks = ("[", "]");

/// Writes a figure for reading.
///
/// # Errors
/// When the output cannot be written.
pub fn print(out: &mut dyn Write, view: &View, marks: Marks) -> std::io::Result<()> {
    head(out, &view.record)?;
    for warning in &view.warnings {
        writeln!(out, "    Note: {warning}")?;
    }
    sources(out, view, marks)?;
    if view.links.iter().any(|(link, _)| link.state != LinkState::Removed) {
        writeln!(out, "\nLinks")?;
        for (link, other) in view.links.iter().filter(|(l, _)| l.state != LinkState::Removed) {
            writeln!(out, "  {}", link_line(view.record.id, link, other))?;
        }
    }
    if !view.progress.is_empty() {
        writeln!(out, "\nProgress")?;
    }
    for step in &view.progress {
        let day = step.announced.map(|day| day.to_string()).unwrap_or_default();
        writeln!(out, "  {day}  {}: {} (#{})", step.stage, record_rows::amount(step), step.id)?;
    }
    writeln!(out, "\nHistory")?;
    for edit in &view.history {
        writeln!(out, "  {}", edit_rows::line(edit))?;
    }
    writeln!(out)
}

fn head(out: &mut dyn Write, r: &Record) -> std::io::Result<()> {
    let donors = Some(record_rows::donors(r)).filter(|d| !d.is_empty());
    let donors = donors.unwrap_or_else(|| "donor not said".to_owned());
    let (years, amount) = (record_rows::years(r.years), record_rows::amount(r));
    let item = r.item.as_ref().map(|item| format!(" {item}")).unwrap_or_default();
    writeln!(out, "#{}  {donors}, {years}, {}: {amount}{item}", r.id, r.stage)?;
    let field = |name: &str, value: Option<String>| value.map(|v| format!("{name} {v}"));
    let exact = r.value.map(|value| match &r.unit {
        Some(unit) => format!("{value} {unit}"),
        None => value.to_string(),
    });
    let fields = [
        exact,
        field("for", r.purpose.clone().or_else(|| Some(r.sector.to_string()))),
        field("recipient", r.recipient.as_ref().map(crate::lexicon::Party::name)),
        field("announced", r.announced.map(|day| day.to_string())),
        field("said by", r.speaker.clone()),
        r.cumulative.then(|| "running total".to_owned()),
        r.derived.then(|| "worked out, not written".to_owned()),
    ];
    writeln!(out, "    {}", fields.into_iter().flatten().collect::<Vec<_>>().join("; "))?;
    let reason = Reason::parse(&r.verdict).map_or_else(|| r.verdict.clone(), |reason| reason.words(other_of(r)).into_owned());
    let counted = r.counted.map(|amount| crate::report::words::plain(amount, r.unit.as_deref()));
    let counted = counted.map(|amount| format!(" ({amount} of it)")).filter(|_| r.counted != r.value);
    writeln!(out, "    {reason}{}; {}, confidence {}", counted.unwrap_or_default(), r.status, r.confidence)
}

/// The record that the verdict speaks of, as far as the figure's own links tell.
fn other_of(r: &Record) -> Option<i64> {
    match Reason::parse(&r.verdict)? {
        Reason::Equivalent => r.links.equivalent_of,
        Reason::Repeat | Reason::Duplicate => r.links.same_as,
        Reason::Superseded => r.links.superseded_by,
        Reason::Rest | Reason::NoRest | Reason::Inside => r.links.part_of,
        _ => None,
    }
}

fn sources(out: &mut dyn Write, view: &View, (open, close): Marks) -> std::io::Result<()> {
    if let Some(reference) = &view.record.reference {
        writeln!(out, "\n  {reference}")?;
    }
    if let (None, Some(sentence)) = (&view.document, &view.record.sentence) {
        writeln!(out, "  \"{sentence}\"")?;
    }
    let Some(stored) = &view.document else { return Ok(()) };
    for citation in &view.citations {
        let m = marked(&stored.document, citation, view.record.sentence.as_deref());
        let (start, end) = (citation.span.start, citation.span.end);
        writeln!(out, "\n  {}{open}{}{close}{}", m.before, m.quote, m.after)?;
        writeln!(out, "      characters {start} to {end}")?;
    }
    let d = &stored.document;
    let published = d.published.map(|day| day.to_string());
    let known = [d.title.clone(), d.publisher.clone(), d.author.clone(), published, d.url.clone()];
    let known = known.into_iter().flatten().collect::<Vec<_>>().join(", ");
    writeln!(out, "  document {} ({}): {known}", stored.id, d.id)
}

/// "is a part of #1 (USD 35.0 bn)", seen from the figure.
fn link_line(id: i64, link: &Link, other: &Record) -> String {
    let from_here = link.figure == id;
    let words = match (link.relation, from_here) {
        (Relation::PartOf, true) => "a part of",
        (Relation::PartOf, false) => "has as a part",
        (Relation::EquivalentOf, true) => "restates",
        (Relation::EquivalentOf, false) => "is restated by",
        (Relation::SameAs, true) => "the same as",
        (Relation::SameAs, false) => "told again by",
        (Relation::SupersededBy, true) => "superseded by",
        (Relation::SupersededBy, false) => "supersedes",
    };
    let doubt = if link.state == LinkState::Likely { "perhaps " } else { "" };
    let reason = link.reason.as_ref().map(|why| format!(" ({why})")).unwrap_or_default();
    let years = record_rows::years(other.years);
    let amount = record_rows::amount(other);
    format!("{doubt}{words} #{}: {} {years}, {} {amount}{reason}", other.id, other.donor_key(), other.stage)
}

fn object(view: &View) -> Value {
    let mut object = serde_json::to_value(&view.record).unwrap_or_default();
    object["id"] = json!(view.record.id);
    object["counted"] = json!(view.record.counted);
    object["verdict"] = json!(view.record.verdict);
    object["citations"] = json!(view.citations);
    object["source"] = json!(view.document.as_ref().map(|d| {
        json!({"id": d.id, "name": d.document.id, "title": d.document.title, "url": d.document.url,
               "publisher": d.document.publisher, "published": d.document.published, "sha256": d.sha256})
    }));
    let links = view.links.iter().map(|(l, _)| {
        json!({"figure": l.figure, "relation": l.relation, "target": l.target, "state": l.state, "reason": l.reason})
    });
    object["warnings"] = json!(view.warnings);
    object["links"] = links.collect();
    object["progress"] = view.progress.iter().map(|r| json!({"id": r.id, "stage": r.stage})).collect();
    object["history"] = view.history.iter().map(edit_rows::object).collect();
    object
}
