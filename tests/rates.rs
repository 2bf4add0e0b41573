//! Conversion: published conversions reproduced, and the commands.

mod common;

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use pledgebook::rates::{Basis, Converter, RateFile, built_in, read};
use pledgebook::report::totals::Convert;
use rust_decimal::Decimal;

/// Public data that stays out of the project, beside the repository where somebody has it.
fn shared(name: &str) -> Option<fs::File> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(name);
    fs::File::open(&path).inspect_err(|_| eprintln!("{} is not here: skipped", path.display())).ok()
}

#[test]
fn ninety_six_published_conversions_come_out_the_same() {
    let Some(pairs) = shared("kiel/monthly_rate_pairs.csv") else { return };
    let rates = Converter::daily("EUR", built_in().unwrap(), Basis::Month, "");
    let mut count = 0;
    for pair in csv::Reader::from_reader(pairs).records() {
        let pair = pair.unwrap();
        let number = |nth: usize| pair[nth].parse::<Decimal>().unwrap();
        let euro = number(4) * rates.rate(&pair[3], pair[2].parse().ok()).unwrap();
        let off = (euro / number(5) - Decimal::ONE).abs();
        assert!(off <= Decimal::new(1, 9), "{pair:?}: {euro}, off by {off}");
        count += 1;
    }
    assert_eq!(count, 96);
}

#[test]
fn the_built_in_rates_are_the_published_ones() {
    let Some(published) = shared("rates/eurofxref-hist.csv") else { return };
    let RateFile::Daily(published) = read(published).unwrap() else { panic!("daily rates") };
    let ours = built_in().unwrap();
    let from = "2014-01-01".parse().unwrap();
    for (currency, series) in published.all() {
        let days: Vec<_> = series.days().filter(|(day, _)| *day >= from).collect();
        let held: Vec<_> =
            ours.series(currency).into_iter().flat_map(pledgebook::rates::Series::days).collect();
        assert_eq!(held, days, "{currency}");
    }
}

fn run(folder: &Path, args: &[&str]) -> assert_cmd::assert::Assert {
    Command::cargo_bin("pledgebook").unwrap().current_dir(folder).args(args).assert()
}

fn told(folder: &Path, args: &[&str]) -> String {
    let done = run(folder, args).success();
    String::from_utf8(done.get_output().stdout.clone()).unwrap()
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    common::arms_plan_in(&folder.path().join("pledgebook.db"));
    folder
}

#[test]
fn a_report_in_euros_says_with_which_rates() {
    let folder = folder();
    let table =
        told(folder.path(), &["report", "--currency", "eur", "--by", "donor", "--kind", "money"]);
    insta::assert_snapshot!(table, @r"
    ─────────────────────────────────────────────────────
     donor     stage          amount   figures   sources 
    ═════════════════════════════════════════════════════
     allies    target   EUR 17.39 bn         1         1 
     Ukraine   pledge   EUR 16.42 bn         1         1 
    ─────────────────────────────────────────────────────
    USD 35.0 bn in all (Ukraine, target, 2025; #1) counts through its parts.
    Converted to EUR with the mean of the daily rates in the month of announcement, ECB reference rates.
    ");
}

#[test]
fn the_columns_of_an_export_keep_both_currencies() {
    let folder = folder();
    let csv = told(
        folder.path(),
        &["report", "--currency", "EUR", "--donor", "UA", "--kind", "money", "--to", "csv"],
    );
    let row = csv.lines().nth(1).unwrap();
    assert!(row.contains(",USD,,17000000000,17000000000,17000000000,16419207839.07"), "{row}");
    assert!(
        row.contains("EUR,\"mean of the daily rates in the month of announcement, ECB"),
        "{row}"
    );
}

#[test]
fn a_currency_without_rates_stays_as_it_is_until_a_file_brings_some() {
    let folder = tempfile::tempdir().unwrap();
    let mut ledger = common::arms_plan_in(&folder.path().join("pledgebook.db"));
    let hryvnia = common::figure("f1", &serde_json::json!({"value": "5000000000", "unit": "UAH"}));
    let author = pledgebook::ledger::Author::now("test", None);
    let page = common::page("budget", "The Daily", "2025-01-14");
    ledger.add(&page, &[hryvnia], &author).unwrap();
    let args =
        ["report", "--currency", "EUR", "--by", "donor", "--stage", "target", "--donor", "UA"];
    let before = told(folder.path(), &args);
    assert!(before.contains("UAH 5.0 bn"), "{before}");
    assert!(before.contains("1 figure in UAH stays as told"), "{before}");
    let file = folder.path().join("hryvnia.csv");
    fs::write(&file, "Date,UAH\n2025-01-13,50\n2025-01-14,40\n2025-01-15,30\n").unwrap();
    let import = ["rates", "import", "hryvnia.csv"];
    assert_eq!(told(folder.path(), &import), "3 rates new, 0 changed, 0 known before.\n");
    assert_eq!(told(folder.path(), &import), "0 rates new, 0 changed, 3 known before.\n");
    let after = told(folder.path(), &args);
    assert!(
        after.contains("EUR 125.0 m") && after.contains("ECB reference rates and hryvnia.csv"),
        "{after}"
    );
}

#[test]
fn rates_are_shown_with_their_mean() {
    let folder = tempfile::tempdir().unwrap();
    let month = told(folder.path(), &["rates", "show", "usd", "2025-01"]);
    assert!(month.contains("2025-01-13     1.0198"), "{month}");
    assert!(month.contains("Mean of 22 daily rates: 1.035372727 USD per euro"), "{month}");
    let list = told(folder.path(), &["rates", "list", "--to", "csv"]);
    assert!(list.contains("RUB,Russian Ruble,2014-01-02,2022-03-01,"), "{list}");
}

#[test]
fn a_wrong_currency_or_file_is_told() {
    let folder = folder();
    fs::write(folder.path().join("zero.csv"), "Date,UAH\n2025-01-13,0\n").unwrap();
    let cases: [(&[&str], &str); 6] = [
        (&["report", "--currency", "EURO"], "\"EURO\" is no currency code"),
        (
            &["report", "--currency", "EUR", "--rates", "none.csv"],
            "none.csv is no file that can be read",
        ),
        (
            &["report", "--currency", "EUR", "--rate-basis", "week"],
            "write day, month, year or a file",
        ),
        (&["rates", "import", "zero.csv"], "line 2, UAH: \"0\" is no rate"),
        (&["rates", "show", "UAH", "2025"], "no rate of UAH is known"),
        (&["rates", "show", "USD", "yesterday"], "write 2025, 2025-01 or 2025-01-13"),
    ];
    for (args, says) in cases {
        let failed = run(folder.path(), args).code(1);
        let error = String::from_utf8(failed.get_output().stderr.clone()).unwrap();
        assert!(error.contains(says), "{args:?}: {error}");
    }
}
