//! The tables of weights, one a question (`weights/*.tsv`), and the answers they choose.

use std::sync::LazyLock;

use super::evidence::{Evidence, Shape};
use super::scale::Table;
use super::{donors, part, recipient, running, sector, speaker, stage, taken, years};

/// What is asked of each figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Question {
    /// Whether a mention is a figure.
    Taken,
    /// Which figure it is a share of.
    Part,
    /// Who gives.
    Donors,
    /// How far it has come.
    Stage,
    /// Which years it is for.
    Years,
    /// Whether it is a running total.
    Running,
    /// Who gets.
    Recipient,
    /// What for.
    Sector,
    /// Who says so.
    Speaker,
}

/// A question's table: name, its signs, its text.
type Entry = (Question, &'static str, &'static [Shape], &'static str);

const TABLES: &[Entry] = &[
    (Question::Taken, "taken", taken::SHAPES, include_str!("weights/taken.tsv")),
    (Question::Part, "part", part::SHAPES, include_str!("weights/part.tsv")),
    (Question::Donors, "donors", donors::SHAPES, include_str!("weights/donors.tsv")),
    (Question::Stage, "stage", stage::SHAPES, include_str!("weights/stage.tsv")),
    (Question::Years, "years", years::SHAPES, include_str!("weights/years.tsv")),
    (Question::Running, "running", running::SHAPES, include_str!("weights/running.tsv")),
    (Question::Recipient, "recipient", recipient::SHAPES, include_str!("weights/recipient.tsv")),
    (Question::Sector, "sector", sector::SHAPES, include_str!("weights/sector.tsv")),
    (Question::Speaker, "speaker", speaker::SHAPES, include_str!("weights/speaker.tsv")),
];

impl Question {
    /// Every question.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLES.iter().map(|t| t.0)
    }

    /// The name of its table.
    #[must_use]
    pub fn name(self) -> &'static str {
        TABLES[self as usize].1
    }

    /// How its signs read.
    #[must_use]
    pub fn shapes(self) -> &'static [Shape] {
        TABLES[self as usize].2
    }
}

/// How much each piece of evidence says, for every question. A weight is the natural logarithm of the odds that
/// it adds to an answer (conditional logit: D. `McFadden`, 1974).
#[derive(Debug, Clone)]
pub struct Weights(Vec<Table>);

impl Weights {
    /// No evidence says anything.
    #[must_use]
    pub fn none() -> Self {
        Self(TABLES.iter().map(|(_, _, shapes, _)| Table::new(shapes)).collect())
    }

    /// The weights that the program is built with.
    ///
    /// # Panics
    /// When a table holds a row that no sign reads so; a test loads each.
    #[must_use]
    pub fn built_in() -> &'static Self {
        static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
            Weights(TABLES.iter().map(|(_, name, shapes, text)| load(name, shapes, text)).collect())
        });
        &WEIGHTS
    }

    /// Sets what a piece of evidence says; once for each.
    pub fn set(&mut self, question: Question, evidence: Evidence, weight: f32) {
        self.0[question as usize].set(evidence, weight);
    }

    /// The weights of one question.
    #[must_use]
    pub fn of(&self, question: Question) -> &Table {
        &self.0[question as usize]
    }
}

fn load(name: &'static str, shapes: &[Shape], text: &'static str) -> Table {
    let rows = crate::lexicon::table::rows::<6>(text, name).map(|row| {
        let [sign, a, b, c, word, weight] = row;
        let evidence = Evidence::of_row([sign, a, b, c], shapes)
            .unwrap_or_else(|| panic!("weights/{name}.tsv: nothing reads {row:?}"));
        let evidence = if word == "-" { evidence } else { evidence.with(word) };
        let weight = weight.parse().unwrap_or_else(|e| panic!("weights/{name}.tsv: {row:?}: {e}"));
        (evidence, weight)
    });
    let rows: Vec<(Evidence, f32)> = rows.collect();
    let mut table = Table::new(shapes);
    // The widest last, so that every word's sums are added up in one order.
    for width in 0..=2 {
        for (evidence, weight) in &rows {
            if evidence.width() == width {
                table.set(*evidence, *weight);
            }
        }
    }
    table
}
