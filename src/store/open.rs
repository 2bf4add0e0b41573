//! Opens a database, makes a missing one, brings an older one up to date.
//!
//! The log is written ahead (WAL) and flushed at every commit (`synchronous = FULL`): what a
//! command reported as done survives a kill and a power cut. Several processes may read while one
//! writes; a second writer waits.

use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, MAIN_DB, OpenFlags, TransactionBehavior};

use super::error::StoreError;

/// "pldg": tells our files from other programs' SQLite databases.
const APPLICATION_ID: i64 = 0x706C_6467;
const CACHE_KIB: i64 = 32 * 1024;
/// A connection belongs to one thread, so it needs no lock of its own.
const READING: OpenFlags = OpenFlags::SQLITE_OPEN_READ_ONLY.union(OpenFlags::SQLITE_OPEN_NO_MUTEX);
const PATIENCE: Duration = Duration::from_mins(1);

#[allow(missing_docs)]
mod files {
    refinery::embed_migrations!("sql/migrations");
}

/// Opens the database in this file, making it when missing.
///
/// # Errors
/// When the file is something else, of a newer version, or may not be written.
pub fn open(path: &Path) -> Result<Connection, StoreError> {
    let mut connection = Connection::open(path)?;
    prepare(&connection)?;
    if version(&connection)? == Some(known_version()) {
        stay_ahead(&connection)?;
    } else {
        migrate(&mut connection)?;
    }
    Ok(connection)
}

/// Opens an existing database without the right to change it.
///
/// # Errors
/// When there is none, or it is of another version.
pub fn open_to_read(path: &Path) -> Result<Connection, StoreError> {
    let connection = Connection::open_with_flags(path, READING)?;
    connection.busy_timeout(PATIENCE)?;
    match version(&connection)? {
        Some(version) if version == known_version() => Ok(connection),
        Some(version) => Err(StoreError::Newer { found: version, known: known_version() }),
        None => Err(StoreError::Foreign),
    }
}

/// A database in memory, for tests and for reading without keeping.
///
/// # Errors
/// When memory runs out.
pub fn in_memory() -> Result<Connection, StoreError> {
    let mut connection = Connection::open_in_memory()?;
    prepare(&connection)?;
    migrate(&mut connection)?;
    Ok(connection)
}

fn prepare(connection: &Connection) -> Result<(), StoreError> {
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // One plan a statement: planning anew for each bound value took a third of the time of `add`.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(128);
    // A document touches some hundreds of pages; with the usual 2 MB they were read and written twice.
    connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
    Ok(())
}

/// The version of the tables; nothing in a new file.
fn version(connection: &Connection) -> Result<Option<i64>, StoreError> {
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if tables == 0 {
        return Ok(None);
    }
    let ours: i64 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if ours != APPLICATION_ID {
        return Err(StoreError::Foreign);
    }
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let known = known_version();
    if found > known { Err(StoreError::Newer { found, known }) } else { Ok(Some(found)) }
}

fn known_version() -> i64 {
    static KNOWN: LazyLock<i64> = LazyLock::new(|| {
        let runner = files::migrations::runner();
        runner.get_migrations().iter().map(|m| i64::from(m.version())).max().unwrap_or(0)
    });
    *KNOWN
}

/// Makes or updates the tables under the write lock and in one transaction, so that of two
/// processes that find the same new file only one does the work, and nobody sees half of it.
fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    write_ahead(connection)?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let done = version(&transaction)?.unwrap_or(0);
    let runner = files::migrations::runner();
    let mut missing: Vec<_> =
        runner.get_migrations().iter().filter(|m| i64::from(m.version()) > done).collect();
    missing.sort_by_key(|m| m.version());
    for migration in missing {
        let failed = |error| StoreError::Migration { name: migration.name().to_owned(), error };
        transaction.execute_batch(migration.sql().unwrap_or_default()).map_err(failed)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", known_version())?;
    super::names::fill_currencies(&transaction)?;
    super::names::fill_firms(&transaction)?;
    transaction.commit()?;
    Ok(())
}

/// A copy by `backup` comes without the write-ahead log; it is turned on when the copy is first used
/// as a ledger. One that may not be written is read as it is.
fn stay_ahead(connection: &Connection) -> Result<(), StoreError> {
    let mode: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
    if mode == "wal" || connection.is_readonly(MAIN_DB)? { Ok(()) } else { write_ahead(connection) }
}

/// Turns the write-ahead log on. SQLite does not wait for other processes here, so we do.
fn write_ahead(connection: &Connection) -> Result<(), StoreError> {
    let started = Instant::now();
    loop {
        let done = connection.pragma_update(None, "journal_mode", "WAL").map_err(StoreError::from);
        match done {
            Err(StoreError::Busy) if started.elapsed() < PATIENCE => {
                std::thread::sleep(Duration::from_millis(20));
            }
            done => return done,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_database_of_ours_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let text = folder.path().join("notes.db");
        std::fs::write(&text, "no database, just a long enough text ".repeat(40)).unwrap();
        let other = folder.path().join("other.db");
        Connection::open(&other).unwrap().execute_batch("CREATE TABLE cats (name TEXT)").unwrap();
        let newer = folder.path().join("newer.db");
        open(&newer).unwrap().pragma_update(None, "user_version", known_version() + 1).unwrap();
        let table = [
            (text, "is no pledgebook database"),
            (other, "of another program"),
            (newer, "install a newer pledgebook"),
            (folder.path().join("no/such/folder/x.db"), "check that its folder exists"),
        ];
        for (path, says) in table {
            let before = std::fs::read(&path).ok();
            let error = open(&path).unwrap_err().to_string();
            assert!(error.contains(says), "{}: {error}", path.display());
            assert_eq!(before, std::fs::read(&path).ok(), "{} was changed", path.display());
        }
    }

    #[test]
    fn eight_processes_may_make_the_same_new_database() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new.db");
        std::thread::scope(|scope| {
            let all: Vec<_> = (0..8).map(|_| scope.spawn(|| open(&path).map(drop))).collect();
            for one in all {
                one.join().unwrap().unwrap();
            }
        });
    }

    #[test]
    fn a_copy_is_written_ahead_as_its_original() {
        let folder = tempfile::tempdir().unwrap();
        let copy = folder.path().join("copy.db");
        let store = crate::store::Store::open(&folder.path().join("x.db")).unwrap();
        store.backup(&copy).unwrap();
        let mode: String = open(&copy)
            .unwrap()
            .pragma_query_value(None, "journal_mode", |row| row.get(0))
            .unwrap();
        assert_eq!(mode, "wal");
    }

    #[test]
    fn a_full_disk_is_named_and_nothing_is_half_written() {
        let connection = in_memory().unwrap();
        let pages: i64 = connection.pragma_query_value(None, "page_count", |r| r.get(0)).unwrap();
        connection.pragma_update(None, "max_page_count", pages).unwrap();
        let insert =
            "INSERT INTO parties (code, iso3, name) VALUES ('XX', NULL, hex(zeroblob(1000000)))";
        let error = StoreError::from(connection.execute(insert, []).unwrap_err());
        assert!(error.to_string().contains("the disk is full"), "{error}");
        let rows: i64 =
            connection.query_row("SELECT count(*) FROM parties", [], |r| r.get(0)).unwrap();
        assert_eq!(rows, 0);
    }
}
