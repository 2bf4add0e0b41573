//! The texts of the index `figures_facts`: all that a total needs of a figure, in one text.

use chrono::NaiveDate;
use rusqlite::Error;
use rusqlite::types::Type;

use super::lump::{Lump, Single};
use super::sum::Part;
use crate::figure::{Category, Kind, Per, Sector, Stage};

/// Between two fields.
const MARK: u8 = 0x1f;
/// How many fields come first that every row of a report is told apart by.
const SHARED: usize = 9;

/// Where the fields end that a lump's figures share, their last mark included.
pub(super) fn shared(text: &[u8]) -> Result<usize, Error> {
    let mut marks = memchr::memchr_iter(MARK, text);
    marks.nth(SHARED - 1).map(|at| at + 1).ok_or_else(|| damaged(text))
}

/// The lump that these first fields tell of, without sums.
pub(super) fn lump(text: &[u8]) -> Result<Lump, Error> {
    let mut fields = Fields(text);
    let donor = fields.word()?.to_owned();
    let (first, last) = (fields.number()?, fields.number()?);
    let year = |year: Option<i64>| year.and_then(|y| i32::try_from(y).ok());
    Ok(Lump {
        donor,
        years: year(first).zip(year(last)),
        per: fields.term::<Per>()?,
        stage: fields.term::<Stage>()?.ok_or_else(|| damaged(text))?,
        kind: fields.term::<Kind>()?.ok_or_else(|| damaged(text))?,
        sector: fields.term::<Sector>()?.ok_or_else(|| damaged(text))?,
        unit: fields.text()?,
        category: fields.term::<Category>()?,
        announced: None,
        sum: super::Sum::default(),
        single: None,
    })
}

/// What follows the shared fields.
pub(super) struct Fact<'a> {
    /// `2025-01-13`, or empty.
    pub(super) day: &'a [u8],
    pub(super) part: Part<'a>,
    /// The fields that only some reports ask for.
    rest: &'a [u8],
}

impl<'a> Fact<'a> {
    pub(super) fn read(text: &'a [u8], id: i64) -> Result<Self, Error> {
        let mut fields = Fields(text);
        let day = fields.day();
        let (document, bound) = (fields.number()?, fields.next());
        let counted = fields.number()?.ok_or_else(|| damaged(text))?;
        let (value, low, high) = (fields.number()?, fields.number()?, fields.number()?);
        let part = Part { id, document, counted, value, low, high, bound };
        Ok(Self { day, part, rest: fields.0 })
    }

    /// Puts what only single figures tell into `single`, but for the outlet.
    pub(super) fn fill(&self, single: &mut Single) -> Result<(), Error> {
        let mut fields = Fields(self.rest);
        put(&mut single.recipient, fields.word()?);
        single.status = fields.term()?.ok_or_else(|| damaged(self.rest))?;
        let sure = fields.number()?.and_then(|c| u8::try_from(c).ok());
        single.confidence = sure.ok_or_else(|| damaged(self.rest))?;
        put(&mut single.item, words(fields.0)?);
        Ok(())
    }
}

/// Takes a text over into the room of the last one; nothing where it is empty.
pub(super) fn put(slot: &mut Option<String>, text: &str) {
    match slot {
        Some(_) if text.is_empty() => *slot = None,
        Some(kept) => {
            kept.clear();
            kept.push_str(text);
        }
        None if text.is_empty() => {}
        None => *slot = Some(text.to_owned()),
    }
}

/// The month of a day as 202501; 0 for what is no day.
pub(super) fn month(day: &[u8]) -> i32 {
    match day {
        [year @ .., b'-', tens, ones, b'-', _, _] if year.len() == 4 => {
            let digits = year.iter().chain([tens, ones]);
            digits
                .map(|d| d.is_ascii_digit().then(|| i32::from(d - b'0')))
                .try_fold(0, |sum, digit| Some(sum * 10 + digit?))
                .unwrap_or(0)
        }
        _ => 0,
    }
}

/// The first day of such a month.
pub(super) fn first_of(month: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(month / 100, (month % 100).unsigned_abs(), 1)
}

/// A day; nothing for what is none.
pub(super) fn day(text: &[u8]) -> Option<NaiveDate> {
    let month = month(text);
    let [.., tens, ones] = text else { return None };
    let digit = |d: &u8| d.is_ascii_digit().then(|| u32::from(d - b'0'));
    let day = digit(tens)? * 10 + digit(ones)?;
    NaiveDate::from_ymd_opt(month / 100, (month % 100).unsigned_abs(), day)
}

