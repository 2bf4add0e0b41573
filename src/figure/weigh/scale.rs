//! The weights of one question, laid out for quick reading: what a sign with its terms says, whole and with its
//! last terms left open, is one number at a place worked out from the codes.

use rustc_hash::FxHashMap;

use super::coded::ANY;
use super::evidence::{Evidence, Shape};

/// Bits of a fingerprint that tell at once that a word has no weight.
const WORDS: u32 = 1 << 15;

/// The weights of one question.
#[derive(Debug, Clone)]
pub struct Table {
    signs: Vec<Sign>,
    /// For each sign and each three codes the sum of what the evidence says whole and left open.
    sums: Vec<f32>,
    /// Evidence of words, whole and left open.
    of_words: FxHashMap<Evidence, f32>,
    words: Vec<u64>,
}

/// Where the sums of a sign stand; the sizes of its terms' vocabularies, "nothing" counted.
#[derive(Debug, Clone, Copy)]
struct Sign {
    first: usize,
    sizes: [usize; 3],
}

impl Sign {
    /// The place of three codes; a code that no vocabulary has is nothing.
    #[inline]
    fn place(self, terms: [u8; 3]) -> usize {
        let at = |n: usize| usize::from(terms[n]).min(self.sizes[n] - 1);
        self.first + (at(0) * self.sizes[1] + at(1)) * self.sizes[2] + at(2)
    }
}

impl Table {
    /// No evidence says anything.
    #[must_use]
    pub fn new(shapes: &[Shape]) -> Self {
        let mut first = 0;
        let sign = |shape: &Shape| {
            let sizes = [0, 1, 2].map(|n| shape.terms.get(n).map_or(0, |names| names.len()) + 1);
            let sign = Sign { first, sizes };
            first += sizes.iter().product::<usize>();
            sign
        };
        let signs = shapes.iter().map(sign).collect();
        let words = vec![0; WORDS as usize / 64];
        Self { signs, sums: vec![0.0; first], of_words: FxHashMap::default(), words }
    }

    /// Sets what a piece of evidence says; once for each.
    pub fn set(&mut self, evidence: Evidence, weight: f32) {
        if let Some(word) = evidence.word() {
            let bit = word % WORDS;
            self.words[bit as usize / 64] |= 1 << (bit % 64);
            self.of_words.insert(evidence, weight);
            return;
        }
        let [sign, a, b, c] = evidence.codes();
        let sign = self.signs[usize::from(sign)];
        // What is left open stands for every term, the last for none too where the one before it is open.
        let meant = |code: u8, size: usize, none: bool| match code {
            ANY => (0..size as u8 - u8::from(!none)).collect(),
            code => vec![code],
        };
        let (middle, last) = (meant(b, sign.sizes[1], false), meant(c, sign.sizes[2], b == ANY));
        for b in middle {
            for c in &last {
                self.sums[sign.place([a, b, *c])] += weight;
            }
        }
    }

    /// What a piece of evidence says, whole and left open.
    #[inline]
    #[must_use]
    pub fn weight(&self, evidence: Evidence) -> f32 {
        if let Some(word) = evidence.word() {
            return self.of_word(word, evidence);
        }
        let [sign, terms @ ..] = evidence.codes();
        self.sums[self.signs[usize::from(sign)].place(terms)]
    }

    #[inline]
    fn of_word(&self, word: u32, evidence: Evidence) -> f32 {
        let bit = word % WORDS;
        if self.words[bit as usize / 64] & 1 << (bit % 64) == 0 {
            return 0.0;
        }
        let weights = &self.of_words;
        let known = std::iter::once(evidence).chain(evidence.wider());
        known.filter_map(|evidence| weights.get(&evidence)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::super::coded::NOTHING;
    use super::*;

    const NAMES: &[&str] = &["one", "two", "three"];
    const SHAPES: &[Shape] = &[
        Shape { name: "first", terms: &[NAMES, NAMES, NAMES] },
        Shape { name: "second", terms: &[NAMES] },
        Shape { name: "third", terms: &[NAMES, NAMES] },
    ];

    /// Every evidence says what it says whole and what its wider forms say.
    #[test]
    fn sums_are_those_of_the_whole_and_its_wider_forms() {
        let codes = [0, 1, 2, NOTHING];
        let open = [0, 1, 2, NOTHING, ANY];
        let mut weights: FxHashMap<Evidence, f32> = FxHashMap::default();
        let mut table = Table::new(SHAPES);
        let mut weight = 1.0;
        for sign in 0..3 {
            for a in codes {
                for b in open {
                    for c in open.into_iter().filter(|c| b != ANY || *c == ANY) {
                        for word in ["", "aid"] {
                            let evidence = Evidence::new(sign, [a, b, c]);
                            let one = if word.is_empty() { evidence } else { evidence.with(word) };
                            if sign == 1 && b != NOTHING || sign > 0 && c != NOTHING && c != ANY {
                                continue;
                            }
                            table.set(one, weight);
                            weights.insert(one, weight);
                            weight += 1.0;
                        }
                    }
                }
            }
        }
        for (evidence, _) in weights.clone() {
            let [_, _, b, c] = evidence.codes();
            if b == ANY || c == ANY {
                continue;
            }
            let all = std::iter::once(evidence).chain(evidence.wider());
            let wanted: f32 = all.filter_map(|e| weights.get(&e)).sum();
            assert!((table.weight(evidence) - wanted).abs() < 1e-3, "{evidence:?}");
        }
    }
}
