//! What a figure is for, by the words of its clause, sentence and document.

use crate::figure::draft::Draft;
use crate::figure::scene::Scene;
use crate::figure::terms::{Kind, Sector, Stage};
use crate::lexicon::{Cue, List, VerbClass};

use super::governing::Governing;

const SECTORS: [(Cue, Sector); 6] = [
    (Cue::Energy, Sector::Energy),
    (Cue::Humanitarian, Sector::Humanitarian),
    (Cue::OtherSector, Sector::Other),
    (Cue::Financial, Sector::Financial),
    (Cue::Production, Sector::Production),
    (Cue::Military, Sector::Military),
];

/// The sector that the figure's clause or sentence names.
#[must_use]
pub fn of(scene: &Scene<'_>, draft: &Draft, governing: &Governing) -> Option<Sector> {
    if draft.kind == Kind::Quantity {
        return Some(of_things(scene, draft, governing));
    }
    if governing.class == Some(VerbClass::Make) {
        return Some(Sector::Production);
    }
    if draft.donors.first().is_some_and(|d| d.company_name().is_some()) {
        return Some(Sector::Production);
    }
    let clause = scene.clauses[draft.clause];
    let sentence = scene.sentence(draft.sentence);
    nearest(scene, draft, clause.first, clause.end)
        .or_else(|| nearest(scene, draft, sentence.first, sentence.end))
}

fn of_things(scene: &Scene<'_>, draft: &Draft, governing: &Governing) -> Sector {
    let made =
        governing.class == Some(VerbClass::Make) && !matches!(draft.stage, Some(Stage::Request));
    let company = draft.donors.first().is_some_and(|d| d.company_name().is_some());
    if made || company {
        return Sector::Production;
    }
    let clause = scene.clauses[draft.clause];
    let item = draft.item.map_or("", |(first, end)| scene.c.text.slice(first, end));
    if item.contains("generator") || item.contains("transformer") {
        return Sector::Energy;
    }
    let built = scene
        .cues_in(clause.first, clause.end)
        .iter()
        .any(|cue| cue.is(Cue::Production) && !scene.c.listed(cue.first, List::Maker));
    if built { Sector::Production } else { Sector::Military }
}

/// The sector whose cue stands nearest to the figure.
fn nearest(scene: &Scene<'_>, draft: &Draft, first: usize, end: usize) -> Option<Sector> {
    let mut best: Option<(usize, Sector)> = None;
    for cue in scene.cues_in(first, end) {
        let Some((_, sector)) = SECTORS.iter().find(|(c, _)| cue.is(*c)) else {
            continue;
        };
        let distance = if cue.first >= draft.mention.end {
            cue.first - draft.mention.end
        } else {
            draft.mention.first.saturating_sub(cue.end) + 2
        };
        // Most sums are military anyway: the word says less than another sector's.
        let weight = if *sector == Sector::Military { distance + 14 } else { distance };
        if best.is_none_or(|(d, _)| weight < d) {
            best = Some((weight, *sector));
        }
    }
    best.map(|(_, sector)| sector)
}
