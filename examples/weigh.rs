//! Makes the tables of weights (`src/figure/weigh/weights/*.tsv`) from labelled articles.
//!
//! ```sh
//! cargo run --release --example weigh -- tests/gold/dev tests/gold/own
//! cargo run --release --example weigh -- --folds 5 --out read.ndjson tests/gold/dev tests/gold/own
//! ```
//!
//! The second form writes no table: it reads each fifth of the articles by weights made from the other four, so
//! that the figures in `read.ndjson` are of articles that the weights have not seen; score them with
//! `tests/gold/score.py FOLDER -- cat read.ndjson`.
//!
//! Each question about a figure is a choice among answers; the weights are those of a conditional logit with a
//! penalty on their squares, found by `AdaGrad`. As some evidence comes from answers given before (the giver of the
//! figure before), the articles are read anew by the weights found so far and weighed again, three times.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use pledgebook::figure::weigh::evidence::fingerprint;
use pledgebook::figure::weigh::{Answer, Asked, Evidence, Question, Weights};
use pledgebook::figure::{Figure, extract_asked};
use pledgebook::source::Document;
use rust_decimal::Decimal;
use serde::Deserialize;

/// How often the articles are read anew.
const ROUNDS: usize = 3;
/// Passes over the choices in a round.
const PASSES: usize = 40;
/// The penalty on a weight's square, and that for years, whose signs are many for few choices; half and double
/// do about as well, by cross-validation.
const PENALTY: f32 = 4.0;
const PENALTY_YEARS: f32 = 8.0;
/// Evidence seen less often is left out, and words seen less often.
const RARE: usize = 2;
const RARE_WORD: usize = 4;
/// The first step of a weight.
const STEP: f32 = 0.25;
/// Weights nearer to nothing are left out.
const LEAST: f32 = 0.02;

#[derive(Deserialize)]
struct Article {
    #[serde(flatten)]
    document: Document,
    figures: Vec<Label>,
    #[serde(default)]
    ignore: Vec<String>,
}

#[derive(Deserialize)]
struct Label {
    id: String,
    kind: String,
    value: Decimal,
    unit: Option<String>,
    donors: Vec<String>,
    recipient: Option<String>,
    stage: String,
    years: (i32, i32),
    cumulative: bool,
    sector: String,
    speaker: Option<String>,
    part_of: Option<String>,
    mentions: Vec<String>,
}

/// A choice with the answer that the label gives.
struct Lesson {
    question: Question,
    answers: Vec<Vec<Evidence>>,
    right: usize,
}

fn main() -> Result<()> {
    let mut folders = Vec::new();
    let (mut folds, mut out) = (0usize, None);
    let mut given = std::env::args().skip(1);
    while let Some(word) = given.next() {
        match word.as_str() {
            "--folds" => folds = given.next().context("--folds takes a number")?.parse()?,
            "--out" => out = given.next().map(PathBuf::from),
            _ => folders.push(PathBuf::from(word)),
        }
    }
    if folders.is_empty() {
        bail!("name the folders of labelled articles, such as tests/gold/dev");
    }
    let articles = load(&folders)?;
    if folds > 1 {
        let out = out.context("--folds needs --out FILE")?;
        return cross_validate(&articles, folds, &out);
    }
    let all: Vec<&Article> = articles.iter().collect();
    let words = words(&all);
    let found = learn(&all);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/figure/weigh/weights");
    for question in Question::all() {
        write_table(&folder, question, &found[&question], &words)?;
    }
    Ok(())
}

fn load(folders: &[PathBuf]) -> Result<Vec<Article>> {
    let mut paths = Vec::new();
    for folder in folders {
        let entries = std::fs::read_dir(folder).with_context(|| folder.display().to_string())?;
        let mut own: Vec<PathBuf> = entries.map(|e| Ok(e?.path())).collect::<Result<_>>()?;
        own.retain(|p| p.extension().is_some_and(|e| e == "json"));
        own.sort();
        paths.extend(own);
    }
    let read = |path: &PathBuf| {
        let text = std::fs::read_to_string(path)?;
        serde_json::from_str(&text).with_context(|| path.display().to_string())
    };
    paths.iter().map(read).collect()
}

type Found = BTreeMap<Question, BTreeMap<Evidence, f32>>;

fn cross_validate(articles: &[Article], folds: usize, out: &Path) -> Result<()> {
    let mut file = std::io::BufWriter::new(std::fs::File::create(out)?);
    for fold in 0..folds {
        let (seen, unseen): (Vec<_>, Vec<_>) =
            articles.iter().enumerate().partition(|(n, _)| n % folds != fold);
        let seen: Vec<&Article> = seen.into_iter().map(|(_, a)| a).collect();
        let weights = weights_of(&learn(&seen));
        for (_, article) in unseen {
            for figure in extract_asked(&article.document, &weights).0 {
                writeln!(file, "{}", serde_json::to_string(&figure)?)?;
            }
        }
        eprintln!("fold {} of {folds} read", fold + 1);
    }
    Ok(())
}

