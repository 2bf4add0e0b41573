//! The calendar years that a figure is for, and whether it is a running total.

use super::governing::Governing;
use crate::figure::draft::{Draft, Source};
use crate::figure::scene::{Period, PeriodKind, Scene, Tense};
use crate::figure::terms::{Kind, Per, Stage};
use crate::lexicon::{Cue, List, VerbClass};
use crate::mention::{Head, Mention, What};

/// What a figure's sentence says of its time.
#[derive(Debug, Clone, Copy)]
pub struct Time {
    /// Years, where stated.
    pub years: Option<(i32, i32)>,
    /// How they were found.
    pub source: Source,
    /// The words stand behind the figure, so that they are its own.
    pub behind: bool,
    /// A running total.
    pub cumulative: bool,
}

/// The time of a figure.
#[must_use]
pub fn of(scene: &Scene<'_>, draft: &Draft, governing: &Governing) -> Time {
    let done = matches!(draft.stage, Some(Stage::Delivery | Stage::Commitment | Stage::Pledge));
    let mut usable: Vec<&Period> =
        candidates(scene, draft).into_iter().filter(|p| fits(scene, draft, governing, p)).collect();
    usable.sort_by_key(|p| (rank(p, draft), distance(p, draft)));
    let since = usable.iter().find(|p| p.kind == PeriodKind::Since).copied();
    let ended = usable.iter().find(|p| p.kind == PeriodKind::Until).copied();
    let running = cumulative_cue(scene, draft);
    let chosen = match (since, ended) {
        (Some(_), Some(end)) => Some(end),
        (Some(since), None) => Some(since),
        _ => usable.first().copied(),
    };
    let cumulative = (done || draft.stage.is_none())
        && (running
            || (since.is_some()
                && ended.is_none()
                && is_running(scene, governing)
                && draft.per.is_none())
            || past_span(scene, draft, chosen));
    let years = chosen
        .map(|p| p.years)
        .map(|(first, last)| since.map_or((first, last), |s| (s.years.0.min(first), last)));
    let near = chosen.is_some_and(|p| distance(p, draft) < 12);
    let behind = chosen.is_some_and(|p| p.first >= draft.mention.end);
    Time { years, source: if near { Source::Stated } else { Source::Near }, behind, cumulative }
}

/// The periods of the figure's clause; of its sentence's head; of a relative clause right behind it.
fn candidates<'s>(scene: &'s Scene<'_>, draft: &Draft) -> Vec<&'s Period> {
    let clause = scene.clauses[draft.clause];
    let sentence = scene.sentence(draft.sentence);
    let parted = |p: &&Period| !crossed(scene, draft, p) && !of_delivery(scene, draft, p);
    let own: Vec<&Period> =
        scene.periods_in(clause.first, clause.end).iter().filter(parted).collect();
    let mut found: Vec<&Period> = own
        .iter()
        .copied()
        .filter(|p| unclaimed(scene, draft, p, clause.first, sentence.first))
        .collect();
    if found.is_empty() && own.len() == 1 {
        found = own;
    }
    let next = scene.clauses.get(draft.clause + 1).filter(|n| n.sentence == clause.sentence);
    if let Some(next) = next {
        found.extend(
            scene
                .periods_in(next.first, next.first + 2)
                .iter()
                .filter(|p| p.kind == PeriodKind::Since),
        );
    }
    if found.is_empty() {
        let first_clause = scene.clauses[scene.clause_at(sentence.first)];
        let head = first_clause.verb.map_or(first_clause.end, |v| scene.verbs[v].first);
        found.extend(
            scene
                .periods_in(sentence.first, head.min(draft.mention.first))
                .iter()
                .filter(parted)
                .filter(|p| p.kind != PeriodKind::Day),
        );
    }
    if found.is_empty() {
        let done = matches!(draft.stage, Some(Stage::Commitment | Stage::Delivery));
        let own = draft.stage == Some(Stage::Delivery) && draft.stage_source == Source::Stated;
        if let Some(next) = next.filter(|n| !own && n.relative && n.first <= draft.mention.end + 6)
        {
            found.extend(
                scene
                    .periods_in(next.first, next.end)
                    .iter()
                    .filter(|p| done || p.kind != PeriodKind::Day),
            );
        }
    }
    if found.is_empty() {
        found.extend(heading(scene, draft));
    }
    found
}

/// A semicolon stands between the two.
fn crossed(scene: &Scene<'_>, draft: &Draft, period: &Period) -> bool {
    let (from, until) = if period.first >= draft.mention.end {
        (draft.mention.end, period.first)
    } else {
        (period.end, draft.mention.first)
    };
    (from..until).any(|at| scene.c.is_sign(at, ";"))
}

/// "the first due in 2030", "with delivery in 2026": when what was ordered comes, not when it was ordered.
fn of_delivery(scene: &Scene<'_>, draft: &Draft, period: &Period) -> bool {
    let bound = !matches!(draft.stage, Some(Stage::Delivery | Stage::Target));
    let from = period.first.saturating_sub(4).max(draft.mention.end);
    bound && (from..period.first).any(|at| scene.c.listed(at, List::Due))
}

