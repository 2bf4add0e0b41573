//! What the words around a number say of it: an object, a share, an aside.

use rust_decimal::Decimal;

use crate::figure::draft::Draft;
use crate::figure::scene::Scene;
use crate::figure::terms::Per;
use crate::lexicon::{Class, Cue, List, NotThing};
use crate::mention::{Head, Mention, What};
use crate::text::TokenKind;

/// "at a cost of 60 million", "a fund of 2 million": money by the noun over it.
pub(super) fn sum_by_noun(scene: &Scene<'_>, mention: &Mention) -> bool {
    let c = &scene.c;
    let first = mention.first;
    let noun = |at: usize| c.is(at, Class::FundNoun) || c.listed(at, List::SumNoun);
    let of = first > 1 && c.is(first - 1, Class::Of) && noun(first - 2);
    mention.scaled && (of || first > 0 && c.reads(first - 1, "worth"))
}

/// "Ukraine: population 41.0 million".
pub(super) fn population(scene: &Scene<'_>, mention: &Mention) -> bool {
    let c = &scene.c;
    let led = (mention.first.saturating_sub(4)..mention.first)
        .rev()
        .find(|at| !c.is(*at, Class::BoundBefore));
    led.is_some_and(|at| {
        c.listed_small(at, List::Readers)
            || c.is(at, Class::Of) && at > 0 && c.listed_small(at - 1, List::Polled)
    }) || c.reads(mention.number_end, "such")
}

/// "Ten Trekkers: four flown in, six to come", "111 were signed for; fifteen are due": some of those just told.
pub(super) fn share_of_last(scene: &Scene<'_>, last: &Draft, mention: &Mention) -> bool {
    let c = &scene.c;
    let end = mention.number_end;
    let told = c
        .is_any(end, Class::Be.bit() | Class::Have.bit() | Class::Future.bit() | Class::To.bit())
        || c.is(end, Class::Verb) && !c.is(end, Class::NounVerb);
    let opened = mention.first > 0 && c.kind(mention.first - 1) == Some(TokenKind::Sign)
        || c.is(mention.first - 1, Class::And);
    matches!(mention.what, What::Bare)
        && !mention.scaled
        && mention.value > Decimal::ONE
        && mention.value < last.mention.value
        && told
        && opened
}

/// "Fifteen for export, ten for France.": no verb, and the thing told before.
pub(super) fn fragment(scene: &Scene<'_>, mention: &Mention) -> bool {
    let c = &scene.c;
    let sentence = scene.sentence(scene.sentence_at(mention.first));
    let opens = mention.first == sentence.first || c.is_sign(mention.first - 1, ",");
    opens
        && mention.value > Decimal::ONE
        && matches!(c.text.word(mention.number_end), "for" | "from")
        && scene.verbs_in(sentence.first, sentence.end).is_empty()
        && c.lexicon.number_word(c.word(mention.number_end + 1)).is_none()
}

/// "food for 15,000", "a crew of 3": what a preposition leads to is no object.
pub(super) fn after_preposition(scene: &Scene<'_>, mention: &Mention) -> bool {
    let c = &scene.c;
    let led = (mention.first.saturating_sub(3)..mention.first)
        .rev()
        .find(|at| !c.is(*at, Class::BoundBefore));
    led.filter(|at| !(c.reads(*at, "for") && c.is(at.saturating_sub(1), Class::Verb)))
        .is_some_and(|at| c.listed(at, List::NoObject))
}

/// The words behind the number end in a plural noun.
pub(super) fn plural_head(scene: &Scene<'_>, mention: &Mention) -> bool {
    let What::Counted(_, end, _) = mention.what else { return false };
    let word = scene.c.text.word(end - 1);
    word.ends_with('s') && !word.ends_with("ss") && !scene.c.is(end - 1, Class::Verb)
}

/// Nothing that could be a noun follows the number directly.
pub(super) fn headless(scene: &Scene<'_>, mention: &Mention) -> bool {
    let What::Counted(first, end, _) = mention.what else { return true };
    let c = &scene.c;
    (first..end)
        .all(|at| c.is_any(at, Class::Adverb.bit() | Class::Verb.bit() | Class::Adjective.bit()))
}

/// A bare number as a verb's own object or subject: the next token begins a phrase or ends the clause.
pub(super) fn bare_object(scene: &Scene<'_>, mention: &Mention) -> bool {
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
                    | Class::To.bit()
                    | Class::Adverb.bit()
                    | Class::Future.bit(),
            )
            || c.is(end, Class::And) && c.kind(end + 1) == Some(TokenKind::Number)
            || c.is_when(end))
}

/// "of them", "a month", "the remaining", "another", "all".
pub(super) fn marked_elliptic(scene: &Scene<'_>, mention: &Mention) -> bool {
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
        && (c.is(first - 1, Class::Remaining) || c.listed_small(first - 1, List::MoreOfThem));
    let group = first > 1 && c.is(first - 1, Class::Of) && c.listed(first - 2, List::Batch);
    let more = matches!(c.text.word(end), "more" | "others")
        && !c.reads(end + 1, "than")
        && (c.kind(end + 1) != Some(TokenKind::Word)
            || c.is_any(
                end + 1,
                Class::Comparison.bit()
                    | Class::Preposition.bit()
                    | Class::Verb.bit()
                    | Class::Be.bit()
                    | Class::And.bit()
                    | Class::Future.bit(),
            ));
    of_them
        || more
        || before
        || group
        || (mention.per.is_some_and(|p| p != Per::Year || !mention.scaled)
            && mention.high.is_none_or(|_| true)
            && mention.per.is_some())
}

/// "Protesters, about 60 of them": the nearest noun before is one of people.
pub(super) fn people_before(scene: &Scene<'_>, mention: &Mention) -> bool {
    let c = &scene.c;
    let end = mention.number_end;
    if !(c.is(end, Class::Of) && c.reads(end + 1, "them")) {
        return false;
    }
    let sentence = scene.sentence(scene.sentence_at(mention.first));
    let counted = scene.mentions_in(sentence.first, mention.first).last();
    if counted.is_some_and(|m| {
        matches!(m.what, What::Counted(_, _, Head::NotThing(NotThing::Person) | Head::Unknown))
    }) {
        return true;
    }
    (sentence.first..mention.first)
        .rev()
        .find_map(|at| {
            let words = c.lexicon.vocabulary();
            if c.lexicon.things.at(words, c.tokens(), at).is_some() {
                return Some(false);
            }
            let (not, _) = c.lexicon.not_things.at(words, c.tokens(), at)?;
            (not == NotThing::Person).then_some(true)
        })
        .unwrap_or(false)
}
