//! Numbers without a noun of their own: "another 700,000", "the remaining 12", "1.2 billion" after a sum.

use rust_decimal::Decimal;

use super::other_count::{aside, is_other_count};
use super::other_money::is_other_money;
use super::{Reading, money, things, told_before};
use crate::figure::draft::Draft;
use crate::figure::roles::governing::Governing;
use crate::figure::scene::Scene;
use crate::figure::terms::{Category, Kind, Per};
use crate::lexicon::{Class, Cue, NotThing, VerbClass};
use crate::mention::{Head, Mention, What};
use crate::text::TokenKind;

/// "another 700,000", "the remaining 12", "1.2 billion" after a sum: the unit of the figure before.
pub(super) fn elliptic(
    scene: &Scene<'_>,
    mention: &Mention,
    governing: &Governing,
    before: &[Draft],
) -> Option<Reading> {
    let c = &scene.c;
    let sentence = scene.sentence_at(mention.first);
    let unknown = matches!(mention.what, What::Counted(..));
    let sum = large(mention) && unknown && !plural_head(scene, mention);
    if unknown && !sum && !headless(scene, mention) || aside(scene, mention) {
        return None;
    }
    // "700 jobs and another 200": of what was counted just before, which is no figure.
    let first = scene.sentence(sentence).first;
    let just_before = scene.mentions_in(first, mention.first).last();
    if just_before.is_some_and(|m| {
        matches!(
            m.what,
            What::Counted(
                _,
                _,
                Head::NotThing(
                    NotThing::Person | NotThing::Group | NotThing::Place | NotThing::Event
                )
            )
        )
    }) {
        return None;
    }
    let reach = if mention.scaled { 4 } else { 2 };
    let recent = before
        .iter()
        .rev()
        .take_while(|d| sentence.saturating_sub(d.sentence) <= reach || d.title && sentence <= 4);
    let fits = |d: &&Draft| match d.kind {
        Kind::Money => {
            mention.scaled && mention.value >= Decimal::from(1_000_000) && !bracketed(scene, d)
        }
        Kind::Quantity => mention.value < Decimal::from(100_000_000),
    };
    if people_before(scene, mention) {
        return None;
    }
    if let Some(next) = of_the_next(scene, mention) {
        return (!is_other_count(scene, mention, governing)).then_some(next);
    }
    if let Some(near) = of_them_near(scene, mention) {
        return (!is_other_count(scene, mention, governing)).then_some(near);
    }
    if let Some(told) = told_before(scene, mention, before) {
        return (!is_other_count(scene, mention, governing)).then_some(told);
    }
    let far = || {
        before
            .iter()
            .rev()
            .find(|d| d.kind == Kind::Money && large(mention) && !bracketed(scene, d))
    };
    let Some(last) = recent.into_iter().find(fits).or_else(far) else {
        return named_before(scene, mention, governing);
    };
    match last.kind {
        Kind::Money => (!is_other_money(scene, mention, governing))
            .then(|| money(last.unit.unwrap_or("USD"), last.unit_sure, true)),
        Kind::Quantity => {
            let marked = marked_elliptic(scene, mention);
            let acted = matches!(
                governing.class,
                Some(
                    VerbClass::Give
                        | VerbClass::Buy
                        | VerbClass::Make
                        | VerbClass::Receive
                        | VerbClass::Commit
                        | VerbClass::Arrive
                        | VerbClass::Promise
                        | VerbClass::Plan
                        | VerbClass::Request
                )
            );
            let same = last.sentence == sentence && !c.is(mention.number_end, Class::And);
            let gapped = same
                && governing.verb.is_none()
                && scene
                    .parties_in(mention.first.saturating_sub(3), mention.first)
                    .iter()
                    .any(|p| p.end + 1 >= mention.first);
            let enough = gapped
                || marked
                || (acted
                    && governing.near
                    && mention.value > Decimal::ONE
                    && bare_object(scene, mention))
                || (acted && mention.scaled)
                || (acted && same && mention.value > Decimal::ONE);
            if !enough || is_other_count(scene, mention, governing) {
                return None;
            }
            Some(things(last.item?, last.category?, true))
        }
    }
}

/// No count of things is so large: a sum, whose currency stands anywhere before.
fn large(mention: &Mention) -> bool {
    mention.scaled && mention.value >= Decimal::from(100_000_000)
}

/// A sum in brackets restates the one before in another currency.
fn bracketed(scene: &Scene<'_>, draft: &Draft) -> bool {
    let first = draft.mention.first;
    (first.saturating_sub(4)..first).any(|at| scene.c.is_sign(at, "("))
        && scene.c.is_sign(draft.mention.end, ")")
}

/// "How many drones? We have made over four million": the thing stands in a sentence before, uncounted.
fn named_before(scene: &Scene<'_>, mention: &Mention, governing: &Governing) -> Option<Reading> {
    let c = &scene.c;
    let acted = matches!(
        governing.class,
        Some(VerbClass::Give | VerbClass::Buy | VerbClass::Make | VerbClass::Receive)
    );
    if !(acted || marked_elliptic(scene, mention))
        || !(mention.scaled || marked_elliptic(scene, mention))
        || mention.value >= Decimal::from(100_000_000)
        || is_other_count(scene, mention, governing)
    {
        return None;
    }
    let number = scene.sentence_at(mention.first);
    let from = scene.sentence(number.saturating_sub(3)).first;
    let mut best = None;
    let mut at = from;
    while at < mention.first {
        match c.lexicon.things.at(c.lexicon.vocabulary(), c.tokens(), at) {
            Some((thing, length))
                if thing.category != Category::Other
                    && c.text.word(at + length - 1).ends_with('s') =>
            {
                best = Some(((at, at + length), thing.category));
                at += length;
            }
            _ => at += 1,
        }
    }
    best.map(|(item, category)| things(item, category, true))
}

