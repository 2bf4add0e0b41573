//! Numbers without a noun of their own: "another 700,000", "the remaining 12", "1.2 billion" after a sum.

use rust_decimal::Decimal;

use super::named_before::thing_between;
use super::other_count::{aside, is_other_count};
use super::other_money::is_other_money;
use super::question::asked_of_people;
use super::sums::{large, last_sum, led_by_of_which, restated, unscaled};
use super::told_before::told_before;
use super::wording::{
    after_preposition, bare_object, fragment, headless, marked_elliptic, people_before,
    plural_head, population, share_of_last, sum_by_noun,
};
use super::{Reading, money, things};
use crate::figure::draft::Draft;
use crate::figure::roles::governing::Governing;
use crate::figure::scene::Scene;
use crate::figure::terms::Kind;
use crate::lexicon::{Class, NotThing, VerbClass};
use crate::mention::{Head, Mention, What};

/// "another 700,000", "the remaining 12", "1.2 billion" after a sum: the unit of the figure before.
pub(super) fn elliptic(
    scene: &Scene<'_>,
    mention: &Mention,
    governing: &Governing,
    before: &[Draft],
) -> Option<Reading> {
    let sentence = scene.sentence_at(mention.first);
    let unknown = matches!(mention.what, What::Counted(..));
    let sum = large(mention) && unknown && !plural_head(scene, mention);
    if unknown && !sum && !headless(scene, mention) || aside(scene, mention) {
        return None;
    }
    if after_people(scene, mention) && !large(mention) {
        return None;
    }
    let reach = if mention.scaled { 4 } else { 2 };
    let recent = (0..before.len()).rev().take_while(|n| {
        let d = &before[*n];
        sentence.saturating_sub(d.sentence) <= reach || d.title && sentence <= 4
    });
    let fits = |n: &usize| match before[*n].kind {
        Kind::Money => {
            mention.scaled
                && mention.value >= Decimal::from(1_000_000)
                && !restated(scene, before, *n)
        }
        Kind::Quantity => {
            mention.value < Decimal::from(100_000_000) && !sum_by_noun(scene, mention)
        }
    };
    if asked_of_people(scene, mention) || population(scene, mention) {
        return None;
    }
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
    if let Some(sum) = unscaled(scene, mention, before) {
        return (!is_other_money(scene, &scaled_to(mention, &sum), governing)).then_some(sum);
    }
    let far = || last_sum(scene, before).filter(|_| large(mention) || sum_by_noun(scene, mention));
    let near = recent.into_iter().find(fits).map(|n| &before[n]);
    let Some(last) = near.or_else(far) else {
        return sum_behind(scene, mention, governing)
            .or_else(|| named_before(scene, mention, governing));
    };
    match last.kind {
        Kind::Money => (!is_other_money(scene, mention, governing))
            .then(|| money(last.unit.unwrap_or("USD"), last.unit_sure, true)),
        Kind::Quantity => of_the_last(scene, mention, governing, last),
    }
}

/// The thing of the last figure, where the number is an object, a share or a rate of its own.
fn of_the_last(
    scene: &Scene<'_>,
    mention: &Mention,
    governing: &Governing,
    last: &Draft,
) -> Option<Reading> {
    let c = &scene.c;
    let sentence = scene.sentence_at(mention.first);
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
    let free = !after_preposition(scene, mention);
    let gapped = same
        && (governing.verb.is_none() || after_other_party(scene, mention))
        && scene
            .parties_in(mention.first.saturating_sub(3), mention.first)
            .iter()
            .any(|p| p.end + 1 >= mention.first);
    let enough = gapped
        || marked
        || same && share_of_last(scene, last, mention)
        || fragment(scene, mention)
        || (acted
            && free
            && governing.near
            && mention.value > Decimal::ONE
            && bare_object(scene, mention))
        || (acted && mention.scaled)
        || (acted && free && same && mention.value > Decimal::ONE);
    if !enough || is_other_count(scene, mention, governing) {
        return None;
    }
    let from = if last.sentence < sentence {
        scene.sentence(last.sentence).end
    } else if led_by_of_which(scene, mention) {
        last.mention.end
    } else {
        mention.first
    };
    let named = thing_between(scene, from, mention.first);
    let (item, category) = named.or(last.item.zip(last.category))?;
    Some(things(item, category, true))
}

