//! Which figures a report is about.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::names;
use super::year::Years;
use crate::figure::{Category, Confidence, Kind, Sector, Stage};
use crate::ledger::{Status, amount};
use crate::store::reports::lump::Single;
use crate::store::reports::{Account, Detail, Lump};

/// What must hold of a figure; an empty list lets everything through.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Donor keys; joint donors are found under each of them.
    pub donors: Vec<String>,
    /// Recipients' codes.
    pub recipients: Vec<String>,
    /// First and last year that its years must touch.
    pub years: Option<(i32, i32)>,
    /// Stages. Requests are only shown where they are asked for here.
    pub stages: Vec<Stage>,
    /// Money or things.
    pub kinds: Vec<Kind>,
    /// Sectors.
    pub sectors: Vec<Sector>,
    /// Currencies.
    pub units: Vec<String>,
    /// Categories of things.
    pub categories: Vec<Category>,
    /// Outlets, or parts of their names, whatever the case.
    pub publishers: Vec<String>,
    /// Review status.
    pub statuses: Vec<Status>,
    /// Announced on this day or later.
    pub from: Option<NaiveDate>,
    /// Announced on this day or before.
    pub until: Option<NaiveDate>,
    /// At least so much, in the figure's own unit.
    pub at_least: Option<Decimal>,
    /// At most so much, in the figure's own unit.
    pub at_most: Option<Decimal>,
    /// At least so sure.
    pub confidence: Option<Confidence>,
}

impl std::fmt::Display for Filter {
    /// As the command line takes it: `--donor DK --year 2025`; empty where nothing is asked.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        fn all<T: ToString>(list: &[T]) -> Vec<String> {
            list.iter().map(ToString::to_string).collect()
        }
        let years =
            self.years.map(|(a, b)| if a == b { a.to_string() } else { format!("{a}-{b}") });
        let flags: [(&str, Vec<String>); 15] = [
            ("donor", all(&self.donors)),
            ("recipient", all(&self.recipients)),
            ("year", all(years.as_slice())),
            ("stage", all(&self.stages)),
            ("kind", all(&self.kinds)),
            ("sector", all(&self.sectors)),
            ("unit", all(&self.units)),
            ("category", all(&self.categories)),
            ("publisher", all(&self.publishers)),
            ("status", all(&self.statuses)),
            ("from", all(self.from.as_slice())),
            ("until", all(self.until.as_slice())),
            ("min", all(self.at_least.as_slice())),
            ("max", all(self.at_most.as_slice())),
            ("confidence", all(self.confidence.as_slice())),
        ];
        let said = flags.iter().flat_map(|(flag, values)| {
            values.iter().map(move |value| {
                let quote = if value.contains(' ') { "\"" } else { "" };
                format!("--{flag} {quote}{value}{quote}")
            })
        });
        f.write_str(&said.collect::<Vec<_>>().join(" "))
    }
}

fn among<T: PartialEq>(list: &[T], value: &T) -> bool {
    list.is_empty() || list.contains(value)
}

fn among_known<T: PartialEq>(list: &[T], value: Option<&T>) -> bool {
    list.is_empty() || value.is_some_and(|v| list.contains(v))
}

impl Filter {
    /// How finely the ledger must be read for it.
    #[must_use]
    pub fn detail(&self) -> Detail {
        let singly = !self.recipients.is_empty()
            || !self.publishers.is_empty()
            || !self.statuses.is_empty()
            || self.at_least.is_some()
            || self.at_most.is_some()
            || self.confidence.is_some()
            || self.from.is_some()
            || self.until.is_some();
        if singly { Detail::Figures } else { Detail::Totals }
    }

    /// Whether these figures are asked for, their years and days aside: a lump may
    /// have several.
    #[must_use]
    pub fn lets(&self, lump: &Lump) -> bool {
        self.lets_lump(lump) && self.lets_figure(lump)
    }

    /// The same as far as the figures of a lump share it.
    #[must_use]
    pub(super) fn lets_lump(&self, lump: &Lump) -> bool {
        self.lets_shared(lump, self.stages.contains(&Stage::Request))
    }

    /// The same as to what only single figures tell.
    #[must_use]
    pub(super) fn lets_figure(&self, lump: &Lump) -> bool {
        self.lets_amount(lump.sum.amount, lump.unit.as_deref())
            && lump.single.as_ref().is_none_or(|single| self.lets_single(single))
    }

    /// Whether a figure, counted or not, is asked for; requests are, unless stages are named.
    #[must_use]
    pub fn lets_account(&self, account: &Account) -> bool {
        let lump = &account.lump;
        let requests = self.stages.is_empty() || self.stages.contains(&Stage::Request);
        self.lets_years(lump.years)
            && self.lets_day(lump.announced)
            && self.lets_shared(lump, requests)
            && self.lets_amount(account.value.unwrap_or_default().into(), lump.unit.as_deref())
            && lump.single.as_ref().is_none_or(|single| self.lets_single(single))
    }

    /// The same for figures that are lumped by what every total is told apart by.
    pub(super) fn lets_noted(&self, lump: &Lump) -> bool {
        self.lets_years(lump.years) && self.lets_shared(lump, true) && self.lets_figure(lump)
    }

    fn lets_shared(&self, lump: &Lump, requests: bool) -> bool {
        (requests || lump.stage != Stage::Request)
            && among(&self.stages, &lump.stage)
            && among(&self.kinds, &lump.kind)
            && among(&self.sectors, &lump.sector)
            && among_known(&self.units, lump.unit.as_ref())
            && among_known(&self.categories, lump.category.as_ref())
            && self.lets_donor(&lump.donor)
    }

    fn lets_donor(&self, key: &str) -> bool {
        self.donors.is_empty()
            || self.donors.iter().any(|d| d == key)
            || (key.contains('+')
                && names::parties(key).iter().any(|p| self.donors.iter().any(|d| d == p.code())))
    }

    /// Whether the years that a report gives an amount are asked for.
    #[must_use]
    pub fn lets_years(&self, years: Years) -> bool {
        self.years.is_none_or(|(from, to)| years.is_some_and(|(a, b)| a <= to && from <= b))
    }

    /// Whether what was announced on this day is asked for.
    #[must_use]
    pub fn lets_day(&self, day: Option<NaiveDate>) -> bool {
        self.from.is_none_or(|from| day.is_some_and(|d| d >= from))
            && self.until.is_none_or(|until| day.is_some_and(|d| d <= until))
    }

    fn lets_amount(&self, minor: i128, unit: Option<&str>) -> bool {
        if self.at_least.is_none() && self.at_most.is_none() {
            return true;
        }
        let value = amount::from_minor(i64::try_from(minor).unwrap_or(i64::MAX), unit);
        self.at_least.is_none_or(|least| value >= least)
            && self.at_most.is_none_or(|most| value <= most)
    }

    fn lets_single(&self, single: &Single) -> bool {
        let publisher = || single.publisher.as_deref().unwrap_or("").to_lowercase();
        among_known(&self.recipients, single.recipient.as_ref())
            && among(&self.statuses, &single.status)
            && self.confidence.is_none_or(|c| single.confidence >= c.hundredths())
            && (self.publishers.is_empty()
                || self.publishers.iter().any(|p| publisher().contains(&p.to_lowercase())))
    }
}
