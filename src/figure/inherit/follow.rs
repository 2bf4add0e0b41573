//! Who was spoken of up to a place in the text: who acted last, which company, who speaks.

use crate::figure::roles::actors::{self, Discourse, party_of};
use crate::figure::scene::Scene;
use crate::lexicon::{PartySort, VerbClass};

/// Follows the text up to a token: who acted last, which company, who speaks.
pub fn follow(scene: &Scene<'_>, discourse: &mut Discourse, from: usize, until: usize) {
    for party in scene.parties_in(from, until) {
        if party.sort == PartySort::Company {
            discourse.company = Some(party_of(scene, party));
        }
    }
    let first = scene.clause_at(from);
    for clause in scene.clauses[first..].iter().take_while(|c| c.first < until) {
        let Some(verb) =
            clause.verb.filter(|v| scene.verbs[*v].end <= until && scene.verbs[*v].first >= from)
        else {
            from_label(scene, discourse, clause.first, clause.end.min(until));
            continue;
        };
        let found = actors::subject(scene, verb, discourse);
        let report = scene.verbs[verb].class == VerbClass::Report;
        let Some(head) = found.first() else { continue };
        if !report {
            discourse.last.clone_from(&found);
        }
        if head.company_name().is_some() {
            discourse.company = Some(head.clone());
        } else if report {
            discourse.speaker = Some(head.clone());
            if discourse.actor.is_empty() {
                discourse.actor = found;
            }
        } else {
            discourse.actor = found;
        }
    }
}

/// "Dovilė Šakalienė: …": whose words follow.
fn from_label(scene: &Scene<'_>, discourse: &mut Discourse, first: usize, end: usize) {
    if let Some(person) = scene
        .parties_in(first, end)
        .iter()
        .find(|p| p.sort == PartySort::Person && p.first == first && scene.c.is_sign(p.end, ":"))
    {
        discourse.speaker = Some(party_of(scene, person));
    }
}

#[cfg(test)]
mod tests {
    use crate::figure::roles_by_rules;

    #[test]
    fn it_stands_for_who_acted_last() {
        for (text, donor) in [
            ("Norway met Sweden. It will give Ukraine 30 tanks.", "NO"),
            ("Saab opened a plant. The company will build 30 radars.", "company:Saab"),
            ("Dovilė Šakalienė: We will give Ukraine 30 tanks.", "LT"),
        ] {
            assert_eq!(roles_by_rules(text)[0].0, donor, "{text}");
        }
    }
}
