//! Numbers in digits and words: "30,000", "1.6 billion", "forty-four", "half a million", "4-5".

use rust_decimal::Decimal;

use super::cursor::Cursor;
use crate::lexicon::{Class, List, NumberWord};
use crate::text::TokenKind;

/// A number, or a range of two, at tokens `first..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numeral {
    /// First token.
    pub first: usize,
    /// One past the last token.
    pub end: usize,
    /// The number, or a range's lower end.
    pub low: Decimal,
    /// A range's upper end.
    pub high: Option<Decimal>,
    /// Has a scale word ("million"), so that it can be money without a currency.
    pub scaled: bool,
    /// Is followed by "+".
    pub plus: bool,
    /// Written in digits.
    pub digits: bool,
}

#[derive(Debug, Clone, Copy)]
struct Simple {
    end: usize,
    value: Decimal,
    scale: Option<u64>,
    digits: bool,
}

/// The number that begins at a token, ranges included.
#[must_use]
pub fn numeral_at(c: &Cursor<'_>, first: usize) -> Option<Numeral> {
    let one = simple(c, first)?;
    let lone = |one: Simple| {
        let one = Simple { end: repeated_in_digits(c, &one).unwrap_or(one.end), ..one };
        let plus = c.is_sign(one.end, "+") && c.joined(one.end);
        let end = one.end + usize::from(plus);
        Some(Numeral {
            first,
            end,
            low: one.value,
            high: None,
            scaled: one.scale.is_some(),
            plus,
            digits: one.digits,
        })
    };
    let Some(after) = range_mark(c, first, one.end) else { return lone(one) };
    let Some(two) = simple(c, after) else { return lone(one) };
    let Some((low, high)) = ends(one, two) else { return lone(one) };
    Some(Numeral {
        first,
        end: two.end,
        low,
        high: Some(high),
        scaled: two.scale.is_some(),
        plus: false,
        digits: two.digits,
    })
}

/// "eighteen (18) launchers": the number in words and again in digits.
fn repeated_in_digits(c: &Cursor<'_>, number: &Simple) -> Option<usize> {
    let open = number.end;
    if number.digits || !(c.is_sign(open, "(") && c.is_sign(open + 2, ")")) {
        return None;
    }
    let again = (c.kind(open + 1) == Some(TokenKind::Number)).then(|| digits(c, open + 1))??;
    (again.value == number.value).then_some(open + 3)
}

/// A single number without range, for what stands after a range mark elsewhere.
#[must_use]
pub fn single_at(c: &Cursor<'_>, first: usize) -> Option<Numeral> {
    simple(c, first).map(|s| Numeral {
        first,
        end: s.end,
        low: s.value,
        high: None,
        scaled: s.scale.is_some(),
        plus: false,
        digits: s.digits,
    })
}

/// The two ends of a range, the lower taking the upper's scale where it has none ("2 to 3 billion").
#[must_use]
pub fn range_of(low: &Numeral, high: &Numeral) -> Option<(Decimal, Decimal)> {
    let low_value = if !low.scaled && high.scaled && low.low < high.low {
        let factor = scale_of(high.low)?;
        let scaled = low.low.checked_mul(factor)?;
        if scaled < high.low { scaled } else { low.low }
    } else {
        low.low
    };
    (low_value < high.low).then_some((low_value, high.low))
}

fn scale_of(value: Decimal) -> Option<Decimal> {
    [1_000_000_000_000u64, 1_000_000_000, 1_000_000, 1_000]
        .into_iter()
        .map(Decimal::from)
        .find(|s| value >= *s)
}

fn ends(one: Simple, two: Simple) -> Option<(Decimal, Decimal)> {
    let mut low = one.value;
    if one.scale.is_none()
        && let Some(scale) = two.scale
    {
        let scaled = low.checked_mul(Decimal::from(scale))?;
        if scaled < two.value {
            low = scaled;
        }
    }
    (low < two.value).then_some((low, two.value))
}

