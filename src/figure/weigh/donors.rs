//! Who gives: every party around the figure, weighed by how it stands to the verb, the figure and the document.

use std::borrow::Cow;

use super::around::{Around, Place, Relation};
use super::choice::{Choice, Found};
use super::coded::{NOTHING, code};
use super::evidence::signs;
use super::page::{self, Over, Votes};
use super::parties::{Lead, PartyKind};
use super::table::Question;
use crate::figure::draft::{Draft, Source};
use crate::figure::roles::actors::{self, Discourse};
use crate::figure::roles::donors::Reading;
use crate::figure::roles::recipient;
use crate::figure::terms::{Kind, Stage};
use crate::lexicon::{Class, Party, PartySort, VerbClass, country};

signs! {
    /// How usual such a giver is.
    Usual = "usual"(PartyKind, Stage, Kind),
    /// How usual where the rules say so much.
    Told = "told_by"(Told, PartyKind, Stage),
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
    Previous = "previous"(Told, Relation, PartyKind),
    /// The same, by whether both have come as far.
    Alike = "alike"(Relation, bool, PartyKind),
    /// The giver of the figure before that.
    Earlier = "earlier"(Told, Relation, PartyKind),
    /// Whom the rules read surely of the nearest figure before.
    Anchor = "anchor"(Told, Relation, PartyKind),
    /// The same of the nearest behind.
    Ahead = "ahead"(Told, Relation, PartyKind),
    /// The giver of the whole.
    Whole = "whole"(Told, bool, PartyKind),
    /// Whoever the document is about.
    Topic = "topic"(Told, Stage, Kind),
    /// The publisher's country.
    Home = "home"(Told, Stage, Kind),
    /// The country named most, the second, the third.
    Frequent = "frequent"(Told, Rank),
    /// The country that gets the document's aid.
    Aided = "aided"(Told, Stage, Kind),
    /// The same, by the verb.
    AidedUnder = "aided_under"(VerbClass, bool, Kind),
    /// The figure is in its own currency.
    Currency = "currency"(Told, Stage),
    /// The figure is in another country's currency.
    Foreign = "foreign"(Told, Stage),
    /// A mention, by place and sort.
    Mention = "mention"(Told, Place, PartySort),
    /// The same, by whether it owns what follows.
    Owner = "owner"(Place, PartySort, bool),
    /// A mention, by the word before it.
    Lead = "lead"(Lead, Place, VerbClass),
    /// No party stands nearer.
    Nearest = "nearest"(Place, PartySort, Lead),
    /// The sentence does not name it.
    Absent = "absent"(Told, PartyKind, bool),
    /// The subject of a verb of the sentence.
    Subject = "subject"(VerbClass, Place, bool),
    /// The last that acted.
    Actor = "actor"(Told, VerbClass),
    /// Another mention of the figure tells so.
    Other = "other"(PartyKind),
    /// How many figures of the page read so.
    Votes = "votes"(Told, Votes, Kind),
    /// The title's giver; whom the page names most.
    Seat = "seat"(Told, bool, bool),
    /// The words over it name these.
    Over = "over"(Told, Over, PartyKind),
    /// The same, by the stage.
    OverStage = "over_stage"(Over, Stage, Kind),
    /// Who buys in the document's trade; beside words of trade.
    Buyer = "buyer"(Told, bool, Stage),
    /// Others, where somebody else buys.
    Seller = "seller"(Told, bool, PartyKind),
    /// The company that publishes.
    House = "house"(Told, VerbClass, Kind),
    /// The side of whoever speaks; for "we".
    Voice = "voice"(Told, bool, VerbClass),
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

/// How surely the rules read somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    /// Said of this very figure.
    Sure,
    /// By its verb, which names them.
    Named,
    /// By its verb or sentence.
    Read,
    /// Not at all.
    Open,
}

super::coded::coded!(Told { Sure = "sure", Named = "named", Read = "read", Open = "open", });

