//! The labelled articles as plain text: headlines found, dates of publication never wrong.

use std::path::Path;

use chrono::NaiveDate;
use pledgebook::source::{self, Document, InputPath, Options};

/// An article's own fields, and what is read of its bare text.
fn articles() -> Vec<(Document, Document)> {
    let folder = tempfile::tempdir().unwrap();
    let labelled = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/dev");
    let mut files: Vec<_> = labelled.read_dir().unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    let labelled = files.iter().map(|file| {
        let json = std::fs::read_to_string(file).unwrap();
        let labelled: Document = serde_json::from_str(&json).unwrap();
        std::fs::write(folder.path().join(format!("{}.txt", labelled.id)), &labelled.text).unwrap();
        labelled
    });
    let labelled: Vec<Document> = labelled.collect();
    let read = source::open(&[InputPath::Path(folder.path().into())], &Options::default());
    labelled.into_iter().zip(read.map(Result::unwrap)).collect()
}

#[test]
fn headlines_are_found() {
    for (labelled, read) in articles() {
        assert_eq!(read.title, labelled.title, "{}", labelled.id);
    }
}

#[test]
fn dates_are_right_or_unknown() {
    let mut known = 0;
    for (labelled, read) in articles() {
        let expected: Option<NaiveDate> = labelled.published;
        assert!(
            read.published.is_none() || read.published == expected,
            "{} {:?}",
            labelled.id,
            read.published
        );
        known += usize::from(read.published.is_some());
    }
    // Nearly all the others tell the year nowhere.
    assert!(known >= 14, "{known} dates known");
}

#[test]
fn the_text_stays_as_it_is() {
    for (labelled, read) in articles() {
        assert_eq!(read.text, labelled.text, "{}", labelled.id);
        assert_eq!(read.id, labelled.id);
    }
}
