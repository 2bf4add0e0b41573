//! How sure it is that two figures tell of one commitment.

use super::revision::is_former;
use super::value::{Agreement, agreement, digits, worth_the_same};
use super::{Rates, Wording};
use crate::figure::{Category, Kind, Stage};
use crate::ledger::{Record, Relation};
use crate::lexicon::Party;

/// What one figure may be to an earlier one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Likeness {
    /// Two commitments.
    Apart,
    /// Perhaps one, for these reasons; a person decides.
    Likely(Relation, String),
    /// One.
    Sure(Relation, String),
}

/// Days within which a second report of an announcement is usual.
const SAME_NEWS: i64 = 3;
/// Days within which articles still tell of it as of something new.
pub(super) const SAME_WEEK: i64 = 10;
/// Days within which it comes up again.
const SAME_STORY: i64 = 45;
/// Days within which only an explicit look back can mean it.
const LOOKING_BACK: i64 = 120;
/// Days within which a raise or a cut still names the amount before.
pub(super) const FORMER: i64 = 550;

/// A figure with what its sentence says, read once for all that it is compared with.
#[derive(Debug)]
pub struct Told<'a> {
    /// The figure.
    pub(super) record: &'a Record,
    /// The words of its sentence.
    pub(super) wording: Wording,
    /// It is the amount before a raise or a cut.
    pub(super) former: bool,
}

impl<'a> Told<'a> {
    /// Reads a figure's sentence.
    #[must_use]
    pub fn new(record: &'a Record) -> Self {
        let wording = Wording::new(record.sentence.as_deref());
        let former = is_former(record, &wording);
        Self { record, wording, former }
    }
}

/// Compares a new figure with an earlier one of the same donors.
#[must_use]
pub fn compare(told: &Told<'_>, old: &Record, rates: &dyn Rates) -> Likeness {
    let new = told.record;
    if !could_be(new, old) {
        return Likeness::Apart;
    }
    if new.kind == Kind::Money && new.unit != old.unit {
        return equivalent(told, old, rates);
    }
    let Some(agreement) = agreement(new, old) else { return Likeness::Apart };
    let evidence = Evidence::of(told, old);
    let reasons = || evidence.words(agreement);
    if evidence.sure(agreement) {
        Likeness::Sure(Relation::SameAs, reasons())
    } else if evidence.likely(agreement) {
        Likeness::Likely(Relation::SameAs, reasons())
    } else {
        Likeness::Apart
    }
}

/// What rules a twin out whatever else speaks for it. A stage or a donor that the two texts give
/// otherwise does not: that is weighed.
fn could_be(new: &Record, old: &Record) -> bool {
    let agree = |a: bool, b: bool| a == b;
    let anybody = |r: &Record| r.donors.is_empty();
    let years = match (new.years, old.years) {
        (Some((a, b)), Some((c, d))) => a <= d && c <= b,
        _ => true,
    };
    let asked = |r: &Record| r.stage == Stage::Request;
    new.kind == old.kind
        && asked(new) == asked(old)
        && new.per == old.per
        && !new.derived
        && !old.derived
        && agree(new.cumulative, old.cumulative)
        && (new.donor_key() == old.donor_key() || anybody(new) || anybody(old))
        && (new.document.is_none() || new.document != old.document)
        && (told_recipient(new).zip(told_recipient(old))).is_none_or(|(a, b)| a == b)
        && years
        && same_thing(new, old)
}

/// Who gets it, as far as the text says so: what nobody is named for is read as the donor's own.
pub(super) fn told_recipient(record: &Record) -> Option<&Party> {
    record.recipient.as_ref().filter(|recipient| !record.donors.contains(recipient))
}

/// Whether two counted things can be the same: one sort, and no model named that the other denies.
fn same_thing(new: &Record, old: &Record) -> bool {
    if new.kind == Kind::Money {
        return true;
    }
    let known = |category: Option<Category>| category.filter(|c| *c != Category::Other);
    let sorts = match (known(new.category), known(old.category)) {
        (Some(a), Some(b)) => a == b,
        (None, None) => heads_agree(new, old),
        _ => false,
    };
    let (a, b) = (models(new), models(old));
    sorts
        && (a.is_empty()
            || b.is_empty()
            || a.iter().any(|m| b.iter().any(|n| m.starts_with(n) || n.starts_with(m))))
        && !contradicts(&a, &b)
}

/// Names with digits ("2A4", "1A5") of which neither begins the other.
fn contradicts(a: &[String], b: &[String]) -> bool {
    let marks = |all: &[String]| -> Vec<String> {
        all.iter().filter(|m| m.contains(|c: char| c.is_ascii_digit())).cloned().collect()
    };
    let (a, b) = (marks(a), marks(b));
    !a.is_empty() && !b.is_empty() && !a.iter().any(|m| b.contains(m))
}

/// The words of an item that name a make: with a capital or a digit.
fn models(record: &Record) -> Vec<String> {
    let words = record.item.as_deref().unwrap_or_default().split_whitespace();
    let named = |word: &&str| {
        word.starts_with(char::is_uppercase) || word.contains(|c: char| c.is_ascii_digit())
    };
    words.filter(named).map(str::to_lowercase).collect()
}

fn heads_agree(new: &Record, old: &Record) -> bool {
    let head = |r: &Record| {
        let last = r.item.as_deref().unwrap_or_default().split_whitespace().last();
        last.unwrap_or_default().trim_end_matches('s').to_lowercase()
    };
    head(new) == head(old)
}

