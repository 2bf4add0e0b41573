//! One figure told several times: the title's rounding and the body's sum, "the 30,000 drones" further down.

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::same_unit;
use crate::figure::draft::{Draft, Source};
use crate::figure::scene::Scene;
use crate::figure::terms::{Bound, Kind};
use crate::lexicon::{Class, List};

/// Merges figures told again into one; links are renumbered.
#[must_use]
pub fn merge(scene: &Scene<'_>, drafts: Vec<Draft>) -> Vec<Draft> {
    let mut into: Vec<usize> = (0..drafts.len()).collect();
    // Figures of one value apart, so that the work does not grow with the square of the figures.
    let mut alike: FxHashMap<Decimal, Vec<usize>> = FxHashMap::default();
    let titles: Vec<usize> = (0..drafts.len()).filter(|n| drafts[*n].title).collect();
    for later in 0..drafts.len() {
        let value = drafts[later].mention.value.normalize();
        let same = alike.entry(value).or_default();
        let recent = same.iter().rev().take(64).chain(titles.iter().rev().filter(|t| **t < later));
        if let Some(earlier) = recent
            .copied()
            .find(|n| into[*n] == *n && is_repeat(scene, &drafts[*n], &drafts[later]))
        {
            into[later] = earlier;
        }
        same.push(later);
    }
    title_counts(&drafts, &mut into);
    collect(drafts, &into)
}

/// "Twelve submarines" in the title are the body's "12 attack boats", whatever the tables call either.
fn title_counts(drafts: &[Draft], into: &mut [usize]) {
    let told: Vec<usize> = into.to_vec();
    for (title, draft) in drafts.iter().enumerate() {
        let counted =
            draft.title && draft.kind == Kind::Quantity && draft.mention.value >= Decimal::from(6);
        if !counted || (0..drafts.len()).any(|n| n != title && told[n] == title) {
            continue;
        }
        let same = (title + 1..drafts.len()).find(|n| {
            let body = &drafts[*n];
            !body.title
                && body.kind == Kind::Quantity
                && told[*n] == *n
                && body.mention.value == draft.mention.value
        });
        if let Some(body) = same {
            into[body] = title;
            for later in into.iter_mut().filter(|n| **n == body) {
                *later = title;
            }
        }
    }
}

fn collect(drafts: Vec<Draft>, into: &[usize]) -> Vec<Draft> {
    let mut place = vec![0; drafts.len()];
    let mut kept: Vec<Draft> = Vec::with_capacity(drafts.len());
    for (number, draft) in drafts.into_iter().enumerate() {
        let target = into[number];
        if target == number {
            place[number] = kept.len();
            kept.push(draft);
            continue;
        }
        place[number] = place[target];
        let main = &mut kept[place[target]];
        absorb(main, draft);
    }
    in_text_order(kept, &place)
}

/// Puts figures in the order of their main mentions, which a title's figure takes from the body; `place`
/// tells where each number that a link holds has gone.
fn in_text_order(kept: Vec<Draft>, place: &[usize]) -> Vec<Draft> {
    let mut order: Vec<usize> = (0..kept.len()).collect();
    order.sort_by_key(|n| kept[*n].mention.first);
    let mut rank = vec![0; kept.len()];
    for (position, number) in order.iter().enumerate() {
        rank[*number] = position;
    }
    let mut sorted = kept;
    sorted.sort_by_key(|draft| draft.mention.first);
    for draft in &mut sorted {
        draft.part_of = draft.part_of.map(|n| rank[place[n]]);
        draft.equivalent_of = draft.equivalent_of.map(|n| rank[place[n]]);
    }
    sorted
}

