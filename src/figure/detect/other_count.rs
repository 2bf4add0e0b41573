//! Counts that are no figures: attacks, losses, holdings, dates, ages.

use rust_decimal::Decimal;

use super::bystanders::{apart, of_a_deal, one_bought, stands_by};
use crate::figure::roles::governing::Governing;
use crate::figure::scene::Scene;
use crate::lexicon::{Class, List, NotThing, VerbClass};
use crate::mention::{Head, Mention, What};
use crate::text::TokenKind;

/// Dates, clock times, page numbers, phone numbers, scores: numbers that count nothing.
pub(super) fn is_date_or_label(scene: &Scene<'_>, mention: &Mention) -> bool {
    if matches!(mention.what, What::Money(..)) {
        return false;
    }
    let c = &scene.c;
    let (first, end) = (mention.first, mention.number_end);
    let sign = |at: usize, signs: &str| {
        c.kind(at) == Some(TokenKind::Sign)
            && signs.contains(c.text.word(at))
            && !c.text.word(at).is_empty()
    };
    let month =
        |at: usize| c.is(at, Class::Month) && c.text.tokens.get(at).is_some_and(|t| t.capital);
    let day = !mention.scaled && mention.value <= Decimal::from(31);
    if day
        && first > 0
        && (month(first - 1) || (sign(first - 1, ".") && first > 1 && month(first - 2)))
        || month(end)
    {
        return true;
    }
    if sign(end, ":") && c.joined(end + 1) && c.kind(end + 1) == Some(TokenKind::Number)
        || first > 0 && sign(first - 1, ":+#/)") && c.joined(first)
    {
        return true;
    }
    // "Raufoss won 3–1", "2024-25"
    let dashed = |dash: usize, number: usize| {
        c.is_dash(dash)
            && c.joined(dash)
            && c.kind(number) == Some(TokenKind::Number)
            && c.joined(dash + 1)
    };
    // "35-tonne machines"
    let compound = c.is_dash(end)
        && c.joined(end)
        && c.joined(end + 1)
        && c.kind(end + 1) == Some(TokenKind::Word);
    if compound && matches!(mention.what, What::Bare) && !c.is_any(end + 1, Class::NumberWord.bit())
    {
        return true;
    }
    let alone = mention.high.is_none() && matches!(mention.what, What::Bare);
    if alone
        && (dashed(end, end + 1) || first > 1 && dashed(first - 1, first - 2) && c.joined(first))
    {
        return true;
    }
    if sign(end, "%/°") && c.joined(end) || c.is(end, Class::Ending) && c.joined(end) {
        return true;
    }
    let year_like = !mention.scaled
        && c.text.word(first).len() == 4
        && mention.value >= Decimal::from(1900)
        && mention.value < Decimal::from(2080);
    let in_time = first > 0
        && (c.listed_small(first - 1, List::BeforeYear)
            || c.is_sign(first - 1, "-")
            || c.is_sign(first - 1, "–")
            || c.is_sign(first - 1, "("));
    year_like && (in_time || !matches!(mention.what, What::Counted(_, _, Head::Thing(_))))
}

/// Attacks, losses, holdings and prices per thing.
pub(super) fn is_other_count(scene: &Scene<'_>, mention: &Mention, governing: &Governing) -> bool {
    let deal = governing.verb.is_some_and(|v| of_a_deal(scene, scene.verbs[v].first));
    if matches!(governing.class, Some(VerbClass::Attack | VerbClass::Lose | VerbClass::Measure))
        && !deal
        || sent_at(scene, mention, governing)
        || fast_rate(scene, mention)
    {
        return true;
    }
    let clause = scene.clauses[scene.clause_at(mention.first)];
    let shot = scene.verbs_in(clause.first, clause.end).iter().any(|v| {
        matches!(v.class, VerbClass::Attack | VerbClass::Lose)
            && !apart(scene, mention, v.first)
            && !of_a_deal(scene, v.first)
    });
    if stands_by(scene, mention, governing) {
        return true;
    }
    let attack = attack_noun_near(scene, mention);
    let acted = matches!(
        governing.class,
        Some(
            VerbClass::Give
                | VerbClass::Buy
                | VerbClass::Make
                | VerbClass::Commit
                | VerbClass::Promise
        )
    );
    if (shot || attack) && !acted {
        return true;
    }
    if held(scene, mention, governing) {
        return true;
    }
    let c = &scene.c;
    mention.value == Decimal::ONE
        && !mention.scaled
        && c.reads(mention.first, "one")
        && !one_bought(scene, mention, governing)
}

