//! Codes and names of donors and recipients, joint ones included.

use crate::lexicon::Party;

/// The parties of a donor key: `DK+NO` is Denmark and Norway. A firm's name may hold a plus sign:
/// what is no code belongs to the name before it.
#[must_use]
pub fn parties(key: &str) -> Vec<Party> {
    let mut codes: Vec<String> = Vec::new();
    for piece in key.split('+').filter(|piece| !piece.is_empty()) {
        match codes.last_mut() {
            Some(last) if Party::parse(piece).is_err() => *last = format!("{last}+{piece}"),
            _ => codes.push(piece.to_owned()),
        }
    }
    codes.iter().filter_map(|code| Party::parse(code).ok()).collect()
}

/// "Denmark + Norway"; nothing where the text does not say.
#[must_use]
pub fn name(key: &str) -> String {
    parties(key).iter().map(Party::name).collect::<Vec<_>>().join(" + ")
}

/// `DNK+NOR`; empty where one of them has no ISO 3166-1 code.
#[must_use]
pub fn iso3(key: &str) -> String {
    let codes: Option<Vec<&str>> = parties(key).iter().map(Party::iso3).collect();
    codes.unwrap_or_default().join("+")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_have_names() {
        let cases = [
            ("UA", "UKR", "Ukraine"),
            ("DK+NO", "DNK+NOR", "Denmark + Norway"),
            ("DK+EU", "", "Denmark + European Union"),
            ("company:Smith+Wesson", "", "Smith+Wesson"),
            ("", "", ""),
        ];
        for (key, code, words) in cases {
            assert_eq!((iso3(key).as_str(), name(key).as_str()), (code, words), "{key}");
        }
    }
}
