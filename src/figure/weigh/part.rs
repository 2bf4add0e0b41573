//! Which figure a figure is a share of: the rules' link, what stands between, and whether the sums fit.

use rust_decimal::Decimal;

use super::around::{Around, Place, Relation};
use super::choice::{Choice, Found};
use super::coded::{Coded, NOTHING, code, coded};
use super::evidence::signs;
use super::parties::PartyKind;
use super::slots::Slot;
use super::table::Question;
use crate::figure::draft::Draft;
use crate::figure::links::parts::{self, PartRule};
use crate::figure::scene::Tense;
use crate::figure::terms::{Kind, Stage};
use crate::lexicon::{Class, Cue, VerbClass};
use crate::text::TokenKind;

signs! {
    /// It is no share, how usual.
    Alone = "alone"(Kind, Relation, bool),
    /// It is no share though a rule says so.
    Denied = "denied"(PartRule, Kind),
    /// It is no share, by the verb over it.
    AloneUnder = "alone_under"(VerbClass, Kind),
    /// It is no share, beside a cue.
    AloneBeside = "alone_beside"(Cue, Place),
    /// It is no share, by a word near it.
    AloneWord = "alone_word"(bool, Kind),
    /// It is no share, by the verb over it.
    AloneLemma = "alone_lemma"(Tense),
    /// It is no share while the document's first figure could be its whole.
    AloneLead = "alone_lead"(Apart, Kind, VerbClass),
    /// The whole is the document's first figure.
    Lead = "lead"(Apart, Kind, VerbClass),
    /// What the clause speaks of, and whether its whole would stand in the sentence before.
    Speaks = "speaks"(Speaks, Apart, VerbClass),
    /// It is no share, by what the clause speaks of.
    AloneSpeaks = "alone_speaks"(Speaks, VerbClass, Kind),
    /// The whole, spoken of by "the package", is the last or the first figure before.
    Antecedent = "antecedent"(Speaks, bool, bool),
    /// How far away the whole stands, and whether the currency is one.
    Apart = "apart"(Apart, Kind, bool),
    /// A word between the two, in one sentence.
    Between = "between"(Kind, bool),
    /// A word beside the whole.
    Beside = "beside"(Relation, bool),
    /// What a rule says.
    Ruled = "ruled"(PartRule, Kind, Relation),
    /// A rule names another whole.
    Otherwise = "otherwise"(PartRule),
    /// Where the whole stands.
    Where = "where"(Relation, Kind, bool),
    /// A cue beside the figure.
    Cue = "cue"(Cue, Place, Relation),
    /// How much of the whole it is.
    Share = "share"(Ratio, Relation, Kind),
    /// It and its neighbours make up the whole.
    Sums = "sums"(bool, Relation),
    /// The shares so far fit into the whole.
    Fits = "fits"(bool, Relation),
    /// The figure before is a share of it.
    Sibling = "sibling"(Relation, Relation),
    /// No other alike figure stands between.
    Next = "next"(Relation, Kind),
    /// Who gives the whole, who the share, and whether they are the same.
    Donors = "donors"(PartyKind, PartyKind, bool),
    /// Stages of whole and share.
    Stages = "stages"(Stage, Stage, Kind),
    /// The whole stands in the title.
    Title = "title"(Kind, bool),
    /// The whole, and the share, are running totals.
    Running = "running"(bool, bool),
    /// The verb over the share, and whether it is the subject.
    Verb = "verb"(VerbClass, Relation, bool),
    /// Lines of a list.
    Items = "items"(bool, bool, Kind),
    /// Both are for the same years.
    Years = "years"(bool, Relation),
    /// The whole is in another currency.
    Unit = "unit"(bool, Relation),
    /// The whole stands behind it.
    Behind = "behind"(Kind),
    /// A word and the place it takes, by where the whole stands.
    Slot = "slot"(Slot, Apart, bool),
    /// How many figures that would fit as well stand nearer.
    Rank = "rank"(Rank, Apart, Kind),
    /// The whole is a share itself.
    Nested = "nested"(Relation),
}

/// How many sentences lie between two figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Apart {
    None,
    One,
    Two,
    Few,
    Many,
}

coded!(Apart { None = "none", One = "one", Two = "two", Few = "few", Many = "many", });

impl Apart {
    fn of(a: &Draft, b: &Draft) -> Self {
        match a.sentence.abs_diff(b.sentence) {
            0 => Self::None,
            1 => Self::One,
            2 => Self::Two,
            3..=5 => Self::Few,
            _ => Self::Many,
        }
    }
}

/// What a clause speaks of, by its subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Speaks {
    /// "The package", "this plan".
    Fund,
    /// "It".
    It,
    /// "Denmark", "the ministry".
    Party,
    /// "Another 20 million", "a further 5".
    More,
    /// The figure itself.
    Figure,
    /// Anything else.
    Other,
}

