//! The sources as BibTeX and as CSL-JSON, for reference managers.

use chrono::Datelike;
use serde_json::{Value, json};

use super::{Book, ExportError, Folder, Format};
use crate::store::reports::{SourceRow, sources};

/// `sources.bib`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bibtex;

/// `sources.csl.json`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Csl;

impl Format for Bibtex {
    fn name(&self) -> &'static str {
        "bibtex"
    }

    fn about(&self) -> &'static str {
        "the sources as BibTeX"
    }

    fn write(&self, book: &Book<'_>, folder: &mut Folder) -> Result<(), ExportError> {
        let all = sources(book.store)?;
        folder.write("sources.bib", |out| {
            all.iter()
                .try_for_each(|source| out.write_all(entry(source).as_bytes()))
                .map_err(|e| ExportError::of("bibtex")(e.into()))
        })
    }
}

impl Format for Csl {
    fn name(&self) -> &'static str {
        "csl"
    }

    fn about(&self) -> &'static str {
        "the sources as CSL-JSON"
    }

    fn write(&self, book: &Book<'_>, folder: &mut Folder) -> Result<(), ExportError> {
        let all: Vec<Value> = sources(book.store)?.iter().map(item).collect();
        folder.write("sources.csl.json", |out| {
            let failed = ExportError::of("csl");
            serde_json::to_writer_pretty(&mut *out, &all).map_err(|e| failed(e.into()))?;
            writeln!(out).map_err(|e| failed(e.into()))
        })
    }
}

fn entry(source: &SourceRow) -> String {
    let mut text = format!("@online{{{},\n", source.source_id);
    let day = source.published.map(|day| day.to_string());
    let fields = [
        ("author", source.author.as_ref()),
        ("title", source.title.as_ref()),
        ("organization", source.publisher.as_ref()),
        ("date", day.as_ref()),
        ("url", source.url.as_ref().filter(|url| is_web(url))),
        ("howpublished", source.url.as_ref().filter(|url| !is_web(url))),
        ("langid", source.lang.as_ref()),
    ];
    for (name, value) in fields {
        let Some(value) = value else { continue };
        // A second pair of braces keeps a name's words and a title's capitals together.
        let (open, close) = match name {
            "date" | "url" | "langid" => ("{", "}"),
            _ => ("{{", "}}"),
        };
        let value = if name == "url" { value.clone() } else { escaped(value) };
        for piece in ["  ", name, " = ", open, &value, close, ",\n"] {
            text.push_str(piece);
        }
    }
    text.push_str("}\n\n");
    text
}

/// Whether a reference is an address on the web.
pub(super) fn is_web(reference: &str) -> bool {
    reference.starts_with("http://") || reference.starts_with("https://")
}

/// Characters that TeX would take for commands.
fn escaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '{' | '}' | '\\' => {}
            '&' | '%' | '$' | '#' | '_' => plain.extend(['\\', c]),
            '~' => plain.push_str("\\textasciitilde{}"),
            '^' => plain.push_str("\\textasciicircum{}"),
            '\n' | '\r' | '\t' => plain.push(' '),
            c => plain.push(c),
        }
    }
    plain
}

fn item(source: &SourceRow) -> Value {
    let mut item = json!({ "id": source.source_id, "type": "article-newspaper" });
    let texts = [
        ("title", &source.title),
        ("container-title", &source.publisher),
        ("URL", &source.url),
        ("language", &source.lang),
    ];
    for (name, text) in texts {
        if let Some(text) = text {
            item[name] = json!(text);
        }
    }
    if let Some(author) = &source.author {
        item["author"] = json!([{ "literal": author }]);
    }
    if let Some(day) = source.published {
        item["issued"] = json!({ "date-parts": [[day.year(), day.month(), day.day()]] });
    }
    item
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tex_does_not_run_a_title() {
        assert_eq!(escaped("R&D: 50% of $5bn {x} \\input"), "R\\&D: 50\\% of \\$5bn x input");
    }
}
