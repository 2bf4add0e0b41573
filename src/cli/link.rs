//! `pledgebook link A RELATION B`.

use clap::ValueEnum;

use super::{Context, notices};
use super::author::AuthorFlags;
use crate::ledger::Relation;

const EXAMPLES: &str = "\
Examples:
  pledgebook link 13 part-of 12
  pledgebook link 40 same-as 12 --why \"the same package, another paper\"
  pledgebook link 77 supersedes 12 --why \"raised on 3 March\"";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// A figure's number
    figure: i64,
    /// What it is
    #[arg(value_enum)]
    relation: To,
    /// To which figure
    target: i64,
    #[command(flatten)]
    author: AuthorFlags,
}

/// What one figure is to another, as written on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum To {
    /// A share of it
    PartOf,
    /// The same in another currency or unit
    EquivalentOf,
    /// Another report of the same commitment, which counts once
    SameAs,
    /// A later figure that stands in its place
    Supersedes,
}

impl Args {
    pub fn run(&self, context: &Context) -> anyhow::Result<()> {
        let mut ledger = context.existing()?;
        let (figure, relation, target) = match self.relation {
            To::PartOf => (self.figure, Relation::PartOf, self.target),
            To::EquivalentOf => (self.figure, Relation::EquivalentOf, self.target),
            To::SameAs => (self.figure, Relation::SameAs, self.target),
            To::Supersedes => (self.target, Relation::SupersededBy, self.figure),
        };
        ledger.link(figure, relation, target, &self.author.now())?;
        Ok(notices::odd(&ledger, &[figure, target])?)
    }
}
