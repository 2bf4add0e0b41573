//! Whether a figure is a running total: "so far", "since 2022", "brings the total to".

use super::around::{Around, Place};
use super::choice::Choice;
use super::coded::{NOTHING, code};
use super::evidence::signs;
use super::table::Question;
use super::times::Time;
use crate::figure::scene::{PeriodKind, Tense};
use crate::figure::terms::{Kind, Stage};
use crate::lexicon::{Cue, VerbClass};

signs! {
    /// How usual it is.
    Usual = "usual"(bool, Kind),
    /// What the rules say.
    Ruled = "ruled"(bool, bool, Stage),
    /// A cue in the sentence.
    Cue = "cue"(bool, Cue, Place),
    /// A stretch of time in the sentence.
    Period = "period"(bool, PeriodKind, Place),
    /// The verb over the figure.
    Verb = "verb"(bool, VerbClass, Tense),
    /// Its years, and its stage.
    Time = "time"(bool, Time, Stage),
    /// The whole's.
    Whole = "whole"(bool, bool),
    /// The figure before's, in the same sentence.
    Previous = "previous"(bool, bool, bool),
}

/// Yes and no, with what speaks for each.
pub fn ask<'s>(around: &Around<'s, '_>) -> Choice<'s, bool> {
    let draft = around.draft;
    let mut shared: Vec<(Sign, [u8; 2])> = Vec::with_capacity(48);
    shared.extend([
        (Sign::Usual, [code(draft.kind), NOTHING]),
        (Sign::Ruled, [code(draft.cumulative), code(draft.stage)]),
        (Sign::Time, [code(Time::of(around.scene.year(), draft.years)), code(draft.stage)]),
    ]);
    around.cues(|cue, place| {
        if matches!(cue, Cue::Cumulative | Cue::More | Cue::DeliveryNoun | Cue::Including) {
            shared.push((Sign::Cue, [code(cue), code(place)]));
        }
    });
    let sentence = around.scene.sentence(draft.sentence);
    for period in around.scene.periods_in(sentence.first, sentence.end) {
        let seen = [code(period.kind), code(around.place(period.first, period.end))];
        if !shared.iter().any(|(sign, terms)| matches!(sign, Sign::Period) && *terms == seen) {
            shared.push((Sign::Period, seen));
        }
    }
    let verb = around.verb();
    shared.push((Sign::Verb, [code(verb.map(|v| v.class)), code(verb.map(|v| v.tense))]));
    if let Some(whole) = around.whole() {
        shared.push((Sign::Whole, [code(whole.cumulative), NOTHING]));
    }
    if let Some((before, _)) = around.previous() {
        let same = before.sentence == draft.sentence;
        shared.push((Sign::Previous, [code(before.cumulative), code(same)]));
    }
    let mut choice = around.choice_among(Question::Running, &[false, true]);
    for (sign, [a, b]) in shared {
        choice.every(sign.of([NOTHING, a, b]));
    }
    choice
}
