//! Bad input is told by file and line, with what to do; the rest goes on. Never a panic.

use std::path::Path;
use std::process::Output;

use assert_cmd::Command;

const GOOD: &str = "Denmark gives Ukraine 50 tanks\n\nCOPENHAGEN, 4 June 2025 - Denmark will give Ukraine 50 tanks, the minister said.\n";

fn extract(folder: &Path, args: &[&str], stdin: &[u8]) -> Output {
    let mut command = Command::cargo_bin("pledgebook").unwrap();
    command.current_dir(folder).arg("extract").args(args).write_stdin(stdin).output().unwrap()
}

fn said(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!said.contains("panicked"), "{said}");
    said
}

/// Each file beside a good one: its error, and the good one still read.
#[test]
fn one_bad_file_is_told_and_the_rest_goes_on() {
    let bytes = |text: &str| text.as_bytes().to_vec();
    let cases: &[(&str, Vec<u8>, &str)] = &[
        ("empty.txt", bytes(""), "empty.txt: holds no text; leave it out or save the page again"),
        ("blank.txt", bytes(" \n\t\n"), "blank.txt: holds no text"),
        ("empty.html", bytes("<html><body></body></html>"), "empty.html: holds no text"),
        ("empty.md", bytes("---\ntitle:\n---\n"), "empty.md: holds no text"),
        ("empty.ndjson", bytes(""), "empty.ndjson: holds no text"),
        (
            "program.txt",
            b"\x7fELF\x02\x01\x01\0\0\0".to_vec(),
            "program.txt: looks like a binary file",
        ),
        (
            "picture.html",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(),
            "picture.html: looks like a binary file",
        ),
        (
            "broken.ndjson",
            bytes("{\"id\":\"a\",\"text\":\n"),
            "broken.ndjson, line 1: is no document in JSON: EOF while parsing",
        ),
        (
            "textless.jsonl",
            bytes("{\"id\":\"a\"}\n"),
            "textless.jsonl, line 1: is no document in JSON: missing field `text`",
        ),
        (
            "undated.jsonl",
            bytes("{\"text\":\"a\",\"published\":\"2025-02-30\"}\n"),
            "undated.jsonl, line 1: is no document in JSON",
        ),
        (
            "latin.ndjson",
            b"{\"id\":\"a\",\"text\":\"caf\xe9\"}\n".to_vec(),
            "latin.ndjson, line 1: is no document in JSON",
        ),
    ];
    for (name, content, message) in cases {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(name), content).unwrap();
        std::fs::write(folder.path().join("z-good.txt"), GOOD).unwrap();
        let output = extract(folder.path(), &[".", "--to", "ndjson"], b"");
        let said = said(&output);
        assert!(said.contains(message), "{name}: {said}");
        assert!(said.contains("1 could not be read (see above), 1 could"), "{name}: {said}");
        assert_eq!(output.status.code(), Some(1), "{name}");
    }
}

#[test]
fn what_is_not_there() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("pictures")).unwrap();
    std::fs::write(folder.path().join("pictures/a.png"), b"\x89PNG").unwrap();
    for (args, status, message) in [
        (&["none.txt"][..], 1, "none.txt: there is no such file or folder; check the path"),
        (
            &["pictures"],
            1,
            "pictures: the folder holds no file to read; expected names ending in .html",
        ),
        (&[], 2, "required arguments were not provided"),
        (&["-", "--from", "nonsense"], 2, "invalid value 'nonsense' for '--from <FORM>'"),
        (&["-", "--published", "2025-02-30"], 2, "invalid value '2025-02-30' for '--published"),
        (
            &["-", "--lang", "english"],
            2,
            "invalid value 'english' for '--lang <CODE>': write two letters",
        ),
        (&["-", "--to", "nonsense"], 2, "invalid value 'nonsense' for '--to <TO>'"),
        (
            &["a.txt", "b.txt", "--url", "https://a.example"],
            1,
            "--title and --url are of one document",
        ),
    ] {
        let output = extract(folder.path(), args, b"");
        let said = said(&output);
        assert!(said.contains(message), "{args:?}: {said}");
        assert_eq!(output.status.code(), Some(status), "{args:?}: {said}");
        assert!(output.stdout.iter().all(u8::is_ascii_whitespace) || status == 1);
    }
}

