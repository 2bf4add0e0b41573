//! Who changes the ledger, and why.

use crate::ledger::Author;

/// The flags of every command that changes the ledger.
#[derive(Debug, Clone, clap::Args)]
pub struct AuthorFlags {
    /// Who makes the change; else the login name
    #[arg(long, env = "PLEDGEBOOK_USER", value_name = "NAME", help_heading = "For the history")]
    user: Option<String>,
    /// The reason, for the history
    #[arg(long, value_name = "TEXT", help_heading = "For the history")]
    why: Option<String>,
}

impl AuthorFlags {
    /// The author, acting now.
    #[must_use]
    pub fn now(&self) -> Author {
        let login = || ["USER", "LOGNAME", "USERNAME"].iter().find_map(|v| std::env::var(v).ok());
        let named = self.user.clone().or_else(login).filter(|name| !name.trim().is_empty());
        Author::now(named.unwrap_or_else(|| "unknown".to_owned()), self.why.clone())
    }
}
