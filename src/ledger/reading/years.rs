//! Years and spans of years.

use chrono::{Datelike, NaiveDate};

/// A wording that is no year.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "\"{0}\" is no year or span of years; write it like 2025 or 2024-2026, between 1900 and 2200 \
     (\"next year\" and the like need the day of the announcement)"
)]
pub struct NoYears(pub String);

/// Reads `2025`, `2024-2026`, `2024–26`, `2024/2026`, `2024..2026`, "from 2024 to 2026", "2025 and 2026",
/// and where the day of the announcement is known "this year", "next year", "last year".
///
/// # Errors
/// When it is none of these, or ends before it begins.
pub fn years(given: &str, announced: Option<NaiveDate>) -> Result<(i32, i32), NoYears> {
    let refused = || NoYears(given.to_owned());
    let year = |text: &str| text.trim().parse::<i32>().ok().filter(|y| (1900..=2200).contains(y));
    let text = given.trim().to_lowercase();
    if let Some(own) = announced.map(|day| day.year())
        && let Some(year) = relative(&text, own)
    {
        return Ok((year, year));
    }
    let leading = ["in ", "from ", "between ", "for ", "during "];
    let text = leading.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(&text);
    let (first, last) = ["..", "-", "–", "/", " to ", " until ", " through ", " and "]
        .iter()
        .find_map(|mark| text.split_once(mark))
        .unwrap_or((text, text));
    let first = year(first).ok_or_else(refused)?;
    let short = last.trim().parse::<i32>().ok().filter(|_| last.trim().len() == 2);
    let last = short.map(|y| first / 100 * 100 + y).or_else(|| year(last));
    last.filter(|last| first <= *last).map(|last| (first, last)).ok_or_else(refused)
}

fn relative(text: &str, own: i32) -> Option<i32> {
    match text {
        "this year" => Some(own),
        "next year" => Some(own + 1),
        "last year" => Some(own - 1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::years;

    #[test]
    fn years_and_spans() {
        let table = [
            ("2025", Some((2025, 2025))),
            ("2024-2026", Some((2024, 2026))),
            ("2024–26", Some((2024, 2026))),
            ("2024/2026", Some((2024, 2026))),
            ("2024..2026", Some((2024, 2026))),
            ("2026-2024", None),
            ("from 2025 to 2027", Some((2025, 2027))),
            ("between 2025 and 2027", Some((2025, 2027))),
            ("2025 and 2026", Some((2025, 2026))),
            ("In 2025", Some((2025, 2025))),
            ("2025 until 2027", Some((2025, 2027))),
            ("soon", None),
            ("20255", None),
        ];
        for (given, expected) in table {
            assert_eq!(years(given, None).ok(), expected, "{given}");
        }
        let day = "2025-12-30".parse().ok();
        assert_eq!(years("next year", day), Ok((2026, 2026)));
        assert_eq!(years("last year", day), Ok((2024, 2024)));
        assert!(years("next year", None).is_err());
    }
}
