//! From drafts to records: characters for tokens, codes for numbers, ids in the order of the text.

use super::confidence::Confidence;
use super::draft::{Draft, Source};
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

/// The surer the rules that filled the fields, the higher; set so that of the figures at a value about that
/// share are right in all fields, measured on the labelled articles.
fn confidence(draft: &Draft) -> Confidence {
    let penalty = |source: Source, weight: u8| match source {
        Source::Stated => 0,
        Source::Near => weight / 3,
        Source::Inherited => weight / 2,
        Source::Default => weight,
    };
    let mut score = 87u8;
    score = score.saturating_sub(penalty(draft.donor_source, 18));
    score = score.saturating_sub(penalty(draft.stage_source, 18));
    score = score.saturating_sub(penalty(draft.year_source, 6));
    if draft.elliptic {
        score = score.saturating_sub(15);
    }
    if !draft.unit_sure {
        score = score.saturating_sub(12);
    }
    Confidence::from_hundredths(score.max(5))
}
