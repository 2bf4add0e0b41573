//! Terms as small numbers with names, so that evidence packs into one word and its table reads as text.

use crate::figure::draft::Source;
use crate::figure::roles::donors::Reading;
use crate::figure::scene::{PeriodKind, Tense};
use crate::figure::terms::{Kind, Per, Sector, Stage};
use crate::lexicon::{Cue, PartySort, VerbClass};

/// The code of "nothing", for any vocabulary.
pub const NOTHING: u8 = u8::MAX;

/// The code of "whatever it is", for any vocabulary.
pub const ANY: u8 = u8::MAX - 1;

/// A closed vocabulary whose terms have a code and a name.
pub trait Coded: Copy {
    /// The names, by code.
    const NAMES: &'static [&'static str];

    /// The term's place in [`Coded::NAMES`].
    fn code(self) -> u8;
}

/// The code of a term, or of nothing.
pub fn code(term: impl Coded) -> u8 {
    term.code()
}

/// Gives the terms of an enum their codes and names.
macro_rules! coded {
    ($type:ident { $($variant:ident = $name:literal,)+ }) => {
        impl $crate::figure::weigh::coded::Coded for $type {
            const NAMES: &'static [&'static str] = &[$($name,)+];

            fn code(self) -> u8 {
                const ORDER: &[$type] = &[$($type::$variant,)+];
                ORDER.iter().position(|term| *term == self).map_or(u8::MAX, |at| at as u8)
            }
        }
    };
}
pub(super) use coded;

coded!(VerbClass {
    Give = "give", Make = "make", Commit = "commit", Buy = "buy", Promise = "promise", Plan = "plan",
    Request = "request", Receive = "receive", Arrive = "arrive", Report = "report", Include = "include",
    Amount = "amount", BeFor = "be_for", Cost = "cost", Attack = "attack", Lose = "lose",
    Measure = "measure", Neutral = "neutral",
});
coded!(Tense {
    Present = "present", Progressive = "progressive", Past = "past", Perfect = "perfect",
    Future = "future", Modal = "modal", Ask = "ask", Infinitive = "infinitive", Ing = "ing",
    Reduced = "reduced",
});
coded!(Source {
    Stated = "stated", Near = "near", Inherited = "inherited", Default = "default",
});
coded!(PartySort {
    Name = "name", Adjective = "adjective", People = "people", Capital = "capital",
    Metonym = "metonym", Allies = "allies", Person = "person", Company = "company",
});
coded!(PeriodKind {
    In = "in", Until = "until", Since = "since", Span = "span", Day = "day",
});
coded!(Reading {
    Label = "label", Behind = "behind", Joint = "joint", Sold = "sold", Each = "each", By = "by",
    Pocket = "pocket", Beside = "beside", Named = "named", Agent = "agent", Verb = "verb",
    Sentence = "sentence",
});
coded!(Kind { Money = "money", Quantity = "quantity", });
coded!(Per { Year = "year", Month = "month", Week = "week", Day = "day", });
coded!(Stage {
    Request = "request", Target = "target", Pledge = "pledge", Commitment = "commitment",
    Delivery = "delivery",
});
coded!(Sector {
    Production = "production", Military = "military", Financial = "financial",
    Humanitarian = "humanitarian", Energy = "energy", Other = "other",
});
coded!(Cue {
    Cumulative = "cumulative", Price = "price", NotMoney = "not_money", OfWhich = "of_which",
    Including = "including", More = "more", Rest = "rest", Draft = "draft",
    RequestNoun = "request_noun", TargetNoun = "target_noun", PledgeNoun = "pledge_noun",
    CommitmentNoun = "commitment_noun", DeliveryNoun = "delivery_noun", Production = "production",
    Financial = "financial", Humanitarian = "humanitarian", Energy = "energy",
    OtherSector = "other_sector", Military = "military", UnitNoun = "unit_noun",
});

impl<T: Coded> Coded for Option<T> {
    const NAMES: &'static [&'static str] = T::NAMES;

    fn code(self) -> u8 {
        self.map_or(NOTHING, Coded::code)
    }
}

impl Coded for bool {
    const NAMES: &'static [&'static str] = &["no", "yes"];

    fn code(self) -> u8 {
        u8::from(self)
    }
}
