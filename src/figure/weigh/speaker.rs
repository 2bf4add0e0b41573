//! Who says the figure: everybody heard around it, or nobody.

use super::around::{Around, Relation};
use super::choice::{Choice, Found};
use super::coded::{NOTHING, code, coded};
use super::evidence::signs;
use super::page::{self, Page};
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
pub fn ask<'s>(around: &Around<'s, '_>) -> Choice<'s, Option<&'s str>> {
    let mut choice = around.choice(Question::Speaker);
    let Some(page) = around.page else {
        choice.add(around.draft.speaker.as_deref(), |_, _| {});
        return choice;
    };
    let given = Given::of(around, page);
    for answer in answers(around, page, &given) {
        choice.add(answer, |answer, found| tell(around, page, &given, *answer, found));
    }
    choice
}

/// What is the same for every answer.
struct Given<'s> {
    voices: Vec<Voice<'s>>,
    interviewed: Option<&'s str>,
    /// Whose a speech or interview seems to be.
    teller: Option<&'s str>,
    quoted: bool,
    /// The sentence says "we", and not in a quotation.
    we: bool,
    /// Somebody speaks in the sentence.
    spoken: bool,
    past: bool,
}

impl<'s> Given<'s> {
    fn of(around: &Around<'s, '_>, page: &'s Page) -> Self {
        let (scene, draft) = (around.scene, around.draft);
        let voices = near(around, &page.voices);
        let interviewed = speaker::interviewed(scene, draft);
        let quoted = speaker::in_quote(scene, draft);
        let sentence = scene.sentence(draft.sentence);
        let we = || (sentence.first..sentence.end).any(|at| scene.c.is(at, Class::PronounWe));
        let speech = || page.voices.head.as_deref().or(page.voices.main.as_deref());
        let past = draft.years.zip(scene.year()).is_some_and(|((_, last), this)| last < this);
        Self {
            interviewed,
            teller: interviewed.or_else(|| page.speech.then(speech).flatten()),
            quoted,
            we: !quoted && we(),
            spoken: spokes(&voices),
            voices,
            past,
        }
    }
}

fn answers<'s>(around: &Around<'s, '_>, page: &'s Page, given: &Given<'s>) -> Vec<Option<&'s str>> {
    let mut answers: Vec<Option<&str>> = Vec::with_capacity(20);
    answers.push(around.draft.speaker.as_deref());
    let before = around.previous().and_then(|(p, _)| p.speaker.as_deref());
    let whole = around.whole().and_then(|w| w.speaker.as_deref());
    let named = given.voices.iter().map(|v| v.heard.name.as_str());
    let more = before.into_iter().chain(whole).chain(given.interviewed).chain(named);
    let last = page.voices.main.as_deref().into_iter().chain(page.voices.head.as_deref());
    for name in std::iter::once(None).chain(more.chain(last).map(Some)) {
        if answers.len() < 20 && !answers.contains(&name) {
            answers.push(name);
        }
    }
    answers
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
    page: &Page,
    given: &Given<'_>,
    answer: Option<&str>,
    found: &mut Found<'_>,
) {
    let draft = around.draft;
    let sort = code(sort_of(answer, &given.voices));
    let quote = code(given.quoted);
    let spoken = code(given.spoken);
    found.push(Sign::Usual.of([sort, quote, code(draft.stage)]));
    found.push(Sign::Kind.of([sort, code(page.speech), spoken]));
    found.push(Sign::Stands.of([sort, code(draft.title), code(draft.kind)]));
    found.push(Sign::Past.of([sort, code(given.past), code(draft.stage)]));
    if draft.speaker.as_deref() == answer {
        found.push(Sign::Ruled.of([sort, spoken, quote]));
    }
    if let Some((before, relation)) = around.previous() {
        let alike = code(before.donors == draft.donors);
        if before.speaker.as_deref() == answer {
            found.push(Sign::Previous.of([code(relation), sort, quote]));
            found.push(Sign::Goes.of([code(relation), spoken, code(answer.is_some())]));
            found.push(Sign::Giver.of([code(relation), alike, code(answer.is_some())]));
        }
    }
    if let Some(whole) = around.whole().filter(|w| w.speaker.as_deref() == answer) {
        found.push(Sign::Whole.of([sort, code(whole.sentence == draft.sentence), NOTHING]));
    }
    let voices = given.voices.iter().enumerate();
    let heard = voices.into_iter().find(|(_, v)| Some(v.heard.name.as_str()) == answer);
    if let Some((place, voice)) = heard {
        let (how, at) = (code(voice.heard.how), code(voice.at));
        found.push(Sign::Says.of([how, at, quote]));
        let word = around.print(voice.heard.word);
        found.push(Sign::Word.of([how, at, NOTHING]).with(word));
        if place == 0 {
            found.push(Sign::Nearest.of([how, at, quote]));
        }
    }
    if answer.is_some() && answer == page.voices.main.as_deref() {
        found.push(Sign::Main.of([code(heard.is_some()), quote, sort]));
    }
    if page.speech || given.interviewed.is_some() {
        let same = code(answer == given.teller);
        found.push(Sign::Speech.of([same, code(given.we), code(answer.is_some())]));
    }
    if given.interviewed.is_some() {
        found.push(Sign::Answers.of([code(answer == given.interviewed), sort, NOTHING]));
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
