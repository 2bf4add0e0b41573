//! Who stands for whom, and which whole a record is a part of, once duplicates are seen through.

use std::collections::HashMap;

use super::{Entry, Reason, Warning};
use crate::figure::Per;

/// The links of all entries as indices into them.
pub(super) struct Links {
    /// Why the entry is out of the arithmetic, and the entry that this is about.
    pub(super) out: Vec<Option<(Reason, Option<usize>)>>,
    /// The nearest whole that is itself in the arithmetic.
    pub(super) parent: Vec<Option<usize>>,
    pub(super) warnings: Vec<Warning>,
}

pub(super) fn resolve(entries: &[Entry]) -> Links {
    let mut reader = Reader::new(entries);
    let same = reader.column(|e| e.same_as);
    let newer = reader.column(|e| e.superseded_by);
    let equal = reader.column(|e| e.equivalent_of);
    let part = reader.column(|e| e.part_of);

    let keeper = keepers(entries, &same, &mut reader.warnings);
    let mut out: Vec<_> = (0..entries.len())
        .map(|i| {
            let newer = newer[i].filter(|&j| !entries[j].rejected);
            let keeper = Some(keeper[i]).filter(|&j| j != i);
            replaced(entries, i, newer, keeper, equal[i])
        })
        .collect();
    let stand_in = follow(entries, &mut out, &mut reader.warnings);
    for (i, entry) in entries.iter().enumerate() {
        if out[i].is_none() {
            let whole = part[i].map(|j| stand_in[j]);
            out[i] = if entry.derived && whole.is_some_and(|j| entries[j].rejected) {
                Some((Reason::NoRest, whole))
            } else {
                set_aside(entry).map(|reason| (reason, None))
            };
        }
    }
    let parent = parents(entries, &part, &stand_in, &out, &mut reader.warnings);
    Links { out, parent, warnings: reader.warnings }
}

/// Why another record stands for this one, or why nobody does.
fn replaced(
    entries: &[Entry],
    i: usize,
    newer: Option<usize>,
    keeper: Option<usize>,
    equal: Option<usize>,
) -> Option<(Reason, Option<usize>)> {
    if entries[i].rejected {
        return Some((Reason::Rejected, None));
    }
    if newer.is_some() {
        return Some((Reason::Superseded, newer));
    }
    if let Some(j) = keeper {
        let here = entries[i].document.is_some() && entries[i].document == entries[j].document;
        return Some((if here { Reason::Repeat } else { Reason::Duplicate }, keeper));
    }
    // An equivalent goes with its figure even when that was rejected: it is the same statement in
    // the same sentence, and must not come up in its place.
    equal.map(|j| (Reason::Equivalent, Some(j)))
}

/// Why an entry that stands for itself is still left out of the arithmetic. Requests are in it:
/// they are shown on demand.
fn set_aside(entry: &Entry) -> Option<Reason> {
    match entry {
        Entry { cumulative: true, .. } => Some(Reason::Cumulative),
        Entry { per: Some(Per::Month | Per::Week | Per::Day), .. } => Some(Reason::Rate),
        Entry { value: None, derived: false, .. } => Some(Reason::NoValue),
        _ => None,
    }
}

/// For each entry, the one of its `same_as` group that stands for all: the one that the links lead
/// to, or, where that was rejected, the lowest number that was not.
fn keepers(entries: &[Entry], same: &[Option<usize>], warnings: &mut Vec<Warning>) -> Vec<usize> {
    let end = ends(entries, same, warnings);
    let mut substitute: HashMap<usize, usize> = HashMap::new();
    for (i, &e) in
        end.iter().enumerate().filter(|&(i, &e)| entries[e].rejected && !entries[i].rejected)
    {
        let best = substitute.entry(e).or_insert(i);
        if entries[i].id < entries[*best].id {
            *best = i;
        }
    }
    end.iter().map(|e| substitute.get(e).copied().unwrap_or(*e)).collect()
}

