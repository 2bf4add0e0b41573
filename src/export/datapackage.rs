//! `datapackage.json`: what the CSV files hold, for programs (Frictionless Data Package 1.0).

use std::fmt::Write as _;
use std::io::Read;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{Book, ExportError, Folder};
use crate::report::table::Table;
use crate::report::{Column, ColumnType};

pub(super) fn write(book: &Book<'_>, folder: &mut Folder) -> Result<(), ExportError> {
    let tables = book.tables();
    let resources = tables
        .iter()
        .map(|table| resource(table.as_ref(), folder))
        .collect::<Result<Vec<_>, _>>()?;
    let package = package(book, &resources);
    folder.write("datapackage.json", |out| {
        let failed = ExportError::of("datapackage");
        serde_json::to_writer_pretty(&mut *out, &package).map_err(|e| failed(e.into()))?;
        writeln!(out).map_err(|e| failed(e.into()))
    })
}

fn package(book: &Book<'_>, resources: &[Value]) -> Value {
    json!({
        "profile": "tabular-data-package",
        "name": "pledgebook",
        "title": "Figures of defence production and aid, by donor and year",
        "description": "Made by pledgebook from its ledger. Stages, currencies, and money and things are never added to each other.",
        "created": book.state.at,
        "pledgebook": book.described(),
        "resources": resources,
    })
}

fn resource(table: &dyn Table, folder: &Folder) -> Result<Value, ExportError> {
    let path = format!("{}.csv", table.name());
    let failed = ExportError::of("datapackage");
    let (bytes, hash) = digest(&folder.staged(&path)).map_err(|e| failed(e.into()))?;
    let fields: Vec<Value> = table.columns().iter().map(field).collect();
    let mut schema = json!({ "fields": fields, "missingValues": [""] });
    match table.name() {
        "commitments" => {
            schema["primaryKey"] = json!("id");
            schema["foreignKeys"] = json!([{
                "fields": "source_id",
                "reference": { "resource": "sources", "fields": "source_id" },
            }]);
        }
        "sources" => schema["primaryKey"] = json!("source_id"),
        _ => {}
    }
    Ok(json!({
        "profile": "tabular-data-resource",
        "name": table.name().replace('_', "-"),
        "path": path,
        "description": table.about(),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": bytes,
        "hash": format!("sha256:{hash}"),
        "dialect": { "delimiter": ",", "lineTerminator": "\n", "quoteChar": "\"", "doubleQuote": true, "header": true },
        "schema": schema,
    }))
}

fn field(column: &Column) -> Value {
    let kind = match column.holds {
        ColumnType::Text => "string",
        ColumnType::Integer => "integer",
        ColumnType::Decimal => "number",
        ColumnType::Date => "date",
    };
    json!({ "name": column.name, "type": kind, "description": column.about })
}

fn digest(path: &std::path::Path) -> std::io::Result<(u64, String)> {
    let mut hash = Sha256::new();
    let mut file = std::fs::File::open(path)?;
    let (mut bytes, mut buffer) = (0, vec![0; 1 << 16]);
    loop {
        let count = file.read(&mut buffer)?;
        if count == 0 {
            break;
        }
        hash.update(&buffer[..count]);
        bytes += count as u64;
    }
    let mut hex = String::with_capacity(64);
    for byte in hash.finalize() {
        // Writing into a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    Ok((bytes, hex))
}
