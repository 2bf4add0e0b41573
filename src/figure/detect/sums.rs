//! Sums told without their scale or currency: "€12 million, of which 10", "1.56 billion and 1.4", "seventy
//! billion for weapons, fifteen for everything else".

use rust_decimal::Decimal;

use super::Reading;
use super::money;
use super::named_before::thing_between;
use crate::figure::draft::Draft;
use crate::figure::scene::Scene;
use crate::figure::terms::Kind;
use crate::lexicon::{Class, Cue, List, NumberWord};
use crate::mention::{Mention, What};
use crate::text::TokenKind;

/// No count of things is so large: a sum, whose currency stands anywhere before.
pub(super) fn large(mention: &Mention) -> bool {
    mention.scaled && mention.value >= Decimal::from(100_000_000)
}

/// A sum in brackets or after "or" restates the one before in another currency, and lends nobody its own.
pub(super) fn restated(scene: &Scene<'_>, before: &[Draft], number: usize) -> bool {
    let draft = &before[number];
    let c = &scene.c;
    let first = draft.mention.first;
    let bracket = (first.saturating_sub(4)..first).any(|at| c.is_sign(at, "("))
        && c.is_sign(draft.mention.end, ")");
    let Some(one) = number.checked_sub(1).map(|n| &before[n]) else { return bracket };
    let other = one.kind == Kind::Money && one.unit != draft.unit && one.sentence == draft.sentence;
    let or = other
        && first - one.mention.end.min(first) <= 5
        && (one.mention.end..first).any(|at| c.is(at, Class::Or) || c.reads(at, "equivalent"));
    bracket || or
}

/// The last sum before whose currency goes on.
pub(super) fn last_sum<'d>(scene: &Scene<'_>, before: &'d [Draft]) -> Option<&'d Draft> {
    let from = before.len().saturating_sub(64);
    (from..before.len())
        .rev()
        .find(|n| before[*n].kind == Kind::Money && !restated(scene, before, *n))
        .map(|n| &before[n])
}

/// A number without scale that takes it, with the currency, from the sum before.
pub(super) fn unscaled(scene: &Scene<'_>, mention: &Mention, before: &[Draft]) -> Option<Reading> {
    let bare = matches!(mention.what, What::Bare) && !mention.scaled && mention.high.is_none();
    if !bare || mention.value >= Decimal::from(1000) || mention.per.is_some() {
        return None;
    }
    let sentence = scene.sentence_at(mention.first);
    let last = last_sum(scene, before).filter(|d| sentence - d.sentence.min(sentence) <= 1)?;
    let here = last.sentence == sentence;
    let factor = scale(scene, last).or_else(|| {
        let whole = before.iter().rev().take(8).filter(|d| d.sentence == last.sentence);
        whole.filter(|d| d.kind == Kind::Money).find_map(|d| scale(scene, d))
    })?;
    let value = mention.value.checked_mul(factor)?;
    let nearest = before.last().is_some_and(|d| d.kind == Kind::Money);
    let thing = thing_between(scene, last.mention.end, mention.first).is_some();
    let whole = before
        .iter()
        .rev()
        .take(8)
        .any(|d| d.kind == Kind::Money && d.sentence == sentence && value <= d.mention.value);
    let part = here && nearest && !thing && whole && led_by_of_which(scene, mention);
    let parallel = here && nearest && for_and_for(scene, last, mention);
    let item = here && nearest && whole && !thing && listed_share(scene, mention);
    if !(part || parallel || item || decimal(scene, mention)) {
        return None;
    }
    Some(Reading { value: Some(value), ..money(last.unit?, last.unit_sure, true) })
}

