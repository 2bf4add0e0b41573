//! The files of a folder, in the order of their names.

use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::error::{Fault, Place, SourceError};
use super::form::Form;
use super::units::{Amount, InputPath};

/// Walks a folder down to its last file; hidden files and folders stay out.
pub struct Walk {
    folder: PathBuf,
    entries: Box<dyn Iterator<Item = walkdir::Result<DirEntry>> + Send>,
    every_ending: bool,
    found: bool,
}

impl Walk {
    /// `every_ending` takes files of any name, for when the user has named the form.
    #[must_use]
    pub fn new(folder: PathBuf, every_ending: bool) -> Self {
        let walk = WalkDir::new(&folder).follow_links(true).sort_by_file_name();
        let entries = Box::new(walk.into_iter().filter_entry(|e| e.depth() == 0 || !is_hidden(e)));
        Self { folder, entries, every_ending, found: false }
    }
}

fn wants(every_ending: bool, path: &Path) -> bool {
    every_ending || Form::of_path(path).is_some()
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().to_string_lossy().starts_with('.')
}

impl Iterator for Walk {
    type Item = Result<PathBuf, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        for entry in self.entries.by_ref() {
            match entry {
                Ok(entry)
                    if entry.file_type().is_file() && wants(self.every_ending, entry.path()) =>
                {
                    self.found = true;
                    return Some(Ok(entry.into_path()));
                }
                Ok(_) => {}
                Err(error) => {
                    self.found = true;
                    let place = Place::of(error.path().unwrap_or(&self.folder));
                    return Some(Err(SourceError { place, fault: Fault::Io(error.into()) }));
                }
            }
        }
        if std::mem::replace(&mut self.found, true) {
            return None;
        }
        Some(Err(SourceError { place: Place::of(&self.folder), fault: Fault::NothingInFolder }))
    }
}

/// How much the inputs hold, for a progress bar; nothing where that cannot be known before reading.
#[must_use]
pub fn survey(inputs: &[InputPath], from: Option<Form>) -> Option<Amount> {
    let mut total = Amount::default();
    for input in inputs {
        let InputPath::Path(path) = input else { return None };
        let walk = path.is_dir().then(|| Walk::new(path.clone(), from.is_some()).flatten());
        for file in walk.into_iter().flatten().chain((!path.is_dir()).then(|| path.clone())) {
            total.files += 1;
            total.bytes += file.metadata().map_or(0, |file| file.len());
        }
    }
    Some(total)
}
