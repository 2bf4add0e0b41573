//! The arithmetic of totals as a tree to read, as nested JSON, or as flat rows.

use std::io::Write;

use serde_json::{Map, Value, json};

use super::output::{Column, To, write_rows};
use crate::report::totals::whole_units;
use crate::report::why::{Entered, Explained};
use crate::report::words::{self, Ends};
use crate::report::{Dimension, names};
use crate::store::reports::account::{Account, Source};

/// Writes the arithmetic in the asked form.
///
/// # Errors
/// When the output cannot be written.
pub fn write(
    out: &mut dyn Write,
    to: To,
    by: &[Dimension],
    all: &[Explained],
) -> anyhow::Result<()> {
    match to {
        To::Table => all.iter().try_for_each(|one| tree(out, by, one, false)),
        To::Markdown => all.iter().try_for_each(|one| tree(out, by, one, true)),
        To::Json => {
            let nested: Vec<Value> = all.iter().map(|one| object(by, one)).collect();
            serde_json::to_writer_pretty(&mut *out, &nested)?;
            Ok(writeln!(out)?)
        }
        To::Ndjson => all.iter().try_for_each(|one| {
            serde_json::to_writer(&mut *out, &object(by, one))?;
            Ok(writeln!(out)?)
        }),
        To::Csv | To::Tsv => flat(out, to, by, all),
    }
}

fn tree(
    out: &mut dyn Write,
    by: &[Dimension],
    one: &Explained,
    markdown: bool,
) -> anyhow::Result<()> {
    let (head, item, deep) = if markdown { ("### ", "- ", "  ") } else { ("", "  ", "      ") };
    writeln!(out, "{head}{}: {}", title(by, &one.key), total(one))?;
    if markdown {
        writeln!(out)?;
    }
    for figure in &one.figures {
        let account = &figure.account;
        let told = told(account);
        let line = match figure.amount {
            Some(amount) if whole(account, account.value) == Some(amount) => format!("+ {told}"),
            Some(amount) => {
                format!("+ {} of {told}", words::plain(amount, account.lump.unit.as_deref()))
            }
            None => format!("· {told}"),
        };
        writeln!(out, "{item}{line} (#{}): {}", account.id, figure.because())?;
        if let Some(sentence) = &account.sentence {
            writeln!(out, "{deep}“{}”", sentence.split_whitespace().collect::<Vec<_>>().join(" "))?;
        }
        let source = source(&account.source);
        if !source.is_empty() {
            writeln!(out, "{deep}{source}")?;
        }
    }
    Ok(writeln!(out)?)
}

fn title(by: &[Dimension], key: &[String]) -> String {
    let named = by.iter().zip(key).filter(|(_, value)| !value.is_empty());
    let words = named.map(|(column, value)| match column {
        Dimension::Donor | Dimension::Recipient => names::name(value),
        _ => value.clone(),
    });
    let title = words.collect::<Vec<_>>().join(", ");
    if key.first().is_some_and(String::is_empty) { format!("(not stated), {title}") } else { title }
}

fn total(one: &Explained) -> String {
    one.row.as_ref().map_or_else(
        || "nothing counts".to_owned(),
        |row| {
            let ends = Ends { low: row.low, high: row.high, about: row.about };
            words::amount(row.amount, ends, row.unit.as_deref())
        },
    )
}

fn whole(account: &Account, minor: Option<i64>) -> Option<rust_decimal::Decimal> {
    minor.map(|m| whole_units(m.into(), account.lump.unit.as_deref()))
}

/// The amount as told, with its bound.
fn told(account: &Account) -> String {
    use crate::figure::Bound;
    let Some(value) = whole(account, account.value) else { return "no amount".to_owned() };
    let ends = match account.bound {
        Bound::Exact | Bound::About => (value, Some(value)),
        Bound::AtLeast => (value, None),
        Bound::AtMost => (rust_decimal::Decimal::MIN, Some(value)),
        Bound::Range => (value, whole(account, account.high)),
    };
    let ends = Ends { low: ends.0, high: ends.1, about: account.bound == Bound::About };
    let amount = words::amount(value, ends, account.lump.unit.as_deref());
    let per = account.lump.per.map(|per| format!(" a {per}")).unwrap_or_default();
    let item = account.lump.single.as_ref().and_then(|s| s.item.clone());
    format!("{amount}{per}{}", item.map(|i| format!(" {i}")).unwrap_or_default())
}

fn source(source: &Source) -> String {
    let day = source.published.map(|d| d.to_string());
    let parts = [source.publisher.clone(), source.title.clone(), day, source.url.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn object(by: &[Dimension], one: &Explained) -> Value {
    let mut fields: Map<String, Value> = Map::new();
    for (column, value) in by.iter().zip(&one.key) {
        fields.insert(column.to_string(), text(Some(value)));
    }
    let amount = one.row.as_ref().map_or_else(|| "0".to_owned(), |row| row.amount.to_string());
    fields.insert("amount".to_owned(), json!(amount));
    let figures: Vec<Value> = one.figures.iter().map(figure).collect();
    fields.insert("figures".to_owned(), Value::Array(figures));
    Value::Object(fields)
}

fn text(value: Option<&String>) -> Value {
    value.filter(|v| !v.is_empty()).map_or(Value::Null, |v| json!(v))
}

fn figure(entered: &Entered) -> Value {
    let account = &entered.account;
    json!({
        "id": account.id,
        "counts": entered.amount.is_some(),
        "adds": entered.amount.unwrap_or_default().normalize().to_string(),
        "told": whole(account, account.value).map(|v| v.normalize().to_string()),
        "bound": account.bound,
        "reason": account.reason.as_str(),
        "because": entered.because(),
        "other": account.other(),
        "sentence": text(account.sentence.as_ref()),
        "source": {
            "document": account.source.document,
            "publisher": text(account.source.publisher.as_ref()),
            "title": text(account.source.title.as_ref()),
            "published": account.source.published,
            "url": text(account.source.url.as_ref()),
        },
    })
}

fn flat(out: &mut dyn Write, to: To, by: &[Dimension], all: &[Explained]) -> anyhow::Result<()> {
    let column = |name, number| Column { name, number };
    let mut columns: Vec<Column> = by.iter().map(|d| column(d.as_str(), false)).collect();
    columns.extend([column("id", true), column("adds", true), column("told", true)]);
    let words = ["reason", "because", "sentence", "publisher", "title", "published", "url"];
    columns.extend(words.map(|name| column(name, false)));
    let rows = all.iter().flat_map(|one| {
        one.figures.iter().map(|entered| {
            let Entered { account, amount, .. } = entered;
            let mut cells = one.key.clone();
            cells.extend([
                account.id.to_string(),
                amount.unwrap_or_default().normalize().to_string(),
                whole(account, account.value)
                    .map(|v| v.normalize().to_string())
                    .unwrap_or_default(),
                account.reason.as_str().to_owned(),
                entered.because(),
                account.sentence.clone().unwrap_or_default(),
                account.source.publisher.clone().unwrap_or_default(),
                account.source.title.clone().unwrap_or_default(),
                account.source.published.map(|d| d.to_string()).unwrap_or_default(),
                account.source.url.clone().unwrap_or_default(),
            ]);
            cells
        })
    });
    write_rows(out, to, &columns, rows)
}