/// Whom each entry is finally replaced by; cuts circles, whose lowest number then stands for itself.
fn follow(
    entries: &[Entry],
    out: &mut [Option<(Reason, Option<usize>)>],
    warnings: &mut Vec<Warning>,
) -> Vec<usize> {
    let next: Vec<_> = out.iter().map(|o| o.and_then(|(_, target)| target)).collect();
    let end = ends(entries, &next, warnings);
    for (i, &e) in end.iter().enumerate() {
        if e == i && next[i].is_some() {
            out[i] = None;
        }
    }
    end
}

/// Climbs from each record in the arithmetic to the nearest whole in it.
fn parents(
    entries: &[Entry],
    part: &[Option<usize>],
    stand_in: &[usize],
    out: &[Option<(Reason, Option<usize>)>],
    warnings: &mut Vec<Warning>,
) -> Vec<Option<usize>> {
    // What any telling of a commitment is a part of, the commitment is a part of.
    let mut up: Vec<Option<usize>> = vec![None; entries.len()];
    let mut by_id: Vec<usize> = (0..entries.len()).filter(|&i| part[i].is_some()).collect();
    by_id.sort_by_key(|&i| (stand_in[i] != i, entries[i].id));
    for i in by_id {
        let (me, whole) = (stand_in[i], part[i].map(|j| stand_in[j]));
        if whole != Some(me) && up[me].is_none() {
            up[me] = whole;
        }
    }
    let end = ends(entries, &up, warnings);
    for i in 0..up.len() {
        if end[i] == i {
            up[i] = None;
        }
    }
    // Each step skips a whole that is itself out, so that a share of a share stays inside.
    let climb = |i: usize| {
        let mut whole = up[i];
        while let Some(j) = whole.filter(|&j| out[j].is_some()) {
            whole = up[j];
        }
        whole
    };
    (0..entries.len()).map(|i| if out[i].is_none() { climb(i) } else { None }).collect()
}

/// Follows single links to where they end; in a circle, to its lowest id.
fn ends(entries: &[Entry], next: &[Option<usize>], warnings: &mut Vec<Warning>) -> Vec<usize> {
    const UNSEEN: usize = usize::MAX;
    let mut end = vec![UNSEEN; next.len()];
    let mut on_path = vec![UNSEEN; next.len()];
    for start in 0..next.len() {
        let (mut path, mut at) = (Vec::new(), start);
        let stop = loop {
            if end[at] != UNSEEN {
                break end[at];
            }
            if on_path[at] == start {
                let circle = path.iter().copied().skip_while(|&i| i != at);
                let lowest = circle.min_by_key(|&i: &usize| entries[i].id).unwrap_or(at);
                warnings.push(Warning::Circle { id: entries[lowest].id });
                break lowest;
            }
            on_path[at] = start;
            path.push(at);
            match next[at] {
                Some(j) => at = j,
                None => break at,
            }
        };
        for i in path {
            end[i] = stop;
        }
    }
    end
}

/// Turns ids into indices.
struct Reader<'a> {
    entries: &'a [Entry],
    index: HashMap<i64, usize>,
    warnings: Vec<Warning>,
}

impl<'a> Reader<'a> {
    fn new(entries: &'a [Entry]) -> Self {
        let index = entries.iter().enumerate().map(|(i, e)| (e.id, i)).collect();
        Self { entries, index, warnings: Vec::new() }
    }

    fn column(&mut self, link: impl Fn(&Entry) -> Option<i64>) -> Vec<Option<usize>> {
        let mut targets = Vec::with_capacity(self.entries.len());
        for entry in self.entries {
            let target = link(entry).filter(|&id| id != entry.id);
            let found = target.and_then(|id| self.index.get(&id).copied());
            if let (Some(missing), None) = (target, found) {
                self.warnings.push(Warning::Dangling { id: entry.id, missing });
            }
            targets.push(found);
        }
        targets
    }
}
