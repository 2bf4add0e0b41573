//! The verb over a figure: the nearest in its clause whose object or subject it is.

use crate::figure::scene::{Scene, Tense};
use crate::lexicon::VerbClass;
use crate::mention::Mention;

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
        verb.end <= mention.first
            && !(verb.tense == Tense::Reduced
                && finite.is_some_and(|f| f < *v && mention.first - verb.end > 6))
    });
    let Some(found) = before else {
        return finite
            .filter(|f| scene.verbs[*f].first >= mention.end)
            .map_or_else(Governing::default, |f| subject_of(scene, f, mention));
    };
    // "900 million comes": a subject before its verb, with only a non-finite verb before that.
    let ahead = finite.filter(|f| {
        scene.verbs[*f].first >= mention.end
            && !scene.verbs[found].finite
            && scene.verbs[found].tense != Tense::Infinitive
    });
    if let Some(ahead) = ahead {
        if scene.verbs[found].tense == Tense::Reduced {
            return subject_of(scene, ahead, mention);
        }
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
    let money = matches!(mention.what, crate::mention::What::Money(..));
    if money && class == VerbClass::Attack { VerbClass::Neutral } else { class }
}

/// The verb that an infinitive hangs on: the one before it in its sentence.
fn over(scene: &Scene<'_>, verb: usize) -> Option<usize> {
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
