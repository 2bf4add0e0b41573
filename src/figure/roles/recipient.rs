//! Who gets it.

use super::actors::{after_word, party_of};
use crate::figure::draft::Draft;
use crate::figure::scene::Scene;
use crate::figure::terms::{Kind, Sector};
use crate::lexicon::{Class, Cue, List, Party, PartySort, VerbClass};

use super::governing::Governing;

/// The recipient that the figure's sentence names, else the usual one.
#[must_use]
pub fn of(
    scene: &Scene<'_>,
    draft: &Draft,
    governing: &Governing,
    by_verb: Option<Party>,
) -> Option<Party> {
    let clause = scene.clauses[draft.clause];
    let sentence = scene.sentence(draft.sentence);
    let country = |p: &Party| p.is_country() || p.company_name().is_some();
    let indirect = governing.verb.and_then(|v| {
        let group = scene.verbs[v];
        let object = scene
            .parties_in(group.end, draft.mention.first)
            .iter()
            .find(|p| p.first <= group.end + 1 && p.sort != PartySort::Adjective && !p.possessive);
        object
            .filter(|_| matches!(group.class, VerbClass::Give | VerbClass::Promise))
            .map(|p| party_of(scene, p))
    });
    if indirect.is_some() {
        return indirect;
    }
    let to = after_word(scene, clause.first, clause.end, &["to", "for", "into", "against"]);
    if let Some(party) = to.into_iter().find(|p| country(p) && !draft.donors.contains(p)) {
        return Some(party);
    }
    if by_verb.is_some() {
        return by_verb;
    }
    let beside = scene.parties_in(sentence.first, sentence.end).iter().find(|p| {
        matches!(p.sort, PartySort::Name | PartySort::Capital)
            && scene.c.is_any(p.first.wrapping_sub(1), Class::Preposition.bit())
            && !draft.donors.contains(scene.party(p.party))
            && (scene.c.reads(p.first - 1, "to") || scene.c.reads(p.first - 1, "for"))
    });
    beside.map(|p| party_of(scene, p)).filter(country)
}

/// The usual recipient, where no sentence names one: the country that the document's aid goes to, or the giver itself.
#[must_use]
pub fn usual(scene: &Scene<'_>, draft: &Draft) -> Option<Party> {
    let own = own_account(scene, draft);
    let donor = draft.donors.first().filter(|_| draft.donors.len() == 1);
    if let (true, Some(donor)) = (own, donor) {
        return Some(donor.clone());
    }
    let aided = aided_country(scene);
    match (donor, aided) {
        (_, Some(aided)) => Some(aided.clone()),
        (donor, None) => donor.cloned(),
    }
}

/// A budget, an order or a plant of one's own.
fn own_account(scene: &Scene<'_>, draft: &Draft) -> bool {
    let sentence = scene.sentence(draft.sentence);
    let aided = aided_country(scene);
    let names_aided = aided.is_some_and(|a| {
        scene.parties_in(sentence.first, sentence.end).iter().any(|p| scene.party(p.party) == a)
    });
    let Some(donor) = draft.donors.first() else { return false };
    let company = donor.company_name().is_some();
    // Those at war with the aided country give it nothing.
    let hostile = matches!(donor.code(), "RU" | "BY" | "KP" | "IR" | "CN");
    let budget = draft.kind == Kind::Money
        && (sentence.first..sentence.end).any(|at| scene.c.listed(at, List::OwnBudget));
    company
        || hostile
        || budget && !names_aided
        || draft.sector == Some(Sector::Production)
            && draft.donors.len() == 1
            && !names_aided
            && !scene.has_cue(sentence.first, sentence.end, Cue::Humanitarian)
}

/// The country that the document tells of as receiving: Ukraine where the document speaks of it.
#[must_use]
pub fn aided_country<'s>(scene: &'s Scene<'_>) -> Option<&'s Party> {
    scene.aided.map(|number| scene.party(number))
}
