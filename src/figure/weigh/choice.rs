//! A question with its possible answers and what speaks for each.

use super::evidence::Evidence;
use super::table::{Question, Weights};

/// The answers to one question about one figure.
#[derive(Debug)]
pub struct Choice<T> {
    /// The answers.
    pub answers: Vec<T>,
    evidence: Vec<Evidence>,
    ends: Vec<u32>,
}

impl<T> Default for Choice<T> {
    fn default() -> Self {
        Self { answers: Vec::new(), evidence: Vec::new(), ends: Vec::new() }
    }
}

impl<T> Choice<T> {
    /// Adds an answer; its evidence is what `tell` pushes.
    pub fn add(&mut self, answer: T, tell: impl FnOnce(&T, &mut Vec<Evidence>)) {
        let from = self.evidence.len();
        tell(&answer, &mut self.evidence);
        for at in from..self.evidence.len() {
            let whole = self.evidence[at];
            self.evidence.extend(whole.wider());
        }
        self.answers.push(answer);
        self.ends.push(self.evidence.len() as u32);
    }

    /// The evidence for an answer.
    #[must_use]
    pub fn evidence(&self, answer: usize) -> &[Evidence] {
        let from = answer.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.evidence[from..self.ends[answer] as usize]
    }

    /// The likeliest answer and its probability; the first of equals.
    #[must_use]
    pub fn best(&self, weights: &Weights, question: Question) -> Option<(usize, f32)> {
        let scores: Vec<f32> =
            (0..self.answers.len()).map(|n| weights.score(question, self.evidence(n))).collect();
        let mut best = 0;
        for (n, score) in scores.iter().enumerate() {
            if *score > scores[best] {
                best = n;
            }
        }
        let top = *scores.get(best)?;
        let all: f32 = scores.iter().map(|s| (s - top).exp()).sum();
        Some((best, 1.0 / all))
    }
}
