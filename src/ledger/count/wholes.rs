//! The arithmetic of wholes, parts and remainders.

use rust_decimal::Decimal;

use super::links::Links;
use super::{Entry, Reason, Tally, Verdict, Warning};
use crate::figure::Stage;

pub(super) fn weigh(entries: &[Entry], links: &Links) -> Tally {
    let parts = children(entries, links);
    let mut book = Book {
        entries,
        links,
        rest: entries.iter().map(|e| e.value.unwrap_or_default()).collect(),
        reason: links.out.iter().map(|out| out.unwrap_or((Reason::Counted, None))).collect(),
        warnings: Vec::new(),
    };
    let from_top = top_down(&links.parent, &parts);
    for &i in &from_top {
        book.contain(i);
    }
    // From the leaves up: what a part takes from its whole includes what its own parts exceed it by.
    let mut taken: Vec<Decimal> = entries.iter().map(|e| e.value.unwrap_or_default()).collect();
    for &whole in from_top.iter().rev() {
        book.split(whole, &parts[whole], &mut taken);
    }
    let mut warnings = std::mem::take(&mut book.warnings);
    let verdicts = (0..entries.len()).map(|i| book.verdict(i)).collect();
    warnings.extend(links.warnings.iter().cloned());
    warnings.sort();
    warnings.dedup();
    Tally { verdicts, warnings }
}

/// The parts of each entry, by id.
fn children(entries: &[Entry], links: &Links) -> Vec<Vec<usize>> {
    let mut parts = vec![Vec::new(); entries.len()];
    for (i, parent) in links.parent.iter().enumerate() {
        if let Some(whole) = *parent {
            parts[whole].push(i);
        }
    }
    for list in &mut parts {
        list.sort_by_key(|&i| entries[i].id);
    }
    parts
}

/// Every entry, wholes before their parts.
fn top_down(parent: &[Option<usize>], parts: &[Vec<usize>]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..parent.len()).filter(|&i| parent[i].is_none()).collect();
    let mut next = 0;
    while next < order.len() {
        order.extend(&parts[order[next]]);
        next += 1;
    }
    order
}

struct Book<'a> {
    entries: &'a [Entry],
    links: &'a Links,
    /// What enters totals.
    rest: Vec<Decimal>,
    reason: Vec<(Reason, Option<usize>)>,
    warnings: Vec<Warning>,
}

impl Book<'_> {
    /// Leaves out a part that its whole, or a whole above, contains in another measure.
    fn contain(&mut self, i: usize) {
        let Some(whole) = self.links.parent[i] else { return };
        let (part, of) = (&self.entries[i], &self.entries[whole]);
        if self.reason[whole].0 == Reason::Inside {
            self.reason[i] = (Reason::Inside, self.reason[whole].1);
        } else if part.kind == of.kind
            && (&part.unit, part.per) != (&of.unit, of.per)
            && of.stage != Stage::Request
        {
            self.reason[i] = (Reason::Inside, Some(whole));
            self.warnings.push(Warning::PartInside { part: part.id, whole: of.id });
        }
    }

    /// Whether a part takes its amount out of its whole: things are no share of money, and what
    /// somebody only asks for is no share of what somebody promised.
    fn reduces(&self, part: usize, whole: usize) -> bool {
        let (p, w) = (&self.entries[part], &self.entries[whole]);
        (p.kind, &p.unit, p.per) == (w.kind, &w.unit, w.per)
            && (p.stage != Stage::Request || w.stage == Stage::Request)
            && self.reason[part].0 != Reason::Inside
    }

    /// Takes the parts out of a whole and hands what is left to a derived figure, if there is one.
    fn split(&mut self, whole: usize, parts: &[usize], taken: &mut [Decimal]) {
        let (derived, given): (Vec<usize>, Vec<usize>) = parts
            .iter()
            .copied()
            .filter(|&p| self.reduces(p, whole))
            .partition(|&p| self.entries[p].derived);
        if given.is_empty() {
            // Without a part that counts there is nothing that a rest could be the rest of.
            for &p in &derived {
                self.reason[p] = (Reason::NoRest, Some(whole));
            }
            return;
        }
        let value = self.entries[whole].value.unwrap_or_default();
        let sum: Decimal = given.iter().map(|&p| taken[p]).sum();
        if sum > value {
            let excess = (sum - value).normalize();
            self.warnings.push(Warning::PartsExceed { whole: self.entries[whole].id, excess });
        }
        taken[whole] = value.max(sum);
        let rest = taken[whole] - sum;
        self.rest[whole] = if derived.is_empty() { rest } else { Decimal::ZERO };
        let left = self.rest[whole] > Decimal::ZERO;
        if self.reason[whole].0 == Reason::Counted {
            self.reason[whole].0 = match left {
                true => Reason::Remainder,
                false if sum > value => Reason::Exceeded,
                false => Reason::InParts,
            };
        }
        for (nth, &p) in derived.iter().enumerate() {
            let mine = nth == 0 && rest > Decimal::ZERO;
            self.rest[p] = if mine { rest } else { Decimal::ZERO };
            self.reason[p] = (if mine { Reason::Rest } else { Reason::NoRest }, Some(whole));
        }
    }

    fn verdict(&self, i: usize) -> Verdict {
        let entry = &self.entries[i];
        let (mut reason, other) = self.reason[i];
        let requested = entry.stage == Stage::Request && reason.counts();
        let amount = if reason.counts() { self.rest[i] } else { Decimal::ZERO };
        if requested {
            reason = Reason::Request;
        }
        let other = other.map(|j| self.entries[j].id);
        Verdict { id: entry.id, counts: reason.counts(), amount, reason, other }
    }
}
