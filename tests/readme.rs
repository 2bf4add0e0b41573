//! The run that the README shows is what the program prints.
//!
//! `UPDATE_README=1 cargo test --test readme` writes it anew.

use std::path::Path;
use std::process::Command;

const FENCE: &str = "```console\n";

#[test]
fn the_worked_run_is_real() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = std::fs::read_to_string(root.join("README.md")).unwrap();
    let (before, rest) = readme.split_once(FENCE).expect("a console block in README.md");
    let (block, after) = rest.split_once("```\n").expect("its end");
    let run = run(block, root);
    if std::env::var_os("UPDATE_README").is_some() {
        std::fs::write(root.join("README.md"), format!("{before}{FENCE}{run}```\n{after}"))
            .unwrap();
    } else {
        assert_eq!(block, run, "UPDATE_README=1 cargo test --test readme writes it anew");
    }
}

/// The commands of a block with what they print now, in a folder with the sample articles.
fn run(block: &str, root: &Path) -> String {
    let folder = tempfile::tempdir().unwrap();
    let samples = folder.path().join("tests/articles");
    std::fs::create_dir_all(&samples).unwrap();
    for sample in root.join("tests/articles").read_dir().unwrap() {
        let sample = sample.unwrap();
        std::fs::copy(sample.path(), samples.join(sample.file_name())).unwrap();
    }
    let commands = block.lines().filter_map(|line| line.strip_prefix("$ "));
    let runs: Vec<String> = commands
        .map(|command| format!("$ {command}\n{}\n", printed(command, folder.path())))
        .collect();
    runs.join("\n")
}

fn printed(command: &str, folder: &Path) -> String {
    let mut words = command.split_whitespace();
    assert_eq!(words.next(), Some("pledgebook"), "{command}");
    let output = Command::new(assert_cmd::cargo::cargo_bin("pledgebook"))
        .args(words)
        .current_dir(folder)
        .env_remove("PLEDGEBOOK_DB")
        .output()
        .unwrap();
    let printed =
        String::from_utf8(output.stderr).unwrap() + &String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{command}: {printed}");
    let trimmed: Vec<&str> = printed.trim_end().lines().map(str::trim_end).collect();
    trimmed.join("\n")
}
