//! Sums of money: "€1.4bn", "1.6 billion Danish kroner", "between $5-7 billion", "Rs 4,000 crore".

use rust_decimal::Decimal;

use super::cursor::Cursor;
use super::homes::Homes;
use super::number::{Numeral, numeral_at, range_of, single_at};
use crate::lexicon::{Class, CurrencyWord, List, NumberWord};
use crate::text::TokenKind;

/// A sum at tokens `first..end`, in whole units of its currency.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Money {
    /// First token.
    pub first: usize,
    /// One past the last token.
    pub end: usize,
    /// The sum, or a range's lower end.
    pub low: Decimal,
    /// A range's upper end.
    pub high: Option<Decimal>,
    /// ISO 4217 code.
    pub unit: &'static str,
    /// False where only general habit chose the currency.
    pub sure: bool,
    /// Is followed by "+".
    pub plus: bool,
}

/// The sum that begins at a token, in a text of these countries.
#[must_use]
pub fn money_at(c: &Cursor<'_>, at: usize, homes: &Homes<'_>) -> Option<Money> {
    prefixed(c, at, homes).or_else(|| suffixed(c, at, homes))
}

fn currency(c: &Cursor<'_>, at: usize) -> Option<(CurrencyWord, usize)> {
    let found = c.lexicon.currencies.at(c.lexicon.vocabulary(), c.tokens(), at)?;
    // "P18.9 billion", "N4.91 trillion": a lone capital is money only when joined to its number.
    let letter = c.text.tokens[at].end - c.text.tokens[at].start == 1
        && c.kind(at) == Some(TokenKind::Word)
        && found.1 == 1;
    let joined = c.joined(at + 1) && c.kind(at + 1) == Some(TokenKind::Number);
    // "3 MARS launchers"
    let launcher = is_million_code(c.text.word(at)) && c.is(at, Class::ThingStart);
    (!launcher && (!letter || joined && c.text.tokens[at].capital)).then_some(found)
}

/// The currency that a wording means here, and whether the text says so.
fn resolve(
    c: &Cursor<'_>,
    word: CurrencyWord,
    at: usize,
    sign: bool,
    homes: &Homes<'_>,
) -> (&'static str, bool) {
    if c.lexicon.currencies.is_dollar(word) {
        return c.lexicon.currencies.resolve(word, homes.dollar);
    }
    c.lexicon.currencies.resolve(word, homes.order(at, sign))
}

/// "$35 billion", "NOK 7 billion", "US$ 1.5 to 2 billion", "€2.5 billion and €3 billion".
fn prefixed(c: &Cursor<'_>, at: usize, homes: &Homes<'_>) -> Option<Money> {
    let (word, length) = currency(c, at)?;
    // "A $500 million package" is no Australian money.
    let spaced = length > 1 && c.is_sign(at + length - 1, "$") && !c.joined(at + length - 1);
    if spaced && c.text.word(at).len() == 1 && !matches!(c.text.word(at), "C" | "c") {
        return None;
    }
    // "NZD$15", "mxn$ 15"
    let doubled = matches!(word, CurrencyWord::Certain(_))
        && c.kind(at) == Some(TokenKind::Word)
        && c.is_sign(at + length, "$");
    let length = length + usize::from(doubled);
    let number = numeral_at(c, at + length).filter(|n| n.digits || n.scaled)?;
    if matches!(word, CurrencyWord::Minor(_)) {
        return None;
    }
    if c.kind(at) == Some(TokenKind::Word)
        && matches!(word, CurrencyWord::Bare(_))
        && !is_prefix_word(c, at)
    {
        return None;
    }
    // "SR 13 billion", not "SR 71"; "Sh400 billion".
    let short = c.text.word(at).len() == 2 && c.kind(at) == Some(TokenKind::Word);
    let usual = matches!(&*c.small(at), "rs" | "kr");
    if short && matches!(word, CurrencyWord::Bare(_)) && !usual && !number.scaled {
        return None;
    }
    let (mut unit, mut sure) = resolve(c, word, at, true, homes);
    let number = second_end(c, number, word);
    let mut end = number.end;
    if let Some((CurrencyWord::Certain(code), length)) = currency(c, end) {
        let bare = matches!(word, CurrencyWord::Bare(_));
        if bare && c.kind(end) == Some(TokenKind::Word) && numeral_at(c, end + length).is_none() {
            (unit, sure) = (code, true);
            end += length;
        }
    }
    let factor =
        if is_million_code(c.text.word(at)) { Decimal::from(1_000_000) } else { Decimal::ONE };
    let (low, end) = with_minor(c, &number, word, number.low.checked_mul(factor)?, end);
    Some(Money {
        first: at,
        end,
        low,
        high: number.high.and_then(|high| high.checked_mul(factor)),
        unit,
        sure,
        plus: number.plus,
    })
}

