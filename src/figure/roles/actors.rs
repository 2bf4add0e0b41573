//! Who acts in a clause: the subject's party, or whoever its pronoun stands for.

use crate::figure::scene::{PartyMention, Scene, VerbGroup};
use crate::lexicon::{Class, Party, PartySort};

/// Who was spoken of so far, for pronouns and bare nouns.
#[derive(Debug, Clone, Default)]
pub struct Discourse {
    /// The last state or body that acted.
    pub actor: Vec<Party>,
    /// The last company that acted.
    pub company: Option<Party>,
    /// Who speaks, for "we".
    pub speaker: Option<Party>,
}

/// The parties that act as the subject of a verb.
#[must_use]
pub fn subject(scene: &Scene<'_>, verb: usize, discourse: &Discourse) -> Vec<Party> {
    let group = scene.verbs[verb];
    let clause_number = scene.clause_at(group.first);
    let clause = scene.clauses[clause_number];
    let first = if group.finite || clause.verb.is_none_or(|v| v >= verb) { clause.first } else { clause.verb.map_or(clause.first, |_| clause.first) };
    let end = clause.verb.map_or(group.first, |v| scene.verbs[v].first.min(group.first));
    let found = in_region(scene, first, end, discourse);
    if !found.is_empty() {
        return found;
    }
    // A clause without a subject of its own ("… and allocated") takes that of the clause before.
    let own_words = (first..end).any(|at| scene.c.is_any(at, Class::FundNoun.bit() | Class::Thing.bit()));
    if own_words && !clause.relative {
        return Vec::new();
    }
    let before = clause_number.checked_sub(1).map(|n| scene.clauses[n]).filter(|b| b.sentence == clause.sentence);
    before.and_then(|b| b.verb).filter(|_| !clause.relative || end <= first + 2).map_or_else(Vec::new, |verb| subject(scene, verb, discourse))
}

/// The parties that head a stretch before a verb.
#[must_use]
pub fn in_region(scene: &Scene<'_>, first: usize, end: usize, discourse: &Discourse) -> Vec<Party> {
    let c = &scene.c;
    let mut heads: Vec<&PartyMention> = Vec::new();
    for party in scene.parties_in(first, end) {
        if !is_head(scene, party, first) {
            continue;
        }
        heads.push(party);
    }
    if let Some(company) = heads.iter().find(|p| p.sort == PartySort::Company) {
        let alone = heads.iter().all(|p| p.sort == PartySort::Company || p.sort == PartySort::Adjective || p.first < company.first && matches!(p.sort, PartySort::Name | PartySort::Capital) && p.possessive);
        if alone {
            return vec![party_of(scene, company)];
        }
    }
    if let Some(name) = new_company(scene, first, end) {
        return vec![name];
    }
    if !heads.is_empty() {
        return joint(scene, &heads);
    }
    for at in first..end {
        if c.is_any(at, Class::Determiner.bit()) && c.is(at + 1, Class::CompanyNoun) {
            return discourse.company.clone().into_iter().collect();
        }
        if c.is(at, Class::PronounWe) {
            return discourse.speaker.clone().map_or_else(|| discourse.actor.clone(), |p| vec![p]);
        }
        let stands_for = c.is_any(at, Class::PronounThing.bit() | Class::PronounPerson.bit() | Class::CountryNoun.bit() | Class::Office.bit()) || (c.is(at, Class::PronounThey) && !c.is(at, Class::Determiner) && !c.is(at, Class::Possessive));
        let inside = at > first && c.is(at - 1, Class::Preposition) && !c.is(at - 1, Class::Of);
        if stands_for && !inside {
            return discourse.actor.clone();
        }
    }
    Vec::new()
}

/// The party's code.
#[must_use]
pub fn party_of(scene: &Scene<'_>, mention: &PartyMention) -> Party {
    scene.c.lexicon.parties.party(mention.party).clone()
}

