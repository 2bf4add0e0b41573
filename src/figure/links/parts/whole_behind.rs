//! Shares whose whole stands behind them: "€80 million from the 500 million announced before", "part of the
//! $50 billion".

use super::sound;
use crate::figure::draft::Draft;
use crate::figure::links::alike;
use crate::figure::scene::Scene;
use crate::lexicon::{Class, List};

/// "€80 million to drones from the 500 million announced before", "a £350 million package funded from this
/// year's £4.5 billion": the earlier figure is a share of the later. Also "part of the $50 billion".
pub(super) fn part_of_named_whole(scene: &Scene<'_>, drafts: &mut [Draft]) {
    for whole in 0..drafts.len() {
        if !names_whole(scene, &drafts[whole]) {
            continue;
        }
        let w = &drafts[whole];
        let near = |n: &usize| w.sentence.saturating_sub(drafts[*n].sentence) <= 1;
        let part = (0..whole).rev().take_while(near).find(|n| {
            let p = &drafts[*n];
            alike(p, w)
                && p.equivalent_of.is_none()
                && p.part_of.is_none()
                && (p.unit != w.unit || p.mention.value < w.mention.value)
        });
        if let Some(part) = part.filter(|p| sound(drafts, *p, whole)) {
            drafts[part].part_of = Some(whole);
        }
    }
}

fn names_whole(scene: &Scene<'_>, draft: &Draft) -> bool {
    let c = &scene.c;
    let sentence = scene.sentence(draft.sentence);
    let mut at = draft.mention.first;
    let mut determined = false;
    while at > sentence.first && at + 9 > draft.mention.first {
        at -= 1;
        if c.is(at, Class::Of) && at > sentence.first {
            let share = c.listed(at - 1, List::ShareNoun);
            if share {
                return determined;
            }
        }
        if c.reads(at, "from") {
            let funded = at > 0 && c.listed(at - 1, List::DrawnFrom);
            return determined
                && (funded || scene.verbs_in(sentence.first, draft.mention.first).is_empty());
        }
        determined |= c.is_any(at, Class::Determiner.bit());
        if !passes_to_whole(scene, at) {
            return false;
        }
    }
    false
}

/// Words that may stand between "part of" and the whole's sum.
fn passes_to_whole(scene: &Scene<'_>, at: usize) -> bool {
    let c = &scene.c;
    let classes = Class::Determiner.bit()
        | Class::Adjective.bit()
        | Class::FundNoun.bit()
        | Class::Of.bit()
        | Class::Ending.bit();
    c.is_any(at, classes)
        || c.listed(at, List::BeforeWhole)
        || scene.periods_in(at, at + 1).iter().any(|p| p.first == at)
        || scene.parties_in(at, at + 1).iter().any(|p| p.first == at && p.possessive)
        || c.lexicon.bounds_before.at(c.lexicon.vocabulary(), c.tokens(), at).is_some()
}