/// Bare words that stand before a sum: "Rs 4,000 crore", "kr 500", "dollar 22.5 million".
fn is_prefix_word(c: &Cursor<'_>, at: usize) -> bool {
    let article = at > 0 && c.is_any(at - 1, Class::Determiner.bit())
        || at > 0 && c.kind(at - 1) == Some(TokenKind::Number);
    c.is(at, Class::CurrencyCode)
        || c.listed_small(at, List::PrefixSign)
        || (c.listed_small(at, List::PrefixName) && !article)
}

/// The upper end behind its own sign: "$1.5 billion to $2 billion".
fn second_end(c: &Cursor<'_>, number: Numeral, word: CurrencyWord) -> Numeral {
    if number.high.is_some() {
        return number;
    }
    let mark = number.end;
    let from = number.first.saturating_sub(4)..number.first;
    let between = from.clone().any(|at| c.reads(at, "between"));
    let ranged = (c.is_dash(mark) && c.joined(mark + 1))
        || (c.reads(mark, "to") && !from.clone().any(|at| c.reads(at, "from")))
        || (between && c.is(mark, Class::And));
    if !ranged {
        return number;
    }
    // "between €350 and 500 million": the second end may stand without the sign.
    let second = currency(c, mark + 1).filter(|(other, _)| *other == word);
    let length = match second {
        Some((_, length)) => length,
        None if between && !number.scaled => 0,
        None => return number,
    };
    let Some(upper) = single_at(c, mark + 1 + length) else { return number };
    match range_of(&number, &upper) {
        Some((low, high)) => {
            Numeral { end: upper.end, low, high: Some(high), scaled: upper.scaled, ..number }
        }
        None => number,
    }
}

/// "35 billion euros", "1.6 billion Danish kroner", "10-billion-zloty", "5 MUSD".
fn suffixed(c: &Cursor<'_>, at: usize, homes: &Homes<'_>) -> Option<Money> {
    let number = numeral_at(c, at)?;
    let hyphen =
        usize::from(c.is_dash(number.end) && c.joined(number.end) && c.joined(number.end + 1));
    let (word, length) = currency(c, number.end + hyphen)?;
    let end = number.end + hyphen + length;
    let wording = c.text.word(number.end + hyphen);
    // "3 USD50 cards": the currency is the next number's.
    if !c.joined(number.end + hyphen) && c.joined(end) && c.kind(end) == Some(TokenKind::Number) {
        return None;
    }
    // "since 24 February 2022 EUR 10.15 billion": the currency is the next number's, the number a year.
    let behind = c.kind(end) == Some(TokenKind::Number);
    if behind
        && !number.scaled
        && c.text.word(at).len() == 4
        && c.kind(at) == Some(TokenKind::Number)
    {
        return None;
    }
    if c.tab_before(number.end + hyphen) {
        return None;
    }
    if wording == "won" && !number.scaled && number.low < Decimal::from(1000) {
        return None;
    }
    if is_weight(c, wording, end) {
        return None;
    }
    // "500 pounds": a weight unless scaled or the number is that of a sum.
    let weighed = hyphen == 1 && wording == "pound";
    if c.listed(number.end + hyphen, List::NamedLikeWeight)
        && !number.scaled
        && number.low < Decimal::from(20_000)
        && (weighed || !number.digits)
    {
        return None;
    }
    let (unit, sure) = resolve(c, word, at, false, homes);
    let factor = match word {
        CurrencyWord::Minor(_) => Decimal::new(1, 2),
        _ if is_million_code(wording) => Decimal::from(1_000_000),
        _ => Decimal::ONE,
    };
    let (factor, end) = scale_behind(c, &number, factor, end);
    let low = number.low.checked_mul(factor)?;
    let (low, end) = with_minor(c, &number, word, low, end);
    let high = match number.high {
        Some(high) => Some(high.checked_mul(factor)?),
        None => None,
    };
    Some(Money { first: at, end, low, high, unit, sure, plus: number.plus })
}

