//! Amounts as one reads them: "USD 17.0 bn", "≥ 30,000".

use rust_decimal::{Decimal, RoundingStrategy};

/// How sharp a total is, as a mark before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ends {
    /// The least it can be.
    pub low: Decimal,
    /// The most it can be; nothing when open.
    pub high: Option<Decimal>,
    /// Some of it is only about right.
    pub about: bool,
}

/// "USD 17.0 bn", "≥ 30,000", "EUR 2.0–3.0 bn", "~ EUR 300 m".
#[must_use]
pub fn amount(value: Decimal, ends: Ends, unit: Option<&str>) -> String {
    let below = ends.low < value;
    let mark = match ends.high {
        None if below => "~ ",
        None => "≥ ",
        Some(high) if high == value && below => "≤ ",
        Some(high) if high > value && below => "~ ",
        Some(high) if high > value => return range(value, high, unit),
        Some(_) if ends.about => "~ ",
        Some(_) => "",
    };
    format!("{mark}{}", plain(value, unit))
}

/// Without a mark: "USD 17.0 bn", "30,000".
#[must_use]
pub fn plain(value: Decimal, unit: Option<&str>) -> String {
    match unit {
        Some(code) => format!("{code} {}", short(value, value)),
        None => grouped(value),
    }
}

fn range(low: Decimal, high: Decimal, unit: Option<&str>) -> String {
    let Some(code) = unit else { return format!("{}–{}", grouped(low), grouped(high)) };
    let (from, to) = (short(low, high), short(high, high));
    let word = to.trim_start_matches(|c: char| c.is_ascii_digit() || ",.".contains(c));
    format!("{code} {}–{to}", from.strip_suffix(word).unwrap_or(&from))
}

/// Shortened to the scale of `like`, with three digits that count at least.
fn short(value: Decimal, like: Decimal) -> String {
    let scales = [(1_000_000_000_000_i64, " tn"), (1_000_000_000, " bn"), (1_000_000, " m")];
    for (size, word) in scales {
        let size = Decimal::from(size);
        // 999.96 million is read as 1.0 billion, not as 1,000.0 million.
        if rounded(like.abs() / size, 3) >= Decimal::ONE {
            return format!("{}{word}", fraction(value / size));
        }
    }
    grouped(value)
}

/// One decimal, two where a tenth would lose what was said ("1.38 bn").
fn fraction(value: Decimal) -> String {
    let (one, two) = (rounded(value, 1), rounded(value, 2));
    let text = if one == two || value.abs() >= Decimal::ONE_HUNDRED {
        format!("{one:.1}")
    } else {
        format!("{two:.2}")
    };
    match text.split_once('.') {
        Some((whole, rest)) => format!("{}.{rest}", thousands(whole)),
        None => thousands(&text),
    }
}

fn rounded(value: Decimal, digits: u32) -> Decimal {
    value.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero)
}

/// "30,000", "1,234.50".
fn grouped(value: Decimal) -> String {
    let value = rounded(value, 2).normalize();
    let text = if value.is_integer() { value.to_string() } else { format!("{value:.2}") };
    match text.split_once('.') {
        Some((whole, rest)) => format!("{}.{rest}", thousands(whole)),
        None => thousands(&text),
    }
}

fn thousands(digits: &str) -> String {
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |d| ("-", d));
    let mut text = String::from(sign);
    for (nth, digit) in digits.chars().enumerate() {
        if nth > 0 && (digits.len() - nth).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_as_one_reads_them() {
        let cases = [
            ("17000000000", Some("USD"), "USD 17.0 bn"),
            ("1380000000", Some("EUR"), "EUR 1.38 bn"),
            ("999960000", Some("EUR"), "EUR 1.0 bn"),
            ("500000", Some("EUR"), "EUR 500,000"),
            ("1234.5", Some("EUR"), "EUR 1,234.50"),
            ("1205000000000", Some("UAH"), "UAH 1.21 tn"),
            ("123456789", Some("EUR"), "EUR 123.5 m"),
            ("4500", None, "4,500"),
            ("0", Some("EUR"), "EUR 0"),
            ("-5000000", Some("EUR"), "EUR -5.0 m"),
        ];
        for (value, unit, words) in cases {
            assert_eq!(plain(value.parse().unwrap(), unit), words);
        }
    }

    #[test]
    fn a_bound_stays_visible() {
        let cases = [
            (5, 5, Some(5), false, "5"),
            (5, 5, Some(5), true, "~ 5"),
            (5, 5, None, false, "≥ 5"),
            (5, 0, Some(5), false, "≤ 5"),
            (5, 5, Some(8), false, "5–8"),
            (5, 4, None, false, "~ 5"),
        ];
        for (value, low, high, about, words) in cases {
            let ends = Ends { low: low.into(), high: high.map(Decimal::from), about };
            assert_eq!(amount(value.into(), ends, None), words);
        }
        let ends =
            Ends { low: 2_000_000_000.into(), high: Some(3_000_000_000_u64.into()), about: false };
        assert_eq!(amount(ends.low, ends, Some("EUR")), "EUR 2.0–3.0 bn");
    }
}
