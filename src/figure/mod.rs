//! Figures: what a text promises, plans, commits or delivers, with roles and links.
//!
//! The way through: [`scene`] lays the document out, [`detect`] says which mentions are figures,
//! [`links`] tells what belongs together, [`roles`] fills the fields, [`finish`] makes records.

mod abroad;
pub mod confidence;
mod detect;
mod draft;
pub mod explain;
mod finish;
mod inherit;
mod links;
pub mod record;
mod roles;
mod scene;
pub mod terms;
pub mod weigh;

pub use confidence::Confidence;
pub use record::{Figure, MentionSpan};
pub use terms::{Bound, Category, Kind, Per, Sector, Stage, UnknownTerm};

use draft::{Draft, Source};
use roles::actors::Discourse;
use roles::governing::Governing;
use roles::{donors, labels, recipient, sector, speaker, stage, years};
use scene::Scene;
use weigh::{Asked, Judge, Weights};

use crate::lexicon::{Party, Tongue, VerbClass, english};
use crate::source::Document;
use crate::text::{CharIndex, Text};

/// Every figure of a document, in the order of the text. A pure function: no clock, no network.
///
/// The rules are rules of English: of a document in another language the amounts are read and no roles.
#[must_use]
pub fn extract(document: &Document) -> Vec<Figure> {
    if let Some(tongue) = Tongue::of(document.lang.as_deref()) {
        return abroad::figures(document, tongue);
    }
    let text = Text::new(&document.text, english().vocabulary());
    if !text.tokens.iter().any(scene::may_count) {
        return Vec::new();
    }
    let scene = Scene::new(document, &text);
    let drafts = read(&scene, &mut Judge::new(Weights::built_in(), None));
    finish::records(&scene, &drafts)
}

/// Every figure of a document by other weights, with every question asked of each; figures by their place in
/// the answer. For training.
#[must_use]
pub fn extract_asked(document: &Document, weights: &Weights) -> (Vec<Figure>, Vec<Asked>) {
    let text = Text::new(&document.text, english().vocabulary());
    let scene = Scene::new(document, &text);
    let mut asked = Vec::new();
    let mut listener = |question| asked.push(question);
    let drafts = read(&scene, &mut Judge::new(weights, Some(&mut listener)));
    let order = finish::order(&drafts);
    let place = |number: usize| order.iter().position(|n| *n == number).unwrap_or(number);
    let chars = CharIndex::new(text.source);
    for question in &mut asked {
        question.figure = place(question.figure);
        let (first, end) = question.place;
        let byte = |start: u32| chars.at(start as usize);
        question.place = (byte(text.tokens[first].start), byte(text.tokens[end - 1].end));
        for (answer, _) in &mut question.answers {
            if let weigh::Answer::Figure(Some(number)) = answer {
                *number = place(*number);
            }
        }
    }
    (finish::records(&scene, &drafts), asked)
}

/// The figures that the rules of detection alone take, for their tests: what weights say may change with them.
#[cfg(test)]
fn extract_by_rules(document: &Document) -> Vec<Figure> {
    extract_asked(document, &weigh::rules_alone()).0
}

/// The same, each as its value with its currency or its things.
#[cfg(test)]
fn wordings_by_rules(text: &str) -> Vec<String> {
    let document = Document { text: text.to_owned(), ..Document::default() };
    extract_by_rules(&document)
        .into_iter()
        .map(|f| format!("{} {}", f.value, f.unit.or(f.item).unwrap_or_default()))
        .collect()
}

/// What the rules alone say of each figure before any weighing: its donors' codes and its stage.
#[cfg(test)]
fn roles_by_rules(text: &str) -> Vec<(String, Stage)> {
    let document = Document { text: text.to_owned(), ..Document::default() };
    let text = Text::new(&document.text, english().vocabulary());
    let scene = Scene::new(&document, &text);
    let (drafts, _) = by_rules(&scene, &mut Judge::new(&weigh::rules_alone(), None));
    let codes = |d: &Draft| d.donors.iter().map(Party::code).collect::<Vec<_>>().join("+");
    drafts.iter().map(|d| (codes(d), d.stage.expect("every stage is filled"))).collect()
}

