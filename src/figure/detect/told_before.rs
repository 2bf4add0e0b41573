//! Numbers whose thing stands elsewhere in words of its own: "of the aircraft, 15 are single-seaters", "the
//! three that were ordered", "FPV: 3,000,000 contracted", "How many shells? — Eight hundred thousand."

use super::wording::people_before;
use super::{Reading, things};
use crate::figure::draft::Draft;
use crate::figure::scene::Scene;
use crate::figure::terms::{Category, Kind};
use crate::lexicon::{Class, List, ThingKind};
use crate::mention::{Mention, What};
use crate::text::TokenKind;

/// Tokens of a thing's wording, and its category.
type Item = ((usize, usize), Category);

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

/// The last thing named between two tokens: a plural noun or a model.
pub(super) fn thing_between(scene: &Scene<'_>, from: usize, until: usize) -> Option<Item> {
    let c = &scene.c;
    let (mut at, mut last) = (from, None);
    while at < until {
        match c.lexicon.things.at(c.lexicon.vocabulary(), c.tokens(), at) {
            Some((thing, length)) => {
                let end = at + length;
                let word = c.text.word(end - 1);
                let counts = word.ends_with('s')
                    || word.ends_with("craft")
                    || thing.kind == ThingKind::Model;
                if counts && thing.category != Category::Other {
                    last = Some(match last {
                        // "Romeo helicopters": a model and its noun are one thing.
                        Some(((first, end_before), _)) if end_before == at => {
                            ((first, end), thing.category)
                        }
                        _ => ((at, end), thing.category),
                    });
                }
                at = end;
            }
            None => at += 1,
        }
    }
    last
}