/// "800 billion: 150 in loans and 650 in fiscal space", "6.5 billion, 1.5 of it for jets".
fn listed_share(scene: &Scene<'_>, mention: &Mention) -> bool {
    let c = &scene.c;
    let (first, end) = (mention.first, mention.end);
    let opened = first > 0
        && (c.is_sign(first - 1, ":") || c.is_sign(first - 1, ",") || c.is(first - 1, Class::And));
    let purpose =
        c.listed(end, List::Purpose) || c.is(end, Class::Of) && c.listed(end + 1, List::OfIt);
    let dated = c.kind(end + 1) != Some(TokenKind::Word)
        || c.is(end + 1, Class::Month)
        || c.lexicon.number_word(c.word(end + 1)).is_some();
    opened && purpose && !dated
}

/// The scale word of a sum: a billion of "€1.56 billion".
fn scale(scene: &Scene<'_>, draft: &Draft) -> Option<Decimal> {
    let c = &scene.c;
    (draft.mention.first..draft.mention.end).find_map(|at| {
        match c.lexicon.number_word(c.word(at)) {
            Some(NumberWord::Scale(scale)) if scale >= 1_000_000 => Some(Decimal::from(scale)),
            _ => None,
        }
    })
}

pub(super) fn led_by_of_which(scene: &Scene<'_>, mention: &Mention) -> bool {
    let first = mention.first;
    let ended =
        scene.c.is_any(mention.end, Class::Be.bit() | Class::Have.bit() | Class::Preposition.bit());
    ended && scene.cues_in(first.saturating_sub(3), first).iter().any(|cue| cue.is(Cue::OfWhich))
}

/// "Seventy billion kroner for weapons, fifteen for everything else."
fn for_and_for(scene: &Scene<'_>, last: &Draft, mention: &Mention) -> bool {
    let c = &scene.c;
    c.reads(last.mention.end, "for")
        && c.reads(mention.end, "for")
        && (c.is_sign(mention.first - 1, ",") || c.is(mention.first - 1, Class::And))
}

/// "only 11.9 had been paid", "instead of the 1.4 in the budget", "and Tallinn 1.4": a decimal fraction counts
/// no things.
fn decimal(scene: &Scene<'_>, mention: &Mention) -> bool {
    let c = &scene.c;
    let (first, end) = (mention.first, mention.end);
    let fraction = mention.value.scale() == 1;
    let led = first > 0
        && (c.listed(first - 1, List::BeforeDecimal)
            || scene.parties_in(first.saturating_sub(4), first).iter().any(|p| p.end == first));
    let closed = c.kind(end) != Some(TokenKind::Word)
        || c.is_any(
            end,
            Class::Preposition.bit() | Class::Have.bit() | Class::Be.bit() | Class::Future.bit(),
        );
    let rate = c.is_sign(end, "%")
        || (first.saturating_sub(4)..first)
            .any(|at| c.listed(at, List::NotSum) || c.is_sign(at, "%"));
    fraction && led && closed && !rate
}

#[cfg(test)]
mod tests {
    use crate::figure::wordings_by_rules as sums;

    #[test]
    fn a_number_without_scale_takes_it_from_the_sum_before() {
        for (text, wanted) in [
            (
                "Tallinn gives €12 million, of which 10 is for American weapons.",
                ["12000000 EUR", "10000000 EUR"],
            ),
            (
                "The office found that €13.5 billion was set aside and only 11.9 had been paid.",
                ["13500000000 EUR", "11900000000 EUR"],
            ),
            (
                "Riga plans €1.56 billion for 2025 and Tallinn 1.4.",
                ["1560000000 EUR", "1400000000 EUR"],
            ),
            (
                "Oslo gives seventy billion euros for weapons, fifteen for everything else.",
                ["70000000000 EUR", "15000000000 EUR"],
            ),
        ] {
            assert_eq!(sums(text), wanted, "{text}");
        }
    }

    #[test]
    fn what_has_another_unit_or_none_does_not() {
        for text in [
            "Riga gives €12 million, or 2.5 percent of its budget.",
            "Riga gives €12 million. The vote at 18.30 was 10 to 2.",
            "Riga gives €12 million, and the quake had a magnitude of 6.3.",
        ] {
            assert_eq!(sums(text), ["12000000 EUR"], "{text}");
        }
    }
}
