//! The flags of a conversion.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, bail};

use crate::ledger::rates::rates;
use crate::lexicon::currency;
use crate::rates::{BUILT_IN, Basis, Converter, RateFile, built_in, read};
use crate::report::totals::Convert;
use crate::store::Store;

/// Into which currency, with which rates.
#[derive(Debug, Clone, clap::Args)]
#[command(next_help_heading = "Conversion")]
pub struct ConversionFlags {
    /// Convert money into this currency
    #[arg(long, value_name = "CODE")]
    currency: Option<String>,
    /// The rate of the announcement's day, the mean of its month or year, or a file of rates
    #[arg(
        long,
        default_value = "month",
        value_name = "day|month|year|FILE",
        requires = "currency"
    )]
    rate_basis: String,
    /// A file of rates: `currency,per_eur` for fixed ones, `Date,USD,…` for daily ones
    #[arg(long, value_name = "FILE", requires = "currency")]
    rates: Option<String>,
}

impl ConversionFlags {
    /// What converts, if anything is asked for.
    ///
    /// # Errors
    /// When the currency is none, or the file is none of rates.
    pub fn converter(
        &self,
        store: &Store,
    ) -> anyhow::Result<Option<Arc<dyn Convert + Send + Sync>>> {
        let Some(code) = &self.currency else { return Ok(None) };
        let code = code.to_uppercase();
        if currency::by_code(&code).is_none() {
            bail!("--currency: \"{code}\" is no currency code of ISO 4217, such as EUR or USD");
        }
        let basis = self.rate_basis.parse::<Basis>();
        let file = self.rates.as_deref().or(basis.is_err().then_some(self.rate_basis.as_str()));
        let basis = basis.unwrap_or(Basis::Month);
        if let Some(file) = file {
            return Ok(Some(Arc::new(from_file(&code, Path::new(file), basis)?)));
        }
        let known = rates(store, built_in()?)?;
        let sources = std::iter::once(BUILT_IN).chain(known.files.iter().map(String::as_str));
        let named = sources.collect::<Vec<_>>().join(" and ");
        let converter = Converter::daily(&code, known.table, basis, &named);
        Ok(Some(Arc::new(converter)))
    }
}

fn from_file(to: &str, path: &Path, basis: Basis) -> anyhow::Result<Converter> {
    let shown = path.display();
    let file = File::open(path).with_context(|| {
        format!("rates: {shown} is no file that can be read; write day, month, year or a file")
    })?;
    let called = path.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
    Ok(match read(file).with_context(|| shown.to_string())? {
        RateFile::Fixed(rates) => Converter::fixed(to, rates, &called),
        RateFile::Daily(table) => Converter::daily(to, table, basis, &called),
    })
}