#[test]
fn a_broken_line_is_told_by_number() {
    let folder = tempfile::tempdir().unwrap();
    let good =
        |id| serde_json::json!({"id": id, "published": "2025-06-04", "text": GOOD}).to_string();
    let lines = [good("a"), String::new(), "{broken".into(), good("b"), "[]".into(), good("c")]
        .join("\r\n");
    let output =
        extract(folder.path(), &["--from", "ndjson", "--to", "ndjson", "-"], lines.as_bytes());
    let said = said(&output);
    for expected in [
        "standard input, line 3: ",
        "standard input, line 5: ",
        "2 could not be read (see above), 3 could",
    ] {
        assert!(said.contains(expected), "{said}");
    }
    assert_eq!(output.status.code(), Some(1));
    for line in String::from_utf8(output.stdout).unwrap().lines() {
        let figure: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(["a", "b", "c"].contains(&figure["document"].as_str().unwrap()), "{line}");
    }
}

#[test]
fn empty_standard_input_is_no_error_for_a_stream() {
    let folder = tempfile::tempdir().unwrap();
    let output = extract(folder.path(), &["--from", "ndjson", "--to", "ndjson", "-"], b"");
    assert_eq!((said(&output).as_str(), output.status.code()), ("", Some(0)));
}

#[test]
fn huge_inputs_are_read_or_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    std::fs::write(path("line.txt"), format!("Denmark gives 5 tanks. {}", "x".repeat(50 << 20)))
        .unwrap();
    std::fs::write(path("page.html"), format!("<html><body>{}", "<div>many tanks".repeat(1 << 20)))
        .unwrap();
    std::fs::write(path("line.ndjson"), "x".repeat(50 << 20)).unwrap();
    std::fs::File::create(path("vast.txt")).unwrap().set_len(257 << 20).unwrap();
    for (name, status, message) in [
        ("line.txt", 0, "no publication date found"),
        ("page.html", 0, "no publication date found"),
        ("line.ndjson", 1, "line.ndjson, line 1: is no document in JSON"),
        ("vast.txt", 1, "vast.txt: is larger than 256 MB, too much for one document; split it up"),
    ] {
        let output = extract(folder.path(), &[name, "--to", "ndjson"], b"");
        let said = said(&output);
        assert!(said.contains(message), "{name}: {said}");
        assert_eq!(output.status.code(), Some(status), "{name}: {said}");
    }
}

#[test]
fn a_closed_pipe_is_no_error() {
    let binary = assert_cmd::cargo::cargo_bin("pledgebook");
    let folder = tempfile::tempdir().unwrap();
    let lines: Vec<String> = (0..2000)
        .map(|id| {
            serde_json::json!({"id": id.to_string(), "published": "2025-06-04", "text": GOOD})
                .to_string()
        })
        .collect();
    std::fs::write(folder.path().join("many.ndjson"), lines.join("\n")).unwrap();
    let script = format!(
        "'{}' extract many.ndjson --to ndjson | head -n 1 >/dev/null; echo ${{PIPESTATUS[0]}}",
        binary.display()
    );
    let output = std::process::Command::new("bash")
        .current_dir(folder.path())
        .args(["-c", &script])
        .output()
        .unwrap();
    assert_eq!((said(&output).as_str(), &output.stdout[..]), ("", &b"0\n"[..]));
}

#[test]
fn a_missing_date_names_the_option() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("undated.txt"), "Denmark gives 50 tanks to Ukraine.")
        .unwrap();
    let output = extract(folder.path(), &["undated.txt"], b"");
    let expected = "pledgebook: warning: undated: no publication date found; years that the text leaves \
                    open stay unknown, give --published YYYY-MM-DD\n";
    assert_eq!(said(&output), expected);
    let output = extract(folder.path(), &["undated.txt", "--published", "2025-06-04"], b"");
    assert_eq!(said(&output), "");
}
