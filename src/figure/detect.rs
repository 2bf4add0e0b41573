//! Which mentions are figures: sums and things in play, not prices, losses, ages or model names.

use rust_decimal::Decimal;

use super::draft::{Draft, Source};
use super::roles::governing::{self, Governing};
use super::scene::Scene;
use super::terms::{Category, Kind, Per};
use crate::lexicon::{Class, Cue, NotThing, VerbClass};
use crate::mention::{Head, Mention, What};
use crate::text::TokenKind;

/// The figures of a scene, roles still open, in the order of the text.
#[must_use]
pub fn figures(scene: &Scene<'_>) -> Vec<Draft> {
    let mut found: Vec<Draft> = Vec::new();
    for mention in &scene.mentions {
        let Some(reading) = read(scene, mention, &found) else { continue };
        let sentence = scene.sentence_at(mention.first);
        found.push(Draft {
            mention: *mention,
            places: vec![(mention.first, mention.end)],
            sentence,
            clause: scene.clause_at(mention.first),
            title: sentence < scene.title_sentences,
            kind: reading.kind,
            unit: reading.unit,
            unit_sure: reading.unit_sure,
            item: reading.item,
            category: reading.category,
            elliptic: reading.elliptic,
            bound: mention.bound,
            per: mention.per.or_else(|| rate_before(scene, mention)),
            donors: Vec::new(),
            donor_source: Source::Default,
            recipient: None,
            joint: Vec::new(),
            received: false,
            stage: None,
            stage_source: Source::Default,
            years: None,
            year_source: Source::Default,
            year_behind: false,
            cumulative: false,
            sector: None,
            speaker: None,
            part_of: None,
            equivalent_of: None,
            derived: false,
        });
    }
    found
}

struct Reading {
    kind: Kind,
    unit: Option<&'static str>,
    unit_sure: bool,
    item: Option<(usize, usize)>,
    category: Option<Category>,
    elliptic: bool,
}

fn money(unit: &'static str, unit_sure: bool, elliptic: bool) -> Reading {
    Reading { kind: Kind::Money, unit: Some(unit), unit_sure, item: None, category: None, elliptic }
}

fn things(item: (usize, usize), category: Category, elliptic: bool) -> Reading {
    Reading {
        kind: Kind::Quantity,
        unit: None,
        unit_sure: true,
        item: Some(item),
        category: Some(category),
        elliptic,
    }
}

fn read(scene: &Scene<'_>, mention: &Mention, before: &[Draft]) -> Option<Reading> {
    if mention.value.is_zero() || is_date_or_label(scene, mention) {
        return None;
    }
    let governing = governing::of(scene, mention);
    match mention.what {
        What::Money(unit, sure) => {
            (!is_other_money(scene, mention, &governing)).then(|| money(unit, sure, false))
        }
        What::Counted(first, end, Head::Thing(category)) => {
            (!is_other_count(scene, mention, &governing))
                .then(|| things((first, end), category, false))
        }
        What::Counted(_, _, Head::NotThing(_)) => None,
        What::Counted(first, end, Head::Unknown) => elliptic(scene, mention, &governing, before)
            .or_else(|| unknown_things(scene, mention, &governing, first, end)),
        What::Bare => elliptic(scene, mention, &governing, before),
    }
}

/// Dates, clock times, page numbers, phone numbers, scores: numbers that count nothing.
fn is_date_or_label(scene: &Scene<'_>, mention: &Mention) -> bool {
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
        || first > 0 && sign(first - 1, ":+#/") && c.joined(first)
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
        && matches!(
            c.text.word(first - 1).to_ascii_lowercase().as_str(),
            "in" | "by"
                | "since"
                | "until"
                | "for"
                | "of"
                | "from"
                | "through"
                | "fiscal"
                | "during"
                | "before"
                | "after"
                | "early"
                | "late"
                | "mid"
                | "to"
                | "the"
                | "’s"
                | "'s"
                | "and"
                | "-"
                | "–"
                | "("
                | "its"
                | "FY"
        );
    year_like && (in_time || !matches!(mention.what, What::Counted(_, _, Head::Thing(_))))
}

