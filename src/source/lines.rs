//! A file with one document a line, read line by line.

use std::io::{self, BufRead, Read};

use super::error::{Fault, Place, SourceError};
use super::form::Form;
use super::unit::Unit;
use super::units::MAX_DOCUMENT_BYTES;

/// The lines of a file as units. Memory for one line, blank lines left out.
pub struct Lines {
    reader: Box<dyn BufRead + Send>,
    place: Place,
    form: Form,
    name: String,
    line: u64,
    bytes: u64,
    ended: bool,
    blank: bool,
}

impl Lines {
    /// Reads on from where `reader` stands.
    #[must_use]
    pub fn new(reader: Box<dyn BufRead + Send>, place: Place, form: Form, name: String) -> Self {
        Self { reader, place, form, name, line: 0, bytes: 0, ended: false, blank: true }
    }

    /// The bytes read so far.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The next line without its end; nothing at the end of the file.
    fn read_line(&mut self) -> Result<Option<Vec<u8>>, Fault> {
        let mut line = Vec::new();
        let limit = MAX_DOCUMENT_BYTES + 1;
        let read = self.reader.by_ref().take(limit).read_until(b'\n', &mut line)? as u64;
        self.bytes += read;
        if read == 0 {
            return Ok(None);
        }
        self.line += 1;
        if read == limit && line.last() != Some(&b'\n') {
            self.bytes += skip_line(&mut self.reader)?;
            return Err(Fault::TooLarge { limit: MAX_DOCUMENT_BYTES });
        }
        Ok(Some(line))
    }
}

fn skip_line(reader: &mut dyn BufRead) -> io::Result<u64> {
    let mut skipped = 0;
    loop {
        let buffer = reader.fill_buf()?;
        let end = memchr::memchr(b'\n', buffer);
        let step = end.map_or(buffer.len(), |at| at + 1);
        reader.consume(step);
        skipped += step as u64;
        if end.is_some() || step == 0 {
            return Ok(skipped);
        }
    }
}

impl Iterator for Lines {
    type Item = Result<Unit, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            let read = self.read_line();
            let place = Place { file: self.place.file.clone(), line: Some(self.line.max(1)) };
            match read {
                Ok(Some(line)) if line.iter().all(u8::is_ascii_whitespace) => {}
                Ok(Some(bytes)) => {
                    self.blank = false;
                    let name = format!("{}-{}", self.name, self.line);
                    return Some(Ok(Unit { place, form: self.form, name, bytes }));
                }
                Ok(None) => {
                    self.ended = true;
                    // Of a stream in a pipe nothing may come; a file is empty by mistake.
                    if self.place.file.is_some() && self.blank {
                        let place = self.place.clone();
                        return Some(Err(SourceError { place, fault: Fault::Empty }));
                    }
                }
                Err(fault) => {
                    // What cannot be read once would fail for ever; a line too long is past.
                    self.ended = !matches!(fault, Fault::TooLarge { .. });
                    return Some(Err(SourceError { place, fault }));
                }
            }
        }
        None
    }
}