/// The fields of a text, one after the other.
struct Fields<'a>(&'a [u8]);

impl<'a> Fields<'a> {
    /// The next field; empty at the end.
    fn next(&mut self) -> &'a [u8] {
        // Most fields are shorter than what a search by words of the machine starts with.
        let at = self.0.iter().position(|b| *b == MARK);
        let (field, rest) = match at {
            Some(at) => (&self.0[..at], &self.0[at + 1..]),
            None => (self.0, &self.0[self.0.len()..]),
        };
        self.0 = rest;
        field
    }

    /// The next field, which mostly is a whole day.
    fn day(&mut self) -> &'a [u8] {
        match self.0.split_at_checked(10) {
            Some((day, [MARK, rest @ ..])) if !day.contains(&MARK) => {
                self.0 = rest;
                day
            }
            _ => self.next(),
        }
    }

    fn word(&mut self) -> Result<&'a str, Error> {
        words(self.next())
    }

    fn text(&mut self) -> Result<Option<String>, Error> {
        Ok(Some(self.word()?).filter(|word| !word.is_empty()).map(ToOwned::to_owned))
    }

    /// A whole number; nothing where the field is empty.
    fn number(&mut self) -> Result<Option<i64>, Error> {
        // Eighteen digits always fit; most numbers are found and read in one go.
        let digits = self.0.iter().take(18).take_while(|b| b.is_ascii_digit());
        let (count, sum) = digits.fold((0, 0_i64), |(count, sum), digit| {
            (count + 1, sum * 10 + i64::from(digit - b'0'))
        });
        if count > 0 && self.0.get(count).is_none_or(|b| *b == MARK) {
            self.0 = self.0.get(count + 1..).unwrap_or_default();
            return Ok(Some(sum));
        }
        let field = self.next();
        if field.is_empty() {
            return Ok(None);
        }
        words(field)?.parse().map(Some).map_err(|_| damaged(field))
    }

    /// A word of a closed vocabulary; nothing where the field is empty.
    fn term<T: std::str::FromStr>(&mut self) -> Result<Option<T>, Error> {
        let field = self.next();
        if field.is_empty() {
            return Ok(None);
        }
        words(field)?.parse().map(Some).map_err(|_| damaged(field))
    }
}

fn words(field: &[u8]) -> Result<&str, Error> {
    std::str::from_utf8(field).map_err(|_| damaged(field))
}

/// What no version of this program has written.
fn damaged(text: &[u8]) -> Error {
    let says = format!("\"{}\" does not tell of a figure", String::from_utf8_lossy(text));
    Error::FromSqlConversionFailure(0, Type::Text, says.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(fields: &str) -> Vec<u8> {
        fields.replace('|', "\u{1f}").into_bytes()
    }

    #[test]
    fn a_text_is_read_field_by_field() {
        let text = text(
            "DK+NO|2025|2027|year|pledge|money|military|DKK||2025-01-13|12|range|1500|2000|2000|3000|UA|extracted|90|two|words",
        );
        let from = shared(&text).unwrap();
        let lump = lump(&text[..from]).unwrap();
        assert_eq!((lump.donor.as_str(), lump.years), ("DK+NO", Some((2025, 2027))));
        assert_eq!((lump.per, lump.stage, lump.category), (Some(Per::Year), Stage::Pledge, None));
        let fact = Fact::read(&text[from..], 7).unwrap();
        assert_eq!(
            (month(fact.day), day(fact.day)),
            (202_501, NaiveDate::from_ymd_opt(2025, 1, 13))
        );
        assert_eq!(
            (fact.part.document, fact.part.counted, fact.part.high),
            (Some(12), 1500, Some(3000))
        );
        let mut single = Single::default();
        fact.fill(&mut single).unwrap();
        assert_eq!(single.recipient.as_deref(), Some("UA"));
        assert_eq!(single.item.as_deref(), Some("two\u{1f}words"));
        assert_eq!(single.confidence, 90);
    }

    #[test]
    fn the_least_and_the_most_fit() {
        let text = text("-9223372036854775808|9223372036854775807|9223372036854775808");
        let mut fields = Fields(&text);
        assert_eq!(fields.number().unwrap(), Some(i64::MIN));
        assert_eq!(fields.number().unwrap(), Some(i64::MAX));
        assert!(fields.number().is_err());
    }

    #[test]
    fn what_is_no_day_is_none() {
        for wrong in ["", "2025-01", "2025-13-01", "20x5-01-01", "2025-01-1x"] {
            assert_eq!(day(wrong.as_bytes()), None, "{wrong}");
        }
    }
}
