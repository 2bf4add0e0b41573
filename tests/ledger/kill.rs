//! Processes killed at any moment: what they reported as done is there, and nothing is half done.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use pledgebook::ledger::log::Draft;
use pledgebook::ledger::review::Decision;
use pledgebook::ledger::{Ledger, Status};
use pledgebook::store::{Filter, Place};

use crate::support::{anna, document, pledge, problems};

const WORK: [&str; 4] = ["add", "log", "merge", "review"];

#[test]
fn a_few_kills() {
    kills(16);
}

/// `cargo test --release --test ledger -- --ignored --nocapture two_hundred_kills`
#[test]
#[ignore = "takes minutes"]
fn two_hundred_kills() {
    kills(200);
}

/// Starts a process at each sort of work in turn, kills it, and looks at what is left.
fn kills(rounds: u64) {
    let folder = tempfile::tempdir().unwrap();
    let mut done = [0_usize; WORK.len()];
    let mut early = 0;
    for round in 0..rounds {
        let path = folder.path().join(format!("{}.db", round / 20));
        if !path.exists() {
            fill(&path);
        }
        let which = (round % WORK.len() as u64) as usize;
        let reported = killed(&path, WORK[which], round);
        early += usize::from(reported.is_empty());
        done[which] += reported.len();
        let ledger = Ledger::open(&path).unwrap();
        assert_eq!(problems(&ledger), [""; 0], "round {round}, {}", WORK[which]);
        for line in &reported {
            assert!(
                is_there(&ledger, WORK[which], line),
                "round {round}: {} {line} is lost",
                WORK[which]
            );
        }
    }
    println!("{rounds} kills, {early} before anything was done; done and found: {WORK:?} {done:?}");
}

fn fill(path: &Path) {
    let mut ledger = Ledger::open(path).unwrap();
    for n in 0..30 {
        let d = document(&format!("first-{n}"), &format!("{n}: 5 million euros."));
        ledger
            .add(&d, &[pledge(&d, "f1", "NO", 5_000_000 + n, "5 million euros")], &anna())
            .unwrap();
    }
}

/// What the process reported before it was killed: in three rounds of four some moment after its first
/// report, in the fourth at any moment from its start on.
fn killed(path: &Path, work: &str, round: u64) -> Vec<String> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "kill::worker", "--ignored", "--nocapture"])
        .env("LEDGER", path)
        .env("WORK", work)
        .env("ROUND", round.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let output = child.stdout.take().unwrap();
    let (tell, told) = std::sync::mpsc::channel();
    let reader = std::thread::spawn(move || {
        let mut all = Vec::new();
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if let Some((_, done)) = line.split_once("done ") {
                all.push(done.to_owned());
                tell.send(()).ok();
            }
        }
        all
    });
    // Spread, but the same in every run.
    let chance = round.wrapping_mul(2_654_435_761) >> 7;
    if round / 4 % 4 == 3 {
        std::thread::sleep(Duration::from_millis(chance % 500));
    } else {
        told.recv_timeout(Duration::from_mins(1)).ok();
        std::thread::sleep(Duration::from_micros(chance % 60_000));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    reader.join().unwrap()
}

fn is_there(ledger: &Ledger, work: &str, reported: &str) -> bool {
    let number = || reported.parse::<i64>().unwrap();
    match work {
        "log" => ledger.figure(number()).is_ok(),
        "review" => ledger.figure(number()).unwrap().status == Status::Confirmed,
        _ => ledger.store().find_document(reported).unwrap().is_some(),
    }
}

/// The process that is killed; does nothing when no work is named.
#[test]
#[ignore = "the other half of the kill tests"]
fn worker() {
    let (Ok(path), Ok(work), Ok(round)) =
        (std::env::var("LEDGER"), std::env::var("WORK"), std::env::var("ROUND"))
    else {
        return;
    };
    let mut ledger = Ledger::open(Path::new(&path)).unwrap();
    let mut place = Place::default();
    for n in 0.. {
        let name = format!("{work}-{round}-{n}");
        let done = match work.as_str() {
            "add" => add(&mut ledger, &name),
            "merge" => {
                let mut other = Ledger::in_memory().unwrap();
                let name = add(&mut other, &name);
                ledger.merge(&other, &anna()).unwrap();
                name
            }
            "log" => {
                let fields = [("donor", "DK"), ("amount", "€5m"), ("stage", "pledge")];
                let fields = fields.map(|(a, b)| (a.to_owned(), b.to_owned())).to_vec();
                let draft = Draft { fields, ..Draft::default() };
                let understood = ledger.understand(&draft).unwrap();
                ledger.log(&[understood], &anna()).unwrap()[0].to_string()
            }
            _ => {
                let next = ledger.next_view(&Filter::default(), place).unwrap();
                let Some((seen, next)) = next else { return };
                place = next;
                let id = seen.record.id;
                ledger.decide(&seen, &Decision::Confirm, &anna()).unwrap();
                id.to_string()
            }
        };
        println!("done {done}");
        std::io::stdout().flush().unwrap();
    }
}

fn add(ledger: &mut Ledger, name: &str) -> String {
    let d = document(name, &format!("{name}: 100 million euros, 10 million of it at once."));
    let mut part = pledge(&d, "f2", "SE", 10_000_000, "10 million");
    part.part_of = Some("f1".to_owned());
    let figures = [pledge(&d, "f1", "SE", 100_000_000, "100 million euros"), part];
    ledger.add(&d, &figures, &anna()).unwrap();
    name.to_owned()
}
