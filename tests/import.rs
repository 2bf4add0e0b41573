//! `import` and `map`: a published table reproduced, and tables that are wrong.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use rust_decimal::Decimal;

fn run(folder: &Path, args: &[&str]) -> assert_cmd::assert::Assert {
    Command::cargo_bin("pledgebook").unwrap().current_dir(folder).args(args).assert()
}

fn told(folder: &Path, args: &[&str]) -> String {
    let done = run(folder, args).success();
    String::from_utf8(done.get_output().stdout.clone()).unwrap()
}

fn complained(folder: &Path, args: &[&str]) -> String {
    let done = run(folder, args).code(1);
    String::from_utf8(done.get_output().stderr.clone()).unwrap()
}

const MAP: &str = r#"
name = "small"
[read]
null = ["n/a"]
decimal = ","
thousands = "."
dates = ["%d.%m.%Y"]

[[record]]
name = "package"
when = { first = "1" }
key = "{id}"
kind = "money"
stage = "pledge"
donor = { column = "from", codes = "donors" }
recipient = "UA"
value = { column = "total", scale = "1000000" }
unit = { column = "money", default = "EUR" }
sector = { column = "type", codes = "sectors" }
announced = { column = "day" }
reference = { column = ["link", "report"] }

[[record]]
name = "item"
when = { thing = "*" }
key = "{id}/{#}"
part_of = "package:{id}"
kind = "quantity"
stage = "commitment"
donor = { column = "from", codes = "donors" }
value = { column = "count" }
item = { column = "thing" }
category = { column = "thing", codes = "things", otherwise = "other" }
announced = { column = "day" }

[codes.donors]
"The Kingdom" = "DK"
[codes.sectors]
Arms = "military"
Loans = "financial"
[codes.things]
tanks = "armor"
"#;

const TABLE: &str = "\
id,first,from,day,type,money,total,thing,count,link,report
A1,1,The Kingdom,01.02.2024,Arms,DKK,\"1.250,5\",tanks,12,,\"page 7\"
A1,0,The Kingdom,01.02.2024,Arms,DKK,n/a,boots,3.000,,
A2,1,Norway ,30.02.2024,Arms,,10,n/a,,https://example.org,
A3,1,Atlantis,05.02.2924,Loans,,7,n/a,,,
A4,1,Sweden,05.02.2024,Loans,KRX,7,n/a,,,
A5,1,Sweden,05.02.2024,Gifts,SEK,\"1,2,3\",n/a,,,
A6,0,Sweden,05.02.2024,Loans,SEK,7,n/a,,,
";

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("map.toml"), MAP).unwrap();
    fs::write(folder.path().join("table.csv"), TABLE).unwrap();
    folder
}

#[test]
fn what_can_be_read_goes_in_and_every_doubt_is_listed_by_line() {
    let folder = folder();
    let doubts = told(folder.path(), &["import", "table.csv", "--map", "map.toml", "--to", "csv"]);
    let expected = [
        "4,announced,\"\"\"30.02.2024\"\" is no date of the form %d.%m.%Y; the year is left open\"",
        "5,announced,the year 2924 cannot be right",
        "5,donor,\"nobody is known as \"\"Atlantis\"\"",
        "6,unit,\"\"\"KRX\"\" is no currency of ISO 4217; the amount is left out\"",
        "7,value,\"\"\"1,2,3\"\" has two decimal marks; the amount is left out\"",
        "7,sector,\"unknown sector \"\"Gifts\"\"",
    ];
    assert_eq!(doubts.lines().count(), 1 + expected.len(), "{doubts}");
    for line in expected {
        assert!(doubts.contains(line), "{line} is not in\n{doubts}");
    }
    let report = told(folder.path(), &["report", "--by", "donor,year", "--to", "csv"]);
    let rows: Vec<&str> = report.lines().skip(1).map(|l| l.split(",,,,").next().unwrap()).collect();
    assert_eq!(
        rows,
        [
            ",,,2924,pledge,money,EUR,,7000000,7000000,7000000",
            "DK,DNK,Denmark,2024,pledge,money,DKK,,1250500000,1250500000,1250500000",
            "DK,DNK,Denmark,2024,commitment,quantity,,armor,12,12,12",
            "DK,DNK,Denmark,2024,commitment,quantity,,other,3000,3000,3000",
            "NO,NOR,Norway,,pledge,money,EUR,,10000000,10000000,10000000",
        ]
    );
    run(folder.path(), &["verify"]).success();
}

