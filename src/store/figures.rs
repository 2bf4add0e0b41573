//! Figures, their donors and the places where they stand.

use rusqlite::{OptionalExtension, Params, ToSql, named_params};

use super::record::{SELECT, read};
use super::row::text;
use super::{Store, StoreError};
use crate::figure::{Category, MentionSpan, Per};
use crate::ledger::Record;
use crate::ledger::amount::to_minor;
use crate::lexicon::Party;

/// A place in a stored document where a figure stands.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Citation {
    /// The document's number.
    pub document: i64,
    /// The place and its wording.
    #[serde(flatten)]
    pub span: MentionSpan,
}

const INSERT: &str = "INSERT INTO figures
    (document, local, origin, kind, value, low, high, bound, unit, item, category, donor, recipient, stage,
     year_first, year_last, cumulative, sector, speaker, per, derived, confidence, announced, status,
     wording, sentence, purpose, reference, bucket)
    VALUES (:document, :local, :origin, :kind, :value, :low, :high, :bound, :unit, :item, :category, :donor,
     :recipient, :stage, :year_first, :year_last, :cumulative, :sector, :speaker, :per, :derived,
     :confidence, :announced, :status, :wording, :sentence, :purpose, :reference, :bucket)";

const UPDATE: &str = "UPDATE figures SET
    document = :document, local = :local, origin = :origin, kind = :kind, value = :value, low = :low,
    high = :high, bound = :bound, unit = :unit, item = :item, category = :category, donor = :donor,
    recipient = :recipient, stage = :stage, year_first = :year_first, year_last = :year_last,
    cumulative = :cumulative, sector = :sector, speaker = :speaker, per = :per, derived = :derived,
    confidence = :confidence, announced = :announced, status = :status, wording = :wording,
    sentence = :sentence, purpose = :purpose, reference = :reference, bucket = :bucket
    WHERE id = :id";

impl Store {
    /// Writes a new figure and returns its number; the record's own `id` is not looked at.
    ///
    /// # Errors
    /// When an amount does not fit, or the database fails.
    pub fn insert_figure(&self, record: &Record) -> Result<i64, StoreError> {
        self.write_figure(INSERT, record, None)?;
        let id = self.connection.last_insert_rowid();
        self.write_donors(id, record)?;
        Ok(id)
    }

    /// Writes a figure that is lost under its own number.
    ///
    /// # Errors
    /// When there is one, an amount does not fit, or the database fails.
    pub fn restore_figure(
        &self,
        record: &Record,
        citations: &[Citation],
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO figures (id, origin, kind, bound, donor, stage, sector, confidence)
                   VALUES (?1, 'extracted', 'quantity', 'exact', '', 'pledge', 'other', 0)";
        self.connection.prepare_cached(sql)?.execute([record.id])?;
        self.update_figure(record)?;
        if self.citations(record.id)?.is_empty() {
            self.insert_citations(record.id, citations)?;
        }
        Ok(())
    }

