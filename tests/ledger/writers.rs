//! Eight processes write into one ledger at once, while a reader looks on.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use pledgebook::ledger::{Ledger, Status};
use pledgebook::store::Filter;

use crate::support::{anna, document, pledge, problems};

/// Documents of an `add`, rows of a `log`, keys of a `review`.
const EACH: usize = 15;

fn start(folder: &Path, user: &str, words: &str, input: &str) -> Child {
    let mut child = Command::new(assert_cmd::cargo::cargo_bin("pledgebook"))
        .current_dir(folder)
        .args(["--db", "team.db"])
        .args(words.split(' '))
        .env("PLEDGEBOOK_USER", user)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child
}

/// Articles of two figures each, no two of them the same.
fn articles(writer: usize) -> String {
    (0..EACH).fold(String::new(), |mut lines, n| {
        let (shells, tanks) = (101 + writer * 100 + n, 11 + writer * 20 + n);
        let text = format!(
            "Denmark will give Ukraine €{shells} million for artillery shells.\\n\\nNorway will send Ukraine {tanks} tanks."
        );
        let id = format!("paper-{writer}-{n}");
        writeln!(lines, "{{\"id\":\"{id}\",\"published\":\"2025-01-14\",\"text\":\"{text}\"}}").unwrap();
        lines
    })
}

fn rows(writer: usize) -> String {
    (0..EACH).fold("donor,amount,stage,year\n".to_owned(), |mut lines, n| {
        writeln!(lines, "SE,SEK {}m,commitment,2024", 1001 + writer * 100 + n).unwrap();
        lines
    })
}

fn fill(path: &Path, name: &str, donor: &str) {
    let mut ledger = Ledger::open(path).unwrap();
    for n in 0..2 * EACH as i64 {
        let d = document(&format!("{name}-{n}"), &format!("{name} {n}: 5 million euros."));
        let figure = pledge(&d, "f1", donor, 5_000_000 + n * 700_000, "5 million euros");
        ledger.add(&d, &[figure], &anna()).unwrap();
    }
}

/// While the others write: whoever sees a document sees all its figures.
fn look_on(path: &Path, others: &mut [Child]) -> usize {
    let mut looks = 0;
    loop {
        let done = others.iter_mut().all(|child| child.try_wait().unwrap().is_some());
        let ledger = Ledger::open(path).unwrap();
        for id in ledger.store().document_ids().unwrap() {
            let name = ledger.store().document(id).unwrap().unwrap().document.id;
            let figures = if name.starts_with("paper") { 2 } else { 1 };
            assert_eq!(ledger.store().figures_of(id).unwrap().len(), figures, "{name}");
        }
        assert_eq!(problems(&ledger), [""; 0], "while others write");
        looks += 1;
        if done {
            return looks;
        }
    }
}

#[test]
fn eight_processes_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("team.db");
    fill(&path, "first", "NL");
    fill(&folder.path().join("other.db"), "other", "FI");
    let keys = "c\n".repeat(EACH);
    let mut all: Vec<Child> = (0..3)
        .map(|n| start(folder.path(), "anna", "add --from ndjson -", &articles(n)))
        .chain((0..2).map(|n| start(folder.path(), "bert", "log --from csv -", &rows(n))))
        .chain(["carl", "dora"].map(|who| start(folder.path(), who, "review --donor NL", &keys)))
        .chain([start(folder.path(), "emil", "merge other.db", "")])
        .collect();
    assert_eq!(all.len(), 8);
    let looks = look_on(&path, &mut all);
    let mut said = String::new();
    for child in all {
        let output = child.wait_with_output().unwrap();
        said += &String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    let ledger = Ledger::open(&path).unwrap();
    let store = ledger.store();
    assert_eq!(store.document_ids().unwrap().len(), (3 + 2 + 2) * EACH, "{looks} looks");
    let all = store.list(&Filter::default()).unwrap();
    assert_eq!(all.len(), (2 * 3 + 2 + 2 + 2) * EACH);
    // What the reviewers report as decided was decided, by one of them each.
    let confirmed = all.iter().filter(|r| r.status == Status::Confirmed && r.document.is_some());
    let decided: usize = said
        .lines()
        .filter_map(|line| {
            line.split_once(" gone through")?.0.split(' ').next()?.parse::<usize>().ok()
        })
        .sum();
    assert!(decided >= EACH, "{decided} decided");
    assert_eq!(confirmed.count(), decided);
    assert_eq!(problems(&ledger), [""; 0]);
}
