//! How far a figure has come, by the verb over it, else by the nouns beside it.

use super::governing::Governing;
use crate::figure::draft::{Draft, Source};
use crate::figure::scene::{Scene, Tense, VerbGroup};
use crate::figure::terms::{Kind, Stage};
use crate::lexicon::{Cue, List, VerbClass};

/// The stage that the figure's own clause gives it, if it does.
#[must_use]
pub fn of(scene: &Scene<'_>, draft: &Draft, governing: &Governing) -> Option<(Stage, Source)> {
    let loose = governing.verb.is_none() || governing.subject || weak(scene, governing);
    let behind = told_behind(scene, draft, governing)
        .and_then(|v| by_tense(scene.verbs[v].class, scene.verbs[v].tense, scene.verbs[v].negated));
    let reduced = loose.then(|| behind.or_else(|| by_participle(scene, draft))).flatten();
    let verbal =
        reduced.or_else(|| governing.verb.and_then(|verb| by_verb(scene, verb, governing)));
    let nominal = if verbal.is_none() { by_noun(scene, draft, governing) } else { None };
    let stage = verbal.or(nominal)?;
    let drafted = matches!(stage, Stage::Commitment | Stage::Pledge) && is_draft(scene, draft);
    let stage = if drafted { Stage::Target } else { stage };
    let stage = if stage == Stage::Delivery && gives_contract(scene, draft, governing) {
        Stage::Commitment
    } else {
        stage
    };
    let stage =
        if of_capacity(scene, draft) { Stage::Target } else { under_main(scene, governing, stage) };
    let source = match verbal {
        Some(_) if governing.near || reduced.is_some() => Source::Stated,
        Some(_) => Source::Near,
        None => Source::Inherited,
    };
    Some((ongoing(scene, draft, governing).unwrap_or(stage), source))
}

/// "the $50 billion which the Group of Seven promised", "the order that Saudi Arabia signed": the verb of a
/// relative clause right behind a figure under no strong verb of its own.
#[must_use]
pub fn told_behind(scene: &Scene<'_>, draft: &Draft, governing: &Governing) -> Option<usize> {
    let loose = governing.verb.is_none() || governing.subject || weak(scene, governing);
    let next = scene
        .clauses
        .get(draft.clause + 1)
        .filter(|n| loose && n.relative && n.sentence == draft.sentence)?;
    let adjacent = next.first <= draft.mention.end + 2 && next.first >= draft.mention.end;
    let verb = next.verb.filter(|v| adjacent && scene.verbs[*v].first > next.first + 1)?;
    let acts = matches!(
        scene.verbs[verb].class,
        VerbClass::Give
            | VerbClass::Promise
            | VerbClass::Commit
            | VerbClass::Buy
            | VerbClass::Plan
            | VerbClass::Request
    );
    acts.then_some(verb)
}

/// "the €100 billion adopted in 2022", "30 tanks promised last year": a participle right behind the figure.
fn by_participle(scene: &Scene<'_>, draft: &Draft) -> Option<Stage> {
    let end = draft.mention.end;
    let group = scene.verbs_in(end, end + 2).iter().find(|v| v.tense == Tense::Reduced)?;
    by_tense(group.class, Tense::Reduced, group.negated)
}

/// "gave a $435 million contract to Repkon": what is given is an order.
#[must_use]
pub fn gives_contract(scene: &Scene<'_>, draft: &Draft, governing: &Governing) -> bool {
    let end = draft.mention.end;
    matches!(governing.class, Some(VerbClass::Give | VerbClass::Receive))
        && !governing.subject
        && (end..end + 3).any(|at| scene.c.listed(at, List::GivenContract))
}

/// "a capacity of 1.5 million shells": what can be made, whatever the verb.
fn of_capacity(scene: &Scene<'_>, draft: &Draft) -> bool {
    let sentence = scene.sentence(draft.sentence);
    draft.kind == Kind::Quantity
        && (sentence.first..draft.mention.first).any(|at| scene.c.reads(at, "capacity"))
}