/// The last figure of things in this or one of the sentences before it.
fn last_things(
    scene: &Scene<'_>,
    mention: &Mention,
    before: &[Draft],
    reach: usize,
) -> Option<Item> {
    let sentence = scene.sentence_at(mention.first);
    before
        .iter()
        .rev()
        .take_while(|d| sentence.saturating_sub(d.sentence) <= reach)
        .find(|d| d.kind == Kind::Quantity)
        .and_then(|d| d.item.zip(d.category))
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

/// A number as an answer, the thing in the question before it: "THAAD is next? — Ninety-six a year today."
fn answer(scene: &Scene<'_>, mention: &Mention) -> Option<Item> {
    let c = &scene.c;
    let number = scene.sentence_at(mention.first);
    let sentence = scene.sentence(number);
    let opens = (sentence.first..mention.first).all(|at| {
        c.kind(at) == Some(TokenKind::Sign)
            || c.is_any(at, Class::BoundBefore.bit() | Class::Adverb.bit())
            || c.text.tokens[at].capital && c.is_sign(at + 1, ":")
    });
    let alone = mention.number_end == sentence.end
        || c.kind(mention.number_end) == Some(TokenKind::Sign) && !c.is_dash(mention.number_end)
        || mention.per.is_some();
    // "1." numbers a list.
    let numbered = c.is_sign(mention.number_end, ".") && c.text.word(mention.first).len() <= 2;
    if !opens || !alone || numbered {
        return None;
    }
    (1..=2.min(number)).find_map(|back| {
        let asked = scene.sentence(number - back);
        let question = (asked.first..asked.end).any(|at| c.is_sign(at, "?"));
        let counted = people_asked(scene, asked.first, asked.end);
        (question && !counted)
            .then(|| {
                thing_between(
                    scene,
                    scene.sentence((number - back).saturating_sub(1)).first,
                    asked.end,
                )
            })
            .flatten()
    })
}

/// "How many conscripts will serve? — 6,500 annually."
pub(super) fn asked_of_people(scene: &Scene<'_>, mention: &Mention) -> bool {
    let number = scene.sentence_at(mention.first);
    number > 0 && {
        let asked = scene.sentence(number - 1);
        let question = asked.end > 0 && scene.c.is_sign(asked.end - 1, "?");
        question && people_asked(scene, asked.first, asked.end)
    }
}

/// "How many conscripts will serve?"
fn people_asked(scene: &Scene<'_>, first: usize, end: usize) -> bool {
    let c = &scene.c;
    (first..end).any(|at| {
        c.reads(at, "many")
            && (at + 1..at + 3)
                .any(|k| c.lexicon.not_things.at(c.lexicon.vocabulary(), c.tokens(), k).is_some())
    })
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

/// "raised its order of JF-17s from 16 to 40": both ends of a rise, the thing before them.
fn raised_order(scene: &Scene<'_>, mention: &Mention) -> Option<Item> {
    let c = &scene.c;
    let first = mention.first;
    let from = (first.saturating_sub(4)..first).rev().find(|at| c.reads(*at, "from"))?;
    let numbers = (from + 1..first).all(|at| {
        c.kind(at) == Some(TokenKind::Number)
            || c.is_any(at, Class::NumberWord.bit() | Class::To.bit() | Class::BoundBefore.bit())
            || c.reads(at, "to")
    });
    let old = from + 1 == first
        && (c.is(mention.number_end, Class::To) || c.reads(mention.number_end, "to"));
    let new = numbers && c.reads(first - 1, "to");
    if !(old || new) || !crate::mention::number::is_raise(c, from + 1) {
        return None;
    }
    let clause = scene.clauses[scene.clause_at(first)];
    thing_between(scene, clause.first, from)
}

/// "In early 2022 it was 14,000", "it is to be 35 by 2027", "the goal was a thousand": the same rate again.
fn counted_again(scene: &Scene<'_>, mention: &Mention, before: &[Draft]) -> Option<Item> {
    let c = &scene.c;
    let (first, end) = (mention.first, mention.number_end);
    let ended = c.kind(end) != Some(TokenKind::Word)
        || c.is_any(end, Class::Preposition.bit() | Class::Adverb.bit() | Class::And.bit())
        || mention.per.is_some();
    let clause = scene.clauses[scene.clause_at(first)];
    let from = first.saturating_sub(9).max(clause.first);
    let linked = (from..first).rev().find(|at| {
        let held = c.reads(*at, "at")
            && (c.is(at.saturating_sub(1), Class::Be) || c.reads(at.saturating_sub(1), "it"));
        // "It is to rise to 12 in 2026."
        let grown = c.is(*at, Class::To) && c.listed(at.saturating_sub(1), List::Grow);
        c.is(*at, Class::Be) || held || grown
    })?;
    let bounds = (linked + 1..first).all(|at| {
        c.is_any(
            at,
            Class::BoundBefore.bit() | Class::Adverb.bit() | Class::Be.bit() | Class::To.bit(),
        ) || c.reads(at, "at")
    });
    let subject = (from..linked).any(|at| c.listed_small(at, List::RateSubject));
    let sentence = scene.sentence_at(first);
    let last = before
        .iter()
        .rev()
        .take_while(|d| sentence - d.sentence.min(sentence) <= 2)
        .find(|d| d.kind == Kind::Quantity && !d.title)?;
    let aimed = (from..linked).any(|at| c.listed(at, List::Goal));
    let rate = last.per.is_some() || last.elliptic || aimed;
    (ended && bounds && subject && rate && !percent(scene, end)).then_some(())?;
    last.item.zip(last.category)
}

fn percent(scene: &Scene<'_>, at: usize) -> bool {
    scene.c.is_sign(at, "%") || scene.c.reads(at, "percent")
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
            ("How many shells did he mean?\n\nEight hundred thousand.", vec!["800000 shells"]),
            (
                "The plant makes 20 missiles a month; it is to be 35 by the end of 2027.",
                vec!["20 missiles", "35 missiles"],
            ),
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
            "How many conscripts will serve?\n\n6,500 annually from 2033.",
            "Of the soldiers, 15 were wounded.",
            "The tanks cross the river. The vote was 15 to 3.",
            "Shells: see page 15.",
        ] {
            assert_eq!(counts(text), Vec::<String>::new(), "{text}");
        }
    }
}
