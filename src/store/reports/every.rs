//! Every figure by number: several statements read side by side, so that a row costs no look-up.

use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator as _;
use rusqlite::{Row, Rows, Statement};

use super::account::{Account, Source};
use super::lump::{Lump, day, needed, read_common, single_sum, term};
use crate::figure::Bound;
use crate::ledger::Links;
use crate::ledger::count::Reason;
use crate::store::reports::lump::Single;
use crate::store::{Store, StoreError};

/// Hands every figure to `take`, by number.
///
/// # Errors
/// When the database cannot be read, or `take` fails.
pub fn each_account<E: From<StoreError>>(
    store: &Store,
    mut take: impl FnMut(&Account) -> Result<(), E>,
) -> Result<(), E> {
    let prepare = |sql| store.connection.prepare(sql).map_err(StoreError::from);
    let mut figures = prepare(include_str!("../../../sql/reports/every_figure.sql"))?;
    let mut mentions = prepare(include_str!("../../../sql/reports/first_mentions.sql"))?;
    let mut links = prepare(include_str!("../../../sql/reports/sure_links.sql"))?;
    let mut rows = figures.query([]).map_err(StoreError::from)?;
    let mut beside = Beside {
        mentions: Cursor::new(mentions.query([]).map_err(StoreError::from)?)?,
        links: Cursor::new(links.query([]).map_err(StoreError::from)?)?,
        find: prepare(include_str!("../../../sql/reports/document.sql"))?,
        document: None,
    };
    while let Some(row) = rows.next().map_err(StoreError::from)? {
        let account = read(row, &mut beside).map_err(StoreError::from)?;
        take(&account)?;
    }
    Ok(())
}

/// What is read beside the figures.
struct Beside<'s> {
    mentions: Cursor<'s>,
    links: Cursor<'s>,
    find: Statement<'s>,
    /// The last document: figures mostly follow each other within one.
    document: Option<(i64, Source)>,
}

/// Rows that begin with a figure's number, in its order.
struct Cursor<'s> {
    rows: Rows<'s>,
    next: Option<i64>,
}

impl<'s> Cursor<'s> {
    fn new(rows: Rows<'s>) -> Result<Self, StoreError> {
        let mut cursor = Self { rows, next: None };
        cursor.step()?;
        Ok(cursor)
    }

    fn step(&mut self) -> rusqlite::Result<()> {
        self.next = self.rows.next()?.map(|row| row.get(0)).transpose()?;
        Ok(())
    }

    /// Hands the rows of a figure to `take`; those of figures before it are passed by.
    fn of(
        &mut self,
        figure: i64,
        mut take: impl FnMut(&Row<'_>) -> rusqlite::Result<()>,
    ) -> rusqlite::Result<()> {
        while let Some(next) = self.next.filter(|next| *next <= figure) {
            if let Some(row) = self.rows.get().filter(|_| next == figure) {
                take(row)?;
            }
            self.step()?;
        }
        Ok(())
    }
}

impl Beside<'_> {
    fn links(&mut self, figure: i64) -> rusqlite::Result<Links> {
        let mut links = Links::default();
        self.links.of(figure, |row| {
            let target = row.get(2)?;
            match row.get_ref(1)?.as_str()? {
                "part_of" => links.part_of = target,
                "equivalent_of" => links.equivalent_of = target,
                "same_as" => links.same_as = target,
                _ => links.superseded_by = target,
            }
            Ok(())
        })?;
        Ok(links)
    }

    fn mention(&mut self, figure: i64) -> rusqlite::Result<Option<(i64, i64, String)>> {
        let mut mention = None;
        self.mentions.of(figure, |row| {
            mention = Some((row.get(1)?, row.get(2)?, row.get(3)?));
            Ok(())
        })?;
        Ok(mention)
    }

    /// The document's side of a source.
    fn source(&mut self, document: Option<i64>) -> rusqlite::Result<Source> {
        let Some(id) = document else { return Ok(Source::default()) };
        if let Some((_, source)) = self.document.as_ref().filter(|(known, _)| *known == id) {
            return Ok(source.clone());
        }
        // A document that came later than a past state is not there; its figures are neither.
        let mut found = self.find.query([id])?;
        let source = match found.next()? {
            None => Source { document, ..Source::default() },
            Some(row) => Source {
                document,
                title: row.get(0)?,
                url: row.get(1)?,
                published: day(row, 2)?,
                publisher: row.get(3)?,
            },
        };
        self.document = Some((id, source.clone()));
        Ok(source)
    }
}

fn read(row: &Row<'_>, beside: &mut Beside<'_>) -> rusqlite::Result<Account> {
    let id = row.get(10)?;
    let mut source = beside.source(row.get(11)?)?;
    if source.url.is_none() {
        source.url = row.get(28)?;
    }
    let single = Single {
        recipient: row.get(17)?,
        item: row.get(18)?,
        status: needed(row, 19)?,
        confidence: row.get(20)?,
        publisher: source.publisher.clone(),
    };
    let lump = Lump { sum: single_sum(row)?, single: Some(single), ..read_common(row)? };
    Ok(Account {
        id,
        value: row.get(13)?,
        low: row.get(14)?,
        high: row.get(15)?,
        bound: term(row, 16)?.unwrap_or(Bound::Exact),
        counted: row.get(12)?,
        reason: Reason::parse(row.get_ref(21)?.as_str()?).unwrap_or(Reason::Counted),
        links: beside.links(id)?,
        cumulative: row.get(22)?,
        derived: row.get(23)?,
        speaker: row.get(24)?,
        wording: row.get(25)?,
        sentence: row.get(26)?,
        purpose: row.get(27)?,
        mention: beside.mention(id)?,
        source,
        lump,
    })
}