#[test]
fn the_same_table_changes_nothing_and_a_newer_one_brings_its_records_up_to_date() {
    let folder = folder();
    let import = ["import", "table.csv", "--map", "map.toml"];
    let summary = |args: &[&str]| {
        let done = run(folder.path(), args).success();
        let error = String::from_utf8(done.get_output().stderr.clone()).unwrap();
        error.lines().next().unwrap().to_owned()
    };
    let dry = ["import", "table.csv", "--map", "map.toml", "--dry-run"];
    assert_eq!(
        summary(&dry),
        "7 records: 7 would be new, 0 would be changed, 0 known as they are."
    );
    assert_eq!(summary(&import), "7 records: 7 new, 0 changed, 0 known as they are.");
    assert_eq!(summary(&import), "7 records: 0 new, 0 changed, 7 known as they are.");
    fs::write(folder.path().join("table.csv"), TABLE.replace("1.250,5", "1.300")).unwrap();
    assert_eq!(summary(&import), "7 records: 0 new, 1 changed, 6 known as they are.");
    let report =
        told(folder.path(), &["report", "--donor", "DK", "--kind", "money", "--to", "csv"]);
    assert!(report.contains(",1300000000,"), "{report}");
}

#[test]
fn a_record_that_a_person_has_changed_is_left_alone() {
    let folder = folder();
    let import = ["import", "table.csv", "--map", "map.toml"];
    run(folder.path(), &import).success();
    run(folder.path(), &["reject", "1", "--why", "withdrawn"]).success();
    fs::write(folder.path().join("table.csv"), TABLE.replace("1.250,5", "1.300")).unwrap();
    let done = run(folder.path(), &import).success();
    let error = String::from_utf8(done.get_output().stderr.clone()).unwrap();
    assert!(error.contains("A person has changed #1: left as they are."), "{error}");
}

