//! What a general noun is, by what stands before it: "HIMARS has gone faster: eleven launchers".

use super::named_before::thing_between;
use crate::figure::draft::Draft;
use crate::figure::scene::Scene;
use crate::figure::terms::{Category, Kind};
use crate::lexicon::List;
use crate::mention::Mention;
use crate::mention::quantity::is_model_name;

/// The category of a counted thing: its own, or for a noun that says little that of the last thing named.
pub(super) fn category(
    scene: &Scene<'_>,
    mention: &Mention,
    (first, end): (usize, usize),
    own: Category,
    before: &[Draft],
) -> Category {
    let word = scene.c.text.word(end - 1).to_ascii_lowercase();
    let fits: &[Category] = match word.as_str() {
        "vehicles" if own == Category::Vehicle => &[Category::Armor],
        "launchers" if own == Category::AirDefense => &[Category::Artillery],
        "interceptors" if own == Category::Missile => &[Category::Drone],
        "barrels" | "tubes" | "hulls" => &[Category::Artillery, Category::Armor, Category::Naval],
        _ if own == Category::Other && scene.c.listed_small(end - 1, List::VagueThing) => {
            Category::ALL
        }
        _ => return own,
    };
    let alone = end - first == 1;
    if !alone {
        return own;
    }
    let number = scene.sentence_at(mention.first);
    let from = scene.sentence(number.saturating_sub(3)).first;
    let named = thing_between(scene, from, mention.first).map(|(_, category)| category);
    let counted = || {
        before.iter().rev().take(4).filter(|d| d.kind == Kind::Quantity).find_map(|d| d.category)
    };
    named.or_else(counted).filter(|c| fits.contains(c)).unwrap_or(own)
}

/// The category of a name of no table by the names that begin like it: "Su-30SMEs" flies as the Su-30SM does.
pub(super) fn of_name(scene: &Scene<'_>, first: usize, end: usize) -> Category {
    let c = &scene.c;
    (first..end)
        .find_map(|at| {
            let word = c.text.word(at);
            is_model_name(word).then(|| like(scene, word)).flatten()
        })
        .unwrap_or(Category::Other)
}

fn like(scene: &Scene<'_>, word: &str) -> Option<Category> {
    let lexicon = scene.c.lexicon;
    let digit = word.find(|c: char| c.is_ascii_digit())?;
    (digit + 1..=word.len()).rev().filter(|end| word.is_char_boundary(*end)).find_map(|end| {
        let known = lexicon.vocabulary().exact(&word[..end]);
        lexicon.things.single(known).map(|thing| thing.category)
    })
}
