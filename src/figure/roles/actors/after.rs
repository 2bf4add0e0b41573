//! Parties behind a preposition: "by the Ukrainian government", "from the ministry".

use super::heads::joint;
use super::{Discourse, party_of};
use crate::figure::scene::{PartyMention, Scene, VerbGroup};
use crate::lexicon::{Class, List, Party, PartySort};

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

#[cfg(test)]
mod tests {
    use super::super::tests::codes;
    use super::*;

    #[test]
    fn by_leads_to_the_agent() {
        for (text, who) in [
            ("The 30 tanks were given by the Thai government.", "TH"),
            ("The 30 tanks were given by Thailand and Peru.", "TH+PE"),
            ("The 30 tanks were given in Thailand.", ""),
        ] {
            let agent = |scene: &Scene<'_>| agent(scene, &scene.verbs[0], scene.c.tokens().len());
            assert_eq!(codes(text, agent), who, "{text}");
        }
    }

    #[test]
    fn an_office_without_a_name_is_that_of_the_texts_country() {
        let discourse = Discourse { home: Party::parse("PL").ok(), ..Discourse::default() };
        for (text, who) in [
            ("The 30 tanks were given by the army.", "PL"),
            ("The 30 tanks were bought by lawmakers.", "PL"),
            ("The 30 tanks were given by the Peruvian army.", ""),
            ("The 30 tanks were given by friends.", ""),
        ] {
            let office = |scene: &Scene<'_>| {
                office_after(scene, 0, scene.c.tokens().len(), &["by"], &discourse)
            };
            assert_eq!(codes(text, office), who, "{text}");
        }
    }
}