coded!(Speaks {
    Fund = "fund", It = "it", Party = "party", More = "more", Figure = "figure", Other = "other",
});

impl Speaks {
    fn of(around: &Around<'_, '_>) -> Self {
        let scene = around.scene;
        let c = scene.c;
        let clause = scene.clauses[around.draft.clause];
        let mention = around.draft.mention.first;
        let end = clause.verb.map_or(mention, |v| scene.verbs[v].first);
        let subject = clause.first..end.max(clause.first);
        if subject.contains(&mention) {
            let more = scene.has_cue(clause.first, mention, Cue::More);
            return if more { Self::More } else { Self::Figure };
        }
        let known = Class::Determiner.bit() | Class::Possessive.bit();
        let fund = subject.clone().skip(1).any(|at| {
            c.is(at, Class::FundNoun) && (c.is_any(at - 1, known) || c.is_any(at - 2, known))
        });
        if fund {
            return Self::Fund;
        }
        if subject.clone().any(|at| c.is(at, Class::PronounThing) && !c.is(at, Class::Possessive)) {
            return Self::It;
        }
        let named = !scene.parties_in(subject.start, subject.end).is_empty();
        if named { Self::Party } else { Self::Other }
    }
}

/// How many others that would fit stand between a share and its whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rank {
    First,
    Second,
    Later,
    /// It would not fit itself.
    Unfit,
}

coded!(Rank { First = "first", Second = "second", Later = "later", Unfit = "unfit", });

impl Rank {
    fn of(around: &Around<'_, '_>, whole: usize) -> Self {
        let (drafts, draft) = (around.drafts, around.draft);
        let fits = |d: &Draft| {
            d.kind == draft.kind
                && d.unit == draft.unit
                && (d.kind == Kind::Money || d.category == draft.category)
                && d.equivalent_of.is_none()
                && upper(d) > draft.mention.value
        };
        if !fits(&drafts[whole]) {
            return Self::Unfit;
        }
        let between = drafts.get(whole + 1..around.number).unwrap_or_default();
        match between.iter().filter(|d| fits(d)).count() {
            0 => Self::First,
            1 => Self::Second,
            _ => Self::Later,
        }
    }
}

/// How much of a whole a share is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ratio {
    Tiny,
    Small,
    Half,
    Large,
    Nearly,
    Unknown,
}

coded!(Ratio {
    Tiny = "tiny", Small = "small", Half = "half", Large = "large", Nearly = "nearly",
    Unknown = "unknown",
});

impl Ratio {
    fn of(part: &Draft, whole: &Draft) -> Self {
        let share = part.mention.value.checked_div(upper(whole));
        let Some(share) = share.filter(|_| part.unit == whole.unit) else { return Self::Unknown };
        let hundredths = share * Decimal::ONE_HUNDRED;
        [(5, Self::Tiny), (30, Self::Small), (60, Self::Half), (90, Self::Large)]
            .into_iter()
            .find(|(bound, _)| hundredths < Decimal::from(*bound))
            .map_or(Self::Nearly, |(_, ratio)| ratio)
    }
}

fn upper(draft: &Draft) -> Decimal {
    draft.mention.high.unwrap_or(draft.mention.value)
}

/// How many figures back a whole is looked for, and how many sentences.
const REACH: (usize, usize) = (14, 12);

/// No whole, or one of the figures near by.
pub fn ask<'s>(around: &Around<'s, '_>) -> Choice<'s, Option<usize>> {
    let mut choice = around.choice(Question::Part);
    let given = Given::of(around);
    choice.add(None, |_, found| alone(around, &given, found));
    for whole in wholes(around) {
        choice.add(Some(whole), |_, found| share_of(around, &given, whole, found));
    }
    choice
}

/// What is the same for every whole.
struct Given {
    /// The figure that [`lead`] finds.
    lead: Option<usize>,
    speaks: u8,
    kind: u8,
    class: u8,
    giver: u8,
    item: u8,
}

impl Given {
    fn of(around: &Around<'_, '_>) -> Self {
        let draft = around.draft;
        Self {
            lead: lead(around),
            speaks: code(Speaks::of(around)),
            kind: code(draft.kind),
            class: code(around.governing.class),
            giver: code(PartyKind::of(&draft.donors)),
            item: code(parts::is_item(around.scene, draft.sentence)),
        }
    }
}

