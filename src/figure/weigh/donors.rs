//! Who gives: every party around the figure, weighed by how it stands to the verb, the figure and the document.

use super::around::{Around, Place, Relation};
use super::choice::{Choice, Found};
use super::coded::{NOTHING, code};
use super::evidence::signs;
use super::parties::{Lead, PartyKind, Standing};
use super::table::Question;
use crate::figure::draft::Source;
use crate::figure::roles::actors::{self, Discourse};
use crate::figure::roles::donors::Reading;
use crate::figure::roles::recipient;
use crate::figure::terms::{Kind, Stage};
use crate::lexicon::{Party, PartySort, VerbClass, country};

signs! {
    /// How usual such a giver is.
    Usual = "usual"(PartyKind, Stage, Kind),
    /// How usual under such a verb.
    Under = "under"(PartyKind, VerbClass, bool),
    /// A rule reads just these.
    Own = "own"(Reading, VerbClass, bool),
    /// The first rule that reads somebody reads these.
    First = "first"(Reading, Stage),
    /// A rule reads these and others.
    Among = "among"(Reading),
    /// The rules take these in the end.
    Ruled = "ruled"(Source, PartyKind, Kind),
    /// The giver of the figure before.
    Previous = "previous"(Relation, PartyKind, bool),
    /// The giver of the figure before that.
    Earlier = "earlier"(Relation, PartyKind),
    /// The giver of the whole.
    Whole = "whole"(bool, PartyKind, bool),
    /// Whoever the document is about.
    Topic = "topic"(Stage, Kind),
    /// The publisher's country.
    Home = "home"(Stage, Kind),
    /// The country named most, the second, the third.
    Frequent = "frequent"(Rank),
    /// The country that gets the document's aid.
    Aided = "aided"(Stage, VerbClass, Kind),
    /// The figure is in its own currency.
    Currency = "currency"(Stage),
    /// The figure is in another country's currency.
    Foreign = "foreign"(Stage),
    /// A mention, by place and sort.
    Mention = "mention"(Place, PartySort, bool),
    /// A mention, by the word before it.
    Lead = "lead"(Lead, Place, VerbClass),
    /// No party stands nearer.
    Nearest = "nearest"(Place, PartySort, Lead),
    /// The sentence does not name it.
    Absent = "absent"(PartyKind, bool),
    /// The subject of a verb of the sentence.
    Subject = "subject"(VerbClass, Place, bool),
    /// The last that acted.
    Actor = "actor"(VerbClass, bool),
    /// Another mention of the figure tells so.
    Told = "told"(PartyKind),
    /// Whoever gets it by the rules.
    Gets = "gets"(VerbClass, Stage),
}

/// So many figures before this one are asked for other givers than the last; a list may be of thousands.
const FAR: usize = 64;

/// A country's rank by how often the document names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rank {
    First,
    Second,
    Third,
}

super::coded::coded!(Rank { First = "first", Second = "second", Third = "third", });

/// The parties that may be meant.
pub fn ask<'s>(around: &Around<'s, '_>) -> Choice<'s, Vec<Party>> {
    let seen = around.standing();
    let subjects = subjects(around);
    let mut choice = around.choice(Question::Donors);
    for parties in answers(around, seen) {
        choice.add(parties, |parties, found| {
            by_rules(around, parties, found);
            by_document(around, parties, found);
            by_text(around, parties, seen, &subjects, found);
        });
    }
    choice
}

fn answers(around: &Around<'_, '_>, seen: &[Standing]) -> Vec<Vec<Party>> {
    let scene = around.scene;
    let draft = around.draft;
    let mut found: Vec<Vec<Party>> = vec![draft.donors.clone()];
    let mut add = |parties: Vec<Party>| {
        if found.len() < 28 && !found.iter().any(|known| same(known, &parties)) {
            found.push(parties);
        }
    };
    for (_, parties) in &draft.readings {
        add(parties.clone());
    }
    add(draft.actor.clone());
    if let Some((told, _)) = &draft.told {
        add(told.clone());
    }
    add(Vec::new());
    add(Party::parse("ALLIES").into_iter().collect());
    if let Some((before, _)) = around.previous() {
        add(before.donors.clone());
    }
    if let Some(whole) = around.whole() {
        add(whole.donors.clone());
    }
    for party in scene.home.iter().chain(scene.countries.first()) {
        add(vec![scene.c.lexicon.parties.party(*party).clone()]);
    }
    for standing in seen {
        add(vec![scene.c.lexicon.parties.party(standing.party).clone()]);
    }
    found
}

fn same(a: &[Party], b: &[Party]) -> bool {
    a.len() == b.len() && a.iter().all(|p| b.contains(p))
}

/// What the rules of `roles` say.
fn by_rules(around: &Around<'_, '_>, parties: &[Party], found: &mut Found<'_>) {
    let draft = around.draft;
    let class = code(around.governing.class);
    for (place, (rule, read)) in draft.readings.iter().enumerate() {
        if same(read, parties) {
            let turned = code(around.governing.subject);
            found.push(Sign::Own.of([code(*rule), class, turned]));
            if place == 0 {
                found.push(Sign::First.of([code(*rule), code(draft.stage), NOTHING]));
            }
        } else if parties.iter().any(|p| read.contains(p)) {
            found.push(Sign::Among.of([code(*rule), NOTHING, NOTHING]));
        }
    }
    let kind = code(PartyKind::of(parties));
    if same(&draft.donors, parties) {
        found.push(Sign::Ruled.of([code(draft.donor_source), kind, code(draft.kind)]));
    }
    if draft.told.as_ref().is_some_and(|(told, _)| !told.is_empty() && same(told, parties)) {
        found.push(Sign::Told.of([kind, NOTHING, NOTHING]));
    }
    if parties.len() == 1 && draft.recipient.as_ref() == parties.first() {
        found.push(Sign::Gets.of([class, code(draft.stage), NOTHING]));
    }
    if !parties.is_empty() && same(&draft.actor, parties) {
        found.push(Sign::Actor.of([class, code(draft.readings.is_empty()), NOTHING]));
    }
}

