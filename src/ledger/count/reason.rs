//! The reasons for a verdict, and the warnings, in words.

use std::borrow::Cow;

use rust_decimal::Decimal;

macro_rules! reasons {
    ($($(#[$doc:meta])* $variant:ident = $word:literal, $counts:literal, $phrase:literal;)+) => {
        /// Why an entry counts or does not.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Reason { $($(#[$doc])* $variant,)+ }

        impl Reason {
            /// Every reason; those that count first.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word that the database keeps.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// Whether it enters totals.
            #[must_use]
            pub const fn counts(self) -> bool {
                match self { $(Self::$variant => $counts,)+ }
            }

            /// For people; `{}` stands for the other record.
            const fn phrase(self) -> &'static str {
                match self { $(Self::$variant => $phrase,)+ }
            }
        }
    };
}

reasons! {
    /// Counts with its whole amount.
    Counted = "counted", true, "counted";
    /// A whole with parts: counts with what they leave.
    Remainder = "remainder", true, "the rest of this whole, its parts being counted themselves";
    /// A derived figure: counts with what the other parts of its whole leave.
    Rest = "rest", true, "what the other parts of {} leave, worked out";
    /// A whole whose parts make it up.
    InParts = "in_parts", false, "counted through its parts";
    /// A whole whose parts are more than it: something is wrong with the links or the amounts.
    Exceeded = "exceeded", false, "counted through its parts, which exceed it";
    /// A share of a whole in another currency or measure, which counts in full.
    Inside = "inside", false, "inside {}, which is in another currency or measure and counts in full";
    /// Restates another figure.
    Equivalent = "equivalent", false, "restates {} in another currency or unit";
    /// The same figure again in the same document.
    Repeat = "repeat", false, "repeats {}";
    /// The same commitment in another document.
    Duplicate = "duplicate", false, "the same as {}, from another source";
    /// A later record replaces it.
    Superseded = "superseded", false, "replaced by {}";
    /// A running total of earlier acts.
    Cumulative = "cumulative", false, "a running total of what is counted elsewhere";
    /// Asked for, not promised.
    Request = "request", false, "a request, nobody's promise";
    /// A monthly, weekly or daily rate.
    Rate = "rate", false, "a rate by the month, week or day, which is never added up";
    /// The rest of a whole that another record already takes, or whose whole is thrown out.
    NoRest = "no_rest", false, "a rest worked out of {}, which leaves none";
    /// No amount is known.
    NoValue = "no_value", false, "no amount is given";
    /// Thrown out in review.
    Rejected = "rejected", false, "rejected";
}

impl Reason {
    /// Whether it is a whole that counts, all or in part, through its parts.
    #[must_use]
    pub const fn has_parts(self) -> bool {
        matches!(self, Self::InParts | Self::Exceeded | Self::Remainder)
    }

    /// The reason in words, naming the other record (`#12`).
    #[must_use]
    pub fn words(self, other: Option<i64>) -> Cow<'static, str> {
        if !self.phrase().contains("{}") {
            return self.phrase().into();
        }
        let name = other.map_or_else(|| "another record".to_owned(), |id| format!("#{id}"));
        self.phrase().replace("{}", &name).into()
    }

    /// Reads the database's word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|reason| reason.as_str() == word)
    }
}

/// Something about the links that cannot be right or that the reader of a total should know.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum Warning {
    /// The parts add up to more than their whole; they count, the remainder is nothing.
    #[error(
        "the parts of #{whole} exceed it by {excess}: check the links or the amounts of its parts"
    )]
    PartsExceed {
        /// The whole's id.
        whole: i64,
        /// By how much, in the whole's unit.
        excess: Decimal,
    },
    /// A part in another currency or measure does not reduce its whole.
    #[error(
        "#{part} is a part of #{whole} in another currency or measure: the whole counts in full, the part does not"
    )]
    PartInside {
        /// The part's id.
        part: i64,
        /// The whole's id.
        whole: i64,
    },
    /// Links go round in a circle; the circle is cut at its lowest number.
    #[error("the links of #{id} lead back to itself: unlink one of them")]
    Circle {
        /// The lowest id in the circle.
        id: i64,
    },
    /// A link to a record that is not there.
    #[error("#{id} is linked to #{missing}, which is not there: the link is left aside")]
    Dangling {
        /// The record with the link.
        id: i64,
        /// What it names.
        missing: i64,
    },
}
