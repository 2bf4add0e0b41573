//! `pledgebook completions SHELL`.

use clap::CommandFactory;

use super::{Cli, Context};

#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  pledgebook completions bash > /etc/bash_completion.d/pledgebook")]
pub struct Args {
    /// The shell
    shell: clap_complete::Shell,
}

impl Args {
    #[allow(clippy::unnecessary_wraps)]
    pub fn run(&self, _context: &Context) -> anyhow::Result<()> {
        clap_complete::generate(self.shell, &mut Cli::command(), "pledgebook", &mut std::io::stdout());
        Ok(())
    }
}