    /// The numbers of figures that the history knows and that are not there.
    ///
    /// # Errors
    /// When the database fails.
    pub fn lost_figures(&self) -> Result<Vec<i64>, StoreError> {
        let sql = "SELECT DISTINCT record FROM edits WHERE subject = 'figure'
                   AND record NOT IN (SELECT id FROM figures) ORDER BY record";
        let mut find = self.connection.prepare(sql)?;
        Ok(find.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// Writes the facts of an existing figure; links and counts are written by others.
    ///
    /// # Errors
    /// When an amount does not fit, or the database fails.
    pub fn update_figure(&self, record: &Record) -> Result<(), StoreError> {
        self.write_figure(UPDATE, record, Some(record.id))?;
        self.connection
            .prepare_cached("DELETE FROM figure_donors WHERE figure = ?1")?
            .execute([record.id])?;
        self.write_donors(record.id, record)
    }

    fn write_figure(&self, sql: &str, r: &Record, id: Option<i64>) -> Result<(), StoreError> {
        let unit = r.unit.as_deref();
        let minor = |amount: Option<_>| amount.map(|a| to_minor(a, unit)).transpose();
        let value = minor(r.value)?;
        if let Some(recipient) = &r.recipient {
            super::names::fill_party(&self.connection, recipient)?;
        }
        let (low, high) = (minor(r.low)?, minor(r.high)?);
        // A range is looked for under its upper end, which is what articles repeat.
        let bucket = high.or(value).map(bucket);
        let (year_first, year_last) = (r.years.map(|y| y.0), r.years.map(|y| y.1));
        let (category, per) = (r.category.map(Category::as_str), r.per.map(Per::as_str));
        let named = named_params! {
            ":document": r.document, ":local": r.local, ":origin": r.origin.as_str(),
            ":kind": r.kind.as_str(), ":value": value, ":low": low, ":high": high,
            ":bound": r.bound.as_str(), ":unit": r.unit, ":item": r.item, ":category": category,
            ":donor": r.donor_key(), ":recipient": r.recipient.as_ref().map(Party::code),
            ":stage": r.stage.as_str(), ":year_first": year_first, ":year_last": year_last,
            ":cumulative": r.cumulative, ":sector": r.sector.as_str(), ":speaker": r.speaker,
            ":per": per, ":derived": r.derived, ":confidence": r.confidence.hundredths(),
            ":announced": text(r.announced.as_ref()), ":status": r.status.as_str(),
            ":wording": r.wording, ":sentence": r.sentence, ":purpose": r.purpose,
            ":reference": r.reference, ":bucket": bucket,
        };
        let mut all: Vec<(&str, &dyn ToSql)> = named.to_vec();
        if id.is_some() {
            all.push((":id", &id));
        }
        self.connection.prepare_cached(sql)?.execute(all.as_slice())?;
        Ok(())
    }

    fn write_donors(&self, id: i64, record: &Record) -> Result<(), StoreError> {
        let sql = "INSERT INTO figure_donors (figure, position, party) VALUES (?1, ?2, ?3)";
        for (position, party) in record.donors.iter().enumerate() {
            super::names::fill_party(&self.connection, party)?;
            self.connection.prepare_cached(sql)?.execute((id, position as i64, party.code()))?;
        }
        Ok(())
    }

    /// Writes the places where a figure stands.
    ///
    /// # Errors
    /// When the database fails.
    pub fn insert_citations(&self, figure: i64, all: &[Citation]) -> Result<(), StoreError> {
        let sql = "INSERT INTO mentions (figure, position, document, start, \"end\", quote)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        for (position, Citation { document, span }) in all.iter().enumerate() {
            self.connection.prepare_cached(sql)?.execute((
                figure,
                position as i64,
                document,
                span.start as i64,
                span.end as i64,
                &span.quote,
            ))?;
        }
        Ok(())
    }

    /// The places where a figure stands, in the order of the text.
    ///
    /// # Errors
    /// When the database fails.
    pub fn citations(&self, figure: i64) -> Result<Vec<Citation>, StoreError> {
        let sql = "SELECT document, start, \"end\", quote FROM mentions WHERE figure = ?1 ORDER BY position";
        let mut find = self.connection.prepare_cached(sql)?;
        let rows = find.query_map([figure], |row| {
            let (start, end): (i64, i64) = (row.get(1)?, row.get(2)?);
            let span = MentionSpan { start: start as usize, end: end as usize, quote: row.get(3)? };
            Ok(Citation { document: row.get(0)?, span })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// A figure by its number.
    ///
    /// # Errors
    /// When the database fails.
    pub fn figure(&self, id: i64) -> Result<Option<Record>, StoreError> {
        let sql = format!("{SELECT} WHERE f.id = ?1");
        Ok(self.connection.prepare_cached(&sql)?.query_row([id], read).optional()?)
    }

    /// The figures of a document, in the order of the text.
    ///
    /// # Errors
    /// When the database fails.
    pub fn figures_of(&self, document: i64) -> Result<Vec<Record>, StoreError> {
        self.figures_where("WHERE f.document = ?1 ORDER BY f.id", [document])
    }

    /// The figures with these numbers, ascending.
    ///
    /// # Errors
    /// When the database fails.
    pub fn figures_by_id(&self, ids: &[i64]) -> Result<Vec<Record>, StoreError> {
        let ids = serde_json::to_string(ids).unwrap_or_default();
        self.figures_where("WHERE f.id IN (SELECT value FROM json_each(?1)) ORDER BY f.id", [ids])
    }

    /// The figures that a condition of the store picks.
    pub(super) fn figures_where(
        &self,
        tail: &str,
        params: impl Params,
    ) -> Result<Vec<Record>, StoreError> {
        let mut find = self.connection.prepare_cached(&format!("{SELECT} {tail}"))?;
        Ok(find.query_map(params, read)?.collect::<Result<_, _>>()?)
    }
}

/// The order of size of an amount: quarters of an octave, so that two amounts that differ by
/// rounding lie in the same or in neighbouring buckets.
pub(super) fn bucket(minor: i64) -> i64 {
    let size = minor.unsigned_abs().max(1);
    let octave = 63 - i64::from(size.leading_zeros());
    let quarter = if octave >= 2 { (size >> (octave - 2)) & 3 } else { (size << (2 - octave)) & 3 };
    octave * 4 + quarter as i64
}

#[cfg(test)]
mod tests {
    use super::bucket;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn rounding_moves_an_amount_by_a_bucket_at_most(minor in 1_000_i64..1_000_000_000_000_000, off in -10_i64..=10) {
            let rounded = minor + minor * off / 100;
            prop_assert!((bucket(minor) - bucket(rounded)).abs() <= 1, "{} {}", minor, rounded);
        }
    }
}
