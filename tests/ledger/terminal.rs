//! `review` and `log` on a terminal, through the pseudo-terminal that `script` opens.

use std::io::{Read, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use pledgebook::ledger::{Author, Ledger, Status};

use crate::support::{anna, document, pledge, problems};

/// A program at a terminal.
struct Terminal {
    child: Child,
    keyboard: ChildStdin,
    screen: Receiver<u8>,
    seen: String,
}

impl Terminal {
    /// Nothing where there is no `script` (util-linux).
    fn start(folder: &std::path::Path, words: &str) -> Option<Self> {
        let program = assert_cmd::cargo::cargo_bin("pledgebook");
        let mut child = Command::new("script")
            .args(["-qfec", &format!("{} {words}", program.display()), "/dev/null"])
            .current_dir(folder)
            .env("PLEDGEBOOK_USER", "anna")
            .env("TERM", "xterm")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .ok()?;
        let (keyboard, mut output) = (child.stdin.take()?, child.stdout.take()?);
        let (tell, screen) = channel();
        std::thread::spawn(move || {
            let mut byte = [0];
            while output.read(&mut byte).is_ok_and(|n| n > 0) && tell.send(byte[0]).is_ok() {}
        });
        Some(Self { child, keyboard, screen, seen: String::new() })
    }

    /// Waits for the words, then types the keys.
    fn on(&mut self, words: &str, keys: &str) {
        let mut bytes = Vec::new();
        while !String::from_utf8_lossy(&bytes).contains(words) {
            match self.screen.recv_timeout(Duration::from_mins(1)) {
                Ok(byte) => bytes.push(byte),
                Err(error) => {
                    panic!("\"{words}\" never came ({error}); {}", String::from_utf8_lossy(&bytes))
                }
            }
        }
        self.seen.push_str(&String::from_utf8_lossy(&bytes));
        self.keyboard.write_all(keys.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
    }

    /// All that stood on the screen.
    fn end(mut self) -> String {
        let rest: Vec<u8> = self.screen.iter().collect();
        self.child.wait().unwrap();
        self.seen + &String::from_utf8_lossy(&rest)
    }
}

#[test]
fn a_review_by_single_keys() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pledgebook.db");
    let d = document("a", "100 million euros, 10 million of it at once, 5 million later.");
    let figures = [
        pledge(&d, "f1", "DK", 100_000_000, "100 million euros"),
        pledge(&d, "f2", "DK", 10_000_000, "10 million"),
        pledge(&d, "f3", "DK", 5_000_000, "5 million"),
    ];
    Ledger::open(&path).unwrap().add(&d, &figures, &anna()).unwrap();
    let Some(mut terminal) = Terminal::start(folder.path(), "review") else { return };
    terminal.on("[q] quit", "c");
    terminal.on("[q] quit", "p");
    terminal.on("Part of which figure?", "1\n");
    terminal.on("[q] quit", "r");
    terminal.on("Why not?", "a second rate\n");
    let screen = terminal.end();
    assert!(
        screen.contains("\u{1b}[1m100 million euros\u{1b}[0m"),
        "the wording is bold: {screen}"
    );
    assert!(screen.contains("3 figures gone through"), "{screen}");

    let ledger = Ledger::open(&path).unwrap();
    let status = |id| ledger.figure(id).unwrap().status;
    assert_eq!(
        [status(1), status(2), status(3)],
        [Status::Confirmed, Status::Extracted, Status::Rejected]
    );
    assert_eq!(ledger.figure(2).unwrap().links.part_of, Some(1));
    let history = ledger.view(3).unwrap().history;
    assert_eq!(history.last().unwrap().why.as_deref(), Some("a second rate"));
    assert_eq!(problems(&ledger), [""; 0]);
}

#[test]
fn a_commitment_asked_for_piece_by_piece() {
    let folder = tempfile::tempdir().unwrap();
    let Some(mut terminal) = Terminal::start(folder.path(), "log --donor Britain") else { return };
    terminal.on("Amount:", "a lot\r");
    terminal.on("is no amount", "\u{8}\u{8}\u{8}\u{8}\u{8}€1.4bn\r");
    terminal.on("For what:", "air defence\r");
    terminal.on("Stage:", "\r");
    terminal.on("Recipient:", "Ukraine\r");
    terminal.on("Year:", "2025-2027\r");
    terminal.on("Source:", "https://example.org/release\r");
    terminal.on("Quote:", "1.4 billion euros\r");
    terminal.on("Write it down?", "y\r");
    let screen = terminal.end();
    assert!(
        screen.contains("Understood: United Kingdom to Ukraine, 2025–2027, pledge: EUR 1.4 bn"),
        "{screen}"
    );
    let ledger = Ledger::open(&folder.path().join("pledgebook.db")).unwrap();
    let record = ledger.figure(1).unwrap();
    assert_eq!((record.donor_key().as_str(), record.years), ("GB", Some((2025, 2027))));
    assert_eq!(record.reference.as_deref(), Some("https://example.org/release"));
    assert_eq!(problems(&ledger), [""; 0]);
}

/// What a colleague does meanwhile is told; what was refused is shown again.
#[test]
fn a_review_that_changes_its_mind() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pledgebook.db");
    let d = document("a", "100 million euros, 10 million of it at once, 5 million later.");
    let figures = [
        pledge(&d, "f1", "DK", 100_000_000, "100 million euros"),
        pledge(&d, "f2", "DK", 10_000_000, "10 million"),
    ];
    Ledger::open(&path).unwrap().add(&d, &figures, &anna()).unwrap();
    let Some(mut terminal) = Terminal::start(folder.path(), "review --donor Denmark") else {
        return;
    };
    terminal.on("[q] quit", "a");
    terminal.on("FIELD=VALUE", "amount=€110 million year=2025-2026\n");
    terminal.on("EUR 110.0 m", "");
    terminal.on("[q] quit", "z");
    terminal.on("Undone: amend", "");
    terminal.on("[q] quit", "x");
    terminal.on("There is no key \"x\"", "");
    terminal.on("[q] quit", "p");
    terminal.on("Part of which figure?", "77\n");
    terminal.on("there is no figure 77", "");
    terminal.on("[q] quit", "s");
    terminal.on("#2  Denmark", "");
    terminal.on("[q] quit", "");
    let bert = Author::now("bert", None);
    Ledger::open(&path).unwrap().reject(&[2], &bert).unwrap();
    terminal.on("", "c");
    terminal.on("figure 2 was changed meanwhile by bert (reject); look at it again", "");
    let screen = terminal.end();
    assert!(screen.contains("1 figure gone through, 1 left"), "{screen}");

    let ledger = Ledger::open(&path).unwrap();
    let first = ledger.figure(1).unwrap();
    assert_eq!((first.status, first.years), (Status::Extracted, Some((2025, 2025))));
    assert_eq!(ledger.figure(2).unwrap().status, Status::Rejected);
    let actions: Vec<String> =
        ledger.view(1).unwrap().history.into_iter().map(|edit| edit.action).collect();
    assert_eq!(actions, ["add", "amend", "undo"]);
    assert_eq!(problems(&ledger), [""; 0]);
}
