//! What a figure does not say of itself: from its whole, from the figure it restates, from what was
//! spoken of before, else the usual case.

use super::draft::{Draft, Source};
use super::links::parts;
use super::roles::actors::{self, Discourse, party_of};
use super::roles::{recipient, stage, trade};
use super::scene::{Scene, VerbGroup};
use super::terms::{Kind, Sector, Stage};
use crate::lexicon::{Class, Cue, List, Party, PartySort, VerbClass};

/// Follows the text up to a token: who acted last, which company, who speaks.
pub fn follow(scene: &Scene<'_>, discourse: &mut Discourse, from: usize, until: usize) {
    for party in scene.parties_in(from, until) {
        if party.sort == PartySort::Company {
            discourse.company = Some(party_of(scene, party));
        }
    }
    let first = scene.clause_at(from);
    for clause in scene.clauses[first..].iter().take_while(|c| c.first < until) {
        let Some(verb) =
            clause.verb.filter(|v| scene.verbs[*v].end <= until && scene.verbs[*v].first >= from)
        else {
            from_label(scene, discourse, clause.first, clause.end.min(until));
            continue;
        };
        let found = actors::subject(scene, verb, discourse);
        let report = scene.verbs[verb].class == VerbClass::Report;
        let Some(head) = found.first() else { continue };
        if !report {
            discourse.last.clone_from(&found);
        }
        if head.company_name().is_some() {
            discourse.company = Some(head.clone());
        } else if report {
            discourse.speaker = Some(head.clone());
            if discourse.actor.is_empty() {
                discourse.actor = found;
            }
        } else {
            discourse.actor = found;
        }
    }
}

/// "Dovilė Šakalienė: …": whose words follow.
fn from_label(scene: &Scene<'_>, discourse: &mut Discourse, first: usize, end: usize) {
    if let Some(person) = scene
        .parties_in(first, end)
        .iter()
        .find(|p| p.sort == PartySort::Person && p.first == first && scene.c.is_sign(p.end, ":"))
    {
        discourse.speaker = Some(party_of(scene, person));
    }
}

/// Fills what is still open; whoever the document is about.
pub fn fill(scene: &Scene<'_>, drafts: &mut [Draft]) -> Option<Party> {
    let topic = topic(scene);
    let mut last: Option<Vec<Party>> = None;
    for number in 0..drafts.len() {
        let above = drafts[number].equivalent_of.or(drafts[number].part_of);
        let before = previous(drafts, number);
        if let Some((draft, above)) = above.and_then(|n| two(drafts, number, n)) {
            from_above(draft, above);
        }
        if let Some((draft, before)) = before.and_then(|n| two(drafts, number, n)) {
            from_before(scene, draft, before);
        }
        let (earlier, rest) = drafts.split_at_mut(number);
        let draft = &mut rest[0];
        if draft.donors.is_empty()
            && draft.stage != Some(Stage::Request)
            && !draft.derived
            && by_currency(scene, draft).is_none()
            && let Some(last) = &last
        {
            draft.donors.clone_from(last);
            draft.donor_source = Source::Default;
        }
        if draft.speaker.is_none() && parts::is_item(scene, draft.sentence) {
            let lead = earlier
                .iter()
                .rev()
                .take_while(|d| draft.sentence.abs_diff(d.sentence) < 12)
                .find(|d| !parts::is_item(scene, d.sentence));
            draft.speaker = lead.and_then(|d| d.speaker.clone());
        }
        by_default(scene, draft, topic.as_ref());
        if draft.donor_source <= Source::Near && !draft.donors.is_empty() {
            last = Some(draft.donors.clone());
        }
    }
    topic
}

/// A figure to write to and another to read.
fn two(drafts: &mut [Draft], one: usize, other: usize) -> Option<(&mut Draft, &Draft)> {
    let [one, other] = drafts.get_disjoint_mut([one, other]).ok()?;
    Some((one, other))
}

fn previous(drafts: &[Draft], number: usize) -> Option<usize> {
    (0..number).rev().find(|n| !drafts[*n].derived)
}

/// An equivalent is its figure in other words; a part takes over what it does not say itself.
fn from_above(draft: &mut Draft, above: &Draft) {
    let equivalent = draft.equivalent_of.is_some();
    if equivalent {
        draft.donors.clone_from(&above.donors);
        draft.donor_source = above.donor_source;
        draft.stage = above.stage;
        draft.years = above.years;
        draft.year_source = above.year_source;
        draft.cumulative = above.cumulative;
        draft.sector = above.sector;
        draft.recipient.clone_from(&above.recipient);
        draft.speaker.clone_from(&above.speaker);
        draft.part_of = None;
        return;
    }
    if draft.donors.is_empty() {
        draft.donors.clone_from(&above.donors);
        draft.donor_source = Source::Inherited;
    }
    if draft.stage.is_none() || draft.stage_source >= Source::Inherited {
        draft.stage = above.stage;
        draft.stage_source = Source::Inherited;
    }
    let shared = draft.sentence == above.sentence
        && draft.clause == above.clause
        && !draft.year_behind
        && above.years.is_some();
    if draft.years.is_none() || shared {
        draft.years = above.years;
        draft.year_source = Source::Inherited;
        draft.cumulative |= above.cumulative;
    }
    draft.sector = draft.sector.or(above.sector);
    if draft.recipient.is_none() {
        draft.recipient.clone_from(&above.recipient);
    }
    if draft.speaker.is_none() {
        draft.speaker.clone_from(&above.speaker);
    }
}

