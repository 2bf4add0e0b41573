//! What a figure does not say of itself: from its whole, from the figure it restates, from what was
//! spoken of before, else the usual case.

mod follow;
mod usual;

use super::draft::{Draft, Source};
use super::links::parts;
use super::scene::Scene;
use super::terms::{Kind, Stage};
use crate::lexicon::{Class, List, Party};
pub use follow::follow;
pub use usual::topic;
use usual::{by_currency, by_default};

/// Fills what is still open; whoever the document is about.
pub fn fill(scene: &Scene<'_>, drafts: &mut [Draft]) -> Option<Party> {
    let topic = topic(scene);
    let mut last: Option<Vec<Party>> = None;
    for number in 0..drafts.len() {
        let above = drafts[number].equivalent_of.or(drafts[number].part_of);
        let before = previous(drafts, number);
        if let Some((draft, above)) = above.and_then(|n| two(drafts, number, n)) {
            from_above(draft, above);
        }
        if let Some((draft, before)) = before.and_then(|n| two(drafts, number, n)) {
            from_before(scene, draft, before);
        }
        let (earlier, rest) = drafts.split_at_mut(number);
        let draft = &mut rest[0];
        if draft.donors.is_empty()
            && draft.stage != Some(Stage::Request)
            && !draft.derived
            && by_currency(scene, draft).is_none()
            && let Some(last) = &last
        {
            draft.donors.clone_from(last);
            draft.donor_source = Source::Default;
        }
        if draft.speaker.is_none() && parts::is_item(scene, draft.sentence) {
            let lead = earlier
                .iter()
                .rev()
                .take_while(|d| draft.sentence.abs_diff(d.sentence) < 12)
                .find(|d| !parts::is_item(scene, d.sentence));
            draft.speaker = lead.and_then(|d| d.speaker.clone());
        }
        by_default(scene, draft, topic.as_ref());
        if draft.donor_source <= Source::Near && !draft.donors.is_empty() {
            last = Some(draft.donors.clone());
        }
    }
    topic
}

/// A figure to write to and another to read.
fn two(drafts: &mut [Draft], one: usize, other: usize) -> Option<(&mut Draft, &Draft)> {
    let [one, other] = drafts.get_disjoint_mut([one, other]).ok()?;
    Some((one, other))
}

fn previous(drafts: &[Draft], number: usize) -> Option<usize> {
    (0..number).rev().find(|n| !drafts[*n].derived)
}

/// An equivalent is its figure in other words; a part takes over what it does not say itself.
fn from_above(draft: &mut Draft, above: &Draft) {
    let equivalent = draft.equivalent_of.is_some();
    if equivalent {
        draft.donors.clone_from(&above.donors);
        draft.donor_source = above.donor_source;
        draft.stage = above.stage;
        draft.years = above.years;
        draft.year_source = above.year_source;
        draft.cumulative = above.cumulative;
        draft.sector = above.sector;
        draft.recipient.clone_from(&above.recipient);
        draft.speaker.clone_from(&above.speaker);
        draft.part_of = None;
        return;
    }
    if draft.donors.is_empty() {
        draft.donors.clone_from(&above.donors);
        draft.donor_source = Source::Inherited;
    }
    if draft.stage.is_none() || draft.stage_source >= Source::Inherited {
        draft.stage = above.stage;
        draft.stage_source = Source::Inherited;
    }
    let shared = draft.sentence == above.sentence
        && draft.clause == above.clause
        && !draft.year_behind
        && above.years.is_some();
    if draft.years.is_none() || shared {
        draft.years = above.years;
        draft.year_source = Source::Inherited;
        draft.cumulative |= above.cumulative;
    }
    draft.sector = draft.sector.or(above.sector);
    if draft.recipient.is_none() {
        draft.recipient.clone_from(&above.recipient);
    }
    if draft.speaker.is_none() {
        draft.speaker.clone_from(&above.speaker);
    }
}

