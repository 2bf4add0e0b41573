//! Wrong answers with what spoke for them.

use std::fmt::Write as _;

use pledgebook::figure::weigh::coded::ANY;
use pledgebook::figure::weigh::{Evidence, Question, Weights};

use crate::articles::labelled::Article;
use crate::articles::{Lesson, lessons};
use crate::table::Words;

/// Characters of text shown before and behind a figure.
const SHOWN: (usize, usize) = (220, 140);
/// Pieces of evidence shown.
const MOST: usize = 14;

/// The wrong answers of an article to one question, a block each: the text, what spoke for the right answer, what
/// for the one given.
pub fn tell(article: &Article, weights: &Weights, question: Question, words: &Words) -> String {
    let mut text = String::new();
    for lesson in lessons(article, weights).iter().filter(|l| l.asked.question == question) {
        let scores: Vec<f32> = (0..lesson.asked.answers.len())
            .map(|n| evidence(lesson, n, weights).iter().map(|(_, weight)| weight).sum())
            .collect();
        let best = (0..scores.len()).max_by(|a, b| scores[*a].total_cmp(&scores[*b]));
        if best == lesson.right {
            continue;
        }
        let _ = writeln!(text, "\n{} {}", article.document.id, around(article, lesson));
        if lesson.right.is_none() {
            let _ = writeln!(text, "  RIGHT {} is not among the answers", lesson.wanted);
        }
        for (name, answer) in [("RIGHT", lesson.right), ("GIVEN", best)] {
            let Some(n) = answer else { continue };
            let label = lesson.asked.answers[n].0.label();
            let rows = rows(question, &mut evidence(lesson, n, weights), words);
            let _ = writeln!(text, "  {name} {label} {:.2}: {rows}", scores[n]);
        }
    }
    text
}

/// What speaks for an answer; a weight holds those of its wider forms, so that only whole evidence counts.
fn evidence(lesson: &Lesson, answer: usize, weights: &Weights) -> Vec<(Evidence, f32)> {
    let table = weights.of(lesson.asked.question);
    let whole = lesson.asked.answers[answer].1.iter().filter(|e| !e.codes().contains(&ANY));
    whole.map(|e| (*e, table.weight(*e))).filter(|(_, weight)| *weight != 0.0).collect()
}

fn rows(question: Question, evidence: &mut [(Evidence, f32)], words: &Words) -> String {
    evidence.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    let row = |(evidence, weight): &(Evidence, f32)| {
        let terms = evidence.row(question.shapes()).join(" ").replace(" -", "");
        let word = words.word(*evidence).filter(|word| *word != "-").unwrap_or_default();
        format!("{weight:+.2} {terms} {word}").trim_end().to_owned()
    };
    evidence.iter().take(MOST).map(row).collect::<Vec<_>>().join("; ")
}

fn around(article: &Article, lesson: &Lesson) -> String {
    let chars: Vec<char> = article.document.text.chars().collect();
    let (start, end) = lesson.asked.place;
    let part = |from: usize, to: usize| -> String {
        chars[from..to].iter().collect::<String>().replace('\n', " ⏎ ")
    };
    let before = part(start.saturating_sub(SHOWN.0), start);
    let behind = part(end, (end + SHOWN.1).min(chars.len()));
    format!("{before}[[{}]]{behind}", part(start, end))
}
