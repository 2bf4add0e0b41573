//! Copies, colleagues' ledgers and damaged files.

use pledgebook::ledger::{Author, Ledger, Relation, Status};

use crate::support::{anna, counted, document, pledge, problems};

fn bert() -> Author {
    Author::now("bert", None)
}

fn fill(ledger: &mut Ledger) {
    let d = document("a", "100 million euros, 10 million of it at once.");
    let figures = [
        pledge(&d, "f1", "DK", 100_000_000, "100 million euros"),
        pledge(&d, "f2", "DK", 10_000_000, "10 million"),
    ];
    ledger.add(&d, &figures, &anna()).unwrap();
}

fn values(field: &str, text: &str) -> Vec<(String, String)> {
    vec![(field.to_owned(), text.to_owned())]
}

#[test]
fn two_ledgers_come_together() {
    let (mut ours, mut theirs) = (Ledger::in_memory().unwrap(), Ledger::in_memory().unwrap());
    let d = document("only-theirs", "Sweden gives 7 million euros.");
    theirs.add(&d, &[pledge(&d, "f1", "SE", 7_000_000, "7 million euros")], &bert()).unwrap();
    fill(&mut ours);
    fill(&mut theirs);
    // Theirs are numbers 2 and 3: confirmed, linked, and corrected by both sides differently.
    theirs.link(3, Relation::PartOf, 2, &bert()).unwrap();
    theirs.confirm(&[2], &bert()).unwrap();
    theirs.amend(3, &values("amount", "€12m"), &bert()).unwrap();
    ours.amend(2, &values("amount", "€11m"), &anna()).unwrap();
    ours.confirm(&[2], &anna()).unwrap();

    let done = ours.merge(&theirs, &anna()).unwrap();
    assert_eq!((done.documents, done.figures, done.updated, done.links), (1, 1, 1, 1));
    assert!(
        done.conflicts[0].contains("value \"11000000\" here, \"12000000\" there"),
        "{:?}",
        done.conflicts
    );
    assert_eq!(ours.figure(1).unwrap().status, Status::Confirmed);
    assert_eq!(ours.figure(2).unwrap().status, Status::Extracted);
    assert_eq!(counted(&ours), [(1, 89_000_000), (2, 11_000_000), (3, 7_000_000)]);
    assert_eq!(problems(&ours), [""; 0]);

    let again = ours.merge(&theirs, &anna()).unwrap();
    assert_eq!((again.documents, again.figures, again.links), (0, 0, 0));
    assert_eq!(problems(&ours), [""; 0]);

    // Once somebody here has decided, the same conflict is not told again, until they change theirs.
    assert_eq!(again.conflicts.len(), 1);
    ours.confirm(&[2], &anna()).unwrap();
    assert_eq!(ours.merge(&theirs, &anna()).unwrap().conflicts, [""; 0]);
    assert_eq!(ours.figure(2).unwrap().status, Status::Confirmed);
    std::thread::sleep(std::time::Duration::from_millis(5));
    theirs.amend(3, &values("amount", "€13m"), &bert()).unwrap();
    assert_eq!(ours.merge(&theirs, &anna()).unwrap().conflicts.len(), 1);
    assert_eq!(ours.figure(2).unwrap().status, Status::Extracted);

    // What both threw out stays out.
    ours.reject(&[2], &anna()).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(5));
    theirs.reject(&[3], &bert()).unwrap();
    assert_eq!(ours.merge(&theirs, &anna()).unwrap().conflicts.len(), 1);
    assert_eq!(ours.figure(2).unwrap().status, Status::Rejected);
}

#[test]
fn a_damaged_file_is_reported_and_what_can_be_read_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let mut ledger = Ledger::open(&path).unwrap();
    for n in 0..100_i64 {
        let d = document(
            &format!("d{n}"),
            &format!("Paper {n}: 100 million euros. {}", "Much else. ".repeat(50)),
        );
        ledger
            .add(&d, &[pledge(&d, "f1", "DK", 1 << (n % 50), "100 million euros")], &anna())
            .unwrap();
    }
    drop(ledger);
    let mut bytes = std::fs::read(&path).unwrap();
    assert!(!folder.path().join("x.db-wal").exists(), "everything stands in the file itself");
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 3 * 4096].fill(0x5a);
    std::fs::write(&path, bytes).unwrap();

    let said = match Ledger::open(&path).map(|l| l.verify()) {
        Ok(Ok(problems)) => problems.join("\n"),
        Ok(Err(error)) => error.to_string(),
        Err(error) => error.to_string(),
    };
    assert!(!said.is_empty(), "the damage goes unnoticed");

    let saved = folder.path().join("saved.db");
    let new = Ledger::open(&saved).unwrap();
    let (tables, made) = new.recover_from(&path).unwrap();
    let of = |name: &str| tables.iter().find(|t| t.table == name).unwrap().saved;
    assert!(of("documents") > 70 && of("figures") > 70, "{tables:?}");
    let figures = tables.iter().find(|t| t.table == "figures").unwrap();
    assert_eq!(figures.saved + figures.gaps, 100, "{tables:?}");
    let shown = new.store().list(&pledgebook::store::Filter::default()).unwrap();
    // The history was spared: whatever of the figures was not is made again from it.
    assert_eq!((shown.len(), made as u64), (100, figures.gaps));
    let rows = new.verify().unwrap();
    assert!(rows.iter().all(|problem| problem.contains("names a row of documents")), "{rows:?}");
}

#[test]
fn a_file_that_was_cut_off_gives_back_what_is_left_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    fill(&mut Ledger::open(&path).unwrap());
    let bytes = std::fs::read(&path).unwrap();
    let new = |name: &str| folder.path().join(name);
    for (name, left) in [("half", bytes.len() / 2), ("nothing", 100)] {
        std::fs::write(new(name), &bytes[..left]).unwrap();
    }
    let saved = Ledger::open(&new("saved.db")).unwrap();
    saved.recover_from(&new("half")).unwrap();
    assert_eq!(saved.store().list(&pledgebook::store::Filter::default()).unwrap().len(), 2);
    let none = Ledger::open(&new("none.db")).unwrap().recover_from(&new("nothing"));
    assert!(none.unwrap_err().to_string().contains("nothing of it can be read"));
}

#[test]
fn a_copy_is_taken_while_others_write() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    fill(&mut Ledger::open(&path).unwrap());
    std::thread::scope(|scope| {
        let path = &path;
        scope.spawn(move || {
            let mut ledger = Ledger::open(path).unwrap();
            for n in 0..20 {
                let d = document(&format!("n{n}"), &format!("{n}: 5 million euros."));
                ledger
                    .add(&d, &[pledge(&d, "f1", "NO", 5_000_000, "5 million euros")], &anna())
                    .unwrap();
            }
        });
        for n in 0..5 {
            let copy = folder.path().join(format!("copy{n}.db"));
            Ledger::open(path).unwrap().store().backup(&copy).unwrap();
            assert_eq!(problems(&Ledger::open(&copy).unwrap()), [""; 0]);
        }
    });
}
