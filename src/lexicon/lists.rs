//! Closed lists of words that one rule or two ask for (`en/lists.tsv`).
//!
//! A [`Class`](super::Class) says what a word is, and many rules and the cutting of texts ask for it: it has one
//! bit of a word's set. A list says which words fit one place of one construction ("at a *cost* of 60 million").
//! It is asked for by the word's number, and a word that only a list has stays unknown to everything else.

use super::table::{list, rows};
use super::vocabulary::{Vocabulary, WordId};

macro_rules! lists {
    ($($name:ident,)+) => {
        /// A closed list; `en/lists.tsv` has the words of each, and says above them what they are for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        #[allow(missing_docs)]
        pub enum List {
            $($name,)+
        }

        impl List {
            /// Every list with its name in the table.
            const ALL: &[(&str, Self)] = &[$((stringify!($name), Self::$name),)+];
        }
    };
}

lists! {
    Container,
    SaidAside,
    Tonne,
    Struck,
    StruckDeal,
    NounOfBuying,
    Dropped,
    HitBehind,
    TakesPart,
    Take,
    SentAgainst,
    OneThing,
    EachTime,
    Needs,
    Approval,
    PercentWord,
    Purpose,
    OfIt,
    BeforeDecimal,
    NotSum,
    TheSame,
    OfARow,
    Grow,
    RateSubject,
    Goal,
    SumNoun,
    NoObject,
    MoreOfThem,
    Batch,
    AtPrice,
    SpeaksOn,
    EqualTo,
    WhichIs,
    FundSpokenOf,
    ThisFund,
    ListHead,
    FirstOrLast,
    Slice,
    WhichSlice,
    ShareNoun,
    DrawnFrom,
    BeforeWhole,
    TheOnes,
    Definite,
    BesideList,
    ToldBy,
    Account,
    OwnBudget,
    Maker,
    OwnPocket,
    Jointly,
    GivenContract,
    Deal,
    Due,
    StatedIn,
    AheadOf,
    KindOfYear,
    Season,
    War,
    OverYears,
    FromNow,
    OverMonths,
    Age,
    YearOut,
    PartOfYear,
    Starting,
    ThisPart,
    MidYear,
    UpToYear,
    BeforeLastYear,
    TradeWord,
    LastWhat,
    PlaceWord,
    PoundsOfAid,
    OneNumber,
    SetAside,
    CalibreUnit,
    Piece,
    BeforeYear,
    BeforeRestated,
    WholeSpokenOf,
    OtherBefore,
    OtherBehind,
    Chamber,
    Body,
    Instructed,
    Selling,
    SinceThen,
    UpToNow,
    WhenWord,
    PrefixSign,
    PrefixName,
    NamedLikeWeight,
    JoinedScale,
    StoppedScale,
    Readers,
    Polled,
    AllOfIt,
    Single,
    Won,
    ToTarget,
    ToPledge,
    ToRequest,
    ToCommitment,
    Until,
    BesideYear,
    BesideYears,
    BeforeMonth,
    Deployed,
    Holding,
    Signing,
    HandOver,
    Growth,
    VagueThing,
}

impl List {
    fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, list)| *list)
    }
}

/// One bit for each list.
type Bits = [u64; List::ALL.len().div_ceil(64)];

/// The lists, by the numbers of their words.
#[derive(Debug)]
pub struct Lists {
    /// For each word the place of its bits; 0 where no list has it.
    places: Vec<u16>,
    bits: Vec<Bits>,
    /// For each list its words with capitals.
    capitals: Vec<Vec<&'static str>>,
    /// For each list how words of it begin.
    stems: Vec<Vec<&'static str>>,
}

impl Lists {
    pub(super) fn load(words: &mut Vocabulary) -> Self {
        Self::read(words, include_str!("en/lists.tsv"), "en/lists.tsv")
    }

    /// # Panics
    /// When a list is unknown, missing, there twice or empty, or has a word twice: the table is part of the program.
    fn read(words: &mut Vocabulary, table: &'static str, name: &'static str) -> Self {
        let mut lists = Self {
            places: Vec::new(),
            bits: vec![Bits::default()],
            capitals: vec![Vec::new(); List::ALL.len()],
            stems: vec![Vec::new(); List::ALL.len()],
        };
        let mut seen = vec![false; List::ALL.len()];
        for [title, members] in rows::<2>(table, name) {
            let known =
                List::named(title).unwrap_or_else(|| panic!("{name}: unknown list {title}"));
            assert!(!seen[known as usize], "{name}: {title} is there twice");
            seen[known as usize] = true;
            assert!(!members.is_empty(), "{name}: {title} is empty");
            let mut before: Vec<&str> = Vec::new();
            for word in list(members) {
                assert!(!before.contains(&word), "{name}: {title} has {word} twice");
                before.push(word);
                lists.insert(words, word, known);
            }
        }
        let missing = List::ALL.iter().find(|(_, list)| !seen[*list as usize]);
        assert!(missing.is_none(), "{name}: no list {}", missing.map_or("", |(title, _)| title));
        lists
    }