/// The token after a range's mark: "2-3", "2 to 3", "between 2 and 3", "four or five".
fn range_mark(c: &Cursor<'_>, first: usize, end: usize) -> Option<usize> {
    if c.is_dash(end) {
        return (c.joined(end) && c.joined(end + 1)).then_some(end + 1);
    }
    if c.is(end, Class::To) || c.reads(end, "to") {
        return (!is_raise(c, first)).then_some(end + 1);
    }
    let between = first > 0 && c.reads(first - 1, "between");
    if between && c.is(end, Class::And) {
        return Some(end + 1);
    }
    (c.is(end, Class::Or) && !c.reads(end + 1, "more") && !c.reads(end + 1, "so"))
        .then_some(end + 1)
}

/// "from 100 to 150 million" after a verb of growth is no range but an old number and a new one.
#[must_use]
pub fn is_raise(c: &Cursor<'_>, first: usize) -> bool {
    let Some(from) = (first.saturating_sub(2)..first).find(|at| c.reads(*at, "from")) else {
        return false;
    };
    (from.saturating_sub(9)..from).any(|at| {
        let word = c.text.word(at).to_ascii_lowercase();
        c.lexicon
            .lists
            .stems(List::Growth)
            .iter()
            .any(|stem| word.starts_with(stem) && word.len() < stem.len() + 4)
    })
}

fn simple(c: &Cursor<'_>, at: usize) -> Option<Simple> {
    let mut number = match c.kind(at)? {
        TokenKind::Number => digits(c, at)?,
        TokenKind::Word => words(c, at)?,
        _ => return None,
    };
    if c.is(number.end, Class::And) && c.reads(number.end + 1, "a") && is_half(c, number.end + 2) {
        number.value = number.value.checked_add(Decimal::new(5, 1))?;
        number.end += 3;
    }
    if let Some((value, end)) = pointed(c, &number) {
        number.value = value;
        number.end = end;
    }
    while let Some((scale, end)) = scale_at(c, number.end) {
        number.value = number.value.checked_mul(Decimal::from(scale))?;
        number.scale = Some(number.scale.unwrap_or(1).checked_mul(scale)?);
        number.end = end;
    }
    if let Some(scale) = number.scale {
        add_smaller(c, &mut number, scale)?;
    }
    Some(number)
}

/// "1 billion 200 million".
fn add_smaller(c: &Cursor<'_>, number: &mut Simple, scale: u64) -> Option<()> {
    if c.kind(number.end) != Some(TokenKind::Number) {
        return Some(());
    }
    let Some(more) = digits(c, number.end) else { return Some(()) };
    let Some((smaller, end)) = scale_at(c, more.end).filter(|(s, _)| *s < scale) else {
        return Some(());
    };
    number.value = number.value.checked_add(more.value.checked_mul(Decimal::from(smaller))?)?;
    number.end = end;
    Some(())
}

/// "three point two": the digits behind the point.
fn pointed(c: &Cursor<'_>, number: &Simple) -> Option<(Decimal, usize)> {
    if number.digits || !c.reads(number.end, "point") {
        return None;
    }
    let mut at = number.end + 1;
    let (mut value, mut step) = (Decimal::ZERO, Decimal::new(1, 1));
    while let Some(NumberWord::Unit(digit)) =
        c.lexicon.number_word(c.word(at)).filter(|_| at < number.end + 4)
        && digit < 10
    {
        value += step * Decimal::from(digit);
        step /= Decimal::TEN;
        at += 1;
    }
    (at > number.end + 1).then_some((number.value + value, at))
}

fn is_half(c: &Cursor<'_>, at: usize) -> bool {
    c.lexicon.number_word(c.word(at)) == Some(NumberWord::Half)
}

