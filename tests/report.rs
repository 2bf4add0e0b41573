//! `report`, `why` and `export` as a user runs them.

mod common;

use std::fs;
use std::path::Path;

use assert_cmd::Command;

fn run(folder: &Path, args: &[&str]) -> assert_cmd::assert::Assert {
    Command::cargo_bin("pledgebook").unwrap().current_dir(folder).args(args).assert()
}

fn told(folder: &Path, args: &[&str]) -> String {
    let done = run(folder, args).success();
    String::from_utf8(done.get_output().stdout.clone()).unwrap()
}

/// A folder with the ledger of one article.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    common::arms_plan_in(&folder.path().join("pledgebook.db"));
    folder
}

#[test]
fn the_totals_of_an_article_with_a_whole_its_share_and_the_rest() {
    let folder = folder();
    assert_eq!(
        told(folder.path(), &["report", "--to", "csv"]),
        "\
donor,donor_iso3,donor_name,year,stage,kind,sector,unit,category,amount,amount_low,amount_high,amount_converted,converted_currency,rate_basis,figures,sources,figure_ids
ALLIES,,allies,2025,target,money,production,USD,,18000000000,18000000000,18000000000,,,,1,1,3
LT,LTU,Lithuania,2025,pledge,quantity,military,,drone,4500,4500,4500,,,,1,1,5
UA,UKR,Ukraine,2025,target,quantity,production,,drone,30000,30000,,,,,1,1,4
UA,UKR,Ukraine,2025,pledge,money,production,USD,,17000000000,17000000000,17000000000,,,,1,1,2
"
    );
}

