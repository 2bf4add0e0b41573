//! What a figure is for: the words of its sentence, its things, its giver.

use super::around::{Around, Place, Relation};
use super::choice::Choice;
use super::coded::{NOTHING, code};
use super::evidence::signs;
use super::parties::PartyKind;
use super::table::Question;
use crate::figure::terms::{Kind, Sector, Stage};
use crate::lexicon::{Cue, VerbClass};

signs! {
    /// How usual the sector is.
    Usual = "usual"(Sector, Kind, Stage),
    /// What the rules say.
    Ruled = "ruled"(Sector, Sector, Kind),
    /// A cue in the sentence.
    Cue = "cue"(Sector, Cue, Place),
    /// The same, nearer to no other figure.
    Said = "said"(Sector, Cue, Kind),
    /// A cue in the title.
    Title = "title"(Sector, Cue, Kind),
    /// The verb over the figure.
    Verb = "verb"(Sector, VerbClass, Kind),
    /// The figure before.
    Previous = "previous"(Sector, Sector, Relation),
    /// The whole.
    Whole = "whole"(Sector, Sector),
    /// Who gives.
    Donor = "donor"(Sector, PartyKind, Kind),
    /// Giver and recipient are one.
    Own = "own"(Sector, bool, Kind),
}

/// The sectors with what speaks for each.
pub fn ask<'s>(around: &Around<'s, '_>) -> Choice<'s, Sector> {
    let draft = around.draft;
    let scene = around.scene;
    let kind = code(draft.kind);
    let own = draft.donors.first() == draft.recipient.as_ref() && draft.donors.len() == 1;
    let mut shared: Vec<(Sign, [u8; 2])> = Vec::with_capacity(48);
    shared.extend([
        (Sign::Usual, [kind, code(draft.stage)]),
        (Sign::Ruled, [code(draft.sector), kind]),
        (Sign::Verb, [code(around.governing.class), kind]),
        (Sign::Donor, [code(PartyKind::of(&draft.donors)), kind]),
        (Sign::Own, [code(own), kind]),
    ]);
    around.cues(|cue, place| {
        if cue as u8 >= Cue::Production as u8 {
            shared.push((Sign::Cue, [code(cue), code(place)]));
            shared.push((Sign::Said, [code(cue), kind]));
        }
    });
    for cue in Cue::ALL.iter().filter(|c| **c as u8 >= Cue::Production as u8) {
        if scene.title_cues & cue.bit() != 0 {
            shared.push((Sign::Title, [code(*cue), kind]));
        }
    }
    if let Some((before, relation)) = around.previous() {
        shared.push((Sign::Previous, [code(before.sector), code(relation)]));
    }
    if let Some(whole) = around.whole() {
        shared.push((Sign::Whole, [code(whole.sector), NOTHING]));
    }
    let mut choice = around.choice_among(Question::Sector, Sector::ALL);
    for (sign, [a, b]) in shared {
        choice.every(sign.of([NOTHING, a, b]));
    }
    choice
}