/// "Next year", "Support in 2025": the short line above the figure's paragraph.
fn heading<'s>(scene: &'s Scene<'_>, draft: &Draft) -> Option<&'s Period> {
    let own = scene.sentence(draft.sentence).line;
    let (number, above) = (draft.sentence.saturating_sub(8)..draft.sentence)
        .rev()
        .map(|n| (n, scene.sentence(n)))
        .find(|(_, s)| s.line < own && s.end - s.first <= 6)?;
    let short = scene.verbs_in(above.first, above.end).iter().all(|v| !v.finite) && above.line > 0;
    let beside = [number.checked_sub(1), Some(number + 1)].into_iter().flatten();
    let single = beside.filter_map(|n| scene.c.text.sentences.get(n)).all(|s| s.line != above.line);
    scene
        .periods_in(above.first, above.end)
        .first()
        .filter(|p| short && single && p.kind != PeriodKind::Day)
}

/// No other figure stands between the two, unless the period opens the clause; a sum in brackets is the same figure.
fn unclaimed(
    scene: &Scene<'_>,
    draft: &Draft,
    period: &Period,
    clause: usize,
    sentence: usize,
) -> bool {
    let after = period.first >= draft.mention.end;
    let (from, until) =
        if after { (draft.mention.end, period.first) } else { (period.end, draft.mention.first) };
    let bracketed = |m: &Mention| {
        m.first > 0
            && (1..4).any(|k| m.first >= k && scene.c.is_sign(m.first - k, "("))
            && scene.c.is_sign(m.end, ")")
    };
    let others = scene
        .mentions_in(from, until)
        .iter()
        .filter(|m| m.end <= until && counts(m) && !bracketed(m))
        .count();
    others == 0 || (!after && (period.first <= clause + 3 || period.first <= sentence + 3))
}

/// Money or things.
fn counts(mention: &Mention) -> bool {
    matches!(mention.what, What::Money(..) | What::Counted(_, _, Head::Thing(_)))
}

fn rank(period: &Period, draft: &Draft) -> u8 {
    match period.kind {
        PeriodKind::Span => 0,
        PeriodKind::In | PeriodKind::Until | PeriodKind::Since => 1,
        PeriodKind::Day => 2 + u8::from(draft.kind == Kind::Money),
    }
}

fn distance(period: &Period, draft: &Draft) -> usize {
    if period.first >= draft.mention.end {
        period.first - draft.mention.end
    } else {
        (draft.mention.first.saturating_sub(period.end)) + 1
    }
}

/// A signed order takes the year of signing, a past act no future year, a future act no past one.
fn fits(scene: &Scene<'_>, draft: &Draft, governing: &Governing, period: &Period) -> bool {
    let Some(this) = scene.year() else { return true };
    let (first, last) = period.years;
    let signed = draft.stage == Some(Stage::Commitment)
        && governing
            .verb
            .is_some_and(|v| scene.verbs[v].class == VerbClass::Buy || is_signing(scene, v));
    match draft.stage {
        Some(Stage::Commitment) if signed => last <= this,
        Some(Stage::Delivery) => {
            first <= this
                && (period.kind != PeriodKind::Until || last <= this)
                && (period.kind != PeriodKind::Span || last <= this)
        }
        Some(Stage::Target | Stage::Pledge | Stage::Request) if period.kind == PeriodKind::Day => {
            first >= this || past_verb(scene, governing)
        }
        _ => true,
    }
}

fn is_signing(scene: &Scene<'_>, verb: usize) -> bool {
    scene.c.begins(scene.verbs[verb].end - 1, List::Signing)
}

fn past_verb(scene: &Scene<'_>, governing: &Governing) -> bool {
    let head = governing.over.or(governing.verb);
    head.is_some_and(|v| {
        matches!(scene.verbs[v].tense, Tense::Past | Tense::Perfect | Tense::Reduced)
    })
}

/// "has provided … since 2022": a perfect or a bare noun phrase runs on.
fn is_running(scene: &Scene<'_>, governing: &Governing) -> bool {
    governing.verb.is_none_or(|v| {
        let group = scene.verbs[v];
        matches!(group.tense, Tense::Perfect | Tense::Past | Tense::Reduced | Tense::Ing)
            || matches!(group.class, VerbClass::Amount | VerbClass::Include | VerbClass::Neutral)
    })
}

fn cumulative_cue(scene: &Scene<'_>, draft: &Draft) -> bool {
    let clause = scene.clauses[draft.clause];
    let sentence = scene.sentence(draft.sentence);
    let cues = scene.cues_in(clause.first.max(sentence.first), (clause.end + 2).min(sentence.end));
    cues.iter().any(|cue| {
        let word = scene.c.small(cue.first);
        let leads =
            (word.starts_with("br") || word.starts_with("tak")) && cue.first >= draft.mention.end;
        if !cue.is(Cue::Cumulative) || leads {
            return false;
        }
        let between = if cue.first >= draft.mention.end {
            draft.mention.end..cue.first
        } else {
            cue.end..draft.mention.first
        };
        scene.mentions_in(between.start, between.end).iter().all(|m| {
            m.kind().is_none()
                || matches!(
                    m.what,
                    crate::mention::What::Counted(_, _, crate::mention::Head::NotThing(_))
                )
        })
    })
}

/// "between 2022 and mid-2025": a span that is over.
fn past_span(scene: &Scene<'_>, draft: &Draft, period: Option<&Period>) -> bool {
    let Some((period, this)) = period.zip(scene.year()) else { return false };
    period.kind == PeriodKind::Span
        && period.years.0 < this
        && period.years.1 <= this
        && matches!(draft.stage, None | Some(Stage::Delivery))
        && draft.per != Some(Per::Year)
}
