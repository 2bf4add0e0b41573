//! A question with its possible answers and what speaks for each.

use std::borrow::Cow;

use super::coded::{Coded, code};
use super::evidence::Evidence;
use super::scale::Table;

/// Answers that most questions have room for.
const MANY: usize = 16;

/// The answers to one question about one figure.
#[derive(Debug)]
pub struct Choice<'w, T: Clone> {
    /// The answers.
    pub answers: Cow<'w, [T]>,
    scores: Vec<f32>,
    /// The evidence for each, where somebody listens.
    heard: Option<Vec<Vec<Evidence>>>,
    table: &'w Table,
}

/// What speaks for one answer.
#[derive(Debug)]
pub struct Found<'w> {
    table: &'w Table,
    score: f32,
    heard: Option<Vec<Evidence>>,
}

impl Found<'_> {
    /// Takes a piece of evidence in.
    #[inline]
    pub fn push(&mut self, evidence: Evidence) {
        self.score += self.table.weight(evidence);
        if let Some(heard) = &mut self.heard {
            heard.push(evidence);
        }
    }

    /// Takes several pieces in.
    pub fn extend(&mut self, evidence: impl IntoIterator<Item = Evidence>) {
        evidence.into_iter().for_each(|one| self.push(one));
    }
}

impl<'w, T: Clone> Choice<'w, T> {
    /// A question without answers yet, to be answered by these weights.
    #[must_use]
    pub fn new(table: &'w Table, listens: bool) -> Self {
        let heard = listens.then(Vec::new);
        Self {
            answers: Cow::Owned(Vec::with_capacity(MANY)),
            scores: Vec::with_capacity(MANY),
            heard,
            table,
        }
    }

    /// Adds an answer; its evidence is what `tell` pushes.
    pub fn add(&mut self, answer: T, tell: impl FnOnce(&T, &mut Found<'w>)) {
        let heard = self.heard.is_some().then(Vec::new);
        let mut found = Found { table: self.table, score: 0.0, heard };
        tell(&answer, &mut found);
        if let Some((all, heard)) = self.heard.as_mut().zip(found.heard) {
            all.push(heard);
        }
        self.answers.to_mut().push(answer);
        self.scores.push(found.score);
    }

    /// The evidence for an answer, whole and left open; none where nobody listens.
    #[must_use]
    pub fn evidence(&self, answer: usize) -> Vec<Evidence> {
        let heard = self.heard.as_ref().map_or(&[][..], |heard| &heard[answer]);
        heard.iter().copied().chain(heard.iter().flat_map(|whole| whole.wider())).collect()
    }

    /// The likeliest answer and its probability; the first of equals.
    #[must_use]
    pub fn best(&self) -> Option<(usize, f32)> {
        let mut best = 0;
        for (n, score) in self.scores.iter().enumerate() {
            if *score > self.scores[best] {
                best = n;
            }
        }
        let top = *self.scores.get(best)?;
        let all: f32 = self.scores.iter().map(|score| (score - top).exp()).sum();
        Some((best, 1.0 / all))
    }
}

/// Answers that are the first term of all that speaks for them.
impl<'w, T: Coded> Choice<'w, T> {
    /// A question with these answers, no evidence yet.
    #[must_use]
    pub fn among(table: &'w Table, listens: bool, answers: &'w [T]) -> Self {
        let heard = listens.then(|| vec![Vec::new(); answers.len()]);
        Self { answers: Cow::Borrowed(answers), scores: vec![0.0; answers.len()], heard, table }
    }

    /// Takes a piece of evidence in for every answer, whatever its first term.
    #[inline]
    pub fn every(&mut self, evidence: Evidence) {
        if let Some(row) = self.table.row(evidence) {
            for (score, answer) in self.scores.iter_mut().zip(self.answers.iter()) {
                *score += row[usize::from(code(*answer))];
            }
        }
        if let Some(heard) = &mut self.heard {
            for (heard, answer) in heard.iter_mut().zip(self.answers.iter()) {
                heard.push(evidence.first(code(*answer)));
            }
        }
    }
}