/// Unit prices, turnover, fines, prices of goods.
fn is_other_money(scene: &Scene<'_>, mention: &Mention, governing: &Governing) -> bool {
    let c = &scene.c;
    let clause = scene.clauses[scene.clause_at(mention.first)];
    if scene
        .cues_in(mention.end, (mention.end + 5).min(clause.end))
        .iter()
        .any(|cue| cue.bits & Cue::Price.bit() != 0 && plain_between(c, mention.end, cue.first))
    {
        return true;
    }
    let before = clause.first..mention.first;
    if scene.has_cue(mention.first.saturating_sub(5).max(clause.first), mention.first, Cue::Price) {
        return true;
    }
    if governing.class == Some(VerbClass::Cost) {
        let package = before.clone().any(|at| c.is(at, Class::FundNoun));
        return !package;
    }
    if matches!(governing.class, Some(VerbClass::Lose | VerbClass::Measure))
        || (mention.value < Decimal::from(1000) && mention.high.is_none())
    {
        return true;
    }
    let rises = governing.class == Some(VerbClass::Amount);
    let near_before = scene.cues_in(clause.first, mention.first).iter().any(|cue| {
        let apart = (cue.end..mention.first).any(|at| c.is_sign(at, ",") || c.is(at, Class::And));
        cue.bits & Cue::NotMoney.bit() != 0 && (rises || mention.first - cue.end <= 9 && !apart)
    });
    let near_after = scene
        .cues_in(mention.end, (mention.end + 4).min(clause.end))
        .iter()
        .any(|cue| cue.bits & Cue::NotMoney.bit() != 0 && plain_between(c, mention.end, cue.first));
    let given = matches!(
        governing.class,
        Some(VerbClass::Give | VerbClass::Commit | VerbClass::Buy | VerbClass::Promise)
    ) && governing.near;
    (near_before && !given) || near_after
}

/// Only words between two tokens, no sign and no number.
fn plain_between(c: &crate::mention::Cursor<'_>, from: usize, until: usize) -> bool {
    (from..until).all(|at| c.kind(at) == Some(TokenKind::Word) || c.is_dash(at))
}

/// Attacks, losses, holdings and prices per thing.
fn is_other_count(scene: &Scene<'_>, mention: &Mention, governing: &Governing) -> bool {
    if matches!(governing.class, Some(VerbClass::Attack | VerbClass::Lose | VerbClass::Measure))
        || sent_at(scene, mention, governing)
        || fast_rate(scene, mention)
    {
        return true;
    }
    let clause = scene.clauses[scene.clause_at(mention.first)];
    let shot = scene
        .verbs_in(clause.first, clause.end)
        .iter()
        .any(|v| matches!(v.class, VerbClass::Attack | VerbClass::Lose));
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
    if held(scene, governing) {
        return true;
    }
    let c = &scene.c;
    mention.value == Decimal::ONE && !mention.scaled && c.reads(mention.first, "one")
}

