//! Where a subject begins behind what is put before it.

use crate::figure::scene::Scene;
use crate::lexicon::{Class, PartySort};

/// Where the subject begins, once a phrase before it ("In 2025,", "According to Umerov,", "Under the
/// initiative the Department") is passed.
pub(super) fn subject_start(scene: &Scene<'_>, first: usize, end: usize) -> usize {
    let c = &scene.c;
    let mut at = first;
    for _ in 0..4 {
        while at < end
            && (c.is_any(at, Class::And.bit() | Class::But.bit() | Class::Relative.bit())
                || matches!(
                    c.text.word(at),
                    "," | ";" | ":" | "\"" | "“" | "”" | "—" | "–" | "-" | "•" | "*"
                ))
        {
            at += 1;
        }
        let fronted = c
            .is_any(at, Class::Preposition.bit() | Class::Subordinator.bit() | Class::Of.bit())
            || c.reads(at, "according")
            || c.reads(at + 1, "with")
                && matches!(c.text.word(at), "Together" | "Jointly" | "Along")
            || c.is_any(at, Class::Adverb.bit() | Class::Month.bit() | Class::Weekday.bit())
                && c.is_sign(at + 1, ",");
        if !fronted {
            break;
        }
        let comma = (at..end).find(|k| {
            c.is_sign(*k, ",") && !(c.kind(*k + 1) == Some(crate::text::TokenKind::Number))
        });
        if let Some(comma) = comma {
            at = comma + 1;
            continue;
        }
        let next = (at + 2..end).find(|k| {
            let opens =
                c.is_any(
                    *k,
                    Class::Determiner.bit()
                        | Class::PronounThing.bit()
                        | Class::PronounPerson.bit()
                        | Class::PronounWe.bit(),
                ) || scene.parties_in(*k, *k + 1).iter().any(|p| p.sort != PartySort::Adjective);
            let inside = c.is_any(
                *k - 1,
                Class::Preposition.bit()
                    | Class::Determiner.bit()
                    | Class::And.bit()
                    | Class::Ending.bit()
                    | Class::To.bit()
                    | Class::Adjective.bit()
                    | Class::Title.bit(),
            ) || scene.parties_in(*k - 1, *k).iter().any(|_| true)
                || c.is_sign(*k - 1, ",");
            opens && !inside
        });
        match next {
            Some(next) => at = next,
            None => break,
        }
    }
    if at >= end { first } else { at }
}

#[cfg(test)]
mod tests {
    use super::super::tests::subject_of;

    #[test]
    fn what_is_put_before_a_subject_is_passed() {
        for text in [
            "In 2025, Thailand gave 30 tanks.",
            "According to Peru, Thailand gave 30 tanks.",
            "Under the initiative Thailand gave 30 tanks.",
            "“Thailand gave 30 tanks.”",
        ] {
            assert_eq!(subject_of(text), "TH", "{text}");
        }
    }
}