fn wholes(around: &Around<'_, '_>) -> Vec<usize> {
    let (drafts, number, draft) = (around.drafts, around.number, around.draft);
    let mut found: Vec<usize> = draft.part_of.into_iter().collect();
    let near = drafts[..number].iter().enumerate().rev().take(REACH.0);
    let ahead = drafts.iter().enumerate().skip(number + 1).take(2);
    let behind = ahead.filter(|(_, d)| d.sentence <= draft.sentence + 1 && !d.title);
    let before = near.filter(|(_, d)| draft.sentence.abs_diff(d.sentence) <= REACH.1 || d.title);
    for (place, _) in before.chain(behind) {
        if !found.contains(&place)
            && drafts[place].equivalent_of.is_none()
            && !drafts[place].derived
            && parts::sound(drafts, number, place)
        {
            found.push(place);
        }
    }
    found
}

fn alone(around: &Around<'_, '_>, given: &Given, found: &mut Found<'_>) {
    let draft = around.draft;
    let &Given { kind, class, speaks, .. } = given;
    let before = around.previous();
    let linked = before.is_some_and(|(d, _)| d.part_of.is_some());
    found.push(Sign::Alone.of([kind, code(before.map(|b| b.1)), code(linked)]));
    if draft.part_of.is_some() {
        found.push(Sign::Denied.of([code(draft.part_rule), kind, NOTHING]));
    }
    found.push(Sign::AloneSpeaks.of([speaks, class, kind]));
    around.words(|word, behind| {
        found.push(Sign::AloneWord.of([code(behind), kind, NOTHING]).with(word));
    });
    if let Some(verb) = around.verb() {
        let sign = Sign::AloneLemma.of([code(verb.tense), NOTHING, NOTHING]);
        found.push(sign.with(around.lemma(&verb)));
    }
    if let Some(lead) = given.lead.filter(|n| *n < around.number) {
        let apart = code(Apart::of(draft, &around.drafts[lead]));
        found.push(Sign::AloneLead.of([apart, kind, class]));
    }
    found.push(Sign::AloneUnder.of([class, kind, NOTHING]));
    around.cues(|cue, place| {
        if is_telling(cue) {
            found.push(Sign::AloneBeside.of([code(cue), code(place), NOTHING]));
        }
    });
}

/// What a document tells of stands among its first figures.
const LEADING: usize = 500;

/// The first sum or number of this figure's kind in the body, which often is what the document tells of.
fn lead(around: &Around<'_, '_>) -> Option<usize> {
    let draft = around.draft;
    let first = around.drafts.iter().take(LEADING).position(|d| {
        d.kind == draft.kind && d.category == draft.category && d.equivalent_of.is_none()
    })?;
    let whole = &around.drafts[first];
    (whole.unit == draft.unit && upper(whole) > draft.mention.value).then_some(first)
}

fn is_telling(cue: Cue) -> bool {
    matches!(
        cue,
        Cue::OfWhich | Cue::Including | Cue::More | Cue::Rest | Cue::Cumulative | Cue::UnitNoun
    )
}

fn share_of(around: &Around<'_, '_>, given: &Given, number: usize, found: &mut Found<'_>) {
    let draft = around.draft;
    let whole = &around.drafts[number];
    let &Given { kind, class, speaks, item, .. } = given;
    let leads = given.lead == Some(number);
    let relation = around.relation(whole);
    let at = code(relation);
    if draft.part_of == Some(number) {
        found.push(Sign::Ruled.of([code(draft.part_rule), kind, at]));
    } else if draft.part_of.is_some() {
        found.push(Sign::Otherwise.of([code(draft.part_rule), NOTHING, NOTHING]));
    }
    let later = number > around.number;
    found.push(Sign::Where.of([at, kind, code(later)]));
    if later {
        found.push(Sign::Behind.of([kind, NOTHING, NOTHING]));
    }
    around.cues(|cue, place| {
        if is_telling(cue) {
            found.push(Sign::Cue.of([code(cue), code(place), at]));
        }
    });
    let apart = code(Apart::of(draft, whole));
    found.push(Sign::Apart.of([apart, kind, code(whole.unit == draft.unit)]));
    if leads {
        found.push(Sign::Lead.of([apart, kind, class]));
    }
    found.push(Sign::Speaks.of([speaks, apart, class]));
    let last = around.previous().is_some_and(|(d, _)| std::ptr::eq(d, whole));
    let first = code(leads);
    found.push(Sign::Antecedent.of([speaks, code(last), first]));
    by_words(around, whole, at, found);
    by_slots(around, number, [apart, first], found);
    found.push(Sign::Share.of([code(Ratio::of(draft, whole)), at, kind]));
    by_siblings(around, number, at, found);
    let same_donors = whole.donors == draft.donors;
    found.push(Sign::Donors.of([
        code(PartyKind::of(&whole.donors)),
        given.giver,
        code(same_donors),
    ]));
    found.push(Sign::Stages.of([code(whole.stage), code(draft.stage), kind]));
    if whole.title {
        found.push(Sign::Title.of([kind, item, NOTHING]));
    }
    found.push(Sign::Running.of([code(whole.cumulative), code(draft.cumulative), NOTHING]));
    let verb = around.governing;
    found.push(Sign::Verb.of([code(verb.class), at, code(verb.subject)]));
    let above = parts::is_item(around.scene, whole.sentence);
    found.push(Sign::Items.of([code(above), item, kind]));
    found.push(Sign::Years.of([code(whole.years == draft.years), at, NOTHING]));
    found.push(Sign::Unit.of([code(whole.unit == draft.unit), at, NOTHING]));
    if whole.part_of.is_some() {
        found.push(Sign::Nested.of([at, NOTHING, NOTHING]));
    }
}

