//! The built-in table, the bases, and files that are no rates.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::*;
use crate::report::totals::Convert;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// A small table of two currencies, in the bank's form.
fn small() -> Table {
    let text = "Date,USD,UAH,\n2025-01-31,1.2,N/A,\n2025-01-17,1.1,44,\n2025-01-16,1,43,\n2024-12-31,2,40,\n";
    match read(text.as_bytes()).unwrap() {
        RateFile::Daily(table) => table,
        RateFile::Fixed(_) => panic!("daily rates"),
    }
}

#[test]
fn each_basis_takes_its_rates() {
    let cases = [
        ("USD", "2025-01-16", Basis::Day, Some("100")),
        // A Sunday takes the Friday before; three weeks without a rate are too long.
        ("USD", "2025-01-19", Basis::Day, Some("90.9090909090909")),
        ("USD", "2025-02-20", Basis::Day, None),
        ("USD", "2025-01-31", Basis::Month, Some("90.9090909090909")),
        ("USD", "2024-12-02", Basis::Month, Some("50")),
        ("USD", "2025-02-02", Basis::Month, None),
        ("USD", "2025-12-31", Basis::Year, Some("90.9090909090909")),
        ("UAH", "2025-01-17", Basis::Month, Some("2.29885057471264")),
        ("EUR", "1990-01-01", Basis::Day, Some("100")),
        ("TWD", "2025-01-17", Basis::Month, None),
    ];
    for (unit, on, basis, expected) in cases {
        let rates = Converter::daily("EUR", small(), basis, "a table");
        let euro = rates.rate(unit, Some(day(on)));
        let euro = euro
            .map(|rate| rate * Decimal::ONE_HUNDRED)
            .map(|e| e.round_sf(15).unwrap_or(e).normalize());
        assert_eq!(euro, expected.map(number), "{unit} {on} {basis}");
    }
}

#[test]
fn a_day_without_a_rate_is_named() {
    let rates = Converter::daily("USD", small(), Basis::Day, "a table");
    assert!(rates.rate("EUR", Some(day("2025-01-19"))).is_some());
    assert!(rates.remarks()[0].contains("No rate was set on 2025-01-19"), "{:?}", rates.remarks());
}

#[test]
fn other_currencies_meet_in_the_euro() {
    let rates = Converter::daily("USD", small(), Basis::Day, "a table");
    let dollars = rates.rate("UAH", Some(day("2025-01-16"))).map(|rate| rate * number("4300"));
    assert_eq!(dollars.map(|d| d.round_dp(12).normalize()), Some(number("100")));
    assert_eq!(rates.rate("USD", None), Some(Decimal::ONE));
}

#[test]
fn fixed_rates_need_no_day() {
    let RateFile::Fixed(fixed) = read("currency,per_eur\nUSD,0.5\n".as_bytes()).unwrap() else {
        panic!("fixed rates")
    };
    let rates = Converter::fixed("EUR", fixed, "release.csv");
    assert_eq!(rates.rate("USD", None), Some(number("2")));
    assert_eq!(rates.rate("CHF", None), None);
}

#[test]
fn the_built_in_table_is_whole() {
    let table = built_in().unwrap();
    let rate = |code: &str, on: &str| table.series(code).and_then(|s| s.on(day(on)));
    assert_eq!(rate("USD", "2025-01-13"), Some((day("2025-01-13"), number("1.0198"))));
    assert_eq!(rate("USD", "2014-01-02"), Some((day("2014-01-02"), number("1.3658"))));
    assert_eq!(rate("RUB", "2022-03-01"), Some((day("2022-03-01"), number("117.201"))));
    assert_eq!(rate("RUB", "2022-04-01"), None);
    assert_eq!(rate("UAH", "2025-01-13"), None);
}

#[test]
fn what_is_no_rate_is_told_by_line() {
    let cases = [
        ("Date,USD\n2025-01-16,0\n", "line 2, USD: \"0\" is no rate"),
        ("Date,USD\n2025-01-16,1.2.3\n", "line 2, USD: \"1.2.3\" is no rate"),
        ("Date,USD\n16.01.2025,1\n", "line 2: \"16.01.2025\" is no date"),
        ("Date,Dollar\n2025-01-16,1\n", "line 1: \"Dollar\" is no currency"),
        ("currency,per_eur\nXQX,1\n", "line 2: \"XQX\" is no currency"),
        ("currency,per_eur\nUSD,-1\n", "line 2, USD: \"-1\" is no rate"),
        ("a,b\n1,2\n", "line 1: the header is \"a,b\""),
        ("Date,USD\n", "there is no rate"),
    ];
    for (text, says) in cases {
        let error = read(text.as_bytes()).unwrap_err().to_string();
        assert!(error.contains(says), "{text:?}: {error}");
    }
}
