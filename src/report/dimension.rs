//! What a report may be grouped by. To add one: a line in the list and a line in `cell`.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};
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
    pub fn cell<'a>(self, lump: &'a Lump, year: &'a str) -> Cow<'a, str> {
        let single = lump.single.as_ref();
        let text = |value: Option<&'a String>| Cow::Borrowed(value.map_or("", String::as_str));
        match self {
            Self::Donor => Cow::Borrowed(lump.donor.as_str()),
            Self::Recipient => text(single.and_then(|s| s.recipient.as_ref())),
            Self::Publisher => text(single.and_then(|s| s.publisher.as_ref())),
            Self::Year => Cow::Borrowed(year),
            Self::Month => Self::month(lump.announced).into(),
            Self::Stage => lump.stage.as_str().into(),
            Self::Kind => lump.kind.as_str().into(),
            Self::Sector => lump.sector.as_str().into(),
            Self::Unit => text(lump.unit.as_ref()),
            Self::Category => lump.category.map_or("", Category::as_str).into(),
            Self::Item => text(single.and_then(|s| s.item.as_ref())),
            Self::Status => single.map_or("", |s| s.status.as_str()).into(),
        }
    }

    /// Whether it is one and the same for all figures of a lump; the unit may be converted.
    #[must_use]
    pub(super) const fn is_of_lumps(self) -> bool {
        use Dimension::{Category, Donor, Kind, Sector, Stage};
        matches!(self, Donor | Stage | Kind | Sector | Category)
    }

    /// The month of a day, ISO 8601; empty where none is known.
    #[must_use]
    pub fn month(day: Option<NaiveDate>) -> String {
        day.map(|day| format!("{:04}-{:02}", day.year(), day.month())).unwrap_or_default()
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
