//! The flags of whatever adds up: which figures, in which year, in which currency.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::conversion::ConversionFlags;
use super::filter::FilterFlags;
use crate::figure::Confidence;
use crate::report::{Dimension, Filter, Query, YearBasis};
use crate::store::Store;

/// What is added up.
#[derive(Debug, Clone, clap::Args)]
pub struct QueryFlags {
    #[command(flatten)]
    figures: FilterFlags,
    /// An outlet, or a part of its name
    #[arg(long, value_name = "NAME")]
    publisher: Vec<String>,
    /// Announced on this day or later
    #[arg(long, value_name = "YYYY-MM-DD")]
    from: Option<NaiveDate>,
    /// Announced on this day or before
    #[arg(long, value_name = "YYYY-MM-DD")]
    until: Option<NaiveDate>,
    /// At least so much, in the figure's own unit
    #[arg(long, value_name = "AMOUNT")]
    min: Option<Decimal>,
    /// At most so much, in the figure's own unit
    #[arg(long, value_name = "AMOUNT")]
    max: Option<Decimal>,
    /// At least so sure, 0 to 1
    #[arg(long, value_name = "SHARE", value_parser = share)]
    confidence: Option<Confidence>,
    /// The year of a sum: what it is for (period), its announcement, or spread over its years
    #[arg(long, default_value = "period", value_name = "period|announced|spread")]
    year_basis: YearBasis,
    #[command(flatten)]
    money: ConversionFlags,
}

fn share(text: &str) -> Result<Confidence, String> {
    match text.parse::<f64>() {
        Ok(share) if (0.0..=1.0).contains(&share) => Ok(Confidence::from(share)),
        _ => Err("write a share from 0 to 1, such as 0.8".to_owned()),
    }
}

impl QueryFlags {
    /// The query that the flags describe, by these columns.
    ///
    /// # Errors
    /// When a party, a year, a currency or a file of rates is not understood.
    pub fn query(&self, by: Vec<Dimension>, store: &Store) -> anyhow::Result<Query> {
        let figures = self.figures.filter()?;
        let codes =
            |parties: Vec<crate::lexicon::Party>| parties.into_iter().map(Into::into).collect();
        let filter = Filter {
            donors: codes(figures.donors),
            recipients: codes(figures.recipients),
            years: figures.years,
            stages: figures.stages,
            kinds: figures.kind.into_iter().collect(),
            sectors: figures.sectors,
            units: figures.units,
            categories: figures.categories,
            publishers: self.publisher.clone(),
            statuses: figures.statuses,
            from: self.from,
            until: self.until,
            at_least: self.min,
            at_most: self.max,
            confidence: self.confidence,
        };
        Ok(Query { by, filter, years: self.year_basis, convert: self.money.converter(store)? })
    }
}
