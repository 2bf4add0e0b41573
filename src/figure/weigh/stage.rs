//! How far a figure has come: the verb over it, the nouns beside it, its neighbours.

use super::around::{Around, Place, Relation};
use super::choice::Choice;
use super::coded::{NOTHING, code};
use super::evidence::signs;
use super::parties::PartyKind;
use super::slots::{self, Slot};
use super::table::Question;
use super::times::Time;
use crate::figure::draft::Source;
use crate::figure::scene::{Tense, VerbGroup};
use crate::figure::terms::{Kind, Per, Stage};
use crate::lexicon::{Cue, VerbClass};

signs! {
    /// How usual the stage is.
    Usual = "usual"(Stage, Kind),
    /// What the figure's own clause says by the rules.
    Own = "own"(Stage, Stage, Source),
    /// What the rules say in the end.
    Ruled = "ruled"(Stage, Stage, Source),
    /// The verb over the figure.
    Verb = "verb"(Stage, VerbClass, Tense),
    /// It is denied.
    Negated = "negated"(Stage, VerbClass),
    /// The figure is its subject, or the verb is a passive.
    Voice = "voice"(Stage, VerbClass, bool),
    /// The verb over that verb.
    Over = "over"(Stage, VerbClass, Tense),
    /// The clause's finite verb.
    Main = "main"(Stage, VerbClass, Tense),
    /// A cue in the sentence.
    Cue = "cue"(Stage, Cue, Place),
    /// The figure before.
    Previous = "previous"(Stage, Stage, Relation),
    /// The figure before, where the rules found nothing in this one's clause.
    Follows = "follows"(Stage, Stage, Relation),
    /// The whole, and whether it stands in the same sentence.
    Whole = "whole"(Stage, Stage, bool),
    /// Its years against the publication's.
    Time = "time"(Stage, Time, Kind),
    /// Who gives.
    Donor = "donor"(Stage, PartyKind, Kind),
    /// It stands in the title.
    Title = "title"(Stage),
    /// A running total.
    Running = "running"(Stage),
    /// A rate.
    Rate = "rate"(Stage, Per, Kind),
    /// Another mention of the figure tells so.
    Told = "told"(Stage, Stage),
    /// A word near the figure, before or behind it.
    Word = "word"(Stage, bool),
    /// The verb over the figure, by its word.
    Lemma = "lemma"(Stage, Tense, bool),
    /// The clause's finite verb, by its word.
    MainLemma = "main_lemma"(Stage, Tense),
    /// The next clause's verb, where it is told of the figure.
    Next = "next"(Stage, VerbClass, Tense),
    /// A word by the place it takes.
    Slot = "slot"(Stage, Slot),
    /// The verb over the figure and the verb over that.
    Chain = "chain"(Stage, VerbClass, VerbClass),
    /// A participle right behind the figure.
    Participle = "participle"(Stage, VerbClass, Tense),
    /// The verb of the sentence before, by whether the figure has a strong verb of its own.
    Last = "last"(Stage, VerbClass, Tense),
    /// The verb of the line above a list.
    Above = "above"(Stage, VerbClass, Tense),
    /// The verb of the title.
    Headline = "headline"(Stage, VerbClass, Tense),
    /// A cue in the title or the first sentence of the body.
    Document = "document"(Stage, Cue, Kind),
}

/// The five stages with what speaks for each.
pub fn ask<'s>(around: &Around<'s, '_>) -> Choice<'s, Stage> {
    let mut shared: Vec<(Sign, [u8; 2])> = Vec::with_capacity(32);
    gather(around, &mut shared);
    let mut choice = around.choice_among(Question::Stage, Stage::ALL);
    for (sign, [a, b]) in shared {
        choice.every(sign.of([NOTHING, a, b]));
    }
    by_words(around, &mut choice);
    choice
}

fn by_words(around: &Around<'_, '_>, found: &mut Choice<'_, Stage>) {
    let stage = NOTHING;
    around.words(|word, behind| {
        found.every(Sign::Word.of([stage, code(behind), NOTHING]).with(word));
    });
    for (slot, word) in around.slots() {
        found.every(Sign::Slot.of([stage, code(*slot), NOTHING]).with(*word));
    }
    if let Some(verb) = around.verb() {
        let turned = verb.passive || around.governing.subject;
        let sign = Sign::Lemma.of([stage, code(verb.tense), code(turned)]);
        found.every(sign.with(around.lemma(&verb)));
        around.sense_of(&verb).into_iter().for_each(|sense| found.every(sign.with(sense)));
    }
    let clause = around.scene.clauses[around.draft.clause];
    if let Some(main) = clause.verb.map(|v| around.scene.verbs[v]) {
        let sign = Sign::MainLemma.of([stage, code(main.tense), NOTHING]);
        found.every(sign.with(around.lemma(&main)));
        around.sense_of(&main).into_iter().for_each(|sense| found.every(sign.with(sense)));
    }
}