#[test]
fn a_workbook_is_read_like_csv_and_told_about_its_oddities() {
    let folder = folder();
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet().set_name("Aid").unwrap();
    for (column, name) in TABLE.lines().next().unwrap().split(',').zip(0..).map(|(n, c)| (c, n)) {
        sheet.write(0, column, name).unwrap();
    }
    let row = ["A1", "1", "Denmark", "01.02.2024", "Arms", "DKK"];
    for (column, cell) in row.iter().zip(0..).map(|(cell, column)| (column, cell)) {
        sheet.write(1, column, *cell).unwrap();
    }
    sheet.write_formula(1, 6, rust_xlsxwriter::Formula::new("=5+5").set_result("10")).unwrap();
    let merged = rust_xlsxwriter::Format::new();
    sheet.merge_range(1, 7, 2, 7, "tanks", &merged).unwrap();
    sheet.write(1, 8, 4).unwrap();
    sheet.write_formula(2, 8, rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    sheet.write(2, 0, "A2").unwrap();
    book.save(folder.path().join("table.xlsx")).unwrap();
    let done = run(folder.path(), &["import", "table.xlsx", "--map", "map.toml"]).success();
    let error = String::from_utf8(done.get_output().stderr.clone()).unwrap();
    assert!(
        error.contains("H2:H3 is merged: its value is taken for the first cell alone."),
        "{error}"
    );
    assert!(
        error.contains("2 records: 2 new") && error.contains("1 rows make no record: lines 3."),
        "{error}"
    );
    let report = told(folder.path(), &["report", "--by", "donor", "--to", "csv"]);
    assert!(report.contains("DK,DNK,Denmark,pledge,money,DKK,,10000000,"), "{report}");
    assert!(report.contains("DK,DNK,Denmark,commitment,quantity,,armor,4,"), "{report}");
}

#[test]
fn wrong_tables_and_maps_are_told_by_line_and_nothing_goes_in() {
    let folder = folder();
    let cases = [
        ("table.csv", TABLE.replace("A2,1,Norway ,", "A2,1,"), "line: 4"),
        (
            "table.csv",
            TABLE.replace("\"page 7\"", "\"page 7"),
            "line 2: a quote (\") is opened here",
        ),
        (
            "table.csv",
            TABLE.replace("day,type", "days,type"),
            "names the column \"day\", which is not in the table; did you mean \"days\"?",
        ),
        (
            "table.csv",
            TABLE.replace("A2,1", "A1,1"),
            "lines 2 and 4 both make the record \"small/package/A1\"",
        ),
        ("map.toml", MAP.replace("kind = \"money\"", "kind = \"cash\""), "line 13, column 8"),
        ("map.toml", MAP.replace("sector =", "sektor ="), "unknown field `sektor`"),
        (
            "map.toml",
            MAP.replace("[codes.sectors]", "[codes.other]"),
            "`sector` looks words up in `codes.sectors`",
        ),
        (
            "map.toml",
            MAP.replace("package:{id}", "packet:{id}"),
            "write the name of another record",
        ),
        (
            "map.toml",
            MAP.replace("unit = { column = \"money\", default = \"EUR\" }", ""),
            "money needs a `unit`",
        ),
    ];
    for (file, text, says) in cases {
        fs::write(folder.path().join("map.toml"), MAP).unwrap();
        fs::write(folder.path().join("table.csv"), TABLE).unwrap();
        fs::write(folder.path().join(file), text).unwrap();
        let error = complained(folder.path(), &["import", "table.csv", "--map", "map.toml"]);
        assert!(error.contains(says), "{says} is not in {error}");
        if file == "map.toml" {
            let error = complained(folder.path(), &["map", "check", "map.toml"]);
            assert!(error.contains(says), "{says} is not in {error}");
        }
        assert_eq!(told(folder.path(), &["list", "--to", "csv"]).lines().count(), 1, "{says}");
    }
    let error = complained(folder.path(), &["import", "table.csv", "--map", "nobody"]);
    assert!(error.contains("neither a built-in map (kiel-release-7) nor a file"), "{error}");
}

#[test]
fn the_guide_s_map_is_a_sound_one() {
    let folder = tempfile::tempdir().unwrap();
    let guide = told(folder.path(), &["map", "guide"]);
    let map = guide.split("```toml\n").nth(1).unwrap().split("```").next().unwrap();
    fs::write(folder.path().join("mine.toml"), map).unwrap();
    run(folder.path(), &["map", "check", "mine.toml"]).success();
    run(folder.path(), &["map", "check", "kiel-release-7"]).success();
}

/// Public data that stays out of the project, beside the repository where somebody has it.
fn kiel(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/kiel").join(name);
    let there = path.canonicalize();
    there.inspect_err(|_| eprintln!("{} is not here: skipped", path.display())).ok()
}

/// Donors that the institute names otherwise than ISO 3166.
fn ours(name: &str) -> String {
    match name {
        "EU (Commission and Council)" => pledgebook::report::names::name("EU"),
        "European Peace Facility" => pledgebook::report::names::name("EPF"),
        "Czech Republic" => "Czechia".to_owned(),
        other => other.to_owned(),
    }
}

/// Euros by donor, year (where asked) and sector, as `report` adds them up from the release.
fn euros(folder: &Path, by: &str) -> HashMap<(String, String), Decimal> {
    let rates = kiel("release7_rates.csv").unwrap();
    let rates = rates.to_str().unwrap();
    let flags = ["--kind", "money", "--currency", "EUR", "--rates", rates, "--to", "csv"];
    let args: Vec<&str> = ["report", "--by", by].into_iter().chain(flags).collect();
    let out = told(folder, &args);
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    let header = reader.headers().unwrap().clone();
    let place = |name: &str| header.iter().position(|column| column == name);
    let mut found = HashMap::new();
    for row in reader.records() {
        let row = row.unwrap();
        let cell = |name: &str| place(name).map_or("", |nth| &row[nth]);
        let key = (format!("{}{}", cell("donor_name"), cell("year")), cell("sector").to_owned());
        *found.entry(key).or_default() += cell("amount_converted").parse::<Decimal>().unwrap();
    }
    found
}

#[test]
fn the_published_country_summary_comes_out_of_its_records() {
    let (Some(table), Some(expected), Some(by_year)) =
        (kiel("release7.csv"), kiel("expected_by_donor.csv"), kiel("expected_by_donor_year.csv"))
    else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["import", table.to_str().unwrap(), "--map", "kiel-release-7"]).success();
    let found = euros(folder.path(), "donor,sector");
    let (mut donors, mut sum) = (0, Decimal::ZERO);
    for row in csv::Reader::from_path(expected).unwrap().records() {
        let row = row.unwrap();
        donors += 1;
        for (nth, sector) in [(1, "financial"), (2, "humanitarian"), (3, "military")] {
            let key = (ours(&row[0]), sector.to_owned());
            let euro = found.get(&key).copied().unwrap_or_default();
            let published = row[nth].parse::<Decimal>().unwrap() * Decimal::from(1_000_000_000);
            assert!(
                (euro - published).abs() <= Decimal::from(10_000),
                "{key:?}: {euro} {published}"
            );
            sum += euro;
        }
    }
    assert_eq!(donors, 41);
    assert_eq!((sum / Decimal::from(1_000_000_000)).round_dp(3), Decimal::new(89_440, 3));
    let found = euros(folder.path(), "donor,year,sector");
    for row in csv::Reader::from_path(by_year).unwrap().records() {
        let row = row.unwrap();
        for (nth, sector) in [(2, "financial"), (3, "humanitarian"), (4, "military")] {
            let key = (format!("{}{}", ours(&row[0]), &row[1]), sector.to_owned());
            let euro = found.get(&key).copied().unwrap_or_default();
            let off = (euro - row[nth].parse::<Decimal>().unwrap()).abs();
            // A package that was worked out of units and prices is rounded to the cent.
            assert!(off <= Decimal::new(5, 2), "{key:?}: {euro}, off by {off}");
        }
    }
}
