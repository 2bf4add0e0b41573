//! Everything that is known of one figure, in one piece.

use super::count::{Entry, count};
use super::{Ledger, LedgerError, Record};
use crate::source::Document;
use crate::store::{Citation, Edit, Filter, Link, Place, StoredDocument, Subject};

/// A figure with its sources, its links and its history.
#[derive(Debug, Clone)]
pub struct View {
    /// The figure.
    pub record: Record,
    /// Its document.
    pub document: Option<StoredDocument>,
    /// The places where it stands.
    pub citations: Vec<Citation>,
    /// Links from and to it, with the figure at the other end.
    pub links: Vec<(Link, Record)>,
    /// The same commitment through its stages, itself included; nothing where only this one is known.
    pub progress: Vec<Record>,
    /// Its changes and those of its links, oldest first.
    pub history: Vec<Edit>,
    /// What cannot be right about the links around it, in words.
    pub warnings: Vec<String>,
}

impl View {
    /// The last change of the figure or of a link from or to it.
    #[must_use]
    pub fn last_change(&self) -> Option<i64> {
        self.history.last().map(|edit| edit.id)
    }
}

impl Ledger {
    /// Everything that is known of a figure.
    ///
    /// # Errors
    /// When there is none with this number, or the database fails.
    pub fn view(&self, id: i64) -> Result<View, LedgerError> {
        self.store().snapshot(|_| self.look_at(id))
    }

    /// The next figure that waits for review, with all that is known of it at that moment, and the
    /// place to go on from.
    ///
    /// # Errors
    /// When the database fails.
    pub fn next_view(
        &self,
        filter: &Filter,
        from: Place,
    ) -> Result<Option<(View, Place)>, LedgerError> {
        self.store().snapshot(|store| {
            let next = store.next_for_review(filter, from)?;
            next.map(|(id, place)| Ok((self.look_at(id)?, place))).transpose()
        })
    }

    fn look_at(&self, id: i64) -> Result<View, LedgerError> {
        let record = self.figure(id)?;
        let store = self.store();
        let document = record.document.map(|d| store.document(d)).transpose()?.flatten();
        let mut history = store.edits_of(Subject::Figure, id)?;
        let mut links = Vec::new();
        for link in store.links_of(id)? {
            history.extend(store.edits_of(Subject::Link, link.id)?);
            let other = if link.figure == id { link.target } else { link.figure };
            links.push((link, self.figure(other)?));
        }
        history.sort_by_key(|edit| edit.id);
        let (progress, citations) = (self.progress(&record)?, store.citations(id)?);
        let warnings = self.warnings(&[id])?;
        Ok(View { record, document, citations, links, progress, history, warnings })
    }

    /// What the counting rules find odd about these figures and all that sure links connect with
    /// them, in words: parts that exceed their whole, parts in another currency.
    ///
    /// # Errors
    /// When the database fails.
    pub fn warnings(&self, ids: &[i64]) -> Result<Vec<String>, LedgerError> {
        let entries: Vec<Entry> = self.store().connected(ids)?.iter().map(Entry::from).collect();
        Ok(count(&entries).warnings.iter().map(ToString::to_string).collect())
    }
}

/// The sentence of a citation, cut where its wording begins and ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// Before the wording.
    pub before: String,
    /// The wording.
    pub quote: String,
    /// After it.
    pub after: String,
}

/// Finds the sentence around a citation: the kept one where it stands there, else what the line
/// holds around the place.
#[must_use]
pub fn marked(document: &Document, citation: &Citation, sentence: Option<&str>) -> Marked {
    let byte = |character| {
        let mut all = document.text.char_indices();
        all.nth(character).map_or(document.text.len(), |(at, _)| at)
    };
    let (start, end) = (byte(citation.span.start), byte(citation.span.end));
    let kept = sentence.and_then(|sentence| {
        let near = document.text.match_indices(sentence);
        near.map(|(at, _)| (at, at + sentence.len())).find(|(a, b)| *a <= start && end <= *b)
    });
    let (from, to) = kept.unwrap_or_else(|| {
        let from = document.text[..start].rfind('\n').map_or(0, |at| at + 1);
        let to = document.text[end..].find('\n').map_or(document.text.len(), |at| end + at);
        (from, to)
    });
    let slice =
        |a: usize, b: usize| document.text[a..b].split_whitespace().collect::<Vec<_>>().join(" ");
    let spaced = |text: &str, edge: Option<char>, after: bool| match edge {
        Some(c) if c.is_whitespace() && !text.is_empty() && after => format!(" {text}"),
        Some(c) if c.is_whitespace() && !text.is_empty() => format!("{text} "),
        _ => text.to_owned(),
    };
    Marked {
        before: spaced(&slice(from, start), document.text[from..start].chars().last(), false),
        quote: slice(start, end),
        after: spaced(&slice(end, to), document.text[end..to].chars().next(), true),
    }
}

/// The paragraph around a citation, cut where its wording begins and ends.
#[must_use]
pub fn paragraph(document: &Document, citation: &Citation) -> Marked {
    let characters: Vec<char> = document.text.chars().collect();
    let (start, end) =
        (citation.span.start.min(characters.len()), citation.span.end.min(characters.len()));
    let blank =
        |at: usize| characters[at] == '\n' && characters.get(at + 1).is_none_or(|c| *c == '\n');
    let from = (0..start).rev().find(|at| blank(*at)).map_or(0, |at| at + 1);
    let to = (end..characters.len()).find(|at| blank(*at)).unwrap_or(characters.len());
    let text = |a: usize, b: usize| characters[a..b].iter().collect::<String>();
    Marked {
        before: text(from, start).trim_start().to_owned(),
        quote: text(start, end),
        after: text(end, to).trim_end().to_owned(),
    }
}
