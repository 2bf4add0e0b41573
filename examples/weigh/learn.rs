//! Weights from lessons: a conditional logit with a penalty on the weights' squares, found by `AdaGrad`
//! (Duchi, Hazan, Singer 2011).

use std::collections::BTreeMap;

use pledgebook::figure::weigh::{Evidence, Question, Weights};

use crate::articles::labelled::Article;
use crate::articles::{self, Lesson};

/// How often the articles are read anew: some evidence comes from answers given before.
const ROUNDS: usize = 3;
/// Passes over the choices in a round.
const PASSES: usize = 40;
/// The penalty on a weight's square; half and twice as much do about as well, by cross-validation.
const PENALTY: f32 = 4.0;
const PENALTY_YEARS: f32 = 8.0;
/// Evidence seen less often is left out, and words seen less often.
const RARE: usize = 2;
const RARE_WORD: usize = 4;
/// The first step of a weight.
const STEP: f32 = 0.25;
/// Weights nearer to nothing are left out.
const LEAST: f32 = 0.02;

/// The weights of each question.
pub type Found = BTreeMap<Question, BTreeMap<Evidence, f32>>;

/// The weights that articles teach.
pub fn learn(articles: &[&Article]) -> Found {
    let mut weights = Weights::built_in().clone();
    let mut found = Found::new();
    for _ in 0..ROUNDS {
        let read = |article: &&Article| articles::lessons(article, &weights);
        let lessons: Vec<Lesson> = articles.iter().flat_map(read).collect();
        let of = |question: Question| {
            let asked = lessons.iter().filter(|lesson| lesson.asked.question == question);
            (question, weigh(question, &asked.collect::<Vec<_>>()))
        };
        found = Question::all().map(of).collect();
        weights = weights_of(&found);
    }
    found
}

/// The weights as the program reads them.
pub fn weights_of(found: &Found) -> Weights {
    let mut weights = Weights::none();
    for (question, table) in found {
        for (evidence, weight) in table {
            weights.set(*question, *evidence, *weight);
        }
    }
    weights
}

/// A lesson by the numbers of its evidence: the answers and which is right.
type Numbered = (Vec<Vec<usize>>, usize);

fn weigh(question: Question, lessons: &[&Lesson]) -> BTreeMap<Evidence, f32> {
    let often = count(lessons);
    let numbers: BTreeMap<Evidence, usize> =
        often.keys().enumerate().map(|(number, evidence)| (*evidence, number)).collect();
    let numbered: Vec<Numbered> = lessons.iter().filter_map(|l| number(l, &numbers)).collect();
    let penalty = if question == Question::Years { PENALTY_YEARS } else { PENALTY };
    let penalty: Vec<f32> = often.values().map(|times| penalty / *times as f32).collect();
    let mut slopes = Slopes::new(penalty);
    for pass in 0..PASSES {
        for step in 0..numbered.len() {
            // A fixed stride through the lessons mixes articles and stays the same from run to run.
            slopes.step(&numbered[(step * 7919 + pass * 13) % numbered.len()]);
        }
    }
    numbers
        .into_iter()
        .map(|(evidence, number)| (evidence, slopes.weight[number]))
        .filter(|(_, weight)| weight.abs() >= LEAST)
        .collect()
}

/// How often each piece of evidence is seen, the rare ones aside.
fn count(lessons: &[&Lesson]) -> BTreeMap<Evidence, usize> {
    let mut often: BTreeMap<Evidence, usize> = BTreeMap::new();
    let taught = lessons.iter().filter(|lesson| lesson.right.is_some());
    for evidence in taught.flat_map(|l| &l.asked.answers).flat_map(|(_, evidence)| evidence) {
        *often.entry(*evidence).or_default() += 1;
    }
    often.retain(|evidence, times| {
        *times >= if evidence.word().is_some() { RARE_WORD } else { RARE }
    });
    often
}

fn number(lesson: &Lesson, numbers: &BTreeMap<Evidence, usize>) -> Option<Numbered> {
    let known = |evidence: &Evidence| numbers.get(evidence).copied();
    let answers = lesson.asked.answers.iter();
    let rows = answers.map(|(_, evidence)| evidence.iter().filter_map(known).collect());
    Some((rows.collect(), lesson.right?))
}

/// The weights on their way up the likelihood.
struct Slopes {
    weight: Vec<f32>,
    squares: Vec<f32>,
    penalty: Vec<f32>,
}

impl Slopes {
    fn new(penalty: Vec<f32>) -> Self {
        let all = penalty.len();
        Self { weight: vec![0.0; all], squares: vec![1e-6; all], penalty }
    }

    /// One step up the slope of one lesson's log-likelihood.
    fn step(&mut self, (rows, right): &Numbered) {
        let sum = |row: &Vec<usize>| row.iter().map(|number| self.weight[*number]).sum::<f32>();
        let scores: Vec<f32> = rows.iter().map(sum).collect();
        let top = scores.iter().copied().fold(f32::MIN, f32::max);
        let all: f32 = scores.iter().map(|score| (score - top).exp()).sum();
        for (place, row) in rows.iter().enumerate() {
            let likely = (scores[place] - top).exp() / all;
            let miss = f32::from(u8::from(place == *right)) - likely;
            for number in row {
                let slope = miss - self.penalty[*number] * self.weight[*number];
                self.squares[*number] += slope * slope;
                self.weight[*number] += STEP * slope / self.squares[*number].sqrt();
            }
        }
    }
}
