//! Texts in other languages: the amounts by their own marks, and no roles by English rules.

use assert_cmd::Command;
use serde_json::{Value, json};

const GERMAN: &str = "BERLIN, 13. Januar 2025 - Die Bundesregierung will der Ukraine in diesem Jahr weitere \
    3 Mrd. Euro geben, sagte Verteidigungsminister Boris Pistorius am Montag. Davon sind 1.234,56 Mio. Euro für \
    die Rüstungsproduktion. Geplant sind mindestens 30.000 Drohnen.";

fn run(args: &[&str], stdin: &str) -> (Vec<Value>, String) {
    let mut command = Command::cargo_bin("pledgebook").unwrap();
    let output = command.args(args).write_stdin(stdin).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let lines = String::from_utf8(output.stdout).unwrap();
    let values = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (values, String::from_utf8(output.stderr).unwrap())
}

fn document(lang: Option<&str>, text: &str) -> String {
    json!({"id": "a", "lang": lang, "published": "2025-01-13", "text": text}).to_string()
}

/// By what the document says of itself, and by the text where it says nothing.
#[test]
fn amounts_are_read_and_roles_stay_empty() {
    for lang in [Some("de"), Some("de-AT"), None] {
        let args = ["extract", "--from", "ndjson", "--to", "ndjson", "-"];
        let (figures, said) = run(&args, &document(lang, GERMAN));
        let read: Vec<_> = figures
            .iter()
            .map(|f| (f["value"].as_str().unwrap(), f["bound"].as_str().unwrap()))
            .collect();
        assert_eq!(
            read,
            [("3000000000", "exact"), ("1234560000", "exact"), ("30000", "at_least")],
            "{lang:?}"
        );
        for figure in &figures {
            assert_eq!(figure["donors"], json!([]));
            for field in ["recipient", "years", "speaker", "part_of"] {
                assert_eq!(figure[field], Value::Null, "{field}");
            }
            assert!(figure["confidence"].as_f64().unwrap() <= 0.2);
        }
        assert!(said.contains("a: is in another language than English (de)"), "{said}");
    }
}

#[test]
fn the_same_digits_mean_what_the_language_says() {
    for (lang, text, value) in [
        ("de", "Es sind 1.234 Euro.", "1234"),
        ("en", "It is 1.234 euros.", "1.234"),
        ("ja", "1.234 EUR", "1.234"),
        ("hu", "1.234 EUR", "1234"),
    ] {
        let args = ["mentions", "--from", "ndjson", "--to", "ndjson", "-"];
        let (mentions, _) = run(&args, &document(Some(lang), text));
        assert_eq!(
            (&mentions[0]["kind"], &mentions[0]["value"]),
            (&json!("money"), &json!(value)),
            "{lang}"
        );
    }
}

/// What was added from a text that nobody could read in full is reviewed first.
#[test]
fn the_ledger_keeps_them_as_doubtful() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = folder.path().join("ledger.db");
    let ledger = ["--db", ledger.to_str().unwrap()];
    let english = document(
        None,
        "Denmark will give Ukraine 50 million euros, the minister said on Monday in Kyiv.",
    );
    let both = format!("{english}\n{}", document(Some("de"), GERMAN).replace("\"a\"", "\"b\""));
    let add = [&ledger[..], &["add", "--from", "ndjson", "--to", "ndjson", "-"]].concat();
    run(&add, &both);
    let (figures, _) = run(&[&ledger[..], &["list", "--to", "ndjson"]].concat(), "");
    let mut doubts: Vec<_> = figures
        .iter()
        .map(|f| {
            (f["confidence"].as_str().unwrap(), f["donor"].as_str(), f["value"].as_str().unwrap())
        })
        .collect();
    doubts.sort_unstable();
    assert_eq!(
        doubts[..3],
        [("0.10", None, "30000"), ("0.20", None, "1234560000"), ("0.20", None, "3000000000")]
    );
    assert_eq!((doubts[3].1, doubts[3].2), (Some("DK"), "50000000"));
}

#[test]
fn the_text_is_explained_all_the_same() {
    let mut command = Command::cargo_bin("pledgebook").unwrap();
    let output = command
        .args(["extract", "--explain", "--from", "ndjson", "-"])
        .write_stdin(document(Some("de"), GERMAN))
        .output()
        .unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("- taken: 3 Mrd. Euro = 3000000000 EUR; roles unknown"), "{told}");
    assert!(told.contains("- left: 2025 (bare number)"), "{told}");
}
