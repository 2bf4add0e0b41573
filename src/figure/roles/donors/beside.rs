//! Givers in a figure's own noun phrase.

use super::super::actors::{after_word, party_of};
use super::super::governing::Governing;
use crate::figure::draft::Draft;
use crate::figure::scene::{PartyMention, Scene};
use crate::lexicon::{Class, Party, PartySort, VerbClass};
use crate::mention::What;
use crate::text::TokenKind;

/// A party in the figure's own noun phrase: "Norway's NOK 3.5 billion", "a Danish 50 million", "€500
/// million from the Netherlands", "Norway with €310 million".
pub fn read(scene: &Scene<'_>, draft: &Draft, governing: &Governing) -> Option<Vec<Party>> {
    if let Some(from) = from(scene, draft, governing) {
        return Some(from);
    }
    let clause = scene.clauses[draft.clause];
    let first = draft.mention.first;
    let last = scene.parties_in(first.saturating_sub(10).max(clause.first), first).last()?;
    let owns = possessive(scene, draft, governing, last)
        || adjective(scene, draft, governing, last)
        || heads(scene, draft, governing, last);
    owns.then(|| vec![party_of(scene, last)])
}

/// "€500 million from the Netherlands"; not "20 howitzers from Seoul for $250m", which are bought there.
fn from(scene: &Scene<'_>, draft: &Draft, governing: &Governing) -> Option<Vec<Party>> {
    let c = &scene.c;
    let (end, clause) = (draft.mention.end, scene.clauses[draft.clause]);
    match governing.class {
        Some(VerbClass::Buy | VerbClass::Request) => return None,
        Some(VerbClass::Receive) if draft.unit.is_none() => return None,
        _ => {}
    }
    let from = after_word(scene, end, (end + 9).min(clause.end), &["from"]);
    let arms = c.is_any(end, Class::Verb.bit()) && !c.is(end, Class::FundNoun);
    let money =
        |at: usize| scene.mentions_in(at, at + 4).iter().any(|m| matches!(m.what, What::Money(..)));
    let priced = draft.unit.is_none()
        && (end..(end + 12).min(clause.end))
            .any(|at| matches!(c.text.word(at), "for" | "at") && money(at));
    let supplier = from.iter().all(|p| p.company_name().is_some());
    (!supplier && !priced && !arms).then_some(from)
}

/// The tokens between a party and the figure behind it.
fn gap(draft: &Draft, party: &PartyMention) -> std::ops::Range<usize> {
    party.end + usize::from(party.possessive)..draft.mention.first
}

/// Only words of one noun phrase stand between.
fn bridged(scene: &Scene<'_>, draft: &Draft, party: &PartyMention) -> bool {
    let mut gap = gap(draft, party);
    gap.len() <= 8 && gap.all(|at| bridges(scene, at) || plain_noun(scene, at))
}

/// "Norway's NOK 3.5 billion", "Norway's record aid of NOK 3.5 billion".
fn possessive(
    scene: &Scene<'_>,
    draft: &Draft,
    governing: &Governing,
    party: &PartyMention,
) -> bool {
    party.possessive
        && bridged(scene, draft, party)
        && governing.class != Some(VerbClass::Receive)
        && party.sort != PartySort::Person
}

/// "a Danish package of 50 million": of what is bought only "a Danish loan of 50 million".
fn adjective(
    scene: &Scene<'_>,
    draft: &Draft,
    governing: &Governing,
    party: &PartyMention,
) -> bool {
    let c = &scene.c;
    let bought = matches!(governing.class, Some(VerbClass::Buy | VerbClass::Receive));
    let of = |class: Class| gap(draft, party).any(|at| c.is(at, class));
    party.sort == PartySort::Adjective
        && draft.unit.is_some()
        && bridged(scene, draft, party)
        && of(Class::FundNoun)
        && (!bought || of(Class::AidNoun))
}

/// "Norway with €310 million", "Norway (€310 million)", ", Latvia 20 million": a party that a list names.
fn heads(scene: &Scene<'_>, draft: &Draft, governing: &Governing, party: &PartyMention) -> bool {
    let c = &scene.c;
    let clause = scene.clauses[draft.clause];
    let mut front = party.first;
    while front > clause.first && c.is_any(front - 1, Class::Determiner.bit()) {
        front -= 1;
    }
    let joined = front > clause.first && c.is(front - 1, Class::And);
    let opens = front == clause.first
        || joined
        || [",", ";", ":"].iter().any(|sign| c.is_sign(front - 1, sign));
    let gap = gap(draft, party);
    let gapped = gap.is_empty() && opens && (draft.unit.is_some() || joined);
    let leads = |at: usize| {
        matches!(c.text.word(at), "," | "(" | "with" | "at" | ":" | "-" | "–" | "—" | "’s" | "'s")
            || c.is_any(at, Class::Adverb.bit())
            || c.lexicon.bounds_before.at(c.lexicon.vocabulary(), c.tokens(), at).is_some()
    };
    let named = matches!(
        party.sort,
        PartySort::Name | PartySort::Capital | PartySort::Metonym | PartySort::People
    );
    named
        && gap.len() <= 3
        && (!gap.is_empty() || gapped)
        && gap.clone().all(leads)
        && !is_placed(scene, party.first)
        && !is_object(scene, party.first)
        && (!c.is_sign(party.end, "(") || gap.clone().any(|at| c.is_sign(at, "(")))
        && governing_between(scene, governing, party.end)
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
    c.kind(at) == Some(TokenKind::Word)
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
            | Class::NumberWord.bit()
            | Class::BridgeWord.bit(),
    ) || c.is_dash(at)
        || scene.periods_in(at, at + 1).iter().any(|p| p.first == at)
        || c.kind(at) == Some(TokenKind::Number)
}

#[cfg(test)]
mod tests {
    use crate::figure::extract_by_rules;
    use crate::source::Document;

    /// The givers of a text's first figure by the rules.
    fn giver(text: &str) -> String {
        let document = Document { text: text.to_owned(), ..Document::default() };
        let figure = extract_by_rules(&document).into_iter().next().expect("a figure");
        figure.donors.iter().map(crate::lexicon::Party::code).collect::<Vec<_>>().join("+")
    }

    #[test]
    fn whose_the_sum_is() {
        for (text, code) in [
            ("Ministers hailed Norway's record aid of NOK 3.5 billion.", "NO"),
            ("The plant was helped by a Danish grant of 50 million euros.", "DK"),
            ("Kyiv received €500 million from the Netherlands.", "NL"),
            ("Among the givers is Norway with €310 million.", "NO"),
            ("The largest shares: Latvia (€20 million), others less.", "LV"),
        ] {
            assert_eq!(giver(text), code, "{text}");
        }
    }

    #[test]
    fn who_only_stands_beside_it_does_not_give() {
        for (text, code) in [
            ("Poland bought 20 howitzers from South Korea for $250 million.", "PL"),
            ("Spain supported Ukraine with 300 million euros.", "ES"),
            ("In Kyiv, Canada promised 50 million dollars for drones.", "CA"),
        ] {
            assert_eq!(giver(text), code, "{text}");
        }
    }
}
