//! Who pays, gives or makes.

mod beside;
mod sentence;
mod verbal;

use super::actors::{self, Discourse};
use super::governing::Governing;
use super::labels::label;
use super::{shares, stage, trade};
use crate::figure::draft::{Draft, Source};
use crate::figure::scene::Scene;
use crate::figure::terms::Stage;
use crate::lexicon::Party;

/// The donors that the figure's own sentence names, with how; and whoever receives by the verb.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// Who gives.
    pub donors: Vec<Party>,
    /// Who gets, where the verb says so.
    pub recipient: Option<Party>,
}

/// The rules that read a figure's givers, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// The head of its line: [`label`](super::labels::label).
    Label,
    /// The subject of the relative clause behind it.
    Behind,
    /// It and those who give along: [`shares::joint_with`].
    Joint,
    /// The buyer of a sale: [`trade::buyer`].
    Sold,
    /// Its own of several: [`shares::respectively`].
    Each,
    /// Whoever stands behind it with "by": [`shares::by_phrase`].
    By,
    /// Whose own budget it comes from: [`shares::own_pocket`].
    Pocket,
    /// A party in its own noun phrase.
    Beside,
    /// The subject of the verb over it, named before it.
    Named,
    /// The agent of the verb over it.
    Agent,
    /// The subject of the verb over it, spoken of before.
    Verb,
    /// Whoever acts in its sentence.
    Sentence,
}

/// What each rule reads of the givers of a figure, the surest first; and whoever gets it by the verb.
#[must_use]
pub fn readings(
    scene: &Scene<'_>,
    draft: &Draft,
    governing: &Governing,
    discourse: &Discourse,
) -> (Vec<(Reading, Vec<Party>)>, Option<Party>) {
    let verbal = verbal::by_verb(scene, draft, governing, discourse);
    let behind = stage::told_behind(scene, draft, governing)
        .map(|verb| actors::subject(scene, verb, discourse));
    let sold = trade::buyer(scene, draft.clause, discourse);
    let gets = sold.first().cloned().or(verbal.recipient);
    let asked = draft.stage == Some(Stage::Request);
    let read = [
        (Reading::Label, label(scene, draft).unwrap_or_default()),
        (Reading::Behind, behind.unwrap_or_default()),
        (Reading::Sold, sold),
        (Reading::Each, shares::respectively(scene, draft)),
        (Reading::By, shares::by_phrase(scene, draft)),
        (Reading::Pocket, shares::own_pocket(scene, draft, discourse)),
        (Reading::Beside, beside::read(scene, draft, governing).unwrap_or_default()),
        (verbal::rule(scene, draft, governing, &verbal.donors), verbal.donors),
        (
            Reading::Sentence,
            if asked { Vec::new() } else { sentence::read(scene, draft, discourse) },
        ),
    ];
    let mut read: Vec<_> = read.into_iter().filter(|(_, parties)| !parties.is_empty()).collect();
    let along = shares::joint_with(scene, draft);
    if !along.is_empty() {
        let mut all = read.first().map_or_else(|| discourse.side(), |(_, first)| first.clone());
        let more: Vec<Party> = along.into_iter().filter(|p| !all.contains(p)).collect();
        all.extend(more);
        if all.len() > 1 {
            read.insert(0, (Reading::Joint, all));
        }
    }
    (read, gets)
}

impl Reading {
    /// How sure the rule is.
    #[must_use]
    pub const fn source(self) -> Source {
        match self {
            Self::Named | Self::Agent | Self::Verb | Self::Sentence => Source::Near,
            _ => Source::Stated,
        }
    }
}
