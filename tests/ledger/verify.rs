//! What `verify` finds when somebody has been at the file.

use pledgebook::ledger::Ledger;

use crate::support::{anna, document, pledge};

#[test]
fn every_tampering_is_found() {
    let table = [
        (
            "UPDATE documents SET text = replace(text, '100', '900')",
            "is not the one that was taken in",
        ),
        (
            "UPDATE documents SET text = replace(text, '100', '900')",
            "figure 1 cites \"100 million euros\"",
        ),
        ("UPDATE documents SET title = 'other'", "document 1: title is"),
        ("UPDATE figures SET value = 5", "figure 1: value is"),
        ("UPDATE figures SET status = 'rejected'", "figure 1: status is \"rejected\""),
        ("UPDATE figures SET counted = 5", "figure 1 should count with 90000000 (remainder)"),
        ("UPDATE links SET state = 'removed'", "link 1: state is"),
        ("UPDATE figures SET document = 77", "names a row of documents that is not there"),
    ];
    for (tampering, found) in table {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.db");
        let mut ledger = Ledger::open(&path).unwrap();
        let d = document("a", "100 million euros, 10 million of it at once.");
        let mut part = pledge(&d, "f2", "DK", 10_000_000, "10 million");
        part.part_of = Some("f1".to_owned());
        ledger
            .add(&d, &[pledge(&d, "f1", "DK", 100_000_000, "100 million euros"), part], &anna())
            .unwrap();
        assert_eq!(ledger.verify().unwrap(), [""; 0]);
        let sql = rusqlite::Connection::open(&path).unwrap();
        sql.pragma_update(None, "foreign_keys", false).unwrap();
        sql.execute_batch(tampering).unwrap_or_else(|e| panic!("{tampering}: {e}"));
        let problems = ledger.verify().unwrap().join("\n");
        assert!(problems.contains(found), "{tampering}: {problems}");
    }
}

#[test]
fn history_cannot_be_rewritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let mut ledger = Ledger::open(&path).unwrap();
    ledger.add(&document("a", "Nothing."), &[], &anna()).unwrap();
    let sql = rusqlite::Connection::open(&path).unwrap();
    for attempt in ["UPDATE edits SET user = 'nobody'", "DELETE FROM edits"] {
        let error = sql.execute_batch(attempt).unwrap_err().to_string();
        assert!(error.contains("only ever added to"), "{error}");
    }
}
