//! The verb over a figure: the nearest in its clause whose object or subject it is.

use crate::figure::scene::{Scene, Tense};
use crate::lexicon::{Class, VerbClass};
use crate::mention::{Head, Mention, What};

/// The verb that a mention stands under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Governing {
    /// Its number among the scene's verbs.
    pub verb: Option<usize>,
    /// What it says.
    pub class: Option<VerbClass>,
    /// The mention is its subject.
    pub subject: bool,
    /// Only a few tokens lie between.
    pub near: bool,
    /// An infinitive's own verb: "plans" over "to buy".
    pub over: Option<usize>,
}

/// The verb over a mention.
#[must_use]
pub fn of(scene: &Scene<'_>, mention: &Mention) -> Governing {
    let clause = scene.clauses[scene.clause_at(mention.first)];
    let finite = clause.verb;
    let from = scene.verbs.partition_point(|v| v.first < clause.first);
    let until = scene.verbs.partition_point(|v| v.first < mention.first);
    let before = (from..until).rev().find(|v| {
        let verb = scene.verbs[*v];
        let far = verb.tense == Tense::Reduced
            && finite.is_some_and(|f| f < *v && mention.first - verb.end > 6);
        verb.end <= mention.first && !far && !cut_off(scene, verb.end, mention.first)
    });
    let ahead = finite.filter(|f| {
        scene.verbs[*f].first >= mention.end
            && heads(scene, clause.first, mention, scene.verbs[*f].first)
    });
    let Some(found) = before else {
        return ahead.map_or_else(Governing::default, |f| subject_of(scene, f, mention));
    };
    // "900 million comes": a subject before its verb, with only a participle before that.
    if let Some(ahead) = ahead.filter(|_| scene.verbs[found].tense == Tense::Reduced) {
        return subject_of(scene, ahead, mention);
    }
    let verb = scene.verbs[found];
    Governing {
        verb: Some(found),
        class: Some(class_for(scene, found, mention)),
        subject: false,
        near: mention.first - verb.end <= 8,
        over: over(scene, found),
    }
}

/// A semicolon parts what is not joined.
fn cut_off(scene: &Scene<'_>, from: usize, until: usize) -> bool {
    (from..until).any(|at| scene.c.is_sign(at, ";") || scene.c.is_sign(at, "|"))
}

/// Whether a mention before a verb can be its subject: no relative pronoun between, and not the whole that
/// the sentence opens with ("Of the loan of €18 billion, €10 billion has been paid").
fn heads(scene: &Scene<'_>, clause: usize, mention: &Mention, verb: usize) -> bool {
    let c = &scene.c;
    let relative = (mention.end..verb)
        .any(|at| c.is(at, Class::Relative) && !c.is_any(at, Class::Determiner.bit()));
    let opened = c.reads(clause, "of") || c.reads(clause, "from");
    let other = scene.mentions_in(mention.end, verb).iter().any(|m| {
        matches!(m.what, What::Money(..) | What::Counted(_, _, Head::Thing(_))) || m.scaled
    });
    !relative && !cut_off(scene, mention.end, verb) && !(opened && other)
}

fn subject_of(scene: &Scene<'_>, verb: usize, mention: &Mention) -> Governing {
    let group = scene.verbs[verb];
    Governing {
        verb: Some(verb),
        class: Some(class_for(scene, verb, mention)),
        subject: true,
        near: group.first.saturating_sub(mention.end) <= 8,
        over: over(scene, verb),
    }
}

/// "launched a €50m programme" is no attack: shooting verbs bear on things only.
fn class_for(scene: &Scene<'_>, verb: usize, mention: &Mention) -> VerbClass {
    let class = scene.verbs[verb].class;
    let money = matches!(mention.what, What::Money(..));
    if money && class == VerbClass::Attack { VerbClass::Neutral } else { class }
}

/// The verb that an infinitive hangs on: the one before it in its sentence.
#[must_use]
pub fn over(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    let group = scene.verbs[verb];
    if !matches!(group.tense, Tense::Infinitive | Tense::Ing) {
        return None;
    }
    let sentence = scene.sentence(scene.sentence_at(group.first));
    let clause = scene.clauses[scene.clause_at(group.first)];
    (0..verb)
        .rev()
        .take_while(|v| scene.verbs[*v].first >= sentence.first.max(clause.first))
        .find(|v| scene.verbs[*v].tense != Tense::Reduced)
}
