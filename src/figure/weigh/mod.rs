//! Weighing: where rules disagree or say nothing, the evidence of all of them decides.
//!
//! The rules of [`super::roles`] and [`super::links`] each read one construction. Which of them is right when a
//! subject, a possessive and the figure before name three different givers is a question of how often each is
//! right. So every answer that anything around a figure suggests is listed with its evidence (what a rule reads,
//! which verb, which place), and the likeliest is taken: a conditional logit whose weights are data
//! (`weights/*.tsv`), made from the labelled articles by `cargo run --release --example weigh`. Its probability
//! is the figure's confidence.
//!
//! To add evidence: a sign in the question's file and the line that pushes it, then weigh anew.

pub mod around;
mod choice;
pub mod coded;
mod donors;
pub mod evidence;
pub mod page;
mod part;
mod parties;
mod prints;
mod recipient;
mod running;
mod scale;
mod sector;
mod slots;
mod speaker;
mod stage;
pub mod table;
mod taken;
mod times;
mod years;

use std::borrow::Cow;
use std::fmt::Debug;

pub use evidence::Evidence;
pub use table::{Question, Weights};

use super::draft::{Draft, Source};
use super::links::parts;
use super::roles;
use super::scene::Scene;
use crate::lexicon::Party;
use around::{Around, Asks, Sight};
use choice::Choice;
use page::Page;

/// One question as it was asked and answered, for training.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The question.
    pub question: Question,
    /// The figure's number; that of no figure where the question is whether it is one.
    pub figure: usize,
    /// The mention's place: tokens while reading, Unicode characters for who asks.
    pub place: (usize, usize),
    /// The answers as words, each with its evidence.
    pub answers: Vec<(Answer, Vec<Evidence>)>,
}

/// An answer to any question.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// Givers.
    Parties(Vec<Party>),
    /// A recipient.
    Party(Option<Party>),
    /// A stage.
    Stage(super::Stage),
    /// Years.
    Years(Option<(i32, i32)>),
    /// Yes or no.
    Truth(bool),
    /// A speaker's name.
    Name(Option<String>),
    /// A sector.
    Sector(super::Sector),
    /// Another figure's number.
    Figure(Option<usize>),
}

/// Answers questions by the weights; tells each, where somebody listens.
pub struct Judge<'w> {
    weights: &'w Weights,
    listener: Option<&'w mut dyn FnMut(Asked)>,
}

impl<'w> Judge<'w> {
    /// A judge with these weights.
    #[must_use]
    pub fn new(weights: &'w Weights, listener: Option<&'w mut dyn FnMut(Asked)>) -> Self {
        Self { weights, listener }
    }

    fn asks(&self) -> Asks<'w> {
        Asks { weights: self.weights, listens: self.listener.is_some() }
    }

    fn answer<T: Clone>(
        &mut self,
        question: Question,
        (figure, draft): (usize, &Draft),
        choice: &Choice<'_, T>,
        wrap: impl Fn(T) -> Answer,
    ) -> (T, f32) {
        if let Some(listener) = &mut self.listener {
            let told = |n: usize| (wrap(choice.answers[n].clone()), choice.evidence(n));
            let answers = (0..choice.answers.len()).map(told).collect();
            let place = (draft.mention.first, draft.mention.end);
            listener(Asked { question, figure, place, answers });
        }
        let (best, sure) = choice.best().unwrap_or((0, 0.0));
        (choice.answers[best].clone(), sure)
    }
}

/// Decides whether the last of some drafts is a figure, whatever the rules say; and how likely that is.
pub fn is_taken(
    scene: &Scene<'_>,
    drafts: &[Draft],
    ruled: bool,
    judge: &mut Judge<'_>,
) -> (bool, f32) {
    let number = drafts.len() - 1;
    let sight = Sight::default();
    let around = Around::new(scene, drafts, number, None, judge.asks(), &sight);
    let choice = taken::ask(&around, ruled);
    judge.answer(Question::Taken, (usize::MAX, &drafts[number]), &choice, Answer::Truth)
}

/// Decides which figures are shares of which.
pub fn parts(scene: &Scene<'_>, drafts: &mut [Draft], judge: &mut Judge<'_>) {
    for number in 0..drafts.len() {
        if drafts[number].equivalent_of.is_some() {
            continue;
        }
        let sight = Sight::default();
        let choice = part::ask(&Around::new(scene, drafts, number, None, judge.asks(), &sight));
        let asked = (number, &drafts[number]);
        let (whole, sure) = judge.answer(Question::Part, asked, &choice, Answer::Figure);
        drafts[number].part_of = whole.filter(|w| parts::sound(drafts, number, *w));
        drafts[number].sure *= sure;
    }
}

