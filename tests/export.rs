//! Every format of `export`: the same bytes each time, and read back by others.

mod common;

use std::fs;
use std::path::Path;
use std::process;

use assert_cmd::Command;
use calamine::{Data, Reader};
use serde_json::{Value, json};

const ALL: &str = "csv,xlsx,parquet,json,ndjson,iati,html,bibtex,csl";

fn export(folder: &Path, args: &[&str]) -> assert_cmd::assert::Assert {
    Command::cargo_bin("pledgebook").unwrap().current_dir(folder).arg("export").args(args).assert()
}

/// One article, with a text that spreadsheets and browsers would run.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut ledger = common::arms_plan_in(&folder.path().join("pledgebook.db"));
    let author = pledgebook::ledger::Author {
        user: "test".to_owned(),
        why: None,
        at: "2025-01-15T09:00:00.000Z".to_owned(),
    };
    let evil = common::figure(
        "f1",
        &json!({"kind": "quantity", "unit": null, "value": "7", "item": "=cmd|' /C calc'!A1", "category": "other",
                "donors": ["company:+Evil <script>"], "speaker": "@x", "sentence": "-1 <b>\"bold\"</b>\u{7}"}),
    );
    let tiny = common::figure(
        "f2",
        &json!({"value": "0.01", "stage": "delivery", "unit": "EUR", "donors": ["DK", "NO"]}),
    );
    let mut page = common::page("evil", "=Publisher", "2025-01-15");
    page.url = Some("https://example.org/?a=1&b=2".to_owned());
    ledger.add(&page, &[evil, tiny], &author).unwrap();
    export(folder.path(), &["--format", ALL, "--out", "out"]).success();
    folder
}

fn read(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join("out").join(name)).unwrap()
}

#[test]
fn every_format_is_the_same_bytes_each_time() {
    let folder = folder();
    export(folder.path(), &["--format", ALL, "--out", "again"]).success();
    let names: Vec<_> =
        fs::read_dir(folder.path().join("out")).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(names.len(), 19);
    for name in names {
        let [one, two] =
            ["out", "again"].map(|out| fs::read(folder.path().join(out).join(&name)).unwrap());
        assert!(one == two, "{} differs", name.display());
    }
}

#[test]
fn what_a_spreadsheet_would_run_is_text_and_numbers_stay_numbers() {
    let folder = folder();
    let table = read(folder.path(), "commitments.csv");
    assert!(table.contains(",'=cmd|' /C calc'!A1,") && table.contains(",'@x,"), "{table}");
    assert!(table.contains(",'+Evil <script>,") && table.contains("\"'-1 <b>\"\"bold"), "{table}");
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook(folder.path().join("out/pledgebook.xlsx")).unwrap();
    let sheet = book.worksheet_range("commitments").unwrap();
    let row = sheet.rows().nth(6).unwrap();
    assert_eq!(row[15], Data::String("'=cmd|' /C calc'!A1".to_owned()));
    assert_eq!(row[17], Data::Float(7.0));
    let totals = book.worksheet_range("by_donor_year").unwrap();
    assert!(
        totals
            .rows()
            .any(|row| row[0] == Data::String("DK+NO".to_owned()) && row[9] == Data::Float(0.01))
    );
    assert!(book.sheet_names().contains(&"how it was counted".to_owned()));
}

#[test]
fn json_keeps_amounts_exact_and_names_the_state() {
    let folder = folder();
    let all: Value = serde_json::from_str(&read(folder.path(), "pledgebook.json")).unwrap();
    assert_eq!(all["state"]["ledger_changed"], "2025-01-15T09:00:00.000Z");
    let cents = all["by_donor_year"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["donor"] == "DK+NO")
        .unwrap();
    assert_eq!((&cents["amount"], &cents["figures"]), (&json!("0.01"), &json!(1)));
    let lines = read(folder.path(), "commitments.ndjson");
    assert_eq!(
        lines
            .lines()
            .map(|l| serde_json::from_str::<Value>(l).unwrap()["id"].clone())
            .collect::<Vec<_>>(),
        [1, 2, 3, 4, 5, 6, 7].map(|id| json!(id))
    );
}

#[test]
fn iati_has_a_transaction_for_what_is_promised_and_delivered() {
    let folder = folder();
    let xml = read(folder.path(), "activities.xml");
    assert_eq!(xml.matches("<iati-activity ").count(), 2, "{xml}");
    assert!(
        xml.contains("<transaction-type code=\"12\"/>")
            && xml.contains("<transaction-type code=\"3\"/>")
    );
    assert!(xml.contains("<value currency=\"USD\" value-date=\"2025-01-13\">17000000000</value>"));
}

#[test]
fn the_page_runs_nothing_and_links_every_number_to_its_sentence() {
    let folder = folder();
    let page = read(folder.path(), "report.html");
    assert!(
        !page.contains("<script>\"")
            && !page.contains("<b>")
            && page.contains("&lt;b&gt;&quot;bold")
    );
    assert!(
        page.contains("<a href=\"#f2\">USD 17.0 bn</a>") && page.contains("<article id=\"f2\">")
    );
    assert!(page.contains("href=\"https://example.org/?a=1&amp;b=2\""));
    assert!(!page.contains("src=") && !page.contains("<link"), "nothing is loaded from elsewhere");
}

