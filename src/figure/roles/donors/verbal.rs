//! Givers by the verb over a figure: its subject, its agent, whoever is asked.

use super::super::actors::{self, Discourse, after_word, agent, office_after, party_of};
use super::super::governing::Governing;
use super::{Found, Reading};
use crate::figure::draft::Draft;
use crate::figure::scene::{Scene, Tense};
use crate::figure::terms::Stage;
use crate::lexicon::{Class, Party, PartySort, VerbClass};

/// Whether the verb's subject or agent is named beside it.
pub fn rule(scene: &Scene<'_>, draft: &Draft, governing: &Governing, found: &[Party]) -> Reading {
    let Some(verb) = governing.over.or(governing.verb).map(|v| scene.verbs[v]) else {
        return Reading::Verb;
    };
    let clause = scene.clauses[scene.clause_at(verb.first)];
    let names = |first: usize, end: usize| {
        scene.parties_in(first, end).iter().any(|p| found.contains(&party_of(scene, p)))
    };
    if names(clause.first, verb.first) {
        Reading::Named
    } else if names(verb.end, scene.clauses[draft.clause].end.max(verb.end)) {
        Reading::Agent
    } else {
        Reading::Verb
    }
}

/// Who gives by the verb over the figure, and who gets.
pub fn by_verb(
    scene: &Scene<'_>,
    draft: &Draft,
    governing: &Governing,
    discourse: &Discourse,
) -> Found {
    let Some(verb) = governing.verb else { return Found::default() };
    let group = scene.verbs[verb];
    let clause = scene.clauses[draft.clause];
    let head = governing.over.unwrap_or(verb);
    let told = governing.over.map_or_else(Vec::new, |over| told_to(scene, over, verb));
    let subject = || {
        if told.is_empty() { actors::subject(scene, head, discourse) } else { told.clone() }
    };
    let class = governing.class.unwrap_or(VerbClass::Neutral);
    let over_class = governing.over.map(|v| scene.verbs[v].class);
    if over_class == Some(VerbClass::Request) && class != VerbClass::Request {
        return requested(scene, draft, governing.over.unwrap_or(verb), subject());
    }
    match class {
        VerbClass::Request => requested(scene, draft, verb, subject()),
        VerbClass::Receive if !group.passive => {
            let mut donors = after_word(scene, group.end, clause.end, &["from", "by"]);
            if donors.is_empty() {
                donors = office_after(scene, group.end, clause.end, &["from", "by"], discourse);
            }
            Found { donors, recipient: subject().into_iter().next() }
        }
        _ if draft.stage == Some(Stage::Request) && !group.passive && !governing.subject => {
            requested(scene, draft, verb, subject())
        }
        _ if group.passive || (governing.subject && class != VerbClass::Arrive) => {
            let mut donors = agent(scene, &group, clause.end.max(group.end));
            if donors.is_empty() {
                donors = office_after(scene, group.end, clause.end, &["by"], discourse);
            }
            if donors.is_empty() && draft.stage != Some(Stage::Request) {
                donors = passive_subject(scene, draft, governing);
            }
            Found { donors, ..Found::default() }
        }
        VerbClass::Arrive => {
            let mut donors = after_word(scene, group.end, clause.end, &["from"]);
            donors.retain(|d| d.company_name().is_none());
            let with = (group.end..draft.mention.first).any(|at| scene.c.reads(at, "with"));
            if donors.is_empty() && with && !governing.subject {
                donors = subject();
            }
            Found { donors, ..Found::default() }
        }
        _ if group.tense == Tense::Ing && governing.over.is_none() => Found::default(),
        _ => {
            let donors = subject();
            let buyer = (class == VerbClass::Buy).then(|| donors.first().cloned()).flatten();
            Found { donors, recipient: buyer }
        }
    }
}

/// "wants partners to pay", "permits the ministry to invest": whoever is to act stands between the verbs.
fn told_to(scene: &Scene<'_>, over: usize, verb: usize) -> Vec<Party> {
    let c = &scene.c;
    let (first, end) = (scene.verbs[over].end, scene.verbs[verb].first);
    let between = scene.parties_in(first, end);
    let (Some(one), Some(last)) = (between.first(), between.last()) else { return Vec::new() };
    let led = (first..one.first)
        .all(|at| c.is_any(at, Class::Determiner.bit() | Class::Title.bit() | Class::Office.bit()));
    let close = c.reads(end, "to") && last.end + 3 >= end && last.sort != PartySort::Adjective;
    if led && close {
        actors::in_region(scene, first, end, &Discourse::default())
    } else {
        Vec::new()
    }
}

/// "Norway's share is 1.5 billion", "The Danish grant was approved": the party in the passive's own subject.
fn passive_subject(scene: &Scene<'_>, draft: &Draft, governing: &Governing) -> Vec<Party> {
    if governing.subject {
        return Vec::new();
    }
    let clause = scene.clauses[draft.clause];
    let end = governing.verb.map_or(clause.first, |v| scene.verbs[v].first);
    let owner = scene.parties_in(clause.first, end).iter().find(|p| {
        let made = p.sort == PartySort::Adjective && governing.class == Some(VerbClass::Buy);
        !made && (p.possessive || matches!(p.sort, PartySort::Adjective | PartySort::Name))
    });
    owner.map(|p| party_of(scene, p)).into_iter().collect()
}

/// In a request whoever is asked gives, and whoever asks gets.
fn requested(scene: &Scene<'_>, draft: &Draft, verb: usize, asker: Vec<Party>) -> Found {
    let c = &scene.c;
    let group = scene.verbs[verb];
    let clause = scene.clauses[draft.clause];
    let until = clause.end.max(draft.mention.first);
    let direct = scene.parties_in(group.end, until).iter().find(|p| {
        let adjacent = (group.end..p.first).all(|at| {
            c.is_any(at, Class::Determiner.bit() | Class::Possessive.bit() | Class::Adjective.bit())
        });
        let from = p.first > 0
            && (group.end..p.first).rev().take(3).any(|at| {
                c.reads(at, "from")
                    || (c.reads(at, "to")
                        && !c.reads(at - 1, "according")
                        && p.first < draft.mention.first)
            });
        adjacent && p.sort != PartySort::Adjective || from && !c.reads(p.first - 1, "for")
    });
    Found {
        donors: direct.map(|p| party_of(scene, p)).into_iter().collect(),
        recipient: asker.into_iter().next(),
    }
}
