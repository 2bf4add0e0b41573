//! How sure it is that two figures tell of one commitment.

use super::donors::{Donors, alike, donors};
use super::evidence::Evidence;
use super::firm::Alike;
use super::revision::is_former;
use super::value::{agreement, worth_the_same};
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
pub(super) const SAME_NEWS: i64 = 3;
/// Days within which articles still tell of it as of something new.
pub(super) const SAME_WEEK: i64 = 10;
/// Days within which it comes up again.
pub(super) const SAME_STORY: i64 = 45;
/// Days within which only an explicit look back can mean it.
pub(super) const LOOKING_BACK: i64 = 120;
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
    let reasons = || format!("{}, {}", agreement.words(), evidence.words());
    if evidence.sure(agreement) {
        Likeness::Sure(Relation::SameAs, reasons())
    } else if evidence.likely(agreement) {
        Likeness::Likely(Relation::SameAs, reasons())
    } else {
        Likeness::Apart
    }
}

/// What rules a twin out whatever else speaks for it. What one of the two texts may leave out or have
/// wrong does not (the stage, a donor, what a rate is per): that is weighed.
fn could_be(new: &Record, old: &Record) -> bool {
    let years = match (new.years, old.years) {
        (Some((a, b)), Some((c, d))) => a <= d && c <= b,
        _ => true,
    };
    let asked = |r: &Record| r.stage == Stage::Request;
    new.kind == old.kind
        && asked(new) == asked(old)
        && (new.per.zip(old.per)).is_none_or(|(a, b)| a == b)
        && !new.derived
        && !old.derived
        && donors(&new.donors, &old.donors) != Donors::Other
        && (new.document.is_none() || new.document != old.document)
        && same_recipient(new, old)
        && years
        && same_thing(new, old)
}

/// Who gets it, as far as the text says so: what nobody is named for is read as the donor's own.
fn told_recipient(record: &Record) -> Option<&Party> {
    record.recipient.as_ref().filter(|recipient| !record.donors.contains(recipient))
}

/// Whether the two texts may speak of one recipient.
pub(super) fn same_recipient(new: &Record, old: &Record) -> bool {
    let both = told_recipient(new).zip(told_recipient(old));
    both.is_none_or(|(a, b)| alike(a, b) != Alike::Other)
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
pub(super) fn models(record: &Record) -> Vec<String> {
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

/// The same commitment in another currency, by the rate of the month.
fn equivalent(told: &Told<'_>, old: &Record, rates: &dyn Rates) -> Likeness {
    let new = told.record;
    let rate = |r: &Record| rates.per_euro(r.unit.as_deref()?, r.announced?);
    let worth = || {
        let (a, b) = (new.value?, old.value?);
        Some(worth_the_same(a, rate(new)?, b, rate(old)?))
    };
    if worth() != Some(true) {
        return Likeness::Apart;
    }
    let evidence = Evidence::of(told, old);
    let unit = |r: &Record| r.unit.clone().unwrap_or_default();
    let reason = || {
        let (a, b) = (unit(new), unit(old));
        format!("worth the same by the month's rate ({a} and {b}), {}", evidence.words())
    };
    if evidence.sure_in_another_currency() {
        Likeness::Sure(Relation::EquivalentOf, reason())
    } else if evidence.likely_in_another_currency() {
        Likeness::Likely(Relation::EquivalentOf, reason())
    } else {
        Likeness::Apart
    }
}