/// "700 jobs and another 200": of what was counted just before, which is no figure.
fn after_people(scene: &Scene<'_>, mention: &Mention) -> bool {
    let first = scene.sentence(scene.sentence_at(mention.first)).first;
    scene.mentions_in(first, mention.first).last().is_some_and(|m| {
        matches!(
            m.what,
            What::Counted(
                _,
                _,
                Head::NotThing(
                    NotThing::Person
                        | NotThing::Group
                        | NotThing::Place
                        | NotThing::Event
                        | NotThing::Document
                )
            )
        )
    })
}

/// "Germany delivered 14 Leopards, Canada eight": a new giver under the same verb.
fn after_other_party(scene: &Scene<'_>, mention: &Mention) -> bool {
    let c = &scene.c;
    let first = mention.first;
    scene.parties_in(first.saturating_sub(4), first).last().is_some_and(|p| {
        let start = p.first - usize::from(p.first > 0 && c.is(p.first - 1, Class::Determiner));
        p.end == first
            && !p.possessive
            && start > 0
            && (c.is_sign(start - 1, ",")
                || c.is_sign(start - 1, ";")
                || c.is(start - 1, Class::And))
    })
}

/// "The Swedes pay 2bn, the Danes 1.4bn kroner": the currency stands with the next sum.
fn sum_behind(scene: &Scene<'_>, mention: &Mention, governing: &Governing) -> Option<Reading> {
    let sentence = scene.sentence(scene.sentence_at(mention.first));
    let acted = matches!(
        governing.class,
        Some(
            VerbClass::Give
                | VerbClass::Commit
                | VerbClass::Buy
                | VerbClass::Promise
                | VerbClass::Plan
        )
    );
    if !acted || !mention.scaled || mention.value < Decimal::from(1_000_000) {
        return None;
    }
    let next = scene.mentions_in(mention.end, sentence.end).first()?;
    let What::Money(unit, sure) = next.what else { return None };
    (!is_other_money(scene, mention, governing)).then(|| money(unit, sure, true))
}

/// The mention with the value of its reading.
fn scaled_to(mention: &Mention, reading: &Reading) -> Mention {
    Mention { value: reading.value.unwrap_or(mention.value), scaled: true, ..*mention }
}

/// "How many drones? We have made over four million": the thing stands in a sentence before, uncounted.
fn named_before(scene: &Scene<'_>, mention: &Mention, governing: &Governing) -> Option<Reading> {
    let acted = matches!(
        governing.class,
        Some(
            VerbClass::Give
                | VerbClass::Buy
                | VerbClass::Make
                | VerbClass::Receive
                | VerbClass::Arrive
                | VerbClass::Commit
                | VerbClass::Promise
        )
    );
    if !(acted || marked_elliptic(scene, mention))
        || !(mention.scaled
            || marked_elliptic(scene, mention)
            || governing.near
                && bare_object(scene, mention)
                && !after_preposition(scene, mention)
                && mention.value > Decimal::ONE)
        || mention.value >= Decimal::from(100_000_000)
        || is_other_count(scene, mention, governing)
    {
        return None;
    }
    let number = scene.sentence_at(mention.first);
    let from = scene.sentence(number.saturating_sub(3)).first;
    let best = thing_between(scene, from, mention.first);
    best.map(|(item, category)| things(item, category, true))
}

/// "38 of the 108 Abrams tanks": the things of the number behind it.
fn of_the_next(scene: &Scene<'_>, mention: &Mention) -> Option<Reading> {
    let c = &scene.c;
    let end = mention.number_end;
    if !c.is(end, Class::Of) {
        return None;
    }
    let from = end + 1 + usize::from(c.is(end + 1, Class::Determiner));
    let next = scene.mentions_in(from, from + 2).first()?;
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
