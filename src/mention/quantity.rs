//! Numbers of things: "14 Leopard 2A4 tanks", "12,000 rounds of 155 mm ammunition", "100+ drones".

use super::cursor::Cursor;
use super::number::Numeral;
use crate::figure::Category;
use crate::lexicon::{Class, Cue, List, NotThing, Thing, ThingKind, WordId};
use crate::text::TokenKind;

/// The noun phrase that a number counts, at tokens `first..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// First token.
    pub first: usize,
    /// One past the last token.
    pub end: usize,
    /// What some table says of it.
    pub head: Head,
}

/// What the head of a counted noun phrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// Equipment or goods.
    Thing(Category),
    /// People, events, measures.
    NotThing(NotThing),
    /// A noun of no table.
    Unknown,
}

/// Longest noun phrase that is read, in tokens.
const LONGEST: usize = 12;

/// The classes at which a noun phrase stops.
const STOPS: u64 = Class::Determiner.bit()
    | Class::Be.bit()
    | Class::Have.bit()
    | Class::Do.bit()
    | Class::Future.bit()
    | Class::Modal.bit()
    | Class::To.bit()
    | Class::Of.bit()
    | Class::But.bit()
    | Class::Comparison.bit()
    | Class::Preposition.bit()
    | Class::Relative.bit()
    | Class::Subordinator.bit()
    | Class::PronounThing.bit()
    | Class::PronounPerson.bit()
    | Class::PronounWe.bit()
    | Class::PronounThey.bit()
    | Class::Each.bit()
    | Class::Month.bit()
    | Class::Weekday.bit()
    | Class::Ending.bit();

/// The noun phrase after a number, if one follows.
#[must_use]
pub fn counted_after(c: &Cursor<'_>, number: &Numeral) -> Option<Counted> {
    let hyphen =
        usize::from(c.is_dash(number.end) && c.joined(number.end) && c.joined(number.end + 1));
    let first = number.end + hyphen;
    if is_tally(c, first) || is_dimension(c, first) {
        return None;
    }
    if c.is_sign(first, "%") {
        return Some(Counted { first, end: first + 1, head: Head::NotThing(NotThing::Measure) });
    }
    if let Some((not, length)) = not_thing(c, first)
        && not == NotThing::Measure
        && (hyphen == 1 || !thing_covers(c, first))
    {
        return Some(Counted { first, end: first + length, head: Head::NotThing(not) });
    }
    if hyphen == 1 || c.tab_before(first) {
        return None;
    }
    if c.is(first, Class::Of)
        && c.is_any(first + 1, Class::Determiner.bit())
        && !c.is(first + 1, Class::PronounThey)
    {
        return run(c, first + 2).filter(|of| matches!(of.head, Head::Thing(_)));
    }
    // "500 thousand of artillery ammunition"
    if number.scaled && c.is(first, Class::Of) {
        return run(c, first + 1).filter(|of| matches!(of.head, Head::Thing(_)));
    }
    if let Some(behind) = past_brackets(c, first) {
        return run(c, behind).filter(|thing| matches!(thing.head, Head::Thing(_)));
    }
    let mut counted = run(c, first)?;
    if c.is(counted.end, Class::Of) {
        extend_over_of(c, &mut counted);
    }
    Some(counted)
}

/// "10,302 (+9) tanks": a running tally of losses, with what the day has added.
fn is_tally(c: &Cursor<'_>, at: usize) -> bool {
    c.is_sign(at, "(") && c.is_sign(at + 1, "+") && c.kind(at + 2) == Some(TokenKind::Number)
}

/// "3D radars": no number of them.
fn is_dimension(c: &Cursor<'_>, at: usize) -> bool {
    c.joined(at) && c.reads(at, "D")
}

/// "52 (and later 20 more) K9 howitzers": the noun behind an aside.
fn past_brackets(c: &Cursor<'_>, at: usize) -> Option<usize> {
    if !c.is_sign(at, "(") {
        return None;
    }
    (at + 1..at + 8).find(|close| c.is_sign(*close, ")")).map(|close| close + 1)
}

fn not_thing(c: &Cursor<'_>, at: usize) -> Option<(NotThing, usize)> {
    c.lexicon.not_things.at(c.lexicon.vocabulary(), c.tokens(), at)
}