/// "Protesters, about 60 of them": the nearest noun before is one of people.
pub(super) fn people_before(scene: &Scene<'_>, mention: &Mention) -> bool {
    let c = &scene.c;
    let end = mention.number_end;
    if !(c.is(end, Class::Of) && c.reads(end + 1, "them")) {
        return false;
    }
    let sentence = scene.sentence(scene.sentence_at(mention.first));
    (sentence.first..mention.first)
        .rev()
        .find_map(|at| {
            let words = c.lexicon.vocabulary();
            if c.lexicon.things.at(words, c.tokens(), at).is_some() {
                return Some(false);
            }
            let (not, _) = c.lexicon.not_things.at(words, c.tokens(), at)?;
            matches!(not, NotThing::Person | NotThing::Group).then_some(true)
        })
        .unwrap_or(false)
}

/// "38 of the 108 Abrams tanks": the things of the number behind it.
fn of_the_next(scene: &Scene<'_>, mention: &Mention) -> Option<Reading> {
    let c = &scene.c;
    let end = mention.number_end;
    if !c.is(end, Class::Of) || !c.is_any(end + 1, Class::Determiner.bit()) {
        return None;
    }
    let next = scene.mentions_in(end + 2, end + 4).first()?;
    match next.what {
        What::Counted(first, end, Head::Thing(category)) if next.value > mention.value => {
            Some(things((first, end), category, true))
        }
        _ => None,
    }
}

/// "speaks of generators: 200 of them": the plural noun before it in its own sentence.
fn of_them_near(scene: &Scene<'_>, mention: &Mention) -> Option<Reading> {
    let c = &scene.c;
    let end = mention.number_end;
    if !(c.is(end, Class::Of) && matches!(c.text.word(end + 1), "them" | "these" | "those")) {
        return None;
    }
    let sentence = scene.sentence(scene.sentence_at(mention.first));
    let clause_before = scene
        .mentions_in(sentence.first, mention.first)
        .iter()
        .any(|m| matches!(m.what, What::Counted(_, _, Head::Thing(_))));
    let mut at = sentence.first;
    let mut best = None;
    while at < mention.first && !clause_before {
        match c.lexicon.things.at(c.lexicon.vocabulary(), c.tokens(), at) {
            Some((thing, length)) => {
                best = Some(((at, at + length), thing.category));
                at += length;
            }
            None => at += 1,
        }
    }
    best.map(|(item, category)| things(item, category, true))
}

/// The words behind the number end in a plural noun.
fn plural_head(scene: &Scene<'_>, mention: &Mention) -> bool {
    let What::Counted(_, end, _) = mention.what else { return false };
    let word = scene.c.text.word(end - 1);
    word.ends_with('s') && !word.ends_with("ss") && !scene.c.is(end - 1, Class::Verb)
}

/// Nothing that could be a noun follows the number directly.
fn headless(scene: &Scene<'_>, mention: &Mention) -> bool {
    let What::Counted(first, end, _) = mention.what else { return true };
    let c = &scene.c;
    (first..end)
        .all(|at| c.is_any(at, Class::Adverb.bit() | Class::Verb.bit() | Class::Adjective.bit()))
}

/// A bare number as a verb's own object or subject: the next token begins a phrase or ends the clause.
fn bare_object(scene: &Scene<'_>, mention: &Mention) -> bool {
    let c = &scene.c;
    let end = mention.number_end;
    let listed = c.is_sign(end, ",") && c.kind(end + 1) == Some(TokenKind::Number);
    matches!(mention.what, What::Bare)
        && !listed
        && (c.kind(end) != Some(TokenKind::Word)
            || c.is_any(
                end,
                Class::Preposition.bit()
                    | Class::Verb.bit()
                    | Class::Be.bit()
                    | Class::Have.bit()
                    | Class::Future.bit(),
            ))
}

/// "of them", "a month", "the remaining", "another", "all".
fn marked_elliptic(scene: &Scene<'_>, mention: &Mention) -> bool {
    let c = &scene.c;
    let end = mention.number_end;
    let clause = scene.clauses[scene.clause_at(mention.first)];
    let led = |reach: usize| {
        scene.has_cue(
            mention.first.saturating_sub(reach).max(clause.first),
            mention.first,
            Cue::OfWhich,
        )
    };
    if led(5) && mention.first < clause.first + 9 || led(3) {
        return true;
    }
    let of_them = c.is(end, Class::Of)
        && c.is_any(
            end + 1,
            Class::PronounThey.bit() | Class::PronounThing.bit() | Class::Relative.bit(),
        );
    let first = mention.first;
    let before = first > 0
        && (c.is(first - 1, Class::Remaining)
            || matches!(
                c.text.word(first - 1).to_ascii_lowercase().as_str(),
                "another" | "further" | "all" | "additional" | "other"
            ));
    let group = first > 1
        && c.is(first - 1, Class::Of)
        && matches!(c.text.word(first - 2), "group" | "batch" | "total" | "lot" | "tranche");
    of_them
        || before
        || group
        || (mention.per.is_some_and(|p| p != Per::Year || !mention.scaled)
            && mention.high.is_none_or(|_| true)
            && mention.per.is_some())
}