/// The body's wording wins over the title's, the first of the body over the later.
fn absorb(main: &mut Draft, mut other: Draft) {
    if main.title && !other.title {
        other.told = Some((main.donors.clone(), main.own_stage.map(|o| o.0)));
        other.places.splice(0..0, main.places.iter().copied());
        if other.donor_source == Source::Default && main.donor_source != Source::Default {
            other.donors.clone_from(&main.donors);
            other.donor_source = main.donor_source;
        }
        if other.stage.is_none() {
            other.stage = main.stage;
            other.stage_source = main.stage_source;
        }
        if other.years.is_none() {
            other.years = main.years;
            other.year_source = main.year_source;
        }
        other.recipient = other.recipient.or(main.recipient.take());
        other.part_of = other.part_of.or(main.part_of);
        other.cumulative |= main.cumulative;
        *main = other;
        return;
    }
    main.places.extend(other.places);
    if main.told.is_none() {
        main.told = Some((other.donors.clone(), other.own_stage.map(|o| o.0)));
    }
    main.part_of = main.part_of.or(other.part_of);
    if main.donor_source > other.donor_source {
        main.donors = other.donors;
        main.donor_source = other.donor_source;
    }
}

fn is_repeat(scene: &Scene<'_>, one: &Draft, two: &Draft) -> bool {
    if !same_unit(one, two) || one.per != two.per && one.per.is_some() && two.per.is_some() {
        return false;
    }
    let equal = one.mention.value == two.mention.value
        && (one.mention.high == two.mention.high
            || one.mention.high.is_none()
            || two.mention.high.is_none());
    if one.title && !two.title {
        return (equal || rounds_to(one, two))
            && (one.kind == Kind::Money || items_agree(scene, one, two));
    }
    let apposed =
        two.elliptic && one.kind == Kind::Quantity && one.mention.value >= Decimal::from(1000);
    if !equal || one.sentence == two.sentence && !two.title && !apposed {
        return false;
    }
    if one.sentence == two.sentence && apposed && !two.title {
        return one.item == two.item;
    }
    if told_again(scene, one, two) {
        return true;
    }
    if one.cumulative != two.cumulative {
        return false;
    }
    let general = two.item.is_some_and(|(first, end)| end - first == 1)
        && one.mention.value >= Decimal::TEN
        && two.mention.first > 0
        && scene.c.listed(two.mention.first - 1, List::TheOnes);
    if one.kind == Kind::Quantity && !items_agree(scene, one, two) && !general
        || one.equivalent_of.is_none() != two.equivalent_of.is_none()
    {
        return false;
    }
    let years = one.years.is_none() || two.years.is_none() || one.years == two.years;
    let definite = is_definite(scene, two);
    let donors = !one.donors.is_empty() && one.donors == two.donors
        || definite
            && (one.donors.is_empty() || two.donors.is_empty() || two.donor_source >= Source::Near);
    let small = one.kind == Kind::Quantity && one.mention.value < Decimal::from(20);
    let stages = one.stage == two.stage || definite && !small;
    donors && years && stages
}

/// A number of several digits is hardly met twice by chance: only other parties or years make it another.
fn told_again(scene: &Scene<'_>, one: &Draft, two: &Draft) -> bool {
    let digits = significant(one.mention.value);
    let rows = (row_owner(scene, one), row_owner(scene, two));
    let many = one.kind == Kind::Quantity && one.mention.value >= Decimal::from(100);
    if matches!(rows, (Some(a), Some(b)) if a != b)
        || digits < 2 && !many
        || added(scene, two)
        || one.equivalent_of.is_none() != two.equivalent_of.is_none()
    {
        return false;
    }
    if one.kind == Kind::Quantity && !items_agree(scene, one, two) {
        return false;
    }
    let other_donors = one.donors != two.donors
        && !one.donors.is_empty()
        && !two.donors.is_empty()
        && one.donor_source.max(two.donor_source) <= Source::Near;
    let other_recipients =
        one.recipient.is_some() && two.recipient.is_some() && one.recipient != two.recipient;
    let other_years = one.years.is_some() && two.years.is_some() && one.years != two.years;
    if digits >= 3 {
        return !(other_donors && other_recipients);
    }
    (one.kind == Kind::Money || many)
        && !other_donors
        && !other_years
        && one.cumulative == two.cumulative
}

