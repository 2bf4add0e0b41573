//! Lines of a list under a total: "In total EUR 220 million. The largest items are: …".

use super::sound;
use crate::figure::draft::Draft;
use crate::figure::links::alike;
use crate::figure::scene::Scene;
use crate::figure::terms::Kind;
use crate::lexicon::List;
use crate::text::{Sentence, TokenKind};

/// Lines of a list under a total: "In total EUR 220 million. The largest items are: a) …: EUR 50 million".
pub(super) fn list_under_total(scene: &Scene<'_>, drafts: &mut [Draft]) {
    let mut number = 0;
    while number < drafts.len() {
        let run = list_run(scene, drafts, number);
        if run < 2 {
            number += run.max(1);
            continue;
        }
        let members: Vec<usize> = (number..number + run).collect();
        if let Some(whole) = total_over(scene, drafts, number) {
            for part in members {
                if drafts[part].part_of.is_none()
                    && drafts[part].equivalent_of.is_none()
                    && drafts[part].kind == Kind::Money
                    && sound(drafts, part, whole)
                {
                    drafts[part].part_of = Some(whole);
                }
            }
        }
        number += run;
    }
}

/// How many figures from this one on stand in consecutive lines of a list, one or more a line.
fn list_run(scene: &Scene<'_>, drafts: &[Draft], first: usize) -> usize {
    let mut count = 0;
    let mut line = None;
    for draft in &drafts[first..] {
        let sentence = scene.sentence(draft.sentence);
        if !is_item(scene, draft.sentence) || line.is_some_and(|l| sentence.line > l + 1) {
            break;
        }
        line = Some(sentence.line);
        count += 1;
    }
    count
}

/// The line begins with a bullet, a letter or number in brackets, or holds table cells.
#[must_use]
pub fn is_item(scene: &Scene<'_>, number: usize) -> bool {
    scene.items.get_or_init(|| items(scene))[number]
}

fn items(scene: &Scene<'_>) -> Vec<bool> {
    let mut line = None;
    let mut item = false;
    let told = scene.c.text.sentences.iter().map(|sentence| {
        if line != Some(sentence.line) {
            (line, item) = (Some(sentence.line), opens_item(scene, sentence));
        }
        item
    });
    told.collect()
}

fn opens_item(scene: &Scene<'_>, first: &Sentence) -> bool {
    let c = &scene.c;
    let at = first.first;
    let bullet = c.is_dash(at) || matches!(c.text.word(at), "•" | "*" | "·" | "▪" | "‣" | "+");
    let lettered = matches!(c.text.word(at + 1), ")" | ".")
        && c.joined(at + 1)
        && c.text.word(at).len() <= 2
        && c.kind(at) != Some(TokenKind::Sign);
    bullet || lettered || (first.first..first.end).any(|k| c.is_sign(k, "|"))
}

/// The total that a list stands under: the last figure before it, where its sentence or the one between announces the list.
fn total_over(scene: &Scene<'_>, drafts: &[Draft], first: usize) -> Option<usize> {
    let head = drafts[first..].iter().take(64).find(|d| d.kind == Kind::Money)?;
    let near = |n: &usize| head.sentence.saturating_sub(drafts[*n].sentence) <= 6;
    let whole = (0..first).rev().take_while(near).find(|n| {
        alike(&drafts[*n], head) && drafts[*n].equivalent_of.is_none() && !drafts[*n].title
    })?;
    let w = &drafts[whole];
    if is_item(scene, w.sentence) {
        return None;
    }
    let c = &scene.c;
    let lead = scene.sentence(w.sentence).first..scene.sentence(head.sentence).first;
    let announces = lead.clone().any(|at| c.listed_small(at, List::ListHead));
    announces.then_some(whole)
}
