//! The same sum in another currency: "1.6 billion kroner (some 215 million euros)"; the same rate per
//! another time: "210 missiles a month, or seven a day".

use super::alike;
use crate::figure::draft::Draft;
use crate::figure::scene::Scene;
use crate::figure::terms::{Bound, Kind};
use crate::lexicon::{Class, List};

/// Links each figure that restates the one right before it.
pub fn link(scene: &Scene<'_>, drafts: &mut [Draft]) {
    for later in 1..drafts.len() {
        let earlier = later - 1;
        if restates(scene, &drafts[earlier], &drafts[later]) {
            let first = drafts[earlier].equivalent_of.unwrap_or(earlier);
            drafts[later].equivalent_of = Some(first);
            if drafts[first].bound == Bound::About && drafts[later].bound == Bound::Exact {
                drafts[later].bound = Bound::About;
            }
        }
    }
}

fn restates(scene: &Scene<'_>, one: &Draft, two: &Draft) -> bool {
    if !alike(one, two) || one.sentence != two.sentence {
        return false;
    }
    let gap = one.mention.end..two.mention.first;
    if gap.len() > 9 {
        return false;
    }
    let c = &scene.c;
    let opened = gap.clone().find(|at| {
        told_about(scene, *at, two)
            || matches!(c.text.word(*at), "(" | "[" | "—" | "–" | "/" | "=")
            || c.is(*at, Class::Or)
            || c.listed(*at, List::EqualTo)
    });
    let Some(mut opened) = opened else { return false };
    // "which is about €34 million", "that is, $2 billion"
    while c.listed(opened + 1, List::WhichIs) {
        opened += 1;
    }
    if gap.clone().any(|at| c.is_sign(at, ")") || c.is_sign(at, ";")) {
        return false;
    }
    match one.kind {
        Kind::Money => {
            let other = one.unit != two.unit;
            // Within the brackets only words that lead to the same sum.
            let led = (opened + 1..two.mention.first).all(|at| {
                c.is_any(
                    at,
                    Class::Adverb.bit()
                        | Class::Determiner.bit()
                        | Class::Adjective.bit()
                        | Class::Comparison.bit(),
                ) || c.listed(at, List::BeforeRestated)
                    || [".", ",", "(", "~", "≈"].iter().any(|sign| c.is_sign(at, sign))
            });
            let party_before = scene.parties_in(one.mention.end, opened).is_empty();
            other && led && party_before && ratio_possible(one, two)
        }
        Kind::Quantity => {
            c.is(opened, Class::Or) && one.per.is_some() && two.per.is_some() && one.per != two.per
        }
    }
}

/// "The 85 billion proposed, about 7.3 billion euros, equals": an aside between commas; "865 million crowns,
/// which is about €34 million".
fn told_about(scene: &Scene<'_>, at: usize, two: &Draft) -> bool {
    let c = &scene.c;
    let which = matches!(c.text.word(at + 1), "which" | "that") && c.is(at + 2, Class::Be);
    let about =
        two.bound == Bound::About && two.mention.first - at <= 4 && c.is_sign(two.mention.end, ",");
    c.is_sign(at, ",") && (which || about)
}

/// No two currencies differ by more than some tens of thousands to one.
fn ratio_possible(one: &Draft, two: &Draft) -> bool {
    let (a, b) = (one.mention.value, two.mention.value);
    let limit = rust_decimal::Decimal::from(60_000);
    a.checked_div(b).is_some_and(|r| r < limit) && b.checked_div(a).is_some_and(|r| r < limit)
}
