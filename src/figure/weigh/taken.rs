//! Whether a sum or a number of things is a figure at all, and no price, loss, profit or page furniture.

use super::around::{Around, Place, Relation};
use super::choice::Choice;
use super::coded::{NOTHING, code, coded};
use super::evidence::{Print, signs};
use super::table::Question;
use crate::figure::scene::Tense;
use crate::figure::terms::{Bound, Category, Kind, Per};
use crate::lexicon::{Cue, VerbClass};
use rust_decimal::Decimal;

signs! {
    /// What the rules say.
    Ruled = "ruled"(bool, bool, Kind),
    /// The same, by verb.
    Verb = "verb"(bool, VerbClass, Tense),
    /// The same, by voice.
    Voice = "voice"(bool, VerbClass, bool),
    /// The verb over it, by its word.
    Lemma = "lemma"(bool, Kind),
    /// The verb over that.
    Over = "over"(bool, VerbClass, Tense),
    /// A cue in the sentence.
    Cue = "cue"(bool, Cue, Place),
    /// A cue in the title.
    Title = "title"(bool, Cue, Kind),
    /// A word near it, before or behind.
    Word = "word"(bool, bool, Kind),
    /// The thing counted, by its last word.
    Item = "item"(bool),
    /// The sort of thing.
    Category = "category"(bool, Category, VerbClass),
    /// How large it is.
    Size = "size"(bool, Size, Kind),
    /// How sharp it is.
    Bound = "bound"(bool, Bound, Kind),
    /// A rate.
    Rate = "rate"(bool, Per, Kind),
    /// Takes its unit or item from a figure before.
    Elliptic = "elliptic"(bool, Kind, Relation),
    /// Figures taken so far, and how near the last stands.
    Previous = "previous"(bool, Relation, Kind),
    /// A party stands in the sentence.
    Party = "party"(bool, bool, Kind),
    /// In how many digits or words it is written.
    Alone = "alone"(bool, bool, Kind),
}

coded!(Bound {
    Exact = "exact", About = "about", AtLeast = "at_least", AtMost = "at_most", Range = "range",
});
coded!(Category {
    Drone = "drone", Missile = "missile", AirDefense = "air_defense", Artillery = "artillery",
    Ammunition = "ammunition", Armor = "armor", Aircraft = "aircraft", Naval = "naval",
    Vehicle = "vehicle", SmallArms = "small_arms", Electronics = "electronics", Other = "other",
});

/// How large a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Size {
    Few,
    Tens,
    Hundreds,
    Thousands,
    Millions,
    Billions,
}

coded!(Size {
    Few = "few", Tens = "tens", Hundreds = "hundreds", Thousands = "thousands",
    Millions = "millions", Billions = "billions",
});

impl Size {
    fn of(value: Decimal) -> Self {
        [(10, Self::Few), (100, Self::Tens), (1000, Self::Hundreds), (1_000_000, Self::Thousands)]
            .into_iter()
            .find(|(bound, _)| value < Decimal::from(*bound))
            .map_or_else(
                || {
                    let billion = Decimal::from(1_000_000_000);
                    if value < billion { Self::Millions } else { Self::Billions }
                },
                |(_, size)| size,
            )
    }
}

/// No and yes, with what speaks for each; `ruled` is what the rules say.
pub fn ask<'s>(around: &Around<'s, '_>, ruled: bool) -> Choice<'s, bool> {
    let draft = around.draft;
    let kind = code(draft.kind);
    let mut shared: Vec<(Sign, [u8; 2], Option<Print>)> = Vec::with_capacity(48);
    shared.extend([
        (Sign::Ruled, [code(ruled), kind], None),
        (Sign::Size, [code(Size::of(draft.mention.value)), kind], None),
        (Sign::Bound, [code(draft.bound), kind], None),
        (Sign::Rate, [code(draft.per), kind], None),
        (Sign::Party, [code(!around.parties().is_empty()), kind], None),
    ]);
    by_words(around, &mut shared);
    by_verbs(around, &mut shared);
    if let Some((_, relation)) = around.previous() {
        shared.push((Sign::Previous, [code(relation), kind], None));
    }
    if draft.elliptic {
        let relation = around.previous().map(|p| p.1);
        shared.push((Sign::Elliptic, [kind, code(relation)], None));
    }
    let mut choice = around.choice_among(Question::Taken, &[false, true]);
    for (sign, [a, b], word) in shared {
        let evidence = sign.of([NOTHING, a, b]);
        choice.every(word.map_or(evidence, |word| evidence.with(word)));
    }
    choice
}

fn by_verbs(around: &Around<'_, '_>, shared: &mut Vec<(Sign, [u8; 2], Option<Print>)>) {
    let kind = code(around.draft.kind);
    let verb = around.verb();
    shared.push((Sign::Verb, [code(verb.map(|v| v.class)), code(verb.map(|v| v.tense))], None));
    if let Some(verb) = verb {
        let turned = verb.passive || around.governing.subject;
        shared.push((Sign::Voice, [code(verb.class), code(turned)], None));
        shared.push((Sign::Lemma, [kind, NOTHING], Some(around.lemma(&verb).into())));
    }
    if let Some(over) = around.over() {
        shared.push((Sign::Over, [code(over.class), code(over.tense)], None));
    }
}

fn by_words(around: &Around<'_, '_>, shared: &mut Vec<(Sign, [u8; 2], Option<Print>)>) {
    let scene = around.scene;
    let draft = around.draft;
    let kind = code(draft.kind);
    around.cues(|cue, place| shared.push((Sign::Cue, [code(cue), code(place)], None)));
    around.words(|word, behind| shared.push((Sign::Word, [code(behind), kind], Some(word))));
    for cue in Cue::ALL {
        if scene.title_cues & cue.bit() != 0 {
            shared.push((Sign::Title, [code(*cue), kind], None));
        }
    }
    if let Some((_, end)) = draft.item {
        shared.push((Sign::Item, [NOTHING; 2], Some(scene.c.text.word(end - 1).into())));
        let class = code(around.governing.class);
        shared.push((Sign::Category, [code(draft.category), class], None));
    }
    let sentence = scene.sentence(draft.sentence);
    let alone = sentence.end - sentence.first <= draft.mention.end - draft.mention.first + 6;
    shared.push((Sign::Alone, [code(alone), kind], None));
}

/// What the rules say, as the only evidence.
#[cfg(test)]
pub fn ruled() -> [super::evidence::Evidence; 2] {
    use super::coded::ANY;
    [true, false].map(|said| Sign::Ruled.of([code(said), code(said), ANY]))
}
