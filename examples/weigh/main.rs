//! Makes the tables of weights (`src/figure/weigh/weights/*.tsv`) from labelled articles.
//!
//! ```sh
//! cargo run --release --example weigh -- tests/gold/dev tests/gold/dev tests/gold/own
//! cargo run --release --example weigh -- --folds 5 --out read.ndjson tests/gold/dev tests/gold/own
//! cargo run --release --example weigh -- --folds 5 --wrong years tests/gold/dev tests/gold/own
//! ```
//!
//! A folder named twice counts twice: so the articles labelled by the guide's own author do.
//!
//! The second form writes no table: it reads each fifth of the articles by weights made from the other four, so
//! that the figures in `read.ndjson` are of articles that the weights have not seen; score them with
//! `tests/gold/score.py FOLDER -- cat read.ndjson`. The third prints the answers to one question that are wrong when
//! read so, with what spoke most for them and for the right ones: to see which evidence is missing.

mod articles;
mod learn;
mod table;
mod wrong;

use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use articles::labelled::{Article, load};
use clap::Parser;
use learn::{learn, weights_of};
use pledgebook::figure::extract_asked;
use pledgebook::figure::weigh::Question;
use table::Words;

/// What the command line asks for.
#[derive(Parser)]
struct Args {
    /// Read each of so many parts of the articles by weights made from the others.
    #[arg(long, default_value_t = 0)]
    folds: usize,
    /// Where the figures read so go, as NDJSON.
    #[arg(long)]
    out: Option<PathBuf>,
    /// The question whose wrong answers are printed: taken, part, donors, stage, years, running, recipient,
    /// sector, speaker.
    #[arg(long)]
    wrong: Option<String>,
    /// Folders of labelled articles.
    #[arg(required = true)]
    folders: Vec<PathBuf>,
}

fn main() -> Result<()> {
    let args = Args::parse();
    let loaded: Vec<Vec<Article>> =
        args.folders.iter().map(|folder| load(folder)).collect::<Result<_>>()?;
    let articles: Vec<&Article> = loaded.iter().flatten().collect();
    if args.folds > 1 {
        return cross_validate(&args, &articles);
    }
    let words = Words::of(&articles);
    let found = learn(&articles);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/figure/weigh/weights");
    for question in Question::all() {
        table::write(&folder, question, &found[&question], &words)?;
    }
    Ok(())
}

fn cross_validate(args: &Args, articles: &[&Article]) -> Result<()> {
    let question = args.wrong.as_deref().map(named).transpose()?;
    let mut out = match &args.out {
        Some(path) => Some(std::io::BufWriter::new(
            std::fs::File::create(path).with_context(|| path.display().to_string())?,
        )),
        None if question.is_some() => None,
        None => bail!("--folds needs --out FILE or --wrong QUESTION"),
    };
    let words = Words::of(articles);
    for fold in 0..args.folds {
        let (seen, unseen): (Vec<_>, Vec<_>) =
            articles.iter().enumerate().partition(|(n, _)| n % args.folds != fold);
        let seen: Vec<&Article> = seen.into_iter().map(|(_, article)| *article).collect();
        let weights = weights_of(&learn(&seen));
        for (_, article) in unseen {
            if let Some(out) = &mut out {
                for figure in extract_asked(&article.document, &weights).0 {
                    writeln!(out, "{}", serde_json::to_string(&figure)?)?;
                }
            }
            if let Some(question) = question {
                write!(std::io::stdout(), "{}", wrong::tell(article, &weights, question, &words))?;
            }
        }
        eprintln!("part {} of {} read", fold + 1, args.folds);
    }
    Ok(())
}

fn named(name: &str) -> Result<Question> {
    let known = || Question::all().map(Question::name).collect::<Vec<_>>().join(", ");
    Question::all()
        .find(|question| question.name() == name)
        .with_context(|| format!("no question is called {name:?}; there are {}", known()))
}
