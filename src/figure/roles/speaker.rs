//! Who says the figure: the subject of a reporting verb around it, "according to …".

use crate::figure::draft::Draft;
use crate::figure::scene::{HEAD, Scene};
use crate::lexicon::{Class, List, PartySort, VerbClass};
use crate::text::TokenKind;

/// The speaker of a figure's sentence, as the fullest form of the name in the text.
#[must_use]
pub fn of(scene: &Scene<'_>, draft: &Draft) -> Option<String> {
    let number = draft.sentence;
    in_sentence(scene, number).or_else(|| {
        if in_quote(scene, draft) {
            in_sentence(scene, number + 1).filter(|_| same_line(scene, number, number + 1)).or_else(
                || {
                    number
                        .checked_sub(1)
                        .filter(|n| same_line(scene, *n, number))
                        .and_then(|n| in_sentence(scene, n))
                },
            )
        } else {
            None
        }
    })
}

fn same_line(scene: &Scene<'_>, one: usize, two: usize) -> bool {
    let sentences = &scene.c.text.sentences;
    sentences.get(one).zip(sentences.get(two)).is_some_and(|(a, b)| a.line == b.line)
}

/// The figure stands inside quotation marks.
pub fn in_quote(scene: &Scene<'_>, draft: &Draft) -> bool {
    let sentences = &scene.c.text.sentences;
    let line = scene.sentence(draft.sentence).line;
    let from = sentences[sentences.partition_point(|s| s.line < line)].first;
    scene.quotes_in(from, draft.mention.first) % 2 == 1
}

/// The speaker that a sentence names.
#[must_use]
pub fn in_sentence(scene: &Scene<'_>, number: usize) -> Option<String> {
    let c = &scene.c;
    let sentence = c.text.sentences.get(number)?;
    for at in sentence.first..sentence.end {
        if c.reads(at, "according") && c.reads(at + 1, "to") {
            return name_in(scene, at + 2, (at + 14).min(sentence.end))
                .map(|name| fullest(scene, name));
        }
        if c.reads(at, "by")
            && c.text.tokens.get(at + 2).is_some()
            && (c.is(at + 2, Class::Ending))
            && matches!(c.text.word(at + 3), "count" | "reckoning" | "estimate")
        {
            return name_in(scene, at + 1, at + 2);
        }
    }
    for verb in scene.verbs_in(sentence.first, sentence.end) {
        let announces = verb.class == VerbClass::Promise && verb.finite && !verb.passive;
        if !(verb.class == VerbClass::Report && verb.finite && !verb.passive) && !announces {
            continue;
        }
        let clause = scene.clauses[scene.clause_at(verb.first)];
        let before = name_in(scene, clause.first, verb.first);
        // "said Bernd Lange, chair of the committee"
        let after = || {
            name_in(scene, verb.end, (verb.end + 8).min(sentence.end))
                .filter(|_| c.text.tokens.get(verb.end).is_some_and(|t| t.capital))
        };
        let body = || body_before(scene, clause.first, verb.first);
        if let Some(name) = before.or_else(after).or_else(body) {
            return Some(fullest(scene, name));
        }
    }
    None
}

/// The name of a person or body in a stretch: the last run of capitalised words that is no place or day.
pub fn name_in(scene: &Scene<'_>, first: usize, end: usize) -> Option<String> {
    let c = &scene.c;
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let mut at = first;
    while at < end {
        let start = at;
        while at < end && is_name_word(scene, at) {
            at += 1;
        }
        let common = at == start + 1
            && is_sentence_head(scene, start)
            && c.lexicon.vocabulary().is_known(&c.text.word(start).to_lowercase())
            && scene.parties_in(start, at).is_empty();
        if at > start && !common && named(scene, start, at) {
            runs.push((start, at));
        }
        at = at.max(start + 1);
    }
    let person = scene
        .parties_in(first, end)
        .iter()
        .find(|p| p.sort == PartySort::Person)
        .map(|p| (p.first, p.end));
    let several = runs.iter().rev().find(|(start, stop)| stop - start > 1).copied();
    let (start, stop) = person.or(several).or(runs.last().copied())?;
    Some(c.text.slice(start, stop).to_owned())
}

/// "the defence ministry says", "officials in Moscow said", "experts reckon": a body without a name of its own,
/// between its article and the verb.
pub fn body_before(scene: &Scene<'_>, first: usize, verb: usize) -> Option<String> {
    let c = &scene.c;
    let head = (first.max(verb.saturating_sub(7))..verb).rev().find(|at| {
        c.listed_small(*at, List::Body) && (*at == first || !c.is(*at - 1, Class::Preposition))
    })?;
    // Only a short phrase may stand between: "officials in Moscow", "ministry of that country".
    let plain = (head + 1..verb).all(|at| {
        c.is_any(
            at,
            Class::Preposition.bit()
                | Class::Of.bit()
                | Class::Determiner.bit()
                | Class::Adverb.bit(),
        ) || c.text.tokens[at].capital
    });
    plain.then(|| c.text.slice(phrase_start(scene, first, head), verb).to_owned())
}

