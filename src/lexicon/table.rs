//! Reads the word tables: one row a line, columns by tab, lists by `|`, `#` before a comment.

/// The rows of a table after its header.
///
/// # Panics
/// When a row has another number of columns than the reader expects: the tables are part of the
/// program, and a test loads each.
pub fn rows<const N: usize>(
    table: &'static str,
    name: &'static str,
) -> impl Iterator<Item = [&'static str; N]> {
    let mut lines = table.lines().enumerate().filter(|(_, l)| !l.is_empty() && !l.starts_with('#'));
    lines.next();
    lines.map(move |(number, line)| {
        let cells: Vec<&'static str> = line.split('\t').collect();
        cells.try_into().unwrap_or_else(|cells: Vec<_>| {
            panic!("{name}, line {}: {} columns instead of {N}", number + 1, cells.len())
        })
    })
}

/// The entries of a list cell.
pub fn list(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split('|').filter(|entry| !entry.is_empty())
}