/// "5 million pounds of TNT": a weight, unless it is pounds of aid.
fn is_weight(c: &Cursor<'_>, wording: &str, end: usize) -> bool {
    let aid = c.is(end + 1, Class::FundNoun) || c.listed(end + 1, List::PoundsOfAid);
    matches!(wording, "pound" | "pounds")
        && c.is(end, Class::Of)
        && !aid
        && !c.is(end + 1, Class::Determiner)
}

/// "75 usd million": the scale behind the currency.
fn scale_behind(c: &Cursor<'_>, number: &Numeral, factor: Decimal, end: usize) -> (Decimal, usize) {
    match c.lexicon.number_word(c.word(end)) {
        Some(NumberWord::Scale(scale)) if !number.scaled && c.text.word(end).len() > 4 => {
            (factor * Decimal::from(scale), end + 1)
        }
        _ => (factor, end),
    }
}

/// "3 dollars 50 cents", "thirteen dollars and forty-five cents", "15 dollars 50": the hundredths behind a sum.
fn with_minor(
    c: &Cursor<'_>,
    number: &Numeral,
    word: CurrencyWord,
    low: Decimal,
    end: usize,
) -> (Decimal, usize) {
    let whole = !number.scaled
        && number.high.is_none()
        && !matches!(word, CurrencyWord::Minor(_))
        && low.fract().is_zero();
    let linked = end + usize::from(c.is(end, Class::And));
    let Some(minor) =
        single_at(c, linked).filter(|m| whole && !m.scaled && m.low < Decimal::from(100))
    else {
        return (low, end);
    };
    let named = currency(c, minor.end).filter(|(word, _)| matches!(word, CurrencyWord::Minor(_)));
    let hundredth = minor.low * Decimal::new(1, 2);
    if let Some((_, length)) = named {
        return (low + hundredth, minor.end + length);
    }
    let other = currency(c, minor.end).is_some();
    let closed = c.kind(minor.end) != Some(TokenKind::Word);
    let bare = !other
        && if linked == end {
            closed && (!minor.digits || c.text.word(end).len() == 2)
        } else {
            number.low < Decimal::from(1000) && (closed || c.is(minor.end, Class::And))
        };
    if bare { (low + hundredth, minor.end) } else { (low, end) }
}

