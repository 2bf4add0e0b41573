//! `pledgebook man [COMMAND]`: manual pages in roff.

use std::io::stdout;

use anyhow::Context as _;
use clap::CommandFactory;

use super::{Cli, Context};

const EXAMPLES: &str = "\
Examples:
  pledgebook man > pledgebook.1
  pledgebook man report | man -l -";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The command whose page to print; else that of the whole program
    command: Option<String>,
}

impl Args {
    pub fn run(&self, _context: &Context) -> anyhow::Result<()> {
        let mut program = Cli::command();
        program.build();
        let page = match &self.command {
            None => clap_mangen::Man::new(program),
            Some(name) => {
                let command = program.find_subcommand(name).with_context(|| {
                    format!("there is no command \"{name}\"; pledgebook --help lists them")
                })?;
                let title = format!("pledgebook-{name}");
                clap_mangen::Man::new(command.clone().display_name(title.clone())).title(title)
            }
        };
        Ok(page.render(&mut stdout())?)
    }
}