impl Told {
    fn of(draft: &Draft) -> Self {
        match draft.readings.first().map(|(rule, _)| (rule.source(), *rule)) {
            Some((Source::Stated, _)) => Self::Sure,
            Some((_, Reading::Named | Reading::Agent)) => Self::Named,
            Some(_) => Self::Read,
            None => Self::Open,
        }
    }
}

/// The parties that may be meant.
pub fn ask<'s>(around: &Around<'s, '_>) -> Choice<'s, Cow<'s, [Party]>> {
    let given = Given::of(around);
    let mut choice = around.choice(Question::Donors);
    for parties in answers(around, &given) {
        choice.add(parties, |parties, found| {
            by_rules(around, &given, parties, found);
            by_document(around, &given, parties, found);
            by_text(around, &given, parties, found);
            by_page(around, &given, parties, found);
        });
    }
    choice
}

/// What is the same for every answer.
struct Given<'s> {
    told: u8,
    stage: u8,
    kind: u8,
    class: u8,
    turned: bool,
    previous: Option<(&'s Draft, Relation)>,
    /// The last figure before that other parties give.
    earlier: Option<(&'s Draft, Relation)>,
    anchor: Option<(&'s Draft, Relation)>,
    ahead: Option<(&'s Draft, Relation)>,
    subjects: Vec<(VerbClass, Place, bool, Vec<Party>)>,
    over: Vec<(Over, Vec<Party>)>,
    voice: Option<Party>,
    /// The sentence says "we".
    we: bool,
    trades: bool,
    aided: Option<&'s Party>,
    /// Some party of the sentence stands beside the figure.
    named: bool,
}

impl<'s> Given<'s> {
    fn of(around: &Around<'s, '_>) -> Self {
        let (scene, draft) = (around.scene, around.draft);
        let previous = around.previous();
        let with = |d: &'s Draft| (d, around.relation(d));
        let before = &around.drafts[..around.number];
        let earlier = previous.and_then(|(last, _)| {
            let known = before.iter().rev().take(FAR).filter(|d| !d.derived);
            known.into_iter().find(|d| !same(&d.donors, &last.donors))
        });
        let sure = |d: &&Draft| matches!(Told::of(d), Told::Sure | Told::Named) && !d.derived;
        let anchor = before[around.number.saturating_sub(12)..].iter().rev().find(sure);
        let end = (around.number + 7).min(around.drafts.len());
        let ahead = around.drafts[around.number + 1..end].iter().find(sure);
        let sentence = scene.sentence(draft.sentence);
        let voice = page::voice(scene, draft);
        let we = || (sentence.first..sentence.end).any(|at| scene.c.is(at, Class::PronounWe));
        Self {
            told: code(Told::of(draft)),
            stage: code(draft.stage),
            kind: code(draft.kind),
            class: code(around.governing.class),
            turned: around.governing.subject || around.verb().is_some_and(|v| v.passive),
            previous,
            earlier: earlier.map(with),
            anchor: anchor.map(with),
            ahead: ahead.map(with),
            subjects: subjects(around),
            over: page::over(scene, draft),
            we: voice.is_some() && we(),
            voice,
            trades: around.page.is_some_and(|p| p.buyer.is_some()) && page::trades(scene, draft),
            aided: recipient::aided_country(scene),
            named: around.standing().iter().any(|s| is_own(s.place)),
        }
    }
}

fn answers<'s>(around: &Around<'s, '_>, given: &Given<'s>) -> Vec<Cow<'s, [Party]>> {
    let scene = around.scene;
    let draft = around.draft;
    let mut found: Vec<Cow<'s, [Party]>> = Vec::with_capacity(16);
    found.push(Cow::Borrowed(&draft.donors));
    let new = |found: &[Cow<'s, [Party]>], parties: &[Party]| {
        found.len() < 28 && !found.iter().any(|known| same(known, parties))
    };
    let mut add = |parties: &'s [Party]| {
        if new(&found, parties) {
            found.push(Cow::Borrowed(parties));
        }
    };
    for (_, parties) in &draft.readings {
        add(parties);
    }
    for (_, parties) in &given.over {
        if new(&found, parties) {
            found.push(Cow::Owned(parties.clone()));
        }
    }
    let mut add = |parties: &'s [Party]| {
        if new(&found, parties) {
            found.push(Cow::Borrowed(parties));
        }
    };
    if let Some(page) = around.page {
        add(&page.title);
        add(page.buyer.as_slice());
        add(page.most().unwrap_or_default());
        add(page.house.as_slice());
    }
    add(&draft.actor);
    if let Some((told, _)) = &draft.told {
        add(told);
    }
    add(&[]);
    add(scene.c.lexicon.parties.allies().map_or(&[], std::slice::from_ref));
    if let Some((before, _)) = given.previous {
        add(&before.donors);
    }
    if let Some(whole) = around.whole() {
        add(&whole.donors);
    }
    for party in scene.home.iter().chain(scene.countries.first()) {
        add(std::slice::from_ref(scene.party(*party)));
    }
    for standing in around.standing() {
        add(std::slice::from_ref(scene.party(standing.party)));
    }
    found
}

