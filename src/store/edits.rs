//! The history: rows that are only ever added.

use rusqlite::{OptionalExtension, Params, Row, params};
use serde_json::{Map, Value};

use super::{Store, StoreError};

crate::figure::terms::terms! {
    /// What sort of row was changed.
    Subject, "subject" {
        /// A document.
        Document = "document",
        /// A figure.
        Figure = "figure",
        /// A link between figures.
        Link = "link",
    }
}
use serde::{Deserialize, Serialize};

use crate::figure::UnknownTerm;

/// A change to be written down.
#[derive(Debug, Clone, Copy)]
pub struct NewEdit<'a> {
    /// The first edit of what is done in one go; nothing for that first one itself.
    pub operation: Option<i64>,
    /// UTC.
    pub at: &'a str,
    /// Who.
    pub user: &'a str,
    /// What: add, confirm, amend, …
    pub action: &'a str,
    /// To which sort of row.
    pub subject: Subject,
    /// Its number.
    pub record: i64,
    /// The changed fields as they were; nothing for a creation.
    pub before: Option<&'a Map<String, Value>>,
    /// The changed fields as they are now.
    pub after: Option<&'a Map<String, Value>>,
    /// Why.
    pub why: Option<&'a str>,
    /// The edit that this one takes back.
    pub reverts: Option<i64>,
}

/// A change as it stands in the history.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    /// Its number.
    pub id: i64,
    /// The first edit of what was done in one go.
    pub operation: i64,
    /// When, UTC.
    pub at: String,
    /// Who.
    pub user: String,
    /// What: add, confirm, amend, …
    pub action: String,
    /// To which sort of row.
    pub subject: Subject,
    /// Its number.
    pub record: i64,
    /// The changed fields as they were; nothing for a creation.
    pub before: Option<Map<String, Value>>,
    /// The changed fields as they were afterwards.
    pub after: Option<Map<String, Value>>,
    /// Why.
    pub why: Option<String>,
    /// The edit that this one takes back.
    pub reverts: Option<i64>,
}

impl Store {
    /// Adds a row to the history and returns its number.
    ///
    /// # Errors
    /// When the database fails.
    pub fn insert_edit(&self, edit: &NewEdit<'_>) -> Result<i64, StoreError> {
        let json = |fields: Option<&Map<String, Value>>| {
            fields.and_then(|fields| serde_json::to_string(fields).ok())
        };
        let sql = "INSERT INTO edits
            (operation, at, user, action, subject, record, before, after, why, reverts)
            VALUES (coalesce(?1, (SELECT ifnull(max(id), 0) + 1 FROM edits)), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
        self.connection.prepare_cached(sql)?.execute(params![
            edit.operation,
            edit.at,
            edit.user,
            edit.action,
            edit.subject.as_str(),
            edit.record,
            json(edit.before),
            json(edit.after),
            edit.why,
            edit.reverts,
        ])?;
        Ok(self.connection.last_insert_rowid())
    }

    /// The changes of one row, oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn edits_of(&self, subject: Subject, record: i64) -> Result<Vec<Edit>, StoreError> {
        let tail = "WHERE subject = ?1 AND record = ?2 ORDER BY id";
        self.edits_where(tail, params![subject.as_str(), record])
    }

    /// The last change of a figure or of a link from or to it.
    ///
    /// # Errors
    /// When the database fails.
    pub fn last_change(&self, figure: i64) -> Result<Option<Edit>, StoreError> {
        let tail = "WHERE id = max(
            (SELECT ifnull(max(id), 0) FROM edits WHERE subject = 'figure' AND record = ?1),
            (SELECT ifnull(max(e.id), 0) FROM links AS l CROSS JOIN edits AS e
                ON e.subject = 'link' AND e.record = l.id WHERE l.figure = ?1),
            (SELECT ifnull(max(e.id), 0) FROM links AS l CROSS JOIN edits AS e
                ON e.subject = 'link' AND e.record = l.id WHERE l.target = ?1))";
        Ok(self.edits_where(tail, [figure])?.pop())
    }

    /// The changes done in one go, oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn edits_of_operation(&self, operation: i64) -> Result<Vec<Edit>, StoreError> {
        self.edits_where("WHERE operation = ?1 ORDER BY id", [operation])
    }

    /// The changes at and after a moment (UTC, as the history writes it), oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn edits_since(&self, at: &str) -> Result<Vec<Edit>, StoreError> {
        // The plus makes the reader take the index of moments, not go through all numbers.
        self.edits_where("WHERE at >= ?1 ORDER BY +id", [at])
    }

    /// A change by its number.
    ///
    /// # Errors
    /// When the database fails.
    pub fn edit(&self, id: i64) -> Result<Option<Edit>, StoreError> {
        Ok(self.edits_where("WHERE id = ?1", [id])?.pop())
    }

    /// The last operation of a person of which nothing was taken back and that is no undo itself. Of what
    /// takes a document in not every change can be: its text stays.
    ///
    /// # Errors
    /// When the database fails.
    pub fn last_operation(&self, user: &str) -> Result<Option<i64>, StoreError> {
        let sql = "SELECT operation FROM edits AS e
                   WHERE user = ?1 AND action <> 'undo'
                   AND NOT EXISTS (SELECT 1 FROM edits AS o JOIN edits AS u ON u.reverts = o.id
                       WHERE o.operation = e.operation
                       AND NOT EXISTS (SELECT 1 FROM edits AS again WHERE again.reverts = u.id))
                   ORDER BY id DESC LIMIT 1";
        Ok(self.connection.prepare_cached(sql)?.query_row([user], |row| row.get(0)).optional()?)
    }

    pub(super) fn edits_where(
        &self,
        tail: &str,
        params: impl Params,
    ) -> Result<Vec<Edit>, StoreError> {
        let mut find = self.connection.prepare_cached(&format!("SELECT * FROM edits {tail}"))?;
        Ok(find.query_map(params, read)?.collect::<Result<_, _>>()?)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Edit> {
    let fields = |column: &str| -> rusqlite::Result<Option<Map<String, Value>>> {
        let json: Option<String> = row.get(column)?;
        Ok(json.and_then(|json| serde_json::from_str(&json).ok()))
    };
    Ok(Edit {
        id: row.get("id")?,
        operation: row.get("operation")?,
        at: row.get("at")?,
        user: row.get("user")?,
        action: row.get("action")?,
        subject: super::row::needed(row, "subject")?,
        record: row.get("record")?,
        before: fields("before")?,
        after: fields("after")?,
        why: row.get("why")?,
        reverts: row.get("reverts")?,
    })
}