#[test]
fn citations_are_those_of_the_sources() {
    let folder = folder();
    let bib = read(folder.path(), "sources.bib");
    assert!(bib.contains("@online{d1,\n  title = {{On arms-plan}},\n  organization = {{The Daily}},\n  date = {2025-01-13},"), "{bib}");
    let csl: Value = serde_json::from_str(&read(folder.path(), "sources.csl.json")).unwrap();
    assert_eq!(csl[0]["issued"]["date-parts"], json!([[2025, 1, 13]]));
}

#[test]
fn the_mark_for_old_excel_is_there_when_asked_for() {
    let folder = folder();
    export(folder.path(), &["--bom", "--out", "marked"]).success();
    assert!(
        fs::read(folder.path().join("marked/sources.csv"))
            .unwrap()
            .starts_with(b"\xEF\xBB\xBFsource_id")
    );
    assert!(read(folder.path(), "sources.csv").starts_with("source_id"));
}

/// Runs a Python program over the export; says so and goes on where Python lacks the packages.
fn python(folder: &Path, needs: &str, program: &str) {
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let there = process::Command::new(&python).args(["-c", &format!("import {needs}")]).output();
    if !there.is_ok_and(|done| done.status.success()) {
        eprintln!("{python} has no {needs}: skipped");
        return;
    }
    let done = process::Command::new(&python)
        .current_dir(folder.join("out"))
        .args(["-c", program])
        .output()
        .unwrap();
    assert!(
        done.status.success(),
        "{}{}",
        String::from_utf8_lossy(&done.stdout),
        String::from_utf8_lossy(&done.stderr)
    );
}

#[test]
fn pyarrow_reads_the_same_decimals() {
    let folder = folder();
    python(
        folder.path(),
        "pyarrow",
        r#"
import csv, decimal, pyarrow.parquet
for name in ["by_donor_year", "quantities_by_donor_year", "commitments"]:
    table = pyarrow.parquet.read_table(name + ".parquet")
    rows = list(csv.DictReader(open(name + ".csv")))
    amounts = [decimal.Decimal(row["amount"]) if row["amount"] else None for row in rows]
    assert table["amount"].to_pylist() == amounts, name
"#,
    );
}

#[test]
fn frictionless_finds_the_package_valid() {
    let folder = folder();
    python(
        folder.path(),
        "frictionless",
        r#"
import frictionless
report = frictionless.validate("datapackage.json")
assert report.valid, report.to_summary()
"#,
    );
}

#[test]
fn the_activities_are_valid_by_the_schema_of_iati() {
    let schema =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/iati/iati-activities-schema.xsd");
    let Ok(schema) = schema.canonicalize() else {
        eprintln!("{} is not here: skipped", schema.display());
        return;
    };
    let folder = folder();
    python(
        folder.path(),
        "lxml",
        &format!(
            r#"
from lxml import etree
schema = etree.XMLSchema(etree.parse("{}"))
schema.assertValid(etree.parse("activities.xml"))
"#,
            schema.display()
        ),
    );
}

/// A table of so many pledges, taken in with a map.
fn many(folder: &Path, rows: usize) {
    let map = "name = \"t\"\n[[record]]\nname = \"p\"\nkey = \"{id}\"\nkind = \"money\"\nstage = \"pledge\"\n\
               donor = { column = \"who\" }\nvalue = { column = \"sum\" }\nunit = \"EUR\"\n";
    let line = |n: usize| format!("{n},{},{n}\n", ["Denmark", "Norway"][n % 2]);
    let table: String = (1..=rows).map(line).collect();
    fs::write(folder.join("map.toml"), map).unwrap();
    fs::write(folder.join("table.csv"), format!("id,who,sum\n{table}")).unwrap();
    let mut import = Command::cargo_bin("pledgebook").unwrap();
    import
        .current_dir(folder)
        .args(["import", "table.csv", "--map", "map.toml"])
        .assert()
        .success();
}

/// A limit on the size of files stands for the full disk; the shell passes it on.
#[cfg(unix)]
#[test]
fn when_the_disk_fills_the_old_files_stay() {
    let folder = tempfile::tempdir().unwrap();
    many(folder.path(), 4000);
    let all = |out: &Path| -> Vec<(String, Vec<u8>)> {
        let mut files: Vec<_> = fs::read_dir(out)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .map(|path| (path.display().to_string(), fs::read(&path).unwrap()))
            .collect();
        files.sort();
        files
    };
    let out = folder.path().join("out");
    export(folder.path(), &["--format", "csv,json", "--year", "1999", "--out", "out"]).success();
    let before = all(&out);
    let program = assert_cmd::cargo::cargo_bin("pledgebook");
    for format in ["csv", "json", "ndjson", "parquet,csv", "html"] {
        let run = "trap '' XFSZ; ulimit -f 200; exec \"$0\" export --out out --format \"$1\"";
        let mut shell = process::Command::new("sh");
        let shell = shell.current_dir(folder.path()).args(["-c", run]).arg(&program).arg(format);
        let told = shell.output().unwrap();
        let error = String::from_utf8(told.stderr).unwrap();
        assert_eq!(told.status.code(), Some(1), "{format}: {error}");
        assert!(
            error.contains("out/") && error.contains("cannot be written (File too large"),
            "{format}: {error}"
        );
        assert!(all(&out) == before, "{format}: {error}");
    }
}
