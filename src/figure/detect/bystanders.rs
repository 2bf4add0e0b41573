//! Things that stand by: told of beside the deliveries, but not handed over, made or bought.

use crate::figure::roles::governing::Governing;
use crate::figure::scene::Scene;
use crate::figure::terms::Category;
use crate::lexicon::{Class, List, NotThing, VerbClass};
use crate::mention::quantity::is_model_name;
use crate::mention::{Head, Mention, What};

/// Whether a count is of things that merely stand by.
pub(super) fn stands_by(scene: &Scene<'_>, mention: &Mention, governing: &Governing) -> bool {
    dropped(scene, mention)
        || takes_part(scene, mention)
        || own_stock(scene, mention, governing)
        || between(scene, mention)
        || bare_weight(scene, mention, governing)
        || squadrons(scene, mention)
        || armed_with(scene, mention)
        || empty_unit(scene, mention, governing)
}

/// "There are two boxes": a container of nothing, handed over by nobody.
fn empty_unit(scene: &Scene<'_>, mention: &Mention, governing: &Governing) -> bool {
    let What::Counted(first, end, _) = mention.what else { return false };
    let unit = scene.c.listed(end - 1, List::Container);
    let acted = matches!(
        governing.class,
        Some(
            VerbClass::Give
                | VerbClass::Buy
                | VerbClass::Make
                | VerbClass::Receive
                | VerbClass::Commit
        )
    );
    unit && end - first == 1 && !acted
}

/// "armed with 16 missiles and one gun": what a ship carries.
fn armed_with(scene: &Scene<'_>, mention: &Mention) -> bool {
    let c = &scene.c;
    let clause = scene.clauses[scene.clause_at(mention.first)];
    (mention.first.saturating_sub(8).max(clause.first)..mention.first).any(|at| {
        matches!(c.text.word(at), "armed" | "fitted" | "loaded") && c.reads(at + 1, "with")
    })
}

/// "down to 31 squadrons": formations, unless those of a weapon ("five S-400 squadrons").
fn squadrons(scene: &Scene<'_>, mention: &Mention) -> bool {
    let What::Counted(first, end, _) = mention.what else { return false };
    matches!(scene.c.text.word(end - 1), "squadrons" | "squadron")
        && !(first..end - 1).any(|at| is_model_name(scene.c.text.word(at)))
}

/// "Eighteen Archers, each of which can fire three shells, are ordered": the shooting is said aside.
pub(super) fn apart(scene: &Scene<'_>, mention: &Mention, verb: usize) -> bool {
    let c = &scene.c;
    (mention.end..verb).any(|at| c.is_sign(at, ","))
        && (mention.end..verb).any(|at| c.listed(at, List::SaidAside))
}

/// "between two trains and three phone calls": no range, but a place or time.
fn between(scene: &Scene<'_>, mention: &Mention) -> bool {
    mention.high.is_none() && mention.first > 0 && scene.c.reads(mention.first - 1, "between")
}

/// "fuel flow, at 90 tons": a weight that nobody hands over.
fn bare_weight(scene: &Scene<'_>, mention: &Mention, governing: &Governing) -> bool {
    let What::Counted(_, end, _) = mention.what else { return false };
    let weight = scene.c.listed(end - 1, List::Tonne);
    let moved = matches!(
        governing.class,
        Some(
            VerbClass::Give
                | VerbClass::Make
                | VerbClass::Receive
                | VerbClass::Buy
                | VerbClass::Arrive
        )
    );
    weight && !moved
}

/// "in a deal struck within two months": nothing is shot.
pub(super) fn of_a_deal(scene: &Scene<'_>, verb: usize) -> bool {
    let c = &scene.c;
    c.listed(verb, List::Struck)
        && (verb.saturating_sub(2)..verb + 4).any(|at| c.listed(at, List::StruckDeal))
}

