//! Clauses: stretches of a sentence with one finite verb each.

use crate::lexicon::{Class, VerbClass};
use crate::mention::Cursor;
use crate::text::Sentence;

use super::verbs::VerbGroup;

/// A clause at tokens `first..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clause {
    /// First token.
    pub first: usize,
    /// One past the last token.
    pub end: usize,
    /// The number of its finite verb among the scene's verbs.
    pub verb: Option<usize>,
    /// The number of its sentence.
    pub sentence: usize,
    /// Begins with a relative pronoun.
    pub relative: bool,
}

/// A sentence that is not looked into is one clause.
pub fn plain(sentence: &Sentence, number: usize, found: &mut Vec<Clause>) {
    found.push(Clause {
        first: sentence.first,
        end: sentence.end,
        verb: None,
        sentence: number,
        relative: false,
    });
}

/// The clauses of a sentence whose verbs begin at `first_verb`.
pub fn find(
    c: &Cursor<'_>,
    sentence: &Sentence,
    number: usize,
    verbs: &[VerbGroup],
    first_verb: usize,
    found: &mut Vec<Clause>,
) {
    let finite: Vec<usize> = (first_verb..verbs.len()).filter(|v| verbs[*v].finite).collect();
    let mut first = sentence.first;
    let mut relative = false;
    for (index, verb) in finite.iter().enumerate() {
        let cut = match finite.get(index + 1) {
            Some(next) => boundary(c, &verbs[*verb], &verbs[*next]),
            None => (sentence.end, false),
        };
        found.push(Clause { first, end: cut.0, verb: Some(*verb), sentence: number, relative });
        (first, relative) = cut;
    }
    if finite.is_empty() {
        plain(sentence, number, found);
    }
}

/// Where the clause of the second verb begins, and whether with a relative pronoun.
fn boundary(c: &Cursor<'_>, one: &VerbGroup, two: &VerbGroup) -> (usize, bool) {
    let (mut comma, mut conjunction, mut word, mut strong) = (None, None, None, None);
    let mut depth = 0usize;
    for at in one.end..two.first {
        match c.text.word(at) {
            "(" => depth += 1,
            ")" => depth = depth.saturating_sub(1),
            ";" | "—" | "–" | ":" | "“" | "\"" => strong = Some(at),
            "," if depth == 0 => comma = Some(at),
            _ => {}
        }
        if c.is(at, Class::Relative) && !is_determiner_that(c, at) {
            word = Some((at - usize::from(at > one.end && c.is(at - 1, Class::Preposition)), true));
        } else if c.is_any(at, Class::Subordinator.bit())
            && !c.reads(at, "so")
            && !c.reads(at, "since")
            && !c.reads(at, "as")
            && !c.reads(at, "after")
            && !c.reads(at, "before")
            && !c.reads(at, "until")
        {
            word = Some((at, false));
        } else if c.is_any(at, Class::And.bit() | Class::But.bit()) || c.reads(at, "or") {
            conjunction = Some(at);
        }
    }
    if let Some((at, relative)) = word.filter(|(at, _)| strong.is_none_or(|s| s < *at)) {
        let later = comma.filter(|c| *c > at + 1);
        return later.map_or((at.max(one.end), relative), |comma| (comma, false));
    }
    if let Some(at) = strong {
        return (at, false);
    }
    if one.class == VerbClass::Report && comma.is_none() {
        return (one.end, false);
    }
    // "A, B and C announced": the comma before the subject's list, not the conjunction in it.
    let adjacent = conjunction.filter(|at| two.first - at <= 2);
    let cut = adjacent.or(match (comma, conjunction) {
        (Some(comma), Some(and)) if and == comma + 1 => Some(comma),
        (Some(comma), Some(and)) if and > comma => Some(
            if c.is_any(
                and + 1,
                Class::Determiner.bit()
                    | Class::PronounThing.bit()
                    | Class::PronounPerson.bit()
                    | Class::PronounThey.bit(),
            ) {
                and
            } else {
                comma
            },
        ),
        (Some(comma), _) => Some(comma),
        (None, conjunction) => conjunction,
    });
    (cut.unwrap_or(one.end), false)
}

/// "that tank": a determiner, no pronoun.
fn is_determiner_that(c: &Cursor<'_>, at: usize) -> bool {
    c.reads(at, "that") && c.is(at + 1, Class::FundNoun)
}