/// What speaks for and against.
#[allow(clippy::struct_excessive_bools)] // each is one independent observation
struct Evidence {
    /// Days between the announcements, where both are known.
    days: Option<i64>,
    /// Digits that count of the coarser number: how likely it is by chance.
    digits: u32,
    /// The same purpose, or the same sort of thing.
    purpose: bool,
    /// A make is named in both.
    model: bool,
    repeats: bool,
    /// Both number the package or the tranche: alike, or not.
    ordinal: Option<bool>,
    overlap: u32,
    back: bool,
    more: bool,
    donor: bool,
    /// Only one of the texts names a donor.
    anybody: bool,
    /// Both texts give it the same stage.
    stage: bool,
    years: bool,
    /// The new one is the amount before a raise or a cut.
    former: bool,
}

impl Evidence {
    fn of(told: &Told<'_>, old: &Record) -> Self {
        let (new, a) = (told.record, &told.wording);
        let b = Wording::new(old.sentence.as_deref());
        let digits = |r: &Record| r.value.map_or(0, digits);
        Self {
            days: days_between(new, old),
            digits: digits(new).min(digits(old)),
            purpose: new.kind == Kind::Quantity || new.sector == old.sector,
            model: models(new).iter().any(|m| models(old).contains(m)),
            repeats: a.repeats(&b),
            ordinal: a.same_ordinal(&b),
            overlap: a.overlap(&b),
            back: a.says("back") || b.says("back"),
            more: a.says("more") || b.says("more"),
            donor: !new.donors.is_empty() && !old.donors.is_empty(),
            anybody: new.donors.is_empty() != old.donors.is_empty(),
            stage: new.stage == old.stage,
            former: told.former,
            years: new.years.is_none() || old.years.is_none() || new.years == old.years,
        }
    }

    fn sure(&self, agreement: Agreement) -> bool {
        // The amount before a raise was another stage's perhaps: the text names it as that one.
        if !(self.stage || self.former) || self.anybody {
            return false;
        }
        if self.repeats && agreement == Agreement::Exact {
            return self.days.is_none_or(|days| days <= LOOKING_BACK);
        }
        let Some(days) = self.days.filter(|_| self.donor && self.purpose && self.years) else {
            return false;
        };
        if self.ordinal == Some(false) {
            return false;
        }
        if self.former && days <= FORMER {
            return true;
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

    fn likely(&self, agreement: Agreement) -> bool {
        let exact = agreement == Agreement::Exact;
        if self.ordinal == Some(false) {
            return false;
        }
        if !self.stage || self.anybody {
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

    /// Two readings of one announcement, of which one may have its stage wrong or miss its donor.
    fn other_reading(&self, exact: bool) -> bool {
        let package = self.ordinal == Some(true);
        let near = if self.back || package { SAME_WEEK } else { SAME_NEWS };
        let telling = self.digits >= 2 || self.model || self.overlap >= 30;
        self.days.is_some_and(|days| days <= near) && (package || exact && telling)
    }

    /// For people: what the two have in common, and what not.
    fn words(&self, agreement: Agreement) -> String {
        let value = match agreement {
            Agreement::Exact => "the same amount",
            Agreement::Rounded => "the same amount, rounded",
        };
        let days = match self.days {
            None => "announced on a day not known".to_owned(),
            Some(0) => "announced on the same day".to_owned(),
            Some(1) => "announced a day apart".to_owned(),
            Some(days) => format!("announced {days} days apart"),
        };
        let purpose = (!self.purpose).then(|| "for another purpose".to_owned());
        let text = self.repeats.then(|| "the same sentence".to_owned());
        let overlap = (self.overlap >= 30 && !self.repeats).then(|| "in like words".to_owned());
        let more = self.more.then(|| "one speaks of a further one".to_owned());
        let stage = (!self.stage).then(|| "at another stage".to_owned());
        let donor = self.anybody.then(|| "one without a donor".to_owned());
        let all = [Some(value.to_owned()), Some(days), donor, stage, purpose, text, overlap, more];
        all.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// Days between two announcements, where both are known.
fn days_between(a: &Record, b: &Record) -> Option<i64> {
    a.announced.zip(b.announced).map(|(a, b)| (a - b).num_days().abs())
}

/// The same commitment in another currency, by the rate of the month.
fn equivalent(told: &Told<'_>, old: &Record, rates: &dyn Rates) -> Likeness {
    let new = told.record;
    let rate = |r: &Record| rates.per_euro(r.unit.as_deref()?, r.announced?);
    let worth = || {
        let (a, b) = (new.value?, old.value?);
        Some(worth_the_same(a, rate(new)?, b, rate(old)?))
    };
    let days = days_between(new, old);
    let alike = new.stage == old.stage && new.donor_key() == old.donor_key();
    if !alike || days.is_none_or(|days| days > SAME_WEEK) || worth() != Some(true) {
        return Likeness::Apart;
    }
    let evidence = Evidence::of(told, old);
    let unit = |r: &Record| r.unit.clone().unwrap_or_default();
    let reason = format!(
        "worth the same by the month's rate ({} and {}), {}",
        unit(new),
        unit(old),
        evidence.words(Agreement::Exact).trim_start_matches("the same amount, ")
    );
    let near = days.is_some_and(|days| days <= SAME_NEWS);
    if near && evidence.purpose && evidence.donor && evidence.years && !evidence.more {
        Likeness::Sure(Relation::EquivalentOf, reason)
    } else {
        Likeness::Likely(Relation::EquivalentOf, reason)
    }
}
