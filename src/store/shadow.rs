//! The database as it was: tables of the same names that cover the real ones on this connection.
//!
//! SQLite looks for a name among the temporary tables first, so every query of the program, those
//! of the reports too, sees the past without knowing. The file itself is not touched.

use std::path::PathBuf;

use rusqlite::params;

use super::{Edit, Store, StoreError};

/// The tables whose rows change; a copy of each is wound back.
const WOUND_BACK: [&str; 3] = ["figures", "figure_donors", "links"];

impl Store {
    /// Covers the tables with copies, and returns the changes after the moment, the latest first,
    /// for the caller to take back.
    ///
    /// # Errors
    /// When the database fails.
    pub fn shadow(&self, moment: &str) -> Result<Vec<Edit>, StoreError> {
        // "2025-01-13" is the end of that day, "2025-01-13T09" the end of that hour.
        let after = format!("{moment}~");
        let mut later = self.edits_where("WHERE at > ?1 ORDER BY +id", [&after])?;
        later.reverse();
        // References do not reach from the copies into the file.
        self.connection.pragma_update(None, "foreign_keys", false)?;
        for table in WOUND_BACK {
            self.copy(table)?;
        }
        for table in ["documents", "edits"] {
            let moment = if table == "documents" { "added" } else { "at" };
            self.connection.execute_batch(&format!(
                "CREATE TEMP VIEW {table} AS SELECT * FROM main.{table} WHERE {moment} <= '{}'",
                after.replace('\'', "''")
            ))?;
        }
        Ok(later)
    }

    /// The file, where another reader of it sees what this one does: a ledger as it was lies in tables of
    /// its own connection.
    pub(super) fn file(&self) -> Result<Option<PathBuf>, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM temp.sqlite_schema WHERE name = 'figures')";
        let past: bool = self.connection.query_row(sql, [], |row| row.get(0))?;
        let path = self.connection.path().filter(|path| !path.is_empty() && !past);
        Ok(path.map(PathBuf::from))
    }

    /// Another reader of the same file; none where it would not see the same.
    ///
    /// # Errors
    /// When the file cannot be opened once more.
    pub fn again(&self) -> Result<Option<Self>, StoreError> {
        self.file()?.map(|path| Self::open_to_read(&path)).transpose()
    }

    fn copy(&self, table: &str) -> Result<(), StoreError> {
        let find = "SELECT type, sql FROM main.sqlite_schema
                    WHERE tbl_name = ?1 AND sql IS NOT NULL AND type IN ('table', 'index')
                    ORDER BY type DESC";
        let mut find = self.connection.prepare(find)?;
        let parts: Vec<(String, String)> = find
            .query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        for (sort, sql) in parts {
            if sort == "table" {
                let temporary = sql.replacen("CREATE TABLE ", "CREATE TEMP TABLE ", 1);
                self.connection.execute_batch(&temporary)?;
                let fill = format!("INSERT INTO temp.{table} SELECT * FROM main.{table}");
                self.connection.execute_batch(&fill)?;
            } else {
                let temporary = sql.replacen(" INDEX ", " INDEX temp.", 1);
                self.connection.execute_batch(&temporary)?;
            }
        }
        Ok(())
    }

    /// Takes a figure out of the copies, as if it had not come in yet.
    ///
    /// # Errors
    /// When the database fails.
    pub fn forget_figure(&self, id: i64) -> Result<(), StoreError> {
        for sql in [
            "DELETE FROM temp.figure_donors WHERE figure = ?1",
            "DELETE FROM temp.links WHERE figure = ?1 OR target = ?1",
            "DELETE FROM temp.figures WHERE id = ?1",
        ] {
            self.connection.prepare_cached(sql)?.execute(params![id])?;
        }
        Ok(())
    }

    /// Takes a link out of the copies.
    ///
    /// # Errors
    /// When the database fails.
    pub fn forget_link(&self, id: i64) -> Result<(), StoreError> {
        self.connection.prepare_cached("DELETE FROM temp.links WHERE id = ?1")?.execute([id])?;
        Ok(())
    }
}
