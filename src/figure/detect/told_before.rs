//! Numbers whose thing stands elsewhere in words of its own: "of the aircraft, 15 are single-seaters", "the
//! three that were ordered", "FPV: 3,000,000 contracted".

use super::named_before::{Item, last_things, thing_between};
use super::question::answer;
use super::same_rate::{counted_again, raised_order};
use super::wording::people_before;
use super::{Reading, things};
use crate::figure::draft::Draft;
use crate::figure::scene::Scene;
use crate::lexicon::{Class, List};
use crate::mention::{Mention, What};
use crate::text::TokenKind;

/// The thing that a bare number counts by one of these constructions.
pub(super) fn told_before(
    scene: &Scene<'_>,
    mention: &Mention,
    before: &[Draft],
) -> Option<Reading> {
    if mention.value >= rust_decimal::Decimal::from(100_000_000)
        || mention.value.scale() > 0 && !mention.scaled
    {
        return None;
    }
    if people_before(scene, mention) {
        return None;
    }
    let found = labelled(scene, mention)
        .or_else(|| partitive(scene, mention))
        .or_else(|| definite(scene, mention, before))
        .or_else(|| answer(scene, mention))
        .or_else(|| of_calibre(scene, mention, before))
        .or_else(|| counted_again(scene, mention, before))
        .or_else(|| raised_order(scene, mention));
    found.map(|(item, category)| things(item, category, true))
}

/// Nothing follows that could be a noun.
fn closed(scene: &Scene<'_>, mention: &Mention) -> bool {
    let c = &scene.c;
    let end = mention.number_end;
    c.kind(end) != Some(TokenKind::Word)
        || c.is_any(
            end,
            Class::Preposition.bit()
                | Class::Be.bit()
                | Class::Have.bit()
                | Class::Future.bit()
                | Class::Modal.bit()
                | Class::Relative.bit()
                | Class::Verb.bit()
                | Class::Adverb.bit()
                | Class::And.bit()
                | Class::To.bit(),
        )
        || mention.per.is_some()
}

/// "FPV: 3,000,000 contracted, 2,640,000 already with the units": the line's own label.
fn labelled(scene: &Scene<'_>, mention: &Mention) -> Option<Item> {
    let c = &scene.c;
    let sentence = scene.sentence(scene.sentence_at(mention.first));
    let colon = (sentence.first..mention.first).find(|at| c.is_sign(*at, ":"))?;
    let start = (sentence.first..colon).find(|at| c.kind(*at) == Some(TokenKind::Word))?;
    let item = thing_between(scene, start, colon)
        .filter(|((first, end), _)| *first == start && *end == colon)?;
    let listed = mention.first == colon + 1
        || c.is_sign(mention.first - 1, ",") && closed(scene, mention)
        || mention.per.is_some();
    (listed && c.text.tokens[mention.first - 1].kind == TokenKind::Sign || mention.per.is_some())
        .then_some(item)
}

/// "Of the aircraft, 15 are single-seaters", "of the Romeo helicopters he asked for, just seven were bought";
/// "two of the Trekkers".
fn partitive(scene: &Scene<'_>, mention: &Mention) -> Option<Item> {
    let c = &scene.c;
    let sentence = scene.sentence(scene.sentence_at(mention.first));
    let acted = |at: usize| {
        c.is_any(
            at,
            Class::Be.bit()
                | Class::Have.bit()
                | Class::Future.bit()
                | Class::Verb.bit()
                | Class::To.bit(),
        )
    };
    if !acted(mention.number_end) {
        return None;
    }
    let of = (sentence.first..mention.first).find(|at| {
        c.is(*at, Class::Of)
            && c.is(*at + 1, Class::Determiner)
            && (*at == sentence.first || c.kind(*at - 1) == Some(TokenKind::Sign))
    })?;
    let number_between =
        scene.mentions_in(of, mention.first).iter().any(|m| !matches!(m.what, What::Bare));
    if number_between {
        return None;
    }
    thing_between(scene, of + 2, (of + 7).min(mention.first))
}

/// "the three that were ordered", "the 24 delivered earlier", "the first three come from the yard".
fn definite(scene: &Scene<'_>, mention: &Mention, before: &[Draft]) -> Option<Item> {
    let c = &scene.c;
    let (first, end) = (mention.first, mention.number_end);
    let marked = first > 0
        && !(first > 1 && c.reads(first - 2, "by"))
        && (c.listed(first - 1, List::TheSame)
            || first > 1
                && c.listed(first - 1, List::OfARow)
                && matches!(c.text.word(first - 2), "the" | "The"));
    let relative = matches!(c.text.word(end), "that" | "which");
    let done = c.is(end, Class::Verb) && !c.is(end, Class::NounVerb);
    let fetched = matches!(c.text.word(end), "already" | "still" | "to");
    let goes_on = c.is_any(end, Class::Have.bit() | Class::Be.bit() | Class::Future.bit())
        && first > 1
        && !matches!(c.text.word(first - 1), "the" | "The");
    if !marked || mention.scaled || !(relative || done || fetched || goes_on) {
        return None;
    }
    let sentence = scene.sentence(scene.sentence_at(first));
    thing_between(scene, sentence.first, first).or_else(|| last_things(scene, mention, before, 1))
}

/// "Half a million of 155 millimetre and 300,000 of 122".
fn of_calibre(scene: &Scene<'_>, mention: &Mention, before: &[Draft]) -> Option<Item> {
    let c = &scene.c;
    let end = mention.number_end;
    if !(c.is(end, Class::Of) && c.kind(end + 1) == Some(TokenKind::Number)) {
        return None;
    }
    let named = matches!(
        c.text.word(end + 1),
        "155" | "152" | "122" | "120" | "105" | "125" | "82" | "81" | "60" | "100" | "130" | "203"
    );
    named.then(|| last_things(scene, mention, before, 2)).flatten()
}

#[cfg(test)]
mod tests {
    use crate::figure::wordings_by_rules as counts;

    #[test]
    fn a_bare_number_finds_its_thing() {
        for (text, wanted) in [
            ("Of the aircraft, 15 are single-seaters.", vec!["15 aircraft"]),
            (
                "Greece joins the class; of the frigates, just seven were bought.",
                vec!["7 frigates"],
            ),
            ("FPV drones: 3,000,000 contracted.", vec!["3000000 FPV drones"]),
            (
                "Twelve K9 guns were delivered in addition to the 24 delivered earlier.",
                vec!["12 K9 guns", "24 K9 guns"],
            ),
        ] {
            assert_eq!(counts(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_bare_number_without_a_thing_stays_none() {
        for text in [
            "Of the soldiers, 15 were wounded.",
            "The tanks cross the river. The vote was 15 to 3.",
            "Shells: see page 15.",
        ] {
            assert_eq!(counts(text), Vec::<String>::new(), "{text}");
        }
    }
}
