//! Documents with their whole text.

use rusqlite::{OptionalExtension, Row, params};
use sha2::{Digest, Sha256};

use super::row::{text, word};
use super::{Store, StoreError};
use crate::source::Document;

/// A document as it stands in the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredDocument {
    /// Its number.
    pub id: i64,
    /// What the source said.
    pub document: Document,
    /// SHA-256 of the text, in hexadecimal.
    pub sha256: String,
    /// When it was taken in, UTC.
    pub added: String,
    /// The earlier version of the same page.
    pub previous: Option<i64>,
}

const COLUMNS: &str =
    "id, name, lang, title, publisher, author, published, url, text, sha256, added, previous";

/// SHA-256 of a text in hexadecimal.
#[must_use]
pub fn sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
        use std::fmt::Write;
        write!(hex, "{byte:02x}").ok();
        hex
    })
}

impl Store {
    /// Takes a document in and returns its number.
    ///
    /// # Errors
    /// When it is there already, or the database fails.
    pub fn insert_document(
        &self,
        document: &Document,
        added: &str,
        previous: Option<i64>,
    ) -> Result<i64, StoreError> {
        self.connection
            .prepare_cached(
                "INSERT INTO documents
                 (name, sha256, url, title, publisher, author, lang, published, added, previous, text)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            )?
            .execute(params![
                document.id,
                sha256(&document.text),
                document.url,
                document.title,
                document.publisher,
                document.author,
                document.lang,
                text(document.published.as_ref()),
                added,
                previous,
                document.text,
            ])?;
        Ok(self.connection.last_insert_rowid())
    }

    /// The document with this very text from the same place. A text that comes without a place is
    /// the one that is there, wherever that came from, and the other way round.
    ///
    /// # Errors
    /// When the database fails.
    pub fn same_document(&self, document: &Document) -> Result<Option<i64>, StoreError> {
        let found = self
            .connection
            .prepare_cached(
                "SELECT id FROM documents
                 WHERE sha256 = ?1 AND (?2 IS NULL OR url IS NULL OR url = ?2)
                 ORDER BY url IS NOT ?2, id LIMIT 1",
            )?
            .query_row(params![sha256(&document.text), document.url], |row| row.get(0))
            .optional()?;
        Ok(found)
    }

    /// The latest version of a page.
    ///
    /// # Errors
    /// When the database fails.
    pub fn document_by_url(&self, url: &str) -> Result<Option<i64>, StoreError> {
        let sql = "SELECT id FROM documents WHERE url = ?1 ORDER BY id DESC LIMIT 1";
        Ok(self.connection.prepare_cached(sql)?.query_row([url], |row| row.get(0)).optional()?)
    }

    /// A document by its number, its URL or the name it came with, the latest first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find_document(&self, wanted: &str) -> Result<Option<i64>, StoreError> {
        if let Some(id) = self.document_by_url(wanted)? {
            return Ok(Some(id));
        }
        let number: Option<i64> = wanted.parse().ok();
        let sql = "SELECT id FROM documents WHERE name = ?1 OR id = ?2
                   ORDER BY name = ?1 DESC, id DESC LIMIT 1";
        let mut find = self.connection.prepare_cached(sql)?;
        Ok(find.query_row(params![wanted, number], |row| row.get(0)).optional()?)
    }

    /// A document by its number.
    ///
    /// # Errors
    /// When the database fails.
    pub fn document(&self, id: i64) -> Result<Option<StoredDocument>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM documents WHERE id = ?1");
        Ok(self.connection.prepare_cached(&sql)?.query_row([id], read).optional()?)
    }

    /// Sets what was not known of a document: its day, its place, its title, its outlet.
    ///
    /// # Errors
    /// When the database fails.
    pub fn update_document(&self, id: i64, document: &Document) -> Result<(), StoreError> {
        self.connection
            .prepare_cached(
                "UPDATE documents SET url = ?2, title = ?3, publisher = ?4, author = ?5, lang = ?6,
                 published = ?7 WHERE id = ?1",
            )?
            .execute(params![
                id,
                document.url,
                document.title,
                document.publisher,
                document.author,
                document.lang,
                text(document.published.as_ref()),
            ])?;
        Ok(())
    }

    /// The numbers of all documents.
    ///
    /// # Errors
    /// When the database fails.
    pub fn document_ids(&self) -> Result<Vec<i64>, StoreError> {
        let mut all = self.connection.prepare_cached("SELECT id FROM documents ORDER BY id")?;
        Ok(all.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<StoredDocument> {
    Ok(StoredDocument {
        id: row.get("id")?,
        document: Document {
            id: row.get("name")?,
            lang: row.get("lang")?,
            title: row.get("title")?,
            publisher: row.get("publisher")?,
            author: row.get("author")?,
            published: word(row, "published")?,
            url: row.get("url")?,
            text: row.get("text")?,
        },
        sha256: row.get("sha256")?,
        added: row.get("added")?,
        previous: row.get("previous")?,
    })
}
