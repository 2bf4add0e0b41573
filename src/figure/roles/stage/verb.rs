//! Stages by verbs: their class, tense and what they stand under.

use crate::figure::roles::governing::{self, Governing};
use crate::figure::scene::{Scene, Tense, VerbGroup};
use crate::figure::terms::Stage;
use crate::lexicon::{List, VerbClass};

pub(super) fn by_verb(scene: &Scene<'_>, verb: usize, governing: &Governing) -> Option<Stage> {
    let group = scene.verbs[verb];
    if let Some(over) = governing.over {
        return chained(scene, over, &group);
    }
    if let Some(stage) = adjective_to(scene, &group) {
        return Some(stage);
    }
    let stage = by_tense(group.class, told_tense(scene, verb), group.negated);
    if matches!(group.tense, Tense::Future | Tense::Modal) && hoped(scene, verb) {
        Some(Stage::Target)
    } else {
        stage
    }
}

/// "the Commission hopes will mobilise", "expects that it will pay": under a verb of planning in the clause before.
fn hoped(scene: &Scene<'_>, verb: usize) -> bool {
    let number = scene.clause_at(scene.verbs[verb].first);
    let clause = scene.clauses[number];
    let Some(before) =
        number.checked_sub(1).map(|n| scene.clauses[n]).filter(|b| b.sentence == clause.sentence)
    else {
        return false;
    };
    let plans = before.verb.is_some_and(|v| {
        scene.verbs[v].class == VerbClass::Plan && scene.verbs[v].end + 2 >= clause.first
    });
    plans && !clause.relative
}

/// "announced that they would fund": after a past word of saying, "would" is a future.
fn told_tense(scene: &Scene<'_>, verb: usize) -> Tense {
    let group = scene.verbs[verb];
    if group.tense != Tense::Modal
        || !(group.first..group.end).any(|at| scene.c.reads(at, "would") || scene.c.reads(at, "'d"))
    {
        return group.tense;
    }
    let sentence = scene.sentence(scene.sentence_at(group.first));
    let told = scene.verbs_in(sentence.first, sentence.end).iter().any(|v| {
        v.first != group.first
            && matches!(v.class, VerbClass::Report | VerbClass::Promise)
            && matches!(v.tense, Tense::Past | Tense::Perfect)
    });
    if told { Tense::Future } else { Tense::Modal }
}

/// An infinitive under another verb: "plans to buy", "agreed to provide", "asked to pay".
fn chained(scene: &Scene<'_>, over: usize, inner: &VerbGroup) -> Option<Stage> {
    if let Some(stage) = adjective_to(scene, inner) {
        return Some(stage);
    }
    let outer = scene.verbs[over];
    match outer.class {
        VerbClass::Plan => Some(Stage::Target),
        VerbClass::Report if outer.passive && told_to(scene, &outer) => Some(Stage::Target),
        VerbClass::Request => Some(Stage::Request),
        VerbClass::Promise if outer.tense != Tense::Modal => Some(Stage::Pledge),
        VerbClass::Commit | VerbClass::Buy | VerbClass::Give | VerbClass::Make => {
            let inner_class = if inner.tense == Tense::Ing { inner.class } else { outer.class };
            by_tense(inner_class, outer.tense, outer.negated)
                .or_else(|| by_tense(outer.class, outer.tense, outer.negated))
        }
        _ if inner.tense == Tense::Ing => by_tense(inner.class, outer.tense, outer.negated)
            .or_else(|| {
                let above = governing::over(scene, over)?;
                chained(scene, above, &outer)
            }),
        _ => {
            let tense =
                if matches!(outer.tense, Tense::Present | Tense::Progressive | Tense::Infinitive) {
                    Tense::Future
                } else {
                    outer.tense
                };
            by_tense(inner.class, tense, outer.negated)
        }
    }
}

/// "was told to contract", "were instructed to order": what others have to do yet.
fn told_to(scene: &Scene<'_>, outer: &VerbGroup) -> bool {
    scene.c.listed(outer.end - 1, List::Instructed)
}

