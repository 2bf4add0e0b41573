//! Who acts in a clause: the subject's party, or whoever its pronoun stands for.

mod after;
mod discourse;
mod heads;
mod start;

use crate::figure::scene::{PartyMention, Scene};
use crate::lexicon::{Class, List, Party, PartySort};
pub use after::{after_word, agent, office_after};
pub use discourse::Discourse;
use heads::{is_head, joint};
use start::subject_start;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::english;
    use crate::source::Document;
    use crate::text::Text;

    /// What a reading says of the scene of a text, as codes.
    pub(super) fn codes(text: &str, read: impl Fn(&Scene<'_>) -> Vec<Party>) -> String {
        let document = Document { text: text.to_owned(), ..Document::default() };
        let text = Text::new(&document.text, english().vocabulary());
        let found = read(&Scene::new(&document, &text));
        found.iter().map(Party::code).collect::<Vec<_>>().join("+")
    }

    /// The subject of the last verb of a text, where Norway acted before and Saab is the company.
    pub(super) fn subject_of(text: &str) -> String {
        let party = |code: &str| Party::parse(code).expect(code);
        let discourse = Discourse {
            actor: vec![party("NO")],
            company: Some(party("company:Saab")),
            home: Some(party("PL")),
            ..Discourse::default()
        };
        codes(text, |scene| subject(scene, scene.verbs.len() - 1, &discourse))
    }

    #[test]
    fn a_subject_is_a_name_or_what_a_word_stands_for() {
        for (text, who) in [
            ("Thailand gave 30 tanks.", "TH"),
            ("It gave 30 tanks.", "NO"),
            ("The company built 30 tanks.", "company:Saab"),
            ("The government gave 30 tanks.", "PL"),
            ("Lawmakers adopted $40 million.", "PL"),
            ("Seven countries gave 30 tanks.", "ALLIES"),
            ("Thailand met Peru and gave 30 tanks.", "TH"),
            ("The guns came from Thailand, which gave 30 tanks.", "TH"),
            ("Rust took 30 tanks.", ""),
        ] {
            assert_eq!(subject_of(text), who, "{text}");
        }
    }
}
