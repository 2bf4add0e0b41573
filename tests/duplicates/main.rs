//! Measures how well duplicates across documents are told, on the labelled groups.

mod groups;

use std::collections::BTreeMap;

use groups::{Group, Line};
use pledgebook::ledger::{Author, Ledger, LinkState, Relation};

/// Pairs of a group that are told right, told wrongly, and missed.
#[derive(Debug, Default)]
struct Score {
    right: usize,
    wrong: usize,
    missed: usize,
    queued: usize,
    faults: Vec<String>,
}

/// What two figures are to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pair {
    Apart,
    Same,
    Replaced,
}

#[test]
fn sure_links_are_right_and_most_are_found() {
    let groups = groups::read(include_str!("groups.txt"));
    assert!(groups.len() >= 60, "{} groups", groups.len());
    let (precision, recall) = score("groups the rules were written on", &groups);
    assert!(precision >= 0.98 && recall >= 0.85, "precision {precision:.3}, recall {recall:.3}");
}

#[test]
fn the_rules_carry_over_to_groups_written_later() {
    let groups = groups::read(include_str!("later.txt"));
    let (precision, recall) = score("groups written later", &groups);
    assert!(precision >= 0.98 && recall >= 0.85, "precision {precision:.3}, recall {recall:.3}");
}

/// Precision and recall over all pairs, printed with what went wrong.
fn score(name: &str, groups: &[Group]) -> (f64, f64) {
    let mut score = Score::default();
    for group in groups {
        measure(group, &mut score);
    }
    let share = |of: usize| score.right as f64 / (score.right + of).max(1) as f64;
    let (precision, recall) = (share(score.wrong), share(score.missed));
    println!(
        "{} {name}: {} pairs right, {} wrong, {} missed ({} of them queued); precision {precision:.3}, recall {recall:.3}",
        groups.len(),
        score.right,
        score.wrong,
        score.missed,
        score.queued
    );
    println!("{}", score.faults.join("\n"));
    (precision, recall)
}

fn measure(group: &Group, score: &mut Score) {
    let mut ledger = Ledger::in_memory().unwrap();
    let author = Author::now("test", None);
    let mut ids: Vec<i64> = Vec::new();
    for line in &group.lines {
        let (document, figure) = line.article();
        let added = ledger.add(&document, &[figure], &author).unwrap();
        assert_eq!(added.figures.len(), 1, "{}: {:?}", line.sentence, added.warnings);
        ids.extend(added.figures);
    }
    let told = told(&ledger, &ids);
    for (second, b) in group.lines.iter().enumerate() {
        for (first, a) in group.lines[..second].iter().enumerate() {
            let (truth, said) = (truth(group, a, b), said(&told, first, second));
            let fault = match (truth == said, truth, said) {
                (true, Pair::Apart, _) => continue,
                (true, ..) => {
                    score.right += 1;
                    continue;
                }
                (false, _, Pair::Apart) => {
                    score.missed += 1;
                    let queued = queued(&ledger, ids[first]) || queued(&ledger, ids[second]);
                    score.queued += usize::from(queued);
                    if queued { "queued" } else { "missed" }
                }
                (false, ..) => {
                    score.wrong += 1;
                    "wrong"
                }
            };
            score.faults.push(format!("{fault}: {}: {} / {}", group.about, a.sentence, b.sentence));
        }
    }
    assert_eq!(ledger.verify().unwrap(), [""; 0]);
}

fn truth(group: &Group, a: &Line, b: &Line) -> Pair {
    let replaces = |new: &Line, old: &Line| {
        let of_new = |line: &&Line| line.commitment == new.commitment;
        group
            .lines
            .iter()
            .filter(of_new)
            .any(|line| line.replaces.as_ref() == Some(&old.commitment))
    };
    let one_of = replaces(a, b) || replaces(b, a);
    match (a.commitment == b.commitment, one_of) {
        (true, _) => Pair::Same,
        (_, true) => Pair::Replaced,
        _ => Pair::Apart,
    }
}

/// For each figure the one that stands for it, and the ones that replace it.
type Told = Vec<(usize, Vec<usize>)>;

fn told(ledger: &Ledger, ids: &[i64]) -> Told {
    let index: BTreeMap<i64, usize> = ids.iter().copied().zip(0..).collect();
    let mut root: Vec<usize> = (0..ids.len()).collect();
    let mut replaced: Vec<(usize, usize)> = Vec::new();
    for &id in ids {
        for link in ledger.store().links_of(id).unwrap() {
            let (a, b) = (index[&link.figure], index[&link.target]);
            match (link.state, link.relation) {
                (LinkState::Sure, Relation::SameAs | Relation::EquivalentOf) => {
                    let (old, new) = (root[a], root[b]);
                    root.iter_mut().filter(|r| **r == old).for_each(|r| *r = new);
                }
                (LinkState::Sure, Relation::SupersededBy) => replaced.push((a, b)),
                _ => {}
            }
        }
    }
    let heirs = |i: usize| {
        let of = |(old, new): &(usize, usize)| (root[*old] == root[i]).then_some(root[*new]);
        replaced.iter().filter_map(of).collect()
    };
    (0..ids.len()).map(|i| (root[i], heirs(i))).collect()
}

fn said(told: &Told, a: usize, b: usize) -> Pair {
    let (one, other) = (&told[a], &told[b]);
    if one.0 == other.0 {
        Pair::Same
    } else if one.1.contains(&other.0) || other.1.contains(&one.0) {
        Pair::Replaced
    } else {
        Pair::Apart
    }
}

fn queued(ledger: &Ledger, id: i64) -> bool {
    ledger.store().links_of(id).unwrap().iter().any(|link| link.state == LinkState::Likely)
}
