//! The SQL function `tally`: adds up a group's figures exactly and keeps their numbers.
//!
//! SQLite's own `sum` gives up beyond 2⁶³ and knows nothing of bounds; this one adds in 128 bits
//! and gives the sum, its ends, the figures and their documents back as one blob.

use rusqlite::functions::{Aggregate, Context, FunctionFlags};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Result, Row};

use super::Sum;

struct Tally;

pub(super) fn register(connection: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    connection.create_aggregate_function("tally", 7, flags, Tally)
}

impl Aggregate<Sum, Vec<u8>> for Tally {
    fn init(&self, _: &mut Context<'_>) -> Result<Sum> {
        Ok(Sum { high: Some(0), ..Sum::default() })
    }

    fn step(&self, context: &mut Context<'_>, sum: &mut Sum) -> Result<()> {
        let int = |nth: usize| match context.get_raw(nth) {
            ValueRef::Integer(number) => Some(number),
            _ => None,
        };
        let bound = context.get_raw(6).as_bytes()?;
        let figure = Figure {
            id: int(0).unwrap_or_default(),
            document: int(1),
            counted: int(2).unwrap_or_default(),
            value: int(3),
            low: int(4),
            high: int(5),
        };
        add(sum, &figure, bound);
        Ok(())
    }

    fn finalize(&self, _: &mut Context<'_>, sum: Option<Sum>) -> Result<Vec<u8>> {
        Ok(pack(&sum.unwrap_or_default()))
    }
}

/// The columns that a sum is made of.
struct Figure {
    id: i64,
    document: Option<i64>,
    counted: i64,
    value: Option<i64>,
    low: Option<i64>,
    high: Option<i64>,
}

/// One figure of `figures.sql` as a sum.
pub(super) fn one(row: &Row<'_>) -> Result<Sum> {
    let figure = Figure {
        id: row.get(10)?,
        document: row.get(11)?,
        counted: row.get::<_, Option<i64>>(12)?.unwrap_or_default(),
        value: row.get(13)?,
        low: row.get(14)?,
        high: row.get(15)?,
    };
    let mut sum = Sum { high: Some(0), ..Sum::default() };
    add(&mut sum, &figure, row.get_ref(16)?.as_bytes()?);
    Ok(sum)
}

/// A remainder keeps the bounds of its whole, less what the parts took.
fn add(sum: &mut Sum, figure: &Figure, bound: &[u8]) {
    let counted = i128::from(figure.counted);
    let taken = i128::from(figure.value.unwrap_or(figure.counted)) - counted;
    let end = |end: Option<i64>| end.map_or(counted, |e| (i128::from(e) - taken).max(0));
    let (low, high) = match bound {
        b"at_least" => (counted, None),
        b"at_most" => (0, Some(counted)),
        b"range" => (end(figure.low), Some(end(figure.high))),
        _ => (counted, Some(counted)),
    };
    sum.amount += counted;
    sum.low += low;
    sum.high = sum.high.zip(high).map(|(a, b)| a + b);
    sum.about |= bound == b"about";
    sum.figures.push(figure.id);
    let source = figure.document.unwrap_or(-figure.id);
    if sum.sources.last() != Some(&source) {
        sum.sources.push(source);
    }
}

const HEAD: usize = 50;

fn pack(sum: &Sum) -> Vec<u8> {
    let mut blob = Vec::with_capacity(HEAD + 8 * (1 + sum.figures.len() + sum.sources.len()));
    for number in [sum.amount, sum.low, sum.high.unwrap_or_default()] {
        blob.extend(number.to_le_bytes());
    }
    blob.extend([u8::from(sum.high.is_some()), u8::from(sum.about)]);
    blob.extend((sum.figures.len() as u64).to_le_bytes());
    for id in sum.figures.iter().chain(&sum.sources) {
        blob.extend(id.to_le_bytes());
    }
    blob
}

pub(super) fn unpack(blob: &[u8]) -> Sum {
    let wide = |nth: usize| blob[16 * nth..].first_chunk().map_or(0, |b| i128::from_le_bytes(*b));
    let (count, ids) = blob[HEAD..].split_first_chunk::<8>().unwrap_or((&[0; 8], &[]));
    let numbers = ids.chunks_exact(8).map(|c| i64::from_le_bytes(c.try_into().unwrap_or_default()));
    let mut figures: Vec<i64> = numbers.collect();
    let sources = figures.split_off((u64::from_le_bytes(*count) as usize).min(figures.len()));
    Sum {
        amount: wide(0),
        low: wide(1),
        high: (blob[48] == 1).then(|| wide(2)),
        about: blob[49] == 1,
        figures,
        sources,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_add_up_and_a_remainder_keeps_those_of_its_whole() {
        type Case = (&'static str, i64, i64, Option<i64>, Option<i64>, i128, Option<i128>);
        let cases: [Case; 6] = [
            ("exact", 17, 17, None, None, 17, Some(17)),
            ("about", 17, 17, None, None, 17, Some(17)),
            ("at_least", 30_000, 30_000, None, None, 30_000, None),
            ("at_most", 5, 5, None, None, 0, Some(5)),
            ("range", 2, 2, Some(2), Some(3), 2, Some(3)),
            ("range", 15, 20, Some(20), Some(30), 15, Some(25)),
        ];
        for (bound, counted, value, low, high, least, most) in cases {
            let figure = Figure { id: 1, document: None, counted, value: Some(value), low, high };
            let mut sum = Sum { high: Some(0), ..Sum::default() };
            add(&mut sum, &figure, bound.as_bytes());
            assert_eq!((sum.low, sum.high), (least, most), "{bound}");
            assert_eq!(unpack(&pack(&sum)), sum);
        }
    }
}