/// "is able to build", "is likely to put in", "is set to receive".
fn adjective_to(scene: &Scene<'_>, group: &VerbGroup) -> Option<Stage> {
    let c = &scene.c;
    if !c.reads(group.first, "to") || group.first == 0 {
        return None;
    }
    let before = |list| c.listed_small(group.first - 1, list);
    if before(List::ToTarget) {
        Some(Stage::Target)
    } else if before(List::ToPledge) {
        Some(if group.class == VerbClass::Make { Stage::Target } else { Stage::Pledge })
    } else if before(List::ToRequest) {
        Some(Stage::Request)
    } else {
        let moves = matches!(group.class, VerbClass::Buy | VerbClass::Give | VerbClass::Make);
        (moves && before(List::ToCommitment)).then_some(Stage::Commitment)
    }
}

/// The stage of a verb by its class and tense.
#[must_use]
pub fn by_tense(class: VerbClass, tense: Tense, negated: bool) -> Option<Stage> {
    let past = matches!(tense, Tense::Past | Tense::Perfect | Tense::Reduced);
    let stage = match class {
        VerbClass::Request => return Some(Stage::Request),
        VerbClass::Plan => return Some(Stage::Target),
        VerbClass::Promise => match tense {
            Tense::Modal => Stage::Target,
            _ => Stage::Pledge,
        },
        VerbClass::Give | VerbClass::Receive => match tense {
            _ if past => Stage::Delivery,
            Tense::Modal => Stage::Target,
            Tense::Ask => Stage::Request,
            Tense::Ing if class == VerbClass::Receive => return None,
            _ => Stage::Pledge,
        },
        VerbClass::Make => match tense {
            _ if past => Stage::Delivery,
            Tense::Present | Tense::Progressive | Tense::Ing => Stage::Delivery,
            Tense::Ask => Stage::Request,
            _ => Stage::Target,
        },
        VerbClass::Commit | VerbClass::Buy => match tense {
            Tense::Future => Stage::Pledge,
            Tense::Modal => Stage::Target,
            Tense::Ask => Stage::Request,
            Tense::Infinitive => Stage::Pledge,
            _ => Stage::Commitment,
        },
        VerbClass::Arrive => match tense {
            _ if past => Stage::Delivery,
            Tense::Future | Tense::Progressive => Stage::Pledge,
            Tense::Modal => Stage::Target,
            _ => return None,
        },
        VerbClass::BeFor if matches!(tense, Tense::Present) => Stage::Commitment,
        VerbClass::Amount
        | VerbClass::BeFor
        | VerbClass::Include
        | VerbClass::Neutral
        | VerbClass::Report
        | VerbClass::Cost
        | VerbClass::Attack
        | VerbClass::Lose
        | VerbClass::Measure => {
            return match tense {
                Tense::Modal => Some(Stage::Target),
                Tense::Future if class == VerbClass::Amount => Some(Stage::Target),
                Tense::Future if class == VerbClass::Neutral => Some(Stage::Pledge),
                Tense::Ask => Some(Stage::Request),
                _ => None,
            };
        }
    };
    let undone = negated && stage == Stage::Delivery;
    Some(if undone { Stage::Pledge } else { stage })
}

#[cfg(test)]
mod tests {
    use super::super::tests::stages;
    use crate::figure::Stage;

    #[test]
    fn the_verb_over_a_figure_tells_its_stage() {
        stages(&[
            ("Norway delivered 30 tanks to Ukraine.", Stage::Delivery),
            ("Norway ordered 30 tanks.", Stage::Commitment),
            ("Norway will deliver 30 tanks to Ukraine.", Stage::Pledge),
            ("Norway plans to buy 30 tanks.", Stage::Target),
            ("The plant is able to build 30 tanks.", Stage::Target),
            ("Ukraine asked Norway to deliver 30 tanks.", Stage::Request),
            ("The army was told to order 30 tanks.", Stage::Target),
        ]);
    }
}
