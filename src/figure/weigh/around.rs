//! What stands around a figure, for every question asked of it.

use std::cell::OnceCell;

use super::choice::Choice;
use super::coded::{Coded, coded};
use super::evidence::Print;
use super::page::Page;
use super::parties::{self, Standing};
use super::prints;
use super::slots::{self, Slot};
use super::table::{Question, Weights};
use crate::figure::draft::Draft;
use crate::figure::roles::governing::Governing;
use crate::figure::scene::{PartyMention, Scene, VerbGroup};
use crate::lexicon::Cue;
use crate::text::TokenKind;

/// Where something else stands, seen from the figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In its clause, before it, with at most five tokens between.
    JustBefore,
    /// In its clause, before it.
    Before,
    /// In its clause, behind it, with at most five tokens between.
    JustBehind,
    /// In its clause, behind it.
    Behind,
    /// In its sentence, in an earlier clause.
    Earlier,
    /// In its sentence, in a later clause.
    Later,
    /// In the sentence before.
    Last,
    /// Two or three sentences before.
    Above,
    /// In the title.
    Title,
    /// Anywhere else.
    Elsewhere,
}

coded!(Place {
    JustBefore = "just_before", Before = "before", JustBehind = "just_behind", Behind = "behind",
    Earlier = "earlier", Later = "later", Last = "last", Above = "above", Title = "title",
    Elsewhere = "elsewhere",
});

/// How near the figure before this one stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// In one clause.
    Clause,
    /// In one sentence.
    Sentence,
    /// In the line before, of one list.
    Item,
    /// In one paragraph, at most two sentences apart.
    Paragraph,
    /// In another paragraph, at most two sentences apart.
    Close,
    /// Farther away.
    Far,
}

coded!(Relation {
    Clause = "clause", Sentence = "sentence", Item = "item", Paragraph = "paragraph",
    Close = "close", Far = "far",
});

/// A figure with its neighbours; those before it are settled.
#[derive(Debug, Clone, Copy)]
pub struct Around<'s, 'a> {
    /// The document.
    pub scene: &'s Scene<'a>,
    /// Every figure.
    pub drafts: &'s [Draft],
    /// This figure's number.
    pub number: usize,
    /// This figure.
    pub draft: &'s Draft,
    /// The verb over it.
    pub governing: Governing,
    /// What the page as a whole says.
    pub page: Option<&'s Page>,
    asks: Asks<'s>,
    sight: &'s Sight,
}

/// By which weights questions are answered, and whether somebody listens.
#[derive(Debug, Clone, Copy)]
pub struct Asks<'w> {
    /// The weights.
    pub weights: &'w Weights,
    /// Somebody listens.
    pub listens: bool,
}

/// What is seen around a figure whatever the question, looked up once.
#[derive(Debug, Default)]
pub struct Sight {
    cues: OnceCell<Vec<(Cue, Place)>>,
    words: OnceCell<Vec<(Print, bool)>>,
    standing: OnceCell<Vec<Standing>>,
    slots: OnceCell<Vec<(Slot, Print)>>,
    previous: OnceCell<Option<(usize, Relation)>>,
}

impl<'s, 'a> Around<'s, 'a> {
    /// Looks around a figure.
    #[must_use]
    pub fn new(
        scene: &'s Scene<'a>,
        drafts: &'s [Draft],
        number: usize,
        page: Option<&'s Page>,
        asks: Asks<'s>,
        sight: &'s Sight,
    ) -> Self {
        let draft = &drafts[number];
        Self { scene, drafts, number, draft, governing: draft.governing, page, asks, sight }
    }

