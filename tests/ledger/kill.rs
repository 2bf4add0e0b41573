//! The program killed at any moment: what it reported as done is there, and nothing is half done.

use std::fmt::Write as _;
use std::io::{Read, Write as _};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use pledgebook::ledger::{Ledger, Status};
use pledgebook::store::Filter;

use crate::support::{anna, document, pledge};

const SIGKILL: i32 = 9;
/// Kills of each lane; the lanes run side by side, each with a ledger of its own.
const KILLS: usize = 104;
const LANES: u64 = 2;
/// Documents of an `add` and of a `merge`, rows of a `log`.
const EACH: usize = 6;

#[derive(Debug, Clone, Copy)]
enum Work {
    Add,
    Log,
    Merge,
    Review,
}

impl Work {
    /// About how long it writes.
    const fn writes(self) -> Duration {
        match self {
            // One change.
            Self::Log | Self::Merge => Duration::from_millis(8),
            // One after the other.
            Self::Add | Self::Review => Duration::from_millis(30),
        }
    }
}

const WORK: [Work; 4] = [Work::Add, Work::Log, Work::Merge, Work::Review];

#[test]
fn two_hundred_kills_lose_nothing() {
    let lanes: Vec<_> =
        (0..LANES).map(|lane| std::thread::spawn(move || kills(lane, KILLS))).collect();
    let done: Vec<Done> = lanes.into_iter().map(|lane| lane.join().unwrap()).collect();
    let sum = |of: fn(&Done) -> usize| done.iter().map(of).sum::<usize>();
    let (killed, with_report) = (sum(|d| d.killed), sum(|d| d.with_report));
    println!(
        "{killed} kills, {with_report} of them after a report, {} with something written; \
         {} runs came to their end; done and found: {}",
        sum(|d| d.written),
        sum(|d| d.ended),
        sum(|d| d.found)
    );
    assert!(killed >= 200);
    assert!(with_report >= 20 && sum(|d| d.written) >= 50, "too few in the midst of it");
}

#[derive(Debug, Default)]
struct Done {
    killed: usize,
    /// Killed after it had reported something as done.
    with_report: usize,
    /// Killed after it had written something.
    written: usize,
    ended: usize,
    /// What was reported and is there.
    found: usize,
}

/// Starts one sort of work after the other and kills it, and looks at what is left.
fn kills(lane: u64, wanted: usize) -> Done {
    let folder = tempfile::tempdir().unwrap();
    let mut done = Done::default();
    for round in 0.. {
        let (which, chance) = (round % WORK.len(), spread(lane, round as u64));
        let desk = Desk { folder: folder.path(), name: format!("lane{lane}-{}.db", round / 32) };
        desk.fill();
        // Every fourth kill falls anywhere, the others while it writes.
        let moment = match round / WORK.len() % 4 {
            0 => Moment::AfterStart(Duration::from_millis(300).mul_f64(chance)),
            _ => Moment::AfterWrite(WORK[which].writes().mul_f64(chance * chance)),
        };
        let run = desk.run(WORK[which], &format!("{lane}-{round}"), moment);
        if run.ended {
            done.ended += 1;
        } else {
            done.killed += 1;
            done.with_report += usize::from(run.reported > 0);
            done.written += usize::from(run.written > 0);
        }
        done.found += run.reported;
        if done.killed == wanted {
            break;
        }
    }
    done
}

/// Numbers from 0 to 1, the same in every run.
fn spread(lane: u64, round: u64) -> f64 {
    let mixed = (round * LANES + lane + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40;
    mixed as f64 / f64::from(1_u32 << 24)
}

/// When a process is killed.
#[derive(Debug, Clone, Copy)]
enum Moment {
    /// So long after its start.
    AfterStart(Duration),
    /// So long after it began to write.
    AfterWrite(Duration),
}

struct Run {
    /// It came to its end before the kill.
    ended: bool,
    /// How many things it reported as done; all of them are there.
    reported: usize,
    /// How many it did.
    written: usize,
}

struct Desk<'a> {
    folder: &'a Path,
    name: String,
}

