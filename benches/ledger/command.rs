//! Whole runs of the command on the large ledger: start, open, work, print, close.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use divan::Bencher;

static FILE: LazyLock<PathBuf> = LazyLock::new(|| super::copy("command"));

/// Runs the command with these words, and lines for its standard input.
fn run(words: &str, input: &str) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_pledgebook"))
        .arg("--db")
        .arg(&*FILE)
        .args(words.split(' '))
        .env("PLEDGEBOOK_USER", "bench")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the command");
    // Most commands do not wait for any.
    child.stdin.take().expect("a pipe").write_all(input.as_bytes()).ok();
    assert!(child.wait().expect("an end").success(), "{words}");
}

/// Ten figures of ten donors in the words of a paper.
const ARTICLE: &str = "Denmark will give Ukraine €175 million for artillery shells, its defence \
minister said. Norway pledges NOK 5 billion for air defence. Sweden gives SEK 1.4 billion for \
drones. Germany will send 120 tanks. Latvia gives €20 million. Lithuania will deliver 4,500 \
drones in 2025. Poland gives PLN 300 million for training. The Netherlands pledges €400 million. \
Canada gives C$500 million. Britain pledges £350 million for drones.";

/// With the reading of the text and its words, which takes a process most of the time.
#[divan::bench(sample_count = 30)]
fn add_an_article_of_ten_figures(bencher: Bencher<'_, '_>) {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    LazyLock::force(&FILE);
    let next = || format!("Paper {}\n\n{ARTICLE}\n", NEXT.fetch_add(1, Ordering::Relaxed));
    bencher.with_inputs(next).bench_values(|text| run("add --published 2025-02-03 -", &text));
}

const WORDS: [&str; 8] = [
    "list --donor LV --year 2024",
    "list --donor LV --unit CHF",
    "list --category drone",
    "list --status rejected",
    "show 4711",
    "search launchers harbour",
    "review",
    "why --donor LV --year 2024",
];

/// `review` shows the first record and is told to quit.
#[divan::bench(sample_count = 20, args = WORDS)]
fn read(bencher: Bencher<'_, '_>, words: &str) {
    assert!(Path::new(&*FILE).exists());
    bencher.bench(|| run(words, "q\n"));
}
