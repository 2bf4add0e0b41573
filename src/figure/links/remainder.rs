//! "The rest may be supported by allies": a figure that the text leaves to arithmetic.

use rust_decimal::Decimal;

use super::same_unit;
use crate::figure::draft::{Draft, Source};
use crate::figure::roles::actors::Discourse;
use crate::figure::roles::actors::{agent, subject};
use crate::figure::roles::governing::Governing;
use crate::figure::roles::stage;
use crate::figure::scene::{CueMention, Scene};
use crate::lexicon::Cue;

/// Adds a derived figure for every remainder whose giver the text names.
pub fn derive(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let mut made = Vec::new();
    for cue in scene.cues.iter().filter(|c| c.is(Cue::Rest)) {
        if let Some(draft) = remainder(scene, drafts, cue) {
            made.push(draft);
        }
    }
    drafts.extend(made);
}

fn remainder(scene: &Scene<'_>, drafts: &[Draft], cue: &CueMention) -> Option<Draft> {
    let sentence = scene.sentence_at(cue.first);
    let clause = scene.clause_at(cue.first);
    let span = scene.clauses[clause];
    let behind = drafts.partition_point(|d| d.mention.first <= cue.first);
    if drafts.get(behind).is_some_and(|d| d.clause == clause) {
        return None;
    }
    let before = (0..behind)
        .rev()
        .take_while(|n| sentence.saturating_sub(drafts[*n].sentence) <= 2)
        .find(|n| drafts[*n].mention.first < cue.first && drafts[*n].part_of.is_some())?;
    let whole = drafts[before].part_of?;
    // Shares stand near their whole.
    let around = whole.min(before).saturating_sub(16)..drafts.len().min(whole.max(before) + 16);
    let parts: Decimal = drafts[around]
        .iter()
        .filter(|d| d.part_of == Some(whole) && same_unit(d, &drafts[whole]))
        .map(|d| d.mention.value)
        .sum();
    let value = drafts[whole]
        .mention
        .value
        .checked_sub(parts)
        .filter(|v| *v > Decimal::ZERO && parts > Decimal::ZERO)?;
    let verb = span.verb?;
    let group = scene.verbs[verb];
    let mut donors = agent(scene, &group, span.end);
    if donors.is_empty() && group.first > cue.end && !group.passive {
        return None;
    }
    if donors.is_empty() {
        donors = subject(scene, verb, &Discourse::default());
    }
    if donors.is_empty() {
        return None;
    }
    let governing = Governing {
        verb: Some(verb),
        class: Some(group.class),
        subject: true,
        near: true,
        over: None,
    };
    let mut draft = Draft {
        part_of: Some(whole),
        derived: true,
        donors,
        donor_source: Source::Stated,
        sentence,
        clause,
        title: false,
        places: vec![(cue.first, cue.end)],
        equivalent_of: None,
        ..drafts[whole].clone()
    };
    draft.mention.value = value;
    draft.mention.high = None;
    draft.mention.first = cue.first;
    draft.mention.end = cue.end;
    draft.mention.number_end = cue.end;
    draft.stage =
        stage::of(scene, &draft, &governing).map(|(stage, _)| stage).or(drafts[whole].stage);
    Some(draft)
}
