//! Shares that point back at their whole: "of which $17 billion", "[30 million] of that", "Of the loan of
//! €18 billion, €10 billion".

use super::{cue_before, whole_before};
use crate::figure::draft::Draft;
use crate::figure::links::{alike, same_unit};
use crate::figure::scene::{CueMention, Scene};
use crate::figure::terms::Kind;
use crate::lexicon::{Class, Cue, List};

/// "of which $17 billion", "Of the sum, 900 million", "Of this, 2.62 billion … and 690 million".
pub(super) fn of_which(scene: &Scene<'_>, drafts: &[Draft], part: usize) -> Option<usize> {
    let draft = &drafts[part];
    let sentence = scene.sentence(draft.sentence);
    let from = drafts.partition_point(|d| d.mention.first + 400 < draft.mention.first);
    let own = |cue: &CueMention| {
        drafts[from.min(part)..part].iter().any(|d| {
            d.sentence == draft.sentence
                && (d.mention.end == cue.first || d.mention.number_end == cue.first)
        })
    };
    let cue = scene
        .cues_in(sentence.first, draft.mention.first)
        .iter()
        .rev()
        .find(|c| c.is(Cue::OfWhich) && !own(c))?;
    let stopped = (cue.end..draft.mention.first).any(|at| scene.c.is_sign(at, ";"));
    let more = cue_before(scene, draft, Cue::More, 4).is_some_and(|m| m.first > cue.end);
    if stopped || more && draft.mention.first - cue.end > 12 {
        return None;
    }
    let noun = scene.c.text.word(cue.end - 1).to_owned();
    let near = |n: &usize| draft.sentence.saturating_sub(drafts[*n].sentence) <= 3;
    let named = (0..part).rev().take_while(near).find(|n| {
        let w = &drafts[*n];
        w.mention.first < cue.first
            && alike(draft, w)
            && w.equivalent_of.is_none()
            && near_word(scene, w, &noun)
    });
    let generic = scene.c.listed(cue.end - 1, List::WholeSpokenOf);
    named.filter(|_| !generic).or_else(|| whole_before(drafts, part, cue.first, 3))
}

/// The noun stands close to the figure ("a grant of [$200 million]").
fn near_word(scene: &Scene<'_>, draft: &Draft, noun: &str) -> bool {
    let from = draft.mention.first.saturating_sub(4);
    (from..draft.mention.end + 4).any(|at| scene.c.reads(at, noun))
}

/// "[30 million] of that for the drone coalition", "[1.5 million] of them".
pub(super) fn of_it_after(scene: &Scene<'_>, drafts: &[Draft], part: usize) -> Option<usize> {
    let draft = &drafts[part];
    let end =
        draft.mention.number_end.max(if draft.kind == Kind::Money { draft.mention.end } else { 0 });
    let cue = scene.cues_in(end, end + 1).iter().find(|c| c.is(Cue::OfWhich))?;
    let own = draft.elliptic && draft.per.is_some();
    (!own).then(|| whole_before(drafts, part, cue.first, 2)).flatten()
}

/// "Of the EU's loan of €18.1 billion, €10 billion has been transferred": a sentence that opens with its whole.
pub(super) fn of_fronted(scene: &Scene<'_>, drafts: &[Draft], part: usize) -> Option<usize> {
    let whole = part.checked_sub(1)?;
    let (draft, w) = (&drafts[part], &drafts[whole]);
    let first = scene.sentence(draft.sentence).first;
    let opened =
        scene.c.reads(first, "of") || scene.c.reads(first, "from") || scene.c.reads(first, "out");
    let comma = (w.mention.end..draft.mention.first).any(|at| scene.c.is_sign(at, ","));
    let near = w.sentence == draft.sentence
        && w.mention.first < first + 12
        && draft.mention.first < w.mention.end + 16;
    (opened && comma && near && alike(draft, w)).then_some(whole)
}

/// "two million of the five": "A out of B" in one phrase.
pub(super) fn out_of(scene: &Scene<'_>, drafts: &[Draft], part: usize) -> Option<usize> {
    let next = drafts.get(part + 1)?;
    let draft = &drafts[part];
    let gap = draft.mention.number_end..next.mention.first;
    let linked = gap.len() <= 4
        && (scene.c.is(gap.start, Class::Of)
            || (scene.c.reads(gap.start, "out") && scene.c.is(gap.start + 1, Class::Of)));
    (linked && same_unit(draft, next)).then_some(part + 1)
}

/// "he wanted the first three aircraft by 2026" of a hundred spoken of.
pub(super) fn the_first(scene: &Scene<'_>, drafts: &[Draft], part: usize) -> Option<usize> {
    let draft = &drafts[part];
    let at = draft.mention.first.checked_sub(2)?;
    let first = scene.c.listed(at + 1, List::FirstOrLast) && scene.c.is(at, Class::Determiner);
    (first && draft.kind == Kind::Quantity)
        .then(|| whole_before(drafts, part, draft.mention.first, 2))
        .flatten()
}

/// "The first tranche, 752 million pounds, is to be paid this week": a slice of the sum spoken of.
pub(super) fn tranche(scene: &Scene<'_>, drafts: &[Draft], part: usize) -> Option<usize> {
    let draft = &drafts[part];
    let words = draft.mention.first.saturating_sub(4)..draft.mention.first;
    let slice = words.clone().find(|at| scene.c.listed(*at, List::Slice))?;
    let definite = (slice.saturating_sub(3)..slice).any(|at| scene.c.listed(at, List::WhichSlice));
    (definite && draft.kind == Kind::Money)
        .then(|| whole_before(drafts, part, draft.mention.first, 2))
        .flatten()
}

/// "the remaining 12", "the rest, 18 billion".
pub(super) fn rest(scene: &Scene<'_>, drafts: &[Draft], part: usize) -> Option<usize> {
    let draft = &drafts[part];
    let c = &scene.c;
    let first = draft.mention.first;
    let other = first > 2
        && c.is_sign(first - 1, ",")
        && c.reads(first - 2, "other")
        && c.reads(first - 3, "the");
    if !other {
        cue_before(scene, draft, Cue::Rest, 3)?;
    }
    let near = |d: &&Draft| draft.sentence.saturating_sub(d.sentence) <= 1;
    let sibling = drafts[..part].iter().rev().take_while(near).find(|d| alike(d, draft));
    sibling.and_then(|s| s.part_of).or_else(|| whole_before(drafts, part, draft.mention.first, 2))
}
