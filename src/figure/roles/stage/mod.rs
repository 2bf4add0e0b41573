//! How far a figure has come, by the verb over it, else by the nouns beside it.

mod noun;
mod verb;

use super::governing::Governing;
use crate::figure::draft::{Draft, Source};
use crate::figure::scene::{Scene, Tense};
use crate::figure::terms::{Kind, Stage};
use crate::lexicon::{Cue, List, VerbClass};
use noun::by_noun;
pub use noun::first_noun;
pub use verb::by_tense;
use verb::by_verb;

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

#[cfg(test)]
mod tests {
    use crate::figure::{Stage, roles_by_rules};

    /// The stage of the first figure by the rules alone.
    pub(super) fn stages(table: &[(&str, Stage)]) {
        for (text, wanted) in table {
            let first = roles_by_rules(text).first().map(|(_, stage)| *stage);
            assert_eq!(first, Some(*wanted), "{text}");
        }
    }

    #[test]
    fn what_stands_behind_a_figure_tells_its_stage() {
        stages(&[
            ("Norway gave a $435 million contract to Repkon.", Stage::Commitment),
            ("Norway built a capacity of 20,000 shells a year.", Stage::Target),
            ("Berlin spoke of the 30 tanks delivered last year.", Stage::Delivery),
        ]);
    }
}
