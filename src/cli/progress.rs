//! The progress bar of work that reads many documents.

use std::io::{IsTerminal, stderr, stdout};

use indicatif::{ProgressBar, ProgressStyle};

use crate::source::{Form, InputPath, survey};

/// Smaller inputs are done before a bar could be read.
const WORTH_A_BAR: u64 = 1 << 20;

/// A bar on a terminal that shows nothing else; otherwise nothing.
pub struct Progress(ProgressBar);

impl Progress {
    /// Measures the inputs first, where that is possible and the bar will be seen.
    #[must_use]
    pub fn over(inputs: &[InputPath], from: Option<Form>) -> Self {
        if !stderr().is_terminal() || stdout().is_terminal() {
            return Self(ProgressBar::hidden());
        }
        let total = survey(inputs, from).map(|amount| amount.bytes);
        if total.is_some_and(|bytes| bytes < WORTH_A_BAR) {
            return Self(ProgressBar::hidden());
        }
        let bar = total.map_or_else(ProgressBar::new_spinner, ProgressBar::new);
        let known = "{bar:30} {bytes}/{total_bytes}  {binary_bytes_per_sec}  {msg}  {eta} left";
        let open = "{spinner} {bytes}  {binary_bytes_per_sec}  {msg}";
        let template = if total.is_some() { known } else { open };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        Self(bar)
    }

    /// One document more, of so many bytes.
    pub fn advance(&self, bytes: u64) {
        self.0.inc(bytes);
    }

    /// Clears the bar away.
    pub fn end(&self) {
        self.0.finish_and_clear();
    }
}
