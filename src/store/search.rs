//! Full text search over what was cited and over documents.

use super::{Store, StoreError};

/// A place where the words were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The figure's number, if a figure was found rather than a document alone.
    pub figure: Option<i64>,
    /// The document's number.
    pub document: Option<i64>,
    /// The words around, the found ones in brackets.
    pub excerpt: String,
    /// The document's headline.
    pub title: Option<String>,
    /// The outlet or office.
    pub publisher: Option<String>,
    /// The day of publication or announcement.
    pub date: Option<String>,
}

const FIGURES: &str = "SELECT f.id, f.document, snippet(figures_text, -1, '[', ']', '…', 24),
        d.title, d.publisher, coalesce(f.announced, d.published)
    FROM figures_text AS t JOIN figures AS f ON f.id = t.rowid
    LEFT JOIN documents AS d ON d.id = f.document
    WHERE figures_text MATCH ?1 ORDER BY t.rowid DESC LIMIT ?2";

const DOCUMENTS: &str = "SELECT NULL, d.id, snippet(documents_text, -1, '[', ']', '…', 24),
        d.title, d.publisher, d.published
    FROM documents_text AS t JOIN documents AS d ON d.id = t.rowid
    WHERE documents_text MATCH ?1 ORDER BY t.rowid DESC LIMIT ?2";

impl Store {
    /// Figures, then documents, that hold all the words; of each the latest first, `limit` at most.
    ///
    /// # Errors
    /// When the database fails.
    pub fn search(&self, words: &str, limit: usize) -> Result<Vec<Hit>, StoreError> {
        let query = quoted(words);
        let mut hits = Vec::new();
        if query.is_empty() {
            return Ok(hits);
        }
        for sql in [FIGURES, DOCUMENTS] {
            let mut find = self.connection.prepare_cached(sql)?;
            let rows = find.query_map((&query, limit as i64), |row| {
                Ok(Hit {
                    figure: row.get(0)?,
                    document: row.get(1)?,
                    excerpt: row.get(2)?,
                    title: row.get(3)?,
                    publisher: row.get(4)?,
                    date: row.get(5)?,
                })
            })?;
            for hit in rows {
                hits.push(hit?);
            }
        }
        Ok(hits)
    }
}

/// The words as FTS5 phrases, so that `$35`, `AND` or a lone quote mark are no syntax; `fire*` keeps
/// its star.
fn quoted(words: &str) -> String {
    let phrase = |word: &str| {
        let (stem, star) = word.strip_suffix('*').map_or((word, ""), |stem| (stem, "*"));
        format!("\"{}\"{star}", stem.replace('"', "\"\""))
    };
    let worth = |word: &&str| word.chars().any(char::is_alphanumeric);
    words.split_whitespace().filter(worth).map(phrase).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn words_are_no_query_language() {
        let table = [
            ("drones Lithuania", "\"drones\" \"Lithuania\""),
            ("$35 AND \"", "\"$35\" \"AND\""),
            ("art*", "\"art\"*"),
            ("say \"so\"", "\"say\" \"\"\"so\"\"\""),
        ];
        for (words, query) in table {
            assert_eq!(quoted(words), query);
        }
    }
}