/// A scale word after a number; one letter counts only when joined ("16m", not "16 m"), and a
/// hyphen may stand between ("10-billion").
fn scale_at(c: &Cursor<'_>, at: usize) -> Option<(u64, usize)> {
    let hyphen = usize::from(c.is_dash(at) && c.joined(at) && c.joined(at + 1));
    let word = at + hyphen;
    let scale = match c.lexicon.number_word(c.word(word))? {
        NumberWord::Scale(scale) => scale,
        NumberWord::Dozen(dozen) => u64::from(dozen),
        NumberWord::Hundred => 100,
        _ => return None,
    };
    let wording = c.text.word(word);
    let letter = wording.len() == 1 || c.listed(word, List::JoinedScale);
    if letter && !c.joined(word) {
        let signed = at >= 2 && c.kind(at - 2) == Some(TokenKind::Sign);
        if !(signed && wording != "m" && wording != "b") && !matches!(wording, "cr" | "Cr") {
            return None;
        }
    }
    let stop = c.listed(word, List::StoppedScale) && c.is_sign(word + 1, ".") && c.joined(word + 1);
    let ends_sentence =
        c.text.tokens.get(word + 2).is_none_or(|t| t.capital || t.kind == TokenKind::Break);
    Some((scale, word + 1 + usize::from(stop && !ends_sentence)))
}

