//! Givers whom another clause of the sentence names.

use super::super::actors::{self, Discourse, party_of};
use crate::figure::draft::Draft;
use crate::figure::scene::Scene;
use crate::lexicon::{Party, PartySort, VerbClass};

/// Nobody acts in the figure's own clause: whoever acts in the sentence before it ("Iceland will help
/// pay: 2.1 billion krónur"), or the speaker for his own side.
pub fn read(scene: &Scene<'_>, draft: &Draft, discourse: &Discourse) -> Vec<Party> {
    let sentence = scene.sentence(draft.sentence);
    let own = scene.clauses[draft.clause];
    let acting = |v: &usize| {
        let class = scene.verbs[*v].class;
        matches!(
            class,
            VerbClass::Give
                | VerbClass::Commit
                | VerbClass::Buy
                | VerbClass::Promise
                | VerbClass::Plan
                | VerbClass::Make
                | VerbClass::Neutral
        ) && !scene.verbs[*v].passive
    };
    let first = scene.clause_at(sentence.first);
    for number in (first..draft.clause).rev() {
        let clause = scene.clauses[number];
        if let Some(verb) = clause
            .verb
            .filter(acting)
            .filter(|_| clause.sentence == own.sentence && !clause.relative)
        {
            let found = actors::subject(scene, verb, discourse);
            if !found.is_empty() {
                return found;
            }
        }
    }
    let speakers = scene
        .verbs_in(sentence.first, sentence.end)
        .iter()
        .filter(|v| v.class == VerbClass::Report && v.finite);
    for verb in speakers {
        let clause = scene.clauses[scene.clause_at(verb.first)];
        let near = scene.parties_in(clause.first, (verb.end + 6).min(sentence.end));
        let person = near.iter().find(|p| {
            p.sort == PartySort::Person && (p.first < verb.first || p.first < verb.end + 5)
        });
        if let Some(person) = person.map(|p| party_of(scene, p)).filter(Party::is_country) {
            return vec![person];
        }
    }
    Vec::new()
}