/// A figure of the same sentence or line lends what its neighbour lacks.
fn from_before(scene: &Scene<'_>, draft: &mut Draft, before: &Draft) {
    if is_price_of(scene, draft, before) {
        return take_roles(draft, before);
    }
    let listed = listed_together(scene, draft, before);
    let near = draft.sentence == before.sentence || listed;
    let paragraph =
        scene.sentence(draft.sentence).paragraph == scene.sentence(before.sentence).paragraph;
    let close = draft.sentence.saturating_sub(before.sentence) <= 2 && !before.title;
    let request = draft.stage == Some(Stage::Request) || before.stage == Some(Stage::Request);
    if draft.donors.is_empty()
        && (near || close)
        && !before.donors.is_empty()
        && !request
        && !draft.received
    {
        draft.donors.clone_from(&before.donors);
        draft.donor_source = Source::Inherited;
    }
    let own_line =
        listed && before.stage_source <= Source::Near && draft.donor_source == Source::Stated;
    if draft.stage.is_none()
        && (near || close && (paragraph || anaphoric(scene, draft)) && !request)
        && !own_line
    {
        draft.stage = before.stage;
        draft.stage_source = Source::Inherited;
    }
    if !near {
        return;
    }
    if draft.years.is_none()
        && before.year_source <= Source::Near
        && !before.cumulative
        && draft.sentence == before.sentence
        && draft.clause == before.clause
    {
        draft.years = before.years;
        draft.year_source = Source::Inherited;
    }
    if draft.recipient.is_none() {
        draft.recipient.clone_from(&before.recipient);
    }
    if draft.speaker.is_none() && (draft.clause == before.clause || listed) {
        draft.speaker.clone_from(&before.speaker);
    }
}

/// "96 helicopters at $10 billion", "48 launchers ($1.2bn)", "18 TB2s for $367 million": what the things cost.
fn is_price_of(scene: &Scene<'_>, draft: &Draft, before: &Draft) -> bool {
    if before.kind != Kind::Quantity
        || draft.kind != Kind::Money
        || draft.sentence != before.sentence
        || draft.part_of.is_some()
    {
        return false;
    }
    let c = &scene.c;
    let gap = before.mention.end..draft.mention.first;
    let led = gap.clone().rev().take(4).any(|at| c.is_sign(at, "(") || c.listed(at, List::AtPrice));
    led && gap.len() <= 14
        && scene.verbs_in(gap.start, gap.end).iter().all(|v| !v.finite)
        && !gap.clone().any(|at| c.is_sign(at, ";") || c.is(at, Class::And))
}

fn take_roles(draft: &mut Draft, from: &Draft) {
    draft.donors.clone_from(&from.donors);
    draft.donor_source = from.donor_source;
    draft.stage = from.stage;
    draft.stage_source = from.stage_source;
    if draft.years.is_none() {
        draft.years = from.years;
        draft.year_source = from.year_source;
    }
    draft.recipient.clone_from(&from.recipient);
}

/// Neighbouring lines of one list.
fn listed_together(scene: &Scene<'_>, draft: &Draft, before: &Draft) -> bool {
    let (a, b) = (scene.sentence(before.sentence), scene.sentence(draft.sentence));
    b.line == a.line + 1 && b.paragraph == a.paragraph
}

/// "The tanks are put at …", "It is valued at …": speaks on of what stood before.
fn anaphoric(scene: &Scene<'_>, draft: &Draft) -> bool {
    let first = scene.sentence(draft.sentence).first;
    scene.c.is_any(first, Class::PronounThing.bit() | Class::PronounThey.bit())
        || scene.c.listed(first, List::SpeaksOn)
}

#[cfg(test)]
mod tests {
    use crate::figure::{Stage, roles_by_rules};

    #[test]
    fn a_figure_takes_over_what_it_does_not_say() {
        for (text, stage) in [
            ("Norway ordered 18 launchers for $367 million.", Stage::Commitment),
            ("Norway delivered 30 tanks to Ukraine, including 12 Leopards.", Stage::Delivery),
            ("Norway will send Ukraine 30 tanks. They are put at $40 million.", Stage::Pledge),
        ] {
            assert_eq!(roles_by_rules(text), vec![("NO".to_owned(), stage); 2], "{text}");
        }
    }
}
