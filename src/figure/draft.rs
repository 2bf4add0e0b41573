//! A figure in the making: a mention with what the rules have found of it so far.

use crate::figure::links::parts::PartRule;
use crate::figure::roles::donors::Reading;
use crate::figure::roles::governing::Governing;
use crate::figure::terms::{Bound, Category, Kind, Per, Sector, Stage};
use crate::lexicon::Party;
use crate::mention::Mention;

/// One figure in the making. Links are numbers of other drafts.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Its first mention in the body, else in the title.
    pub mention: Mention,
    /// Every place: tokens `first..end`.
    pub places: Vec<(usize, usize)>,
    /// The sentence of `mention`.
    pub sentence: usize,
    /// The clause of `mention`.
    pub clause: usize,
    /// Stands in the title.
    pub title: bool,
    /// Money or things.
    pub kind: Kind,
    /// ISO 4217 code.
    pub unit: Option<&'static str>,
    /// False where habit chose the currency.
    pub unit_sure: bool,
    /// The thing counted: tokens of its wording, maybe those of an earlier figure.
    pub item: Option<(usize, usize)>,
    /// The sort of thing.
    pub category: Option<Category>,
    /// Takes its unit or item from an earlier figure.
    pub elliptic: bool,
    /// How sharp.
    pub bound: Bound,
    /// What a rate is per.
    pub per: Option<Per>,
    /// Who gives.
    pub donors: Vec<Party>,
    /// How the donors were found.
    pub donor_source: Source,
    /// Who gets.
    pub recipient: Option<Party>,
    /// Who gets by the rules, before the usual case fills in.
    pub gets: Option<Party>,
    /// Its verb is one of getting.
    pub received: bool,
    /// How far.
    pub stage: Option<Stage>,
    /// How the stage was found.
    pub stage_source: Source,
    /// Years stated for it.
    pub years: Option<(i32, i32)>,
    /// How the years were found.
    pub year_source: Source,
    /// The words for the years stand behind the figure.
    pub year_behind: bool,
    /// A running total.
    pub cumulative: bool,
    /// What for.
    pub sector: Option<Sector>,
    /// Who says so.
    pub speaker: Option<String>,
    /// The whole.
    pub part_of: Option<usize>,
    /// The figure restated.
    pub equivalent_of: Option<usize>,
    /// Worked out.
    pub derived: bool,
    /// The verb over it.
    pub governing: Governing,
    /// What each rule reads of its givers, the surest rule first.
    pub readings: Vec<(Reading, Vec<Party>)>,
    /// Who acted last before it.
    pub actor: Vec<Party>,
    /// What another mention of it tells: givers, stage.
    pub told: Option<(Vec<Party>, Option<Stage>)>,
    /// The stage that its own clause tells.
    pub own_stage: Option<(Stage, Source)>,
    /// The years that its own clause tells.
    pub own_years: Option<((i32, i32), Source)>,
    /// The rule that made it a share.
    pub part_rule: PartRule,
    /// The probability that the fields are right.
    pub sure: f32,
}

/// How sure a rule's finding is, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// Said of this very figure.
    Stated,
    /// Said in its clause or sentence.
    Near,
    /// Taken over from its whole or the figure before.
    Inherited,
    /// Nothing said: the usual case.
    Default,
}