fn weights_of(found: &Found) -> Weights {
    let mut weights = Weights::none();
    for (question, table) in found {
        for (evidence, weight) in table {
            weights.set(*question, *evidence, *weight);
        }
    }
    weights
}

fn learn(articles: &[&Article]) -> Found {
    let mut weights = Weights::built_in().clone();
    let mut found = Found::new();
    for _ in 0..ROUNDS {
        let lessons: Vec<Lesson> = articles.iter().flat_map(|a| lessons(a, &weights)).collect();
        found = Question::all()
            .map(|q| (q, weigh(&lessons.iter().filter(|l| l.question == q).collect::<Vec<_>>())))
            .collect();
        weights = weights_of(&found);
    }
    found
}

/// The questions of an article whose right answer its labels tell.
fn lessons(article: &Article, weights: &Weights) -> Vec<Lesson> {
    let (figures, asked) = extract_asked(&article.document, weights);
    let labels: Vec<Option<&Label>> = figures.iter().map(|f| label_of(article, f)).collect();
    let figure_of = |id: &str| labels.iter().position(|l| l.is_some_and(|l| l.id == id));
    asked
        .into_iter()
        .filter_map(|asked| {
            let wanted = match asked.question {
                Question::Taken => is_labelled(article, &asked)?.to_string(),
                _ => wanted(&asked, labels[asked.figure]?, figure_of)?,
            };
            let fits = |(answer, _): &(Answer, _)| match asked.question {
                Question::Speaker => is_same_name(&answer.label(), &wanted),
                _ => answer.label() == wanted,
            };
            let right = asked.answers.iter().position(fits)?;
            let answers = asked.answers.into_iter().map(|(_, evidence)| evidence).collect();
            Some(Lesson { question: asked.question, answers, right })
        })
        .collect()
}

/// Two names share a word, as the scorer compares speakers.
fn is_same_name(one: &str, two: &str) -> bool {
    let inside = |c: char| !c.is_alphanumeric();
    let words = |name: &str| -> Vec<String> {
        let all = name.split(inside).map(str::to_lowercase);
        all.filter(|w| !matches!(w.as_str(), "" | "the" | "a" | "an" | "of" | "new")).collect()
    };
    let (one, two) = (words(one), words(two));
    one.is_empty() && two.is_empty() || one.iter().any(|word| two.contains(word))
}

fn wanted(
    asked: &Asked,
    label: &Label,
    figure_of: impl Fn(&str) -> Option<usize>,
) -> Option<String> {
    Some(match asked.question {
        Question::Taken => return None,
        Question::Donors => {
            let mut codes: Vec<&str> = label.donors.iter().map(String::as_str).collect();
            codes.sort_unstable();
            codes.join("+")
        }
        Question::Recipient => label.recipient.clone().unwrap_or_default(),
        Question::Stage => label.stage.clone(),
        Question::Years => Answer::Years(Some(label.years)).label(),
        Question::Running => label.cumulative.to_string(),
        Question::Sector => label.sector.clone(),
        Question::Speaker => label.speaker.clone().unwrap_or_default(),
        Question::Part => match &label.part_of {
            None => String::new(),
            Some(id) => figure_of(id)?.to_string(),
        },
    })
}

/// Whether some label stands where a mention does; nothing where two readers could disagree.
fn is_labelled(article: &Article, asked: &Asked) -> Option<bool> {
    let (start, end) = asked.place;
    let over = |snippet: &String| {
        let (first, last) = place(&article.document.text, snippet);
        first < end && start < last
    };
    if article.ignore.iter().any(over) {
        return None;
    }
    Some(article.figures.iter().any(|label| label.mentions.iter().any(over)))
}

/// The label of a figure: one value, unit and place.
fn label_of<'a>(article: &'a Article, figure: &Figure) -> Option<&'a Label> {
    article.figures.iter().find(|label| {
        figure.kind.as_str() == label.kind
            && figure.value == label.value
            && (label.kind != "money" || figure.unit == label.unit)
            && !figure.derived
            && label.mentions.iter().any(|snippet| {
                let (start, end) = place(&article.document.text, snippet);
                figure.mentions.iter().any(|m| m.start < end && start < m.end)
            })
    })
}

/// The characters of a snippet's bracketed part.
fn place(text: &str, snippet: &str) -> (usize, usize) {
    let (head, rest) = snippet.split_once('[').expect("a snippet has a bracket");
    let (inner, tail) = rest.split_once(']').expect("the bracket closes");
    let byte = text.find(&format!("{head}{inner}{tail}")).expect("the snippet stands in the text")
        + head.len();
    let start = text[..byte].chars().count();
    (start, start + inner.chars().count())
}

