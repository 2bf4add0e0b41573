//! One HTML file that works offline: charts, a table to sort, every number linked to its sentence
//! and every sentence to its source.

use std::io::Write;

use super::citations::is_web;
use super::{Book, ExportError, Folder, Format};
use crate::report::chart::{panels, svg};
use crate::report::notes::notes;
use crate::report::table::Failure;
use crate::report::totals::{Report, whole_units};
use crate::report::words::{self, Ends};
use crate::report::{Dimension, Row, names, totals};
use crate::store::reports::{Account, each_account};

/// `report.html`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Html;

/// How many figures a row links to one by one.
const LINKS: usize = 20;

impl Format for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn about(&self) -> &'static str {
        "one page that works offline, with charts and sentences"
    }

    fn write(&self, book: &Book<'_>, folder: &mut Folder) -> Result<(), ExportError> {
        let report = totals(book.store, &book.query)?;
        let notes = notes(book.store, &book.query, &report)?;
        folder.write("report.html", |out| {
            page(book, &report, &notes, out).map_err(ExportError::of("html"))
        })
    }
}

fn page(
    book: &Book<'_>,
    report: &Report,
    notes: &[String],
    out: &mut dyn Write,
) -> Result<(), Failure> {
    writeln!(out, "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(out, "<title>Defence production and aid, by donor and year</title>")?;
    writeln!(out, "<style>\n{}</style>\n</head>\n<body>", include_str!("report.css"))?;
    writeln!(out, "<h1>Defence production and aid, by donor and year</h1>")?;
    state(book, out)?;
    let charts = panels(report);
    if !charts.is_empty() {
        writeln!(out, "<figure role=\"img\" aria-label=\"Bars by donor and year\">")?;
        writeln!(out, "{}</figure>", svg("By donor and year", &charts)?)?;
    }
    table(report, out)?;
    writeln!(out, "<ul>")?;
    for note in notes {
        writeln!(out, "<li>{}</li>", escaped(note))?;
    }
    writeln!(out, "</ul>\n<h2>Figures</h2>")?;
    each_account(book.store, |account| {
        if book.query.filter.lets_account(account) {
            figure(account, out)?;
        }
        Ok::<_, Trouble>(())
    })?;
    writeln!(out, "<script>\n{}</script>\n</body>\n</html>", include_str!("report.js"))?;
    Ok(())
}

/// What can go wrong on the way through the ledger.
#[derive(Debug, thiserror::Error)]
enum Trouble {
    #[error(transparent)]
    Store(#[from] crate::store::StoreError),
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

fn state(book: &Book<'_>, out: &mut dyn Write) -> Result<(), Failure> {
    let state = book.described();
    writeln!(out, "<p class=\"state\">")?;
    for (name, value) in state.as_object().into_iter().flatten() {
        let text = value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned);
        if !value.is_null() && !text.is_empty() {
            writeln!(out, "<span>{}: {}</span>", escaped(&name.replace('_', " ")), escaped(&text))?;
        }
    }
    writeln!(out, "</p>")?;
    Ok(())
}

fn table(report: &Report, out: &mut dyn Write) -> Result<(), Failure> {
    writeln!(out, "<table class=\"sortable\">\n<thead><tr>")?;
    for column in &report.by {
        writeln!(out, "<th><button>{column}</button></th>")?;
    }
    writeln!(out, "<th><button>amount</button></th><th>figures</th></tr></thead>\n<tbody>")?;
    for row in &report.rows {
        writeln!(out, "<tr>{}{}</tr>", keys(report, row), amount(row))?;
    }
    writeln!(out, "</tbody></table>")?;
    Ok(())
}

fn keys(report: &Report, row: &Row) -> String {
    let cell = |(column, key): (&Dimension, &String)| {
        let text = match column {
            Dimension::Donor if key.is_empty() => "(not stated)".to_owned(),
            Dimension::Donor | Dimension::Recipient => names::name(key),
            _ => key.clone(),
        };
        format!("<td>{}</td>", escaped(&text))
    };
    report.by.iter().zip(&row.key).map(cell).collect()
}

fn amount(row: &Row) -> String {
    let ends = Ends { low: row.low, high: row.high, about: row.about };
    let text = words::amount(row.amount, ends, row.unit.as_deref());
    let first = row.figures.first().copied().unwrap_or_default();
    let links = row.figures.iter().take(LINKS).map(|id| format!(" <a href=\"#f{id}\">#{id}</a>"));
    let more = if row.figures.len() > LINKS { " …" } else { "" };
    format!(
        "<td class=\"number\" data-value=\"{}\"><a href=\"#f{first}\">{}</a></td><td>{}{more}</td>",
        row.amount,
        escaped(&text),
        links.collect::<String>()
    )
}

fn figure(account: &Account, out: &mut dyn Write) -> std::io::Result<()> {
    let lump = &account.lump;
    let unit = lump.unit.as_deref();
    let told = account.value.map(|v| words::plain(whole_units(v.into(), unit), unit));
    let item = lump.single.as_ref().and_then(|s| s.item.clone()).unwrap_or_default();
    let donor =
        if lump.donor.is_empty() { "(not stated)".to_owned() } else { names::name(&lump.donor) };
    writeln!(out, "<article id=\"f{}\">", account.id)?;
    writeln!(
        out,
        "<h3>#{} {} {} <small>{}, {}: {}</small></h3>",
        account.id,
        escaped(&told.unwrap_or_else(|| "no amount".to_owned())),
        escaped(&item),
        escaped(&donor),
        lump.stage,
        linked(&account.reason.words(account.other()))
    )?;
    if let Some(sentence) = &account.sentence {
        writeln!(out, "<blockquote>{}</blockquote>", escaped(sentence))?;
    }
    writeln!(out, "<p>{}</p>\n</article>", source(account))
}

fn source(account: &Account) -> String {
    let source = &account.source;
    let day = source.published.map(|day| day.to_string());
    let told = [source.publisher.clone(), source.title.clone(), day];
    let mut text = escaped(&told.into_iter().flatten().collect::<Vec<_>>().join(", "));
    if let Some(url) = &source.url {
        let shown = escaped(url);
        let link = if is_web(url) {
            format!(" <a href=\"{shown}\" rel=\"noreferrer\">{shown}</a>")
        } else {
            format!(" {shown}")
        };
        text += &link;
    }
    text
}

/// A verdict in words, its `#12` linked.
fn linked(words: &str) -> String {
    let pieces = words.split(' ').map(|word| {
        let number = word.strip_prefix('#').map(|w| w.trim_end_matches(','));
        match number.filter(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit())) {
            Some(number) => format!("<a href=\"#f{number}\">{}</a>", escaped(word)),
            None => escaped(word),
        }
    });
    pieces.collect::<Vec<_>>().join(" ")
}

/// Text that stands in HTML, in and outside of attributes.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_from_a_text_is_run() {
        assert_eq!(escaped("<script>\"&'"), "&lt;script&gt;&quot;&amp;&#39;");
        assert_eq!(linked("the same as #12, from"), "the same as <a href=\"#f12\">#12,</a> from");
    }
}