/// "construction of one frigate and one submarine", "ordered one radar": one thing, and counted.
pub(super) fn one_bought(scene: &Scene<'_>, mention: &Mention, governing: &Governing) -> bool {
    let c = &scene.c;
    let first = mention.first;
    if !matches!(mention.what, What::Counted(_, _, Head::Thing(_))) || first < 2 {
        return false;
    }
    let acted = matches!(
        governing.class,
        Some(VerbClass::Give | VerbClass::Buy | VerbClass::Make | VerbClass::Receive)
    ) && governing.near
        && !governing.subject;
    let named =
        |at: usize| c.is(at, Class::Of) && c.listed_small(at.saturating_sub(1), List::NounOfBuying);
    let listed = c.is(first - 1, Class::And) || c.is_sign(first - 1, ",");
    acted || named(first - 1) || listed && (first.saturating_sub(6)..first).any(named)
}

/// "Russia dropped 3,200 guided bombs on his country", "over 1,000 drones hit Ukraine".
fn dropped(scene: &Scene<'_>, mention: &Mention) -> bool {
    let c = &scene.c;
    let armed = matches!(
        mention.what,
        What::Counted(
            _,
            _,
            Head::Thing(Category::Ammunition | Category::Missile | Category::Drone)
        )
    );
    let clause = scene.clauses[scene.clause_at(mention.first)];
    let before = (mention.first.saturating_sub(3).max(clause.first)..mention.first)
        .any(|at| c.listed(at, List::Dropped));
    let behind = c.listed(mention.end, List::HitBehind);
    armed && (before || behind)
}

/// "involves 7,000 people, 65 planes and 200 horses": what takes part beside people.
fn takes_part(scene: &Scene<'_>, mention: &Mention) -> bool {
    let c = &scene.c;
    let clause = scene.clauses[scene.clause_at(mention.first)];
    let involved = (clause.first..mention.first).any(|at| {
        c.listed(at, List::TakesPart) || c.reads(at, "part") && c.listed(at - 1, List::Take)
    });
    let people = scene
        .mentions_in(clause.first, mention.first)
        .iter()
        .any(|m| matches!(m.what, What::Counted(_, _, Head::NotThing(NotThing::Person))));
    involved && people
}

/// "any of its 162 A-10s", "what it did not give was its 45 helicopters": its own stock, not moved.
fn own_stock(scene: &Scene<'_>, mention: &Mention, governing: &Governing) -> bool {
    let c = &scene.c;
    mention.first > 0
        && c.is(mention.first - 1, Class::Possessive)
        && matches!(mention.what, What::Counted(_, _, Head::Thing(_)))
        && matches!(governing.class, Some(VerbClass::Neutral | VerbClass::Amount))
        && !governing.subject
}

#[cfg(test)]
mod tests {
    use crate::figure::wordings_by_rules as counts;

    #[test]
    fn what_stands_by_is_no_figure() {
        for text in [
            "Russia dropped 3,200 guided bombs on the country in May.",
            "Over 1,000 Russian drones hit Ukraine in three days.",
            "The parade involves 7,000 people, 65 planes and 200 horses.",
            "The law bars the Air Force from retiring any of its 162 A-10s.",
            "The ship is armed with 16 missiles.",
            "There are two boxes on the desk.",
            "She talks between two trains and three phone calls.",
            "The daily fuel flow, at 90 tons, was not exceeded.",
            "At the current rate of loss, some 90 tanks a month, it can go on.",
        ] {
            assert_eq!(counts(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn what_is_moved_beside_it_stays_one() {
        for (text, wanted) in [
            ("The ministry asks for the construction of one new frigate.", "1 new frigate"),
            (
                "Eighteen Archers, each of which can fire three shells, will be ordered.",
                "18 Archers",
            ),
            ("Sweden gave 14 Archers in a deal struck within two months.", "14 Archers"),
            ("Norway gives 60 tonnes of food.", "60 tonnes of food"),
            ("Canada gives its 30 howitzers to Ukraine.", "30 howitzers"),
        ] {
            assert_eq!(counts(text), [wanted], "{text}");
        }
    }
}
