//! Cells into numbers and days, by what the map says of the table.

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use super::map::Read;

/// Years that a record can be of; others are misprints.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;

/// A number with the table's marks.
pub(super) fn number(text: &str, how: &Read) -> Result<Decimal, String> {
    let no = || format!("\"{text}\" is no number with the decimal mark \"{}\"", how.decimal);
    let mut plain = String::with_capacity(text.len());
    let mut marks = 0;
    for c in text.chars() {
        if c == how.decimal {
            marks += 1;
            plain.push('.');
        } else if Some(c) != how.thousands && c != '\u{a0}' && c != '\u{202f}' {
            plain.push(c);
        } else if marks > 0 {
            return Err(no());
        }
    }
    if marks > 1 {
        return Err(format!("\"{text}\" has two decimal marks"));
    }
    let number = plain.parse().or_else(|_| Decimal::from_scientific(&plain));
    number.map_err(|_| no())
}

/// A day in one of the table's forms, and whether its year can be right.
pub(super) fn day(text: &str, how: &Read) -> Result<(NaiveDate, Option<String>), String> {
    let found = how.dates.iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok());
    let day = found
        .ok_or_else(|| format!("\"{text}\" is no date of the form {}", how.dates.join(" or ")))?;
    let odd = !YEARS.contains(&day.year());
    Ok((day, odd.then(|| format!("the year {} cannot be right", day.year()))))
}

/// A year.
pub(super) fn year(text: &str) -> Result<(i32, Option<String>), String> {
    let year: i32 = text.parse().map_err(|_| format!("\"{text}\" is no year"))?;
    let odd = !YEARS.contains(&year);
    Ok((year, odd.then(|| format!("the year {year} cannot be right"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_by_the_tables_marks() {
        let english = Read { thousands: Some(','), ..Read::default() };
        let german = Read { decimal: ',', thousands: Some('.'), ..Read::default() };
        let cases = [
            ("1,234.5", &english, Ok("1234.5")),
            ("1.234,5", &german, Ok("1234.5")),
            ("-3", &english, Ok("-3")),
            ("3.5E6", &english, Ok("3500000")),
            ("1.2.3", &english, Err("two decimal marks")),
            ("1,2,3", &german, Err("two decimal marks")),
            ("1.5,000", &english, Err("no number")),
            ("undisclosed", &english, Err("no number")),
            ("#REF!", &english, Err("no number")),
            ("99999999999999999999999999999999", &english, Err("no number")),
        ];
        for (text, how, expected) in cases {
            match (number(text, how), expected) {
                (Ok(found), Ok(right)) => assert_eq!(found, right.parse().unwrap(), "{text}"),
                (Err(says), Err(part)) => assert!(says.contains(part), "{text}: {says}"),
                (found, _) => panic!("{text}: {found:?}"),
            }
        }
    }

    #[test]
    fn days_in_the_tables_forms() {
        let how = Read { dates: vec!["%Y-%m-%d".into(), "%d.%m.%Y".into()], ..Read::default() };
        assert_eq!(day("24.02.2022", &how).unwrap().0.to_string(), "2022-02-24");
        assert!(day("2922-02-09", &how).unwrap().1.is_some_and(|says| says.contains("2922")));
        assert!(day("until 3/10/2022", &how).unwrap_err().contains("is no date of the form"));
        assert!(day("2022-02-30", &how).is_err());
    }
}