fn gather(around: &Around<'_, '_>, found: &mut Vec<(Sign, [u8; 2])>) {
    let draft = around.draft;
    let kind = code(draft.kind);
    let own = draft.own_stage;
    found.push((Sign::Usual, [kind, NOTHING]));
    found.push((Sign::Own, [code(own.map(|o| o.0)), code(own.map(|o| o.1))]));
    found.push((Sign::Ruled, [code(draft.stage), code(draft.stage_source)]));
    by_verbs(around, found);
    by_document(around, found);
    around.cues(|cue, place| found.push((Sign::Cue, [code(cue), code(place)])));
    if let Some((before, relation)) = around.previous() {
        found.push((Sign::Previous, [code(before.stage), code(relation)]));
        if own.is_none() {
            found.push((Sign::Follows, [code(before.stage), code(relation)]));
        }
    }
    if let Some(whole) = around.whole() {
        found.push((Sign::Whole, [code(whole.stage), code(whole.sentence == draft.sentence)]));
    }
    found.push((Sign::Time, [code(Time::of(around.scene.year(), draft.years)), kind]));
    found.push((Sign::Donor, [code(PartyKind::of(&draft.donors)), kind]));
    if let Some(told) = draft.told.as_ref().and_then(|t| t.1) {
        found.push((Sign::Told, [code(told), NOTHING]));
    }
    if draft.title {
        found.push((Sign::Title, [NOTHING; 2]));
    }
    if draft.cumulative {
        found.push((Sign::Running, [NOTHING; 2]));
    }
    if let Some(per) = draft.per {
        found.push((Sign::Rate, [code(per), kind]));
    }
}

fn by_verbs(around: &Around<'_, '_>, found: &mut Vec<(Sign, [u8; 2])>) {
    let scene = around.scene;
    let verb = around.verb();
    found.push((Sign::Verb, [code(verb.map(|v| v.class)), code(verb.map(|v| v.tense))]));
    if let Some(verb) = verb {
        if verb.negated {
            found.push((Sign::Negated, [code(verb.class), NOTHING]));
        }
        let turned = verb.passive || around.governing.subject;
        found.push((Sign::Voice, [code(verb.class), code(turned)]));
    }
    if let Some(over) = around.over() {
        found.push((Sign::Over, [code(over.class), code(over.tense)]));
        found.push((Sign::Chain, [code(verb.map(|v| v.class)), code(over.class)]));
    }
    if let Some(group) = slots::participle_behind(around) {
        found.push((Sign::Participle, [code(group.class), code(group.tense)]));
    }
    if let Some(group) = slots::verb_before(around).filter(|_| weak(verb.as_ref())) {
        found.push((Sign::Last, [code(group.class), code(group.tense)]));
    }
    if let Some(group) = above(around) {
        found.push((Sign::Above, [code(group.class), code(group.tense)]));
    }
    if let Some(group) = slots::title_verb(scene).filter(|_| weak(verb.as_ref())) {
        found.push((Sign::Headline, [code(group.class), code(group.tense)]));
    }
    let clause = scene.clauses[around.draft.clause];
    if let Some(main) = clause.verb.map(|v| scene.verbs[v]) {
        found.push((Sign::Main, [code(main.class), code(main.tense)]));
    }
    let next = scene.clauses.get(around.draft.clause + 1).filter(|n| n.sentence == clause.sentence);
    let near = next.filter(|n| n.first <= around.draft.mention.end + 2);
    if let Some(verb) = near.and_then(|n| n.verb).map(|v| scene.verbs[v]) {
        found.push((Sign::Next, [code(verb.class), code(verb.tense)]));
    }
}

/// No verb, or one that says nothing of how far the figure has come.
fn weak(verb: Option<&VerbGroup>) -> bool {
    verb.is_none_or(|v| {
        matches!(
            v.class,
            VerbClass::Amount
                | VerbClass::Include
                | VerbClass::Neutral
                | VerbClass::Arrive
                | VerbClass::BeFor
                | VerbClass::Report
        )
    })
}

/// The last verb of the line above the figure's list, or of its heading.
fn above(around: &Around<'_, '_>) -> Option<VerbGroup> {
    let sentence = around.scene.sentence(slots::line_above(around)?);
    let verbs = around.scene.verbs_in(sentence.first, sentence.end).iter().rev();
    verbs.copied().find(|v| v.class != VerbClass::Report)
}

/// What the title and the first sentence of the body speak of.
fn by_document(around: &Around<'_, '_>, found: &mut Vec<(Sign, [u8; 2])>) {
    let scene = around.scene;
    let end = scene.sentence(scene.title_sentences.min(scene.c.text.sentences.len() - 1)).end;
    let telling = [
        Cue::Draft,
        Cue::RequestNoun,
        Cue::TargetNoun,
        Cue::PledgeNoun,
        Cue::CommitmentNoun,
        Cue::DeliveryNoun,
    ];
    let cues = scene.cue_bits(0, end);
    for cue in telling {
        if cues & cue.bit() != 0 {
            found.push((Sign::Document, [code(cue), code(around.draft.kind)]));
        }
    }
}
