//! What is said on standard error on the way.

use anyhow::bail;

use crate::ledger::{Ledger, LedgerError};
use crate::source::SourceError;

/// Warnings alike are said this often; of the others the number is told.
const WARNINGS_SAID: u64 = 5;

/// Says what cannot be right about the links of these figures, such as parts that exceed their whole.
///
/// # Errors
/// When the ledger cannot be read.
pub fn odd(ledger: &Ledger, figures: &[i64]) -> Result<(), LedgerError> {
    for warning in ledger.warnings(figures)? {
        eprintln!("pledgebook: {warning}");
    }
    Ok(())
}

/// Counts documents, says what went wrong with which.
#[derive(Debug, Default)]
pub struct Notices {
    done: u64,
    failed: u64,
    warned: u64,
}

impl Notices {
    /// A document was read, perhaps with a warning.
    pub fn done(&mut self, warning: Option<&str>) {
        self.done += 1;
        let Some(warning) = warning else { return };
        self.warned += 1;
        if self.warned <= WARNINGS_SAID {
            eprintln!("pledgebook: warning: {warning}");
        }
    }

    /// A document could not be read.
    pub fn failed(&mut self, error: &SourceError) {
        self.failed += 1;
        eprintln!("pledgebook: {error}");
    }

    /// Says what was left unsaid.
    ///
    /// # Errors
    /// When a document could not be read.
    pub fn end(&self) -> anyhow::Result<()> {
        if self.warned > WARNINGS_SAID {
            let more = self.warned - WARNINGS_SAID;
            eprintln!("pledgebook: warning: the same of {more} more documents");
        }
        match (self.failed, self.done) {
            (0, _) => Ok(()),
            (failed, 0) => bail!("nothing could be read ({failed} failed)"),
            (failed, done) => bail!("{failed} could not be read (see above), {done} could"),
        }
    }
}
