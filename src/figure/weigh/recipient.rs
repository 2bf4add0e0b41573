//! Who gets it: the giver itself, the aided country, or whoever stands around the figure.

use super::around::{Around, Place, Relation};
use super::choice::{Choice, Found};
use super::coded::{NOTHING, code, coded};
use super::evidence::signs;
use super::parties::{Lead, PartyKind};
use super::table::Question;
use crate::figure::roles::recipient;
use crate::figure::terms::{Kind, Stage};
use crate::lexicon::{Cue, Party, PartySort, VerbClass, country};

signs! {
    /// How usual such a recipient is.
    Usual = "usual"(PartyKind, Stage, Kind),
    /// How usual under such a verb.
    Under = "under"(PartyKind, VerbClass, bool),
    /// What the rules say.
    Ruled = "ruled"(PartyKind, VerbClass, Stage),
    /// What the rules read in the sentence.
    Reads = "reads"(PartyKind, VerbClass, bool),
    /// The giver itself; by whether the rules read somebody.
    Else = "else"(bool, PartyKind, VerbClass),
    /// Nobody; by whether the rules read somebody.
    None = "none"(bool, PartyKind, Stage),
    /// The giver itself.
    Giver = "giver"(PartyKind, VerbClass, Stage),
    /// The giver itself, beside a cue.
    Own = "own"(Cue, PartyKind, Kind),
    /// The giver itself, where the document speaks of an aided country; where its sentence names it.
    Self_ = "self"(Weight, bool, PartyKind),
    /// The same, by whether the rules read somebody.
    Alone = "alone"(Weight, bool, Stage),
    /// The country that gets the document's aid, by the giver.
    Aided = "aided"(PartyKind, Stage, bool),
    /// The same, by how much of the document is about it and whether the rules read somebody.
    Much = "much"(Weight, bool, bool),
    /// The giver itself or the aided country, by how far back that was named.
    Since = "since"(Gap, bool, Weight),
    /// The same, by the stage.
    SinceStage = "since_stage"(Gap, bool, Stage),
    /// The same, beside words for one's own.
    Home = "home"(bool, bool, PartyKind),
    /// The same, beside a cue.
    Aid = "aid"(Cue, PartyKind, Kind),
    /// The recipient of the figure before; the giver is the same.
    Previous = "previous"(Relation, bool, bool),
    /// The recipient of the whole.
    Whole = "whole"(bool, bool),
    /// A mention, by place and sort.
    Mention = "mention"(Place, PartySort, bool),
    /// A mention, by the word before it.
    Lead = "lead"(Lead, Place, VerbClass),
    /// The sentence does not name it.
    Absent = "absent"(PartyKind),
    /// The figure is in its own currency.
    Currency = "currency"(bool),
}

/// How much of a document is about the country that gets aid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Weight {
    /// None is named.
    None,
    /// The title names it.
    Titled,
    /// Named most.
    First,
    /// Named second most.
    Second,
    /// Named in passing.
    Later,
}

coded!(Weight { None = "none", Titled = "titled", First = "first", Second = "second", Later = "later", });

/// How far back the aided country was last named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    /// In the sentence.
    Here,
    /// In the sentence before.
    Last,
    /// In its paragraph.
    Paragraph,
    /// In the paragraph before, or a few sentences up.
    Above,
    /// Farther away, or not at all.
    Far,
}

coded!(Gap {
    Here = "here", Last = "last", Paragraph = "paragraph", Above = "above", Far = "far",
});

impl Gap {
    fn of(around: &Around<'_, '_>, aided: Option<&Party>) -> Self {
        let scene = around.scene;
        let number = around.draft.sentence;
        let Some(aided) = aided else { return Self::Far };
        let names = |n: usize| {
            let sentence = scene.sentence(n);
            scene
                .parties_in(sentence.first, sentence.end)
                .iter()
                .any(|p| scene.party(p.party) == aided)
        };
        let Some(at) = (number.saturating_sub(6)..=number).rev().find(|n| names(*n)) else {
            return Self::Far;
        };
        match number - at {
            0 => Self::Here,
            1 => Self::Last,
            _ if scene.sentence(at).paragraph == scene.sentence(number).paragraph => {
                Self::Paragraph
            }
            _ => Self::Above,
        }
    }
}

/// Words for one's own: "our own army", "at home".
fn at_home(around: &Around<'_, '_>) -> bool {
    let scene = around.scene;
    let number = around.draft.sentence;
    let first = scene.sentence(number.saturating_sub(1)).first;
    (first..scene.sentence(number).end).any(|at| {
        matches!(
            scene.c.text.word(at),
            "own"
                | "home"
                | "domestic"
                | "national"
                | "army"
                | "Army"
                | "Navy"
                | "navy"
                | "fleet"
                | "brigade"
                | "replace"
                | "replacement"
                | "budget"
                | "defence"
                | "defense"
        )
    })
}

impl Weight {
    fn of(around: &Around<'_, '_>, aided: Option<&Party>) -> Self {
        let scene = around.scene;
        let Some(aided) = aided else { return Self::None };
        let title = scene.title_sentences.checked_sub(1).map_or(0, |n| scene.sentence(n).end);
        if scene.parties_in(0, title).iter().any(|p| scene.party(p.party) == aided) {
            return Self::Titled;
        }
        match scene.countries.iter().position(|n| scene.party(*n) == aided) {
            Some(0) => Self::First,
            Some(1) => Self::Second,
            _ => Self::Later,
        }
    }
}

