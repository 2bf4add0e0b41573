//! One document not read yet: its bytes, its form and where it stands.
//!
//! Finding units is quick and keeps their order; reading one (decoding, taking a page apart) is
//! slow and needs nothing but the unit, so many can be read at once.

use chrono::NaiveDate;

use super::document::Document;
use super::error::{Fault, Place, SourceError};
use super::form::Form;
use super::language;

/// What the user says of the documents. It wins over what the documents say of themselves.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Given {
    /// The day of publication.
    pub published: Option<NaiveDate>,
    /// The outlet or office.
    pub publisher: Option<String>,
    /// The byline.
    pub author: Option<String>,
    /// Where it was found.
    pub url: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// ISO 639-1 language.
    pub lang: Option<String>,
}

impl Given {
    fn apply(&self, document: &mut Document) {
        let pairs = [
            (&self.publisher, &mut document.publisher),
            (&self.author, &mut document.author),
            (&self.url, &mut document.url),
            (&self.title, &mut document.title),
            (&self.lang, &mut document.lang),
        ];
        for (given, field) in pairs {
            if given.is_some() {
                field.clone_from(given);
            }
        }
        document.published = self.published.or(document.published);
    }
}

/// One document not read yet.
#[derive(Debug)]
pub struct Unit {
    /// Where it stands.
    pub place: Place,
    /// What it is read as.
    pub form: Form,
    /// Its id, should the document bring none of its own: made of the file's name.
    pub name: String,
    /// As they stand in the file.
    pub bytes: Vec<u8>,
}

impl Unit {
    /// Reads the document.
    ///
    /// # Errors
    /// When the bytes are no text, hold none, or are not of the form.
    pub fn read(&self, given: &Given) -> Result<Document, SourceError> {
        let at_place = |fault| SourceError { place: self.place.clone(), fault };
        let mut document = self.form.reader().read(&self.bytes).map_err(at_place)?;
        if document.text.trim().is_empty() {
            return Err(at_place(Fault::Empty));
        }
        given.apply(&mut document);
        if document.id.is_empty() {
            document.id.clone_from(&self.name);
        }
        document.lang =
            language::code(document.lang.as_deref()).or_else(|| language::detect(&document.text));
        Ok(document)
    }
}