/// What the document and the figures before say.
fn by_document(around: &Around<'_, '_>, parties: &[Party], found: &mut Found<'_>) {
    let scene = around.scene;
    let draft = around.draft;
    let (stage, kind) = (code(draft.stage), code(draft.kind));
    let sort = code(PartyKind::of(parties));
    let class = code(around.governing.class);
    let turned = around.governing.subject || around.verb().is_some_and(|v| v.passive);
    found.push(Sign::Usual.of([sort, stage, kind]));
    found.push(Sign::Under.of([sort, class, code(turned)]));
    if let Some((before, relation)) = around.previous() {
        if same(&before.donors, parties) {
            let alike = code(before.stage == draft.stage);
            found.push(Sign::Previous.of([code(relation), sort, alike]));
        }
        let earlier = around.drafts[..around.number].iter().rev().take(FAR);
        let other = earlier.filter(|d| !d.derived).find(|d| !same(&d.donors, &before.donors));
        if let Some(other) = other.filter(|o| same(&o.donors, parties)) {
            found.push(Sign::Earlier.of([code(around.relation(other)), sort, NOTHING]));
        }
    }
    if let Some(whole) = around.whole().filter(|w| same(&w.donors, parties)) {
        let near = code(whole.sentence == draft.sentence);
        found.push(Sign::Whole.of([near, sort, code(draft.readings.is_empty())]));
    }
    let [one] = parties else { return };
    let is = |number: &u16| scene.c.lexicon.parties.party(*number) == one;
    if around.topic == Some(one) {
        found.push(Sign::Topic.of([stage, kind, NOTHING]));
    }
    if scene.home.as_ref().is_some_and(is) {
        found.push(Sign::Home.of([stage, kind, NOTHING]));
    }
    let ranks = [Rank::First, Rank::Second, Rank::Third];
    if let Some((_, rank)) = scene.countries.iter().zip(ranks).find(|(n, _)| is(n)) {
        found.push(Sign::Frequent.of([code(rank), NOTHING, NOTHING]));
    }
    if recipient::aided_country(scene).as_ref() == Some(one) {
        found.push(Sign::Aided.of([stage, class, kind]));
    }
    let unit = draft.unit.filter(|u| !matches!(*u, "USD" | "EUR"));
    if let Some((unit, home)) = unit.zip(country::by_iso2(one.code())) {
        let sign = if home.currency == unit { Sign::Currency } else { Sign::Foreign };
        found.push(sign.of([stage, NOTHING, NOTHING]));
    }
}

/// The subjects of the finite verbs of the figure's sentence.
fn subjects(around: &Around<'_, '_>) -> Vec<(VerbClass, Place, bool, Vec<Party>)> {
    let scene = around.scene;
    let sentence = scene.sentence(around.draft.sentence);
    let first = scene.verbs.partition_point(|v| v.first < sentence.first);
    let end = scene.verbs.partition_point(|v| v.first < sentence.end);
    (first..end)
        .filter(|v| scene.verbs[*v].finite)
        .take(6)
        .map(|v| {
            let verb = scene.verbs[v];
            let place = around.place(verb.first, verb.end);
            (verb.class, place, verb.passive, actors::subject(scene, v, &Discourse::default()))
        })
        .filter(|(.., parties)| !parties.is_empty())
        .collect()
}

/// How the parties stand in the text.
fn by_text(
    around: &Around<'_, '_>,
    parties: &[Party],
    seen: &[Standing],
    subjects: &[(VerbClass, Place, bool, Vec<Party>)],
    found: &mut Found<'_>,
) {
    for (class, place, passive, _) in subjects.iter().filter(|s| same(&s.3, parties)) {
        found.push(Sign::Subject.of([code(*class), code(*place), code(*passive)]));
    }
    let [one] = parties else { return };
    let lexicon = around.scene.c.lexicon;
    let class = code(around.governing.class);
    let mut named = false;
    for s in seen.iter().filter(|s| lexicon.parties.party(s.party) == one) {
        let (place, sort, lead) = (code(s.place), code(s.sort), code(s.lead));
        let own = !matches!(s.place, Place::Last | Place::Above | Place::Title | Place::Elsewhere);
        named |= own;
        found.push(Sign::Mention.of([place, sort, code(s.possessive)]));
        if own {
            found.push(Sign::Lead.of([lead, place, class]));
        }
        if s.nearest {
            found.push(Sign::Nearest.of([place, sort, lead]));
        }
    }
    if !named {
        let some = seen.iter().any(|s| {
            !matches!(s.place, Place::Last | Place::Above | Place::Title | Place::Elsewhere)
        });
        found.push(Sign::Absent.of([code(PartyKind::of(parties)), code(some), NOTHING]));
    }
}
