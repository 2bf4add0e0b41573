//! Shares of a whole: "$35 billion, of which $17 billion", "including", "the rest", lists under a total.
//!
//! To add a way in which texts mark a share: a function in a file here, and a line in [`RULES`].

mod groups;
mod including;
mod lists;
mod named;
mod progress;
mod sums;
mod whole_behind;

use rust_decimal::Decimal;

pub use lists::is_item;

use super::alike;
use crate::figure::draft::Draft;
use crate::figure::scene::{CueMention, Scene};
use crate::lexicon::Cue;

/// One way in which a text marks a share; the number of the whole.
type Rule = fn(&Scene<'_>, &[Draft], usize) -> Option<usize>;

/// The rules, the surest first.
const RULES: &[Rule] = &[
    named::of_which,
    named::of_it_after,
    named::of_fronted,
    including::including,
    named::out_of,
    including::colon_list,
    groups::shares_of_joint,
    groups::members_of_total,
    groups::another_share,
    named::rest,
    including::by_fund,
    progress::progress,
    named::the_first,
    named::tranche,
];

/// Links every share to its whole.
pub fn link(scene: &Scene<'_>, drafts: &mut [Draft]) {
    sums::sums(drafts);
    whole_behind::part_of_named_whole(scene, drafts);
    for number in 0..drafts.len() {
        if drafts[number].part_of.is_some() || drafts[number].equivalent_of.is_some() {
            continue;
        }
        let whole = RULES
            .iter()
            .find_map(|rule| rule(scene, drafts, number))
            .filter(|whole| sound(drafts, number, *whole));
        if let Some(whole) = whole {
            drafts[number].part_of = Some(whole);
        }
    }
    lists::list_under_total(scene, drafts);
    sums::sums(drafts);
}

/// A share is alike, no larger where the currency is one, and no circle closes.
fn sound(drafts: &[Draft], part: usize, whole: usize) -> bool {
    let (p, w) = (&drafts[part], &drafts[whole]);
    if part == whole || !alike(p, w) || (p.unit == w.unit && p.mention.value > upper(w)) {
        return false;
    }
    let mut at = whole;
    while let Some(next) = drafts[at].part_of {
        if next == part {
            return false;
        }
        at = next;
    }
    true
}

fn upper(draft: &Draft) -> Decimal {
    draft.mention.high.unwrap_or(draft.mention.value)
}

fn cue_before(scene: &Scene<'_>, draft: &Draft, cue: Cue, reach: usize) -> Option<CueMention> {
    let sentence = scene.sentence(draft.sentence);
    let from = draft.mention.first.saturating_sub(reach).max(sentence.first);
    scene.cues_in(from, draft.mention.first).iter().rev().find(|c| c.is(cue)).copied()
}

/// The figure before another that could be its whole: alike, larger, no equivalent; within `reach` sentences.
fn whole_before(drafts: &[Draft], part: usize, before: usize, reach: usize) -> Option<usize> {
    let p = &drafts[part];
    let fits = |n: &usize| {
        let w = &drafts[*n];
        alike(p, w)
            && w.equivalent_of.is_none()
            && (!w.title || reach > 1)
            && (w.unit != p.unit || w.mention.value > p.mention.value)
    };
    let near = |n: &usize| p.sentence.saturating_sub(drafts[*n].sentence) <= reach;
    let found = (0..part)
        .rev()
        .filter(|n| drafts[*n].mention.first < before)
        .take_while(near)
        .find(fits)?;
    // "€615 million, part of the billion promised. It includes …": what is spoken of is the share.
    let spoken = (0..found).rev().find(|n| drafts[*n].part_of == Some(found) && fits(n));
    Some(spoken.filter(|_| p.sentence > drafts[found].sentence).unwrap_or(found))
}