/// "MUSD": millions of it.
fn is_million_code(wording: &str) -> bool {
    wording.len() == 4
        && wording.starts_with('M')
        && crate::lexicon::currency::by_code(&wording[1..]).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::english;
    use crate::text::Text;

    fn read(wording: &str, country: &str) -> Option<String> {
        let text = Text::new(wording, english().vocabulary());
        let c = Cursor { text: &text, lexicon: english() };
        let homes = Homes { home: Some(country), dollar: Some(country), ..Homes::default() };
        (0..text.tokens.len()).find_map(|at| money_at(&c, at, &homes)).map(|m| {
            let high = m.high.map(|h| format!("..{}", h.normalize())).unwrap_or_default();
            format!("{} {}{high}", m.unit, m.low.normalize())
        })
    }

    #[test]
    fn reads_sums_as_written() {
        for (wording, country, wanted) in [
            ("a record $35 billion on arms", "UA", "USD 35000000000"),
            ("1.6bn kroner", "DK", "DKK 1600000000"),
            ("1.6bn kroner", "NO", "NOK 1600000000"),
            ("1.6 billion Danish kroner", "NO", "DKK 1600000000"),
            ("5.3 billion kronor", "TH", "SEK 5300000000"),
            ("SEK 16bn", "SE", "SEK 16000000000"),
            ("NOK7 billion", "NO", "NOK 7000000000"),
            ("US$500M", "TW", "USD 500000000"),
            ("USD34.6 million", "US", "USD 34600000"),
            ("C$5 billion", "US", "CAD 5000000000"),
            ("$2B", "CA", "CAD 2000000000"),
            ("two billion dollars", "CA", "CAD 2000000000"),
            ("NT$949.5 billion", "TW", "TWD 949500000000"),
            ("Rs 4,000 crore", "IN", "INR 40000000000"),
            ("Rs. 4,000 crore", "IN", "INR 40000000000"),
            ("₹1.2 lakh crore", "IN", "INR 1200000000000"),
            ("UAH 739bn", "UA", "UAH 739000000000"),
            ("50 MUSD", "US", "USD 50000000"),
            ("$1MM", "US", "USD 1000000"),
            ("£325m", "GB", "GBP 325000000"),
            ("a €50-billion fund", "DE", "EUR 50000000000"),
            ("$500-million", "US", "USD 500000000"),
            ("4.5 bn euros", "DE", "EUR 4500000000"),
            ("half a billion euros", "DE", "EUR 500000000"),
            ("one and a half billion dollars", "US", "USD 1500000000"),
            ("$1.5 to $2 billion", "US", "USD 1500000000..2000000000"),
            ("between $5-7 billion", "US", "USD 5000000000..7000000000"),
            ("between €2.5 billion and €3 billion", "DE", "EUR 2500000000..3000000000"),
            ("60 to 80 million euros", "DE", "EUR 60000000..80000000"),
            ("$ 300,000", "US", "USD 300000"),
            ("€30\u{202f}000", "FR", "EUR 30000"),
            ("a 10-billion-zloty line", "PL", "PLN 10000000000"),
            ("2.1 billion krónur", "IS", "ISK 2100000000"),
            ("300 billion won", "KR", "KRW 300000000000"),
            ("6.15 trillion won", "KP", "KRW 6150000000000"),
            ("¥970 billion", "JP", "JPY 970000000000"),
            ("50 cents", "US", "USD 0.5"),
            ("the billion euros", "ES", "EUR 1000000000"),
            ("CAD 165 million", "CA", "CAD 165000000"),
            ("Rs2.55tr", "PK", "PKR 2550000000000"),
            ("Rs 1.27 lakh crore", "IN", "INR 1270000000000"),
            ("Rs846bn", "PK", "PKR 846000000000"),
            ("16.5 trillion pesos", "CO", "COP 16500000000000"),
            ("a P28-billion contract", "PH", "PHP 28000000000"),
            ("N4.91 trillion", "NG", "NGN 4910000000000"),
            ("gets N22,918,000,000 for", "NG", "NGN 22918000000"),
            ("R2.6 billion", "ZA", "ZAR 2600000000"),
            ("4.2 bn zł", "PL", "PLN 4200000000"),
            ("SDR 300 million", "US", "XDR 300000000"),
            ("two thousand million dollars", "US", "USD 2000000000"),
            ("167.4 trillion rupiah", "ID", "IDR 167400000000000"),
            ("since February 2022\tEUR 10.15 billion", "NL", "EUR 10150000000"),
            ("a quarter million US dollars", "US", "USD 250000"),
            ("15 dollars and 50.", "US", "USD 15.5"),
            ("MAUD 60", "AU", "AUD 60000000"),
            ("Hr 15.9 billion", "UA", "UAH 15900000000"),
            ("Dh7.6 billion", "AE", "AED 7600000000"),
            ("DH 2.5 billion", "MA", "MAD 2500000000"),
            ("Sh2.8 billion", "KE", "KES 2800000000"),
            ("Sh 400 billion", "TZ", "TZS 400000000000"),
            ("718.2 billion NTD", "TW", "TWD 718200000000"),
            ("KD 450 million", "KW", "KWD 450000000"),
            ("SR13 billion", "SA", "SAR 13000000000"),
            ("TL 40 billion", "TR", "TRY 40000000000"),
            ("300 bn Ft", "HU", "HUF 300000000000"),
            ("W3.4 trillion", "KR", "KRW 3400000000000"),
            ("B1.2bn", "TH", "THB 1200000000"),
            ("between EUR 350 and 500 million", "EE", "EUR 350000000..500000000"),
        ] {
            assert_eq!(read(wording, country).as_deref(), Some(wanted), "{wording}");
        }
    }

    #[test]
    fn leaves_what_is_no_money() {
        for wording in [
            "he won 3 medals",
            "30 tanks",
            "two Patriot systems",
            "dozens of billions",
            "in 2025",
            "3 MARS launchers",
            "an SR 71 jet",
            "the W87 warhead",
            "1,700 of the 500-pound sort",
        ] {
            assert_eq!(read(wording, "US"), None, "{wording}");
        }
    }
}