fn thing(c: &Cursor<'_>, at: usize) -> Option<(Thing, usize)> {
    c.lexicon.things.at(c.lexicon.vocabulary(), c.tokens(), at)
}

fn thing_covers(c: &Cursor<'_>, at: usize) -> bool {
    thing(c, at).is_some_and(|(_, length)| length > 1)
}

/// A run of adjectives, nouns and model names; its last known noun is the head.
fn run(c: &Cursor<'_>, first: usize) -> Option<Counted> {
    let mut at = first;
    let mut head: Option<(Head, usize)> = None;
    let mut model: Option<Category> = None;
    while at < first + LONGEST {
        if at > first && c.tab_before(at) || set_aside(c, at) || c.is_when(at) {
            break;
        }
        let not = not_thing(c, at);
        // "three phone calls": the longer wording wins.
        let longer = |length: usize| not.is_some_and(|(_, other)| other > length);
        if let Some((found, length)) = thing(c, at).filter(|(_, length)| !longer(*length)) {
            if found.kind == ThingKind::Model {
                model = Some(found.category);
            }
            at += length;
            // "329 Mistral 3": the model's own number.
            at += usize::from(found.kind == ThingKind::Model && is_mark(c, at));
            head = Some((Head::Thing(category(found, model, head.map(|h| h.0))), at));
            continue;
        }
        // "twelve T-6C trainers" fly.
        if let (Some((NotThing::Person, length)), Some(category)) = (not, model)
            && matches!(c.text.word(at), "trainer" | "trainers")
        {
            at += length;
            head = Some((Head::Thing(category), at));
            continue;
        }
        if let Some((not, length)) = not
            && !(at > first && head.is_some() && c.is(at, Class::Verb))
        {
            head = Some((Head::NotThing(not), at + length));
            at += length;
            continue;
        }
        if !goes_on(c, first, at, head.is_some()) {
            break;
        }
        at += 1;
    }
    let at = trimmed(c, first, at);
    match head {
        Some((head, end)) => {
            let unknown_tail = at > end
                && is_plural(c, at - 1)
                && !is_plural(c, end - 1)
                && !c.is(at - 1, Class::Verb);
            Some(Counted { first, end: if unknown_tail { at } else { end }, head })
        }
        None if at > first && (!c.text.tokens[first].capital || named(c, first, at)) => {
            Some(Counted { first, end: at, head: Head::Unknown })
        }
        None => None,
    }
}

/// "12 Super Tucanos", "515 MXU-650 airfoil groups": a name in the plural, or one made of letters and digits.
fn named(c: &Cursor<'_>, first: usize, end: usize) -> bool {
    let plural = is_plural(c, end - 1) && c.word(end - 1) == WordId::UNKNOWN;
    plural || (first..end).any(|at| is_model_name(c.text.word(at)))
}

/// Capitals and digits in one word: "M-346", "MXU-650", "M232A2".
#[must_use]
pub fn is_model_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        && word.bytes().any(|b| b.is_ascii_digit())
        && word.len() > 2
}

/// The number of a model or phase, joined to its name by a blank: "Mistral 3", "Block 20".
#[must_use]
pub fn is_mark(c: &Cursor<'_>, at: usize) -> bool {
    let word = c.text.word(at);
    c.kind(at) == Some(TokenKind::Number)
        && at > 0
        && c.text.tokens[at - 1].capital
        && !c.text.word(at - 1).ends_with('s')
        && word.len() <= 3
        && word.bytes().all(|b| b.is_ascii_digit())
        && !c.tab_before(at)
        && c.lexicon.number_word(c.word(at + 1)).is_none()
}

/// "13.5 billion set aside": no sets.
fn set_aside(c: &Cursor<'_>, at: usize) -> bool {
    c.reads(at, "set") && c.listed(at + 1, List::SetAside)
}

/// "Patriot systems" are what Patriot is, "artillery shells" what shells are.
fn category(found: Thing, model: Option<Category>, before: Option<Head>) -> Category {
    if found.kind != ThingKind::Unit {
        return found.category;
    }
    match (model, before) {
        (Some(category), _) => category,
        (None, Some(Head::Thing(category))) if category != Category::Other => category,
        _ => found.category,
    }
}

