//! The flags of every command that reads documents.

use std::ffi::OsString;

use anyhow::bail;
use chrono::NaiveDate;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::notices::Notices;
use super::progress::Progress;
use crate::source::{
    self, Document, Form, Given, InputPath, Options, SourceError, Units, parallel,
};

/// What to read, and what the files do not say of themselves.
#[derive(Debug, Clone, clap::Args)]
pub struct Input {
    /// Files, folders, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<OsString>,
    /// The form of the input; else the file's name or its beginning tells
    #[arg(long, value_name = "FORM", value_parser = forms())]
    from: Option<Form>,
    /// Cores to use; 0 for all
    #[arg(short, long, value_name = "N", default_value_t = 0)]
    jobs: usize,
    /// The day of publication
    #[arg(long, value_name = "YYYY-MM-DD", help_heading = "About the documents")]
    published: Option<NaiveDate>,
    /// The outlet or office
    #[arg(long, value_name = "NAME", help_heading = "About the documents")]
    publisher: Option<String>,
    /// The byline
    #[arg(long, value_name = "NAME", help_heading = "About the documents")]
    author: Option<String>,
    /// Where it was found
    #[arg(long, value_name = "URL", help_heading = "About the documents")]
    url: Option<String>,
    /// The headline
    #[arg(long, value_name = "TEXT", help_heading = "About the documents")]
    title: Option<String>,
    /// The language (ISO 639-1), else the text tells; of a text in another than English, sums and numbers are read, roles are not
    #[arg(long, value_name = "CODE", value_parser = language, help_heading = "About the documents")]
    lang: Option<String>,
}

fn forms() -> impl TypedValueParser<Value = Form> {
    PossibleValuesParser::new(Form::all().map(|form| PossibleValue::new(form.reader().name())))
        .try_map(|name| name.parse::<Form>())
}

fn language(given: &str) -> Result<String, String> {
    source::language_code(given).ok_or_else(|| "write two letters, such as en or uk".to_owned())
}

impl Input {
    /// The paths as given.
    #[must_use]
    pub fn paths(&self) -> Vec<InputPath> {
        self.paths.iter().map(|path| InputPath::from(path.as_os_str())).collect()
    }

    /// How to read them.
    ///
    /// # Errors
    /// When a title or an address, which only one document can have, is given for several.
    pub fn options(&self) -> anyhow::Result<Options> {
        let one = self.paths.len() == 1 && !std::path::Path::new(&self.paths[0]).is_dir();
        if !one && (self.title.is_some() || self.url.is_some()) {
            bail!("--title and --url are of one document; give one file with them");
        }
        Ok(Options {
            from: self.from,
            given: Given {
                published: self.published,
                publisher: self.publisher.clone(),
                author: self.author.clone(),
                url: self.url.clone(),
                title: self.title.clone(),
                lang: self.lang.clone(),
            },
        })
    }

    /// Reads every document and works on it, on all cores; hands the results on in the order of the
    /// input. What cannot be read is said on standard error, and the rest goes on.
    ///
    /// # Errors
    /// At the end, when some document could not be read; at once, when `take` fails.
    pub fn for_each<T: Send + 'static>(
        &self,
        work: impl Fn(&Document) -> T + Send + Sync + 'static,
        mut take: impl FnMut(T) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let Options { from, given } = self.options()?;
        let paths = self.paths();
        let progress = Progress::over(&paths, from);
        let results = parallel::in_order(Units::new(&paths, from), self.jobs, move |unit| {
            let bytes = unit.bytes.len() as u64;
            let document = unit.read(&given)?;
            Ok::<_, SourceError>((bytes, document.warning(), work(&document)))
        })?;
        let mut notices = Notices::default();
        for result in results {
            match result {
                Ok((bytes, warning, result)) => {
                    notices.done(warning.as_deref());
                    progress.advance(bytes);
                    take(result)?;
                }
                Err(error) => notices.failed(&error),
            }
        }
        progress.end();
        notices.end()
    }
}
