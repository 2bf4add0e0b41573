//! Who acts in a clause: the subject's party, or whoever its pronoun stands for.

use crate::figure::scene::{PartyMention, Scene, VerbGroup};
use crate::lexicon::{Class, List, Party, PartySort};

/// Who was spoken of so far, for pronouns and bare nouns.
#[derive(Debug, Clone, Default)]
pub struct Discourse {
    /// The last state or body that acted.
    pub actor: Vec<Party>,
    /// Whoever acted last, state or company, for "it" and "they".
    pub last: Vec<Party>,
    /// The last company that acted.
    pub company: Option<Party>,
    /// Who speaks, for "we".
    pub speaker: Option<Party>,
    /// The country that the text is written in, for "the government".
    pub home: Option<Party>,
}

impl Discourse {
    /// Whose side the text tells of: who acted last, else the country that it is written in.
    #[must_use]
    pub fn side(&self) -> Vec<Party> {
        if self.actor.is_empty() {
            self.home.clone().into_iter().collect()
        } else {
            self.actor.clone()
        }
    }
}

/// The parties that act as the subject of a verb.
#[must_use]
pub fn subject(scene: &Scene<'_>, verb: usize, discourse: &Discourse) -> Vec<Party> {
    subject_within(scene, verb, discourse, 4)
}

fn subject_within(scene: &Scene<'_>, verb: usize, discourse: &Discourse, depth: u8) -> Vec<Party> {
    let group = scene.verbs[verb];
    let number = scene.clause_at(group.first);
    let clause = scene.clauses[number];
    let end = clause.verb.map_or(group.first, |v| scene.verbs[v].first.min(group.first));
    let first = subject_start(scene, clause.first, end);
    let found = in_region(scene, first, end, &Discourse::default());
    if !found.is_empty() {
        return found;
    }
    let before = number
        .checked_sub(1)
        .map(|n| scene.clauses[n])
        .filter(|b| b.sentence == clause.sentence && depth > 0);
    let from_before = || {
        before
            .and_then(|b| b.verb)
            .map_or_else(Vec::new, |verb| subject_within(scene, verb, discourse, depth - 1))
    };
    let c = &scene.c;
    if (first..end).any(|at| is_anaphor(scene, at, first)) {
        let we = (first..end).any(|at| c.is(at, Class::PronounWe));
        let earlier = if we { Vec::new() } else { from_before() };
        return if earlier.is_empty() { in_region(scene, first, end, discourse) } else { earlier };
    }
    // A clause without a subject of its own ("… and allocated") takes that of the clause before.
    let own_words = (first..end).any(|at| {
        c.is_any(at, Class::FundNoun.bit() | Class::Thing.bit() | Class::Determiner.bit())
            && !c.is(at, Class::Relative)
    });
    if own_words {
        return in_region(scene, first, end, discourse);
    }
    if clause.relative {
        before.map_or_else(Vec::new, |b| antecedent(scene, b.first, clause.first))
    } else {
        from_before()
    }
}

/// "Thailand, which signed": the party right before the relative pronoun.
fn antecedent(scene: &Scene<'_>, first: usize, end: usize) -> Vec<Party> {
    let last = scene
        .parties_in(first, end)
        .iter()
        .rev()
        .find(|p| !p.possessive && p.sort != PartySort::Adjective);
    last.filter(|p| p.end + 2 >= end).map(|p| party_of(scene, p)).into_iter().collect()
}

/// Where the subject begins, once a phrase before it ("In 2025,", "According to Umerov,", "Under the
/// initiative the Department") is passed.
fn subject_start(scene: &Scene<'_>, first: usize, end: usize) -> usize {
    let c = &scene.c;
    let mut at = first;
    for _ in 0..4 {
        while at < end
            && (c.is_any(at, Class::And.bit() | Class::But.bit() | Class::Relative.bit())
                || matches!(
                    c.text.word(at),
                    "," | ";" | ":" | "\"" | "“" | "”" | "—" | "–" | "-" | "•" | "*"
                ))
        {
            at += 1;
        }
        let fronted = c
            .is_any(at, Class::Preposition.bit() | Class::Subordinator.bit() | Class::Of.bit())
            || c.reads(at, "according")
            || c.reads(at + 1, "with")
                && matches!(c.text.word(at), "Together" | "Jointly" | "Along")
            || c.is_any(at, Class::Adverb.bit() | Class::Month.bit() | Class::Weekday.bit())
                && c.is_sign(at + 1, ",");
        if !fronted {
            break;
        }
        let comma = (at..end).find(|k| {
            c.is_sign(*k, ",") && !(c.kind(*k + 1) == Some(crate::text::TokenKind::Number))
        });
        if let Some(comma) = comma {
            at = comma + 1;
            continue;
        }
        let next = (at + 2..end).find(|k| {
            let opens =
                c.is_any(
                    *k,
                    Class::Determiner.bit()
                        | Class::PronounThing.bit()
                        | Class::PronounPerson.bit()
                        | Class::PronounWe.bit(),
                ) || scene.parties_in(*k, *k + 1).iter().any(|p| p.sort != PartySort::Adjective);
            let inside = c.is_any(
                *k - 1,
                Class::Preposition.bit()
                    | Class::Determiner.bit()
                    | Class::And.bit()
                    | Class::Ending.bit()
                    | Class::To.bit()
                    | Class::Adjective.bit()
                    | Class::Title.bit(),
            ) || scene.parties_in(*k - 1, *k).iter().any(|_| true)
                || c.is_sign(*k - 1, ",");
            opens && !inside
        });
        match next {
            Some(next) => at = next,
            None => break,
        }
    }
    if at >= end { first } else { at }
}