/// "sent 479 drones at Ukraine", "sent 27 aircraft around the island": forces on their way, no aid.
fn sent_at(scene: &Scene<'_>, mention: &Mention, governing: &Governing) -> bool {
    let c = &scene.c;
    let Some(verb) = governing.verb.filter(|_| governing.class == Some(VerbClass::Give)) else {
        return false;
    };
    let word = c.text.word(scene.verbs[verb].end - 1).to_ascii_lowercase();
    let clause = scene.clauses[scene.clause_at(mention.first)];
    word.starts_with("sen")
        && (mention.end..(mention.end + 8).min(clause.end)).any(|at| {
            matches!(
                c.text.word(at),
                "at" | "against" | "around" | "toward" | "towards" | "over" | "across" | "near"
            )
        })
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
fn held(scene: &Scene<'_>, governing: &Governing) -> bool {
    let Some(verb) = governing.verb.map(|v| scene.verbs[v]) else { return false };
    if governing.class != Some(VerbClass::Neutral) || governing.subject {
        return false;
    }
    let word = scene.c.text.word(verb.end - 1).to_ascii_lowercase();
    [
        "ha", "have", "had", "fly", "flies", "flew", "operat", "deploy", "stor", "hold", "held",
        "field", "keep", "kept", "possess", "own", "station", "us", "lead", "led", "carr", "test",
        "see", "saw",
    ]
    .iter()
    .any(|stem| word.starts_with(stem))
}

/// "another 700,000", "the remaining 12", "1.2 billion" after a sum: the unit of the figure before.
fn elliptic(
    scene: &Scene<'_>,
    mention: &Mention,
    governing: &Governing,
    before: &[Draft],
) -> Option<Reading> {
    let c = &scene.c;
    let sentence = scene.sentence_at(mention.first);
    let unknown = matches!(mention.what, What::Counted(..));
    if unknown && !headless(scene, mention) || aside(scene, mention) {
        return None;
    }
    // "700 jobs and another 200": of what was counted just before, which is no figure.
    let first = scene.sentence(sentence).first;
    let just_before = scene.mentions_in(first, mention.first).last();
    if just_before.is_some_and(|m| {
        matches!(
            m.what,
            What::Counted(
                _,
                _,
                Head::NotThing(
                    NotThing::Person | NotThing::Group | NotThing::Place | NotThing::Event
                )
            )
        )
    }) {
        return None;
    }
    let reach = if mention.scaled { 4 } else { 2 };
    let recent = before
        .iter()
        .rev()
        .take_while(|d| sentence.saturating_sub(d.sentence) <= reach || d.title && sentence <= 4);
    let fits = |d: &&Draft| match d.kind {
        Kind::Money => {
            mention.scaled && mention.value >= Decimal::from(1_000_000) && !bracketed(scene, d)
        }
        Kind::Quantity => mention.value < Decimal::from(100_000_000),
    };
    if let Some(next) = of_the_next(scene, mention) {
        return (!is_other_count(scene, mention, governing)).then_some(next);
    }
    if let Some(near) = of_them_near(scene, mention) {
        return (!is_other_count(scene, mention, governing)).then_some(near);
    }
    let Some(last) = recent.into_iter().find(fits) else {
        return named_before(scene, mention, governing);
    };
    match last.kind {
        Kind::Money => (!is_other_money(scene, mention, governing))
            .then(|| money(last.unit.unwrap_or("USD"), last.unit_sure, true)),
        Kind::Quantity => {
            let marked = marked_elliptic(scene, mention);
            let acted = matches!(
                governing.class,
                Some(
                    VerbClass::Give
                        | VerbClass::Buy
                        | VerbClass::Make
                        | VerbClass::Receive
                        | VerbClass::Commit
                        | VerbClass::Arrive
                        | VerbClass::Promise
                        | VerbClass::Plan
                        | VerbClass::Request
                )
            );
            let same = last.sentence == sentence && !c.is(mention.number_end, Class::And);
            let gapped = same
                && governing.verb.is_none()
                && scene
                    .parties_in(mention.first.saturating_sub(3), mention.first)
                    .iter()
                    .any(|p| p.end + 1 >= mention.first);
            let enough = gapped
                || marked
                || (acted
                    && governing.near
                    && mention.value > Decimal::ONE
                    && bare_object(scene, mention))
                || (acted && mention.scaled)
                || (acted && same && mention.value > Decimal::ONE);
            if !enough || is_other_count(scene, mention, governing) {
                return None;
            }
            Some(things(last.item?, last.category?, true))
        }
    }
}

/// A sum in brackets restates the one before in another currency.
fn bracketed(scene: &Scene<'_>, draft: &Draft) -> bool {
    let first = draft.mention.first;
    (first.saturating_sub(4)..first).any(|at| scene.c.is_sign(at, "("))
        && scene.c.is_sign(draft.mention.end, ")")
}

/// Ages between commas, "600 of whom", "a crew of three", "40 million Ukrainians", the time before a live entry.
fn aside(scene: &Scene<'_>, mention: &Mention) -> bool {
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

/// "How many drones? We have made over four million": the thing stands in a sentence before, uncounted.
fn named_before(scene: &Scene<'_>, mention: &Mention, governing: &Governing) -> Option<Reading> {
    let c = &scene.c;
    let acted = matches!(
        governing.class,
        Some(VerbClass::Give | VerbClass::Buy | VerbClass::Make | VerbClass::Receive)
    );
    if !(acted || marked_elliptic(scene, mention))
        || !(mention.scaled || marked_elliptic(scene, mention))
        || mention.value >= Decimal::from(100_000_000)
        || is_other_count(scene, mention, governing)
    {
        return None;
    }
    let number = scene.sentence_at(mention.first);
    let from = scene.sentence(number.saturating_sub(3)).first;
    let mut best = None;
    let mut at = from;
    while at < mention.first {
        match c.lexicon.things.at(c.lexicon.vocabulary(), c.tokens(), at) {
            Some((thing, length))
                if thing.category != Category::Other
                    && c.text.word(at + length - 1).ends_with('s') =>
            {
                best = Some(((at, at + length), thing.category));
                at += length;
            }
            _ => at += 1,
        }
    }
    best.map(|(item, category)| things(item, category, true))
}

/// "38 of the 108 Abrams tanks": the things of the number behind it.
fn of_the_next(scene: &Scene<'_>, mention: &Mention) -> Option<Reading> {
    let c = &scene.c;
    let end = mention.number_end;
    if !c.is(end, Class::Of) || !c.is_any(end + 1, Class::Determiner.bit()) {
        return None;
    }
    let next = scene.mentions_in(end + 2, end + 4).first()?;
    match next.what {
        What::Counted(first, end, Head::Thing(category)) if next.value > mention.value => {
            Some(things((first, end), category, true))
        }
        _ => None,
    }
}

/// "speaks of generators: 200 of them": the plural noun before it in its own sentence.
fn of_them_near(scene: &Scene<'_>, mention: &Mention) -> Option<Reading> {
    let c = &scene.c;
    let end = mention.number_end;
    if !(c.is(end, Class::Of) && matches!(c.text.word(end + 1), "them" | "these" | "those")) {
        return None;
    }
    let sentence = scene.sentence(scene.sentence_at(mention.first));
    let clause_before = scene
        .mentions_in(sentence.first, mention.first)
        .iter()
        .any(|m| matches!(m.what, What::Counted(_, _, Head::Thing(_))));
    let mut at = sentence.first;
    let mut best = None;
    while at < mention.first && !clause_before {
        match c.lexicon.things.at(c.lexicon.vocabulary(), c.tokens(), at) {
            Some((thing, length)) => {
                best = Some(((at, at + length), thing.category));
                at += length;
            }
            None => at += 1,
        }
    }
    best.map(|(item, category)| things(item, category, true))
}

/// Nothing that could be a noun follows the number directly.
fn headless(scene: &Scene<'_>, mention: &Mention) -> bool {
    let What::Counted(first, end, _) = mention.what else { return true };
    let c = &scene.c;
    (first..end)
        .all(|at| c.is_any(at, Class::Adverb.bit() | Class::Verb.bit() | Class::Adjective.bit()))
}

/// A bare number as a verb's own object or subject: the next token begins a phrase or ends the clause.
fn bare_object(scene: &Scene<'_>, mention: &Mention) -> bool {
    let c = &scene.c;
    let end = mention.number_end;
    let listed = c.is_sign(end, ",") && c.kind(end + 1) == Some(TokenKind::Number);
    matches!(mention.what, What::Bare)
        && !listed
        && (c.kind(end) != Some(TokenKind::Word)
            || c.is_any(
                end,
                Class::Preposition.bit()
                    | Class::Verb.bit()
                    | Class::Be.bit()
                    | Class::Have.bit()
                    | Class::Future.bit(),
            ))
}

/// "of them", "a month", "the remaining", "another", "all".
fn marked_elliptic(scene: &Scene<'_>, mention: &Mention) -> bool {
    let c = &scene.c;
    let end = mention.number_end;
    let clause = scene.clauses[scene.clause_at(mention.first)];
    if scene.has_cue(mention.first.saturating_sub(5).max(clause.first), mention.first, Cue::OfWhich)
        && mention.first < clause.first + 9
    {
        return true;
    }
    let of_them = c.is(end, Class::Of)
        && c.is_any(
            end + 1,
            Class::PronounThey.bit() | Class::PronounThing.bit() | Class::Relative.bit(),
        );
    let first = mention.first;
    let before = first > 0
        && (c.is(first - 1, Class::Remaining)
            || matches!(
                c.text.word(first - 1).to_ascii_lowercase().as_str(),
                "another" | "further" | "all" | "additional" | "other"
            ));
    let group = first > 1
        && c.is(first - 1, Class::Of)
        && matches!(c.text.word(first - 2), "group" | "batch" | "total" | "lot" | "tranche");
    of_them
        || before
        || group
        || (mention.per.is_some_and(|p| p != Per::Year || !mention.scaled)
            && mention.high.is_none_or(|_| true)
            && mention.per.is_some())
}

/// A plural noun of no table, given, bought or made by somebody.
fn unknown_things(
    scene: &Scene<'_>,
    mention: &Mention,
    governing: &Governing,
    first: usize,
    end: usize,
) -> Option<Reading> {
    let c = &scene.c;
    let head = c.text.word(end - 1);
    let plural = head.ends_with('s') && !head.ends_with("ss") && head.len() > 3;
    let acted = matches!(governing.class, Some(VerbClass::Give | VerbClass::Buy | VerbClass::Make))
        && governing.near;
    let fund = (first..end).any(|at| {
        c.is_any(
            at,
            Class::FundNoun.bit()
                | Class::CompanyNoun.bit()
                | Class::CountryNoun.bit()
                | Class::Office.bit()
                | Class::NotThing.bit(),
        )
    });
    let usual = plural
        && acted
        && !fund
        && !scene.parties_in(first, end).iter().any(|p| p.first == first)
        && mention.value > Decimal::ONE;
    (usual && !is_other_count(scene, mention, governing))
        .then(|| things((first, end), Category::Other, false))
}

/// "an annual £3 billion", "its yearly 200 million".
fn rate_before(scene: &Scene<'_>, mention: &Mention) -> Option<Per> {
    let c = &scene.c;
    let word = c.text.word(mention.first.checked_sub(1)?).to_ascii_lowercase();
    match word.as_str() {
        "annual" | "yearly" => Some(Per::Year),
        "monthly" => Some(Per::Month),
        "weekly" => Some(Per::Week),
        "daily" => Some(Per::Day),
        _ => None,
    }
}
