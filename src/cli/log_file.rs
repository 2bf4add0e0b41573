//! `pledgebook log --from csv|ndjson FILE`: many commitments at once, every line checked first.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read, stdin};
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, anyhow, bail};
use clap::ValueEnum;
use serde_json::{Map, Value};

use super::log::fresh;
use super::output::many;
use crate::ledger::log::{Draft, Fresh, Understood};
use crate::ledger::{Author, Ledger};

/// The form of a file of commitments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FileForm {
    /// Comma-separated with a header line
    Csv,
    /// One JSON object a line
    Ndjson,
}

/// A commitment of the file, or what is wrong with its line.
type Line = (u64, anyhow::Result<Draft>);

/// Logs a file: everything, or with `keep_going` what is right.
///
/// # Errors
/// When a line is wrong, after naming every wrong one; when nothing can be read or written.
pub fn run(
    ledger: &mut Ledger,
    form: FileForm,
    file: &Path,
    keep_going: bool,
    author: &Author,
) -> anyhow::Result<()> {
    let name =
        if file == Path::new("-") { "standard input".into() } else { file.display().to_string() };
    let input: Box<dyn Read> = if file == Path::new("-") {
        Box::new(stdin())
    } else {
        Box::new(File::open(file).with_context(|| format!("{name} cannot be read"))?)
    };
    let lines = match form {
        FileForm::Csv => csv_lines(input).with_context(|| name.clone())?,
        FileForm::Ndjson => ndjson_lines(input),
    };
    let mut good: Vec<Understood> = Vec::new();
    let mut files: Files = HashMap::new();
    let mut wrong = 0_usize;
    for (number, draft) in lines {
        match draft.and_then(|draft| understood(ledger, &draft, &mut files)) {
            Ok(understood) => good.push(understood),
            Err(error) => {
                wrong += 1;
                eprintln!("pledgebook: {name}, line {number}: {error:#}");
            }
        }
    }
    if wrong > 0 && !keep_going {
        bail!(
            "{name}: {}, nothing was written; mend that, or log {} with --keep-going",
            wrong_lines(wrong),
            many(good.len(), "good line")
        );
    }
    let ids = ledger.log(&good, author)?;
    println!("{} logged{}", many(ids.len(), "commitment"), range(&ids));
    if wrong > 0 {
        bail!("{name}: {} (see above), left out", wrong_lines(wrong));
    }
    Ok(())
}

fn wrong_lines(count: usize) -> String {
    format!("{} {} wrong", many(count, "line"), if count == 1 { "is" } else { "are" })
}

/// Each file that lines name as their source, read once.
type Files = HashMap<String, Option<Arc<Fresh>>>;

fn understood(ledger: &Ledger, draft: &Draft, files: &mut Files) -> anyhow::Result<Understood> {
    let Some(source) = &draft.source else { return Ok(ledger.understand(draft)?) };
    let fresh = match files.get(source) {
        Some(known) => known.clone(),
        None => files.entry(source.clone()).or_insert(fresh(source)?).clone(),
    };
    Ok(ledger.understand_with(draft, fresh.as_ref())?)
}

/// ", #4 to #9"; one by one where other figures came in between.
fn range(ids: &[i64]) -> String {
    let in_a_row = ids.windows(2).all(|pair| pair[0] + 1 == pair[1]);
    match (ids.first(), ids.last()) {
        (Some(first), Some(last)) if first != last && in_a_row => format!(", #{first} to #{last}"),
        _ => ids.iter().flat_map(|id| [", #".to_owned(), id.to_string()]).collect(),
    }
}

fn csv_lines(input: impl Read) -> anyhow::Result<Vec<Line>> {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(input);
    let headers = reader.headers()?.clone();
    let mut lines = Vec::new();
    for row in reader.records() {
        match row {
            Ok(row) => {
                let number = row.position().map_or(0, csv::Position::line);
                let cells = headers.iter().zip(row.iter());
                lines.push((number, Ok(draft(cells.map(|(name, text)| (name, text.to_owned()))))));
            }
            Err(error) => {
                let number = error.position().map_or(0, csv::Position::line);
                lines.push((number, Err(error.into())));
            }
        }
    }
    Ok(lines)
}

fn ndjson_lines(input: impl Read) -> Vec<Line> {
    let read = |line: std::io::Result<String>| -> anyhow::Result<Option<Draft>> {
        let line = line?;
        if line.trim().is_empty() {
            return Ok(None);
        }
        let object: Map<String, Value> = serde_json::from_str(&line)
            .map_err(|error| anyhow!("is no JSON object ({error}); write one a line"))?;
        let text = |value: &Value| match value {
            Value::String(text) => text.clone(),
            Value::Null => String::new(),
            other => other.to_string(),
        };
        Ok(Some(draft(object.iter().map(|(name, value)| (name.as_str(), text(value))))))
    };
    let lines = BufReader::new(input).lines().map(read).zip(1_u64..);
    lines.filter_map(|(draft, number)| draft.transpose().map(|draft| (number, draft))).collect()
}

/// Empty cells say nothing.
fn draft<'a>(cells: impl Iterator<Item = (&'a str, String)>) -> Draft {
    let mut draft = Draft::default();
    for (name, text) in cells.filter(|(_, text)| !text.trim().is_empty()) {
        match name.trim().to_lowercase().as_str() {
            "source" => draft.source = Some(text),
            "quote" => draft.quote = Some(text),
            field => draft.fields.push((field.to_owned(), text)),
        }
    }
    draft
}
