//! `exports/sample/` is what the README's run gives: the sample articles added, then exported.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn names(folder: &Path) -> BTreeSet<String> {
    let all = fs::read_dir(folder).into_iter().flatten().flatten();
    all.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

/// The moment of the last change is the only thing that differs from run to run.
fn timeless(text: &str) -> String {
    let moment =
        |line: &&str| line.contains("\"created\":") || line.contains("\"ledger_changed\":");
    text.lines().map(|line| if moment(&line) { "…" } else { line }).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_sample_is_what_the_run_gives() {
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("sample.db");
    let out = folder.path().join("out");
    let run = |args: &[&str]| {
        let mut command = Command::cargo_bin("pledgebook").unwrap();
        command.current_dir(root()).arg("--db").arg(&db).args(args).assert().success();
    };
    run(&["add", "tests/articles"]);
    run(&["export", "--out", out.to_str().unwrap()]);
    let sample = root().join("exports/sample");
    if std::env::var_os("UPDATE_SAMPLE").is_some() {
        fs::create_dir_all(&sample).unwrap();
        for name in names(&out) {
            fs::copy(out.join(&name), sample.join(&name)).unwrap();
        }
    }
    assert_eq!(names(&sample), names(&out));
    for name in names(&out) {
        let [now, then] = [&out, &sample].map(|f| fs::read_to_string(f.join(&name)).unwrap());
        assert!(
            timeless(&now) == timeless(&then),
            "{name} has changed; look at the difference, then run UPDATE_SAMPLE=1 cargo test --test sample"
        );
    }
}
