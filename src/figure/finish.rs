//! From drafts to records: characters for tokens, codes for numbers, ids in the order of the text.

use super::confidence::Confidence;
use super::draft::Draft;
use super::record::{Figure, MentionSpan};
use super::scene::Scene;
use super::terms::{Kind, Sector, Stage};
use crate::text::CharIndex;

/// Makes the records of a document.
#[must_use]
pub fn records(scene: &Scene<'_>, drafts: &[Draft]) -> Vec<Figure> {
    let chars = CharIndex::new(scene.c.text.source);
    let order = order(drafts);
    let mut ids = vec![String::new(); drafts.len()];
    for (place, number) in order.iter().enumerate() {
        ids[*number] = format!("f{}", place + 1);
    }
    order.iter().map(|number| record(scene, &chars, drafts, *number, &ids)).collect()
}

/// The drafts' numbers in the order of the text.
#[must_use]
pub fn order(drafts: &[Draft]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    order.sort_by_key(|n| (drafts[*n].places[0].0, drafts[*n].derived));
    order
}

fn record(
    scene: &Scene<'_>,
    chars: &CharIndex<'_>,
    drafts: &[Draft],
    number: usize,
    ids: &[String],
) -> Figure {
    let draft = &drafts[number];
    let range = draft.mention.high;
    let sentence = scene.sentence(draft.sentence);
    let money = draft.kind == Kind::Money;
    Figure {
        document: scene.document.id.clone(),
        id: ids[number].clone(),
        kind: draft.kind,
        value: draft.mention.value.normalize(),
        low: range.map(|_| draft.mention.value.normalize()),
        high: range.map(|h| h.normalize()),
        bound: draft.bound,
        unit: draft.unit.map(str::to_owned),
        item: draft
            .item
            .filter(|_| !money)
            .map(|(first, end)| scene.c.text.slice(first, end).to_owned()),
        category: draft.category.filter(|_| !money),
        donors: draft.donors.clone(),
        recipient: draft.recipient.clone(),
        stage: draft.stage.unwrap_or(Stage::Pledge),
        years: draft.years,
        cumulative: draft.cumulative,
        sector: draft.sector.unwrap_or(Sector::Military),
        speaker: draft.speaker.clone(),
        part_of: draft.part_of.filter(|n| *n != number).map(|n| ids[n].clone()),
        equivalent_of: draft.equivalent_of.filter(|n| *n != number).map(|n| ids[n].clone()),
        derived: draft.derived,
        per: draft.per,
        confidence: confidence(draft),
        mentions: draft.places.iter().map(|place| span(scene, chars, *place)).collect(),
        sentence: scene.c.text.slice(sentence.first, sentence.end).to_owned(),
    }
}

fn span(scene: &Scene<'_>, chars: &CharIndex<'_>, (first, end): (usize, usize)) -> MentionSpan {
    let tokens = scene.c.tokens();
    MentionSpan {
        start: chars.at(tokens[first].start as usize),
        end: chars.at(tokens[end - 1].end as usize),
        quote: scene.c.text.slice(first, end).to_owned(),
    }
}

/// How often figures are right in every field of the record that are as sure as this one, in hundredths: measured
/// by cross-validation over the labelled articles (`weigh --folds`), so on articles that no weight has seen.
const CALIBRATION: &[(f32, u8)] =
    &[(0.0, 0), (0.2, 14), (0.4, 31), (0.6, 46), (0.8, 61), (0.9, 71), (0.95, 80), (1.0, 88)];

/// The probability that every field is right: that of each answer, multiplied, as it has proved.
fn confidence(draft: &Draft) -> Confidence {
    let sure = if draft.unit_sure { draft.sure } else { draft.sure * 0.8 };
    let above = CALIBRATION.partition_point(|(bound, _)| *bound <= sure).min(CALIBRATION.len() - 1);
    let (low, high) = (CALIBRATION[above.saturating_sub(1)], CALIBRATION[above]);
    let way = ((sure - low.0) / (high.0 - low.0)).clamp(0.0, 1.0);
    let hundredths = f32::from(low.1) + way * (f32::from(high.1) - f32::from(low.1));
    Confidence::from_hundredths((hundredths.round() as u8).max(1))
}
