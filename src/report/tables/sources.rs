//! `sources`: every document and every other source.

use crate::report::table::{Column, Sink, Table, TableError};
use crate::store::Store;
use crate::store::reports::sources;

/// Every source of the ledger, documents first.
#[derive(Debug, Clone, Copy)]
pub struct Sources;

impl Table for Sources {
    fn name(&self) -> &'static str {
        "sources"
    }

    fn about(&self) -> &'static str {
        "Every document and every other source, with how many figures it gives"
    }

    fn columns(&self) -> Vec<Column> {
        COLUMNS.to_vec()
    }

    fn rows(&self, store: &Store, sink: &mut Sink<'_>) -> Result<(), TableError> {
        for source in sources(store)? {
            sink(vec![
                source.source_id.into(),
                source.title.into(),
                source.publisher.into(),
                source.author.into(),
                source.published.into(),
                source.url.into(),
                source.lang.into(),
                source.sha256.into(),
                source.figures.into(),
                source.counted.into(),
            ])?;
        }
        Ok(())
    }
}

const COLUMNS: [Column; 10] = [
    Column::text(
        "source_id",
        "d and the document's number, or r and the first figure that names it",
    ),
    Column::text("title", "The headline"),
    Column::text("publisher", "The outlet or office"),
    Column::text("author", "The byline"),
    Column::date("published", "Day of publication"),
    Column::text("url", "Where it was found, or the reference as given"),
    Column::text("lang", "ISO 639-1 language"),
    Column::text("sha256", "Of the stored text"),
    Column::integer("figures", "How many figures stand in it"),
    Column::integer("counted", "How many of them count"),
];
