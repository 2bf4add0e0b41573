//! Copies of a database in use, and what can be saved of a damaged one.

use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, params_from_iter};

use super::{Store, StoreError};

/// The tables. The history comes first: it tells which rows there were.
const TABLES: [&str; 9] = [
    "edits",
    "currencies",
    "parties",
    "documents",
    "figures",
    "figure_donors",
    "mentions",
    "links",
    "rates",
];

/// Where nothing tells how many rows there were, they are looked for up to this number.
const UNKNOWN: i64 = 1 << 16;

/// How many rows of a table were saved, and how many seem lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// The table.
    pub table: &'static str,
    /// Rows that are in the new file.
    pub saved: u64,
    /// Rows that could not be read; of a table without numbers the gaps in it.
    pub gaps: u64,
}

impl Store {
    /// Writes a consistent copy into a new file, while others may be writing here.
    ///
    /// # Errors
    /// When the file is there already, or cannot be written.
    pub fn backup(&self, file: &Path) -> Result<(), StoreError> {
        let folder = file.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let cannot = |error: std::io::Error| StoreError::CannotOpen(error.to_string());
        if file.exists() {
            return Err(StoreError::Exists(file.display().to_string()));
        }
        // Under another name first: the file appears whole or not at all.
        let part =
            tempfile::Builder::new().prefix(".pledgebook-").tempdir_in(folder).map_err(cannot)?;
        let copy = part.path().join("copy.db");
        self.connection.execute("VACUUM INTO ?1", [copy.to_string_lossy()])?;
        std::fs::File::open(&copy).and_then(|f| f.sync_all()).map_err(cannot)?;
        std::fs::rename(&copy, file).map_err(cannot)
    }

    /// Fills this new database with what can be read of a damaged one.
    ///
    /// # Errors
    /// When nothing of it can be read, or this one cannot be written.
    pub fn recover_from(&self, damaged: &Path) -> Result<Vec<Saved>, StoreError> {
        let old = Connection::open_with_flags(damaged, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        old.pragma_update(None, "cell_size_check", true)?;
        // Otherwise a file that was cut off is not read at all.
        old.pragma_update(None, "writable_schema", true)?;
        let all = || TABLES.into_iter().map(|table| self.save(&old, table)).collect();
        let saved: Vec<Saved> = self.loosely(all)?;
        if saved.iter().all(|one| one.saved == 0) {
            return Err(StoreError::Lost);
        }
        Ok(saved)
    }

    /// Runs `work` in one transaction, in which rows may name what is lost.
    ///
    /// # Errors
    /// Those of `work`, and when the database fails.
    pub fn loosely<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce() -> Result<T, E>,
    ) -> Result<T, E> {
        let run = |sql| self.connection.execute_batch(sql).map_err(StoreError::from);
        run("PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE")?;
        let done = work();
        run(if done.is_ok() { "COMMIT" } else { "ROLLBACK" })?;
        run("PRAGMA foreign_keys = ON")?;
        done
    }

    /// Reads a table from both ends of each gap that cannot be read.
    fn save(&self, old: &Connection, table: &'static str) -> Result<Saved, StoreError> {
        let mut done = Saved { table, saved: 0, gaps: 0 };
        if old.prepare(&format!("SELECT * FROM {table}")).is_err() {
            done.gaps = 1;
            return Ok(done);
        }
        let keyed = matches!(table, "documents" | "figures" | "links" | "edits");
        if !keyed {
            let all = format!("SELECT * FROM {table}");
            done.gaps += u64::from(self.pour(old, table, &all, &mut done.saved).is_err());
            return Ok(done);
        }
        let last = match table {
            "edits" => old.query_row("SELECT max(id) FROM edits", [], |row| row.get(0)),
            _ => self.connection.query_row(
                "SELECT max(record) FROM edits WHERE subject = ?1",
                [table.trim_end_matches('s')],
                |row| row.get(0),
            ),
        };
        let last: Option<i64> = last.unwrap_or(None);
        let mut blocks = vec![(1, last.unwrap_or(UNKNOWN))];
        while let Some((first, end)) = blocks.pop() {
            let some =
                format!("SELECT * FROM {table} NOT INDEXED WHERE id BETWEEN {first} AND {end}");
            let before = done.saved;
            if self.pour(old, table, &some, &mut done.saved).is_ok() {
                continue;
            }
            // What was poured of the block is there already and is left alone the second time.
            done.saved = before;
            if first == end {
                // Where nothing tells how many rows there were, one gap stands for all.
                done.gaps = 1;
            } else {
                let middle = first + (end - first) / 2;
                blocks.extend([(middle + 1, end), (first, middle)]);
            }
        }
        let count = format!("SELECT count(*) FROM {table}");
        let rows: i64 = self.connection.query_row(&count, [], |row| row.get(0))?;
        done.saved = rows.unsigned_abs();
        // Numbers are given without a gap, so that what is not there is lost.
        if let Some(last) = last {
            done.gaps = last.unsigned_abs().saturating_sub(done.saved);
        }
        Ok(done)
    }

    fn pour(
        &self,
        old: &Connection,
        table: &str,
        sql: &str,
        saved: &mut u64,
    ) -> Result<(), StoreError> {
        let mut read = old.prepare(sql)?;
        let names: Vec<String> = read.column_names().map(|n| format!("\"{n}\"")).collect();
        let marks = vec!["?"; names.len()].join(", ");
        let insert =
            format!("INSERT OR IGNORE INTO {table} ({}) VALUES ({marks})", names.join(", "));
        let mut rows = read.query([])?;
        while let Some(row) = rows.next()? {
            let values: Result<Vec<Value>, _> = (0..names.len()).map(|n| row.get(n)).collect();
            *saved +=
                self.connection.prepare_cached(&insert)?.execute(params_from_iter(values?))? as u64;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_does_not_overwrite() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("x.db")).unwrap();
        let copy = folder.path().join("copy.db");
        store.backup(&copy).unwrap();
        assert!(store.backup(&copy).unwrap_err().to_string().contains("there already"));
        Store::open(&copy).unwrap();
        assert_eq!(
            std::fs::read_dir(folder.path())
                .unwrap()
                .flatten()
                .filter(|e| { e.file_name().to_string_lossy().starts_with(".pledgebook-") })
                .count(),
            0
        );
    }
}
