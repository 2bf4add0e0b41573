//! What a report may be grouped by. To add one: a line in the list and a line in `cell`.

use serde::{Deserialize, Serialize};

use crate::figure::terms::terms;
use crate::figure::{Category, Kind, Sector, Stage, UnknownTerm};
use crate::store::reports::{Detail, Lump};

terms! {
    /// A column that rows are told apart by.
    Dimension, "column to report by" {
        /// Who pays, gives or makes; joint donors are one.
        Donor = "donor",
        /// Who gets it.
        Recipient = "recipient",
        /// The outlet.
        Publisher = "publisher",
        /// The year, or the span of years (2025/2027).
        Year = "year",
        /// The month of announcement.
        Month = "month",
        /// How far it has come.
        Stage = "stage",
        /// Money or things.
        Kind = "kind",
        /// What it is for.
        Sector = "sector",
        /// The currency.
        Unit = "unit",
        /// The sort of things.
        Category = "category",
        /// The things, as written.
        Item = "item",
        /// Whether a person has confirmed it.
        Status = "status",
    }
}

impl Dimension {
    /// What tells rows apart in every report, because it must not be added up.
    pub const ALWAYS: [Self; 4] = [Self::Stage, Self::Kind, Self::Unit, Self::Category];

    /// The default: the columns of `by_donor_year.csv`.
    pub const DEFAULT: [Self; 7] = [
        Self::Donor,
        Self::Year,
        Self::Stage,
        Self::Kind,
        Self::Sector,
        Self::Unit,
        Self::Category,
    ];

    /// The value for these figures, as one stable text; the year is given by the year basis.
    #[must_use]
    pub fn cell(self, lump: &Lump, year: &str) -> String {
        let single = lump.single.as_ref();
        let text = |value: Option<&String>| value.cloned().unwrap_or_default();
        match self {
            Self::Donor => lump.donor.clone(),
            Self::Recipient => text(single.and_then(|s| s.recipient.as_ref())),
            Self::Publisher => text(single.and_then(|s| s.publisher.as_ref())),
            Self::Year => year.to_owned(),
            Self::Month => {
                lump.announced.map(|d| d.format("%Y-%m").to_string()).unwrap_or_default()
            }
            Self::Stage => lump.stage.to_string(),
            Self::Kind => lump.kind.to_string(),
            Self::Sector => lump.sector.to_string(),
            Self::Unit => text(lump.unit.as_ref()),
            Self::Category => lump.category.map(|c| c.to_string()).unwrap_or_default(),
            Self::Item => text(single.and_then(|s| s.item.as_ref())),
            Self::Status => single.map(|s| s.status.to_string()).unwrap_or_default(),
        }
    }

    /// How finely the ledger must be read for it.
    #[must_use]
    pub const fn detail(self) -> Detail {
        match self {
            Self::Recipient | Self::Publisher | Self::Item | Self::Status => Detail::Figures,
            Self::Month => Detail::Months,
            _ => Detail::Totals,
        }
    }

    /// Where a value stands among its like: the order of the guide, otherwise that of the text.
    #[must_use]
    pub fn rank(self, cell: &str) -> usize {
        fn place<T: Copy + PartialEq + std::str::FromStr>(all: &[T], cell: &str) -> usize {
            let term = cell.parse::<T>().ok();
            term.and_then(|t| all.iter().position(|a| *a == t)).unwrap_or(all.len())
        }
        match self {
            Self::Stage => place(Stage::ALL, cell),
            Self::Kind => place(Kind::ALL, cell),
            Self::Sector => place(Sector::ALL, cell),
            Self::Category => place(Category::ALL, cell),
            _ => 0,
        }
    }
}
