//! The keys of rows, as numbers while they are added up: words are slow to make and to compare.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Dimension;

/// Stands where a lump's key is still open.
pub(super) const OPEN: u32 = u32::MAX;

/// Words with a number each.
#[derive(Debug, Default)]
pub(super) struct Words {
    numbers: FxHashMap<Box<str>, u32>,
    words: Vec<Box<str>>,
}

impl Words {
    /// The number of a word, a new one where it is new.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = self.words.len() as u32;
        self.numbers.insert(word.into(), number);
        self.words.push(word.into());
        number
    }

    /// Where each word of a column stands among the others.
    fn ranks(
        &self,
        keys: &[(Box<[u32]>, usize)],
        nth: usize,
        column: Dimension,
    ) -> FxHashMap<u32, u32> {
        let all: FxHashSet<u32> =
            keys.iter().filter_map(|(key, _)| key.get(nth).copied()).collect();
        let mut all: Vec<u32> = all.into_iter().collect();
        all.sort_by_cached_key(|number| (column.rank(self.word(*number)), self.word(*number)));
        all.into_iter().zip(0..).collect()
    }

    fn word(&self, number: u32) -> &str {
        self.words.get(number as usize).map_or("", AsRef::as_ref)
    }
}

/// The rows' keys, in the order in which they were found.
#[derive(Debug, Default)]
pub(super) struct Keys {
    pub(super) words: Words,
    places: FxHashMap<Box<[u32]>, usize>,
    last: Option<(Box<[u32]>, usize)>,
}

impl Keys {
    /// The place of a key, and whether it is new.
    pub(super) fn place(&mut self, key: &[u32]) -> (usize, bool) {
        // Figures that follow each other mostly fall into the same row.
        if let Some((_, place)) = self.last.as_ref().filter(|(last, _)| last[..] == *key) {
            return (*place, false);
        }
        let known = self.places.get(key).copied();
        let place = known.unwrap_or_else(|| {
            let next = self.places.len();
            self.places.insert(key.into(), next);
            next
        });
        match &mut self.last {
            Some((last, at)) => {
                last.copy_from_slice(key);
                *at = place;
            }
            last => *last = Some((key.into(), place)),
        }
        (place, known.is_none())
    }

    /// Every key as words with its place, sorted column by column in the columns' own order.
    pub(super) fn sorted(self, by: &[Dimension]) -> impl Iterator<Item = (Vec<String>, usize)> {
        let words = self.words;
        let mut keys: Vec<(Box<[u32]>, usize)> = self.places.into_iter().collect();
        let ranks: Vec<FxHashMap<u32, u32>> =
            by.iter().enumerate().map(|(nth, column)| words.ranks(&keys, nth, *column)).collect();
        keys.sort_by_cached_key(|(key, _)| {
            let rank = |(number, ranks): (&u32, &FxHashMap<u32, u32>)| ranks.get(number).copied();
            key.iter().zip(&ranks).map(rank).collect::<Vec<_>>()
        });
        keys.into_iter().map(move |(key, place)| {
            (key.iter().map(|number| words.word(*number).to_owned()).collect(), place)
        })
    }

    /// The places here of another's keys, by its places, new ones at the end.
    pub(super) fn take_in(&mut self, other: &Self) -> Vec<usize> {
        let numbers: Vec<u32> =
            other.words.words.iter().map(|word| self.words.number(word)).collect();
        let mut theirs: Vec<(&[u32], usize)> =
            other.places.iter().map(|(key, place)| (&key[..], *place)).collect();
        theirs.sort_unstable_by_key(|(_, place)| *place);
        let mine = |number: &u32| numbers.get(*number as usize).copied().unwrap_or(OPEN);
        theirs
            .iter()
            .map(|(key, _)| self.place(&key.iter().map(mine).collect::<Vec<u32>>()).0)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_lists_of_keys_become_one() {
        let (mut one, mut two) = (Keys::default(), Keys::default());
        let key = |keys: &mut Keys, words: [&str; 2]| {
            let key = words.map(|word| keys.words.number(word));
            keys.place(&key)
        };
        assert_eq!(key(&mut one, ["DK", "2024"]), (0, true));
        assert_eq!(key(&mut one, ["DK", "2025"]), (1, true));
        assert_eq!(key(&mut one, ["DK", "2024"]), (0, false));
        assert_eq!(key(&mut two, ["NO", "2025"]), (0, true));
        assert_eq!(key(&mut two, ["DK", "2025"]), (1, true));
        assert_eq!(one.take_in(&two), [2, 1]);
        let by = [Dimension::Donor, Dimension::Year];
        let all: Vec<_> = one.sorted(&by).map(|(key, place)| (place, key.join(" "))).collect();
        let expected = ["DK 2024", "DK 2025", "NO 2025"];
        assert_eq!(all, (0..).zip(expected.map(str::to_owned)).collect::<Vec<_>>());
    }
}