fn same(a: &[Party], b: &[Party]) -> bool {
    a.len() == b.len() && a.iter().all(|p| b.contains(p))
}

/// What the rules of `roles` say.
fn by_rules(around: &Around<'_, '_>, given: &Given<'_>, parties: &[Party], found: &mut Found<'_>) {
    let draft = around.draft;
    let class = given.class;
    for (place, (rule, read)) in draft.readings.iter().enumerate() {
        if same(read, parties) {
            let turned = code(around.governing.subject);
            found.push(Sign::Own.of([code(*rule), class, turned]));
            if place == 0 {
                found.push(Sign::First.of([code(*rule), given.stage, NOTHING]));
            }
        } else if parties.iter().any(|p| read.contains(p)) {
            found.push(Sign::Among.of([code(*rule), NOTHING, NOTHING]));
        }
    }
    let kind = code(PartyKind::of(parties));
    if same(&draft.donors, parties) {
        found.push(Sign::Ruled.of([code(draft.donor_source), kind, given.kind]));
    }
    if draft.told.as_ref().is_some_and(|(told, _)| !told.is_empty() && same(told, parties)) {
        found.push(Sign::Other.of([kind, NOTHING, NOTHING]));
    }
    if parties.len() == 1 && draft.recipient.as_ref() == parties.first() {
        found.push(Sign::Gets.of([class, given.stage, NOTHING]));
    }
    if !parties.is_empty() && same(&draft.actor, parties) {
        found.push(Sign::Actor.of([given.told, class, NOTHING]));
    }
}

/// What the document and the figures before say.
fn by_document(
    around: &Around<'_, '_>,
    given: &Given<'_>,
    parties: &[Party],
    found: &mut Found<'_>,
) {
    let scene = around.scene;
    let draft = around.draft;
    let sort = code(PartyKind::of(parties));
    let &Given { told, stage, kind, class, turned, .. } = given;
    found.push(Sign::Usual.of([sort, stage, kind]));
    found.push(Sign::Told.of([told, sort, stage]));
    found.push(Sign::Under.of([sort, class, code(turned)]));
    if let Some((before, relation)) = given.previous.filter(|(d, _)| same(&d.donors, parties)) {
        let alike = code(before.stage == draft.stage);
        found.push(Sign::Previous.of([told, code(relation), sort]));
        found.push(Sign::Alike.of([code(relation), alike, sort]));
    }
    if let Some((_, relation)) = given.earlier.filter(|(d, _)| same(&d.donors, parties)) {
        found.push(Sign::Earlier.of([told, code(relation), sort]));
    }
    let reads = |d: &Draft| same(&d.readings[0].1, parties);
    if let Some((_, relation)) = given.anchor.filter(|(d, _)| reads(d)) {
        found.push(Sign::Anchor.of([told, code(relation), sort]));
    }
    if let Some((_, relation)) = given.ahead.filter(|(d, _)| reads(d)) {
        found.push(Sign::Ahead.of([told, code(relation), sort]));
    }
    if let Some(whole) = around.whole().filter(|w| same(&w.donors, parties)) {
        let near = code(whole.sentence == draft.sentence);
        found.push(Sign::Whole.of([told, near, sort]));
    }
    let [one] = parties else { return };
    let is = |number: &u16| scene.party(*number) == one;
    if around.page.is_some_and(|p| p.topic.as_ref() == Some(one)) {
        found.push(Sign::Topic.of([told, stage, kind]));
    }
    if scene.home.as_ref().is_some_and(is) {
        found.push(Sign::Home.of([told, stage, kind]));
    }
    let ranks = [Rank::First, Rank::Second, Rank::Third];
    if let Some((_, rank)) = scene.countries.iter().zip(ranks).find(|(n, _)| is(n)) {
        found.push(Sign::Frequent.of([told, code(rank), NOTHING]));
    }
    if given.aided == Some(one) {
        found.push(Sign::Aided.of([told, stage, kind]));
        found.push(Sign::AidedUnder.of([class, code(turned), kind]));
    }
    let unit = draft.unit.filter(|u| !matches!(*u, "USD" | "EUR"));
    if let Some((unit, home)) = unit.zip(country::by_iso2(one.code())) {
        let sign = if home.currency == unit { Sign::Currency } else { Sign::Foreign };
        found.push(sign.of([told, stage, NOTHING]));
    }
}

