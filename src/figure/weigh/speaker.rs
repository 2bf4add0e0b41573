//! Who says the figure: everybody heard around it, or nobody.

use super::around::{Around, Relation};
use super::choice::Choice;
use super::coded::{NOTHING, code, coded};
use super::evidence::signs;
use super::page;
use super::table::Question;
use crate::figure::roles::heard::{Heard, How, Voices};
use crate::figure::roles::speaker;
use crate::figure::terms::{Kind, Stage};
use crate::lexicon::Class;

signs! {
    /// How usual such a speaker is.
    Usual = "usual"(Sort, bool, Stage),
    /// The same, by where the figure stands.
    Stands = "stands"(Sort, bool, Kind),
    /// The same, in a speech; where others speak beside it.
    Kind = "kind"(Sort, bool, bool),
    /// For years gone by.
    Past = "past"(Sort, bool, Stage),
    /// What the rules say.
    Ruled = "ruled"(Sort, bool, bool),
    /// Is heard.
    Says = "says"(How, At, bool),
    /// The word of speech.
    Word = "word"(How, At),
    /// No one is heard nearer.
    Nearest = "nearest"(How, At, bool),
    /// The speaker of the figure before.
    Previous = "previous"(Relation, Sort, bool),
    /// The same, by whether this sentence lets others speak.
    Goes = "goes"(Relation, bool, bool),
    /// The speaker of the whole.
    Whole = "whole"(Sort, bool),
    /// Heard most in the document.
    Main = "main"(bool, bool, Sort),
    /// Whoever is interviewed.
    Answers = "answers"(bool, Sort),
    /// In a speech or interview: whose it seems; for "we" and "I".
    Speech = "speech"(bool, bool, bool),
    /// The giver is the same as before.
    Giver = "giver"(Relation, bool, bool),
}

coded!(How {
    According = "according", Says = "says", Behind = "behind", Announces = "announces", Acts = "acts",
    Again = "again", Body = "body", Label = "label", Named = "named",
});

/// What sort of speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Nobody,
    Person,
    Other,
}

coded!(Sort { Nobody = "nobody", Person = "person", Other = "other", });

/// In which sentence, seen from the figure's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    OwnClause,
    Before,
    After,
    Next,
    Last,
    Above,
    Paragraph,
    LeadIn,
    Head,
}

coded!(At {
    OwnClause = "own_clause", Before = "before", After = "after", Next = "next", Last = "last", Above = "above",
    Paragraph = "paragraph", LeadIn = "lead_in", Head = "head",
});

/// Sentences at the head of a page whose voices may go through the whole.
const HEAD: usize = 5;
/// Sentences before the figure's whose voices may still speak.
const REACH: usize = 6;

/// The sentences that are listened to for figures in these.
pub fn listened(figures: impl Iterator<Item = usize>, all: usize) -> impl Iterator<Item = usize> {
    let mut wanted = vec![false; all];
    wanted.iter_mut().take(HEAD).for_each(|w| *w = true);
    for number in figures {
        let until = (number + 2).min(all);
        wanted[number.saturating_sub(REACH)..until].fill(true);
    }
    wanted.into_iter().enumerate().filter(|(_, w)| *w).map(|(number, _)| number)
}

struct Voice<'p> {
    at: At,
    heard: &'p Heard,
}

/// Everybody who may have said it.
pub fn ask<'s>(around: &Around<'s, '_>) -> Choice<'s, Option<String>> {
    let mut choice = around.choice(Question::Speaker);
    let Some(page) = around.page else {
        choice.add(around.draft.speaker.clone(), |_, _| {});
        return choice;
    };
    let voices = near(around, &page.voices);
    let interviewed = speaker::interviewed(around.scene, around.draft);
    let mut answers: Vec<Option<String>> = vec![around.draft.speaker.clone()];
    let mut add = |name: Option<String>| {
        if answers.len() < 20 && !answers.contains(&name) {
            answers.push(name);
        }
    };
    add(None);
    let before = around.previous().and_then(|(p, _)| p.speaker.clone());
    let whole = around.whole().and_then(|w| w.speaker.clone());
    let named = voices.iter().map(|v| v.heard.name.clone());
    let more = before.into_iter().chain(whole).chain(interviewed.clone()).chain(named);
    let last = page.voices.main.clone().into_iter().chain(page.voices.head.clone());
    more.chain(last).for_each(|name| add(Some(name)));
    let quoted = speaker::in_quote(around.scene, around.draft);
    let sentence = around.scene.sentence(around.draft.sentence);
    let we =
        !quoted && (sentence.first..sentence.end).any(|at| around.scene.c.is(at, Class::PronounWe));
    let teller = interviewed.clone().or_else(|| {
        page.speech.then(|| page.voices.head.clone().or_else(|| page.voices.main.clone())).flatten()
    });
    for answer in answers {
        choice.add(answer, |answer, found| {
            tell(around, answer.as_deref(), &voices, quoted, found);
            if answer.is_some() && *answer == page.voices.main {
                let here = voices.iter().any(|v| Some(&v.heard.name) == answer.as_ref());
                found.push(Sign::Main.of([
                    code(here),
                    code(quoted),
                    code(sort_of(answer.as_deref(), &voices)),
                ]));
            }
            if page.speech || interviewed.is_some() {
                let same = *answer == teller;
                found.push(Sign::Speech.of([code(same), code(we), code(answer.is_some())]));
            }
            if interviewed.is_some() {
                let same = *answer == interviewed;
                found.push(Sign::Answers.of([
                    code(same),
                    code(sort_of(answer.as_deref(), &voices)),
                    NOTHING,
                ]));
            }
        });
    }
    choice
}

