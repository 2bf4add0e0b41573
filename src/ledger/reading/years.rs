//! Years and spans of years.

/// A wording that is no year.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "\"{0}\" is no year or span of years; write it like 2025 or 2024-2026, between 1900 and 2200"
)]
pub struct NoYears(pub String);

/// Reads `2025`, `2024-2026`, `2024–26`, `2024/2026` or `2024..2026`.
///
/// # Errors
/// When it is none of these, or ends before it begins.
pub fn years(given: &str) -> Result<(i32, i32), NoYears> {
    let refused = || NoYears(given.to_owned());
    let year = |text: &str| text.trim().parse::<i32>().ok().filter(|y| (1900..=2200).contains(y));
    let (first, last) = ["..", "-", "–", "/", " to "]
        .iter()
        .find_map(|mark| given.split_once(mark))
        .unwrap_or((given, given));
    let first = year(first).ok_or_else(refused)?;
    let short = last.trim().parse::<i32>().ok().filter(|_| last.trim().len() == 2);
    let last = short.map(|y| first / 100 * 100 + y).or_else(|| year(last));
    last.filter(|last| first <= *last).map(|last| (first, last)).ok_or_else(refused)
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
            ("next year", None),
            ("20255", None),
        ];
        for (given, expected) in table {
            assert_eq!(years(given).ok(), expected, "{given}");
        }
    }
}
