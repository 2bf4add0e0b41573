//! Which of the parties before a verb head its subject, and which act together.

use super::party_of;
use crate::figure::scene::{PartyMention, Scene};
use crate::lexicon::{Class, List, Party, PartySort};

/// A party inside "in Germany" or "after talks with Rome" heads nothing; "of Denmark" does.
pub(super) fn is_head(scene: &Scene<'_>, party: &PartyMention, first: usize) -> bool {
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
pub(super) fn joint(scene: &Scene<'_>, heads: &[&PartyMention]) -> Vec<Party> {
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

#[cfg(test)]
mod tests {
    use super::super::tests::subject_of;

    #[test]
    fn heads_act_alone_or_together() {
        for (text, who) in [
            ("The army of Thailand gave 30 tanks.", "TH"),
            ("A plant in Thailand made 30 tanks.", ""),
            ("Thailand and Peru gave 30 tanks.", "TH+PE"),
            ("Thailand, Peru and Chile gave 30 tanks.", "TH+PE+CL"),
            ("Thailand's ally Peru gave 30 tanks.", "PE"),
        ] {
            assert_eq!(subject_of(text), who, "{text}");
        }
    }
}
