//! Sums that are no commitments: unit prices, turnover, fines, prices of goods.

use rust_decimal::Decimal;

use crate::figure::roles::governing::Governing;
use crate::figure::scene::{CueMention, Scene};
use crate::figure::terms::{Bound, Per};
use crate::lexicon::{Class, Cue, List, VerbClass};
use crate::mention::{Mention, What};
use crate::text::TokenKind;

/// Unit prices, turnover, fines, prices of goods.
pub(super) fn is_other_money(scene: &Scene<'_>, mention: &Mention, governing: &Governing) -> bool {
    let c = &scene.c;
    let clause = scene.clauses[scene.clause_at(mention.first)];
    if scene.cues_in(mention.end, (mention.end + 5).min(clause.end)).iter().any(|cue| {
        cue.is(Cue::Price) && plain_between(c, mention.end, cue.first) && !each_of(c, cue.first)
    }) {
        return true;
    }
    let before = clause.first..mention.first;
    let from = mention.first.saturating_sub(5).max(clause.first);
    let priced = |cue: &CueMention| {
        // "Hungary and France (each €16.2 billion)"
        cue.is(Cue::Price) && !(cue.end == mention.first && c.reads(cue.first, "each"))
    };
    if scene.cues_in(from, mention.first).iter().any(priced) {
        return true;
    }
    if governing.class == Some(VerbClass::Cost) || costs(scene, mention) {
        let package = before.clone().any(|at| c.is(at, Class::FundNoun));
        return !package && !bought_for(scene, mention);
    }
    if needs_approval(scene, mention) || to_each(scene, mention, governing) {
        return true;
    }
    if matches!(governing.class, Some(VerbClass::Lose | VerbClass::Measure)) || small(mention) {
        return true;
    }
    let rises = governing.class == Some(VerbClass::Amount);
    let near_before = scene.cues_in(clause.first, mention.first).iter().any(|cue| {
        let worth =
            c.is_sign(cue.end, ",") && matches!(c.text.word(cue.end + 1), "worth" | "valued");
        let apart =
            !worth && (cue.end..mention.first).any(|at| c.is_sign(at, ",") || c.is(at, Class::And));
        cue.is(Cue::NotMoney)
            && !share_of(c, clause.first, cue.first)
            && (rises || mention.first - cue.end <= 9 && !apart)
    });
    let near_after = scene
        .cues_in(mention.end, (mention.end + 4).min(clause.end))
        .iter()
        .any(|cue| cue.is(Cue::NotMoney) && plain_between(c, mention.end, cue.first));
    let given = matches!(
        governing.class,
        Some(VerbClass::Give | VerbClass::Commit | VerbClass::Buy | VerbClass::Promise)
    ) && governing.near
        && !(governing.subject && governing.verb.is_some_and(|v| !scene.verbs[v].passive));
    let named = scene
        .cues_in(mention.first.saturating_sub(4).max(clause.first), mention.first)
        .iter()
        .any(|cue| {
            cue.is(Cue::NotMoney)
                && c.is(cue.end, Class::Of)
                && plain_of(c, cue.end + 1, mention.first)
        });
    named
        || company_value(scene, mention)
        || (near_before && !given)
        || near_after
        || earned(scene, mention, governing)
}