impl Desk<'_> {
    fn ledger(&self) -> Ledger {
        Ledger::open(&self.folder.join(&self.name)).unwrap()
    }

    /// A new ledger with something to review.
    fn fill(&self) {
        if self.folder.join(&self.name).exists() {
            return;
        }
        let mut ledger = self.ledger();
        for n in 0..8 * EACH as i64 {
            let d = document(&format!("first-{n}"), &format!("{n}: 5 million euros."));
            let figure = pledge(&d, "f1", "NO", 5_000_000 + n * 700_000, "5 million euros");
            ledger.add(&d, &[figure], &anna()).unwrap();
        }
    }

    fn command(&self, words: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_pledgebook"));
        command.current_dir(self.folder).args(["--db", &self.name]).args(words.split(' '));
        command.env("PLEDGEBOOK_USER", "anna").stderr(Stdio::null());
        command
    }

    fn run(&self, work: Work, name: &str, moment: Moment) -> Run {
        let (words, input) = match work {
            Work::Add => ("add --from ndjson -".to_owned(), articles(name)),
            Work::Log => ("log --from csv -".to_owned(), rows()),
            Work::Merge => (format!("merge {}", self.colleague(name)), String::new()),
            Work::Review => ("review".to_owned(), "c\n".repeat(4 * EACH)),
        };
        let before = self.figures();
        let mut child =
            self.command(&words).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).ok();
        let mut output = child.stdout.take().unwrap();
        let reader = std::thread::spawn(move || {
            let mut said = String::new();
            output.read_to_string(&mut said).map(|_| said)
        });
        self.wait_for(moment, &mut child);
        child.kill().unwrap();
        let status = child.wait().unwrap();
        assert!(status.success() || status.signal() == Some(SIGKILL), "{words}: {status}");
        let said = reader.join().unwrap().unwrap();
        let verify = self.command("verify").output().unwrap();
        let found = String::from_utf8_lossy(&verify.stdout).into_owned();
        assert!(verify.status.success() && found.is_empty(), "{work:?} {name}: {found}");
        let (reported, written) = match work {
            Work::Review => self.confirmed(&said),
            _ => self.came_in(work, name, before, &said),
        };
        Run { ended: status.success(), reported, written }
    }

    /// Returns at the moment, or when the process has come to its end.
    fn wait_for(&self, moment: Moment, child: &mut Child) {
        let log = self.folder.join(format!("{}-wal", self.name));
        let writes = || std::fs::metadata(&log).is_ok_and(|log| log.len() > 0);
        let (mut since, after) = match moment {
            Moment::AfterStart(after) => (Some(Instant::now()), after),
            Moment::AfterWrite(after) => (None, after),
        };
        while child.try_wait().unwrap().is_none() {
            since = since.or_else(|| writes().then(Instant::now));
            if since.is_some_and(|since| since.elapsed() >= after) {
                break;
            }
            std::thread::sleep(Duration::from_micros(200));
        }
    }

    fn figures(&self) -> usize {
        self.ledger().store().list(&Filter::default()).unwrap().len()
    }

    /// A colleague's ledger with documents of its own.
    fn colleague(&self, name: &str) -> String {
        let mut other = Ledger::in_memory().unwrap();
        for n in 0..EACH as i64 {
            let text = format!("{name} {n}: 100 million euros, 10 million of it at once.");
            let d = document(&format!("paper-{name}-{n}"), &text);
            let mut part = pledge(&d, "f2", "SE", 10_000_000 + n, "10 million");
            part.part_of = Some("f1".to_owned());
            let whole = pledge(&d, "f1", "SE", 100_000_000 + n, "100 million euros");
            other.add(&d, &[whole, part], &anna()).unwrap();
        }
        let file = format!("colleague-{name}.db");
        other.store().backup(&self.folder.join(&file)).unwrap();
        file
    }

    /// What a process that takes something in reported, and what it did: a document comes in with all
    /// its figures, the documents of a stream in their order, a file of rows or a colleague's
    /// ledger whole or not at all.
    fn came_in(&self, work: Work, name: &str, before: usize, said: &str) -> (usize, usize) {
        let ledger = self.ledger();
        let store = ledger.store();
        let there: Vec<bool> = (0..EACH)
            .map(|n| {
                let document = store.find_document(&format!("paper-{name}-{n}")).unwrap();
                document.is_some_and(|d| {
                    assert_eq!(store.figures_of(d).unwrap().len(), 2, "{name} {n} is half there");
                    true
                })
            })
            .collect();
        let new = self.figures() - before;
        let written = match work {
            Work::Log => new,
            _ => there.iter().filter(|there| **there).count(),
        };
        match work {
            Work::Add => assert!(there.is_sorted_by(|a, b| a >= b), "{name}: {there:?}"),
            _ => assert!(written == 0 || written == EACH, "{work:?} {name}: {written}"),
        }
        let says = match work {
            Work::Add => format!("{EACH} documents ({EACH} new)"),
            Work::Log => format!("{EACH} commitments logged"),
            _ => format!("{EACH} documents and {} figures came in", 2 * EACH),
        };
        let reported = if said.contains(&says) { EACH } else { 0 };
        assert!(reported <= written, "{work:?} {name}: reported, but {written} are there");
        (reported, written)
    }

    /// The figures that a review had done with when it showed the next one are confirmed.
    fn confirmed(&self, said: &str) -> (usize, usize) {
        let ledger = self.ledger();
        let shown: Vec<i64> = said
            .lines()
            .filter_map(|line| line.strip_prefix('#')?.split(' ').next()?.parse().ok())
            .collect();
        let is = |id: &i64| ledger.figure(*id).unwrap().status == Status::Confirmed;
        let over = said.contains("gone through");
        let done = if over { shown.len() } else { shown.len().saturating_sub(1) };
        let lost: Vec<_> = shown[..done].iter().filter(|id| !is(id)).collect();
        // At the end of its keys a review shows one more, and quits.
        let asked = shown.len() > 4 * EACH;
        assert!(lost.is_empty() || over && asked && lost.len() == 1, "{lost:?} are lost");
        (done - lost.len(), shown.iter().filter(|id| is(id)).count())
    }
}

/// Articles of two figures each.
fn articles(name: &str) -> String {
    (0..EACH).fold(String::new(), |mut lines, n| {
        let text = format!(
            "{name}: Denmark will give Ukraine €{} million for artillery shells.\\n\\nNorway will send Ukraine {} tanks.",
            101 + n,
            11 + n
        );
        writeln!(lines, "{{\"id\":\"paper-{name}-{n}\",\"published\":\"2025-01-14\",\"text\":\"{text}\"}}")
            .unwrap();
        lines
    })
}

fn rows() -> String {
    (0..EACH).fold("donor,amount,stage,year\n".to_owned(), |mut lines, n| {
        writeln!(lines, "SE,SEK {}m,commitment,2024", 1001 + n).unwrap();
        lines
    })
}
