//! Cells that a spreadsheet would run.

use std::borrow::Cow;

/// Puts an apostrophe before text that Excel or `LibreOffice` would take for a formula: one that
/// begins with `=`, `+`, `-`, `@`, a tab or a carriage return (the list of OWASP's "CSV Injection").
#[must_use]
pub fn defused(text: &str) -> Cow<'_, str> {
    if is_formula(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// Whether a spreadsheet might run it.
pub(super) fn is_formula(text: &str) -> bool {
    matches!(text.as_bytes().first(), Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r'))
}

#[cfg(test)]
mod tests {
    use super::defused;

    #[test]
    fn formulas_are_text() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "=HYPERLINK(\"http://x\")"] {
            assert_eq!(defused(formula), format!("'{formula}"));
        }
        for harmless in ["", "drones", "155-mm shells", "a=b", " =1"] {
            assert_eq!(defused(harmless), harmless);
        }
    }
}