/// "another 180 K2s", "20 more": expressly others.
fn added(scene: &Scene<'_>, draft: &Draft) -> bool {
    let c = &scene.c;
    let first = draft.mention.first;
    first > 0 && c.listed_small(first - 1, List::OtherBefore)
        || c.listed_small(draft.mention.number_end, List::OtherBehind)
}

/// The party that opens a line of a list: "Hungary: €16.2 bn".
fn row_owner(scene: &Scene<'_>, draft: &Draft) -> Option<u16> {
    let sentence = scene.sentence(draft.sentence);
    let first = scene.parties_in(sentence.first, sentence.first + 3).first()?;
    let marked = scene.c.is_sign(first.end, ":")
        || scene.c.is_sign(first.end, "|")
        || scene.c.is_dash(first.end)
        || scene.c.tab_before(first.end);
    marked.then_some(first.party)
}

/// How many digits from the first to the last that is not zero: 3 of 4,050,000.
fn significant(value: Decimal) -> usize {
    let digits = value.normalize().mantissa().unsigned_abs().to_string();
    digits.trim_end_matches('0').len()
}

/// "the $500 million", "those 30,000 drones": spoken of before; or the sum alone at the head of a sentence.
fn is_definite(scene: &Scene<'_>, draft: &Draft) -> bool {
    let c = &scene.c;
    let head = scene.sentence(draft.sentence).first;
    let mut at = draft.mention.first;
    while at > head && at + 4 > draft.mention.first {
        at -= 1;
        if c.listed(at, List::Definite) {
            return true;
        }
        if !c.is(at, Class::Adjective) {
            return false;
        }
    }
    draft.mention.first == head
}

/// "over €4 billion" in the title is the body's 4.05, "1.6bn" its 1.58.
fn rounds_to(title: &Draft, body: &Draft) -> bool {
    let (t, b) = (title.mention.value, body.mention.value);
    if body.mention.high.is_some() {
        return false;
    }
    if t.is_zero() {
        return false;
    }
    let step = lowest_step(t);
    // "Over €100 million" rounds 104 million, not 190; the step of a round number is the number itself.
    let near = step.min(t / Decimal::from(5));
    match title.bound {
        Bound::AtLeast => b >= t && b - t < near,
        Bound::AtMost => b <= t && t - b < near,
        Bound::About => (b - t).abs() <= step.min(t / Decimal::TEN),
        _ => {
            (b - t).abs() <= step.min(t / Decimal::TEN) / Decimal::TWO
                && b != t
                && title.kind == Kind::Money
        }
    }
}

/// The size of the last digit that is not zero: 100,000 of 4,300,000.
fn lowest_step(value: Decimal) -> Decimal {
    let mut step = Decimal::ONE;
    let whole = value.trunc();
    while let Some(next) = step.checked_mul(Decimal::TEN) {
        if next > whole || !(whole % next).is_zero() {
            break;
        }
        step = next;
    }
    step
}

/// One item's wording holds the other's head.
fn items_agree(scene: &Scene<'_>, one: &Draft, two: &Draft) -> bool {
    let words = |draft: &Draft| -> Vec<String> {
        let Some((first, end)) = draft.item else { return Vec::new() };
        (first..end).map(|at| scene.c.text.word(at).to_lowercase()).collect()
    };
    let (a, b) = (words(one), words(two));
    let stem = |w: &String| w.trim_end_matches('s').to_owned();
    let (Some(last_a), Some(last_b)) = (a.last(), b.last()) else { return false };
    stem(last_a) == stem(last_b)
        || a.iter().any(|w| stem(w) == stem(last_b))
        || b.iter().any(|w| stem(w) == stem(last_a))
}
