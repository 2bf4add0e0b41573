//! Days as people write them.

use chrono::NaiveDate;

/// A wording that is no day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is no day of the calendar; write it like 2025-01-13 or 13 January 2025")]
pub struct NoDay(pub String);

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Reads `2025-01-13`, `13 January 2025`, `Jan 13, 2025`, `13.1.2025`. With slashes nobody can
/// tell the day from the month, unless one of them is past twelve.
///
/// # Errors
/// When it is none of these, or there is no such day.
pub fn day(given: &str) -> Result<NaiveDate, NoDay> {
    let refused = || NoDay(given.to_owned());
    let text = given.trim().to_lowercase();
    if let Ok(day) = text.parse() {
        return Ok(day);
    }
    let pieces: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '/'))
        .filter(|piece| !piece.is_empty() && *piece != "of")
        .collect();
    let &[first, second, year] = pieces.as_slice() else { return Err(refused()) };
    let (day, month) = match (month(first), month(second)) {
        (Some(month), None) => (number(second), Some(month)),
        (None, Some(month)) => (number(first), Some(month)),
        _ if text.contains('/') => match (number(first), number(second)) {
            (Some(day @ 13..), month) | (month, Some(day @ 13..)) => (Some(day), month),
            (Some(day), Some(month)) if day == month => (Some(day), Some(month)),
            _ => return Err(refused()),
        },
        _ if text.contains('.') => (number(first), number(second)),
        _ => return Err(refused()),
    };
    let year = Some(year).filter(|year| year.len() == 4).and_then(|year| year.parse().ok());
    let found = day.zip(month).zip(year);
    found.and_then(|((d, m), y)| NaiveDate::from_ymd_opt(y, m, d)).ok_or_else(refused)
}

/// "13", "13th".
fn number(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(char::is_alphabetic);
    matches!(&word[digits.len()..], "" | "st" | "nd" | "rd" | "th")
        .then(|| digits.parse().ok())
        .flatten()
}

/// "january", "jan", "sept".
fn month(word: &str) -> Option<u32> {
    let named = |name: &&str| word.len() >= 3 && name.starts_with(word);
    (1..).zip(MONTHS).find(|(_, name)| named(name)).map(|(number, _)| number)
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_as_people_write_them() {
        let table = [
            ("2025-01-13", Some("2025-01-13")),
            ("13 January 2025", Some("2025-01-13")),
            ("13 Jan. 2025", Some("2025-01-13")),
            ("January 13, 2025", Some("2025-01-13")),
            ("Sept 3rd, 2025", Some("2025-09-03")),
            ("the 3rd", None),
            ("1st of May 2025", Some("2025-05-01")),
            ("13.1.2025", Some("2025-01-13")),
            ("13/01/2025", Some("2025-01-13")),
            ("01/13/2025", Some("2025-01-13")),
            ("01/02/2025", None),
            ("31 February 2025", None),
            ("13 January 25", None),
            ("13 2 2025", None),
            ("yesterday", None),
            ("", None),
        ];
        for (given, expected) in table {
            let read = day(given).ok().map(|day| day.to_string());
            assert_eq!(read.as_deref(), expected, "{given}");
        }
    }
}
