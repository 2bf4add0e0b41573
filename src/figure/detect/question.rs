//! Numbers as answers: "How many shells? — Eight hundred thousand."

use super::named_before::{Item, thing_between};
use crate::figure::scene::Scene;
use crate::lexicon::Class;
use crate::mention::Mention;
use crate::text::TokenKind;

/// A number as an answer, the thing in the question before it: "THAAD is next? — Ninety-six a year today."
pub(super) fn answer(scene: &Scene<'_>, mention: &Mention) -> Option<Item> {
    let c = &scene.c;
    let number = scene.sentence_at(mention.first);
    let sentence = scene.sentence(number);
    let opens = (sentence.first..mention.first).all(|at| {
        c.kind(at) == Some(TokenKind::Sign)
            || c.is_any(at, Class::BoundBefore.bit() | Class::Adverb.bit())
            || c.text.tokens[at].capital && c.is_sign(at + 1, ":")
    });
    let alone = mention.number_end == sentence.end
        || c.kind(mention.number_end) == Some(TokenKind::Sign) && !c.is_dash(mention.number_end)
        || mention.per.is_some();
    // "1." numbers a list.
    let numbered = c.is_sign(mention.number_end, ".") && c.text.word(mention.first).len() <= 2;
    if !opens || !alone || numbered {
        return None;
    }
    (1..=2.min(number)).find_map(|back| {
        let asked = scene.sentence(number - back);
        let question = (asked.first..asked.end).any(|at| c.is_sign(at, "?"));
        let counted = people_asked(scene, asked.first, asked.end);
        (question && !counted)
            .then(|| {
                thing_between(
                    scene,
                    scene.sentence((number - back).saturating_sub(1)).first,
                    asked.end,
                )
            })
            .flatten()
    })
}

/// "How many conscripts will serve? — 6,500 annually."
pub(super) fn asked_of_people(scene: &Scene<'_>, mention: &Mention) -> bool {
    let number = scene.sentence_at(mention.first);
    number > 0 && {
        let asked = scene.sentence(number - 1);
        let question = asked.end > 0 && scene.c.is_sign(asked.end - 1, "?");
        question && people_asked(scene, asked.first, asked.end)
    }
}

/// "How many conscripts will serve?"
fn people_asked(scene: &Scene<'_>, first: usize, end: usize) -> bool {
    let c = &scene.c;
    (first..end).any(|at| {
        c.reads(at, "many")
            && (at + 1..at + 3)
                .any(|k| c.lexicon.not_things.at(c.lexicon.vocabulary(), c.tokens(), k).is_some())
    })
}

#[cfg(test)]
mod tests {
    use crate::figure::wordings_by_rules as counts;

    #[test]
    fn an_answer_counts_what_was_asked_for() {
        for (text, wanted) in [
            ("How many shells did he mean?\n\nEight hundred thousand.", vec!["800000 shells"]),
            ("How many conscripts will serve?\n\n6,500 annually from 2033.", vec![]),
        ] {
            assert_eq!(counts(text), wanted, "{text}");
        }
    }
}
