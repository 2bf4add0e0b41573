//! The filters of whatever lists figures.

use crate::figure::{Category, Kind, Sector, Stage};
use crate::ledger::Status;
use crate::ledger::reading::{NobodyKnown, party, years};
use crate::lexicon::Party;
use crate::store::Filter;

/// Which figures; several values of one flag are alternatives.
#[derive(Debug, Clone, Default, clap::Args)]
#[command(next_help_heading = "Which figures")]
pub struct FilterFlags {
    /// Who pays, gives or makes: a code or a usual name
    #[arg(long, value_name = "PARTY", value_delimiter = ',')]
    donor: Vec<String>,
    /// Who gets it
    #[arg(long, value_name = "PARTY", value_delimiter = ',')]
    recipient: Vec<String>,
    /// A year, or a span such as 2024-2026
    #[arg(long, alias = "years", value_name = "YEAR")]
    year: Option<String>,
    /// request, target, pledge, commitment or delivery
    #[arg(long, value_delimiter = ',')]
    stage: Vec<Stage>,
    /// production, military, financial, humanitarian, energy or other
    #[arg(long, value_delimiter = ',')]
    sector: Vec<Sector>,
    /// money or quantity
    #[arg(long)]
    kind: Option<Kind>,
    /// A currency's code
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    unit: Vec<String>,
    /// drone, missile, artillery, ammunition, armor, aircraft, …
    #[arg(long, value_delimiter = ',')]
    category: Vec<Category>,
    /// extracted, confirmed or rejected
    #[arg(long, value_delimiter = ',')]
    status: Vec<Status>,
}

impl FilterFlags {
    /// The filter that the flags describe.
    ///
    /// # Errors
    /// When a party or a year is not understood.
    pub fn filter(&self) -> anyhow::Result<Filter> {
        let parties = |names: &[String]| -> Result<Vec<Party>, NobodyKnown> {
            names.iter().map(|name| party(name)).collect()
        };
        Ok(Filter {
            donors: parties(&self.donor)?,
            recipients: parties(&self.recipient)?,
            years: self.year.as_deref().map(|text| years(text, None)).transpose()?,
            stages: self.stage.clone(),
            sectors: self.sector.clone(),
            kind: self.kind,
            units: self.unit.iter().map(|unit| unit.to_uppercase()).collect(),
            categories: self.category.clone(),
            statuses: self.status.clone(),
            document: None,
            limit: None,
        })
    }
}
