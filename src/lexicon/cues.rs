//! Wordings that tell how a figure stands to others or to the world (`en/cues.tsv`).

use rustc_hash::FxHashMap;

use super::class::Class;
use super::phrases::Phrases;
use super::table::{list, rows};
use super::vocabulary::Vocabulary;

macro_rules! cues {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)+) => {
        /// What a wording hints at.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Cue { $($(#[$doc])* $variant,)+ }

        impl Cue {
            /// Every cue.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];
        }

        const NAMES: &[(&str, Cue)] = &[$(($name, Cue::$variant),)+];
    };
}

cues! {
    /// "so far": a running total.
    Cumulative = "cumulative",
    /// "apiece": a unit price.
    Price = "price",
    /// "turnover": money that is no commitment.
    NotMoney = "not_money",
    /// "of which": a part follows.
    OfWhich = "of_which",
    /// "including": parts follow.
    Including = "including",
    /// "a further": no part of what stood before.
    More = "more",
    /// "the rest".
    Rest = "rest",
    /// "draft budget".
    Draft = "draft",
    /// "appeal".
    RequestNoun = "request_noun",
    /// "capacity".
    TargetNoun = "target_noun",
    /// "pledge".
    PledgeNoun = "pledge_noun",
    /// "contract".
    CommitmentNoun = "commitment_noun",
    /// "delivery of".
    DeliveryNoun = "delivery_noun",
    /// Arms making.
    Production = "production",
    /// Budget support.
    Financial = "financial",
    /// Relief.
    Humanitarian = "humanitarian",
    /// Power and heat.
    Energy = "energy",
    /// Rebuilding, or several sectors at once.
    OtherSector = "other_sector",
    /// Arms.
    Military = "military",
    /// A container noun.
    UnitNoun = "unit_noun",
}

impl Cue {
    /// Its bit in a set of cues.
    #[must_use]
    pub const fn bit(self) -> u32 {
        1 << self as u8
    }
}

/// Reads the table; a wording that stands in several rows gets all their bits.
pub(super) fn load(words: &mut Vocabulary) -> Phrases<u32> {
    let mut bits: FxHashMap<&'static str, u32> = FxHashMap::default();
    for [cue, members] in rows::<2>(include_str!("en/cues.tsv"), "en/cues.tsv") {
        let found = NAMES.iter().find(|(name, _)| *name == cue);
        let (_, cue) = found.unwrap_or_else(|| panic!("en/cues.tsv: unknown cue {cue}"));
        for wording in list(members) {
            *bits.entry(wording).or_default() |= cue.bit();
        }
    }
    let mut phrases = Phrases::new(Class::CueStart);
    for (wording, bits) in bits {
        phrases.insert(words, wording, bits);
    }
    phrases
}
