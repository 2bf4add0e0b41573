//! What has come of a sum: "So far $269 million has been received".

use super::whole_before;
use crate::figure::draft::Draft;
use crate::figure::roles::governing;
use crate::figure::scene::Scene;
use crate::figure::terms::Stage;

/// "So far $269 million has been received", "Delivered so far: €7.1 billion": what has come of a sum asked for or promised.
pub(super) fn progress(scene: &Scene<'_>, drafts: &[Draft], part: usize) -> Option<usize> {
    let draft = &drafts[part];
    let done = matches!(draft.stage, Some(Stage::Delivery | Stage::Commitment));
    let governing = governing::of(scene, &draft.mention);
    let passive = governing.verb.is_none_or(|v| {
        scene.verbs[v].passive
            || governing.subject
            || governing.near && scene.verbs[v].first <= scene.sentence(draft.sentence).first
    });
    let whole = whole_before(drafts, part, draft.mention.first, 1)?;
    let whole = drafts[whole]
        .part_of
        .filter(|up| drafts[*up].sentence == drafts[whole].sentence)
        .unwrap_or(whole);
    let w = &drafts[whole];
    let earlier = w.stage.is_some_and(|s| Some(s) < draft.stage) && w.unit == draft.unit;
    let same = w.donors == draft.donors
        || draft.donors.is_empty()
        || w.donors.is_empty()
        || w.stage == Some(Stage::Request);
    let appeal =
        w.stage == Some(Stage::Request) && draft.donors.iter().all(|d| d.code() == "ALLIES");
    (done
        && earlier
        && same
        && (draft.cumulative && (passive || w.stage == Some(Stage::Request)) || appeal))
        .then_some(whole)
}