/// A figure of the same sentence or line lends what its neighbour lacks.
fn from_before(scene: &Scene<'_>, draft: &mut Draft, before: &Draft) {
    if is_price_of(scene, draft, before) {
        return take_roles(draft, before);
    }
    let listed = listed_together(scene, draft, before);
    let near = draft.sentence == before.sentence || listed;
    let paragraph =
        scene.sentence(draft.sentence).paragraph == scene.sentence(before.sentence).paragraph;
    let close = draft.sentence.saturating_sub(before.sentence) <= 2 && !before.title;
    let request = draft.stage == Some(Stage::Request) || before.stage == Some(Stage::Request);
    if draft.donors.is_empty()
        && (near || close)
        && !before.donors.is_empty()
        && !request
        && !draft.received
    {
        draft.donors.clone_from(&before.donors);
        draft.donor_source = Source::Inherited;
    }
    let own_line =
        listed && before.stage_source <= Source::Near && draft.donor_source == Source::Stated;
    if draft.stage.is_none()
        && (near || close && (paragraph || anaphoric(scene, draft)) && !request)
        && !own_line
    {
        draft.stage = before.stage;
        draft.stage_source = Source::Inherited;
    }
    if !near {
        return;
    }
    if draft.years.is_none()
        && before.year_source <= Source::Near
        && !before.cumulative
        && draft.sentence == before.sentence
        && draft.clause == before.clause
    {
        draft.years = before.years;
        draft.year_source = Source::Inherited;
    }
    if draft.recipient.is_none() {
        draft.recipient.clone_from(&before.recipient);
    }
    if draft.speaker.is_none() && (draft.clause == before.clause || listed) {
        draft.speaker.clone_from(&before.speaker);
    }
}

/// "96 helicopters at $10 billion", "48 launchers ($1.2bn)", "18 TB2s for $367 million": what the things cost.
fn is_price_of(scene: &Scene<'_>, draft: &Draft, before: &Draft) -> bool {
    if before.kind != Kind::Quantity
        || draft.kind != Kind::Money
        || draft.sentence != before.sentence
        || draft.part_of.is_some()
    {
        return false;
    }
    let c = &scene.c;
    let gap = before.mention.end..draft.mention.first;
    let led = gap.clone().rev().take(4).any(|at| c.is_sign(at, "(") || c.listed(at, List::AtPrice));
    led && gap.len() <= 14
        && scene.verbs_in(gap.start, gap.end).iter().all(|v| !v.finite)
        && !gap.clone().any(|at| c.is_sign(at, ";") || c.is(at, Class::And))
}

fn take_roles(draft: &mut Draft, from: &Draft) {
    draft.donors.clone_from(&from.donors);
    draft.donor_source = from.donor_source;
    draft.stage = from.stage;
    draft.stage_source = from.stage_source;
    if draft.years.is_none() {
        draft.years = from.years;
        draft.year_source = from.year_source;
    }
    draft.recipient.clone_from(&from.recipient);
}

/// Neighbouring lines of one list.
fn listed_together(scene: &Scene<'_>, draft: &Draft, before: &Draft) -> bool {
    let (a, b) = (scene.sentence(before.sentence), scene.sentence(draft.sentence));
    b.line == a.line + 1 && b.paragraph == a.paragraph
}

/// Who the document is about: the title's first party that is not the aided country, else the
/// publisher's country, else the most named.
#[must_use]
pub fn topic(scene: &Scene<'_>) -> Option<Party> {
    let title_end = scene.title_sentences.checked_sub(1).map_or(0, |n| scene.sentence(n).end);
    let aided = recipient::aided_country(scene);
    let first = scene.clause_at(0);
    let sold = scene.clauses[first..]
        .iter()
        .enumerate()
        .take_while(|(_, clause)| clause.first < title_end)
        .find_map(|(n, _)| {
            trade::buyer(scene, first + n, &Discourse::default()).into_iter().next()
        });
    let named = scene.parties_in(0, title_end).iter().filter(|p| p.sort != PartySort::Allies);
    let titled: Vec<Party> = sold.into_iter().chain(named.map(|p| party_of(scene, p))).collect();
    let other = titled.iter().find(|p| aided != Some(*p)).cloned();
    let home = scene.home.map(|n| scene.party(n).clone());
    let most = scene.countries.first().map(|n| scene.party(*n).clone());
    let foreign = home.clone().filter(|h| aided != Some(h));
    other.or(foreign).or_else(|| titled.first().cloned()).or(home).or(most)
}

