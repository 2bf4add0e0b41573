//! The extractor against the labelled articles of `tests/gold/dev`, by the rules of `tests/gold/score.py`:
//! fails when it reads worse than it did. The Python scorer prints more; this one needs nothing but the clone.

#[path = "common/labelled.rs"]
mod labelled;

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use labelled::{Article, load, place};
use pledgebook::figure::{Figure, extract};

/// What was reached, rounded down: detection and whole records over all labelled articles.
const DETECTION: f64 = 0.97;
const RECORD: f64 = 0.85;
const LINKS: f64 = 0.93;

#[derive(Default)]
struct Count {
    right: usize,
    found: usize,
    labelled: usize,
}

impl Count {
    fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.labelled) as f64
    }
}

fn overlap(a: (usize, usize), b: (usize, usize)) -> usize {
    a.1.min(b.1).saturating_sub(a.0.max(b.0))
}

fn shared(places: &[(usize, usize)], figure: &Figure) -> usize {
    figure
        .mentions
        .iter()
        .flat_map(|m| places.iter().map(move |p| overlap(*p, (m.start, m.end))))
        .sum()
}

/// One-to-one pairs of labels and figures, the largest overlaps first.
fn pairs(
    article: &Article,
    places: &[Vec<(usize, usize)>],
    found: &[Figure],
) -> HashMap<usize, usize> {
    let mut all = Vec::new();
    for (number, label) in article.figures.iter().enumerate() {
        for (k, figure) in found.iter().enumerate() {
            let alike = figure.kind.as_str() == label.kind
                && figure.value == label.value
                && (label.kind != "money" || figure.unit == label.unit);
            let size = shared(&places[number], figure);
            if alike && size > 0 {
                all.push((std::cmp::Reverse(size), label.id.clone(), k, number));
            }
        }
    }
    all.sort();
    let mut taken = HashMap::new();
    for (_, _, k, number) in all {
        if !taken.contains_key(&number) && !taken.values().any(|used| *used == k) {
            taken.insert(number, k);
        }
    }
    taken
}

fn score(article: &Article, totals: &mut [Count; 3]) {
    let text = &article.document.text;
    let found: Vec<Figure> =
        extract(&article.document).into_iter().filter(|f| !f.derived).collect();
    let places: Vec<Vec<_>> = article
        .figures
        .iter()
        .map(|l| l.mentions.iter().map(|m| place(text, m)).collect())
        .collect();
    let ignored: Vec<_> = article.ignore.iter().map(|m| place(text, m)).collect();
    let taken = pairs(article, &places, &found);
    let of_figure: HashMap<&str, &str> = taken
        .iter()
        .map(|(n, k)| (found[*k].id.as_str(), article.figures[*n].id.as_str()))
        .collect();
    let counted = |k: usize| {
        taken.values().any(|t| *t == k)
            || !found[k]
                .mentions
                .iter()
                .all(|m| ignored.iter().any(|i| overlap(*i, (m.start, m.end)) > 0))
    };
    let [detection, record, links] = totals;
    let predicted = (0..found.len()).filter(|k| counted(*k)).count();
    for count in [&mut *detection, &mut *record] {
        count.found += predicted;
        count.labelled += article.figures.len();
    }
    detection.right += taken.len();
    let led = |link: &Option<String>| link.as_deref().and_then(|id| of_figure.get(id)).copied();
    for (number, label) in article.figures.iter().enumerate() {
        let wanted = [&label.part_of, &label.equivalent_of];
        links.labelled += wanted.iter().filter(|w| w.is_some()).count();
        let Some(figure) = taken.get(&number).map(|k| &found[*k]) else { continue };
        let got = [&figure.part_of, &figure.equivalent_of];
        let right = |w: &Option<String>, g: &Option<String>| {
            if w.is_some() { w.as_deref() == led(g) } else { g.is_none() }
        };
        links.right += wanted.iter().zip(got).filter(|(w, g)| w.is_some() && right(w, g)).count();
        let donors: BTreeSet<String> = figure.donors.iter().map(|d| d.code().to_owned()).collect();
        let whole = donors == label.donors.iter().cloned().collect()
            && figure.stage.as_str() == label.stage
            && figure.years == Some(label.years)
            && figure.cumulative == label.cumulative
            && wanted.iter().zip(got).all(|(w, g)| right(w, g));
        record.right += usize::from(whole);
    }
    links.found += (0..found.len())
        .filter(|k| counted(*k))
        .map(|k| {
            usize::from(found[k].part_of.is_some()) + usize::from(found[k].equivalent_of.is_some())
        })
        .sum::<usize>();
}

#[test]
fn reads_the_labelled_articles_as_well_as_before() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/dev");
    let mut totals = [Count::default(), Count::default(), Count::default()];
    for article in load(&folder).expect("the labelled articles are there") {
        score(&article, &mut totals);
    }
    for ((name, least), count) in
        [("detection", DETECTION), ("record", RECORD), ("links", LINKS)].into_iter().zip(&totals)
    {
        println!(
            "{name} F1 {:.3} ({} right, {} found, {} labelled)",
            count.f1(),
            count.right,
            count.found,
            count.labelled
        );
        assert!(count.f1() >= least, "{name} F1 is {:.3}, was at least {least}", count.f1());
    }
}
