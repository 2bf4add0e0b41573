//! Whether the database holds together.

use super::documents::sha256;
use super::{Edit, Store, StoreError, Subject};

/// A citation whose wording does not stand at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FalseCitation {
    /// The figure.
    pub figure: i64,
    /// The document.
    pub document: i64,
    /// What should stand there.
    pub quote: String,
    /// What does.
    pub there: String,
}

impl Store {
    /// What the database itself finds wrong: damaged pages, broken indexes, links to nowhere.
    ///
    /// # Errors
    /// When it cannot even be looked at.
    pub fn integrity(&self) -> Result<Vec<String>, StoreError> {
        let mut problems = Vec::new();
        let mut check = self.connection.prepare("PRAGMA integrity_check")?;
        for row in check.query_map([], |row| row.get::<_, String>(0))? {
            match row.map_err(StoreError::from) {
                Ok(problem) => problems.push(problem),
                // What was found before it could not go on says where.
                Err(StoreError::Damaged(why)) if !problems.is_empty() => {
                    problems.push(why);
                    return Ok(problems);
                }
                Err(error) => return Err(error),
            }
        }
        problems.retain(|problem| problem != "ok");
        let mut check = self.connection.prepare("PRAGMA foreign_key_check")?;
        let broken = check.query_map([], |row| {
            let (table, id, parent): (String, Option<i64>, String) =
                (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(format!(
                "row {} of {table} names a row of {parent} that is not there",
                id.unwrap_or(0)
            ))
        })?;
        for row in broken {
            problems.push(row?);
        }
        Ok(problems)
    }

    /// Citations whose wording does not stand at their place.
    ///
    /// # Errors
    /// When the database fails.
    pub fn false_citations(&self) -> Result<Vec<FalseCitation>, StoreError> {
        let mut find = self.connection.prepare(
            "SELECT m.figure, m.document, m.quote, substr(d.text, m.start + 1, m.\"end\" - m.start) AS there
             FROM documents AS d JOIN mentions AS m ON m.document = d.id WHERE there <> m.quote",
        )?;
        let rows = find.query_map([], |row| {
            Ok(FalseCitation {
                figure: row.get(0)?,
                document: row.get(1)?,
                quote: row.get(2)?,
                there: row.get(3)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Documents whose text is not the one that was taken in.
    ///
    /// # Errors
    /// When the database fails.
    pub fn altered_documents(&self) -> Result<Vec<i64>, StoreError> {
        let mut find = self.connection.prepare("SELECT id, sha256, text FROM documents")?;
        let mut rows = find.query([])?;
        let mut altered = Vec::new();
        while let Some(row) = rows.next()? {
            let kept: String = row.get(1)?;
            if sha256(row.get_ref(2)?.as_str().unwrap_or_default()) != kept {
                altered.push(row.get(0)?);
            }
        }
        Ok(altered)
    }

    /// The highest number of a sort of row.
    ///
    /// # Errors
    /// When the database fails.
    pub fn last(&self, subject: Subject) -> Result<i64, StoreError> {
        let sql = match subject {
            Subject::Document => "SELECT ifnull(max(id), 0) FROM documents",
            Subject::Figure => "SELECT ifnull(max(id), 0) FROM figures",
            Subject::Link => "SELECT ifnull(max(id), 0) FROM links",
        };
        Ok(self.connection.query_row(sql, [], |row| row.get(0))?)
    }

    /// The changes of the rows with these numbers, by row, oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn edits_of_range(
        &self,
        subject: Subject,
        first: i64,
        last: i64,
    ) -> Result<Vec<Edit>, StoreError> {
        self.edits_where(
            "WHERE subject = ?1 AND record BETWEEN ?2 AND ?3 ORDER BY record, id",
            (subject.as_str(), first, last),
        )
    }

    /// The figures with these numbers.
    ///
    /// # Errors
    /// When the database fails.
    pub fn figures_of_range(
        &self,
        first: i64,
        last: i64,
    ) -> Result<Vec<crate::ledger::Record>, StoreError> {
        self.figures_where("WHERE f.id BETWEEN ?1 AND ?2 ORDER BY f.id", (first, last))
    }
}
