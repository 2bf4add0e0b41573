//! Links between figures.

use rusqlite::{OptionalExtension, Row, params};

use super::row::needed;
use super::{Store, StoreError};
use crate::ledger::{LinkState, Relation};

/// What one figure is to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its number.
    pub id: i64,
    /// The part, the equivalent, the twin, the one superseded.
    pub figure: i64,
    /// What it is to the target.
    pub relation: Relation,
    /// The whole, the original, the successor.
    pub target: i64,
    /// Whether it holds.
    pub state: LinkState,
    /// Why it was drawn.
    pub reason: Option<String>,
}

impl Store {
    /// Writes a link and returns its number; one that is there already takes the new state.
    ///
    /// # Errors
    /// When the figure has a sure link of this sort to another figure, or the database fails.
    pub fn set_link(&self, link: &Link) -> Result<i64, StoreError> {
        let sql = "INSERT INTO links (figure, relation, target, state, reason) VALUES (?1, ?2, ?3, ?4, ?5)
                   ON CONFLICT (figure, relation, target)
                   DO UPDATE SET state = excluded.state, reason = excluded.reason RETURNING id";
        let relation = link.relation.as_str();
        let values = params![link.figure, relation, link.target, link.state.as_str(), link.reason];
        Ok(self.connection.prepare_cached(sql)?.query_row(values, |row| row.get(0))?)
    }

    /// A link by its number.
    ///
    /// # Errors
    /// When the database fails.
    pub fn link(&self, id: i64) -> Result<Option<Link>, StoreError> {
        let sql = "SELECT * FROM links WHERE id = ?1";
        Ok(self.connection.prepare_cached(sql)?.query_row([id], read).optional()?)
    }

    /// The link of this sort between two figures, whatever its state.
    ///
    /// # Errors
    /// When the database fails.
    pub fn link_between(
        &self,
        figure: i64,
        relation: Relation,
        target: i64,
    ) -> Result<Option<Link>, StoreError> {
        let sql = "SELECT * FROM links WHERE figure = ?1 AND relation = ?2 AND target = ?3";
        let mut find = self.connection.prepare_cached(sql)?;
        Ok(find.query_row(params![figure, relation.as_str(), target], read).optional()?)
    }

    /// All links from and to a figure, whatever their state.
    ///
    /// # Errors
    /// When the database fails.
    pub fn links_of(&self, figure: i64) -> Result<Vec<Link>, StoreError> {
        let sql = "SELECT * FROM links WHERE figure = ?1
                   UNION SELECT * FROM links WHERE target = ?1 ORDER BY id";
        let mut find = self.connection.prepare_cached(sql)?;
        Ok(find.query_map([figure], read)?.collect::<Result<_, _>>()?)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Link> {
    Ok(Link {
        id: row.get("id")?,
        figure: row.get("figure")?,
        relation: needed(row, "relation")?,
        target: row.get("target")?,
        state: needed(row, "state")?,
        reason: row.get("reason")?,
    })
}