/// The figures of a scene, every field filled.
fn read(scene: &Scene<'_>, judge: &mut Judge<'_>) -> Vec<Draft> {
    let (mut drafts, topic) = by_rules(scene, judge);
    if !drafts.is_empty() {
        weigh::roles(scene, &mut drafts, topic, judge);
    }
    drafts
}

/// The same with the roles that the rules give, and whoever the document is about.
fn by_rules(scene: &Scene<'_>, judge: &mut Judge<'_>) -> (Vec<Draft>, Option<Party>) {
    let mut drafts = detect::figures(scene, judge);
    if drafts.is_empty() {
        return (drafts, None);
    }
    links::equivalents::link(scene, &mut drafts);
    own_roles(scene, &mut drafts);
    let mut drafts = links::repeats::merge(scene, drafts);
    links::parts::link(scene, &mut drafts);
    weigh::parts(scene, &mut drafts, judge);
    links::remainder::derive(scene, &mut drafts);
    let topic = inherit::fill(scene, &mut drafts);
    (drafts, topic)
}

/// The mentions of a document, its currencies read by the countries that it speaks of.
#[must_use]
pub(crate) fn scene_of(document: &Document, text: &Text<'_>) -> Vec<crate::mention::Mention> {
    Scene::new(document, text).mentions
}

/// What each figure's own sentence says of it.
fn own_roles(scene: &Scene<'_>, drafts: &mut [Draft]) {
    let home = scene.home.map(|n| scene.party(n).clone());
    let about = inherit::topic(scene).filter(Party::is_country).or_else(|| home.clone());
    let house = scene.house.map(|n| scene.party(n).clone());
    let speaker = house.clone().or_else(|| home.clone());
    let mut discourse = Discourse { speaker, home: about, company: house, ..Discourse::default() };
    let mut read_to = 0;
    let mut receiving = false;
    for number in 0..drafts.len() {
        let before = number.checked_sub(1).map(|before| drafts[before].sentence);
        let draft = &mut drafts[number];
        let governing = draft.governing;
        let row = labels::in_table(scene, draft);
        if let Some((stage, source)) = stage::of(scene, draft, &governing).filter(|_| !row) {
            draft.stage = Some(stage);
            draft.stage_source = source;
        }
        inherit::follow(scene, &mut discourse, read_to, draft.mention.first);
        read_to = draft.mention.first;
        draft.speaker = speaker::of(scene, draft)
            .or_else(|| speaker::interviewed(scene, draft).map(str::to_owned));
        let (readings, gets) = donors::readings(scene, draft, &governing, &discourse);
        if let Some((rule, parties)) = readings.first() {
            draft.donors.clone_from(parties);
            draft.donor_source = rule.source();
        }
        draft.readings = readings;
        draft.actor.clone_from(&discourse.actor);
        let labelled = labels::label(scene, draft);
        if labelled.is_none() {
            let goes_on = receiving && before == Some(draft.sentence);
            receiving = governing.class == Some(VerbClass::Receive) || goes_on;
        } else if receiving {
            draft.donors.clear();
            draft.donor_source = Source::Default;
            draft.readings.retain(|(rule, _)| *rule != donors::Reading::Label);
        }
        let time = years::of(scene, draft, &governing);
        draft.years = time.years;
        draft.year_source =
            if time.behind || time.source > Source::Stated { time.source } else { Source::Near };
        draft.year_behind = time.behind;
        draft.own_stage = draft.stage.map(|stage| (stage, draft.stage_source));
        draft.own_years = draft.years.map(|years| (years, draft.year_source));
        draft.cumulative = time.cumulative;
        draft.sector = sector::of(scene, draft, &governing);
        draft.received = governing.class == Some(VerbClass::Receive);
        if stage::gives_contract(scene, draft, &governing) {
            draft.recipient = draft.donors.first().cloned();
        }
        draft.recipient = match labelled {
            Some(label) if receiving => label.into_iter().next(),
            Some(_) => recipient::of(scene, draft, &Governing::default(), None),
            None => recipient::of(scene, draft, &governing, gets),
        };
        draft.gets.clone_from(&draft.recipient);
    }
}
