//! Every word of every table, by number, so that the reading compares numbers and not letters.

use rustc_hash::FxHashMap;

use super::class::Class;

/// A word's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(pub u32);

impl WordId {
    /// A word of no table.
    pub const UNKNOWN: Self = Self(0);
}

#[derive(Debug, Clone, Copy, Default)]
struct Info {
    classes: u64,
    lower: u32,
}

/// The words with their classes. A capitalised word that no table has counts as its small form.
#[derive(Debug)]
pub struct Vocabulary {
    ids: FxHashMap<Box<str>, u32>,
    infos: Vec<Info>,
}

impl Vocabulary {
    pub(super) fn new() -> Self {
        Self { ids: FxHashMap::default(), infos: vec![Info::default()] }
    }

    /// Takes a word in, or finds it.
    pub(super) fn intern(&mut self, word: &str) -> WordId {
        if let Some(id) = self.ids.get(word) {
            return WordId(*id);
        }
        let id = self.infos.len() as u32;
        self.infos.push(Info { classes: 0, lower: id });
        self.ids.insert(word.into(), id);
        WordId(id)
    }

    pub(super) fn classify(&mut self, word: &str, class: Class) -> WordId {
        let id = self.intern(word);
        self.infos[id.0 as usize].classes |= class.bit();
        id
    }

    /// Once all tables are in: capitalised words learn what their small forms are.
    pub(super) fn settle(&mut self) {
        let pairs: Vec<(u32, u32)> = self
            .ids
            .iter()
            .filter(|(word, _)| word.starts_with(char::is_uppercase))
            .filter_map(|(word, id)| {
                self.ids.get(word.to_lowercase().as_str()).map(|lower| (*id, *lower))
            })
            .collect();
        for (id, lower) in pairs {
            self.infos[id as usize].lower = lower;
            let small = self.infos[lower as usize].classes;
            let own = self.infos[id as usize].classes & !Class::STARTS == 0;
            // Wordings match their small forms too, so a capital begins whatever its small form begins.
            self.infos[id as usize].classes |= if own { small } else { small & Class::STARTS };
        }
    }

    /// The word just as written.
    #[must_use]
    pub fn exact(&self, wording: &str) -> WordId {
        self.ids.get(wording).map_or(WordId::UNKNOWN, |id| WordId(*id))
    }

    /// The word as written; failing that, its small form, or its title form if it is all capitals.
    #[must_use]
    pub fn find(&self, wording: &str, capital: bool) -> WordId {
        if let Some(id) = self.ids.get(wording) {
            return WordId(*id);
        }
        if !wording.is_ascii() && wording.contains('’') {
            return self.find(&wording.replace('’', "'"), capital);
        }
        if !capital {
            return WordId::UNKNOWN;
        }
        self.find_capital(wording)
    }

    fn find_capital(&self, wording: &str) -> WordId {
        let mut buffer = [0u8; 48];
        if wording.is_ascii() && wording.len() <= buffer.len() {
            let bytes = &mut buffer[..wording.len()];
            bytes.copy_from_slice(wording.as_bytes());
            if wording.len() > 2 && !wording.bytes().any(|b| b.is_ascii_lowercase()) {
                bytes[1..].make_ascii_lowercase();
                let title = std::str::from_utf8(bytes).map_or(WordId::UNKNOWN, |w| self.exact(w));
                if title != WordId::UNKNOWN {
                    return title;
                }
            }
            bytes.make_ascii_lowercase();
            return std::str::from_utf8(bytes).map_or(WordId::UNKNOWN, |w| self.exact(w));
        }
        self.exact(&wording.to_lowercase())
    }

    /// The small form of a word.
    #[must_use]
    pub fn lower(&self, word: WordId) -> WordId {
        WordId(self.infos[word.0 as usize].lower)
    }

    /// Whether a word is of a class.
    #[must_use]
    pub fn is(&self, word: WordId, class: Class) -> bool {
        self.infos[word.0 as usize].classes & class.bit() != 0
    }

    /// Whether a word is of any of the classes in a set of bits.
    #[must_use]
    pub fn is_any(&self, word: WordId, bits: u64) -> bool {
        self.infos[word.0 as usize].classes & bits != 0
    }

    /// Whether some table has the wording just so.
    #[must_use]
    pub fn is_known(&self, wording: &str) -> bool {
        self.ids.contains_key(wording)
    }

    /// Whether a full stop after this word does not end a sentence.
    #[must_use]
    pub fn is_abbreviation(&self, wording: &str) -> bool {
        const SHORT: &[&str] = &[
            "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Lt", "Col", "Maj", "Sgt", "Capt", "Adm",
            "Sen", "Rep", "Gov", "St", "No", "Nos", "vs", "approx", "ca", "Rs", "Jr", "Sr", "Hon",
            "Rt", "Brig", "Cpl", "Pvt", "Cmdr", "Amb", "Fig", "est",
        ];
        SHORT.contains(&wording)
    }
}