/// The parties that may be meant.
pub fn ask<'s>(around: &Around<'s, '_>) -> Choice<'s, Option<Party>> {
    let given = Given::of(around);
    let mut choice = around.choice(Question::Recipient);
    for answer in answers(around, &given) {
        choice.add(answer, |answer, found| {
            by_neighbours(around, answer.as_ref(), &given, found);
            if let Some(party) = answer {
                by_text(around, party, found);
            }
        });
    }
    choice
}

/// What is the same for every answer.
struct Given<'s> {
    aided: Option<&'s Party>,
    weight: u8,
    gap: u8,
    at_home: u8,
    /// The sentence names the aided country.
    names_aided: u8,
    giver: u8,
    stage: u8,
    kind: u8,
    class: u8,
    turned: u8,
}

impl<'s> Given<'s> {
    fn of(around: &Around<'s, '_>) -> Self {
        let (scene, draft) = (around.scene, around.draft);
        let aided = recipient::aided_country(scene);
        let names_aided = around.parties().iter().any(|p| Some(scene.party(p.party)) == aided);
        Self {
            aided,
            weight: code(Weight::of(around, aided)),
            gap: code(Gap::of(around, aided)),
            at_home: code(at_home(around)),
            names_aided: code(names_aided),
            giver: code(PartyKind::of(&draft.donors)),
            stage: code(draft.stage),
            kind: code(draft.kind),
            class: code(around.governing.class),
            turned: code(around.governing.subject || around.verb().is_some_and(|v| v.passive)),
        }
    }
}

fn answers(around: &Around<'_, '_>, given: &Given<'_>) -> Vec<Option<Party>> {
    let draft = around.draft;
    let mut answers: Vec<Option<Party>> = Vec::with_capacity(16);
    answers.extend([draft.recipient.clone(), None]);
    let named = around.standing().iter().map(|s| around.scene.party(s.party));
    let more = draft.donors.first().into_iter().chain(given.aided);
    let before = around.previous().and_then(|(p, _)| p.recipient.as_ref());
    let whole = around.whole().and_then(|w| w.recipient.as_ref());
    for party in more.chain(before).chain(whole).chain(named) {
        if answers.len() < 24 && !answers.iter().any(|known| known.as_ref() == Some(party)) {
            answers.push(Some(party.clone()));
        }
    }
    answers
}

fn by_neighbours(
    around: &Around<'_, '_>,
    answer: Option<&Party>,
    given: &Given<'_>,
    found: &mut Found<'_>,
) {
    let draft = around.draft;
    let sort = code(answer.map_or(PartyKind::Nobody, |p| PartyKind::of(std::slice::from_ref(p))));
    let &Given { weight, giver, stage, kind, class, turned, .. } = given;
    found.push(Sign::Usual.of([sort, stage, kind]));
    found.push(Sign::Under.of([sort, class, turned]));
    let read = code(draft.gets.is_some());
    if draft.gets.is_some() && draft.gets.as_ref() == answer {
        found.push(Sign::Reads.of([sort, class, turned]));
    }
    if answer.is_none() {
        found.push(Sign::None.of([read, giver, stage]));
    }
    if draft.recipient.as_ref() == answer {
        found.push(Sign::Ruled.of([sort, class, stage]));
    }
    let own = answer.is_some() && draft.donors.len() == 1 && draft.donors.first() == answer;
    let aids = answer.is_some() && answer == given.aided;
    if own {
        found.push(Sign::Giver.of([giver, class, stage]));
        found.push(Sign::Self_.of([weight, given.names_aided, giver]));
        found.push(Sign::Alone.of([weight, read, stage]));
        found.push(Sign::Else.of([read, giver, class]));
    }
    if aids {
        found.push(Sign::Aided.of([giver, stage, code(own)]));
        found.push(Sign::Much.of([weight, read, code(own)]));
    }
    if own || aids {
        found.push(Sign::Since.of([given.gap, code(own), weight]));
        found.push(Sign::SinceStage.of([given.gap, code(own), stage]));
        found.push(Sign::Home.of([given.at_home, code(own), giver]));
        around.cues(|cue, _| {
            if cue as u8 >= Cue::CommitmentNoun as u8 {
                let sign = if own { Sign::Own } else { Sign::Aid };
                found.push(sign.of([code(cue), giver, kind]));
            }
        });
    }
    if let Some((before, relation)) = around.previous()
        && before.recipient.as_ref() == answer
    {
        let same = before.donors == draft.donors;
        found.push(Sign::Previous.of([code(relation), code(same), code(own)]));
    }
    if let Some(whole) = around.whole().filter(|w| w.recipient.as_ref() == answer) {
        found.push(Sign::Whole.of([code(whole.sentence == draft.sentence), code(own), NOTHING]));
    }
}

fn by_text(around: &Around<'_, '_>, party: &Party, found: &mut Found<'_>) {
    let class = code(around.governing.class);
    let mut named = false;
    for s in around.standing().iter().filter(|s| around.scene.party(s.party) == party) {
        let own = !matches!(s.place, Place::Last | Place::Above | Place::Title | Place::Elsewhere);
        named |= own;
        found.push(Sign::Mention.of([code(s.place), code(s.sort), code(s.possessive)]));
        if own {
            found.push(Sign::Lead.of([code(s.lead), code(s.place), class]));
        }
    }
    if !named {
        let sort = PartyKind::of(std::slice::from_ref(party));
        found.push(Sign::Absent.of([code(sort), NOTHING, NOTHING]));
    }
    let unit = around.draft.unit.filter(|u| !matches!(*u, "USD" | "EUR"));
    if let Some((unit, home)) = unit.zip(country::by_iso2(party.code())) {
        found.push(Sign::Currency.of([code(home.currency == unit), NOTHING, NOTHING]));
    }
}