/// "said the armed forces ministry": the same behind the verb.
#[must_use]
pub fn body_behind(scene: &Scene<'_>, from: usize, end: usize) -> Option<String> {
    let c = &scene.c;
    let head = (from..(from + 6).min(end)).find(|at| c.listed_small(*at, List::Body))?;
    let plain = (from..head).all(|at| {
        c.kind(at) == Some(TokenKind::Word)
            && !c.is_any(at, Class::Preposition.bit() | Class::Verb.bit() | Class::Relative.bit())
    });
    plain.then(|| c.text.slice(phrase_start(scene, from, head), head + 1).to_owned())
}

fn phrase_start(scene: &Scene<'_>, first: usize, head: usize) -> usize {
    let c = &scene.c;
    let stops = Class::Determiner.bit()
        | Class::Preposition.bit()
        | Class::And.bit()
        | Class::But.bit()
        | Class::Verb.bit();
    let mut start = head;
    while start > first
        && start + 4 > head
        && c.kind(start - 1) == Some(TokenKind::Word)
        && !c.is_any(start - 1, stops)
    {
        start -= 1;
    }
    start
}

fn is_sentence_head(scene: &Scene<'_>, at: usize) -> bool {
    scene.sentence(scene.sentence_at(at)).first == at
}

fn is_name_word(scene: &Scene<'_>, at: usize) -> bool {
    let c = &scene.c;
    c.text.tokens[at].kind == TokenKind::Word
        && c.text.tokens[at].capital
        && !c.is_any(
            at,
            Class::Title.bit()
                | Class::Office.bit()
                | Class::Month.bit()
                | Class::Weekday.bit()
                | Class::Determiner.bit()
                | Class::PronounPerson.bit()
                | Class::PronounThing.bit()
                | Class::PronounThey.bit()
                | Class::PronounWe.bit()
                | Class::Preposition.bit()
                | Class::Subordinator.bit()
                | Class::But.bit()
                | Class::Ending.bit()
                | Class::And.bit(),
        )
        && !scene
            .parties_in(at.saturating_sub(2), at + 1)
            .iter()
            .any(|p| matches!(p.sort, PartySort::Adjective) && p.end > at)
}

/// A person, or a body that is no bare country or capital.
fn named(scene: &Scene<'_>, first: usize, end: usize) -> bool {
    let c = &scene.c;
    let parties = scene.parties_in(first, end);
    if parties.iter().any(|p| p.sort == PartySort::Person) {
        return true;
    }
    if parties.iter().any(|p| {
        p.first == first
            && p.end >= end
            && matches!(
                p.sort,
                PartySort::Name | PartySort::Capital | PartySort::People | PartySort::Company
            )
            && party_is_country(scene, p.party)
    }) {
        return false;
    }
    if parties.iter().any(|p| p.first == first && p.possessive) {
        return false;
    }
    (first..end).any(|at| c.text.word(at).len() > 2)
}

fn party_is_country(scene: &Scene<'_>, party: u16) -> bool {
    scene.party(party).is_country()
}

/// "Umerov" is "Rustem Umerov" where the text has it: the longest run of capitalised words that ends so.
pub fn fullest(scene: &Scene<'_>, name: String) -> String {
    let c = &scene.c;
    let Some(family) = name.rsplit(' ').next() else { return name };
    if name.contains(' ') {
        return name;
    }
    // The full name stands where somebody is introduced, early; a bound keeps long texts linear.
    for at in 1..c.tokens().len().min(20_000) {
        let token = &c.tokens()[at];
        let alike = (token.end - token.start) as usize == family.len();
        if !alike || c.text.word(at) != family || !is_name_word(scene, at - 1) {
            continue;
        }
        let mut start = at;
        while start > 0
            && start + 3 > at
            && is_name_word(scene, start - 1)
            && !c.is(start - 1, Class::Office)
            && !scene.parties_in(start - 1, start).iter().any(|p| p.sort != PartySort::Person)
        {
            start -= 1;
        }
        if start < at {
            return c.text.slice(start, at + 1).to_owned();
        }
    }
    name
}

/// The longest answer in an interview, in sentences.
const ANSWER: usize = 120;

/// Who answers in an interview: the person whose label opens the lines before the figure's, or whom the head of
/// the page names.
#[must_use]
pub fn interviewed<'a>(scene: &Scene<'a>, draft: &Draft) -> Option<&'a str> {
    let c = &scene.c;
    if !scene.interview {
        return None;
    }
    let head = HEAD.min(c.tokens().len());
    let mut before = c.text.sentences[..=draft.sentence].iter().rev().take(ANSWER);
    let labelled = before.find_map(|s| {
        let person = scene
            .parties_in(s.first, s.first + 1)
            .first()
            .filter(|p| p.sort == PartySort::Person && c.is_sign(p.end, ":"))?;
        Some(c.text.slice(person.first, person.end))
    });
    let titled = || {
        let with = (0..head).find(|at| c.reads(*at, "with") || c.is_sign(*at, ":"))?;
        scene
            .parties_in(with, head)
            .iter()
            .find(|p| p.sort == PartySort::Person)
            .map(|p| c.text.slice(p.first, p.end))
    };
    labelled.or_else(titled)
}
