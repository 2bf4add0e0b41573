//! Reads the labelled groups; see the head of `groups.txt` for their form.

use chrono::NaiveDate;
use pledgebook::figure::{Confidence, Figure, Kind, MentionSpan, Sector, Stage, extract};
use pledgebook::ledger::reading::amount;
use pledgebook::lexicon::Party;
use pledgebook::source::Document;

/// Articles that tell, or seem to tell, of one commitment.
pub struct Group {
    /// What makes it easy or hard.
    pub about: String,
    pub lines: Vec<Line>,
}

/// One figure of an article, with its label.
pub struct Line {
    pub commitment: String,
    pub replaces: Option<String>,
    pub sentence: String,
    cells: Vec<String>,
}

/// An article ready to come in.
pub struct Article<'a> {
    pub line: &'a Line,
    pub document: Document,
    pub figures: Vec<Figure>,
    /// Which of them the line is about.
    pub nth: usize,
}

pub fn read(text: &str) -> Vec<Group> {
    let blocks = text.split("\n\n").skip(1);
    blocks
        .map(|block| {
            let (notes, lines): (Vec<&str>, Vec<&str>) = block
                .lines()
                .filter(|line| !line.is_empty())
                .partition(|line| line.starts_with('#'));
            Group {
                about: notes.join(" ").trim_start_matches("# ").to_owned(),
                lines: lines.into_iter().map(Line::read).collect(),
            }
        })
        .collect()
}

impl Line {
    fn read(line: &str) -> Self {
        let cells: Vec<String> = line.split(" | ").map(|cell| cell.trim().to_owned()).collect();
        assert_eq!(cells.len(), 9, "{line}");
        let (commitment, replaces) = match cells[7].split_once('<') {
            Some((own, old)) => (own.to_owned(), Some(old.to_owned())),
            None => (cells[7].clone(), None),
        };
        Self { commitment, replaces, sentence: cells[8].clone(), cells }
    }

    /// The article with the figure as the group gives it.
    pub fn given(&self) -> Article<'_> {
        let (document, figure) = self.article();
        Article { line: self, document, figures: vec![figure], nth: 0 }
    }

    /// The article with all that the extraction reads in it; nothing where the line's amount is not
    /// among it.
    pub fn extracted(&self) -> Option<Article<'_>> {
        let (document, wanted) = self.article();
        let figures = extract(&document);
        let is = |f: &Figure| {
            (f.value, f.high, &f.unit, f.kind)
                == (wanted.value, wanted.high, &wanted.unit, wanted.kind)
        };
        let by_name = figures.iter().position(|f| is(f) && f.item == wanted.item);
        let nth = by_name.or_else(|| figures.iter().position(is))?;
        Some(Article { line: self, document, figures, nth })
    }

    fn article(&self) -> (Document, Figure) {
        let cell = |n: usize| self.cells[n].as_str();
        let published: Option<NaiveDate> = (cell(1) != "-").then(|| cell(1).parse().unwrap());
        // Sentences may be reprinted word for word: the article around them is another.
        let text = format!("{} — {}\n\n{}", cell(0), cell(1), self.sentence);
        let document = Document { id: cell(0).to_owned(), published, text, ..Document::default() };
        let (donors, recipient) = cell(2).split_once('>').unwrap();
        let read = amount(cell(6)).unwrap_or_else(|e| panic!("{e}"));
        let years: Option<i32> = (cell(4) != "-").then(|| cell(4).parse().unwrap());
        let start = document.text.chars().count() - self.sentence.chars().count();
        let quote: String = self.sentence.chars().take(7).collect();
        let figure = Figure {
            document: document.id.clone(),
            id: "f1".to_owned(),
            kind: read.kind.unwrap_or(Kind::Quantity),
            value: read.value,
            low: read.high.map(|_| read.value),
            high: read.high,
            bound: read.bound,
            unit: read.unit,
            item: read.item,
            category: read.category,
            donors: donors.split('+').map(|code| Party::parse(code).unwrap()).collect(),
            recipient: Some(Party::parse(recipient).unwrap()),
            stage: cell(3).parse::<Stage>().unwrap(),
            years: years.map(|year| (year, year)),
            cumulative: false,
            sector: cell(5).parse::<Sector>().unwrap(),
            speaker: None,
            part_of: None,
            equivalent_of: None,
            derived: false,
            per: None,
            confidence: Confidence::from_hundredths(90),
            mentions: vec![MentionSpan { start, end: start + 7, quote }],
            sentence: self.sentence.clone(),
        };
        (document, figure)
    }
}
