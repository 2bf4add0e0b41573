//! Sorts of parties, and how a party's mentions stand around a figure: shared by givers and recipients.

use super::around::{Around, Place};
use super::coded::coded;
use crate::figure::scene::{PartyMention, Scene};
use crate::lexicon::{Class, Party, PartySort};

/// What sort of party gives or gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartyKind {
    /// Nobody is named.
    Nobody,
    /// One country.
    Country,
    /// The European Union.
    Union,
    /// Allies without names.
    Allies,
    /// An alliance or group of states: NATO, the Group of Seven.
    Group,
    /// A bank or fund: IMF, World Bank, EIB, EBRD.
    Bank,
    /// The United Nations.
    Nations,
    /// One company.
    Company,
    /// Several.
    Several,
    /// Any other body.
    Other,
}

coded!(PartyKind {
    Nobody = "nobody", Country = "country", Union = "union", Allies = "allies", Group = "group",
    Bank = "bank", Nations = "nations", Company = "company", Several = "several", Other = "other",
});

impl PartyKind {
    /// The sort of some parties that act together.
    #[must_use]
    pub fn of(parties: &[Party]) -> Self {
        match parties {
            [] => Self::Nobody,
            [one] => match one.code() {
                "EU" => Self::Union,
                "ALLIES" => Self::Allies,
                "NATO" | "G7" => Self::Group,
                "IMF" | "WB" | "EIB" | "EBRD" => Self::Bank,
                "UN" => Self::Nations,
                code if code.len() == 2 => Self::Country,
                _ if one.company_name().is_some() => Self::Company,
                _ => Self::Other,
            },
            _ => Self::Several,
        }
    }
}

/// The word before a party's phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lead {
    /// "of Denmark".
    Of,
    /// "from Denmark".
    From,
    /// "to Denmark".
    To,
    /// "for Denmark".
    For,
    /// "by Denmark".
    By,
    /// "in Denmark".
    In,
    /// "with Denmark".
    With,
    /// "between", "against" and the like.
    Preposition,
    /// "and Denmark".
    And,
    /// A sign.
    Sign,
    /// Any other word.
    Word,
    /// It opens the sentence.
    Opens,
}

coded!(Lead {
    Of = "of", From = "from", To = "to", For = "for", By = "by", In = "in", With = "with",
    Preposition = "preposition", And = "and", Sign = "sign", Word = "word", Opens = "opens",
});

impl Lead {
    /// The word before a party, past its articles, adjectives and offices.
    #[must_use]
    pub fn of(scene: &Scene<'_>, party: &PartyMention) -> Self {
        let c = &scene.c;
        let opens = scene.sentence(scene.sentence_at(party.first)).first;
        let skipped = Class::Determiner.bit()
            | Class::Adjective.bit()
            | Class::Title.bit()
            | Class::Office.bit();
        let mut at = party.first;
        while at > opens && c.is_any(at - 1, skipped) {
            at -= 1;
        }
        let Some(before) = at.checked_sub(1).filter(|b| *b >= opens) else { return Self::Opens };
        if c.is(before, Class::And) {
            return Self::And;
        }
        match c.text.word(before) {
            "of" => Self::Of,
            "from" | "From" => Self::From,
            "to" => Self::To,
            "for" | "For" => Self::For,
            "by" | "By" => Self::By,
            "in" | "In" => Self::In,
            "with" | "With" => Self::With,
            _ if c.is(before, Class::Preposition) => Self::Preposition,
            _ if c.kind(before) == Some(crate::text::TokenKind::Word) => Self::Word,
            _ => Self::Sign,
        }
    }
}

/// A mention of a party as it stands to the figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The party's number.
    pub party: u16,
    /// Where.
    pub place: Place,
    /// How it stands for the party.
    pub sort: PartySort,
    /// "Denmark's".
    pub possessive: bool,
    /// The word before it.
    pub lead: Lead,
    /// No party stands nearer to the figure on its side.
    pub nearest: bool,
}

/// The parties of the figure's sentence, of the three before and of the title; each once at its nearest place
/// before and behind the figure.
#[must_use]
pub fn standing(around: &Around<'_, '_>) -> Vec<Standing> {
    let scene = around.scene;
    let draft = around.draft;
    let sentence = scene.sentence(draft.sentence);
    let from = scene.sentence(draft.sentence.saturating_sub(3)).first;
    let title = scene.title_sentences.checked_sub(1).map_or(0, |n| scene.sentence(n).end);
    let mention = &draft.mention;
    let mut found: Vec<Standing> = Vec::new();
    let mut add = |party: &PartyMention, nearest: bool| {
        let behind = party.first >= mention.end;
        let known = found.iter().any(|s| {
            s.party == party.party
                && behind == matches!(s.place, Place::JustBehind | Place::Behind | Place::Later)
        });
        if !known {
            found.push(Standing {
                party: party.party,
                place: around.place(party.first, party.end),
                sort: party.sort,
                possessive: party.possessive,
                lead: Lead::of(scene, party),
                nearest,
            });
        }
    };
    let within = |p: &&PartyMention| p.first < mention.first || p.first >= mention.end;
    let before = scene.parties_in(from, mention.first).iter().rev();
    for (place, party) in before.take(24).enumerate() {
        add(party, place == 0 && party.first >= sentence.first);
    }
    let behind = scene.parties_in(mention.end, sentence.end).iter().filter(within);
    for (place, party) in behind.take(12).enumerate() {
        add(party, place == 0);
    }
    for party in scene.parties_in(0, title.min(from)).iter().take(8) {
        add(party, false);
    }
    found
}