/// The weights of one question by its lessons.
fn weigh(lessons: &[&Lesson]) -> BTreeMap<Evidence, f32> {
    let mut often: BTreeMap<Evidence, usize> = BTreeMap::new();
    for evidence in lessons.iter().flat_map(|l| l.answers.iter().flatten()) {
        *often.entry(*evidence).or_default() += 1;
    }
    often.retain(|evidence, times| {
        *times >= if evidence.word().is_some() { RARE_WORD } else { RARE }
    });
    let numbers: BTreeMap<Evidence, usize> =
        often.keys().enumerate().map(|(number, evidence)| (*evidence, number)).collect();
    let mut weight = vec![0f32; numbers.len()];
    let mut squares = vec![1e-6f32; numbers.len()];
    let numbered: Vec<(Vec<Vec<usize>>, usize)> = lessons
        .iter()
        .map(|l| {
            let rows = l
                .answers
                .iter()
                .map(|a| a.iter().filter_map(|e| numbers.get(e).copied()).collect())
                .collect();
            (rows, l.right)
        })
        .collect();
    let years = lessons.first().is_some_and(|l| l.question == Question::Years);
    let penalty = if years { PENALTY_YEARS } else { PENALTY };
    let penalty: Vec<f32> = often.values().map(|times| penalty / *times as f32).collect();
    for pass in 0..PASSES {
        for step in 0..numbered.len() {
            // A fixed stride through the lessons mixes articles and stays the same from run to run.
            let (rows, right) = &numbered[(step * 7919 + pass * 13) % numbered.len()];
            update(rows, *right, &mut weight, &mut squares, &penalty);
        }
    }
    numbers
        .into_iter()
        .map(|(evidence, number)| (evidence, weight[number]))
        .filter(|(_, w)| w.abs() >= LEAST)
        .collect()
}

/// One step up the slope of one lesson's log-likelihood.
fn update(
    rows: &[Vec<usize>],
    right: usize,
    weight: &mut [f32],
    squares: &mut [f32],
    penalty: &[f32],
) {
    let scores: Vec<f32> = rows.iter().map(|row| row.iter().map(|n| weight[*n]).sum()).collect();
    let top = scores.iter().copied().fold(f32::MIN, f32::max);
    let all: f32 = scores.iter().map(|s| (s - top).exp()).sum();
    for (place, row) in rows.iter().enumerate() {
        let likely = (scores[place] - top).exp() / all;
        let miss = f32::from(u8::from(place == right)) - likely;
        for number in row {
            let slope = miss - penalty[*number] * weight[*number];
            squares[*number] += slope * slope;
            weight[*number] += STEP * slope / squares[*number].sqrt();
        }
    }
}

/// Every word of the articles by its fingerprint; the first of two that share one.
fn words(articles: &[&Article]) -> BTreeMap<u32, String> {
    let mut found = BTreeMap::from(["be", "¶"].map(|word| (fingerprint(word), word.to_owned())));
    for article in articles {
        let text = article.document.text.as_str();
        let inside = |c: char| !(c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '.' | '/'));
        let plain = text.split(|c: char| !c.is_alphanumeric());
        let signs = text.matches(|c: char| !c.is_alphanumeric() && !c.is_whitespace() && c != '-');
        for sign in signs {
            found.entry(fingerprint(sign)).or_insert_with(|| sign.to_owned());
        }
        for word in text.split(inside).chain(plain).filter(|w| !w.is_empty()) {
            let word = word.to_lowercase();
            found.entry(fingerprint(&word)).or_insert(word);
        }
    }
    for name in pledgebook::lexicon::english().verbs.names() {
        found.entry(fingerprint(name)).or_insert_with(|| name.to_owned());
    }
    found
}

fn write_table(
    folder: &Path,
    question: Question,
    table: &BTreeMap<Evidence, f32>,
    words: &BTreeMap<u32, String>,
) -> Result<()> {
    let mut text = String::from(
        "# Made by `cargo run --release --example weigh`; not by hand. What each piece of evidence says, as a natural logarithm of odds.\nsign\ta\tb\tc\tword\tweight\n",
    );
    for (evidence, weight) in table {
        let row = evidence.row(question.shapes()).join("\t");
        let word = match evidence.word() {
            None => "-",
            Some(print) => match words.get(&print) {
                Some(word) => word.as_str(),
                None => continue,
            },
        };
        writeln!(text, "{row}\t{word}\t{weight:.2}")?;
    }
    let path = folder.join(format!("{}.tsv", question.name()));
    std::fs::write(&path, text).with_context(|| path.display().to_string())
}
