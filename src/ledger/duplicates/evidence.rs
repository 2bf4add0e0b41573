//! What speaks for two figures being one commitment, and what against.

use super::compare::{FORMER, LOOKING_BACK, SAME_NEWS, SAME_STORY, SAME_WEEK, models};
use super::donors::{Donors, donors};
use super::value::{Agreement, digits};
use super::{Told, Wording};
use crate::figure::{Kind, Sector, Stage};
use crate::ledger::Record;

/// By so much what two other readings have in common is to outweigh what they tell otherwise.
const ENOUGH: i32 = 1;

/// What speaks for and against.
#[allow(clippy::struct_excessive_bools)] // each is one independent observation
pub(super) struct Evidence {
    /// Days between the announcements, where both are known.
    days: Option<i64>,
    /// Digits that count of the coarser number: how likely it is by chance.
    digits: u32,
    /// The same purpose, or the same sort of thing.
    purpose: bool,
    /// Arms, and the making of arms: one text may say less than the other of what it is for.
    arms: bool,
    /// A make is named in both.
    model: bool,
    repeats: bool,
    /// Both number the package or the tranche: alike, or not.
    ordinal: Option<bool>,
    overlap: u32,
    back: bool,
    more: bool,
    /// Whether both name the same donors.
    donors: Donors,
    /// Somebody is named.
    named: bool,
    /// Both texts give it the same stage.
    stage: bool,
    /// The stages are next to each other, neither of them a delivery.
    step: bool,
    /// Both or neither are a rate, and both or neither a running total.
    measure: bool,
    years: bool,
    /// The new one is the amount before a raise or a cut.
    former: bool,
}

impl Evidence {
    pub(super) fn of(told: &Told<'_>, old: &Record) -> Self {
        let (new, a) = (told.record, &told.wording);
        let b = Wording::new(old.sentence.as_deref());
        let digits = |r: &Record| r.value.map_or(0, digits);
        Self {
            days: days_between(new, old),
            digits: digits(new).min(digits(old)),
            purpose: new.kind == Kind::Quantity || new.sector == old.sector,
            arms: [new, old]
                .iter()
                .all(|r| matches!(r.sector, Sector::Military | Sector::Production)),
            model: models(new).iter().any(|m| models(old).contains(m)),
            repeats: a.repeats(&b),
            ordinal: a.same_ordinal(&b),
            overlap: a.overlap(&b),
            back: a.says("back") || b.says("back"),
            more: a.says("more") || b.says("more"),
            donors: donors(&new.donors, &old.donors),
            named: !new.donors.is_empty(),
            stage: new.stage == old.stage,
            step: step(new.stage, old.stage),
            measure: new.per == old.per && new.cumulative == old.cumulative,
            former: told.former,
            years: new.years.is_none() || old.years.is_none() || new.years == old.years,
        }
    }

    /// Whether they are one commitment, so that nobody needs to look.
    pub(super) fn sure(&self, agreement: Agreement) -> bool {
        // The amount before a raise was another stage's perhaps: the text names it as that one.
        // Of a package with its number one paper says that it was promised, another that it was decided.
        let package = self.ordinal == Some(true) && self.step;
        if !(self.stage || self.former || package) || !self.measure {
            return false;
        }
        let exact = agreement == Agreement::Exact;
        if self.repeats && exact && !package && self.donors <= Donors::Named {
            return self.days.is_none_or(|days| days <= LOOKING_BACK);
        }
        let Some(days) = self.days.filter(|_| self.named && self.donors == Donors::Same) else {
            return false;
        };
        let news = exact && self.digits >= 2 && days <= SAME_NEWS;
        let purpose = self.purpose || self.arms && news;
        if self.ordinal == Some(false) || !purpose || !self.years {
            return false;
        }
        if self.former && days <= FORMER {
            return true;
        }
        if package && !self.stage {
            return days <= SAME_WEEK;
        }
        let telling = self.digits >= 2 || self.model || self.ordinal == Some(true);
        match (agreement, days) {
            (_, ..=SAME_NEWS) => telling || !self.more || self.overlap >= 30,
            (Agreement::Exact, ..=SAME_WEEK) => telling || self.overlap >= 40 || self.back,
            (Agreement::Rounded, ..=SAME_WEEK) => {
                self.back || telling && (!self.more || self.overlap >= 40)
            }
            (Agreement::Exact, ..=SAME_STORY) => {
                self.digits >= 3
                    || self.model
                    || self.overlap >= 50
                    || (self.back && self.overlap >= 30)
            }
            (Agreement::Rounded, ..=SAME_STORY) => self.digits >= 3 && days <= SAME_STORY / 2,
            (Agreement::Exact, ..=LOOKING_BACK) => self.back && self.overlap >= 40,
            _ => false,
        }
    }

