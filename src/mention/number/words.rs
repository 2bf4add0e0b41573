//! Numbers in words: "forty-four", "half a million", "two hundred and fifty", "three point two".

use rust_decimal::Decimal;

use super::Simple;
use crate::lexicon::{Class, List, NumberWord};
use crate::mention::Cursor;

pub(super) fn words(c: &Cursor<'_>, at: usize) -> Option<Simple> {
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

pub(super) fn is_half(c: &Cursor<'_>, at: usize) -> bool {
    c.lexicon.number_word(c.word(at)) == Some(NumberWord::Half)
}

/// "three point two": the digits behind the point.
pub(super) fn pointed(c: &Cursor<'_>, number: &Simple) -> Option<(Decimal, usize)> {
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

#[cfg(test)]
mod tests {
    use super::super::tests::reads;

    #[test]
    fn reads_words() {
        reads(&[
            ("forty-four tanks", "44"),
            ("Two hundred and fifty shells", "250"),
            ("two hundred twenty tanks", "220"),
            ("a hundred one-way drones", "100"),
            ("half a million rounds", "500000"),
            ("a dozen tanks", "12"),
            ("a hundred million", "100000000"),
            ("a quarter of a billion", "250000000"),
            ("Three point two billion", "3200000000"),
        ]);
    }
}
