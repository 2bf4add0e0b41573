//! Who pays, gives or makes.

use super::actors::{self, Discourse, after_word, agent, office_after, party_of};
use super::governing::Governing;
use super::labels::label;
use super::{shares, stage, trade};
use crate::figure::draft::{Draft, Source};
use crate::figure::scene::{Scene, Tense};
use crate::figure::terms::Stage;
use crate::lexicon::{Class, Party, PartySort, VerbClass};
use crate::mention::What;

/// The donors that the figure's own sentence names, with how; and whoever receives by the verb.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// Who gives.
    pub donors: Vec<Party>,
    /// Who gets, where the verb says so.
    pub recipient: Option<Party>,
}

/// The rules that read a figure's givers, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// The head of its line: [`label`](super::labels::label).
    Label,
    /// The subject of the relative clause behind it.
    Behind,
    /// It and those who give along: [`shares::joint_with`].
    Joint,
    /// The buyer of a sale: [`trade::buyer`].
    Sold,
    /// Its own of several: [`shares::respectively`].
    Each,
    /// Whoever stands behind it with "by": [`shares::by_phrase`].
    By,
    /// Whose own budget it comes from: [`shares::own_pocket`].
    Pocket,
    /// A party in its own noun phrase.
    Beside,
    /// The subject of the verb over it, named before it.
    Named,
    /// The agent of the verb over it.
    Agent,
    /// The subject of the verb over it, spoken of before.
    Verb,
    /// Whoever acts in its sentence.
    Sentence,
}

/// What each rule reads of the givers of a figure, the surest first; and whoever gets it by the verb.
#[must_use]
pub fn readings(
    scene: &Scene<'_>,
    draft: &Draft,
    governing: &Governing,
    discourse: &Discourse,
) -> (Vec<(Reading, Vec<Party>)>, Option<Party>) {
    let verbal = by_verb(scene, draft, governing, discourse);
    let behind = stage::told_behind(scene, draft, governing)
        .map(|verb| actors::subject(scene, verb, discourse));
    let sold = trade::buyer(scene, draft.clause, discourse);
    let gets = sold.first().cloned().or(verbal.recipient);
    let asked = draft.stage == Some(Stage::Request);
    let read = [
        (Reading::Label, label(scene, draft).unwrap_or_default()),
        (Reading::Behind, behind.unwrap_or_default()),
        (Reading::Sold, sold),
        (Reading::Each, shares::respectively(scene, draft)),
        (Reading::By, shares::by_phrase(scene, draft)),
        (Reading::Pocket, shares::own_pocket(scene, draft, discourse)),
        (Reading::Beside, beside(scene, draft, governing).unwrap_or_default()),
        (verbal_rule(scene, draft, governing, &verbal.donors), verbal.donors),
        (Reading::Sentence, if asked { Vec::new() } else { in_sentence(scene, draft, discourse) }),
    ];
    let mut read: Vec<_> = read.into_iter().filter(|(_, parties)| !parties.is_empty()).collect();
    let along = shares::joint_with(scene, draft);
    if !along.is_empty() {
        let mut all = read.first().map_or_else(|| discourse.side(), |(_, first)| first.clone());
        let more: Vec<Party> = along.into_iter().filter(|p| !all.contains(p)).collect();
        all.extend(more);
        if all.len() > 1 {
            read.insert(0, (Reading::Joint, all));
        }
    }
    (read, gets)
}

