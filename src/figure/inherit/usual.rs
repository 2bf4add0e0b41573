//! The usual case where a text tells nothing: who it is about, and how far what it tells of has come.

use crate::figure::draft::{Draft, Source};
use crate::figure::links::parts;
use crate::figure::roles::actors::{Discourse, party_of};
use crate::figure::roles::{recipient, stage, trade};
use crate::figure::scene::{Scene, VerbGroup};
use crate::figure::terms::{Sector, Stage};
use crate::lexicon::{Cue, Party, PartySort, VerbClass};

/// Who the document is about: the title's first party that is not the aided country, else the
/// publisher's country, else the most named.
#[must_use]
pub fn topic(scene: &Scene<'_>) -> Option<Party> {
    let title_end = scene.title_sentences.checked_sub(1).map_or(0, |n| scene.sentence(n).end);
    let aided = recipient::aided_country(scene);
    let first = scene.clause_at(0);
    let sold = scene.clauses[first..]
        .iter()
        .enumerate()
        .take_while(|(_, clause)| clause.first < title_end)
        .find_map(|(n, _)| {
            trade::buyer(scene, first + n, &Discourse::default()).into_iter().next()
        });
    let named = scene.parties_in(0, title_end).iter().filter(|p| p.sort != PartySort::Allies);
    let titled: Vec<Party> = sold.into_iter().chain(named.map(|p| party_of(scene, p))).collect();
    let other = titled.iter().find(|p| aided != Some(*p)).cloned();
    let home = scene.home.map(|n| scene.party(n).clone());
    let most = scene.countries.first().map(|n| scene.party(*n).clone());
    let foreign = home.clone().filter(|h| aided != Some(h));
    other.or(foreign).or_else(|| titled.first().cloned()).or(home).or(most)
}

pub(super) fn by_default(scene: &Scene<'_>, draft: &mut Draft, topic: Option<&Party>) {
    if draft.donors.is_empty() && draft.stage != Some(Stage::Request) && !draft.derived {
        let usual = by_currency(scene, draft).or_else(|| topic.cloned());
        draft
            .donors
            .extend(usual.filter(|t| !draft.received || draft.recipient.as_ref() != Some(t)));
        draft.donor_source = Source::Default;
    }
    if draft.stage.is_none() {
        draft.stage = Some(usual_stage(scene, draft));
        draft.stage_source = Source::Default;
    }
    if draft.years.is_none() {
        draft.years = scene.year().map(|y| (y, y));
        draft.year_source = Source::Default;
    }
    if draft.recipient.is_none() {
        draft.recipient = recipient::usual(scene, draft);
    }
    if draft.sector.is_none() {
        draft.sector = Some(Sector::Military);
    }
}

/// Nothing tells how far it has come: running totals are paid, budgets and loans bound, the rest is promised;
/// the act of the sentence before decides where it is one ("decided on a package. It is valued at …").
fn usual_stage(scene: &Scene<'_>, draft: &Draft) -> Stage {
    if draft.cumulative {
        return Stage::Delivery;
    }
    if stage::is_draft(scene, draft) {
        return Stage::Target;
    }
    let sentence = scene.sentence(draft.sentence);
    if let Some(stage) = lead_in(scene, draft) {
        return stage;
    }
    if scene.has_cue(sentence.first, sentence.end, Cue::CommitmentNoun) {
        return Stage::Commitment;
    }
    let past = draft.years.zip(scene.year()).is_some_and(|((_, last), this)| last < this);
    let verbless = scene.verbs_in(sentence.first, sentence.end).iter().all(|v| !v.finite);
    if past && verbless {
        return Stage::Delivery;
    }
    acted_before(scene, draft.sentence, 2).unwrap_or(Stage::Pledge)
}

/// The act that a sentence shortly before tells: decided, promised, handed over.
fn acted_before(scene: &Scene<'_>, sentence: usize, reach: usize) -> Option<Stage> {
    let first = sentence.saturating_sub(reach).max(scene.title_sentences);
    (first..sentence).rev().find_map(|n| {
        let before = scene.sentence(n);
        let acts = |v: &&VerbGroup| {
            v.finite
                && matches!(
                    v.class,
                    VerbClass::Commit | VerbClass::Buy | VerbClass::Promise | VerbClass::Give
                )
        };
        scene
            .verbs_in(before.first, before.end)
            .iter()
            .find(acts)
            .and_then(|v| stage::by_tense(v.class, v.tense, v.negated))
    })
}

/// "Delivered this week:", "Planned deliveries": the line above a list says how far its items have come.
fn lead_in(scene: &Scene<'_>, draft: &Draft) -> Option<Stage> {
    if !parts::is_item(scene, draft.sentence) {
        return None;
    }
    let number = (draft.sentence.saturating_sub(60)..draft.sentence)
        .rev()
        .find(|n| !parts::is_item(scene, *n))?;
    let lead = scene.sentence(number);
    let verbal = scene
        .verbs_in(lead.first, lead.end)
        .iter()
        .rev()
        .find_map(|v| stage::by_tense(v.class, v.tense, v.negated));
    let named = verbal.or_else(|| stage::first_noun(scene, lead.first, lead.end));
    named.or_else(|| acted_before(scene, number, 3))
}

/// Hryvnias are most likely Ukraine's own, kronor Sweden's: the country of a currency that one country uses.
pub(super) fn by_currency(scene: &Scene<'_>, draft: &Draft) -> Option<Party> {
    let unit = draft.unit.filter(|u| !matches!(*u, "USD" | "EUR" | "GBP"))?;
    let mut homes =
        scene.countries.iter().chain(&scene.home).map(|n| scene.party(*n)).filter(|p| {
            crate::lexicon::country::by_iso2(p.code()).is_some_and(|c| c.currency == unit)
        });
    homes.next().cloned()
}

#[cfg(test)]
mod tests {
    use crate::figure::{Stage, roles_by_rules};

    #[test]
    fn the_usual_case_fills_what_nothing_tells() {
        for (text, donor, stage) in [
            ("Norway and its defence\n\nA budget of $40 million.", "NO", Stage::Commitment),
            (
                "Norway helps Ukraine\n\nDelivered this week:\n- 30 tanks\n- 12 guns",
                "NO",
                Stage::Delivery,
            ),
            (
                "Norway helps Ukraine\n\nPlanned deliveries:\n- 30 tanks\n- 12 guns",
                "NO",
                Stage::Target,
            ),
        ] {
            assert_eq!(roles_by_rules(text)[0], (donor.to_owned(), stage), "{text}");
        }
    }
}
