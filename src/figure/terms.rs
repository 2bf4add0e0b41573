//! The closed vocabularies of a figure, as `gold/GUIDE.md` defines them.
//!
//! Each is an enum with one spelling, used in JSON, SQL, CSV and on the command line alike.

use serde::{Deserialize, Serialize};

/// A word that is not of the vocabulary it was read for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown {what} \"{given}\"; it is one of {known}")]
pub struct UnknownTerm {
    /// The vocabulary, such as "stage".
    pub what: &'static str,
    /// The word as given.
    pub given: String,
    /// The words that would do, separated by commas.
    pub known: String,
}

macro_rules! terms {
    ($(#[$doc:meta])* $name:ident, $what:literal { $($(#[$vdoc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $word)] $variant,)+ }

        impl $name {
            /// Every value, in the order of the guide.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The one spelling.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = UnknownTerm;
            fn from_str(given: &str) -> Result<Self, UnknownTerm> {
                match given {
                    $($word => Ok(Self::$variant),)+
                    _ => Err(UnknownTerm {
                        what: $what,
                        given: given.to_owned(),
                        known: [$($word,)+].join(", "),
                    }),
                }
            }
        }
    };
}

pub(crate) use terms;

terms! {
    /// Whether a figure is a sum of money or a number of things.
    Kind, "kind" {
        /// A sum in one currency.
        Money = "money",
        /// A count of things.
        Quantity = "quantity",
    }
}

terms! {
    /// How sharply the text states the number.
    Bound, "bound" {
        /// Just this number.
        Exact = "exact",
        /// "about", "some", "nearly".
        About = "about",
        /// "at least", "more than".
        AtLeast = "at_least",
        /// "up to", "no more than".
        AtMost = "at_most",
        /// "between 2 and 3 billion".
        Range = "range",
    }
}

terms! {
    /// How far a figure has come. The order is that of the money's way.
    Stage, "stage" {
        /// Somebody asks for it or lacks it. No IATI transaction.
        Request = "request",
        /// Somebody plans it or could make it. No IATI transaction.
        Target = "target",
        /// Somebody promised it: IATI transaction type 12, outgoing pledge.
        Pledge = "pledge",
        /// It is allocated, contracted or budgeted: IATI type 2, outgoing commitment.
        Commitment = "commitment",
        /// It was handed over, paid or made: IATI type 3 disbursement or 4 expenditure.
        Delivery = "delivery",
    }
}

terms! {
    /// What the money or the things are for.
    Sector, "sector" {
        /// Making arms, investing in arms industry.
        Production = "production",
        /// Arms, military aid, defence budgets.
        Military = "military",
        /// Budget support and loans.
        Financial = "financial",
        /// Relief.
        Humanitarian = "humanitarian",
        /// Power and heat.
        Energy = "energy",
        /// Anything else, and totals over several sectors.
        Other = "other",
    }
}

terms! {
    /// What sort of thing a quantity counts.
    Category, "category" {
        /// Unmanned aircraft, boats and ground vehicles.
        Drone = "drone",
        /// Missiles.
        Missile = "missile",
        /// Air-defence systems, batteries and launchers.
        AirDefense = "air_defense",
        /// Guns, howitzers, mortars, rocket launchers.
        Artillery = "artillery",
        /// Shells, rounds, mines, grenades, bombs.
        Ammunition = "ammunition",
        /// Tanks, fighting vehicles, carriers.
        Armor = "armor",
        /// Planes and helicopters.
        Aircraft = "aircraft",
        /// Ships and boats.
        Naval = "naval",
        /// Trucks, cars, engineering vehicles.
        Vehicle = "vehicle",
        /// Rifles, pistols, machine guns.
        SmallArms = "small_arms",
        /// Radars, jammers, terminals, radios, night vision.
        Electronics = "electronics",
        /// Whatever else is counted.
        Other = "other",
    }
}

terms! {
    /// What a rate is per; a figure without one is a plain sum or count.
    Per, "rate" {
        /// A yearly sum counts in every year of its span.
        Year = "year",
        /// Shown, never added up.
        Month = "month",
        /// Shown, never added up.
        Week = "week",
        /// Shown, never added up.
        Day = "day",
    }
}