fn goes_on(c: &Cursor<'_>, first: usize, at: usize, headed: bool) -> bool {
    match c.kind(at) {
        Some(TokenKind::Word) => {
            if c.is(at, Class::And) || c.is(at, Class::Or) {
                return at > first && !is_plural(c, at - 1) && joins_nouns(c, at);
            }
            if c.is_any(at, STOPS)
                || c.lexicon.rates.at(c.lexicon.vocabulary(), c.tokens(), at).is_some()
            {
                return false;
            }
            if c.is(at, Class::Verb) {
                return verb_in_phrase(c, at, headed);
            }
            if c.is(at, Class::Adverb) && !c.is(at, Class::Adjective) {
                return false;
            }
            !(at > first && c.lexicon.number_word(c.word(at)).is_some())
        }
        Some(TokenKind::Number) => calibre(c, at) || at > first && c.text.tokens[at - 1].capital,
        Some(TokenKind::Sign) => {
            let hyphen = c.is_dash(at) && c.joined(at) && c.joined(at + 1);
            let quote = matches!(c.text.word(at), "\"" | "“" | "”" | "'")
                && c.joined(at + 1) != (at > first && c.joined(at) && !c.joined(at + 1));
            hyphen || (quote && at == first) || (c.is_sign(at, "/") && c.joined(at))
        }
        _ => false,
    }
}

/// "155 mm", "155-mm" inside a phrase.
fn calibre(c: &Cursor<'_>, at: usize) -> bool {
    let next = at + 1 + usize::from(c.is_dash(at + 1));
    c.listed(next, List::CalibreUnit)
}

fn joins_nouns(c: &Cursor<'_>, at: usize) -> bool {
    (at + 1..at + 4).any(|next| thing(c, next).is_some())
        && !c.is_any(at + 1, STOPS)
        && c.lexicon.number_word(c.word(at + 1)).is_none()
        && c.kind(at + 1) == Some(TokenKind::Word)
}

/// A verb's form goes on as a modifier only before something that is counted ("guided missiles").
fn verb_in_phrase(c: &Cursor<'_>, at: usize, headed: bool) -> bool {
    if headed && is_plural(c, at - 1) {
        return false;
    }
    c.is(at, Class::Adjective)
        || (at + 1..at + 4).any(|next| thing(c, next).is_some() || not_thing(c, next).is_some())
            && !c.is_any(at + 1, STOPS)
}

fn is_plural(c: &Cursor<'_>, at: usize) -> bool {
    let word = c.text.word(at);
    word.len() > 2
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.chars().all(|ch| ch.is_uppercase() || ch.is_numeric())
}

fn trimmed(c: &Cursor<'_>, first: usize, mut end: usize) -> usize {
    while end > first
        && (c.kind(end - 1) != Some(TokenKind::Word)
            || c.is(end - 1, Class::And)
            || c.is(end - 1, Class::Or))
    {
        end -= 1;
    }
    end
}

/// "rounds of 155 mm ammunition", "sets of body armour", "20 million rounds of …".
fn extend_over_of(c: &Cursor<'_>, counted: &mut Counted) {
    let container = (counted.first..counted.end).rev().find_map(|at| thing(c, at));
    let is_unit = container.is_some_and(|(t, _)| t.kind == ThingKind::Unit)
        || c.lexicon
            .cues
            .at(c.lexicon.vocabulary(), c.tokens(), counted.end - 1)
            .is_some_and(|(bits, _)| bits & Cue::UnitNoun.bit() != 0);
    let rounds = c.listed(counted.end - 1, List::Piece);
    if !is_unit && !rounds {
        return;
    }
    let mut inner = counted.end + 1;
    if c.is(inner, Class::Determiner) {
        inner += 1;
    }
    if let Some(of) = run(c, inner) {
        let fallback = matches!(counted.head, Head::Thing(_));
        counted.end = of.end;
        counted.head = match of.head {
            Head::Thing(category) if category != Category::Other || !fallback => {
                Head::Thing(category)
            }
            Head::NotThing(not) if !fallback => Head::NotThing(not),
            _ => counted.head,
        };
    }
}