/// Decides the roles of every figure, in the order of the text.
pub fn roles(scene: &Scene<'_>, drafts: &mut [Draft], topic: Option<Party>, judge: &mut Judge<'_>) {
    let mut page = Page::new(scene, drafts, topic);
    for number in 0..drafts.len() {
        if let Some(figure) = drafts[number].equivalent_of.filter(|_| !drafts[number].derived) {
            let figure = drafts[figure].clone();
            restate(&mut drafts[number], &figure);
        } else if !drafts[number].derived {
            settle(scene, drafts, number, &page, judge);
        }
        page.note(&drafts[number]);
    }
}

fn settle(
    scene: &Scene<'_>,
    drafts: &mut [Draft],
    number: usize,
    page: &Page,
    judge: &mut Judge<'_>,
) {
    let sight = Sight::default();
    macro_rules! decide {
        ($question:ident, $wrap:ident, $file:ident, $field:ident) => {
            decide!($question, $wrap, $file, $field, std::convert::identity)
        };
        ($question:ident, $wrap:ident, $file:ident, $field:ident, $own:expr) => {{
            let (answer, sure) = {
                let around = Around::new(scene, drafts, number, Some(page), judge.asks(), &sight);
                let choice = $file::ask(&around);
                let asked = (number, &drafts[number]);
                let wrap = |answer| Answer::$wrap($own(answer));
                let (answer, sure) = judge.answer(Question::$question, asked, &choice, wrap);
                ($own(answer).into(), sure)
            };
            drafts[number].$field = answer;
            sure
        }};
    }
    let mut sure = drafts[number].sure;
    sure *= decide!(Stage, Stage, stage, stage);
    sure *= decide!(Donors, Parties, donors, donors, Cow::into_owned);
    sure *= decide!(Years, Years, years, years);
    sure *= decide!(Running, Truth, running, cumulative);
    decide!(Recipient, Party, recipient, recipient);
    decide!(Sector, Sector, sector, sector);
    decide!(Speaker, Name, speaker, speaker, |name: Option<&str>| name.map(str::to_owned));
    // A share whose own sentence names no purpose has that of its whole.
    let unsaid = |draft: &Draft| roles::sector::of(scene, draft, &draft.governing).is_none();
    if let Some(whole) = drafts[number].part_of.filter(|_| unsaid(&drafts[number])) {
        drafts[number].sector = drafts[whole].sector;
    }
    drafts[number].sure = sure;
    drafts[number].donor_source = Source::Near;
}

/// A figure in other words is for the same.
fn restate(draft: &mut Draft, figure: &Draft) {
    draft.donors.clone_from(&figure.donors);
    draft.recipient.clone_from(&figure.recipient);
    draft.stage = figure.stage;
    draft.years = figure.years;
    draft.cumulative = figure.cumulative;
    draft.sector = figure.sector;
    draft.speaker.clone_from(&figure.speaker);
    draft.sure = figure.sure;
}

/// An answer's label for tests and tools.
impl Answer {
    /// The giver's codes in order, joined; the stage; the years: one wording an answer.
    #[must_use]
    pub fn label(&self) -> String {
        let codes = |parties: &[Party]| {
            let mut codes: Vec<&str> = parties.iter().map(Party::code).collect();
            codes.sort_unstable();
            codes.join("+")
        };
        match self {
            Self::Parties(parties) => codes(parties),
            Self::Party(party) => party.as_ref().map_or_else(String::new, |p| p.code().to_owned()),
            Self::Stage(stage) => stage.as_str().to_owned(),
            Self::Years(years) => years.map_or_else(String::new, |(a, b)| format!("{a}-{b}")),
            Self::Truth(truth) => truth.to_string(),
            Self::Name(name) => name.clone().unwrap_or_default(),
            Self::Sector(sector) => sector.as_str().to_owned(),
            Self::Figure(number) => number.map_or_else(String::new, |n| n.to_string()),
        }
    }
}

impl Debug for Judge<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Judge").field("listens", &self.listener.is_some()).finish_non_exhaustive()
    }
}

/// Weights by which what the rules of detection say is done, for their tests.
#[cfg(test)]
pub(crate) fn rules_alone() -> Weights {
    let mut weights = Weights::none();
    for evidence in taken::ruled() {
        weights.set(Question::Taken, evidence, 9.0);
    }
    weights
}
