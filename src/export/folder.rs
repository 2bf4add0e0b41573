//! A folder into which files are put together or not at all.
//!
//! Everything is first written to a hidden folder beside the target, so that a full disk or a kill
//! leaves the old files as they were; then each file is renamed into its place, and renamed back
//! if a later one fails.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use super::ExportError;

/// Files on their way.
#[derive(Debug)]
pub struct Folder {
    target: PathBuf,
    staging: tempfile::TempDir,
    names: Vec<String>,
}

/// A file that remembers why it could not be written, however a format wraps the error.
#[derive(Debug)]
struct Watched {
    file: File,
    refused: Option<std::io::Error>,
}

impl Write for Watched {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.file.write(bytes).inspect_err(|error| {
            if let Some(code) = error.raw_os_error() {
                self.refused = Some(std::io::Error::from_raw_os_error(code));
            }
        })
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.file.flush()
    }
}

fn at(path: &Path) -> impl Fn(std::io::Error) -> ExportError {
    move |cause| ExportError::File { path: path.to_owned(), cause }
}

impl Folder {
    /// Makes the target folder when it is missing.
    ///
    /// # Errors
    /// When it cannot be made or written.
    pub fn new(target: &Path) -> Result<Self, ExportError> {
        fs::create_dir_all(target).map_err(at(target))?;
        let staging =
            tempfile::Builder::new().prefix(".export-").tempdir_in(target).map_err(at(target))?;
        Ok(Self { target: target.to_owned(), staging, names: Vec::new() })
    }

    /// Writes a file; it appears with [`Folder::publish`].
    ///
    /// # Errors
    /// When it cannot be written, or `fill` fails.
    pub fn write(
        &mut self,
        name: &str,
        fill: impl FnOnce(&mut (dyn Write + Send)) -> Result<(), ExportError>,
    ) -> Result<(), ExportError> {
        let path = self.staged(name);
        let shown = self.target.join(name);
        let target = Watched { file: File::create(&path).map_err(at(&shown))?, refused: None };
        let mut out = BufWriter::with_capacity(1 << 16, target);
        if let Err(error) = fill(&mut out) {
            let refused = out.get_mut().refused.take();
            return Err(refused.map_or(error, at(&shown)));
        }
        let written = out.into_inner().map_err(|e| at(&shown)(e.into_error()))?;
        written.file.sync_all().map_err(at(&shown))?;
        self.names.push(name.to_owned());
        Ok(())
    }

    /// Writes a file of these bytes; it appears with [`Folder::publish`].
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write_bytes(&mut self, name: &str, bytes: &[u8]) -> Result<(), ExportError> {
        let shown = self.target.join(name);
        self.write(name, |out| out.write_all(bytes).map_err(at(&shown)))
    }

    /// Where a file stands until it is published.
    #[must_use]
    pub fn staged(&self, name: &str) -> PathBuf {
        self.staging.path().join(name)
    }

    /// The files so far.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Puts every file into its place, or none.
    ///
    /// # Errors
    /// When one of them cannot be replaced; then all are as they were.
    pub fn publish(self) -> Result<Vec<PathBuf>, ExportError> {
        let aside = self.staging.path().join("old");
        fs::create_dir(&aside).map_err(at(&self.target))?;
        let mut done = Vec::new();
        for name in &self.names {
            let (from, to) = (self.staged(name), self.target.join(name));
            if let Err(cause) = replace(&from, &to, &aside.join(name)) {
                for name in done {
                    restore(&self.target, &aside, name);
                }
                return Err(ExportError::File { path: to, cause });
            }
            done.push(name);
        }
        Ok(self.names.iter().map(|name| self.target.join(name)).collect())
    }
}

/// Moves the old file aside and the new one into its place; on failure the old one is back.
fn replace(from: &Path, to: &Path, aside: &Path) -> std::io::Result<()> {
    if to.is_dir() {
        return Err(std::io::Error::other("a folder has this name"));
    }
    let there = to.exists();
    if there {
        fs::rename(to, aside)?;
    }
    fs::rename(from, to).inspect_err(|_| {
        if there {
            // The error that is reported is the one that led here.
            let _ = fs::rename(aside, to);
        }
    })
}

fn restore(target: &Path, aside: &Path, name: &str) {
    let (old, place) = (aside.join(name), target.join(name));
    // Nothing better can be done than to try each file; the first error is the one reported.
    let _ = if old.exists() { fs::rename(old, place) } else { fs::remove_file(place) };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(folder: &mut Folder, name: &str, text: &str) {
        let text = text.to_owned();
        folder
            .write(name, |out| out.write_all(text.as_bytes()).map_err(at(Path::new(name))))
            .unwrap();
    }

    fn names(target: &Path) -> Vec<String> {
        let all = fs::read_dir(target).unwrap().map(|e| e.unwrap().file_name());
        let mut names: Vec<String> = all.map(|n| n.into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn files_appear_together() {
        let target = tempfile::tempdir().unwrap();
        let mut folder = Folder::new(target.path()).unwrap();
        put(&mut folder, "a.csv", "new");
        put(&mut folder, "b.csv", "new");
        assert!(!target.path().join("a.csv").exists());
        folder.publish().unwrap();
        assert_eq!(names(target.path()), ["a.csv", "b.csv"]);
    }

    #[test]
    fn when_one_cannot_be_replaced_all_stay_as_they_were() {
        let target = tempfile::tempdir().unwrap();
        fs::write(target.path().join("a.csv"), "old").unwrap();
        fs::create_dir(target.path().join("c.csv")).unwrap();
        let mut folder = Folder::new(target.path()).unwrap();
        for name in ["a.csv", "b.csv", "c.csv"] {
            put(&mut folder, name, "new");
        }
        let error = folder.publish().unwrap_err().to_string();
        assert!(error.contains("c.csv cannot be written"), "{error}");
        assert_eq!(fs::read_to_string(target.path().join("a.csv")).unwrap(), "old");
        assert_eq!(names(target.path()), ["a.csv", "c.csv"]);
    }

    #[test]
    fn a_failed_write_leaves_nothing() {
        let target = tempfile::tempdir().unwrap();
        let mut folder = Folder::new(target.path()).unwrap();
        put(&mut folder, "a.csv", "new");
        let full = |_: &mut (dyn Write + Send)| {
            Err(at(Path::new("b.csv"))(std::io::ErrorKind::StorageFull.into()))
        };
        assert!(folder.write("b.csv", full).is_err());
        drop(folder);
        assert!(names(target.path()).is_empty());
    }
}
