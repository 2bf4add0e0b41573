//! Which years a figure is for: the stretches of time around it, its neighbours', the publication's.

use super::around::{Around, Place, Relation};
use super::choice::{Choice, Found};
use super::coded::{NOTHING, code, coded};
use super::evidence::signs;
use super::table::Question;
use super::times::Time;
use crate::figure::draft::Source;
use crate::figure::scene::{Period, PeriodKind, Tense};
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
    /// How far away, with a finite verb between or not.
    Gap = "gap"(Gap, Place, bool),
    /// Another figure stands nearer to it.
    Claimed = "claimed"(PeriodKind, Place, bool),
    /// It opens its sentence.
    Opens = "opens"(PeriodKind, Place, Stage),
    /// The words of it, first and before the first.
    Word = "word"(Place, bool),
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
    Other = "other"(PeriodKind, Stage, Place),
    /// From a past year up to now, with the words of a running total.
    Running = "running"(Time, bool),
    /// The verb over the figure.
    Verb = "verb"(Time, VerbClass, Tense),
    /// The years of the document's first figure, of one kind with this one or not.
    Lead = "lead"(Time, bool, Stage),
    /// How many of the figures before are for these years.
    Often = "often"(Often, Time),
    /// The years of another share of the same whole.
    Sibling = "sibling"(bool, Time),
    /// Told only by a stretch cut to begin with the publication's year, or to its last.
    Cut = "cut"(bool, PeriodKind, Stage),
}

/// How many of the figures before this one are for some years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Often {
    None,
    Some,
    Most,
    All,
}

coded!(Often { None = "none", Some = "some", Most = "most", All = "all", });

/// The stretches of years that may be meant.
pub fn ask<'s>(around: &Around<'s, '_>) -> Choice<'s, Option<(i32, i32)>> {
    let mut answers: Vec<Option<(i32, i32)>> = vec![around.draft.years];
    let this = around.scene.year().map(|y| (y, y));
    let periods = near(around);
    let more = [
        around.draft.own_years.map(|o| o.0),
        this,
        around.previous().and_then(|(p, _)| p.years),
        around.whole().and_then(|w| w.years),
    ];
    let told = periods.iter().map(|p| p.years);
    let first = around.drafts.first().filter(|_| around.number > 0).and_then(|d| d.years);
    let cut = cuts(around, &periods).map(|(_, years)| years);
    for years in more.into_iter().flatten().chain(told).chain(first).chain(cut.collect::<Vec<_>>())
    {
        if !answers.contains(&Some(years)) {
            answers.push(Some(years));
        }
    }
    let mut choice = around.choice(Question::Years);
    for years in answers {
        choice.add(years, |years, found| tell(around, *years, &periods, found));
    }
    choice
}

/// A stretch of time as it stands to the figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Near {
    kind: PeriodKind,
    place: Place,
    years: (i32, i32),
    /// Tokens of the wording.
    first: usize,
    /// Another figure stands between, another stands nearer to it, a finite verb stands between.
    parted: bool,
    claimed: bool,
    verb: bool,
    gap: Gap,
    opens: bool,
}

/// How many tokens lie between two wordings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    Beside,
    Near,
    Some,
    Wide,
    Far,
}

coded!(Gap { Beside = "beside", Near = "near", Some = "some", Wide = "wide", Far = "far", });

impl Gap {
    const fn of(tokens: usize) -> Self {
        match tokens {
            0..=1 => Self::Beside,
            2..=3 => Self::Near,
            4..=7 => Self::Some,
            8..=15 => Self::Wide,
            _ => Self::Far,
        }
    }
}

/// "for the decade to 2033" is for what is left of it, "by 2029" may be for that year.
fn cuts<'p>(
    around: &Around<'_, '_>,
    periods: &'p [Near],
) -> impl Iterator<Item = (&'p Near, (i32, i32))> {
    let this = around.scene.year();
    periods.iter().filter_map(move |p| {
        let (first, last) = p.years;
        let own = !matches!(p.place, Place::Last | Place::Above | Place::Title | Place::Elsewhere);
        let years = match (p.kind, this?) {
            (PeriodKind::Span, this) if first < this && this < last => (this, last),
            (PeriodKind::Until, _) if first < last => (last, last),
            _ => return None,
        };
        own.then_some((p, years))
    })
}

/// The periods of the sentence, of the two before, of the line above and of the title.
fn near(around: &Around<'_, '_>) -> Vec<Near> {
    let scene = around.scene;
    let draft = around.draft;
    let first = scene.sentence(draft.sentence.saturating_sub(3)).first;
    let end = scene.sentence(draft.sentence).end;
    let title = scene.title_sentences.checked_sub(1).map_or(0, |n| scene.sentence(n).end);
    let mut found: Vec<Near> = Vec::new();
    let periods = scene.periods_in(first, end).iter();
    for period in periods.chain(scene.periods_in(0, title.min(first))) {
        let next = stand(around, period);
        let known =
            |n: &Near| n.years == next.years && n.place == next.place && n.kind == next.kind;
        if !found.iter().any(known) {
            found.push(next);
        }
    }
    found
}

