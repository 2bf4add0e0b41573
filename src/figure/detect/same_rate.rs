//! Numbers of what was counted before: "it is to be 35 by 2027", "raised its order from 16 to 40".

use super::named_before::{Item, thing_between};
use crate::figure::draft::Draft;
use crate::figure::scene::Scene;
use crate::figure::terms::Kind;
use crate::lexicon::{Class, List};
use crate::mention::Mention;
use crate::mention::number::is_raise;
use crate::text::TokenKind;

/// "In early 2022 it was 14,000", "it is to be 35 by 2027", "the goal was a thousand": the same rate again.
pub(super) fn counted_again(
    scene: &Scene<'_>,
    mention: &Mention,
    before: &[Draft],
) -> Option<Item> {
    let c = &scene.c;
    let (first, end) = (mention.first, mention.number_end);
    let ended = c.kind(end) != Some(TokenKind::Word)
        || c.is_any(end, Class::Preposition.bit() | Class::Adverb.bit() | Class::And.bit())
        || mention.per.is_some();
    let clause = scene.clauses[scene.clause_at(first)];
    let from = first.saturating_sub(9).max(clause.first);
    let linked = (from..first).rev().find(|at| {
        let held = c.reads(*at, "at")
            && (c.is(at.saturating_sub(1), Class::Be) || c.reads(at.saturating_sub(1), "it"));
        // "It is to rise to 12 in 2026."
        let grown = c.is(*at, Class::To) && c.listed(at.saturating_sub(1), List::Grow);
        c.is(*at, Class::Be) || held || grown
    })?;
    let bounds = (linked + 1..first).all(|at| {
        c.is_any(
            at,
            Class::BoundBefore.bit() | Class::Adverb.bit() | Class::Be.bit() | Class::To.bit(),
        ) || c.reads(at, "at")
    });
    let subject = (from..linked).any(|at| c.listed_small(at, List::RateSubject));
    let sentence = scene.sentence_at(first);
    let last = before
        .iter()
        .rev()
        .take_while(|d| sentence - d.sentence.min(sentence) <= 2)
        .find(|d| d.kind == Kind::Quantity && !d.title)?;
    let aimed = (from..linked).any(|at| c.listed(at, List::Goal));
    let rate = last.per.is_some() || last.elliptic || aimed;
    (ended && bounds && subject && rate && !percent(scene, end)).then_some(())?;
    last.item.zip(last.category)
}

/// "raised its order of JF-17s from 16 to 40": both ends of a rise, the thing before them.
pub(super) fn raised_order(scene: &Scene<'_>, mention: &Mention) -> Option<Item> {
    let c = &scene.c;
    let first = mention.first;
    let from = (first.saturating_sub(4)..first).rev().find(|at| c.reads(*at, "from"))?;
    let numbers = (from + 1..first).all(|at| {
        c.kind(at) == Some(TokenKind::Number)
            || c.is_any(at, Class::NumberWord.bit() | Class::To.bit() | Class::BoundBefore.bit())
            || c.reads(at, "to")
    });
    let old = from + 1 == first
        && (c.is(mention.number_end, Class::To) || c.reads(mention.number_end, "to"));
    let new = numbers && c.reads(first - 1, "to");
    if !(old || new) || !is_raise(c, from + 1) {
        return None;
    }
    let clause = scene.clauses[scene.clause_at(first)];
    thing_between(scene, clause.first, from)
}

fn percent(scene: &Scene<'_>, at: usize) -> bool {
    scene.c.is_sign(at, "%") || scene.c.reads(at, "percent")
}

#[cfg(test)]
mod tests {
    use crate::figure::wordings_by_rules as counts;

    #[test]
    fn a_bare_number_is_of_what_was_counted_before() {
        for (text, wanted) in [
            (
                "The plant makes 20 missiles a month; it is to be 35 by the end of 2027.",
                vec!["20 missiles", "35 missiles"],
            ),
            (
                "The plant makes 20 missiles a month; it is to be 35 percent more by 2027.",
                vec!["20 missiles"],
            ),
            (
                "Norway raised its order of howitzers from 16 to 40.",
                vec!["16 howitzers", "40 howitzers"],
            ),
        ] {
            assert_eq!(counts(text), wanted, "{text}");
        }
    }
}