/// The state behind "by the army", "from the ministry", where no party is named there.
#[must_use]
pub fn office_after(
    scene: &Scene<'_>,
    from: usize,
    end: usize,
    words: &[&str],
    discourse: &Discourse,
) -> Vec<Party> {
    let c = &scene.c;
    let led = (from..end.saturating_sub(1)).any(|at| {
        words.iter().any(|w| c.reads(at, w))
            && (c.listed(at + 1, List::Chamber)
                || c.is(at + 1, Class::Determiner)
                    && (at + 2..(at + 5).min(end)).any(|k| c.is(k, Class::Office))
                    && scene.parties_in(at + 1, (at + 5).min(end)).is_empty())
    });
    if led { discourse.home.clone().into_iter().collect() } else { Vec::new() }
}

/// A pronoun or noun that stands for somebody spoken of before.
fn is_anaphor(scene: &Scene<'_>, at: usize, first: usize) -> bool {
    let c = &scene.c;
    let stands_for = c.is_any(
        at,
        Class::PronounThing.bit() | Class::PronounPerson.bit() | Class::PronounWe.bit(),
    ) || (c.is(at, Class::PronounThey)
        && !c.is(at, Class::Determiner)
        && !c.is(at, Class::Possessive))
        || (c
            .is_any(at, Class::CountryNoun.bit() | Class::Office.bit() | Class::CompanyNoun.bit())
            && at > first
            && c.is(at - 1, Class::Determiner))
        || c.listed(at, List::Chamber);
    let inside = at > first && c.is(at - 1, Class::Preposition) && !c.is(at - 1, Class::Of);
    stands_for && !inside
}

/// The parties that head a stretch before a verb.
#[must_use]
pub fn in_region(scene: &Scene<'_>, first: usize, end: usize, discourse: &Discourse) -> Vec<Party> {
    let c = &scene.c;
    let heads: Vec<&PartyMention> =
        scene.parties_in(first, end).iter().filter(|party| is_head(scene, party, first)).collect();
    if let Some(company) = heads.iter().find(|p| p.sort == PartySort::Company) {
        let alone = heads.iter().all(|p| {
            matches!(p.sort, PartySort::Company | PartySort::Adjective | PartySort::Person)
                || p.first < company.first && p.possessive
        });
        if alone {
            return vec![party_of(scene, company)];
        }
    }
    if !heads.is_empty() {
        return joint(scene, &heads);
    }
    for at in first..end {
        if !is_anaphor(scene, at, first) {
            continue;
        }
        if c.is(at, Class::CompanyNoun) {
            return discourse.company.clone().into_iter().collect();
        }
        if (c.is(at, Class::Office) || c.listed(at, List::Chamber)) && discourse.home.is_some() {
            return discourse.home.clone().into_iter().collect();
        }
        if c.is(at, Class::PronounWe) {
            return discourse.speaker.clone().map_or_else(|| discourse.actor.clone(), |p| vec![p]);
        }
        let it = c.is_any(at, Class::PronounThing.bit() | Class::PronounThey.bit());
        let last =
            if it && !discourse.last.is_empty() { &discourse.last } else { &discourse.actor };
        return last.clone();
    }
    if (first..end).any(|at| is_group(scene, at)) {
        c.lexicon.parties.allies().cloned().into_iter().collect()
    } else {
        Vec::new()
    }
}

/// "seven countries", "most members": states without names; "both countries" were named before.
fn is_group(scene: &Scene<'_>, at: usize) -> bool {
    let c = &scene.c;
    let counted = at > 0 && !matches!(&*c.small(at - 1), "both" | "two" | "of");
    let inside = at > 1 && c.is(at - 1, Class::Preposition)
        || at > 1 && c.is(at - 2, Class::Preposition) && !c.is(at - 2, Class::Of);
    c.is(at, Class::GroupNoun) && counted && !inside
}

/// The party's code.
#[must_use]
pub fn party_of(scene: &Scene<'_>, mention: &PartyMention) -> Party {
    scene.party(mention.party).clone()
}

