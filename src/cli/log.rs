//! `pledgebook log`: a commitment by hand, or many from a file.

use std::io::{IsTerminal, stdin, stdout};
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context as _, bail};

use super::author::AuthorFlags;
use super::log_file::{self, FileForm};
use super::{Context, log_ask, show};
use crate::ledger::log::{Draft, Fresh};
use crate::{figure, source};

const EXAMPLES: &str = "\
Examples:
  pledgebook log --donor Denmark --recipient UA --amount \"€1.4bn\" --stage pledge --year 2025 \\
      --for \"arms production in Ukraine\" --source https://example.org/news --quote \"1.4 billion euros\"
  pledgebook log --donor Britain --stage pledge --for \"production of air defence systems\"
  pledgebook log --from csv commitments.csv --keep-going

On a terminal, what is missing is asked for. The columns of a file have the names of the flags.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Who pays, gives or makes: "DK", "Britain", "DK+NO", "company:Rheinmetall"
    #[arg(long, value_name = "PARTY")]
    donor: Option<String>,
    /// Who gets it
    #[arg(long, value_name = "PARTY")]
    recipient: Option<String>,
    /// "€1.4bn", "2-3 billion SEK", "at least 30,000 drones"; nothing for a promise without a number
    #[arg(long, value_name = "AMOUNT", allow_hyphen_values = true)]
    amount: Option<String>,
    /// request, target, pledge, commitment or delivery
    #[arg(long)]
    stage: Option<String>,
    /// The year or span that it is for: 2025, 2024-2026
    #[arg(long, alias = "years", value_name = "YEAR")]
    year: Option<String>,
    /// What it is for, in your words
    #[arg(long = "for", value_name = "TEXT")]
    purpose: Option<String>,
    /// production, military, financial, humanitarian, energy or other
    #[arg(long)]
    sector: Option<String>,
    /// The thing counted
    #[arg(long, value_name = "TEXT")]
    item: Option<String>,
    /// The sort of thing: drone, artillery, ammunition, …
    #[arg(long)]
    category: Option<String>,
    /// What a rate is per: year, month, week or day
    #[arg(long)]
    per: Option<String>,
    /// Who says so
    #[arg(long, value_name = "NAME")]
    speaker: Option<String>,
    /// The day of the announcement
    #[arg(long, value_name = "YYYY-MM-DD")]
    announced: Option<String>,
    /// A running total of earlier acts
    #[arg(long)]
    cumulative: bool,
    /// A document of the ledger (number, URL, name), a file to add, a URL or another reference
    #[arg(long, value_name = "SOURCE")]
    source: Option<String>,
    /// The wording in the source
    #[arg(long, value_name = "TEXT")]
    quote: Option<String>,
    /// Log what stands in a file; its form
    #[arg(long, value_enum, value_name = "FORM", requires = "file")]
    from: Option<FileForm>,
    /// The file, or - for standard input
    #[arg(value_name = "FILE", requires = "from")]
    file: Option<PathBuf>,
    /// Log the good lines of a file even where others are wrong
    #[arg(long, requires = "from")]
    keep_going: bool,
    #[command(flatten)]
    author: AuthorFlags,
}

impl Args {
    pub fn run(&self, context: &Context) -> anyhow::Result<()> {
        let mut ledger = context.ledger()?;
        if let (Some(form), Some(file)) = (self.from, &self.file) {
            return log_file::run(&mut ledger, form, file, self.keep_going, &self.author.now());
        }
        let mut draft = self.draft();
        let ask = stdin().is_terminal() && stdout().is_terminal();
        if ask {
            log_ask::complete(&ledger, &mut draft)?;
        }
        let fresh = draft.source.as_deref().map(fresh).transpose()?.flatten();
        let understood = ledger.understand_with(&draft, fresh.as_ref())?;
        if ask && !log_ask::agreed(&understood)? {
            println!("Nothing was written.");
            return Ok(());
        }
        let ids = ledger.log(&[understood], &self.author.now())?;
        for id in ids {
            show::print(&mut stdout().lock(), &ledger.view(id)?, show::BRACKETS)?;
        }
        Ok(())
    }

    fn draft(&self) -> Draft {
        let flags = [
            ("donor", &self.donor),
            ("recipient", &self.recipient),
            ("amount", &self.amount),
            ("stage", &self.stage),
            ("year", &self.year),
            ("for", &self.purpose),
            ("sector", &self.sector),
            ("item", &self.item),
            ("category", &self.category),
            ("per", &self.per),
            ("speaker", &self.speaker),
            ("announced", &self.announced),
        ];
        let given = flags.into_iter().filter_map(|(name, text)| Some((name.to_owned(), text.clone()?)));
        let cumulative = self.cumulative.then(|| ("cumulative".to_owned(), "true".to_owned()));
        Draft {
            fields: given.chain(cumulative).collect(),
            source: self.source.clone(),
            quote: self.quote.clone(),
        }
    }
}

/// The source, where it is a file; it comes into the ledger with its commitment, or not at all.
///
/// # Errors
/// When the file cannot be read, or holds more than one document.
pub fn fresh(source: &str) -> anyhow::Result<Option<Arc<Fresh>>> {
    let path = PathBuf::from(source);
    if !path.is_file() {
        return Ok(None);
    }
    let path = source::InputPath::Path(path);
    let mut documents = source::open(&[path], &source::Options::default());
    let document = documents.next().with_context(|| format!("{source}: holds no document"))??;
    if documents.next().is_some() {
        bail!("{source}: holds several documents; add them first, and name one by its number");
    }
    let figures = figure::extract(&document);
    Ok(Some(Arc::new(Fresh { document, figures })))
}