/// "a purchase that cost the taxpayer $3.5 billion", "what has been delivered has cost 49 billion": no price
/// of one thing, but what all of it cost.
fn bought_for(scene: &Scene<'_>, mention: &Mention) -> bool {
    let c = &scene.c;
    let sentence = scene.sentence(scene.sentence_at(mention.first));
    let clause = scene.clauses[scene.clause_at(mention.first)];
    let words = |list: List| (sentence.first..mention.first).any(|at| c.listed_small(at, list));
    let whole =
        words(List::AllOfIt) || (sentence.first..mention.first).any(|at| c.is(at, Class::FundNoun));
    let single = words(List::Single) || c.listed(clause.first, List::OneThing);
    let least = if whole { 100_000_000 } else { 300_000_000 };
    let from = scene.verbs_in(clause.first, mention.first).last().map_or(mention.first, |v| v.end);
    // "Tariffs would cost exporters $3 billion": a burden, no purchase.
    let burdened = (from..mention.first).any(|at| {
        c.text.word(at).ends_with('s')
            && c.kind(at) == Some(TokenKind::Word)
            && !c.is_any(at, Class::BoundBefore.bit() | Class::Determiner.bit())
            && !c.reads(at, "taxpayers")
    });
    !single && !burdened && mention.value >= Decimal::from(least)
}

/// "operating profit increased 9% to £2.93bn": the subject itself is no commitment.
fn earned(scene: &Scene<'_>, mention: &Mention, governing: &Governing) -> bool {
    let Some(verb) = governing.verb.map(|v| scene.verbs[v]) else { return false };
    verb.end <= mention.first
        && !verb.passive
        && !(verb.end..mention.first).any(|at| scene.c.is_sign(at, ","))
        && scene
            .cues_in(verb.first.saturating_sub(4), verb.first)
            .iter()
            .any(|cue| cue.is(Cue::NotMoney) && cue.end == verb.first)
}

/// "each of the 74 firms receives €100,000": a sum a head.
fn to_each(scene: &Scene<'_>, mention: &Mention, governing: &Governing) -> bool {
    let Some(verb) = governing.verb.map(|v| scene.verbs[v]) else { return false };
    let clause = scene.clauses[scene.clause_at(mention.first)];
    verb.end <= mention.first
        && mention.value < Decimal::from(5_000_000)
        && (clause.first..verb.first).any(|at| scene.c.reads(at, "each"))
}

/// "a market value of some $3 billion": nothing but a bound between.
fn plain_of(c: &crate::mention::Cursor<'_>, from: usize, until: usize) -> bool {
    (from..until).all(|at| c.is_any(at, Class::BoundBefore.bit() | Class::Determiner.bit()))
}

/// "The company, valued at $12 billion": what a firm is worth.
fn company_value(scene: &Scene<'_>, mention: &Mention) -> bool {
    let c = &scene.c;
    let clause = scene.clauses[scene.clause_at(mention.first)];
    let valued = (mention.first.saturating_sub(4).max(clause.first)..mention.first)
        .find(|at| c.reads(*at, "valued"));
    valued.is_some_and(|valued| {
        let firm = scene
            .parties_in(valued.saturating_sub(8).max(clause.first), valued)
            .iter()
            .any(|p| scene.party(p.party).company_name().is_some());
        let noun = (valued.saturating_sub(4).max(clause.first)..valued)
            .any(|at| c.is(at, Class::CompanyNoun));
        let goods = (valued.saturating_sub(3).max(clause.first)..valued)
            .any(|at| c.is_any(at, Class::FundNoun.bit() | Class::ThingStart.bit()));
        (firm || noun) && !goods
    })
}

/// "costs under 20,000 euros": the verb right before the sum.
fn costs(scene: &Scene<'_>, mention: &Mention) -> bool {
    let c = &scene.c;
    let before = (mention.first.saturating_sub(4)..mention.first)
        .rev()
        .find(|at| !c.is_any(*at, Class::BoundBefore.bit() | Class::Adverb.bit()));
    before.is_some_and(|at| matches!(c.text.word(at), "costs" | "costing"))
}

/// "a frame of 40 billion for each of the years": no price of a thing.
fn each_of(c: &crate::mention::Cursor<'_>, cue: usize) -> bool {
    c.reads(cue, "each") && (c.is(cue + 1, Class::Of) || c.listed(cue + 1, List::EachTime))
}

