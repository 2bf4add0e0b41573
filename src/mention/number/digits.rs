//! Numbers in digits: "30,000", "1.250.000", "2,5", "30 000".

use rust_decimal::Decimal;

use super::Simple;
use crate::mention::Cursor;
use crate::text::TokenKind;

/// The value of a number token, by English habit: commas group, a full stop is the decimal mark.
/// "1.250.000" groups, and "2,5" before a scale is a decimal.
pub(super) fn digits(c: &Cursor<'_>, at: usize) -> Option<Simple> {
    let mut wording = c.text.word(at);
    let mut end = at + 1;
    let joined;
    if wording.len() <= 3 && is_group(c, at + 1) && wording.bytes().all(|b| b.is_ascii_digit()) {
        let mut whole = wording.to_owned();
        while is_group(c, end) {
            whole.push_str(c.text.word(end));
            end += 1;
        }
        joined = whole;
        wording = &joined;
    }
    let value = parse_digits(wording)?;
    Some(Simple { end, value, scale: None, digits: true })
}

/// "30 000": a group of three digits after a blank, itself not followed by a unit of its own.
fn is_group(c: &Cursor<'_>, at: usize) -> bool {
    let token = c.text.word(at);
    c.kind(at) == Some(TokenKind::Number)
        && !c.joined(at)
        && !c.tab_before(at)
        && token.len() == 3
        && token.bytes().all(|b| b.is_ascii_digit())
}

fn parse_digits(wording: &str) -> Option<Decimal> {
    let count = |mark| wording.bytes().filter(|byte| *byte == mark).count();
    let (commas, stops) = (count(b','), count(b'.'));
    let comma_last = wording.rfind(',') > wording.rfind('.');
    let mark = if stops > 1 && commas == 0 {
        None
    } else if stops > 1
        || commas == 1 && stops == 1 && comma_last
        || commas == 1 && stops == 0 && digits_behind(wording, ',') < 3
    {
        Some((b',', commas))
    } else {
        Some((b'.', stops))
    };
    let decimals = match mark {
        Some((_, count)) if count > 1 => return None,
        Some((mark, 1)) => digits_behind(wording, char::from(mark)),
        _ => 0,
    };
    value_of(wording, decimals)
}

fn digits_behind(wording: &str, mark: char) -> usize {
    let behind = wording.rsplit(mark).next().unwrap_or_default();
    behind.bytes().filter(u8::is_ascii_digit).count()
}

/// The digits of a wording as a number, the last few of them decimals.
fn value_of(wording: &str, decimals: usize) -> Option<Decimal> {
    let digits = wording.bytes().filter(u8::is_ascii_digit);
    let mut value: i64 = 0;
    for (number, digit) in digits.clone().enumerate() {
        if number == 18 {
            let mut text: String = digits.map(char::from).collect();
            if decimals > 0 {
                text.insert(text.len() - decimals, '.');
            }
            return text.parse().ok();
        }
        value = value * 10 + i64::from(digit - b'0');
    }
    Some(Decimal::new(value, decimals as u32))
}

#[cfg(test)]
mod tests {
    use super::super::tests::reads;

    #[test]
    fn reads_groups_and_decimals() {
        reads(&[
            ("30,000 drones", "30000"),
            ("1.250.000 shells", "1250000"),
            ("1.234,56", "1234.56"),
            ("2,5 billion", "2500000000"),
            ("30 000 shells", "30000"),
        ]);
    }
}
