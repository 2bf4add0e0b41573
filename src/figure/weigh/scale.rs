//! The weights of one question, laid out for quick reading: what a sign with its terms says, whole and with its
//! last terms left open, is one number at a place worked out from the codes.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::coded::ANY;
use super::evidence::{Evidence, Shape};

/// Bits of a fingerprint that tell at once that a word has no weight.
const WORDS: u32 = 1 << 15;

/// The weights of one question.
#[derive(Debug, Clone)]
pub struct Table {
    signs: Vec<Sign>,
    /// For each sign and each three codes the sum of what the evidence says whole and left open; after them the
    /// same of each sign with a word. The first code's sums stand side by side.
    sums: Vec<f32>,
    /// Where the sums of a word stand in `sums`, for each sign; nothing at 0.
    places: Vec<u32>,
    /// The words that say something, as places in `places`.
    of_words: FxHashMap<u32, u32>,
    words: Vec<u64>,
}

/// Where the sums of a sign stand; the sizes of its terms' vocabularies, "nothing" counted.
#[derive(Debug, Clone, Copy)]
struct Sign {
    first: usize,
    sizes: [usize; 3],
}

impl Sign {
    const fn count(self) -> usize {
        self.sizes[0] * self.sizes[1] * self.sizes[2]
    }

    /// The place of a code; one that no vocabulary has is nothing.
    #[inline]
    fn at(self, term: usize, code: u8) -> usize {
        usize::from(code).min(self.sizes[term] - 1)
    }

    /// The place of two codes behind the sign's first sum: that of the first code's first.
    #[inline]
    fn row(self, b: u8, c: u8) -> usize {
        (self.at(1, b) * self.sizes[2] + self.at(2, c)) * self.sizes[0]
    }

    /// Every code that is meant. What is left open stands for every term, the last for none too where the one
    /// before it is open.
    fn meant(self, term: usize, code: u8, none: bool) -> Range<u8> {
        match code {
            ANY => 0..self.sizes[term] as u8 - u8::from(!none),
            code => code.min(u8::MAX - 1)..code.min(u8::MAX - 1) + 1,
        }
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
            first += sign.count();
            sign
        };
        let signs: Vec<Sign> = shapes.iter().map(sign).collect();
        Self {
            signs,
            sums: vec![0.0; first],
            places: Vec::new(),
            of_words: FxHashMap::default(),
            words: vec![0; WORDS as usize / 64],
        }
    }

    /// Sets what a piece of evidence says; once for each.
    pub fn set(&mut self, evidence: Evidence, weight: f32) {
        let [number, a, b, c] = evidence.codes();
        let sign = self.signs[usize::from(number)];
        let first = match evidence.word() {
            Some(word) => self.make_room(word, usize::from(number)),
            None => sign.first,
        };
        for middle in sign.meant(1, b, false) {
            for last in sign.meant(2, c, b == ANY) {
                self.sums[first + sign.row(middle, last) + sign.at(0, a)] += weight;
            }
        }
    }

    /// Where the sums of a sign with a word stand, made where there are none yet.
    fn make_room(&mut self, word: u32, sign: usize) -> usize {
        let bit = word % WORDS;
        self.words[bit as usize / 64] |= 1 << (bit % 64);
        let signs = self.signs.len();
        let next = self.places.len();
        let place = *self.of_words.entry(word).or_insert(next as u32) as usize;
        if place == next {
            self.places.resize(next + signs, 0);
        }
        if self.places[place + sign] == 0 {
            self.places[place + sign] = self.sums.len() as u32;
            self.sums.resize(self.sums.len() + self.signs[sign].count(), 0.0);
        }
        self.places[place + sign] as usize
    }

    /// What a piece of evidence says, whole and left open.
    #[inline]
    #[must_use]
    pub fn weight(&self, evidence: Evidence) -> f32 {
        let [sign, a, ..] = evidence.codes();
        let at = self.signs[usize::from(sign)].at(0, a);
        self.row(evidence).map_or(0.0, |row| row[at])
    }

    /// What a piece of evidence says with each first term, that of no term last; nothing where its word says
    /// nothing.
    #[inline]
    #[must_use]
    pub fn row(&self, evidence: Evidence) -> Option<&[f32]> {
        let [number, _, b, c] = evidence.codes();
        let sign = self.signs[usize::from(number)];
        let first = match evidence.word() {
            Some(word) => self.of_word(word, usize::from(number))?,
            None => sign.first,
        };
        let from = first + sign.row(b, c);
        Some(&self.sums[from..from + sign.sizes[0]])
    }

    #[inline]
    fn of_word(&self, word: u32, sign: usize) -> Option<usize> {
        let bit = word % WORDS;
        if self.words[bit as usize / 64] & 1 << (bit % 64) == 0 {
            return None;
        }
        let place = *self.of_words.get(&word)? as usize;
        Some(self.places[place + sign] as usize).filter(|first| *first != 0)
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