/// "sent 479 drones at Ukraine", "sent 27 aircraft around the island": forces on their way, no aid.
fn sent_at(scene: &Scene<'_>, mention: &Mention, governing: &Governing) -> bool {
    let c = &scene.c;
    let Some(verb) = governing.verb.filter(|_| governing.class == Some(VerbClass::Give)) else {
        return false;
    };
    let word = c.small(scene.verbs[verb].end - 1);
    let clause = scene.clauses[scene.clause_at(mention.first)];
    let enemy = (clause.first..mention.first).any(|at| c.reads(at, "enemy"));
    word.starts_with("sen") && enemy
        || word.starts_with("sen")
            && (mention.end..(mention.end + 8).min(clause.end))
                .any(|at| c.listed(at, List::SentAgainst))
}

/// "six rounds a minute": a rate of fire.
fn fast_rate(scene: &Scene<'_>, mention: &Mention) -> bool {
    let c = &scene.c;
    (mention.end..mention.end + 3).any(|at| {
        matches!(c.text.word(at), "minute" | "second" | "hour")
            && matches!(c.text.word(at - 1), "a" | "an" | "per")
    })
}

fn attack_noun_near(scene: &Scene<'_>, mention: &Mention) -> bool {
    let sentence = scene.sentence(scene.sentence_at(mention.first));
    let from = mention.first.saturating_sub(7).max(sentence.first);
    (from..(mention.end + 5).min(sentence.end)).any(|at| scene.c.is(at, Class::AttackNoun))
}

/// "of which it has 14", "flies 14 leased machines": what is merely held.
fn held(scene: &Scene<'_>, mention: &Mention, governing: &Governing) -> bool {
    let Some(verb) = governing.verb.map(|v| scene.verbs[v]) else { return false };
    if governing.class == Some(VerbClass::Neutral) && governing.subject && verb.passive {
        return scene.c.begins(verb.end - 1, List::Deployed);
    }
    if governing.class != Some(VerbClass::Neutral) || governing.subject || verb.passive {
        return false;
    }
    // "We have a list: 25 Patriot systems which we would like to order".
    if (verb.end..mention.first).any(|at| scene.c.is_sign(at, ":")) {
        return false;
    }
    scene.c.begins(verb.end - 1, List::Holding)
}

/// Ages between commas, "600 of whom", "a crew of three", "40 million Ukrainians", the time before a live entry.
pub(super) fn aside(scene: &Scene<'_>, mention: &Mention) -> bool {
    let c = &scene.c;
    let (first, end) = (mention.first, mention.number_end);
    let commas =
        first > 0 && c.is_sign(first - 1, ",") && (c.is_sign(end, ",") || c.is_sign(end, "."));
    let age = commas && !mention.scaled && mention.value < Decimal::from(120);
    let people = c.is(end, Class::Of) && c.reads(end + 1, "whom");
    let group = first > 1
        && c.is(first - 1, Class::Of)
        && c.lexicon
            .not_things
            .at(c.lexicon.vocabulary(), c.tokens(), first - 2)
            .is_some_and(|(not, _)| matches!(not, NotThing::Person | NotThing::Group));
    let named =
        c.text.tokens.get(end).is_some_and(|t| {
            t.capital && t.kind == TokenKind::Word && !c.is(end, Class::Determiner)
        }) && scene.sentence_at(end) == scene.sentence_at(first);
    let opens = scene.sentence(scene.sentence_at(first)).first == first
        && !mention.scaled
        && mention.value.scale() == 2
        && mention.value < Decimal::from(24);
    age || people || group || named || opens
}