/// "12 would be delivered, paid from 300 million": a participle takes the time of the main verb.
fn under_main(scene: &Scene<'_>, governing: &Governing, stage: Stage) -> Stage {
    let Some(verb) = governing.verb.filter(|v| scene.verbs[*v].tense == Tense::Reduced) else {
        return stage;
    };
    let group = scene.verbs[verb];
    if !matches!(group.class, VerbClass::Give | VerbClass::Make) {
        return stage;
    }
    let clause = scene.clauses[scene.clause_at(group.first)];
    let main = clause.verb.map(|v| scene.verbs[v]).filter(|m| m.first < group.first);
    main.and_then(|m| by_tense(m.class, m.tense, m.negated)).filter(|m| *m < stage).unwrap_or(stage)
}

/// "is leaving the works at a rate of 20 guns a month": a present rate of output is output.
fn ongoing(scene: &Scene<'_>, draft: &Draft, governing: &Governing) -> Option<Stage> {
    let group = scene.verbs
        [governing.verb.filter(|_| draft.per.is_some() && draft.kind == Kind::Quantity)?];
    let present = matches!(group.tense, Tense::Present | Tense::Progressive);
    (present && matches!(group.class, VerbClass::Make | VerbClass::Arrive))
        .then_some(Stage::Delivery)
}

/// Verbs so general that a noun beside the figure says more.
fn weak(scene: &Scene<'_>, governing: &Governing) -> bool {
    governing.verb.is_some_and(|v| {
        matches!(
            scene.verbs[v].class,
            VerbClass::Amount
                | VerbClass::Include
                | VerbClass::Neutral
                | VerbClass::Arrive
                | VerbClass::BeFor
        )
    })
}

fn by_verb(scene: &Scene<'_>, verb: usize, governing: &Governing) -> Option<Stage> {
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
                let above = super::governing::over(scene, over)?;
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

/// The nouns beside a figure: "a pledge of", "a contract for", "the 2026 budget"; true where they stand right beside it.
fn by_noun(scene: &Scene<'_>, draft: &Draft, governing: &Governing) -> Option<Stage> {
    let clause = scene.clauses[draft.clause];
    let mention = &draft.mention;
    let from = mention.first.saturating_sub(9).max(clause.first);
    let until = (mention.end + 4).min(clause.end);
    nearest_noun(scene, draft, from, until).or_else(|| {
        let verb = governing.verb.filter(|_| !governing.subject && weak(scene, governing))?;
        nearest_noun(scene, draft, clause.first, scene.verbs[verb].first)
    })
}

fn nearest_noun(scene: &Scene<'_>, draft: &Draft, from: usize, until: usize) -> Option<Stage> {
    let mention = &draft.mention;
    let mut best: Option<(usize, Stage)> = None;
    for cue in scene.cues_in(from, until) {
        let Some(stage) = noun_stage(cue.bits) else { continue };
        if cue.first < mention.end && cue.end > mention.first {
            continue;
        }
        let distance = if cue.first >= mention.end {
            cue.first - mention.end + 1
        } else {
            mention.first.saturating_sub(cue.end)
        };
        if best.is_none_or(|(d, _)| distance < d) {
            best = Some((distance, stage));
        }
    }
    best.map(|(_, stage)| stage)
}

/// The stage of the first noun in a stretch that tells one.
#[must_use]
pub fn first_noun(scene: &Scene<'_>, first: usize, end: usize) -> Option<Stage> {
    scene.cues_in(first, end).iter().find_map(|cue| noun_stage(cue.bits))
}

fn noun_stage(bits: u32) -> Option<Stage> {
    [
        (Cue::RequestNoun, Stage::Request),
        (Cue::TargetNoun, Stage::Target),
        (Cue::PledgeNoun, Stage::Pledge),
        (Cue::CommitmentNoun, Stage::Commitment),
        (Cue::DeliveryNoun, Stage::Delivery),
    ]
    .into_iter()
    .find(|(cue, _)| bits & cue.bit() != 0)
    .map(|(_, stage)| stage)
}

/// The sum is of a draft budget.
#[must_use]
pub fn is_draft(scene: &Scene<'_>, draft: &Draft) -> bool {
    let sentence = scene.sentence(draft.sentence);
    let clause = scene.clauses[draft.clause];
    let (first, end) = if draft.kind == Kind::Money {
        (sentence.first, sentence.end)
    } else {
        (clause.first, clause.end)
    };
    scene.has_cue(first, end, Cue::Draft)
}
