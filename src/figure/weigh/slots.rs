//! The words that stand around a figure, each with the place it takes in the sentence: the noun it is the size
//! of, the subject of its clause, the verb of the sentence before, the line above its list.

use super::around::Around;
use super::coded::coded;
use super::evidence::Print;
use super::prints;
use crate::figure::links::parts;
use crate::figure::scene::{Scene, Tense, VerbGroup};
use crate::lexicon::{Class, VerbClass};
use crate::text::TokenKind;

/// Where a word stands, seen from the figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// The word before it.
    Before,
    /// The word before that.
    Before2,
    /// The word behind it.
    Behind,
    /// The word behind that.
    Behind2,
    /// "[package] of €3 billion".
    Led,
    /// "€3 billion aid [package]".
    Headed,
    /// Words of the subject of its clause's verb.
    Subject,
    /// The first word of its sentence.
    Opened,
    /// The first auxiliary of its verb.
    Aux,
    /// The verb over its verb.
    Over,
    /// A participle right behind it.
    Participle,
    /// The finite verb of the sentence before.
    Last,
    /// The line above its list, or the heading.
    Above,
    /// The title.
    Title,
}

coded!(Slot {
    Before = "before", Before2 = "before2", Behind = "behind", Behind2 = "behind2", Led = "led",
    Headed = "headed", Subject = "subject", Opened = "opened", Aux = "aux", Over = "over",
    Participle = "participle", Last = "last", Above = "above", Title = "title",
});

/// What stands for the beginning or end of a sentence.
pub const EDGE: &str = "¶";

/// Words that a figure's own noun is looked for behind.
const LIGHT: u64 = Class::Determiner.bit() | Class::Adverb.bit();

/// The words around a figure with their slots, senses among them.
pub fn find(around: &Around<'_, '_>) -> Vec<(Slot, Print)> {
    let mut found = Finder { around, scene: around.scene, found: Vec::with_capacity(64) };
    found.beside();
    found.subject();
    found.verbs();
    found.above();
    found.title();
    found.found
}

struct Finder<'r, 's, 'a> {
    around: &'r Around<'s, 'a>,
    scene: &'s Scene<'a>,
    found: Vec<(Slot, Print)>,
}

impl Finder<'_, '_, '_> {
    fn word(&mut self, slot: Slot, at: usize) {
        let (print, sense) = prints::of(&self.scene.c, at);
        self.found.push((slot, print));
        self.found.extend(sense.map(|sense| (slot, sense)));
    }

    fn sense(&mut self, slot: Slot, at: usize) {
        self.found.extend(self.around.sense(at).map(|sense| (slot, sense)));
    }

    fn verb(&mut self, slot: Slot, group: &VerbGroup) {
        self.found.push((slot, Print::from(self.around.lemma(group))));
        self.sense(slot, group.end - 1);
    }

    /// The words right beside the figure and the nouns it belongs to.
    fn beside(&mut self) {
        let c = self.scene.c;
        let sentence = self.scene.sentence(self.around.draft.sentence);
        let mention = &self.around.draft.mention;
        let light = |at: usize| {
            c.is_any(at, LIGHT)
                || c.kind(at) == Some(TokenKind::Number)
                || c.lexicon.bounds_before.at(c.lexicon.vocabulary(), c.tokens(), at).is_some()
                    && !c.is_any(at, Class::Preposition.bit() | Class::To.bit())
        };
        let mut before = (sentence.first..mention.first).rev().filter(|at| !light(*at));
        match before.next() {
            Some(at) => {
                self.word(Slot::Before, at);
                let next = before.next();
                if let Some(next) = next {
                    self.word(Slot::Before2, next);
                }
                let leads = c.is_any(at, Class::Preposition.bit() | Class::To.bit());
                if let Some(noun) = next.filter(|_| leads || c.reads(at, "worth")) {
                    self.word(Slot::Led, noun);
                }
            }
            None => self.found.push((Slot::Before, Print::from(EDGE))),
        }
        let mut end = mention.end;
        if c.is_sign(end, "(") {
            end = (end..(end + 12).min(sentence.end))
                .find(|at| c.is_sign(*at, ")"))
                .map_or(end, |at| at + 1);
        }
        if end < sentence.end {
            self.word(Slot::Behind, end);
        } else {
            self.found.push((Slot::Behind, Print::from(EDGE)));
        }
        if end + 1 < sentence.end {
            self.word(Slot::Behind2, end + 1);
        }
        let stops =
            Class::Preposition.bit() | Class::To.bit() | Class::And.bit() | Class::Relative.bit();
        let head = (end..(end + 5).min(sentence.end))
            .take_while(|at| {
                c.kind(*at) == Some(TokenKind::Word)
                    && !c.is_any(*at, stops | Class::Adverb.bit())
                    && !self.scene.verbs_in(*at, *at + 1).iter().any(|v| v.first == *at)
            })
            .last();
        if let Some(at) = head {
            self.word(Slot::Headed, at);
        }
        if !light(sentence.first) {
            self.word(Slot::Opened, sentence.first);
        }
    }

    /// The nouns before the finite verb of the figure's clause.
    fn subject(&mut self) {
        let c = self.scene.c;
        let clause = self.scene.clauses[self.around.draft.clause];
        let Some(verb) = clause.verb.map(|v| self.scene.verbs[v]) else { return };
        if verb.first > self.around.draft.mention.first {
            return;
        }
        let passed = LIGHT | Class::Preposition.bit() | Class::And.bit() | Class::Adjective.bit();
        let nouns = (clause.first..verb.first).rev().filter(|at| {
            c.kind(*at) == Some(TokenKind::Word) && !c.is_any(*at, passed) && !c.joined(*at)
        });
        for at in nouns.take(6).collect::<Vec<_>>() {
            self.word(Slot::Subject, at);
        }
    }

    fn verbs(&mut self) {
        if let Some(verb) = self.around.verb().filter(|v| v.end > v.first + 1) {
            self.found.push((Slot::Aux, self.around.print(verb.first)));
        }
        if let Some(over) = self.around.over() {
            self.verb(Slot::Over, &over);
        }
        if let Some(group) = participle_behind(self.around) {
            self.verb(Slot::Participle, &group);
        }
        if let Some(group) = verb_before(self.around) {
            self.verb(Slot::Last, &group);
        }
    }

    fn above(&mut self) {
        let Some(number) = line_above(self.around) else { return };
        let sentence = self.scene.sentence(number);
        let words = sentence.first..sentence.end.min(sentence.first + 24);
        for at in words.filter(|at| self.scene.c.kind(*at) == Some(TokenKind::Word)) {
            self.sense(Slot::Above, at);
        }
    }

    fn title(&mut self) {
        if self.around.draft.title {
            return;
        }
        let end =
            self.scene.title_sentences.checked_sub(1).map_or(0, |n| self.scene.sentence(n).end);
        for at in (0..end.min(24)).filter(|at| self.scene.c.kind(*at) == Some(TokenKind::Word)) {
            self.sense(Slot::Title, at);
        }
    }
}

