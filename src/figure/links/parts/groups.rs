//! Shares of what several give: "a joint package of £450 million, of which London gives …", "partners paid
//! €1.4 billion; Norway followed with …".

use rust_decimal::Decimal;

use super::{cue_before, upper, whole_before};
use crate::figure::draft::{Draft, Source};
use crate::figure::links::alike;
use crate::figure::scene::Scene;
use crate::figure::terms::Kind;
use crate::lexicon::{Class, Cue};

/// Groups whose members' sums may follow their own.
const GROUPS: &[&str] = &["ALLIES", "G7", "NATO", "EU"];
/// The members of the Group of Seven.
const G7: &[&str] = &["US", "GB", "CA", "JP", "FR", "DE", "IT", "EU"];

/// "… a joint package of £450 million, of which London gives …"; "Norway's share is …" after a joint sum.
pub(super) fn shares_of_joint(scene: &Scene<'_>, drafts: &[Draft], part: usize) -> Option<usize> {
    let draft = &drafts[part];
    if draft.donors.is_empty() || draft.kind != Kind::Money {
        return None;
    }
    let near = |n: &usize| draft.sentence.saturating_sub(drafts[*n].sentence) <= 1;
    let whole = (0..part).rev().take_while(near).find(|n| {
        let w = &drafts[*n];
        alike(w, draft)
            && w.donors.len() > draft.donors.len()
            && draft.donors.iter().all(|d| w.donors.contains(d))
    });
    let words = draft.mention.first.saturating_sub(6)..draft.mention.first;
    let share = words.clone().any(|at| matches!(scene.c.text.word(at), "share" | "slice" | "part"));
    let sibling = || {
        (0..part)
            .rev()
            .take_while(near)
            .find_map(|n| drafts[n].part_of.filter(|w| alike(&drafts[*w], draft)))
    };
    whole.or_else(|| {
        share
            .then(|| sibling().or_else(|| whole_before(drafts, part, draft.mention.first, 2)))
            .flatten()
    })
}

/// "Partners paid €1.4 billion. Denmark paid the most, €590 million; Norway followed with …": members after their group's total.
pub(super) fn members_of_total(scene: &Scene<'_>, drafts: &[Draft], part: usize) -> Option<usize> {
    let draft = &drafts[part];
    let [donor] = draft.donors.as_slice() else { return None };
    if draft.donor_source > Source::Near
        || !donor.is_country() && donor.code() != "EU"
        || draft.cumulative
    {
        return None;
    }
    let paragraph = scene.sentence(draft.sentence).paragraph;
    let whole = (0..part)
        .rev()
        .take_while(|n| {
            draft.sentence.saturating_sub(drafts[*n].sentence) <= 4
                && scene.sentence(drafts[*n].sentence).paragraph == paragraph
        })
        .find(|n| {
            let w = &drafts[*n];
            let group = matches!(w.donors.as_slice(), [one] if GROUPS.contains(&one.code()));
            alike(w, draft) && group && w.equivalent_of.is_none()
        })?;
    let w = &drafts[whole];
    let member = w.donors.first().is_some_and(|g| g.code() != "G7" || G7.contains(&donor.code()));
    let between = drafts[whole + 1..part]
        .iter()
        .all(|d| d.part_of.is_some() || d.equivalent_of.is_some() || d.kind != draft.kind);
    let sum: Decimal = drafts[whole + 1..part]
        .iter()
        .filter(|d| d.part_of == Some(whole) && d.unit == w.unit)
        .map(|d| d.mention.value)
        .sum();
    let fits = w.unit != draft.unit || sum + draft.mention.value <= upper(w);
    let stage = w.stage == draft.stage
        || draft.stage.is_none()
        || w.stage.is_none()
        || w.donors[0].code() == "G7";
    (member && between && fits && stage).then_some(whole)
}

/// "Another $680 million pays for …" after a share of the same whole, while the shares still fit into it.
pub(super) fn another_share(scene: &Scene<'_>, drafts: &[Draft], part: usize) -> Option<usize> {
    let draft = &drafts[part];
    let sibling = drafts[..part]
        .iter()
        .rev()
        .take_while(|d| draft.sentence.saturating_sub(d.sentence) <= 1)
        .find(|d| d.equivalent_of.is_none() && alike(d, draft))?;
    let mut whole = sibling.part_of?;
    while let Some(above) = drafts[whole].part_of {
        whole = above;
    }
    let joined = sibling.sentence == draft.sentence && same_row(scene, sibling, draft);
    let marked = cue_before(scene, draft, Cue::More, 3).is_some();
    if !(joined || marked) || drafts[whole].unit != draft.unit {
        return None;
    }
    let direct = if joined && !marked { sibling.part_of? } else { whole };
    // Shares stand behind their whole, or just before it.
    let sum: Decimal = drafts[direct.min(part).saturating_sub(16)..part]
        .iter()
        .filter(|d| d.part_of == Some(direct) && d.unit == draft.unit)
        .map(|d| d.mention.value)
        .sum();
    (sum + draft.mention.value <= upper(&drafts[direct])).then_some(direct)
}

/// Both stand in one row of "A and B" or "A, B".
fn same_row(scene: &Scene<'_>, one: &Draft, two: &Draft) -> bool {
    let c = &scene.c;
    let gap = one.mention.end..two.mention.first;
    gap.len() < 14
        && gap.clone().any(|at| c.is(at, Class::And) || c.is_sign(at, ","))
        && !gap.clone().any(|at| c.is_sign(at, ";"))
        && scene.verbs_in(gap.start, gap.end).iter().all(|v| !v.finite)
}