#[test]
fn the_table_names_a_donor_once_and_the_whole_below() {
    let folder = folder();
    insta::assert_snapshot!(told(folder.path(), &["report"]), @r"
    ─────────────────────────────────────────────────────────────────────────────────────
     donor       year   stage    sector       category        amount   figures   sources 
    ═════════════════════════════════════════════════════════════════════════════════════
     allies      2025   target   production              USD 18.0 bn         1         1 
     Lithuania   2025   pledge   military     drone            4,500         1         1 
     Ukraine     2025   target   production   drone         ≥ 30,000         1         1 
                 2025   pledge   production              USD 17.0 bn         1         1 
    ─────────────────────────────────────────────────────────────────────────────────────
    USD 35.0 bn in all (Ukraine, target, 2025; #1) counts through its parts.
    ");
}

#[test]
fn why_shows_what_is_in_and_what_is_out() {
    let folder = folder();
    insta::assert_snapshot!(told(folder.path(), &["why", "--donor", "Ukraine", "--kind", "money"]), @r"
    Ukraine, 2025, target, money, production, USD: nothing counts
      · USD 35.0 bn (#1): counted through its parts (#2, #3)
          “In 2025, the country plans to spend a record $35 billion on arms production, of which $17 billion comes from its own budget; the rest may be supported by allies.”
          The Daily, On arms-plan, 2025-01-13, https://example.org/arms-plan

    Ukraine, 2025, pledge, money, production, USD: USD 17.0 bn
      + USD 17.0 bn (#2): counted
          “In 2025, the country plans to spend a record $35 billion on arms production, of which $17 billion comes from its own budget; the rest may be supported by allies.”
          The Daily, On arms-plan, 2025-01-13, https://example.org/arms-plan
    ");
}

#[test]
fn any_columns_and_filters() {
    let folder = folder();
    let cases: [(&[&str], &str); 4] = [
        (
            &["--by", "kind", "--kind", "quantity", "--stage", "target"],
            "quantity,target,,drone,30000",
        ),
        (
            &["--by", "publisher", "--kind", "money", "--stage", "pledge"],
            "The Daily,pledge,money,USD",
        ),
        (
            &["--by", "month,recipient", "--unit", "usd", "--min", "18000000000"],
            "2025-01,UA,Ukraine,target",
        ),
        (
            &["--by", "status", "--donor", "LTU", "--from", "2025-01-13"],
            "extracted,pledge,quantity",
        ),
    ];
    for (flags, row) in cases {
        let args: Vec<&str> = ["report", "--to", "csv"].iter().chain(flags).copied().collect();
        let out = told(folder.path(), &args);
        assert!(out.lines().nth(1).is_some_and(|l| l.contains(row)), "{flags:?}:\n{out}");
        assert_eq!(out.lines().count(), 2, "{flags:?}:\n{out}");
    }
    let none = told(folder.path(), &["report", "--to", "csv", "--until", "2025-01-12"]);
    assert_eq!(none.lines().count(), 1);
}

#[test]
fn wrong_flags_say_what_would_be_right() {
    let folder = folder();
    let cases: [(&[&str], &str); 4] = [
        (&["report", "--by", "nonsense"], "it is one of donor, recipient, publisher, year"),
        (&["report", "--stage", "promise"], "it is one of request, target, pledge"),
        (&["report", "--confidence", "7"], "write a share from 0 to 1"),
        (&["export", "--format", "docx"], "it is one of csv"),
    ];
    for (args, says) in cases {
        let failed = run(folder.path(), args).code(2);
        let error = String::from_utf8(failed.get_output().stderr.clone()).unwrap();
        assert!(error.contains(says), "{args:?}: {error}");
    }
}

#[test]
fn rows_are_shaped_as_asked() {
    let folder = folder();
    let cases: [(&[&str], &str); 6] = [
        (
            &["--by", "donor,year", "--pivot", "year", "--kind", "money", "--to", "csv"],
            "donor,stage,kind,unit,category,2025,total\nALLIES,target,money,USD,,18000000000,18000000000\n",
        ),
        (
            &["--by", "donor", "--top", "1", "--kind", "money"],
            "1 smaller rows are not shown (--top).",
        ),
        (
            &["--by", "donor", "--progress", "--kind", "money", "--to", "csv"],
            "donor,kind,unit,category,promised,committed,delivered,delivered_percent\nUA,money,USD,,17000000000,0,0,0\n",
        ),
        (
            &["--by", "donor,year", "--chart"],
            "target, USD\n  allies  2025  ████████████████████████████████████████ USD 18.0 bn\n",
        ),
        (
            &[
                "--by",
                "donor,year",
                "--cumulative",
                "--kind",
                "quantity",
                "--to",
                "csv",
                "--donor",
                "LT",
            ],
            "LT,LTU,Lithuania,2025,pledge,quantity,,drone,4500",
        ),
        (
            &["--by", "donor", "--sort", "amount", "--kind", "money", "--to", "tsv"],
            "category\tamount\tamount_low\tamount_high\tamount_converted\tconverted_currency\trate_basis\tfigures\tsources\tfigure_ids\nALLIES",
        ),
    ];
    for (flags, part) in cases {
        let args: Vec<&str> = ["report"].iter().chain(flags).copied().collect();
        let out = told(folder.path(), &args);
        assert!(out.contains(part), "{flags:?}:\n{out}");
    }
}

#[test]
fn a_chart_is_a_file_of_its_own() {
    let folder = folder();
    run(folder.path(), &["report", "--chart", "chart.svg"]).success();
    let chart = fs::read_to_string(folder.path().join("chart.svg")).unwrap();
    assert!(
        chart.starts_with("<svg") && chart.contains("USD 17.0 bn") && chart.contains("Ukraine")
    );
    run(folder.path(), &["report", "--chart", "chart.png"]).success();
    let picture = fs::read(folder.path().join("chart.png")).unwrap();
    assert!(picture.starts_with(b"\x89PNG") && picture.len() > 10_000);
    let failed = run(folder.path(), &["report", "--chart", "chart.jpg"]).code(1);
    let error = String::from_utf8(failed.get_output().stderr.clone()).unwrap();
    assert!(error.contains("chart.jpg: name a FILE.svg or a FILE.png"), "{error}");
}

#[test]
fn an_export_is_the_same_bytes_each_time() {
    let folder = folder();
    run(folder.path(), &["export"]).success();
    let read = |name: &str| fs::read(folder.path().join("exports").join(name)).unwrap();
    let names = [
        "by_donor_year.csv",
        "quantities_by_donor_year.csv",
        "commitments.csv",
        "sources.csv",
        "datapackage.json",
    ];
    let first = names.map(read);
    run(folder.path(), &["export"]).success();
    assert_eq!(first, names.map(read));
    let there = fs::read_dir(folder.path().join("exports")).unwrap().count();
    assert_eq!(there, names.len(), "nothing else is left in the folder");
}

#[test]
fn the_quantities_go_down_to_the_item() {
    let folder = folder();
    run(folder.path(), &["export", "--out", "out"]).success();
    let table = fs::read_to_string(folder.path().join("out/quantities_by_donor_year.csv")).unwrap();
    assert_eq!(
        table,
        "\
donor,donor_iso3,donor_name,year,stage,sector,category,item,amount,amount_low,amount_high,figures,sources,figure_ids
LT,LTU,Lithuania,2025,pledge,military,drone,drones,4500,4500,4500,1,1,5
UA,UKR,Ukraine,2025,target,production,drone,long-range drones,30000,30000,,1,1,4
"
    );
}

#[test]
fn an_export_into_a_file_or_a_folder_that_may_not_be_written_changes_nothing() {
    let folder = folder();
    fs::write(folder.path().join("taken"), "mine").unwrap();
    let failed = run(folder.path(), &["export", "--out", "taken"]).code(1);
    let error = String::from_utf8(failed.get_output().stderr.clone()).unwrap();
    assert!(error.contains("taken cannot be written"), "{error}");
    assert!(error.contains("name another folder"), "{error}");
    assert_eq!(fs::read_to_string(folder.path().join("taken")).unwrap(), "mine");
}

/// Fills a ledger with many figures by SQL alone.
fn many(folder: &Path, count: i64) {
    run(folder, &["report"]).success();
    let db = rusqlite::Connection::open(folder.join("pledgebook.db")).unwrap();
    let sql = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
        INSERT INTO figures (id, origin, kind, value, bound, unit, donor, stage, year_first, year_last,
            sector, confidence, announced, counted, verdict)
        SELECT i, 'logged', 'money', i * 100, 'exact', iif(i % 3, 'USD', 'EUR'),
            substr('DKNOSEFIPLUADEFR', 1 + 2 * (i % 8), 2), 'pledge', 2020 + i % 5, 2020 + i % 5,
            'military', 90, format('%d-%02d-11', 2020 + i % 5, 1 + i % 12), i * 100, 'counted'
        FROM n";
    db.execute(sql, [count]).unwrap();
}

#[test]
fn a_large_ledger_that_is_read_in_halves_gives_the_same_totals() {
    let folder = tempfile::tempdir().unwrap();
    many(folder.path(), 60_000);
    let db = rusqlite::Connection::open(folder.path().join("pledgebook.db")).unwrap();
    let sum = |unit: &str| -> i64 {
        let sql = "SELECT sum(counted) / 100 FROM figures WHERE unit = ?1";
        db.query_row(sql, [unit], |row| row.get(0)).unwrap()
    };
    for by in ["stage", "donor,year"] {
        let out = told(folder.path(), &["report", "--by", by, "--to", "csv"]);
        let mut reader = csv::Reader::from_reader(out.as_bytes());
        let header = reader.headers().unwrap().clone();
        let place = |name: &str| header.iter().position(|column| column == name).unwrap();
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        for unit in ["USD", "EUR"] {
            let amounts = rows.iter().filter(|row| &row[place("unit")] == unit);
            let total: i64 = amounts.map(|row| row[place("amount")].parse::<i64>().unwrap()).sum();
            assert_eq!(total, sum(unit), "{by} {unit}");
        }
        let figures: usize =
            rows.iter().map(|row| row[place("figures")].parse::<usize>().unwrap()).sum();
        assert_eq!(figures, 60_000, "{by}");
    }
    let monthly =
        told(folder.path(), &["report", "--by", "stage", "--currency", "EUR", "--to", "csv"]);
    let singly = told(
        folder.path(),
        &["report", "--by", "stage", "--currency", "EUR", "--to", "csv", "--from", "2000-01-01"],
    );
    assert_eq!(monthly, singly, "lumped by month or one by one");
}