    /// A question about the figure, without answers yet.
    #[must_use]
    pub fn choice<T: Clone>(&self, question: Question) -> Choice<'s, T> {
        Choice::new(self.asks.weights.of(question), self.asks.listens)
    }

    /// A question about the figure whose answers are the first terms of what speaks for them.
    #[must_use]
    pub fn choice_among<T: Coded>(&self, question: Question, answers: &'s [T]) -> Choice<'s, T> {
        Choice::among(self.asks.weights.of(question), self.asks.listens, answers)
    }

    /// How the parties around the figure stand to it.
    #[must_use]
    pub fn standing(&self) -> &'s [Standing] {
        self.sight.standing.get_or_init(|| parties::standing(self))
    }

    /// The words around the figure with the places they take, senses among them.
    #[must_use]
    pub fn slots(&self) -> &'s [(Slot, Print)] {
        self.sight.slots.get_or_init(|| slots::find(self))
    }

    /// The verb over the figure.
    #[must_use]
    pub fn verb(&self) -> Option<VerbGroup> {
        self.governing.verb.map(|v| self.scene.verbs[v])
    }

    /// The verb over that verb.
    #[must_use]
    pub fn over(&self) -> Option<VerbGroup> {
        self.governing.over.map(|v| self.scene.verbs[v])
    }

    /// A verb's plain form.
    #[must_use]
    pub fn lemma(&self, verb: &VerbGroup) -> &'static str {
        verb.lemma.map_or("be", |lemma| self.scene.c.lexicon.verbs.name(lemma))
    }

    /// A token's fingerprint.
    #[must_use]
    pub fn print(&self, at: usize) -> Print {
        prints::of(&self.scene.c, at).0
    }

    /// A token's sense, marked so that no word reads like it.
    #[must_use]
    pub fn sense(&self, at: usize) -> Option<Print> {
        prints::of(&self.scene.c, at).1
    }

    /// A verb's sense, that of its last token.
    #[must_use]
    pub fn sense_of(&self, verb: &VerbGroup) -> Option<Print> {
        self.sense(verb.end - 1)
    }

    /// The words around the figure in its sentence, signs and numbers aside: up to seven before it and five
    /// behind, with whether they stand behind.
    pub fn words(&self, mut tell: impl FnMut(Print, bool)) {
        let words = self.sight.words.get_or_init(|| self.find_words());
        for (word, behind) in words {
            tell(*word, *behind);
        }
    }

    fn find_words(&self) -> Vec<(Print, bool)> {
        let c = self.scene.c;
        let sentence = self.scene.sentence(self.draft.sentence);
        let mention = &self.draft.mention;
        let before = (sentence.first..mention.first).rev();
        let behind = mention.end..sentence.end;
        let is_word = |at: &usize| c.kind(*at) == Some(TokenKind::Word);
        let mut found = Vec::with_capacity(24);
        let mut both = |at: usize, behind: bool| {
            let (print, sense) = prints::of(&c, at);
            found.push((print, behind));
            found.extend(sense.map(|sense| (sense, behind)));
        };
        before.filter(is_word).take(7).for_each(|at| both(at, false));
        behind.filter(is_word).take(5).for_each(|at| both(at, true));
        found
    }

    /// The figure told before this one, and how near it stands.
    #[must_use]
    pub fn previous(&self) -> Option<(&'s Draft, Relation)> {
        let look = || {
            let told = |d: &Draft| !d.derived && d.equivalent_of.is_none();
            let before = self.drafts[..self.number].iter().rposition(told)?;
            Some((before, self.relation(&self.drafts[before])))
        };
        let (before, relation) = (*self.sight.previous.get_or_init(look))?;
        Some((&self.drafts[before], relation))
    }

    /// How near an earlier figure stands.
    #[must_use]
    pub fn relation(&self, before: &Draft) -> Relation {
        let scene = self.scene;
        let (a, b) = (scene.sentence(before.sentence), scene.sentence(self.draft.sentence));
        let apart = self.draft.sentence.abs_diff(before.sentence);
        if before.clause == self.draft.clause {
            Relation::Clause
        } else if apart == 0 {
            Relation::Sentence
        } else if b.line == a.line + 1 && b.paragraph == a.paragraph {
            Relation::Item
        } else if apart > 2 {
            Relation::Far
        } else if a.paragraph == b.paragraph {
            Relation::Paragraph
        } else {
            Relation::Close
        }
    }

    /// The whole that it is a share of.
    #[must_use]
    pub fn whole(&self) -> Option<&'s Draft> {
        self.draft.part_of.map(|n| &self.drafts[n])
    }

    /// Where some tokens stand.
    #[must_use]
    pub fn place(&self, first: usize, end: usize) -> Place {
        let scene = self.scene;
        let mention = &self.draft.mention;
        let sentence = scene.sentence(self.draft.sentence);
        if first >= sentence.first && first < sentence.end {
            let clause = scene.clauses[self.draft.clause];
            return match (first >= mention.end, first >= clause.first && first < clause.end) {
                (false, true) if mention.first.saturating_sub(end) <= 5 => Place::JustBefore,
                (false, true) => Place::Before,
                (true, true) if first - mention.end <= 5 => Place::JustBehind,
                (true, true) => Place::Behind,
                (false, false) => Place::Earlier,
                (true, false) => Place::Later,
            };
        }
        let number = scene.sentence_at(first);
        if number < scene.title_sentences {
            return Place::Title;
        }
        match self.draft.sentence.checked_sub(number) {
            Some(1) => Place::Last,
            Some(2 | 3) => Place::Above,
            _ => Place::Elsewhere,
        }
    }

    /// The parties of the figure's sentence.
    #[must_use]
    pub fn parties(&self) -> &'s [PartyMention] {
        let sentence = self.scene.sentence(self.draft.sentence);
        self.scene.parties_in(sentence.first, sentence.end)
    }

    /// Each sort of cue in the figure's sentence once, at its nearest place.
    pub fn cues(&self, mut tell: impl FnMut(Cue, Place)) {
        let cues = self.sight.cues.get_or_init(|| self.find_cues());
        for (cue, place) in cues {
            tell(*cue, *place);
        }
    }

    fn find_cues(&self) -> Vec<(Cue, Place)> {
        let sentence = self.scene.sentence(self.draft.sentence);
        let mention = &self.draft.mention;
        let mut near: [Option<(usize, Place)>; Cue::ALL.len()] = [None; Cue::ALL.len()];
        for cue in self.scene.cues_in(sentence.first, sentence.end) {
            if cue.first < mention.end && cue.end > mention.first {
                continue;
            }
            let distance = if cue.first >= mention.end {
                cue.first - mention.end
            } else {
                mention.first.saturating_sub(cue.end)
            };
            let place = self.place(cue.first, cue.end);
            for sort in Cue::ALL.iter().filter(|sort| cue.is(**sort)) {
                let slot = &mut near[*sort as usize];
                if slot.is_none_or(|(d, _)| distance < d) {
                    *slot = Some((distance, place));
                }
            }
        }
        let found = Cue::ALL.iter().zip(near);
        found.filter_map(|(sort, seen)| seen.map(|(_, place)| (*sort, place))).collect()
    }
}