    /// Whether a person should look at the two.
    pub(super) fn likely(&self, agreement: Agreement) -> bool {
        let exact = agreement == Agreement::Exact;
        if self.ordinal == Some(false) {
            return false;
        }
        if !self.stage || self.donors != Donors::Same || !self.measure {
            return self.other_reading(exact);
        }
        match self.days {
            None => exact || self.overlap >= 30,
            Some(..=SAME_WEEK) => true,
            Some(..=SAME_STORY) => exact && (self.purpose || self.overlap >= 30) && !self.more,
            Some(..=LOOKING_BACK) => exact && self.digits >= 2 && self.overlap >= 30,
            Some(_) => false,
        }
    }

    /// Two readings of one announcement, of which one has its stage, its donor or its measure otherwise:
    /// what they have in common is to outweigh that.
    fn other_reading(&self, exact: bool) -> bool {
        let Some(days) = self.days.filter(|days| *days <= SAME_WEEK) else { return false };
        let one = |holds: bool| i32::from(holds);
        let common = self.digits.min(3) as i32
            + one(exact)
            + one(days <= 1)
            + one(self.back)
            + 2 * one(self.model)
            + 2 * one(self.ordinal == Some(true))
            + (self.overlap / 25) as i32;
        common >= self.doubts() + ENOUGH
    }

    /// What the two texts tell otherwise, the heavier the less a text has it wrong.
    fn doubts(&self) -> i32 {
        let one = |holds: bool| i32::from(holds);
        one(!self.stage)
            + one(!self.stage && !self.step)
            + one(self.donors != Donors::Same)
            + one(!self.measure)
            + one(!self.purpose && !self.arms)
            + one(self.more)
            + one(!self.years)
    }

    /// As [`Evidence::sure`], for sums in two currencies that are worth the same.
    pub(super) fn sure_in_another_currency(&self) -> bool {
        let near = self.days.is_some_and(|days| days <= SAME_NEWS);
        near && self.purpose
            && self.named
            && self.donors == Donors::Same
            && self.stage
            && self.measure
            && self.years
            && !self.more
    }

    /// As [`Evidence::likely`], for sums in two currencies that are worth the same.
    pub(super) fn likely_in_another_currency(&self) -> bool {
        let alike = self.stage && self.donors == Donors::Same && self.measure;
        let near = if alike { SAME_WEEK } else { SAME_NEWS };
        self.days.is_some_and(|days| days <= near)
            && self.ordinal != Some(false)
            && (alike || self.doubts() <= 1)
    }

    /// For people: what the two have in common beside the amount, and what not.
    pub(super) fn words(&self) -> String {
        let days = match self.days {
            None => "announced on a day not known".to_owned(),
            Some(0) => "announced on the same day".to_owned(),
            Some(1) => "announced a day apart".to_owned(),
            Some(days) => format!("announced {days} days apart"),
        };
        let donors = match self.donors {
            Donors::Same | Donors::Other => "",
            Donors::Named => "by companies of like names",
            Donors::Some => "one with fewer donors",
            Donors::Nobody => "one without a donor",
        };
        let purpose = !self.purpose && !self.arms;
        let all = [
            (!donors.is_empty(), donors),
            (!self.stage, "at another stage"),
            (!self.measure, "one as a rate or a running total"),
            (purpose, "for another purpose"),
            (self.repeats, "the same sentence"),
            (self.overlap >= 30 && !self.repeats, "in like words"),
            (self.ordinal == Some(true), "with the same number of a package"),
            (self.more, "one speaks of a further one"),
        ];
        let said = all.into_iter().filter_map(|(holds, words)| holds.then_some(words));
        std::iter::once(days.as_str()).chain(said).collect::<Vec<_>>().join(", ")
    }
}

/// Whether one stage follows the other, before anything is delivered.
fn step(one: Stage, other: Stage) -> bool {
    let place = |stage| match stage {
        Stage::Target => Some(0_i32),
        Stage::Pledge => Some(1),
        Stage::Commitment => Some(2),
        Stage::Request | Stage::Delivery => None,
    };
    place(one).zip(place(other)).is_some_and(|(a, b)| (a - b).abs() == 1)
}

/// Days between two announcements, where both are known.
fn days_between(a: &Record, b: &Record) -> Option<i64> {
    a.announced.zip(b.announced).map(|(a, b)| (a - b).num_days().abs())
}
