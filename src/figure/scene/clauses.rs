//! Clauses: stretches of a sentence with one finite verb each.

use crate::lexicon::{Class, VerbClass};
use crate::mention::Cursor;
use crate::text::Sentence;

use super::parties::PartyMention;
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
    parties: &[PartyMention],
    found: &mut Vec<Clause>,
) {
    let finite: Vec<usize> = (first_verb..verbs.len()).filter(|v| verbs[*v].finite).collect();
    let mut first = sentence.first;
    let mut relative = false;
    for (index, verb) in finite.iter().enumerate() {
        let cut = match finite.get(index + 1) {
            Some(next) => boundary(c, &verbs[*verb], &verbs[*next], parties),
            None => (sentence.end, false),
        };
        found.push(Clause { first, end: cut.0, verb: Some(*verb), sentence: number, relative });
        (first, relative) = cut;
    }
    if finite.is_empty() {
        plain(sentence, number, found);
    }
}

/// The places between two verbs at which the second clause may begin.
#[derive(Default)]
struct Marks {
    comma: Option<usize>,
    conjunction: Option<usize>,
    word: Option<(usize, bool)>,
    strong: Option<usize>,
    /// The strong one is a semicolon.
    semicolon: bool,
    /// A comma before "and" and what may be a subject.
    joined: Option<usize>,
    /// Commas since.
    commas: usize,
}

/// "the", "its", "he": a noun phrase may begin.
fn opens_subject(c: &Cursor<'_>, at: usize) -> bool {
    c.is_any(
        at,
        Class::Determiner.bit()
            | Class::PronounThing.bit()
            | Class::PronounPerson.bit()
            | Class::PronounThey.bit(),
    )
}

fn marks(c: &Cursor<'_>, from: usize, until: usize) -> Marks {
    let mut marks = Marks::default();
    let mut depth = 0usize;
    for at in from..until {
        match c.text.word(at) {
            "(" => depth += 1,
            ")" => depth = depth.saturating_sub(1),
            ";" => {
                (marks.strong, marks.semicolon) = (Some(at), true);
            }
            "—" | "–" | ":" | "“" | "\"" if !marks.semicolon => marks.strong = Some(at),
            "," if depth == 0 => {
                marks.comma = Some(at);
                marks.commas += 1;
            }
            _ => {}
        }
        let temporal = matches!(c.text.word(at), "since" | "as" | "after" | "before" | "until");
        if c.is(at, Class::Relative) && !is_determiner_that(c, at) {
            marks.word =
                Some((at - usize::from(at > from && c.is(at - 1, Class::Preposition)), true));
        } else if c.is(at, Class::Subordinator)
            && !c.reads(at, "so")
            && (!temporal || until - at <= 5)
        {
            marks.word = Some((at, false));
        } else if c.is_any(at, Class::And.bit() | Class::But.bit()) || c.reads(at, "or") {
            if marks.comma == Some(at - 1) && opens_subject(c, at + 1) {
                (marks.joined, marks.commas) = (Some(at - 1), 0);
            }
            marks.conjunction = Some(at);
        }
    }
    marks
}

/// Where the clause of the second verb begins, and whether with a relative pronoun.
fn boundary(
    c: &Cursor<'_>,
    one: &VerbGroup,
    two: &VerbGroup,
    parties: &[PartyMention],
) -> (usize, bool) {
    let marks = marks(c, one.end, two.first);
    if let Some((at, relative)) = marks.word.filter(|(at, _)| marks.strong.is_none_or(|s| s < *at))
    {
        let later =
            marks.comma.filter(|comma| *comma > at + 1 && !listed(c, parties, *comma, two.first));
        return later.map_or((at.max(one.end), relative), |comma| (comma, false));
    }
    if let Some(at) = marks.strong {
        return (at, false);
    }
    // "…, and its first slice, £752 million, arrived": two commas close what stands beside the subject.
    if let Some(at) = marks.joined.filter(|_| marks.commas == 2) {
        return (at, false);
    }
    if one.class == VerbClass::Report && marks.comma.is_none() {
        return (one.end, false);
    }
    let subject = subject_before(c, one.end, two.first, parties);
    let (comma, conjunction) = (marks.comma, marks.conjunction);
    let separated = comma.is_some_and(|at| subject.is_none_or(|s| at >= s.saturating_sub(2)))
        || conjunction.is_some_and(|at| subject.is_none_or(|s| at + 1 >= s.saturating_sub(1)));
    if let Some(subject) = subject.filter(|_| !separated) {
        return (subject, true);
    }
    // "A, B and C announced": the comma before the subject's list, not the conjunction in it.
    let adjacent = conjunction.filter(|at| two.first - at <= 2);
    let cut = adjacent.or(match (comma, conjunction) {
        (Some(comma), Some(and)) if and == comma + 1 => Some(comma),
        (Some(comma), Some(and)) if and > comma => {
            Some(if opens_subject(c, and + 1) || !listed(c, parties, comma, two.first) {
                and
            } else {
                comma
            })
        }
        (Some(comma), _) => Some(comma),
        (None, conjunction) => conjunction,
    });
    (cut.unwrap_or(one.end), false)
}

/// Only parties, commas and "and" stand between.
fn listed(c: &Cursor<'_>, parties: &[PartyMention], from: usize, until: usize) -> bool {
    let members = parties.iter().filter(|p| p.first > from && p.end <= until).count();
    members > 1
        && (from..until).all(|at| {
            c.is_sign(at, ",")
                || c.is(at, Class::And)
                || c.is(at, Class::Determiner)
                || parties.iter().any(|p| p.first <= at && at < p.end)
        })
}

/// "the two billion dollars it promised", "the order The Hague placed": a pronoun or name right before the verb.
fn subject_before(
    c: &Cursor<'_>,
    from: usize,
    verb: usize,
    parties: &[PartyMention],
) -> Option<usize> {
    let pronouns = Class::PronounThing.bit()
        | Class::PronounPerson.bit()
        | Class::PronounWe.bit()
        | Class::PronounThey.bit();
    let at = verb.checked_sub(1).filter(|at| *at > from)?;
    if c.is_any(at, pronouns) && !c.is(at, Class::Possessive) {
        return Some(at);
    }
    let mut first = parties.iter().find(|p| p.end == verb && p.first > from).map(|p| p.first)?;
    // "Prime Minister Keir Starmer said": the titles before the name.
    while first > from + 1
        && (c.is_any(first - 1, Class::Title.bit() | Class::Office.bit() | Class::Determiner.bit())
            || parties
                .iter()
                .any(|p| p.end == first && p.sort == crate::lexicon::PartySort::Adjective))
    {
        first -= 1;
    }
    Some(first)
}

/// "that tank": a determiner, no pronoun.
fn is_determiner_that(c: &Cursor<'_>, at: usize) -> bool {
    c.reads(at, "that") && c.is(at + 1, Class::FundNoun)
}
