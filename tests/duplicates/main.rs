//! Measures how well duplicates across documents are told, on the labelled groups.

mod groups;

use std::collections::BTreeMap;

use groups::{Article, Group, Line};
use pledgebook::ledger::{Author, Ledger, LinkState, Relation};
use pledgebook::lexicon::Party;

/// Pairs of a group that are told right, told wrongly, and missed.
#[derive(Debug, Default)]
struct Score {
    right: usize,
    wrong: usize,
    missed: usize,
    queued: usize,
    /// Queued pairs that are two commitments.
    idle: usize,
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

/// The matcher on what the extraction makes of the sentences, with its mistakes: a figure that was
/// not read, or read with another value, is no figure to be matched; one read with another stage or
/// purpose is.
#[test]
fn duplicates_are_told_of_extracted_figures() {
    let mut groups = groups::read(include_str!("groups.txt"));
    groups.extend(groups::read(include_str!("later.txt")));
    let mut score = Score::default();
    let (mut read, mut lines) = (0, 0);
    for group in &groups {
        let extracted: Vec<_> = group.lines.iter().filter_map(Line::extracted).collect();
        lines += group.lines.len();
        read += extracted.len();
        measure(group, &extracted, &mut score);
    }
    let (precision, recall) = score.print(
        &format!("groups through the extraction, {read} of {lines} figures read"),
        groups.len(),
    );
    assert!(read * 10 >= lines * 8, "only {read} of {lines} figures are read");
    // A sentence torn from its article often lacks the donor, and two sentences the same stage: what
    // is not sure then is to wait for review at least.
    let seen = (score.right + score.queued) as f64 / (score.right + score.missed) as f64;
    println!("linked or queued {seen:.3}");
    assert!(precision >= 0.98, "precision {precision:.3}");
    assert!(score.idle * 10 <= score.queued, "{} queued for nothing", score.idle);
    assert!(recall >= 0.45 && seen >= 0.8, "recall {recall:.3}, with those queued {seen:.3}");
}

/// Precision and recall over all pairs, printed with what went wrong.
fn score(name: &str, groups: &[Group]) -> (f64, f64) {
    let mut score = Score::default();
    for group in groups {
        let given: Vec<_> = group.lines.iter().map(Line::given).collect();
        measure(group, &given, &mut score);
    }
    score.print(name, groups.len())
}

impl Score {
    /// Precision and recall.
    fn print(&self, name: &str, groups: usize) -> (f64, f64) {
        let share = |of: usize| self.right as f64 / (self.right + of).max(1) as f64;
        let (precision, recall) = (share(self.wrong), share(self.missed));
        println!(
            "{groups} {name}: {} pairs right, {} wrong, {} missed ({} of them queued), {} queued for nothing; precision {precision:.3}, recall {recall:.3}",
            self.right, self.wrong, self.missed, self.queued, self.idle
        );
        println!("{}", self.faults.join("\n"));
        (precision, recall)
    }
}

fn measure(group: &Group, articles: &[Article<'_>], score: &mut Score) {
    let mut ledger = Ledger::in_memory().unwrap();
    let author = Author::now("test", None);
    let mut ids: Vec<i64> = Vec::new();
    for article in articles {
        let added = ledger.add(&article.document, &article.figures, &author).unwrap();
        assert_eq!(added.figures.len(), article.figures.len(), "{:?}", added.warnings);
        ids.push(added.figures[article.nth]);
    }
    let told = told(&ledger, &ids);
    for (second, b) in articles.iter().map(|article| article.line).enumerate() {
        for (first, a) in articles[..second].iter().map(|article| article.line).enumerate() {
            let (truth, said) = (truth(group, a, b), said(&told, first, second));
            let fault = match (truth == said, truth, said) {
                (true, Pair::Apart, _) => {
                    if !queued_with(&ledger, ids[first], ids[second]) {
                        continue;
                    }
                    score.idle += 1;
                    "idle"
                }
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
            score.faults.push(format!(
                "{fault}: {}: {} [{}] / {} [{}]",
                group.about,
                a.sentence,
                facts(&ledger, ids[first]),
                b.sentence,
                facts(&ledger, ids[second])
            ));
        }
    }
    assert_eq!(ledger.verify().unwrap(), [""; 0]);
}

/// What the ledger has of a figure, for finding out why a pair was missed.
fn facts(ledger: &Ledger, id: i64) -> String {
    let r = ledger.figure(id).unwrap();
    let recipient = r.recipient.as_ref().map_or("-", Party::code);
    let years = r.years.map_or("-".to_owned(), |(first, last)| format!("{first}-{last}"));
    format!("{}>{recipient} {} {years} {} {}", r.donor_key(), r.stage, r.sector, r.bound)
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
    // A sentence may hold other figures than the labelled one; links among those say nothing here.
    let index: BTreeMap<i64, usize> = ids.iter().copied().zip(0..).collect();
    let mut root: Vec<usize> = (0..ids.len()).collect();
    let mut replaced: Vec<(usize, usize)> = Vec::new();
    for &id in ids {
        for link in ledger.store().links_of(id).unwrap() {
            let ends = index.get(&link.figure).zip(index.get(&link.target));
            let Some((&a, &b)) = ends else { continue };
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

/// Whether the two wait for review as perhaps one.
fn queued_with(ledger: &Ledger, one: i64, other: i64) -> bool {
    let links = ledger.store().links_of(one).unwrap();
    links.iter().any(|l| l.state == LinkState::Likely && (l.figure == other || l.target == other))
}

fn queued(ledger: &Ledger, id: i64) -> bool {
    ledger.store().links_of(id).unwrap().iter().any(|link| link.state == LinkState::Likely)
}