/// "30 tanks [promised] last year", "118 tanks [to be built]": a participle or infinitive within four words behind.
pub fn participle_behind(around: &Around<'_, '_>) -> Option<VerbGroup> {
    let end = around.draft.mention.end;
    let groups = around.scene.verbs_in(end, end + 4);
    let group = groups.first().filter(|v| {
        v.tense == Tense::Reduced
            || v.tense == Tense::Ing
            || v.tense == Tense::Infinitive
            || v.tense == Tense::Past && v.end == v.first + 1
    })?;
    let between = end..group.first;
    let parted = between.into_iter().any(|at| {
        around
            .scene
            .c
            .is_any(at, Class::Preposition.bit() | Class::Relative.bit() | Class::And.bit())
    });
    (!parted).then_some(*group)
}

/// The finite verb of the sentence before; that of saying only where there is no other.
pub fn verb_before(around: &Around<'_, '_>) -> Option<VerbGroup> {
    let scene = around.scene;
    let before = around.draft.sentence.checked_sub(1).filter(|n| *n >= scene.title_sentences)?;
    let sentence = scene.sentence(before);
    let finite = || scene.verbs_in(sentence.first, sentence.end).iter().filter(|v| v.finite);
    finite().find(|v| v.class != VerbClass::Report).or_else(|| finite().next()).copied()
}

/// The line that a list stands under; the heading over a paragraph.
pub fn line_above(around: &Around<'_, '_>) -> Option<usize> {
    let scene = around.scene;
    let own = around.draft.sentence;
    let listed = parts::is_item(scene, own);
    let first = own.saturating_sub(if listed { 60 } else { 8 }).max(scene.title_sentences);
    let line = scene.sentence(own).line;
    (first..own).rev().find(|n| {
        let sentence = scene.sentence(*n);
        let short = sentence.end - sentence.first <= 9;
        let heads = sentence.line < line
            && short
            && (*n == 0 || scene.sentence(*n - 1).line < sentence.line)
            && scene.sentence(*n + 1).line > sentence.line;
        if listed { !parts::is_item(scene, *n) } else { heads }
    })
}

/// The verb of the title, that of saying aside.
pub fn title_verb(scene: &Scene<'_>) -> Option<VerbGroup> {
    let end = scene.title_sentences.checked_sub(1).map_or(0, |n| scene.sentence(n).end);
    scene.verbs_in(0, end).iter().find(|v| v.finite && v.class != VerbClass::Report).copied()
}
