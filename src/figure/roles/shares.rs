//! Givers that a figure shares with others or has to itself by the words around it.

use super::actors::{Discourse, after_word, party_of};
use crate::figure::draft::Draft;
use crate::figure::scene::Scene;
use crate::lexicon::{Class, List, Party, PartySort, VerbClass};
use crate::mention::{Head, Mention, What};

/// "24 jets by the Dutch", "80 million pledged by the Netherlands": whoever stands behind it with "by".
#[must_use]
pub fn by_phrase(scene: &Scene<'_>, draft: &Draft) -> Vec<Party> {
    let sentence = scene.sentence(draft.sentence);
    let first = draft.mention.end;
    let mut end = (first + 14).min(sentence.end);
    if let Some(next) = scene.mentions_in(first, end).iter().find(|m| is_figure(m)) {
        end = next.first;
    }
    let stop = scene.verbs_in(first, end).iter().find(|v| {
        v.finite
            || !matches!(
                v.class,
                VerbClass::Give | VerbClass::Promise | VerbClass::Commit | VerbClass::Buy
            )
    });
    if let Some(verb) = stop {
        end = verb.first;
    }
    after_word(scene, first, end, &["by"])
}

fn is_figure(mention: &Mention) -> bool {
    matches!(mention.what, What::Money(..) | What::Counted(_, _, Head::Thing(_))) || mention.scaled
}

/// "Berlin and Tokyo set aside 160 and 158 million respectively": each its own.
#[must_use]
pub fn respectively(scene: &Scene<'_>, draft: &Draft) -> Vec<Party> {
    let c = &scene.c;
    let sentence = scene.sentence(draft.sentence);
    let Some(word) = (draft.mention.end..sentence.end).find(|at| c.reads(*at, "respectively"))
    else {
        return Vec::new();
    };
    let sums: Vec<&Mention> =
        scene.mentions_in(sentence.first, word).iter().filter(|m| is_figure(m)).collect();
    let Some(place) = sums.iter().position(|m| m.first == draft.mention.first) else {
        return Vec::new();
    };
    let names: Vec<Party> = scene
        .parties_in(sentence.first, sums[0].first)
        .iter()
        .filter(|p| !matches!(p.sort, PartySort::Adjective | PartySort::Person))
        .map(|p| party_of(scene, p))
        .collect();
    // The parties right before the sums, as many as there are sums.
    let own = names.len().checked_sub(sums.len()).and_then(|skipped| names.get(skipped + place));
    own.filter(|_| sums.len() > 1).cloned().into_iter().collect()
}

/// "From our own budget there came 865 million": whose budget it is.
#[must_use]
pub fn own_pocket(scene: &Scene<'_>, draft: &Draft, discourse: &Discourse) -> Vec<Party> {
    let c = &scene.c;
    let clause = scene.clauses[draft.clause];
    let Some(own) = (clause.first + 1..clause.end).find(|at| {
        c.reads(*at, "own")
            && c.is(*at - 1, Class::Possessive)
            && (*at + 1..*at + 4).any(|k| c.listed(k, List::OwnPocket))
            && near(scene, *at, draft)
    }) else {
        return Vec::new();
    };
    if c.is(own - 1, Class::PronounWe) {
        return discourse.speaker.clone().or_else(|| discourse.home.clone()).into_iter().collect();
    }
    let before = scene.parties_in(clause.first, own);
    match before.iter().rev().find(|p| p.sort != PartySort::Adjective) {
        Some(party) => vec![party_of(scene, party)],
        None => discourse.actor.clone(),
    }
}

/// Neither a bracket nor a figure stands between.
fn near(scene: &Scene<'_>, at: usize, draft: &Draft) -> bool {
    let (first, end) =
        if at < draft.mention.first { (at, draft.mention.first) } else { (draft.mention.end, at) };
    scene.mentions_in(first, end).is_empty()
        && !(first..end).any(|k| scene.c.is_sign(k, "(") || scene.c.is_sign(k, ")"))
}

/// "(joint project with Denmark and the Netherlands)", "together with Norway": who gives along.
#[must_use]
pub fn joint_with(scene: &Scene<'_>, draft: &Draft) -> Vec<Party> {
    let c = &scene.c;
    let clause = scene.clauses[draft.clause];
    let is_joint = |at: usize| c.listed(at, List::Jointly);
    let with = |at: &usize| is_joint(*at) && (at + 1..at + 4).any(|k| c.reads(k, "with"));
    let behind = (draft.mention.end..(draft.mention.end + 8).min(clause.end))
        .take_while(|at| !c.is_sign(*at, ","))
        .find(with);
    let before = || {
        let last =
            scene.mentions_in(clause.first, draft.mention.first).iter().rfind(|m| is_figure(m));
        let from = last.map_or(clause.first, |m| m.end);
        let of = (draft.mention.first.saturating_sub(3)..draft.mention.first)
            .any(|k| c.is(k, Class::Of));
        (from..draft.mention.first).rev().take(16).find(with).filter(|_| last.is_none() || of)
    };
    let Some(joint) = behind.or_else(before) else { return Vec::new() };
    let found = after_word(scene, joint, (joint + 6).min(clause.end), &["with"]);
    // "7 billion for air defence, a joint gift with Germany of two systems": the next figure's.
    let next = behind.is_some()
        && (joint..(joint + 8).min(clause.end))
            .any(|at| c.is(at, Class::Of) && scene.mentions_in(at, at + 3).iter().any(is_figure));
    if next { Vec::new() } else { found }
}

#[cfg(test)]
mod tests {
    use crate::figure::extract_by_rules;
    use crate::source::Document;

    /// The givers of each figure by the rules.
    fn donors(text: &str) -> String {
        let document = Document { text: text.to_owned(), ..Document::default() };
        let figures = extract_by_rules(&document);
        let codes = |f: crate::figure::Figure| {
            f.donors.iter().map(|p| p.code().to_owned()).collect::<Vec<_>>().join("+")
        };
        figures.into_iter().map(codes).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn each_his_own() {
        for (text, who) in [
            ("The promise of 19 jets by the Danes, made last year, stands.", "DK"),
            ("Oslo and Riga put in $90 million and $8 million respectively.", "NO LV"),
            ("Together with Belgium, the Netherlands bought 14 Leopard tanks.", "NL+BE"),
            ("Spain gave two radars jointly with Italy, as well as 300 missiles.", "ES+IT ES"),
            ("Norway earmarked 7 billion kroner for air defence.", "NO"),
        ] {
            assert_eq!(donors(text), who, "{text}");
        }
    }

    #[test]
    fn what_others_do_is_no_share() {
        for (text, who) in [
            ("Norway gave 40 jets, built by Saab, last year.", "NO"),
            ("Norway sent 40 guns, and talks with Spain go on.", "NO"),
        ] {
            assert_eq!(donors(text), who, "{text}");
        }
    }
}