fn by_default(scene: &Scene<'_>, draft: &mut Draft, topic: Option<&Party>) {
    if draft.donors.is_empty() && draft.stage != Some(Stage::Request) && !draft.derived {
        let usual = by_currency(scene, draft).or_else(|| topic.cloned());
        draft
            .donors
            .extend(usual.filter(|t| !draft.received || draft.recipient.as_ref() != Some(t)));
        draft.donor_source = Source::Default;
    }
    if draft.stage.is_none() {
        draft.stage = Some(usual_stage(scene, draft));
        draft.stage_source = Source::Default;
    }
    if draft.years.is_none() {
        draft.years = scene.year().map(|y| (y, y));
        draft.year_source = Source::Default;
    }
    if draft.recipient.is_none() {
        draft.recipient = recipient::usual(scene, draft);
    }
    if draft.sector.is_none() {
        draft.sector = Some(Sector::Military);
    }
}

/// Nothing tells how far it has come: running totals are paid, budgets and loans bound, the rest is promised;
/// the act of the sentence before decides where it is one ("decided on a package. It is valued at …").
fn usual_stage(scene: &Scene<'_>, draft: &Draft) -> Stage {
    if draft.cumulative {
        return Stage::Delivery;
    }
    if stage::is_draft(scene, draft) {
        return Stage::Target;
    }
    let sentence = scene.sentence(draft.sentence);
    if let Some(stage) = lead_in(scene, draft) {
        return stage;
    }
    if scene.has_cue(sentence.first, sentence.end, Cue::CommitmentNoun) {
        return Stage::Commitment;
    }
    let past = draft.years.zip(scene.year()).is_some_and(|((_, last), this)| last < this);
    let verbless = scene.verbs_in(sentence.first, sentence.end).iter().all(|v| !v.finite);
    if past && verbless {
        return Stage::Delivery;
    }
    acted_before(scene, draft.sentence, 2).unwrap_or(Stage::Pledge)
}

/// The act that a sentence shortly before tells: decided, promised, handed over.
fn acted_before(scene: &Scene<'_>, sentence: usize, reach: usize) -> Option<Stage> {
    let first = sentence.saturating_sub(reach).max(scene.title_sentences);
    (first..sentence).rev().find_map(|n| {
        let before = scene.sentence(n);
        let acts = |v: &&VerbGroup| {
            v.finite
                && matches!(
                    v.class,
                    VerbClass::Commit | VerbClass::Buy | VerbClass::Promise | VerbClass::Give
                )
        };
        scene
            .verbs_in(before.first, before.end)
            .iter()
            .find(acts)
            .and_then(|v| stage::by_tense(v.class, v.tense, v.negated))
    })
}

/// "Delivered this week:", "Planned deliveries": the line above a list says how far its items have come.
fn lead_in(scene: &Scene<'_>, draft: &Draft) -> Option<Stage> {
    if !parts::is_item(scene, draft.sentence) {
        return None;
    }
    let number = (draft.sentence.saturating_sub(60)..draft.sentence)
        .rev()
        .find(|n| !parts::is_item(scene, *n))?;
    let lead = scene.sentence(number);
    let verbal = scene
        .verbs_in(lead.first, lead.end)
        .iter()
        .rev()
        .find_map(|v| stage::by_tense(v.class, v.tense, v.negated));
    let named = verbal.or_else(|| stage::first_noun(scene, lead.first, lead.end));
    named.or_else(|| acted_before(scene, number, 3))
}

/// Hryvnias are most likely Ukraine's own, kronor Sweden's: the country of a currency that one country uses.
fn by_currency(scene: &Scene<'_>, draft: &Draft) -> Option<Party> {
    let unit = draft.unit.filter(|u| !matches!(*u, "USD" | "EUR" | "GBP"))?;
    let mut homes =
        scene.countries.iter().chain(&scene.home).map(|n| scene.party(*n)).filter(|p| {
            crate::lexicon::country::by_iso2(p.code()).is_some_and(|c| c.currency == unit)
        });
    homes.next().cloned()
}

/// "The tanks are put at …", "It is valued at …": speaks on of what stood before.
fn anaphoric(scene: &Scene<'_>, draft: &Draft) -> bool {
    let first = scene.sentence(draft.sentence).first;
    scene.c.is_any(first, Class::PronounThing.bit() | Class::PronounThey.bit())
        || scene.c.listed(first, List::SpeaksOn)
}