/// Somebody speaks in the figure's own sentence.
fn spokes(voices: &[Voice<'_>]) -> bool {
    voices.iter().any(|v| {
        matches!(v.at, At::OwnClause | At::Before | At::After)
            && !matches!(v.heard.how, How::Named | How::Acts)
    })
}

fn sort_of(answer: Option<&str>, voices: &[Voice<'_>]) -> Sort {
    let Some(name) = answer else { return Sort::Nobody };
    match voices.iter().find(|v| v.heard.name == name) {
        Some(voice) if voice.heard.person => Sort::Person,
        Some(_) => Sort::Other,
        None if name.contains(' ') && name.starts_with(char::is_uppercase) => Sort::Person,
        None => Sort::Other,
    }
}

fn tell(
    around: &Around<'_, '_>,
    answer: Option<&str>,
    voices: &[Voice<'_>],
    quoted: bool,
    found: &mut super::choice::Found<'_>,
) {
    let draft = around.draft;
    let sort = code(sort_of(answer, voices));
    let quote = code(quoted);
    let speech = around.page.is_some_and(|p| p.speech);
    found.push(Sign::Usual.of([sort, quote, code(draft.stage)]));
    found.push(Sign::Kind.of([sort, code(speech), code(spokes(voices))]));
    found.push(Sign::Stands.of([sort, code(draft.title), code(draft.kind)]));
    let past = draft.years.zip(around.scene.year()).is_some_and(|((_, last), this)| last < this);
    found.push(Sign::Past.of([sort, code(past), code(draft.stage)]));
    let spoken = spokes(voices);
    if draft.speaker.as_deref() == answer {
        found.push(Sign::Ruled.of([sort, code(spoken), quote]));
    }
    if let Some((before, relation)) = around.previous() {
        let giver = code(before.donors == draft.donors);
        if before.speaker.as_deref() == answer {
            found.push(Sign::Previous.of([code(relation), sort, quote]));
            found.push(Sign::Goes.of([code(relation), code(spoken), code(answer.is_some())]));
            found.push(Sign::Giver.of([code(relation), giver, code(answer.is_some())]));
        }
    }
    if let Some(whole) = around.whole().filter(|w| w.speaker.as_deref() == answer) {
        found.push(Sign::Whole.of([sort, code(whole.sentence == draft.sentence), NOTHING]));
    }
    let heard = voices.iter().enumerate().find(|(_, v)| Some(v.heard.name.as_str()) == answer);
    if let Some((place, voice)) = heard {
        let (how, at) = (code(voice.heard.how), code(voice.at));
        found.push(Sign::Says.of([how, at, quote]));
        let word = around.scene.c.text.word(voice.heard.word);
        found.push(Sign::Word.of([how, at, NOTHING]).with(word));
        if place == 0 {
            found.push(Sign::Nearest.of([how, at, quote]));
        }
    }
}

/// Whoever is heard around a figure, the nearest first.
fn near<'p>(around: &Around<'_, '_>, all: &'p Voices) -> Vec<Voice<'p>> {
    let scene = around.scene;
    let draft = around.draft;
    let number = draft.sentence;
    let clause = scene.clauses[draft.clause];
    let mut found: Vec<Voice<'p>> = Vec::new();
    let mut add = |sentence: usize, at: &dyn Fn(&Heard) -> At| {
        for heard in all.of(sentence) {
            if found.len() < 24 {
                found.push(Voice { at: at(heard), heard });
            }
        }
    };
    add(number, &|heard| {
        if heard.word >= clause.first && heard.word < clause.end {
            At::OwnClause
        } else if heard.word < draft.mention.first {
            At::Before
        } else {
            At::After
        }
    });
    let line = scene.sentence(number).line;
    let paragraph = scene.sentence(number).paragraph;
    if scene.c.text.sentences.get(number + 1).is_some_and(|s| s.line == line) {
        add(number + 1, &|_| At::Next);
    }
    for back in 1..=REACH.min(number) {
        let same = scene.sentence(number - back).paragraph == paragraph;
        let at = match back {
            1 => At::Last,
            2 | 3 => At::Above,
            _ if same => At::Paragraph,
            _ => continue,
        };
        add(number - back, &|_| at);
    }
    if let Some(lead) = page::lead_in(scene, draft).filter(|lead| lead + 3 < number) {
        add(lead, &|_| At::LeadIn);
    }
    for head in 0..HEAD.min(number.saturating_sub(3)) {
        add(head, &|_| At::Head);
    }
    found
}