/// A party inside "in Germany" or "after talks with Rome" heads nothing; "of Denmark" does.
fn is_head(scene: &Scene<'_>, party: &PartyMention, first: usize) -> bool {
    let c = &scene.c;
    let mut at = party.first;
    while at > first {
        at -= 1;
        if c.is_any(at, Class::Determiner.bit() | Class::Title.bit() | Class::Adjective.bit() | Class::Office.bit()) || (c.text.tokens[at].capital && !c.is(at, Class::Preposition) && at > first) {
            continue;
        }
        break;
    }
    let preposition = c.is(at, Class::Preposition) && !c.is(at, Class::Of);
    if !preposition || at == party.first {
        let of_what = c.is(at, Class::Of) && at > first && !c.is_any(at - 1, Class::Office.bit() | Class::Title.bit() | Class::CountryNoun.bit()) && party.sort != PartySort::Allies;
        return !(of_what && scene.parties_in(first, at).iter().any(|p| p.sort != PartySort::Adjective));
    }
    false
}

/// Parties joined by "and" and commas act jointly; else the first that is no mere modifier.
fn joint(scene: &Scene<'_>, heads: &[&PartyMention]) -> Vec<Party> {
    let c = &scene.c;
    let modifier = |p: &PartyMention| p.possessive || p.sort == PartySort::Adjective;
    let start = heads.iter().position(|p| !modifier(p)).unwrap_or(0);
    let mut found = vec![party_of(scene, heads[start])];
    let mut last = heads[start];
    for next in &heads[start + 1..] {
        let linked = (last.end..next.first).all(|at| c.is(at, Class::And) || c.is_sign(at, ",") || c.is_any(at, Class::Determiner.bit()) || c.reads(at, "with") || c.reads(at, "jointly"));
        if !linked || next.possessive || next.sort == PartySort::Person || last.sort == PartySort::Person {
            break;
        }
        let party = party_of(scene, next);
        if !found.contains(&party) {
            found.push(party);
        }
        last = next;
    }
    if start > 0 && found.len() == 1 && heads[start].sort == PartySort::Person {
        let country = party_of(scene, heads[start - 1]);
        if heads[start - 1].sort != PartySort::Person && found[0].code().len() > 2 && !found[0].code().starts_with("company:") {
            return vec![country];
        }
    }
    found
}

/// A firm that no table names, by the noun before it: "the drone maker Terma".
fn new_company(scene: &Scene<'_>, first: usize, end: usize) -> Option<Party> {
    let c = &scene.c;
    for at in first..end {
        if !c.is(at, Class::CompanyNoun) || c.is(at, Class::Office) {
            continue;
        }
        let mut stop = at + 1;
        while stop < end && stop < at + 4 && c.text.tokens[stop].capital && !c.is_any(stop, Class::Month.bit() | Class::Weekday.bit()) {
            stop += 1;
        }
        if stop > at + 1 && scene.parties_in(at + 1, stop).is_empty() {
            return Some(Party::company(c.text.slice(at + 1, stop)));
        }
    }
    None
}

/// The agent of a passive: "by the Ukrainian government" after the verb.
#[must_use]
pub fn agent(scene: &Scene<'_>, group: &VerbGroup, end: usize) -> Vec<Party> {
    after_word(scene, group.end, end, &["by"])
}

/// The parties after one of some prepositions, within a stretch.
#[must_use]
pub fn after_word(scene: &Scene<'_>, from: usize, end: usize, words: &[&str]) -> Vec<Party> {
    let c = &scene.c;
    for at in from..end {
        if !words.iter().any(|w| c.reads(at, w)) {
            continue;
        }
        let parties = scene.parties_in(at + 1, (at + 7).min(end));
        let Some(first) = parties.first() else { continue };
        let plain = (at + 1..first.first).all(|k| c.is_any(k, Class::Determiner.bit() | Class::Adjective.bit() | Class::Title.bit() | Class::Office.bit() | Class::Adverb.bit() | Class::NumberWord.bit()) || c.text.tokens[k].capital);
        if !plain {
            continue;
        }
        if first.sort == PartySort::Adjective {
            let noun = c.is_any(first.end, Class::Office.bit() | Class::Title.bit() | Class::CompanyNoun.bit()) || parties.get(1).is_some_and(|p| p.first == first.end);
            if !noun && !c.is(first.end, Class::FundNoun) {
                continue;
            }
        }
        let heads: Vec<&PartyMention> = parties.iter().collect();
        let company = heads.iter().find(|p| p.sort == PartySort::Company && p.first <= first.end + 3);
        return company.map_or_else(|| joint(scene, &heads), |p| vec![party_of(scene, p)]);
    }
    Vec::new()
}
