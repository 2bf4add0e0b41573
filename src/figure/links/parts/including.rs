//! Shares that the whole holds: "including 20 million from Iceland", "€50 billion: €33 billion in loans and …",
//! "The package provides …".

use rust_decimal::Decimal;

use super::{is_item, upper, whole_before};
use crate::figure::draft::Draft;
use crate::figure::links::{alike, same_unit};
use crate::figure::roles::governing;
use crate::figure::scene::Scene;
use crate::figure::terms::Kind;
use crate::lexicon::{Class, Cue, List, VerbClass};

/// "including 20 million from Iceland", "made up of a loan of … and a grant of …", "It includes …".
pub(super) fn including(scene: &Scene<'_>, drafts: &[Draft], part: usize) -> Option<usize> {
    let draft = &drafts[part];
    let sentence = scene.sentence(draft.sentence);
    let governing = governing::of(scene, &draft.mention);
    let by_verb = governing.class == Some(VerbClass::Include) && !governing.subject;
    let cue = scene
        .cues_in(sentence.first, draft.mention.first)
        .iter()
        .rev()
        .find(|c| c.is(Cue::Including) && !scene.c.reads(c.first, "with"));
    let start = match (cue, by_verb) {
        (Some(cue), _) => cue.first,
        (None, true) => scene.verbs[governing.verb?].first,
        (None, false) => return None,
    };
    let broken = (start..draft.mention.first).any(|at| scene.c.is_sign(at, ";"));
    let left_clause = scene.clause_at(start) != draft.clause
        && scene
            .verbs_in(start, draft.mention.first)
            .iter()
            .any(|v| v.finite && v.class != VerbClass::Include && v.first > start + 1);
    if broken || left_clause {
        return None;
    }
    let beside = |n: &usize| drafts[*n].sentence == draft.sentence;
    let same = (0..part).rev().take_while(beside).find(|n| {
        let w = &drafts[*n];
        w.mention.first < start
            && alike(w, draft)
            && w.equivalent_of.is_none()
            && (w.unit != draft.unit || w.mention.value > draft.mention.value)
    });
    same.or_else(|| {
        let refers = start <= sentence.first + 8 && !is_item(scene, draft.sentence);
        refers.then(|| whole_before(drafts, part, sentence.first, 2)).flatten()
    })
}

/// "€50 billion by the end of 2027: €33 billion in loans and €17 billion in grants".
pub(super) fn colon_list(scene: &Scene<'_>, drafts: &[Draft], part: usize) -> Option<usize> {
    let draft = &drafts[part];
    let sentence = scene.sentence(draft.sentence);
    let colon = (sentence.first..draft.mention.first).rev().find(|at| scene.c.is_sign(*at, ":"))?;
    let beside = |n: &usize| drafts[*n].sentence == draft.sentence;
    let whole = (0..part).rev().take_while(beside).find(|n| {
        let w = &drafts[*n];
        w.mention.first < colon && same_unit(w, draft) && w.equivalent_of.is_none()
    })?;
    let sum: Decimal = drafts[whole..]
        .iter()
        .take_while(|d| d.sentence == draft.sentence)
        .filter(|d| d.mention.first > colon && same_unit(d, draft))
        .map(|d| d.mention.value)
        .sum();
    (sum <= upper(&drafts[whole])).then_some(whole)
}

/// "The draft gives ¥970 billion to missiles", "The package provides …": the fund spoken of gives its shares.
pub(super) fn by_fund(scene: &Scene<'_>, drafts: &[Draft], part: usize) -> Option<usize> {
    let draft = &drafts[part];
    let governing = governing::of(scene, &draft.mention);
    let verb = governing.verb.filter(|_| !governing.subject && draft.kind == Kind::Money)?;
    let clause = scene.clauses[scene.clause_at(scene.verbs[verb].first)];
    let group = scene.verbs[verb];
    let fund = (clause.first..group.first).find(|at| {
        let draft_word = scene.c.listed(*at, List::FundSpokenOf);
        (scene.c.is(*at, Class::FundNoun) || draft_word)
            && *at > 0
            && scene.c.listed(*at - 1, List::ThisFund)
    })?;
    let named =
        scene.parties_in(clause.first, group.first).iter().any(|p| p.first < fund || !p.possessive);
    let gives = matches!(
        group.class,
        VerbClass::Give
            | VerbClass::Include
            | VerbClass::BeFor
            | VerbClass::Commit
            | VerbClass::Arrive
    );
    (!named && gives && !group.passive)
        .then(|| whole_before(drafts, part, clause.first, 2))
        .flatten()
}
