//! Shares of a whole: "$35 billion, of which $17 billion", "including", "the rest", lists under a total.

use rust_decimal::Decimal;

use super::{alike, same_unit};
use crate::figure::draft::{Draft, Source};
use crate::figure::roles::governing;
use crate::figure::scene::{CueMention, Scene};
use crate::figure::terms::{Kind, Stage};
use crate::lexicon::{Class, Cue, VerbClass};
use crate::text::TokenKind;

/// One way in which a text marks a share; the number of the whole.
type Rule = fn(&Scene<'_>, &[Draft], usize) -> Option<usize>;

/// The rules, the surest first.
const RULES: &[Rule] = &[
    of_which,
    of_it_after,
    of_fronted,
    including,
    out_of,
    colon_list,
    shares_of_joint,
    members_of_total,
    another_share,
    rest,
    by_fund,
    progress,
    the_first,
    tranche,
];

/// Links every share to its whole.
pub fn link(scene: &Scene<'_>, drafts: &mut [Draft]) {
    sums(drafts);
    part_of_named_whole(scene, drafts);
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
    list_under_total(scene, drafts);
    sums(drafts);
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
    scene.cues_in(from, draft.mention.first).iter().rev().find(|c| c.bits & cue.bit() != 0).copied()
}

/// The figure before another that could be its whole: alike, larger, no equivalent; within `reach` sentences.
fn whole_before(
    scene: &Scene<'_>,
    drafts: &[Draft],
    part: usize,
    before: usize,
    reach: usize,
) -> Option<usize> {
    let _ = scene;
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

/// "of which $17 billion", "Of the sum, 900 million", "Of this, 2.62 billion … and 690 million".
fn of_which(scene: &Scene<'_>, drafts: &[Draft], part: usize) -> Option<usize> {
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
        .find(|c| c.bits & Cue::OfWhich.bit() != 0 && !own(c))?;
    let stopped = (cue.end..draft.mention.first).any(|at| scene.c.is_sign(at, ";"));
    let more = cue_before(scene, draft, Cue::More, 4).is_some_and(|m| m.first > cue.end);
    if stopped || more && draft.mention.first - cue.end > 12 {
        return None;
    }
    let noun = scene.c.text.word(cue.end - 1).to_owned();
    let named = (0..part).rev().find(|n| {
        let w = &drafts[*n];
        w.mention.first < cue.first
            && alike(draft, w)
            && w.equivalent_of.is_none()
            && draft.sentence - w.sentence <= 3
            && near_word(scene, w, &noun)
    });
    let generic = matches!(
        noun.as_str(),
        "which"
            | "it"
            | "this"
            | "that"
            | "these"
            | "those"
            | "them"
            | "sum"
            | "total"
            | "amount"
            | "money"
            | "figure"
            | "latter"
            | "whole"
            | "thereof"
    );
    named.filter(|_| !generic).or_else(|| whole_before(scene, drafts, part, cue.first, 3))
}

/// "Of the EU's loan of €18.1 billion, €10 billion has been transferred": a sentence that opens with its whole.
fn of_fronted(scene: &Scene<'_>, drafts: &[Draft], part: usize) -> Option<usize> {
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

/// Groups whose members' sums may follow their own.
const GROUPS: &[&str] = &["ALLIES", "G7", "NATO", "EU"];
/// The members of the Group of Seven.
const G7: &[&str] = &["US", "GB", "CA", "JP", "FR", "DE", "IT", "EU"];

/// "Partners paid €1.4 billion. Denmark paid the most, €590 million; Norway followed with …": members after their group's total.
fn members_of_total(scene: &Scene<'_>, drafts: &[Draft], part: usize) -> Option<usize> {
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

/// "The draft gives ¥970 billion to missiles", "The package provides …": the fund spoken of gives its shares.
fn by_fund(scene: &Scene<'_>, drafts: &[Draft], part: usize) -> Option<usize> {
    let draft = &drafts[part];
    let governing = governing::of(scene, &draft.mention);
    let verb = governing.verb.filter(|_| !governing.subject && draft.kind == Kind::Money)?;
    let clause = scene.clauses[scene.clause_at(scene.verbs[verb].first)];
    let group = scene.verbs[verb];
    let fund = (clause.first..group.first).find(|at| {
        let draft_word = matches!(
            scene.c.text.word(*at),
            "draft" | "instalment" | "sum" | "total" | "funds" | "loans" | "grants"
        );
        (scene.c.is(*at, Class::FundNoun) || draft_word)
            && *at > 0
            && matches!(scene.c.text.word(*at - 1), "The" | "the" | "This" | "this" | "It" | "That")
    })?;
    let named =
        scene.parties_in(clause.first, group.first).iter().any(|p| p.first < fund || !p.possessive);
    let gives = matches!(
        group.class,
        VerbClass::Give
            | VerbClass::Include
            | VerbClass::BeFor
            | VerbClass::Commit
            | VerbClass::Arrive
    );
    (!named && gives && !group.passive)
        .then(|| whole_before(scene, drafts, part, clause.first, 2))
        .flatten()
}

/// "So far $269 million has been received", "Delivered so far: €7.1 billion": what has come of a sum asked for or promised.
fn progress(scene: &Scene<'_>, drafts: &[Draft], part: usize) -> Option<usize> {
    let draft = &drafts[part];
    let done = matches!(draft.stage, Some(Stage::Delivery | Stage::Commitment));
    let governing = governing::of(scene, &draft.mention);
    let passive = governing.verb.is_none_or(|v| {
        scene.verbs[v].passive
            || governing.subject
            || governing.near && scene.verbs[v].first <= scene.sentence(draft.sentence).first
    });
    let whole = whole_before(scene, drafts, part, draft.mention.first, 1)?;
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

/// "The first tranche, 752 million pounds, is to be paid this week": a slice of the sum spoken of.
fn tranche(scene: &Scene<'_>, drafts: &[Draft], part: usize) -> Option<usize> {
    let draft = &drafts[part];
    let words = draft.mention.first.saturating_sub(4)..draft.mention.first;
    let slice = words.clone().find(|at| {
        matches!(scene.c.text.word(*at), "tranche" | "instalment" | "installment" | "slice")
    })?;
    let definite = (slice.saturating_sub(3)..slice).any(|at| {
        matches!(
            scene.c.text.word(at),
            "The" | "the" | "first" | "second" | "third" | "last" | "next"
        )
    });
    (definite && draft.kind == Kind::Money)
        .then(|| whole_before(scene, drafts, part, draft.mention.first, 2))
        .flatten()
}

/// "he wanted the first three aircraft by 2026" of a hundred spoken of.
fn the_first(scene: &Scene<'_>, drafts: &[Draft], part: usize) -> Option<usize> {
    let draft = &drafts[part];
    let at = draft.mention.first.checked_sub(2)?;
    let first = matches!(scene.c.text.word(at + 1), "first" | "initial" | "last" | "final")
        && scene.c.is(at, Class::Determiner);
    (first && draft.kind == Kind::Quantity)
        .then(|| whole_before(scene, drafts, part, draft.mention.first, 2))
        .flatten()
}

/// The noun stands close to the figure ("a grant of [$200 million]").
fn near_word(scene: &Scene<'_>, draft: &Draft, noun: &str) -> bool {
    let from = draft.mention.first.saturating_sub(4);
    (from..draft.mention.end + 4).any(|at| scene.c.reads(at, noun))
}

/// "[30 million] of that for the drone coalition", "[1.5 million] of them".
fn of_it_after(scene: &Scene<'_>, drafts: &[Draft], part: usize) -> Option<usize> {
    let draft = &drafts[part];
    let end =
        draft.mention.number_end.max(if draft.kind == Kind::Money { draft.mention.end } else { 0 });
    let cue = scene.cues_in(end, end + 1).iter().find(|c| c.bits & Cue::OfWhich.bit() != 0)?;
    let own = draft.elliptic && draft.per.is_some();
    (!own).then(|| whole_before(scene, drafts, part, cue.first, 2)).flatten()
}

/// "including 20 million from Iceland", "made up of a loan of … and a grant of …", "It includes …".
fn including(scene: &Scene<'_>, drafts: &[Draft], part: usize) -> Option<usize> {
    let draft = &drafts[part];
    let sentence = scene.sentence(draft.sentence);
    let governing = governing::of(scene, &draft.mention);
    let by_verb = governing.class == Some(VerbClass::Include) && !governing.subject;
    let cue = scene
        .cues_in(sentence.first, draft.mention.first)
        .iter()
        .rev()
        .find(|c| c.bits & Cue::Including.bit() != 0 && !scene.c.reads(c.first, "with"));
    let start = match (cue, by_verb) {
        (Some(cue), _) => cue.first,
        (None, true) => scene.verbs[governing.verb?].first,
        (None, false) => return None,
    };
    let broken = (start..draft.mention.first).any(|at| scene.c.is_sign(at, ";"));
    let left_clause = scene.clause_at(start) != draft.clause
        && scene
            .verbs_in(start, draft.mention.first)
            .iter()
            .any(|v| v.finite && v.class != VerbClass::Include && v.first > start + 1);
    if broken || left_clause {
        return None;
    }
    let same = (0..part).rev().find(|n| {
        let w = &drafts[*n];
        w.sentence == draft.sentence
            && w.mention.first < start
            && alike(w, draft)
            && w.equivalent_of.is_none()
            && (w.unit != draft.unit || w.mention.value > draft.mention.value)
    });
    same.or_else(|| {
        let refers = start <= sentence.first + 8 && !is_item(scene, draft.sentence);
        refers.then(|| whole_before(scene, drafts, part, sentence.first, 2)).flatten()
    })
}

/// "€80 million to drones from the 500 million announced before", "a £350 million package funded from this
/// year's £4.5 billion": the earlier figure is a share of the later. Also "part of the $50 billion".
fn part_of_named_whole(scene: &Scene<'_>, drafts: &mut [Draft]) {
    for whole in 0..drafts.len() {
        if !names_whole(scene, &drafts[whole]) {
            continue;
        }
        let w = &drafts[whole];
        let part = (0..whole).rev().find(|n| {
            let p = &drafts[*n];
            alike(p, w)
                && p.equivalent_of.is_none()
                && p.part_of.is_none()
                && w.sentence.saturating_sub(p.sentence) <= 1
                && (p.unit != w.unit || p.mention.value < w.mention.value)
        });
        if let Some(part) = part.filter(|p| sound(drafts, *p, whole)) {
            drafts[part].part_of = Some(whole);
        }
    }
}

fn names_whole(scene: &Scene<'_>, draft: &Draft) -> bool {
    let c = &scene.c;
    let sentence = scene.sentence(draft.sentence);
    let mut at = draft.mention.first;
    let mut determined = false;
    while at > sentence.first && at + 9 > draft.mention.first {
        at -= 1;
        if c.is(at, Class::Of) && at > sentence.first {
            let share = matches!(
                c.text.word(at - 1),
                "part"
                    | "share"
                    | "slice"
                    | "portion"
                    | "tranche"
                    | "instalment"
                    | "chunk"
                    | "third"
                    | "half"
                    | "quarter"
                    | "fifth"
                    | "tenth"
                    | "percent"
                    | "cent"
                    | "bulk"
                    | "majority"
            );
            if share {
                return determined;
            }
        }
        if c.reads(at, "from") {
            let funded = at > 0
                && matches!(
                    c.text.word(at - 1),
                    "funded" | "paid" | "financed" | "drawn" | "comes" | "taken" | "come"
                );
            return determined
                && (funded || scene.verbs_in(sentence.first, draft.mention.first).is_empty());
        }
        determined |= c.is_any(at, Class::Determiner.bit());
        if !passes_to_whole(scene, at) {
            return false;
        }
    }
    false
}

/// Words that may stand between "part of" and the whole's sum.
fn passes_to_whole(scene: &Scene<'_>, at: usize) -> bool {
    let c = &scene.c;
    let classes = Class::Determiner.bit()
        | Class::Adjective.bit()
        | Class::FundNoun.bit()
        | Class::Of.bit()
        | Class::Ending.bit();
    c.is_any(at, classes)
        || matches!(
            c.text.word(at),
            "year"
                | "military"
                | "support"
                | "up"
                | "to"
                | "about"
                | "some"
                | "over"
                | "larger"
                | "wider"
                | "defence"
                | "special"
                | "defense"
        )
        || scene.periods_in(at, at + 1).iter().any(|p| p.first == at)
        || scene.parties_in(at, at + 1).iter().any(|p| p.first == at && p.possessive)
        || c.lexicon.bounds_before.at(c.lexicon.vocabulary(), c.tokens(), at).is_some()
}

/// "two million of the five": "A out of B" in one phrase.
fn out_of(scene: &Scene<'_>, drafts: &[Draft], part: usize) -> Option<usize> {
    let next = drafts.get(part + 1)?;
    let draft = &drafts[part];
    let gap = draft.mention.number_end..next.mention.first;
    let linked = gap.len() <= 4
        && (scene.c.is(gap.start, Class::Of)
            || (scene.c.reads(gap.start, "out") && scene.c.is(gap.start + 1, Class::Of)));
    (linked && same_unit(draft, next)).then_some(part + 1)
}

/// "€50 billion by the end of 2027: €33 billion in loans and €17 billion in grants".
fn colon_list(scene: &Scene<'_>, drafts: &[Draft], part: usize) -> Option<usize> {
    let draft = &drafts[part];
    let sentence = scene.sentence(draft.sentence);
    let colon = (sentence.first..draft.mention.first).rev().find(|at| scene.c.is_sign(*at, ":"))?;
    let whole = (0..part).rev().find(|n| {
        let w = &drafts[*n];
        w.sentence == draft.sentence
            && w.mention.first < colon
            && same_unit(w, draft)
            && w.equivalent_of.is_none()
    })?;
    let sum: Decimal = drafts
        .iter()
        .filter(|d| d.sentence == draft.sentence && d.mention.first > colon && same_unit(d, draft))
        .map(|d| d.mention.value)
        .sum();
    (sum <= upper(&drafts[whole])).then_some(whole)
}

/// "… a joint package of £450 million, of which London gives …"; "Norway's share is …" after a joint sum.
fn shares_of_joint(scene: &Scene<'_>, drafts: &[Draft], part: usize) -> Option<usize> {
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
            .then(|| {
                sibling().or_else(|| whole_before(scene, drafts, part, draft.mention.first, 2))
            })
            .flatten()
    })
}

/// "Another $680 million pays for …" after a share of the same whole, while the shares still fit into it.
fn another_share(scene: &Scene<'_>, drafts: &[Draft], part: usize) -> Option<usize> {
    let draft = &drafts[part];
    let sibling = drafts[..part]
        .iter()
        .rev()
        .find(|d| d.equivalent_of.is_none() && alike(d, draft))
        .filter(|d| draft.sentence - d.sentence <= 1)?;
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
    let sum: Decimal = drafts[..part]
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

/// "the remaining 12", "the rest, 18 billion".
fn rest(scene: &Scene<'_>, drafts: &[Draft], part: usize) -> Option<usize> {
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
    let sibling =
        drafts[..part].iter().rev().find(|d| alike(d, draft) && draft.sentence - d.sentence <= 1);
    sibling
        .and_then(|s| s.part_of)
        .or_else(|| whole_before(scene, drafts, part, draft.mention.first, 2))
}

/// Figures that add up exactly to the one before them are its parts.
fn sums(drafts: &mut [Draft]) {
    for whole in 0..drafts.len() {
        if drafts[whole].equivalent_of.is_some() {
            continue;
        }
        let mut sum = Decimal::ZERO;
        let mut parts = Vec::new();
        for next in whole + 1..drafts.len() {
            let d = &drafts[next];
            if d.sentence.saturating_sub(drafts[whole].sentence) > 4 || parts.len() > 6 {
                break;
            }
            if d.equivalent_of.is_some() || !same_unit(d, &drafts[whole]) {
                continue;
            }
            if d.part_of.is_some_and(|p| p != whole) {
                continue;
            }
            sum += d.mention.value;
            parts.push(next);
            if sum >= drafts[whole].mention.value {
                break;
            }
        }
        if parts.len() > 1
            && sum == drafts[whole].mention.value
            && drafts[whole].mention.high.is_none()
        {
            for part in parts {
                if drafts[part].part_of.is_none() && sound(drafts, part, whole) {
                    drafts[part].part_of = Some(whole);
                }
            }
        }
    }
}

/// Lines of a list under a total: "In total EUR 220 million. The largest items are: a) …: EUR 50 million".
fn list_under_total(scene: &Scene<'_>, drafts: &mut [Draft]) {
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
    let c = &scene.c;
    let line = scene.sentence(number).line;
    let Some(first) =
        c.text.sentences[..=number].iter().rev().take_while(|s| s.line == line).last()
    else {
        return false;
    };
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
    let head = drafts[first..].iter().find(|d| d.kind == Kind::Money)?;
    let whole = (0..first).rev().find(|n| {
        alike(&drafts[*n], head) && drafts[*n].equivalent_of.is_none() && !drafts[*n].title
    })?;
    let w = &drafts[whole];
    if head.sentence - w.sentence > 6 || is_item(scene, w.sentence) {
        return None;
    }
    let c = &scene.c;
    let lead = scene.sentence(w.sentence).first..scene.sentence(head.sentence).first;
    let announces = lead.clone().any(|at| {
        matches!(
            c.text.word(at).to_ascii_lowercase().as_str(),
            "total"
                | "items"
                | "table"
                | "breakdown"
                | "others"
                | "follows"
                | "following"
                | "includes"
                | "include"
                | "including"
                | "among"
                | "brief"
                | "sum"
                | "allocation"
                | "shares"
                | "split"
                | "comprises"
                | "consists"
        )
    });
    announces.then_some(whole)
}
