//! Every word of every table, by number, so that the reading compares numbers and not letters.

use super::class::Class;
use super::wordtable::{Form, Key, WordTable};

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
    table: WordTable,
    infos: Vec<Info>,
    /// The first number of the words that only lists have.
    listed: u32,
    /// The numbers of the words of one ASCII letter or sign.
    single: [u32; 128],
    abbreviations: Vec<&'static str>,
    elisions: Vec<&'static str>,
    ordinal_stops: bool,
}

impl Vocabulary {
    pub(super) fn new() -> Self {
        Self {
            table: WordTable::new(),
            infos: vec![Info::default()],
            listed: u32::MAX,
            single: [0; 128],
            abbreviations: Vec::new(),
            elisions: Vec::new(),
            ordinal_stops: false,
        }
    }

    /// A full stop after this word, in small letters, does not end a sentence.
    pub(super) fn abbreviate(&mut self, word: &'static str) {
        self.abbreviations.push(word);
    }

    /// This word, in small letters, ends at the apostrophe behind it ("d'euros").
    pub(super) fn elide(&mut self, word: &'static str) {
        self.elisions.push(word);
    }

    /// A full stop after a small number makes an ordinal of it ("am 13. Januar").
    pub(super) fn stop_after_ordinals(&mut self) {
        self.ordinal_stops = true;
    }

    /// Takes a word in, or finds it.
    pub(super) fn intern(&mut self, word: &str) -> WordId {
        let known = self.exact(word);
        if known != WordId::UNKNOWN {
            return known;
        }
        let id = self.table.insert(word);
        self.infos.push(Info { classes: 0, lower: id });
        if let [byte @ 0..128] = word.as_bytes() {
            self.single[*byte as usize] = id;
        }
        WordId(id)
    }

    pub(super) fn classify(&mut self, word: &str, class: Class) -> WordId {
        let id = self.intern(word);
        self.infos[id.0 as usize].classes |= class.bit();
        id
    }

    /// Takes a word of a closed list in once all other tables are in. If none of them has it, it is found in texts
    /// but unknown to whoever asks for its wording.
    pub(super) fn add_listed(&mut self, word: &str) -> WordId {
        self.listed = self.listed.min(self.infos.len() as u32);
        let key = Key::of(word.as_bytes(), 0, word.len());
        match self.table.get(&key, Form::Exact) {
            0 => {
                let id = self.table.insert(word);
                self.infos.push(Info { classes: 0, lower: id });
                WordId(id)
            }
            id => WordId(id),
        }
    }

    /// The word, unless only a list has it.
    #[must_use]
    #[inline]
    pub fn known(&self, word: WordId) -> WordId {
        if word.0 < self.listed { word } else { WordId::UNKNOWN }
    }

    /// Every word with its number.
    pub fn iter(&self) -> impl Iterator<Item = (&str, WordId)> {
        self.table.iter().map(|(word, id)| (word, WordId(id)))
    }

    /// How many numbers words have, that of an unknown one counted.
    pub fn numbers(&self) -> usize {
        self.infos.len()
    }

    /// Once all tables are in: capitalised words learn what their small forms are.
    pub(super) fn settle(&mut self) {
        let pairs: Vec<(u32, WordId)> = self
            .table
            .iter()
            .filter(|(word, _)| word.starts_with(char::is_uppercase))
            .map(|(word, id)| (id, self.exact(&word.to_lowercase())))
            .filter(|(_, lower)| *lower != WordId::UNKNOWN)
            .collect();
        for (id, WordId(lower)) in pairs {
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
        let key = Key::of(wording.as_bytes(), 0, wording.len());
        self.known(WordId(self.table.get(&key, Form::Exact)))
    }

    /// The sign of one ASCII byte, or the letter.
    #[must_use]
    #[inline]
    pub fn byte(&self, byte: u8) -> WordId {
        WordId(self.single.get(byte as usize).copied().unwrap_or(0))
    }

    /// The word at bytes `start..end` of a text as written; failing that, its small form, or its title form if
    /// it is all capitals.
    #[must_use]
    #[inline]
    pub fn find(&self, text: &str, start: usize, end: usize, capital: bool) -> WordId {
        let key = Key::of(text.as_bytes(), start, end);
        match self.table.get(&key, Form::Exact) {
            0 => self.find_other(&text[start..end], &key, capital),
            id => WordId(id),
        }
    }

    fn find_other(&self, wording: &str, key: &Key<'_>, capital: bool) -> WordId {
        let ascii = wording.is_ascii();
        if !ascii && wording.contains('’') {
            let plain = wording.replace('’', "'");
            return self.find(&plain, 0, plain.len(), capital);
        }
        if !capital {
            return WordId::UNKNOWN;
        }
        if !ascii || wording.len() > 48 {
            return self.exact(&wording.to_lowercase());
        }
        if wording.len() > 2 && !wording.bytes().any(|b| b.is_ascii_lowercase()) {
            let title = self.table.get(key, Form::Title);
            if title != 0 {
                return WordId(title);
            }
        }
        WordId(self.table.get(key, Form::Lower))
    }

    /// The small form of a word.
    #[must_use]
    pub fn lower(&self, word: WordId) -> WordId {
        WordId(self.infos[word.0 as usize].lower)
    }

    /// The classes of a word, one bit each.
    #[must_use]
    #[inline]
    pub fn classes(&self, word: WordId) -> u64 {
        self.infos[word.0 as usize].classes
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
        self.exact(wording) != WordId::UNKNOWN
    }

    /// Whether a full stop after this word does not end a sentence.
    #[must_use]
    pub fn is_abbreviation(&self, wording: &str) -> bool {
        const SHORT: &[&str] = &[
            "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Lt", "Col", "Maj", "Sgt", "Capt", "Adm",
            "Sen", "Rep", "Gov", "St", "No", "Nos", "vs", "approx", "ca", "Rs", "Hr", "Jr", "Sr",
            "Hon", "Rt", "Brig", "Cpl", "Pvt", "Cmdr", "Amb", "Fig", "est",
        ];
        SHORT.contains(&wording)
            || !self.abbreviations.is_empty()
                && self.abbreviations.contains(&&*wording.to_lowercase())
    }

    /// Whether the word ends at the apostrophe behind it.
    #[must_use]
    pub fn is_elided(&self, wording: &str) -> bool {
        !self.elisions.is_empty() && self.elisions.contains(&&*wording.to_lowercase())
    }

    /// Whether a full stop after this number makes an ordinal of it.
    #[must_use]
    pub fn is_ordinal(&self, number: &str) -> bool {
        self.ordinal_stops && number.len() < 3
    }
}
