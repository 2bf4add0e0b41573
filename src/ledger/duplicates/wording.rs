//! What the sentences around two figures have in common.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::LazyLock;

use crate::lexicon::table::{list, rows};

/// The words of a sentence that can tell one commitment from another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wording {
    /// All words in small letters, a space before and after each.
    text: String,
    words: BTreeSet<String>,
    ordinals: BTreeSet<String>,
}

/// A class of cues: words, and beginnings of words.
#[derive(Default)]
struct Cues {
    words: HashSet<&'static str>,
    stems: Vec<&'static str>,
    /// As they stand in a text: a space before, and after a whole word.
    needles: Vec<String>,
}

static CUES: LazyLock<HashMap<&'static str, Cues>> = LazyLock::new(|| {
    rows::<2>(include_str!("../../lexicon/en/retelling.tsv"), "en/retelling.tsv")
        .map(|[class, words]| (class, Cues::read(words)))
        .collect()
});

impl Cues {
    fn read(cells: &'static str) -> Self {
        let mut cues = Self::default();
        for cue in list(cells) {
            if let Some(stem) = cue.strip_suffix('*') {
                cues.stems.push(stem);
                cues.needles.push(format!(" {stem}"));
            } else {
                cues.words.insert(cue);
                cues.needles.push(format!(" {cue} "));
            }
        }
        cues
    }
}

impl Wording {
    /// Reads a sentence.
    #[must_use]
    pub fn new(sentence: Option<&str>) -> Self {
        let pieces = sentence.unwrap_or_default().split(|c: char| !c.is_alphanumeric());
        let all: Vec<String> = pieces.filter(|p| !p.is_empty()).map(str::to_lowercase).collect();
        let telling = |word: &&String| {
            word.chars().count() >= 4 && word.chars().all(char::is_alphabetic) && !is("plain", word)
        };
        let stem = |word: &String| word.chars().take(6).collect::<String>();
        let ordinals = all.iter().filter(|word| is_ordinal(word)).cloned().collect();
        Self {
            ordinals,
            words: all.iter().filter(telling).map(stem).collect(),
            text: format!(" {} ", all.join(" ")),
        }
    }

    /// The same sentence, or one within the other.
    #[must_use]
    pub fn repeats(&self, other: &Self) -> bool {
        let (short, long) =
            if self.text.len() <= other.text.len() { (self, other) } else { (other, self) };
        short.words.len() >= 4 && long.text.contains(&short.text)
    }

    /// The share of the shorter one's telling words that both have, in hundredths; nothing where
    /// there are too few to say.
    #[must_use]
    pub fn overlap(&self, other: &Self) -> u32 {
        let least = self.words.len().min(other.words.len());
        if least < 3 {
            return 0;
        }
        (100 * self.words.intersection(&other.words).count() / least) as u32
    }

    /// Whether both number what they speak of ("the 28th package"), and then whether alike.
    #[must_use]
    pub fn same_ordinal(&self, other: &Self) -> Option<bool> {
        let both = !self.ordinals.is_empty() && !other.ordinals.is_empty();
        both.then(|| !self.ordinals.is_disjoint(&other.ordinals))
    }

    /// Whether a cue of this class of the word table stands in it.
    #[must_use]
    pub fn says(&self, class: &str) -> bool {
        let needles = CUES.get(class).map(|cues| cues.needles.as_slice());
        needles.unwrap_or_default().iter().any(|needle| self.text.contains(needle))
    }
}

fn is_ordinal(word: &str) -> bool {
    let number = word.trim_end_matches(char::is_alphabetic);
    let ending = &word[number.len()..];
    let written = !number.is_empty()
        && number.bytes().all(|b| b.is_ascii_digit())
        && matches!(ending, "st" | "nd" | "rd" | "th");
    written || is("ordinal", word)
}

fn is(class: &str, word: &str) -> bool {
    CUES.get(class).is_some_and(|cues| {
        cues.words.contains(word) || cues.stems.iter().any(|stem| word.starts_with(stem))
    })
}

#[cfg(test)]
mod tests {
    use super::Wording;

    #[test]
    fn telling_words_are_compared() {
        let new = |text| Wording::new(Some(text));
        let a = new("Denmark gives €100 million for drones made in Odessa's workshops.");
        let b = new("The drones come from workshops in Odessa, Copenhagen said.");
        assert_eq!(a.overlap(&b), 60);
        assert_eq!(a.overlap(&new("Generators for Odessa's hospitals are shipped by Norway.")), 20);
        assert!(!a.repeats(&new("DENMARK gives 100 million")));
        assert!(a.repeats(&new(
            "News: Denmark gives €100 million for drones made in Odessa’s workshops. Read on"
        )));
        let (one, two) =
            (new("Its 27th package is out."), new("The 28th package, the 28th of them."));
        assert_eq!(one.same_ordinal(&two), Some(false));
        assert_eq!(two.same_ordinal(&two), Some(true));
        assert_eq!(one.same_ordinal(&a), None);
        assert!(new("Last week London announced it").says("back"));
        assert!(!new("They promise").says("back"));
    }
}