/// The value of a number token, by English habit: commas group, a full stop is the decimal mark.
/// "1.250.000" groups, and "2,5" before a scale is a decimal.
fn digits(c: &Cursor<'_>, at: usize) -> Option<Simple> {
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

fn words(c: &Cursor<'_>, at: usize) -> Option<Simple> {
    let made = |end, value: u64| {
        Some(Simple { end, value: Decimal::from(value), scale: None, digits: false })
    };
    if let Some(found) = article(c, at) {
        return Some(found);
    }
    match c.lexicon.number_word(c.word(at)) {
        Some(NumberWord::Unit(n)) => {
            let follow = c.lexicon.number_word(c.word(at + 1)) == Some(NumberWord::Hundred);
            if follow {
                hundreds(c, at + 2, u64::from(n) * 100)
            } else {
                made(at + 1, u64::from(n))
            }
        }
        Some(NumberWord::Tens(n)) => match c.lexicon.number_word(c.word(at + 1)) {
            Some(NumberWord::Unit(unit)) if unit < 10 => made(at + 2, u64::from(n + unit)),
            _ => made(at + 1, u64::from(n)),
        },
        Some(_) => None,
        None => {
            let (tens, unit) =
                c.text.tokens[at].hyphen.then(|| c.text.word(at).split_once('-'))??;
            let find = |w: &str| {
                let capital = w.starts_with(char::is_uppercase);
                c.lexicon.number_word(c.lexicon.vocabulary().find(w, 0, w.len(), capital))
            };
            match (find(tens)?, find(unit)?) {
                (NumberWord::Tens(t), NumberWord::Unit(u)) if u < 10 => {
                    made(at + 1, u64::from(t + u))
                }
                _ => None,
            }
        }
    }
}

/// "a million", "half a billion", "a hundred and fifty", "the billion", "a dozen", "half a dozen".
fn article(c: &Cursor<'_>, at: usize) -> Option<Simple> {
    let is_article = |at: usize| c.listed(at, List::OneNumber);
    let scale_word = |at: usize| {
        c.lexicon.number_word(c.word(at)).filter(|w| {
            matches!(w, NumberWord::Scale(_) | NumberWord::Dozen(_) | NumberWord::Hundred)
        })
    };
    if let Some(quarters) = quarters(c, at) {
        return Some(quarters);
    }
    let promised = at > 1
        && c.is_any(at - 2, Class::Determiner.bit())
        && c.is_any(at - 1, Class::Adjective.bit() | Class::Verb.bit());
    let definite = at > 0 && c.is_any(at - 1, Class::Determiner.bit()) || promised;
    let (half, at_scale) =
        if is_half(c, at) && is_article(at + 1) || is_article(at) && is_half(c, at + 1) {
            (true, at + 2)
        } else if is_half(c, at) && c.text.word(at + 1).ends_with("illion") {
            (true, at + 1)
        } else if is_article(at) {
            (false, at + 1)
        } else if definite && c.text.word(at).ends_with("illion") {
            (false, at)
        } else {
            return None;
        };
    let word = scale_word(at_scale)?;
    if c.text.word(at_scale).len() < 5 || c.text.word(at_scale).ends_with("ions") {
        return None;
    }
    if half {
        return Some(Simple {
            end: at_scale,
            value: Decimal::new(5, 1),
            scale: None,
            digits: false,
        });
    }
    if word == NumberWord::Hundred {
        return hundreds(c, at_scale + 1, 100);
    }
    Some(Simple { end: at_scale, value: Decimal::ONE, scale: None, digits: false })
}

/// "a quarter million", "three quarters billion", "a quarter of a billion".
fn quarters(c: &Cursor<'_>, at: usize) -> Option<Simple> {
    let (count, noun) = match &*c.small(at) {
        "quarter" => (1, at),
        "a" | "one" => (1, at + 1),
        "three" => (3, at + 1),
        _ => return None,
    };
    let hyphen = usize::from(c.is_dash(noun));
    if !matches!(&*c.small(noun + hyphen), "quarter" | "quarters") {
        return None;
    }
    let mut end = noun + hyphen + 1;
    end += 2 * usize::from(c.is(end, Class::Of) && c.reads(end + 1, "a"));
    c.text.word(end).ends_with("illion").then(|| Simple {
        end,
        value: Decimal::new(25, 2) * Decimal::from(count),
        scale: None,
        digits: false,
    })
}

/// "two hundred and fifty".
fn hundreds(c: &Cursor<'_>, end: usize, value: u64) -> Option<Simple> {
    let linked = end + usize::from(c.is(end, Class::And));
    let more = words(c, linked).filter(|m| m.value < Decimal::from(100) && m.scale.is_none());
    let (end, value) = match more {
        Some(more) => (more.end, Decimal::from(value).checked_add(more.value)?),
        None => (end, Decimal::from(value)),
    };
    Some(Simple { end, value, scale: None, digits: false })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::english;
    use crate::text::Text;

    fn read(wording: &str) -> Option<(String, Option<String>)> {
        let text = Text::new(wording, english().vocabulary());
        let c = Cursor { text: &text, lexicon: english() };
        (0..text.tokens.len())
            .find_map(|at| numeral_at(&c, at))
            .map(|n| (n.low.normalize().to_string(), n.high.map(|h| h.normalize().to_string())))
    }

    #[test]
    fn reads_numbers_as_written() {
        for (wording, value) in [
            ("30,000 drones", "30000"),
            ("1.6 billion", "1600000000"),
            ("forty-four tanks", "44"),
            ("Two hundred and fifty shells", "250"),
            ("two hundred twenty tanks", "220"),
            ("a hundred one-way drones", "100"),
            ("half a million rounds", "500000"),
            ("a dozen tanks", "12"),
            ("two dozen", "24"),
            ("one and a half billion", "1500000000"),
            ("two and a half million", "2500000"),
            ("a hundred million", "100000000"),
            ("1 billion 200 million", "1200000000"),
            ("1.250.000 shells", "1250000"),
            ("1.234,56", "1234.56"),
            ("2,5 billion", "2500000000"),
            ("30 000 shells", "30000"),
            ("4,000 crore", "40000000000"),
            ("10-billion line", "10000000000"),
            ("fifteen thousand", "15000"),
            ("four hundred sixty-eight (468) kits", "468"),
            ("two (3) kits", "2"),
            ("Three point two billion", "3200000000"),
        ] {
            assert_eq!(read(wording), Some((value.to_owned(), None)), "{wording}");
        }
    }

    #[test]
    fn reads_ranges() {
        for (wording, low, high) in [
            ("2 to 3 billion", "2000000000", "3000000000"),
            ("between 2 and 3 billion", "2000000000", "3000000000"),
            ("5-7bn", "5000000000", "7000000000"),
            ("100–150 fighters", "100", "150"),
            ("two to two and a half billion", "2000000000", "2500000000"),
            ("500 to 1,000", "500", "1000"),
        ] {
            assert_eq!(read(wording), Some((low.to_owned(), Some(high.to_owned()))), "{wording}");
        }
    }

    #[test]
    fn leaves_what_is_no_number() {
        for wording in [
            "dozens of tanks",
            "hundreds of shells",
            "several",
            "millions",
            "99999999999999999999999999999999 trillion",
        ] {
            assert_eq!(read(wording), None, "{wording}");
        }
    }
}
