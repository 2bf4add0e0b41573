//! Which years a figure is for: the stretches of time around it, its neighbours', the publication's.

use super::around::{Around, Place, Relation};
use super::choice::Choice;
use super::coded::{NOTHING, code};
use super::evidence::{Evidence, signs};
use super::times::Time;
use crate::figure::draft::Source;
use crate::figure::scene::PeriodKind;
use crate::figure::terms::{Kind, Stage};
use crate::lexicon::VerbClass;

signs! {
    /// What the figure's own clause says by the rules.
    Own = "own"(Source, Stage),
    /// What the rules say in the end.
    Ruled = "ruled"(Source, Stage),
    /// A stretch of time tells these years.
    Period = "period"(PeriodKind, Place, Kind),
    /// The same, with another figure between.
    Parted = "parted"(PeriodKind, Place, Kind),
    /// By stage.
    Acted = "acted"(PeriodKind, Stage, Place),
    /// How the years lie against the publication's.
    Time = "time"(Time, Stage, VerbClass),
    /// How usual that is.
    Usual = "usual"(Time, Stage, bool),
    /// The years of the figure before.
    Previous = "previous"(Relation, Time, bool),
    /// The years of the whole.
    Whole = "whole"(bool, Time),
    /// The year of publication.
    Published = "published"(Stage, bool),
    /// The year of publication, while the sentence tells another.
    Other = "other"(PeriodKind, Stage),
    /// From a past year up to now, with the words of a running total.
    Running = "running"(Time, bool),
}

/// The stretches of years that may be meant.
pub fn ask(around: &Around<'_, '_>) -> Choice<Option<(i32, i32)>> {
    let mut answers: Vec<Option<(i32, i32)>> = vec![around.draft.years];
    let this = around.scene.year().map(|y| (y, y));
    let periods = near(around);
    let more = [
        around.draft.own_years.map(|o| o.0),
        this,
        around.previous().and_then(|(p, _)| p.years),
        around.whole().and_then(|w| w.years),
    ];
    let told = periods.iter().map(|(_, _, years, _)| *years);
    for years in more.into_iter().flatten().chain(told) {
        if !answers.contains(&Some(years)) {
            answers.push(Some(years));
        }
    }
    let mut choice = Choice::default();
    for years in answers {
        choice.add(years, |years, found| tell(around, *years, &periods, found));
    }
    choice
}

type Near = (PeriodKind, Place, (i32, i32), bool);

/// The periods of the sentence, the sentence before and the title, with whether another figure stands between.
fn near(around: &Around<'_, '_>) -> Vec<Near> {
    let scene = around.scene;
    let draft = around.draft;
    let first = scene.sentence(draft.sentence.saturating_sub(2)).first;
    let end = scene.sentence(draft.sentence).end;
    let title = scene.title_sentences.checked_sub(1).map_or(0, |n| scene.sentence(n).end);
    let mut found: Vec<Near> = Vec::new();
    let periods = scene.periods_in(first, end).iter();
    for period in periods.chain(scene.periods_in(0, title.min(first))) {
        let place = around.place(period.first, period.end);
        let between = if period.first >= draft.mention.end {
            scene.mentions_in(draft.mention.end, period.first)
        } else {
            scene.mentions_in(period.end, draft.mention.first)
        };
        let parted = between.iter().any(|m| m.kind().is_some());
        let known = (period.kind, place, period.years, parted);
        if !found.contains(&known) {
            found.push(known);
        }
    }
    found
}

fn tell(
    around: &Around<'_, '_>,
    years: Option<(i32, i32)>,
    periods: &[Near],
    found: &mut Vec<Evidence>,
) {
    let draft = around.draft;
    let (stage, kind) = (code(draft.stage), code(draft.kind));
    let this = around.scene.year();
    let time = code(Time::of(this, years));
    let class = code(around.governing.class);
    if let Some((_, source)) = draft.own_years.filter(|o| Some(o.0) == years) {
        found.push(Sign::Own.of([code(source), stage, NOTHING]));
    }
    if draft.years == years {
        found.push(Sign::Ruled.of([code(draft.year_source), stage, NOTHING]));
    }
    for (sort, place, _, parted) in periods.iter().filter(|p| Some(p.2) == years) {
        let sign = if *parted { Sign::Parted } else { Sign::Period };
        found.push(sign.of([code(*sort), code(*place), kind]));
        found.push(Sign::Acted.of([code(*sort), stage, code(*place)]));
    }
    found.push(Sign::Time.of([time, stage, class]));
    found.push(Sign::Usual.of([time, stage, code(draft.cumulative)]));
    let previous = around.previous().filter(|(p, _)| p.years == years);
    if let Some((before, relation)) = previous {
        found.push(Sign::Previous.of([code(relation), time, code(before.stage == draft.stage)]));
    }
    if let Some(whole) = around.whole().filter(|w| w.years == years) {
        found.push(Sign::Whole.of([code(whole.sentence == draft.sentence), time, NOTHING]));
    }
    if years.is_some() && years == this.map(|y| (y, y)) {
        let own = |p: &&Near| !matches!(p.1, Place::Last | Place::Above | Place::Title);
        found.push(Sign::Published.of([stage, code(draft.cumulative), NOTHING]));
        for (sort, ..) in periods.iter().filter(own).filter(|p| Some(p.2) != years) {
            found.push(Sign::Other.of([code(*sort), stage, NOTHING]));
        }
    }
    found.push(Sign::Running.of([time, code(draft.cumulative), NOTHING]));
}