/// What the page as a whole and the words over the figure say.
fn by_page(around: &Around<'_, '_>, given: &Given<'_>, parties: &[Party], found: &mut Found<'_>) {
    let Some(page) = around.page else { return };
    let scene = around.scene;
    let draft = around.draft;
    let sort = code(PartyKind::of(parties));
    let &Given { told, stage, kind, class, .. } = given;
    let own = draft.readings.first().is_some_and(|(_, first)| first[..] == *parties);
    let votes = page.votes(parties, own);
    found.push(Sign::Votes.of([told, code(votes), kind]));
    for (place, named) in &given.over {
        if same(named, parties) {
            found.push(Sign::Over.of([told, code(*place), sort]));
            found.push(Sign::OverStage.of([code(*place), stage, kind]));
        }
    }
    if parties.is_empty() {
        return;
    }
    let is = |one: &Party| parties == std::slice::from_ref(one);
    let first = scene.countries.first().is_some_and(|n| is(scene.party(*n)));
    found.push(Sign::Seat.of([told, code(same(&page.title, parties)), code(first)]));
    if let Some(buyer) = &page.buyer {
        let trades = code(given.trades);
        if is(buyer) {
            found.push(Sign::Buyer.of([told, trades, stage]));
        } else {
            found.push(Sign::Seller.of([told, trades, sort]));
        }
    }
    if parties.len() == 1 && page.house.as_ref() == parties.first() {
        found.push(Sign::House.of([told, class, kind]));
    }
    if given.voice.as_ref().is_some_and(is) {
        found.push(Sign::Voice.of([told, code(given.we), class]));
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
fn by_text(around: &Around<'_, '_>, given: &Given<'_>, parties: &[Party], found: &mut Found<'_>) {
    for (class, place, passive, _) in given.subjects.iter().filter(|s| same(&s.3, parties)) {
        found.push(Sign::Subject.of([code(*class), code(*place), code(*passive)]));
    }
    let [one] = parties else { return };
    let &Given { told, class, .. } = given;
    let mut named = false;
    for s in around.standing().iter().filter(|s| around.scene.party(s.party) == one) {
        let (place, sort, lead) = (code(s.place), code(s.sort), code(s.lead));
        let own = is_own(s.place);
        named |= own;
        found.push(Sign::Mention.of([told, place, sort]));
        found.push(Sign::Owner.of([place, sort, code(s.possessive)]));
        if own {
            found.push(Sign::Lead.of([lead, place, class]));
        }
        if s.nearest {
            found.push(Sign::Nearest.of([place, sort, lead]));
        }
    }
    if !named {
        found.push(Sign::Absent.of([told, code(PartyKind::of(parties)), code(given.named)]));
    }
}

/// In the figure's sentence.
const fn is_own(place: Place) -> bool {
    !matches!(place, Place::Last | Place::Above | Place::Title | Place::Elsewhere)
}
