//! Evidence: one observation that speaks for or against an answer, packed into a word.

use super::coded::{ANY, NOTHING};

/// A sign with up to three terms and a word, such as `lemma commitment past yes sign`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Evidence(u64);

/// How a sign reads in its table: its name and the names of its terms.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// The sign's name.
    pub name: &'static str,
    /// The vocabularies of its terms, in order.
    pub terms: &'static [&'static [&'static str]],
}

impl Evidence {
    /// Evidence of the sign with this number, with the codes of its terms.
    #[must_use]
    pub const fn new(sign: u8, terms: [u8; 3]) -> Self {
        Self(u32::from_be_bytes([sign, terms[0], terms[1], terms[2]]) as u64)
    }

    /// The same of this word, whatever its capitals.
    #[must_use]
    pub fn with(self, word: impl Into<Print>) -> Self {
        Self(self.0 | u64::from(word.into().0) << 32)
    }

    /// The same with another first term.
    #[must_use]
    pub const fn first(self, term: u8) -> Self {
        Self(self.0 & !0x00ff_0000 | (term as u64) << 16)
    }

    /// The sign's number and the codes of its terms.
    #[must_use]
    pub const fn codes(self) -> [u8; 4] {
        (self.0 as u32).to_be_bytes()
    }

    /// The fingerprint of its word; nothing where it has none.
    #[must_use]
    pub fn word(self) -> Option<u32> {
        Some((self.0 >> 32) as u32).filter(|f| *f != 0)
    }

    /// How many of its last terms are left open; none where it has no word.
    #[must_use]
    pub fn width(self) -> usize {
        let open = self.codes()[1..].iter().map(|term| usize::from(*term == ANY)).sum();
        if self.word().is_some() { open } else { 0 }
    }

    /// The same whatever its last terms are: what is seldom seen whole is judged by what is often seen.
    pub fn wider(self) -> impl Iterator<Item = Self> {
        let [sign, a, b, c] = (self.0 as u32).to_be_bytes();
        let word = self.0 & !u64::from(u32::MAX);
        let of = move |terms| Self(Self::new(sign, terms).0 | word);
        let (two, one) = (of([a, b, ANY]), of([a, ANY, ANY]));
        (c != NOTHING).then_some(two).into_iter().chain((b != NOTHING).then_some(one))
    }

    /// The row of its table: name and terms.
    #[must_use]
    pub fn row(self, shapes: &[Shape]) -> [&'static str; 4] {
        let [sign, terms @ ..] = (self.0 as u32).to_be_bytes();
        let shape = shapes[sign as usize];
        let mut row = [shape.name, "-", "-", "-"];
        for (place, vocabulary) in shape.terms.iter().enumerate() {
            let other = if terms[place] == ANY { "*" } else { "-" };
            row[place + 1] = vocabulary.get(terms[place] as usize).copied().unwrap_or(other);
        }
        row
    }

    /// The evidence that a table's row names; nothing where no sign or term is called so.
    #[must_use]
    pub fn of_row(row: [&str; 4], shapes: &[Shape]) -> Option<Self> {
        let sign = shapes.iter().position(|s| s.name == row[0])?;
        let mut terms = [NOTHING; 3];
        for (place, vocabulary) in shapes[sign].terms.iter().enumerate() {
            terms[place] = match row[place + 1] {
                "-" => NOTHING,
                "*" => ANY,
                name => vocabulary.iter().position(|known| *known == name)? as u8,
            };
        }
        // A sign's last term left open leaves open what it does not have.
        if let Some(open) = terms.iter().position(|term| *term == ANY) {
            terms[open..].fill(ANY);
        }
        Some(Self::new(sign as u8, terms))
    }
}

/// A word's fingerprint, taken once where several answers look at the word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Print(u32);

impl From<&str> for Print {
    fn from(word: &str) -> Self {
        Self(fingerprint(word))
    }
}

/// A word's fingerprint: FNV-1a (Fowler, Noll, Vo 1991) of its small letters.
#[must_use]
pub fn fingerprint(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193)
    })
}

/// The signs of one question, each with its terms.
macro_rules! signs {
    ($($(#[$doc:meta])* $variant:ident = $name:literal ($($term:ty),*),)+) => {
        /// What is looked at for this question.
        #[derive(Debug, Clone, Copy)]
        #[repr(u8)]
        enum Sign { $($(#[$doc])* $variant,)+ }

        /// How the signs read in their table.
        pub const SHAPES: &[$crate::figure::weigh::evidence::Shape] = &[
            $($crate::figure::weigh::evidence::Shape {
                name: $name,
                terms: &[$(<$term as $crate::figure::weigh::coded::Coded>::NAMES,)*],
            },)+
        ];

        impl Sign {
            /// The sign with the codes of its terms.
            const fn of(self, terms: [u8; 3]) -> $crate::figure::weigh::evidence::Evidence {
                $crate::figure::weigh::evidence::Evidence::new(self as u8, terms)
            }
        }
    };
}
pub(super) use signs;

#[cfg(test)]
mod tests {
    use super::*;

    /// What is left open is found again in the table, whatever the number of a sign's terms.
    #[test]
    fn wider_evidence_reads_back_from_its_row() {
        const NAMES: &[&str] = &["yes", "no"];
        let shapes = [
            Shape { name: "three", terms: &[NAMES, NAMES, NAMES] },
            Shape { name: "two", terms: &[NAMES, NAMES] },
        ];
        for evidence in [Evidence::new(0, [0, 1, 0]), Evidence::new(1, [0, 1, NOTHING])] {
            for wider in evidence.wider() {
                assert_eq!(Evidence::of_row(wider.row(&shapes), &shapes), Some(wider));
            }
        }
    }
}
