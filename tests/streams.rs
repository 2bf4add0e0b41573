//! `extract` and `mentions` as other programs run them: one document a line in, one finding a line out.

use assert_cmd::Command;
use serde_json::Value;

const TEXT: &str =
    "Żory — Denmark will give Ukraine 50 tanks in 2025, the minister said on Monday.";

fn run(args: &[&str], stdin: &str) -> Vec<Value> {
    let output =
        Command::cargo_bin("pledgebook").unwrap().args(args).write_stdin(stdin).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
    let lines = String::from_utf8(output.stdout).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn documents(number: usize) -> String {
    let line = |n| serde_json::json!({"id": format!("d{n}"), "lang": "en", "published": "2025-01-13", "text": TEXT});
    (0..number).map(|n| line(n).to_string()).collect::<Vec<_>>().join("\n")
}

#[test]
fn figures_have_the_fields_of_the_design_in_their_order() {
    let mut command = Command::cargo_bin("pledgebook").unwrap();
    let output = command.args(["extract", "--from", "ndjson", "--to", "ndjson", "-"]);
    let output = output.write_stdin(documents(1)).output().unwrap();
    let line = String::from_utf8(output.stdout).unwrap();
    let fields = [
        "document",
        "id",
        "kind",
        "value",
        "low",
        "high",
        "bound",
        "unit",
        "item",
        "category",
        "donors",
        "recipient",
        "stage",
        "years",
        "cumulative",
        "sector",
        "speaker",
        "part_of",
        "equivalent_of",
        "derived",
        "per",
        "confidence",
        "mentions",
        "sentence",
    ];
    let places: Vec<usize> =
        fields.iter().map(|f| line.find(&format!("\"{f}\":")).expect(f)).collect();
    assert!(places.is_sorted(), "{line}");
    let figure: Value = serde_json::from_str(&line).unwrap();
    assert_eq!(figure.as_object().unwrap().len(), fields.len());
    assert_eq!(figure["value"], "50");
    assert_eq!(figure["years"], serde_json::json!([2025, 2025]));
}

#[test]
fn places_count_characters_of_the_text_as_sent() {
    for command in ["extract", "mentions"] {
        for finding in run(&[command, "--from", "ndjson", "--to", "ndjson", "-"], &documents(1)) {
            let mention = finding.get("mentions").map_or(&finding, |mentions| &mentions[0]);
            let place = |name: &str| usize::try_from(mention[name].as_u64().unwrap()).unwrap();
            let wording: String =
                TEXT.chars().skip(place("start")).take(place("end") - place("start")).collect();
            assert!(wording == "50 tanks" || wording == "2025", "{command}: {wording}");
        }
    }
}

#[test]
fn results_come_in_the_order_of_the_input_on_any_number_of_cores() {
    for jobs in ["1", "3"] {
        let args = ["extract", "-j", jobs, "--from", "ndjson", "--to", "ndjson", "-"];
        let found = run(&args, &documents(300));
        let ids: Vec<String> =
            found.iter().map(|f| f["document"].as_str().unwrap().to_owned()).collect();
        assert_eq!(ids, (0..300).map(|n| format!("d{n}")).collect::<Vec<_>>());
    }
}

#[test]
fn every_form_of_output() {
    for (to, begins) in [
        (
            "csv",
            "document,id,kind,value,low,high,bound,unit,item,category,donors,recipient,stage,first_year",
        ),
        ("tsv", "document\tid\tkind\tvalue"),
        ("json", "[\n  {\n    \"document\": \"d0\",\n    \"id\": \"f1\","),
        ("markdown", "| document | id | amount |"),
    ] {
        let mut command = Command::cargo_bin("pledgebook").unwrap();
        let command = command.args(["extract", "--from", "ndjson", "--to", to, "-"]);
        let output = command.write_stdin(documents(1)).output().unwrap();
        let printed = String::from_utf8(output.stdout).unwrap();
        assert!(printed.starts_with(begins), "{to}: {printed}");
    }
}

#[test]
fn standard_input_tells_its_form_by_its_beginning() {
    for (input, document) in [
        (documents(1), "d0"),
        (format!("<!DOCTYPE html><title>T</title><p>{TEXT}"), "stdin"),
        (TEXT.to_owned(), "stdin"),
    ] {
        let found = run(&["extract", "--published", "2025-01-13", "--to", "ndjson", "-"], &input);
        assert_eq!(found[0]["document"], document, "{input}");
        assert_eq!(found[0]["value"], "50", "{input}");
    }
}

#[test]
fn manual_pages() {
    for (args, expected) in
        [(&["man"][..], ".TH pledgebook 1"), (&["man", "extract"], ".TH pledgebook-extract 1")]
    {
        let output = Command::cargo_bin("pledgebook").unwrap().args(args).output().unwrap();
        assert!(String::from_utf8(output.stdout).unwrap().contains(expected), "{args:?}");
    }
    let output =
        Command::cargo_bin("pledgebook").unwrap().args(["man", "nonsense"]).output().unwrap();
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "pledgebook: there is no command \"nonsense\"; pledgebook --help lists them\n"
    );
    assert_eq!(output.status.code(), Some(1));
}
