//! Whether two figures' donors can be the same.

use super::firm::{self, Alike};
use crate::lexicon::Party;

/// How the donors of two figures agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Donors {
    /// The same; or neither text names one.
    Same,
    /// The same but for a company's name, which is not sure to be the same one's.
    Named,
    /// One names some of the donors that the other names.
    Some,
    /// Only one of the texts names a donor.
    Nobody,
    /// Others.
    Other,
}

/// Compares the donors of two figures.
pub(super) fn donors(one: &[Party], other: &[Party]) -> Donors {
    let (few, many) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if few.is_empty() {
        return if many.is_empty() { Donors::Same } else { Donors::Nobody };
    }
    let nearest = |party: &Party| many.iter().map(|p| alike(party, p)).min();
    let worst = few.iter().filter_map(nearest).max().unwrap_or(Alike::Other);
    match (worst, few.len() == many.len()) {
        (Alike::Other, _) => Donors::Other,
        (Alike::Same, true) => Donors::Same,
        (Alike::Perhaps, true) => Donors::Named,
        (_, false) => Donors::Some,
    }
}

/// Whether two parties are one.
pub(super) fn alike(one: &Party, other: &Party) -> Alike {
    match one.company_name().zip(other.company_name()) {
        Some((a, b)) => firm::alike(a, b),
        None if one == other => Alike::Same,
        None => Alike::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn donors_meet() {
        let table = [
            ("DK", "DK", Donors::Same),
            ("", "", Donors::Same),
            ("DK", "", Donors::Nobody),
            ("DK", "NO", Donors::Other),
            ("DK+NO", "NO+DK", Donors::Same),
            ("DK+NO", "NO", Donors::Some),
            ("DK+NO", "DK+SE", Donors::Other),
            ("company:Diehl", "company:Diehl Defence", Donors::Same),
            ("company:Nordvik", "company:Nordvik Systems", Donors::Named),
            ("DE", "company:Diehl", Donors::Other),
        ];
        let read = |codes: &str| -> Vec<Party> {
            let codes = codes.split('+').filter(|code| !code.is_empty());
            codes.map(|code| Party::parse(code).unwrap()).collect()
        };
        for (one, other, same) in table {
            assert_eq!(donors(&read(one), &read(other)), same, "{one} / {other}");
            assert_eq!(donors(&read(other), &read(one)), same, "{other} / {one}");
        }
    }
}
