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

/// The rules with their names, the surest first.
const RULES: &[(PartRule, Rule)] = &[
    (PartRule(1), named::of_which),
    (PartRule(2), named::of_it_after),
    (PartRule(3), named::of_fronted),
    (PartRule(4), including::including),
    (PartRule(5), named::out_of),
    (PartRule(6), including::colon_list),
    (PartRule(7), groups::shares_of_joint),
    (PartRule(8), groups::members_of_total),
    (PartRule(9), groups::another_share),
    (PartRule(10), named::rest),
    (PartRule(11), including::by_fund),
    (PartRule(12), progress::progress),
    (PartRule(13), named::the_first),
    (PartRule(14), named::tranche),
];

/// The names of the rules by [`PartRule`]'s number.
pub const RULE_NAMES: &[&str] = &[
    "none",
    "of_which",
    "of_it_after",
    "of_fronted",
    "including",
    "out_of",
    "colon_list",
    "shares_of_joint",
    "members_of_total",
    "another_share",
    "rest",
    "by_fund",
    "progress",
    "the_first",
    "tranche",
    "list",
    "sums",
    "whole_behind",
];

/// Which rule made a figure a share: a place in [`RULE_NAMES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartRule(pub u8);

impl PartRule {
    /// No rule did.
    pub const NONE: Self = Self(0);
    const LIST: Self = Self(15);
    const SUMS: Self = Self(16);
    const WHOLE_BEHIND: Self = Self(17);
}

/// Links every share to its whole.
pub fn link(scene: &Scene<'_>, drafts: &mut [Draft]) {
    sums::sums(drafts);
    note(drafts, PartRule::SUMS);
    whole_behind::part_of_named_whole(scene, drafts);
    note(drafts, PartRule::WHOLE_BEHIND);
    for number in 0..drafts.len() {
        if drafts[number].part_of.is_some() || drafts[number].equivalent_of.is_some() {
            continue;
        }
        let found =
            RULES.iter().find_map(|(name, rule)| Some((*name, rule(scene, drafts, number)?)));
        if let Some((rule, whole)) = found.filter(|(_, whole)| sound(drafts, number, *whole)) {
            drafts[number].part_of = Some(whole);
            drafts[number].part_rule = rule;
        }
    }
    lists::list_under_total(scene, drafts);
    note(drafts, PartRule::LIST);
    sums::sums(drafts);
    note(drafts, PartRule::SUMS);
}

/// Notes the rule that has just linked figures.
fn note(drafts: &mut [Draft], rule: PartRule) {
    for draft in drafts.iter_mut().filter(|d| d.part_of.is_some() && d.part_rule == PartRule::NONE)
    {
        draft.part_rule = rule;
    }
}

/// A share is alike, no larger where the currency is one, and no circle closes.
pub fn sound(drafts: &[Draft], part: usize, whole: usize) -> bool {
    let (p, w) = (&drafts[part], &drafts[whole]);
    if part == whole || !alike(p, w) || (p.unit == w.unit && p.mention.value > upper(w)) {
        return false;
    }
    let mut at = whole;
    for _ in 0..DEEPEST {
        let Some(next) = drafts[at].part_of.filter(|next| *next != part) else {
            return drafts[at].part_of.is_none();
        };
        at = next;
    }
    false
}

/// A share stands at most so many sentences before its whole.
const FAR: usize = 16;

/// Shares of shares of shares: deeper than any budget goes.
const DEEPEST: usize = 32;

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
    let close = |n: &usize| drafts[found].sentence.saturating_sub(drafts[*n].sentence) <= FAR;
    let spoken =
        (0..found).rev().take_while(close).find(|n| drafts[*n].part_of == Some(found) && fits(n));
    Some(spoken.filter(|_| p.sentence > drafts[found].sentence).unwrap_or(found))
}
