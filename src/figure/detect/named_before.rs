//! The thing named last before a number.

use crate::figure::draft::Draft;
use crate::figure::scene::Scene;
use crate::figure::terms::{Category, Kind};
use crate::lexicon::ThingKind;
use crate::mention::Mention;

/// Tokens of a thing's wording, and its category.
pub(super) type Item = ((usize, usize), Category);

/// The last thing named between two tokens: a plural noun or a model.
pub(super) fn thing_between(scene: &Scene<'_>, from: usize, until: usize) -> Option<Item> {
    let c = &scene.c;
    let (mut at, mut last) = (from, None);
    while at < until {
        match c.lexicon.things.at(c.lexicon.vocabulary(), c.tokens(), at) {
            Some((thing, length)) => {
                let end = at + length;
                let word = c.text.word(end - 1);
                let counts = word.ends_with('s')
                    || word.ends_with("craft")
                    || thing.kind == ThingKind::Model;
                if counts && thing.category != Category::Other {
                    last = Some(match last {
                        // "Romeo helicopters": a model and its noun are one thing.
                        Some(((first, end_before), _)) if end_before == at => {
                            ((first, end), thing.category)
                        }
                        _ => ((at, end), thing.category),
                    });
                }
                at = end;
            }
            None => at += 1,
        }
    }
    last
}

/// The last figure of things in this or one of the sentences before it.
pub(super) fn last_things(
    scene: &Scene<'_>,
    mention: &Mention,
    before: &[Draft],
    reach: usize,
) -> Option<Item> {
    let sentence = scene.sentence_at(mention.first);
    before
        .iter()
        .rev()
        .take_while(|d| sentence.saturating_sub(d.sentence) <= reach)
        .find(|d| d.kind == Kind::Quantity)
        .and_then(|d| d.item.zip(d.category))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::english;
    use crate::source::Document;
    use crate::text::Text;

    #[test]
    fn the_last_plural_or_model_is_the_thing() {
        for (text, thing) in [
            ("tanks and howitzers for the army", Some("howitzers")),
            ("the Romeo helicopters he asked for", Some("Romeo helicopters")),
            ("one tank for the army", None),
            ("soldiers of the army", None),
        ] {
            let document = Document { text: text.to_owned(), ..Document::default() };
            let cut = Text::new(&document.text, english().vocabulary());
            let scene = Scene::new(&document, &cut);
            let found = thing_between(&scene, 0, cut.tokens.len());
            assert_eq!(found.map(|((first, end), _)| cut.slice(first, end)), thing, "{text}");
        }
    }
}