/// Places whose words tell of shares.
fn telling_slot(slot: Slot) -> bool {
    matches!(
        slot,
        Slot::Before | Slot::Before2 | Slot::Behind | Slot::Led | Slot::Subject | Slot::Opened
    )
}

fn by_slots(around: &Around<'_, '_>, whole: usize, [apart, first]: [u8; 2], found: &mut Found<'_>) {
    let draft = around.draft;
    for (slot, word) in around.slots() {
        if telling_slot(*slot) {
            found.push(Sign::Slot.of([code(*slot), apart, first]).with(*word));
        }
    }
    found.push(Sign::Rank.of([code(Rank::of(around, whole)), apart, code(draft.kind)]));
}

fn by_words(around: &Around<'_, '_>, whole: &Draft, at: u8, found: &mut Found<'_>) {
    let c = around.scene.c;
    let draft = around.draft;
    let kind = code(draft.kind);
    let is_word = |at: &usize| c.kind(*at) != Some(TokenKind::Number);
    if whole.sentence == draft.sentence && whole.mention.end <= draft.mention.first {
        let between = whole.mention.end..draft.mention.first;
        let next = code(between.len() < 8);
        for word in between.filter(is_word).take(16) {
            found.push(Sign::Between.of([kind, next, NOTHING]).with(around.print(word)));
        }
    }
    let sentence = around.scene.sentence(whole.sentence);
    let before = (sentence.first..whole.mention.first).rev().filter(is_word).take(4);
    for word in before {
        found.push(Sign::Beside.of([at, code(false), NOTHING]).with(around.print(word)));
    }
    for word in (whole.mention.end..sentence.end).filter(is_word).take(3) {
        found.push(Sign::Beside.of([at, code(true), NOTHING]).with(around.print(word)));
    }
}

fn by_siblings(around: &Around<'_, '_>, whole: usize, at: u8, found: &mut Found<'_>) {
    let (drafts, draft) = (around.drafts, around.draft);
    let Some(between) = drafts.get(whole + 1..around.number) else { return };
    let alike = |d: &&Draft| {
        d.kind == draft.kind && d.unit == draft.unit && d.equivalent_of.is_none() && !d.derived
    };
    if !between.iter().any(|d| alike(&d) && d.category == draft.category) {
        found.push(Sign::Next.of([at, code(draft.kind), NOTHING]));
    }
    let shares = |d: &&Draft| alike(d) && d.part_of == Some(whole);
    let so_far: Decimal = between.iter().filter(shares).map(|d| d.mention.value).sum::<Decimal>()
        + draft.mention.value;
    if draft.unit == drafts[whole].unit {
        found.push(Sign::Fits.of([code(so_far <= upper(&drafts[whole])), at, NOTHING]));
        found.push(Sign::Sums.of([code(make_up(around, whole)), at, NOTHING]));
    }
    if let Some((_, relation)) = around.previous().filter(|(d, _)| d.part_of == Some(whole)) {
        found.push(Sign::Sibling.of([code(relation), at, NOTHING]));
    }
}

/// This figure and its direct neighbours of one kind, in a row behind the whole, make up the whole.
fn make_up(around: &Around<'_, '_>, whole: usize) -> bool {
    let (drafts, draft) = (around.drafts, around.draft);
    let mut sum = Decimal::ZERO;
    let row = drafts[whole + 1..].iter().take(2 * REACH.0).filter(|d| {
        d.kind == draft.kind && d.unit == draft.unit && d.equivalent_of.is_none() && !d.derived
    });
    let mut seen = false;
    for next in row.take(8) {
        sum += next.mention.value;
        seen |= next.mention.first == draft.mention.first;
        if sum == drafts[whole].mention.value {
            return seen;
        }
        if sum > drafts[whole].mention.value {
            return false;
        }
    }
    false
}

impl Coded for PartRule {
    const NAMES: &'static [&'static str] = parts::RULE_NAMES;

    fn code(self) -> u8 {
        self.0
    }
}