fn stand(around: &Around<'_, '_>, period: &Period) -> Near {
    let scene = around.scene;
    let mention = &around.draft.mention;
    let behind = period.first >= mention.end;
    let (from, until) =
        if behind { (mention.end, period.first) } else { (period.end, mention.first) };
    let figures = |from: usize, until: usize| {
        scene.mentions_in(from, until).iter().any(|m| m.kind().is_some())
    };
    let distance = until.saturating_sub(from);
    let (left, right) = if behind {
        (period.end, period.end + distance)
    } else {
        (period.first.saturating_sub(distance), period.first)
    };
    let sentence = scene.sentence(scene.sentence_at(period.first));
    Near {
        kind: period.kind,
        place: around.place(period.first, period.end),
        years: period.years,
        first: period.first,
        parted: figures(from, until),
        claimed: figures(left.max(sentence.first), right.min(sentence.end)),
        verb: scene.verbs_in(from, until).iter().any(|v| v.finite),
        gap: Gap::of(distance),
        opens: period.first <= sentence.first + 2,
    }
}

fn tell(
    around: &Around<'_, '_>,
    years: Option<(i32, i32)>,
    periods: &[Near],
    found: &mut Found<'_>,
) {
    let draft = around.draft;
    let stage = code(draft.stage);
    let this = around.scene.year();
    let time = code(Time::of(this, years));
    let class = code(around.governing.class);
    if let Some((_, source)) = draft.own_years.filter(|o| Some(o.0) == years) {
        found.push(Sign::Own.of([code(source), stage, NOTHING]));
    }
    if draft.years == years {
        found.push(Sign::Ruled.of([code(draft.year_source), stage, NOTHING]));
    }
    for period in periods.iter().filter(|p| Some(p.years) == years) {
        by_period(around, period, found);
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
        let own = |p: &&Near| !matches!(p.place, Place::Last | Place::Above | Place::Title);
        found.push(Sign::Published.of([stage, code(draft.cumulative), NOTHING]));
        for other in periods.iter().filter(own).filter(|p| Some(p.years) != years) {
            found.push(Sign::Other.of([code(other.kind), stage, code(other.place)]));
        }
    }
    found.push(Sign::Running.of([time, code(draft.cumulative), NOTHING]));
    let verb = around.verb();
    found.push(Sign::Verb.of([time, code(verb.map(|v| v.class)), code(verb.map(|v| v.tense))]));
    by_others(around, years, time, found);
    for (period, _) in cuts(around, periods).filter(|(_, cut)| Some(*cut) == years) {
        let whole = !periods.iter().any(|p| Some(p.years) == years);
        found.push(Sign::Cut.of([code(whole), code(period.kind), stage]));
    }
}

/// What the figures before this one are for.
fn by_others(around: &Around<'_, '_>, years: Option<(i32, i32)>, time: u8, found: &mut Found<'_>) {
    let draft = around.draft;
    let stage = code(draft.stage);
    let before = &around.drafts[..around.number];
    if let Some(first) = before.first().filter(|d| d.years == years) {
        found.push(Sign::Lead.of([time, code(first.kind == draft.kind), stage]));
    }
    let alike = around.page.map_or(0, |page| page.often_before(years));
    let often = match (alike, before.len()) {
        (0, _) => Often::None,
        (n, all) if n == all => Often::All,
        (n, all) if 2 * n > all => Often::Most,
        _ => Often::Some,
    };
    if !before.is_empty() {
        found.push(Sign::Often.of([code(often), time, NOTHING]));
    }
    let sibling = draft
        .part_of
        .and_then(|whole| before.iter().rev().take(8).find(|d| d.part_of == Some(whole)));
    if let Some(sibling) = sibling {
        found.push(Sign::Sibling.of([code(sibling.years == years), time, NOTHING]));
    }
}

fn by_period(around: &Around<'_, '_>, period: &Near, found: &mut Found<'_>) {
    let draft = around.draft;
    let (kind, place) = (code(period.kind), code(period.place));
    let sign = if period.parted { Sign::Parted } else { Sign::Period };
    found.push(sign.of([kind, place, code(draft.kind)]));
    found.push(Sign::Acted.of([kind, code(draft.stage), place]));
    found.push(Sign::Gap.of([code(period.gap), place, code(period.verb)]));
    found.push(Sign::Claimed.of([kind, place, code(period.claimed)]));
    if period.opens {
        found.push(Sign::Opens.of([kind, place, code(draft.stage)]));
    }
    found.push(Sign::Word.of([place, code(false), NOTHING]).with(around.print(period.first)));
    if let Some(before) = period.first.checked_sub(1) {
        found.push(Sign::Word.of([place, code(true), NOTHING]).with(around.print(before)));
    }
}
