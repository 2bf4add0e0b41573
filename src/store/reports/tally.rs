//! The SQL function `tally`: adds up a group's figures exactly and keeps their numbers.
//!
//! SQLite's own `sum` gives up beyond 2⁶³ and knows nothing of bounds; this one adds in 128 bits
//! and gives the sum, its ends, the figures and their documents back as one blob; `tally_by_month`
//! gives one for each month of announcement.

use chrono::NaiveDate;
use rusqlite::functions::{Aggregate, Context, FunctionFlags};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Result, Row};

use super::{Dated, Sum};

/// Groups by month of announcement within the group, or not at all.
struct Tally {
    months: bool,
}

pub(super) fn register(connection: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    connection.create_aggregate_function("tally", 7, flags, Tally { months: false })?;
    connection.create_aggregate_function("tally_by_month", 8, flags, Tally { months: true })
}

/// The sums of a group by month: `2025-01` as 202501, 0 where no day is known.
type Sums = Vec<(i32, Sum)>;

impl Aggregate<Sums, Vec<u8>> for Tally {
    fn init(&self, _: &mut Context<'_>) -> Result<Sums> {
        Ok(Sums::new())
    }

    fn step(&self, context: &mut Context<'_>, sums: &mut Sums) -> Result<()> {
        let int = |nth: usize| match context.get_raw(nth) {
            ValueRef::Integer(number) => Some(number),
            _ => None,
        };
        let figure = Figure {
            id: int(0).unwrap_or_default(),
            document: int(1),
            counted: int(2).unwrap_or_default(),
            value: int(3),
            low: int(4),
            high: int(5),
        };
        let month = if self.months { month(context.get_raw(7)) } else { 0 };
        // The index hands the days over in their order, so the month is mostly the last one.
        let place = match sums.last() {
            Some((last, _)) if *last == month => sums.len() - 1,
            _ => sums.iter().position(|(m, _)| *m == month).unwrap_or_else(|| {
                sums.push((month, Sum { high: Some(0), ..Sum::default() }));
                sums.len() - 1
            }),
        };
        add(&mut sums[place].1, &figure, context.get_raw(6).as_bytes()?);
        Ok(())
    }

    fn finalize(&self, _: &mut Context<'_>, sums: Option<Sums>) -> Result<Vec<u8>> {
        let mut blob = Vec::new();
        for (month, sum) in sums.unwrap_or_default() {
            pack(&mut blob, month, &sum);
        }
        Ok(blob)
    }
}

/// `2025-01-13` as 202501; 0 for what is no day.
fn month(day: ValueRef<'_>) -> i32 {
    let digits = |text: &[u8]| {
        text.iter().try_fold(0, |n, b| b.is_ascii_digit().then(|| n * 10 + i32::from(b - b'0')))
    };
    match day {
        ValueRef::Text(text) if text.len() >= 7 && text[4] == b'-' => digits(&text[..4])
            .zip(digits(&text[5..7]))
            .map_or(0, |(year, month)| year * 100 + month),
        _ => 0,
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

/// Three sums, two flags, the month, and two counts before the numbers of figures and sources.
const HEAD: usize = 16 * 3 + 2 + 4 + 4 + 4;

fn pack(blob: &mut Vec<u8>, month: i32, sum: &Sum) {
    for number in [sum.amount, sum.low, sum.high.unwrap_or_default()] {
        blob.extend(number.to_le_bytes());
    }
    blob.extend([u8::from(sum.high.is_some()), u8::from(sum.about)]);
    blob.extend(month.to_le_bytes());
    blob.extend((sum.figures.len() as u32).to_le_bytes());
    blob.extend((sum.sources.len() as u32).to_le_bytes());
    for id in sum.figures.iter().chain(&sum.sources) {
        blob.extend(id.to_le_bytes());
    }
}

pub(super) fn unpack(mut blob: &[u8]) -> Vec<Dated> {
    let mut all = Vec::new();
    while let Some((head, rest)) = blob.split_at_checked(HEAD) {
        let wide = |at: usize| head[at..].first_chunk().map_or(0, |b| i128::from_le_bytes(*b));
        let short = |at: usize| head[at..].first_chunk().map_or(0, |b| u32::from_le_bytes(*b));
        let (figures, sources) = (short(54) as usize * 8, short(58) as usize * 8);
        let numbers = |bytes: &[u8]| -> Vec<i64> {
            bytes
                .chunks_exact(8)
                .map(|c| c.first_chunk().map_or(0, |b| i64::from_le_bytes(*b)))
                .collect()
        };
        let (ids, after) = rest.split_at(figures.min(rest.len()));
        let (pages, after) = after.split_at(sources.min(after.len()));
        let sum = Sum {
            amount: wide(0),
            low: wide(16),
            high: (head[48] == 1).then(|| wide(32)),
            about: head[49] == 1,
            figures: numbers(ids),
            sources: numbers(pages),
        };
        let month = short(50);
        let first = NaiveDate::from_ymd_opt((month / 100).cast_signed(), month % 100, 1);
        all.push((first, sum));
        blob = after;
    }
    all
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
            let mut blob = Vec::new();
            pack(&mut blob, 202_501, &sum);
            pack(&mut blob, 0, &sum);
            let january = NaiveDate::from_ymd_opt(2025, 1, 1);
            assert_eq!(unpack(&blob), [(january, sum.clone()), (None, sum)]);
        }
    }
}
