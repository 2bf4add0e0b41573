//! Files, folders and standard input, cut into units in the order of the input.

use std::collections::{HashMap, VecDeque};
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use super::error::{Fault, Place, SourceError};
use super::form::Form;
use super::lines::Lines;
use super::unit::Unit;
use super::walk::Walk;

/// No single document is larger; the largest real ones are books of a few megabytes. A document of 100 MB is read.
pub const MAX_DOCUMENT_BYTES: u64 = 256 << 20;

/// How much of a file without a telling name is looked at to tell its form.
const START: usize = 1024;

/// Where documents come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InputPath {
    /// `-`
    StandardInput,
    /// A file or a folder.
    Path(PathBuf),
}

impl From<&OsStr> for InputPath {
    fn from(given: &OsStr) -> Self {
        if given == "-" { Self::StandardInput } else { Self::Path(given.into()) }
    }
}

impl From<OsString> for InputPath {
    fn from(given: OsString) -> Self {
        Self::from(given.as_os_str())
    }
}

/// How much has been taken from the input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Amount {
    /// Files begun; standard input is one.
    pub files: u64,
    /// Bytes handed on.
    pub bytes: u64,
}

/// The units of some inputs: lazy, one file open at a time, memory for one document.
pub struct Units {
    inputs: VecDeque<InputPath>,
    from: Option<Form>,
    walk: Option<Walk>,
    lines: Option<Lines>,
    names: HashMap<String, u32>,
    done: Amount,
}

impl Units {
    /// Nothing is opened before the first unit is asked for.
    #[must_use]
    pub fn new(inputs: &[InputPath], from: Option<Form>) -> Self {
        Self {
            inputs: inputs.iter().cloned().collect(),
            from,
            walk: None,
            lines: None,
            names: HashMap::new(),
            done: Amount::default(),
        }
    }

    /// What has been handed on so far.
    #[must_use]
    pub fn done(&self) -> Amount {
        self.done
    }

    fn open(&mut self, input: InputPath) -> Option<Result<Unit, SourceError>> {
        match input {
            InputPath::StandardInput => {
                let place = Place { file: None, line: None };
                let reader = BufReader::with_capacity(1 << 16, io::stdin());
                self.begin(place, self.from, "stdin", Box::new(reader))
            }
            InputPath::Path(path) if path.is_dir() => {
                self.walk = Some(Walk::new(path, self.from.is_some()));
                None
            }
            InputPath::Path(path) => self.open_file(&path),
        }
    }

    fn open_file(&mut self, path: &Path) -> Option<Result<Unit, SourceError>> {
        let place = Place::of(path);
        let file = match File::open(path) {
            Ok(file) => file,
            Err(error) => {
                let missing = error.kind() == io::ErrorKind::NotFound;
                let fault = if missing { Fault::Missing } else { Fault::Io(error) };
                return Some(Err(SourceError { place, fault }));
            }
        };
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let form = self.from.or_else(|| Form::of_path(path));
        self.begin(place, form, &stem, Box::new(BufReader::with_capacity(1 << 16, file)))
    }

    /// A whole document at once, or nothing and the lines to follow.
    fn begin(
        &mut self,
        place: Place,
        form: Option<Form>,
        stem: &str,
        mut reader: Box<dyn BufRead + Send>,
    ) -> Option<Result<Unit, SourceError>> {
        self.done.files += 1;
        let form = match form.map_or_else(|| told_by_start(&mut reader), Ok) {
            Ok(form) => form,
            Err(error) => return Some(Err(SourceError { place, fault: error.into() })),
        };
        let name = self.unique(stem);
        if form.reader().one_a_line() {
            self.lines = Some(Lines::new(reader, place, form, name));
            return None;
        }
        match read_whole(&mut reader) {
            Ok(bytes) => {
                self.done.bytes += bytes.len() as u64;
                Some(Ok(Unit { place, form, name, bytes }))
            }
            Err(fault) => Some(Err(SourceError { place, fault })),
        }
    }

    /// The stem, or the stem with a number where another file had it first.
    fn unique(&mut self, stem: &str) -> String {
        let times = self.names.entry(stem.to_owned()).or_insert(0);
        *times += 1;
        if *times == 1 { stem.to_owned() } else { format!("{stem}-{times}") }
    }
}

fn told_by_start(reader: &mut dyn BufRead) -> io::Result<Form> {
    let start = reader.fill_buf()?;
    Ok(Form::of_start(&start[..start.len().min(START)]))
}

fn read_whole(reader: &mut dyn Read) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    reader.take(MAX_DOCUMENT_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_DOCUMENT_BYTES {
        return Err(Fault::TooLarge { limit: MAX_DOCUMENT_BYTES });
    }
    Ok(bytes)
}

impl Iterator for Units {
    type Item = Result<Unit, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(lines) = &mut self.lines {
                let before = lines.bytes();
                let unit = lines.next();
                self.done.bytes += lines.bytes() - before;
                if unit.is_some() {
                    return unit;
                }
                self.lines = None;
            }
            let unit = match self.walk.as_mut().map(Iterator::next) {
                Some(Some(Ok(path))) => self.open_file(&path),
                Some(Some(Err(error))) => Some(Err(error)),
                Some(None) => {
                    self.walk = None;
                    None
                }
                None => {
                    let input = self.inputs.pop_front()?;
                    self.open(input)
                }
            };
            if unit.is_some() {
                return unit;
            }
        }
    }
}
