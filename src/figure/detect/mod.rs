//! Which mentions are figures: sums and things in play, not prices, losses, ages or model names.

mod bystanders;
mod context;
mod elliptic;
mod named_before;
mod other_count;
mod other_money;
mod question;
mod same_rate;
mod sums;
mod tables;
mod told_before;
mod wording;

use rust_decimal::Decimal;

use elliptic::elliptic;
use other_count::{is_date_or_label, is_other_count};
use other_money::is_other_money;

use super::draft::{Draft, Source};
use super::links::parts::PartRule;
use super::roles::governing::{self, Governing};
use super::scene::Scene;
use super::terms::{Category, Kind, Per};
use super::weigh::{self, Judge};
use crate::lexicon::{Class, VerbClass};
use crate::mention::{Head, Mention, What};

/// The figures of a scene, roles still open, in the order of the text.
#[must_use]
pub fn figures(scene: &Scene<'_>, judge: &mut Judge<'_>) -> Vec<Draft> {
    let mut found: Vec<Draft> = Vec::new();
    for mention in &scene.mentions {
        let ruled = read(scene, mention, &found);
        let taken = ruled.is_some();
        let Some(reading) = ruled.or_else(|| plain(mention)) else { continue };
        let sentence = scene.sentence_at(mention.first);
        let mention = &Mention { value: reading.value.unwrap_or(mention.value), ..*mention };
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
            gets: None,
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
            governing: governing::of(scene, mention),
            readings: Vec::new(),
            actor: Vec::new(),
            told: None,
            own_stage: None,
            own_years: None,
            part_rule: PartRule::NONE,
            sure: 0.0,
        });
        let (taken, sure) = weigh::is_taken(scene, &found, taken, judge);
        if let Some(draft) = found.last_mut().filter(|_| taken) {
            draft.sure = sure;
        } else {
            found.pop();
        }
    }
    found
}

/// What a mention is read as.
struct Reading {
    kind: Kind,
    unit: Option<&'static str>,
    unit_sure: bool,
    item: Option<(usize, usize)>,
    category: Option<Category>,
    elliptic: bool,
    /// The number with the scale that it takes from another.
    value: Option<Decimal>,
}

fn money(unit: &'static str, unit_sure: bool, elliptic: bool) -> Reading {
    Reading {
        kind: Kind::Money,
        unit: Some(unit),
        unit_sure,
        item: None,
        category: None,
        elliptic,
        value: None,
    }
}

fn things(item: (usize, usize), category: Category, elliptic: bool) -> Reading {
    Reading {
        kind: Kind::Quantity,
        unit: None,
        unit_sure: true,
        item: Some(item),
        category: Some(category),
        elliptic,
        value: None,
    }
}

/// What a mention would be read as, did no rule speak against it.
fn plain(mention: &Mention) -> Option<Reading> {
    match mention.what {
        What::Money(unit, sure) if !mention.value.is_zero() => Some(money(unit, sure, false)),
        What::Counted(first, end, Head::Thing(category)) if !mention.value.is_zero() => {
            Some(things((first, end), category, false))
        }
        _ => None,
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
            (!is_other_count(scene, mention, &governing)).then(|| {
                let category = context::category(scene, mention, (first, end), category, before);
                things((first, end), category, false)
            })
        }
        What::Counted(_, _, Head::NotThing(_)) => None,
        What::Counted(first, end, Head::Unknown) => elliptic(scene, mention, &governing, before)
            .or_else(|| unknown_things(scene, mention, &governing, first, end)),
        What::Bare => {
            tables::cell(scene, mention).or_else(|| elliptic(scene, mention, &governing, before))
        }
    }
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
        .then(|| things((first, end), context::of_name(scene, first, end), false))
}

/// "an annual £3 billion", "its yearly 200 million".
fn rate_before(scene: &Scene<'_>, mention: &Mention) -> Option<Per> {
    let c = &scene.c;
    let word = c.small(mention.first.checked_sub(1)?);
    match &*word {
        "annual" | "yearly" => Some(Per::Year),
        "monthly" => Some(Per::Month),
        "weekly" => Some(Per::Week),
        "daily" => Some(Per::Day),
        _ => None,
    }
}