    fn insert(&mut self, words: &mut Vocabulary, word: &'static str, list: List) {
        if let Some(stem) = word.strip_suffix('*') {
            self.stems[list as usize].push(stem);
            return;
        }
        if word.contains(char::is_uppercase) {
            self.capitals[list as usize].push(word);
            return;
        }
        let small = words.add_listed(word);
        let title: String = word[..1].to_uppercase() + &word[1..];
        // What other tables know with capitals has a number of its own.
        for id in [small, words.exact(&title), words.exact(&word.to_uppercase())] {
            if id != WordId::UNKNOWN {
                self.set(id, list);
            }
        }
    }

    fn set(&mut self, WordId(id): WordId, list: List) {
        let id = id as usize;
        if self.places.len() <= id {
            self.places.resize(id + 1, 0);
        }
        if self.places[id] == 0 {
            self.places[id] = u16::try_from(self.bits.len()).expect("a few thousand words");
            self.bits.push(Bits::default());
        }
        self.bits[self.places[id] as usize][list as usize / 64] |= 1 << (list as usize % 64);
    }

    /// Whether a list has the word, capitals aside.
    #[must_use]
    #[inline]
    pub fn has(&self, list: List, word: WordId) -> bool {
        let place = self.places.get(word.0 as usize).map_or(0, |place| *place as usize);
        place != 0 && self.bits[place][list as usize / 64] >> (list as usize % 64) & 1 != 0
    }

    /// How words of a list begin, in small letters.
    #[must_use]
    pub fn stems(&self, list: List) -> &[&'static str] {
        &self.stems[list as usize]
    }

    /// Whether a list has the wording with its capitals.
    #[must_use]
    pub fn has_capital(&self, list: List, wording: &str) -> bool {
        self.capitals[list as usize].contains(&wording)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{Class, english};

    /// Every list with one word, but for what a test puts in.
    fn read(row: &str, instead: &str) -> Lists {
        let all = List::ALL.iter().map(|(name, _)| format!("{name}\tword\n"));
        let table = format!("list\twords\n{}", all.collect::<String>());
        assert!(table.contains(row), "{row}");
        let table = table.replacen(row, instead, 1);
        Lists::read(&mut Vocabulary::new(), Box::leak(table.into_boxed_str()), "lists")
    }

    #[test]
    fn a_faulty_table_is_refused() {
        for (row, instead, said) in [
            ("Take\tword\n", "Take\t\n", "lists: Take is empty"),
            ("Take\tword\n", "", "lists: no list Take"),
            ("Take\tword\n", "Take\ta\nTake\tb\n", "lists: Take is there twice"),
            ("Take\tword\n", "Take\ta|b|a\n", "lists: Take has a twice"),
            ("Take\tword\n", "Took\tword\n", "lists: unknown list Took"),
        ] {
            let fault = std::panic::catch_unwind(|| read(row, instead)).expect_err(said);
            assert_eq!(fault.downcast_ref::<String>().map(String::as_str), Some(said));
        }
        assert_eq!(read("Take\tword\n", "Take\ta|b\n").bits.len(), 4);
    }

    #[test]
    fn each_list_says_what_it_is_for() {
        let lines: Vec<&str> = include_str!("en/lists.tsv").lines().collect();
        for pair in lines.windows(2).skip(2).filter(|pair| !pair[1].starts_with('#')) {
            assert!(pair[0].starts_with("# "), "nothing is said above {}", pair[1]);
        }
    }

    #[test]
    fn a_word_that_only_a_list_has_stays_unknown() {
        let words = english().vocabulary();
        let id = words.find("lobbed", 0, 6, false);
        assert!(english().lists.has(List::Dropped, id));
        assert!(!english().lists.has(List::Take, id));
        assert_eq!((words.is_known("lobbed"), words.known(id)), (false, WordId::UNKNOWN));
        assert!(!words.is(id, Class::Verb));
    }
}
