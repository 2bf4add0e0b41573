//! Text put together of paragraphs, list items and table rows, the same for every marked-up form.
//!
//! ```text
//! A paragraph.
//!
//! - an item
//! - the next item
//!
//! Country | Sum
//! Latvia | €20 million
//! ```

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A paragraph or a heading.
    Paragraph,
    /// An item of a list.
    Item,
    /// A row of a table.
    Row,
}

/// A text in the making.
#[derive(Debug, Default)]
pub struct Blocks {
    done: Vec<(Kind, String)>,
    open: String,
    kind: Option<Kind>,
    cells: usize,
}

impl Blocks {
    /// Closes the open block and begins another.
    pub fn begin(&mut self, kind: Kind) {
        self.end();
        self.kind = Some(kind);
    }

    /// Closes the open block.
    pub fn end(&mut self) {
        let open = std::mem::take(&mut self.open);
        let kind = self.kind.take().unwrap_or(Kind::Paragraph);
        self.cells = 0;
        let text = open.trim_matches([' ', '\n']);
        if !text.trim_matches(['|', ' ']).is_empty() {
            self.done.push((kind, text.to_owned()));
        }
    }

    /// The next cell of a row.
    pub fn cell(&mut self) {
        if self.cells > 0 {
            self.open.push_str(" | ");
        }
        self.cells += 1;
    }

    /// Words; white space of any kind and length becomes one space.
    pub fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                _ if c.is_whitespace() => {
                    if !self.open.is_empty() && !self.open.ends_with([' ', '\n']) {
                        self.open.push(' ');
                    }
                }
                // Invisible: where a word may be broken, and marks of byte order.
                '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
                _ => self.open.push(c),
            }
        }
    }

    /// A line's end within a block; two of them end a paragraph.
    pub fn line_break(&mut self) {
        let kind = self.kind.unwrap_or(Kind::Paragraph);
        let bare = self.open.trim_end_matches(' ').len();
        self.open.truncate(bare);
        match kind {
            Kind::Row => self.open.push(' '),
            _ if self.open.ends_with('\n') => self.begin(kind),
            _ => self.open.push('\n'),
        }
    }

    /// Whether an item has begun of which nothing is written yet.
    pub fn is_fresh_item(&self) -> bool {
        self.kind == Some(Kind::Item) && self.open.is_empty()
    }

    /// How many blocks are closed.
    pub fn len(&self) -> usize {
        self.done.len()
    }

    /// Takes back what was closed since `len` was this.
    pub fn truncate(&mut self, len: usize) {
        self.done.truncate(len);
    }

    /// The whole text, with the title as its first line.
    pub fn into_text(mut self, title: Option<&str>) -> String {
        self.end();
        let mut text = String::new();
        if let Some(title) = title {
            let first = self.done.iter().take(5).position(|(_, block)| same_words(block, title));
            if let Some(at) = first {
                self.done.remove(at);
            }
            text.push_str(title);
        }
        let mut before = Kind::Paragraph;
        for (kind, block) in &self.done {
            if !text.is_empty() {
                let together = *kind == before && *kind != Kind::Paragraph;
                text.push_str(if together { "\n" } else { "\n\n" });
            }
            if *kind == Kind::Item {
                text.push_str("- ");
            }
            text.push_str(block);
            before = *kind;
        }
        text
    }
}

fn same_words(a: &str, b: &str) -> bool {
    a.split_whitespace().map(str::to_lowercase).eq(b.split_whitespace().map(str::to_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_set_apart() {
        let mut blocks = Blocks::default();
        blocks.text("  One\n\t two\u{a0}three ");
        for item in ["first", "second"] {
            blocks.begin(Kind::Item);
            blocks.text(item);
        }
        for row in [["Country", "Sum"], ["Latvia", "€20 million"]] {
            blocks.begin(Kind::Row);
            for cell in row {
                blocks.cell();
                blocks.text(cell);
            }
        }
        blocks.begin(Kind::Paragraph);
        blocks.text("a");
        blocks.line_break();
        blocks.text("b");
        blocks.line_break();
        blocks.line_break();
        blocks.text("c");
        let expected = "One two three\n\n- first\n- second\n\nCountry | Sum\nLatvia | €20 million\n\na\nb\n\nc";
        assert_eq!(blocks.into_text(None), expected);
    }

    #[test]
    fn the_title_stands_first_and_once() {
        for (title, body, expected) in [
            (Some("A Title"), &["kicker", "A  title", "text"][..], "A Title\n\nkicker\n\ntext"),
            (Some("A Title"), &["text"], "A Title\n\ntext"),
            (None, &["text"], "text"),
            (Some("A Title"), &[], "A Title"),
        ] {
            let mut blocks = Blocks::default();
            for paragraph in body {
                blocks.begin(Kind::Paragraph);
                blocks.text(paragraph);
            }
            assert_eq!(blocks.into_text(title), expected);
        }
    }
}