/// "purchases worth more than €25 million need approval", "above the €25 million threshold".
fn needs_approval(scene: &Scene<'_>, mention: &Mention) -> bool {
    let c = &scene.c;
    let sentence = scene.sentence(scene.sentence_at(mention.first));
    let end = mention.end;
    if matches!(c.text.word(end), "threshold" | "mark-up" | "limit") {
        return true;
    }
    let needs = c.listed(end, List::Needs);
    let above = mention.bound == Bound::AtLeast
        || (mention.first.saturating_sub(2)..mention.first).any(|at| c.reads(at, "above"));
    let approval = (end..(end + 9).min(sentence.end)).any(|at| c.listed(at, List::Approval));
    above && needs && approval
}

/// "a quarter of a percent of GDP, which is €100 million": the sum is a share of it.
fn share_of(c: &crate::mention::Cursor<'_>, first: usize, cue: usize) -> bool {
    (cue.saturating_sub(5).max(first)..cue)
        .any(|at| c.is_sign(at, "%") || c.listed(at, List::PercentWord))
}

/// Currencies of small units: how many go to a dollar, roughly; only for what is small in them.
const CHEAP: &[(&str, i64)] = &[
    ("KRW", 1000),
    ("JPY", 100),
    ("IDR", 10_000),
    ("VND", 20_000),
    ("IRR", 40_000),
    ("COP", 4000),
    ("CLP", 900),
    ("HUF", 300),
    ("NGN", 1000),
    ("PKR", 200),
    ("INR", 80),
    ("RUB", 50),
    ("PHP", 50),
    ("UAH", 10),
    ("TWD", 20),
    ("CZK", 10),
    ("SEK", 5),
    ("NOK", 5),
    ("DKK", 5),
];

/// Prices, wages and bonuses are small; commitments are not.
fn small(mention: &Mention) -> bool {
    let wage = matches!(mention.per, Some(Per::Month | Per::Week | Per::Day));
    let What::Money(code, _) = mention.what else { return false };
    let factor = CHEAP.iter().find(|(cheap, _)| *cheap == code).map_or(1, |(_, units)| *units);
    mention.value < Decimal::from(factor * if wage { 100_000 } else { 10_000 })
}

/// Only words between two tokens, no sign and no number.
fn plain_between(c: &crate::mention::Cursor<'_>, from: usize, until: usize) -> bool {
    (from..until).all(|at| c.kind(at) == Some(TokenKind::Word) || c.is_dash(at))
}

#[cfg(test)]
mod tests {
    use crate::figure::wordings_by_rules as sums;

    #[test]
    fn what_is_no_commitment() {
        for text in [
            "Sales rose 10% to £30.7bn, while operating profit increased 9% to £2.93bn.",
            "The company, valued at $12 billion, employs 400 people.",
            "The stock closed higher, giving it a market value of $3.2 billion.",
            "Losses in the strike amounted to $100 million.",
            "Tariffs would cost exporters $3 billion a year.",
            "The EU imports $8 billion of Russian gas.",
            "The oil fund, worth $1.9 trillion, will not sell.",
            "Purchases worth more than €25 million need approval from the committee.",
            "An HX-2 costs under 20,000 euros.",
            "Each of the 74 firms receives €100,000.",
            "The yard hires welders at €1,900 a month.",
            "New debt comes to more than 180 billion euros.",
        ] {
            assert_eq!(sums(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn what_is_one_beside_the_same_words() {
        for (text, wanted) in [
            (
                "A quarter of a percent of GDP, which is more than €100 million, goes to Kyiv.",
                "100000000 EUR",
            ),
            (
                "Parliament approved a frame of 40 billion euros for each of the years.",
                "40000000000 EUR",
            ),
            (
                "The Army ordered tanks, a purchase that cost the taxpayer $3.5 billion.",
                "3500000000 USD",
            ),
            ("Canada gave equipment valued at $50 million.", "50000000 USD"),
        ] {
            assert_eq!(sums(text), [wanted], "{text}");
        }
    }
}
