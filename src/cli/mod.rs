//! The command line: thin commands over the library, one file a command.
//!
//! To add a command: one file here with an `Args` and a `run`, and one line in `commands!` below.

mod author;
mod context;
mod conversion;
mod edit_rows;
mod fact_rows;
mod figure_rows;
mod filter;
pub mod input;
mod judged;
pub mod keys;
mod listing;
mod log_ask;
mod log_file;
mod notices;
pub mod output;
mod progress;
mod query;
mod record_rows;
mod shape_rows;
mod total_rows;
mod why_rows;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
pub use context::Context;

/// Reads news and releases on defence production, keeps every commitment with its source, and
/// adds them up by donor and year without counting anything twice.
#[derive(Debug, Parser)]
#[command(name = "pledgebook", version, max_term_width = 100)]
pub struct Cli {
    /// The database; made when missing
    #[arg(
        long,
        global = true,
        env = "PLEDGEBOOK_DB",
        default_value = "pledgebook.db",
        value_name = "FILE"
    )]
    db: std::path::PathBuf,
    /// Read the ledger as it stood at the end of this day or minute (UTC)
    #[arg(long, global = true, value_name = "DATE")]
    as_of: Option<String>,
    #[command(subcommand)]
    command: Command,
}

macro_rules! commands {
    ($($(#[$doc:meta])* $variant:ident in $module:ident,)+) => {
        $(mod $module;)+

        #[derive(Debug, Subcommand)]
        enum Command { $($(#[$doc])* $variant($module::Args),)+ }

        impl Command {
            fn run(&self, context: &Context) -> anyhow::Result<()> {
                match self { $(Self::$variant(args) => args.run(context),)+ }
            }
        }
    };
}

commands! {
    /// Take documents into the ledger with their figures, then sum them up
    Add in add,
    /// List figures of the ledger
    List in list,
    /// Show a figure with its citation, its links and its history
    Show in show,
    /// Find words in citations and documents
    Search in search,
    /// Add up what counts, by donor and year or by other columns
    Report in report,
    /// Explain totals: every figure, in or out, and the reason
    Why in why,
    /// Write the tables to files
    Export in export,
    /// Take another tracker's table into the ledger by a map
    Import in import,
    /// Check maps, show the built-in ones, explain how to write one
    Map in map,
    /// Show, list and import exchange rates
    Rates in rates,
    /// Enter a commitment by hand, or many from a file
    Log in log,
    /// Go through what nobody has looked at, doubtful first, one key each
    Review in review,
    /// Say that figures are right
    Confirm in confirm,
    /// Take figures out of the totals
    Reject in reject,
    /// Correct fields of a figure
    Amend in amend,
    /// Say what one figure is to another
    Link in link,
    /// Take away the links between two figures
    Unlink in unlink,
    /// Take a change back, by a further change
    Undo in undo,
    /// Print the changes of figures, or since a day
    History in history,
    /// Write a consistent copy of the ledger
    Backup in backup,
    /// Bring another ledger in
    Merge in merge,
    /// Save what can be read of a damaged ledger
    Recover in recover,
    /// Check citations, counts, history and the file; silent when all is well
    Verify in verify,
    /// Print the figures of documents, without a database
    Extract in extract,
    /// Print every sum, quantity and number of documents, before any judgement
    Mentions in mentions,
    /// Print the completion script of a shell
    Completions in completions,
    /// Print the manual page of the program or of a command
    Man in man,
}

/// Runs the command line: exit status 0 done, 1 something failed, 2 wrong usage.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    match cli.command.run(&Context { db: cli.db, as_of: cli.as_of }) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if output::is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("pledgebook: {error:#}");
            ExitCode::FAILURE
        }
    }
}