/// Whether the verb's subject or agent is named beside it.
fn verbal_rule(
    scene: &Scene<'_>,
    draft: &Draft,
    governing: &Governing,
    found: &[Party],
) -> Reading {
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

impl Reading {
    /// How sure the rule is.
    #[must_use]
    pub const fn source(self) -> Source {
        match self {
            Self::Named | Self::Agent | Self::Verb | Self::Sentence => Source::Near,
            _ => Source::Stated,
        }
    }
}

/// Nobody acts in the figure's own clause: whoever acts in the sentence before it ("Iceland will help
/// pay: 2.1 billion krónur"), or the speaker for his own side.
fn in_sentence(scene: &Scene<'_>, draft: &Draft, discourse: &Discourse) -> Vec<Party> {
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

/// A party in the figure's own noun phrase: "Norway's NOK 3.5 billion", "a Danish 50 million", "€500
/// million from the Netherlands", "Norway with €310 million".
fn beside(scene: &Scene<'_>, draft: &Draft, governing: &Governing) -> Option<Vec<Party>> {
    let c = &scene.c;
    let clause = scene.clauses[draft.clause];
    let (first, end) = (draft.mention.first, draft.mention.end);
    let purchase = matches!(governing.class, Some(VerbClass::Buy | VerbClass::Receive));
    let receiving = governing.class == Some(VerbClass::Request);
    if !purchase || governing.class == Some(VerbClass::Receive) {
        let from = after_word(scene, end, (end + 9).min(clause.end), &["from"]);
        let arms = c.is_any(end, Class::Verb.bit()) && !c.is(end, Class::FundNoun);
        // "20 howitzers from Seoul for $250m": bought there.
        let priced = draft.unit.is_none()
            && (end..(end + 12).min(clause.end)).any(|at| {
                matches!(c.text.word(at), "for" | "at")
                    && scene
                        .mentions_in(at, at + 4)
                        .iter()
                        .any(|m| matches!(m.what, What::Money(..)))
            });
        let supplier = from.iter().all(|p| p.company_name().is_some());
        let given = draft.unit.is_some() || !purchase;
        if !from.is_empty() && !supplier && !priced && !arms && !receiving && given {
            return Some(from);
        }
    }
    let window = scene.parties_in(first.saturating_sub(10).max(clause.first), first);
    let last = window.last()?;
    let gap = last.end + usize::from(last.possessive)..first;
    let bridged =
        gap.len() <= 8 && gap.clone().all(|at| bridges(scene, at) || plain_noun(scene, at));
    if last.possessive
        && bridged
        && !matches!(governing.class, Some(VerbClass::Receive))
        && last.sort != PartySort::Person
    {
        return Some(vec![party_of(scene, last)]);
    }
    let adjective = last.sort == PartySort::Adjective
        && draft.unit.is_some()
        && gap.len() <= 8
        && gap.clone().all(|at| bridges(scene, at) || plain_noun(scene, at));
    let lent = gap.clone().any(|at| {
        matches!(
            c.text.word(at),
            "loan" | "loans" | "grant" | "credit" | "aid" | "assistance" | "support" | "fund"
        )
    });
    let funded = gap.clone().any(|at| c.is(at, Class::FundNoun));
    if adjective && funded && (!purchase || lent) {
        return Some(vec![party_of(scene, last)]);
    }
    let mut front = last.first;
    while front > clause.first && c.is_any(front - 1, Class::Determiner.bit()) {
        front -= 1;
    }
    let opens = front == clause.first
        || c.is_sign(front - 1, ",")
        || c.is(front - 1, Class::And)
        || c.is_sign(front - 1, ";")
        || c.is_sign(front - 1, ":");
    let joined = front > clause.first && c.is(front - 1, Class::And);
    let gapped = gap.is_empty() && opens && (draft.unit.is_some() || joined);
    let listed = gap.len() <= 3
        && (!gap.is_empty() || gapped)
        && gap.clone().all(|at| {
            matches!(
                c.text.word(at),
                "," | "(" | "with" | "at" | ":" | "-" | "–" | "—" | "’s" | "'s"
            ) || c.is_any(at, Class::Adverb.bit())
                || c.lexicon.bounds_before.at(c.lexicon.vocabulary(), c.tokens(), at).is_some()
        });
    if listed
        && matches!(
            last.sort,
            PartySort::Name | PartySort::Capital | PartySort::Metonym | PartySort::People
        )
        && !is_placed(scene, last.first)
        && !is_object(scene, last.first)
        && (!c.is_sign(last.end, "(") || gap.clone().any(|at| c.is_sign(at, "(")))
        && governing_between(scene, governing, last.end)
    {
        return Some(vec![party_of(scene, last)]);
    }
    None
}

/// A word that is neither verb, preposition, pronoun nor conjunction.
fn plain_noun(scene: &Scene<'_>, at: usize) -> bool {
    let c = &scene.c;
    let stops = Class::Preposition.bit()
        | Class::To.bit()
        | Class::And.bit()
        | Class::But.bit()
        | Class::Relative.bit()
        | Class::Subordinator.bit()
        | Class::Be.bit()
        | Class::Have.bit();
    c.kind(at) == Some(crate::text::TokenKind::Word)
        && !c.is_any(at, stops)
        && scene.verbs_in(at, at + 1).is_empty()
}

/// "supported Ukraine with": the party is the verb's object.
fn is_object(scene: &Scene<'_>, party: usize) -> bool {
    let near = scene.verbs_in(party.saturating_sub(8), party);
    near.iter().any(|v| v.end == party && matches!(v.class, VerbClass::Give | VerbClass::Promise))
}

/// No verb stands between the party and the figure.
fn governing_between(scene: &Scene<'_>, governing: &Governing, party_end: usize) -> bool {
    governing.verb.is_none_or(|v| scene.verbs[v].end <= party_end || governing.subject)
}

/// "in Kyiv, €50 million": a place.
fn is_placed(scene: &Scene<'_>, at: usize) -> bool {
    at > 0 && scene.c.is(at - 1, Class::Preposition) && !scene.c.reads(at - 1, "with")
}

/// Words that may stand between a possessive and the sum it owns.
fn bridges(scene: &Scene<'_>, at: usize) -> bool {
    let c = &scene.c;
    c.is_any(
        at,
        Class::Adjective.bit()
            | Class::FundNoun.bit()
            | Class::Of.bit()
            | Class::Determiner.bit()
            | Class::NumberWord.bit(),
    ) || c.is_dash(at)
        || matches!(
            c.text.word(at),
            "defence"
                | "defense"
                | "military"
                | "share"
                | "own"
                | "frame"
                | "worth"
                | "security"
                | "up"
                | "to"
                | "about"
                | "some"
                | "over"
                | "than"
                | "at"
                | "least"
                | "record"
                | "planned"
                | "entire"
                | "whole"
                | "promised"
                | "around"
                | "roughly"
                | "nearly"
                | "humanitarian"
                | "financial"
                | "weapons"
                | "arms"
                | "ammunition"
                | "for"
        )
        || scene.periods_in(at, at + 1).iter().any(|p| p.first == at)
        || c.kind(at) == Some(crate::text::TokenKind::Number)
}

fn by_verb(
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
