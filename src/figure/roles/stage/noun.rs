//! Stages by nouns: "a pledge of", "a contract for", "the 2026 budget".

use super::{Governing, weak};
use crate::figure::draft::Draft;
use crate::figure::scene::Scene;
use crate::figure::terms::Stage;
use crate::lexicon::Cue;

/// The nouns beside a figure: "a pledge of", "a contract for", "the 2026 budget"; true where they stand right beside it.
pub(super) fn by_noun(scene: &Scene<'_>, draft: &Draft, governing: &Governing) -> Option<Stage> {
    let clause = scene.clauses[draft.clause];
    let mention = &draft.mention;
    let from = mention.first.saturating_sub(9).max(clause.first);
    let until = (mention.end + 4).min(clause.end);
    nearest_noun(scene, draft, from, until).or_else(|| {
        let verb = governing.verb.filter(|_| !governing.subject && weak(scene, governing))?;
        nearest_noun(scene, draft, clause.first, scene.verbs[verb].first)
    })
}

fn nearest_noun(scene: &Scene<'_>, draft: &Draft, from: usize, until: usize) -> Option<Stage> {
    let mention = &draft.mention;
    let mut best: Option<(usize, Stage)> = None;
    for cue in scene.cues_in(from, until) {
        let Some(stage) = noun_stage(cue.bits) else { continue };
        if cue.first < mention.end && cue.end > mention.first {
            continue;
        }
        let distance = if cue.first >= mention.end {
            cue.first - mention.end + 1
        } else {
            mention.first.saturating_sub(cue.end)
        };
        if best.is_none_or(|(d, _)| distance < d) {
            best = Some((distance, stage));
        }
    }
    best.map(|(_, stage)| stage)
}

/// The stage of the first noun in a stretch that tells one.
#[must_use]
pub fn first_noun(scene: &Scene<'_>, first: usize, end: usize) -> Option<Stage> {
    scene.cues_in(first, end).iter().find_map(|cue| noun_stage(cue.bits))
}

fn noun_stage(bits: u32) -> Option<Stage> {
    [
        (Cue::RequestNoun, Stage::Request),
        (Cue::TargetNoun, Stage::Target),
        (Cue::PledgeNoun, Stage::Pledge),
        (Cue::CommitmentNoun, Stage::Commitment),
        (Cue::DeliveryNoun, Stage::Delivery),
    ]
    .into_iter()
    .find(|(cue, _)| bits & cue.bit() != 0)
    .map(|(_, stage)| stage)
}

#[cfg(test)]
mod tests {
    use super::super::tests::stages;
    use crate::figure::Stage;

    #[test]
    fn the_noun_beside_a_figure_tells_its_stage() {
        stages(&[
            ("Norway: a pledge of 30 tanks.", Stage::Pledge),
            ("Norway: a contract for 30 tanks.", Stage::Commitment),
            ("Norway: a request for 30 tanks.", Stage::Request),
            ("Norway: deliveries of 30 tanks.", Stage::Delivery),
        ]);
    }
}