/// A party inside "in Germany" or "after talks with Rome" heads nothing; "of Denmark" does.
fn is_head(scene: &Scene<'_>, party: &PartyMention, first: usize) -> bool {
    let c = &scene.c;
    let mut at = party.first;
    while at > first {
        at -= 1;
        if c.is_any(
            at,
            Class::Determiner.bit()
                | Class::Title.bit()
                | Class::Adjective.bit()
                | Class::Office.bit(),
        ) || (c.text.tokens[at].capital && !c.is(at, Class::Preposition) && at > first)
            || (at > first
                && c.text.tokens[at - 1].capital
                && (c.is(at, Class::And) || c.is_sign(at, ","))
                && by_phrase(scene, first, at))
        {
            continue;
        }
        break;
    }
    let preposition = c.is(at, Class::Preposition) && !c.is(at, Class::Of);
    if !preposition || at == party.first {
        let of_what = c.is(at, Class::Of)
            && at > first
            && !c.is_any(
                at - 1,
                Class::Office.bit() | Class::Title.bit() | Class::CountryNoun.bit(),
            )
            && party.sort != PartySort::Allies;
        return !(of_what
            && scene.parties_in(first, at).iter().any(|p| p.sort != PartySort::Adjective));
    }
    false
}

/// "signed by Boris Pistorius and": the list before belongs to a preposition.
fn by_phrase(scene: &Scene<'_>, first: usize, end: usize) -> bool {
    let from = end.saturating_sub(5).max(first);
    (from..end).any(|at| scene.c.listed(at, List::BesideList))
}

/// Parties joined by "and" and commas act jointly; else the first that is no mere modifier.
fn joint(scene: &Scene<'_>, heads: &[&PartyMention]) -> Vec<Party> {
    let c = &scene.c;
    let modifier = |p: &PartyMention| p.possessive || p.sort == PartySort::Adjective;
    let start = heads.iter().position(|p| !modifier(p)).unwrap_or(0);
    let mut found = vec![party_of(scene, heads[start])];
    let mut last = heads[start];
    for next in &heads[start + 1..] {
        let linked = (last.end..next.first).all(|at| {
            c.is(at, Class::And)
                || c.is_sign(at, ",")
                || c.is_any(at, Class::Determiner.bit())
                || c.reads(at, "with")
                || c.reads(at, "jointly")
        });
        if !linked
            || next.possessive
            || next.sort == PartySort::Person
            || last.sort == PartySort::Person
        {
            break;
        }
        let party = party_of(scene, next);
        if !found.contains(&party) && next.sort != PartySort::Allies {
            found.push(party);
        }
        last = next;
    }
    // "Denmark, UNICEF says,": names with commas only are no list.
    if found.len() == 2
        && !(heads[start].end..last.first)
            .any(|at| c.is(at, Class::And) || c.reads(at, "with") || c.reads(at, "jointly"))
    {
        found.truncate(1);
    }
    if found.len() > 1 {
        found.retain(|p| p.code() != "ALLIES");
    }
    if start > 0 && found.len() == 1 && heads[start].sort == PartySort::Person {
        let country = party_of(scene, heads[start - 1]);
        if heads[start - 1].sort != PartySort::Person
            && found[0].code().len() > 2
            && !found[0].code().starts_with("company:")
        {
            return vec![country];
        }
    }
    found
}

/// The agent of a passive: "by the Ukrainian government" after the verb.
#[must_use]
pub fn agent(scene: &Scene<'_>, group: &VerbGroup, end: usize) -> Vec<Party> {
    // "is interest earned by Russian assets": the next verb's agent is not this one's.
    let next = scene.verbs_in(group.end, end).first().map_or(end, |v| v.first);
    after_word(scene, group.end, next, &["by"])
}

/// The parties after one of some prepositions, within a stretch.
#[must_use]
pub fn after_word(scene: &Scene<'_>, from: usize, end: usize, words: &[&str]) -> Vec<Party> {
    let c = &scene.c;
    for at in from..end {
        if !words.iter().any(|w| c.reads(at, w)) {
            continue;
        }
        let parties = scene.parties_in(at + 1, (at + 16).min(end));
        let Some(first) = parties.first().filter(|p| p.first < at + 7) else { continue };
        let plain = (at + 1..first.first).all(|k| {
            c.is_any(
                k,
                Class::Of.bit()
                    | Class::Determiner.bit()
                    | Class::Adjective.bit()
                    | Class::Title.bit()
                    | Class::Office.bit()
                    | Class::Adverb.bit()
                    | Class::NumberWord.bit(),
            ) || c.text.tokens[k].capital
        });
        if !plain {
            continue;
        }
        let modifier = first.sort == PartySort::Name && c.is(first.end, Class::FundNoun);
        if modifier {
            continue;
        }
        if first.sort == PartySort::Adjective {
            let noun = c.is_any(
                first.end,
                Class::Office.bit() | Class::Title.bit() | Class::CompanyNoun.bit(),
            ) || parties.get(1).is_some_and(|p| p.first == first.end);
            if !noun && !c.is(first.end, Class::FundNoun) {
                continue;
            }
        }
        let heads: Vec<&PartyMention> = parties.iter().collect();
        let company =
            heads.iter().find(|p| p.sort == PartySort::Company && p.first <= first.end + 3);
        return company.map_or_else(|| joint(scene, &heads), |p| vec![party_of(scene, p)]);
    }
    Vec::new()
}
