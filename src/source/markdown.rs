//! Markdown (`CommonMark` with tables and footnotes), and the metadata block many files begin with.

use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use super::blocks::{Blocks, Kind};
use super::document::Document;
use super::error::Fault;
use super::form::DocumentType;
use super::{date, decode, head};

/// `.md` and `.markdown`
pub struct Markdown;

impl DocumentType for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["md", "markdown"]
    }

    fn starts_like(&self, _start: &[u8]) -> bool {
        false
    }

    fn read(&self, bytes: &[u8]) -> Result<Document, Fault> {
        let markdown = decode::text(bytes)?;
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
        let mut reading = Reading::default();
        Parser::new_ext(&markdown, options).for_each(|event| reading.take(event));
        let mut document = reading.document;
        document.title = document.title.or(reading.heading);
        document.text = reading.blocks.into_text(document.title.as_deref());
        head::complete(&mut document);
        Ok(document)
    }
}

#[derive(Default)]
struct Reading {
    document: Document,
    blocks: Blocks,
    /// The first heading of the first level.
    heading: Option<String>,
    in_heading: bool,
    in_metadata: bool,
    /// Pictures show no words.
    pictures: usize,
}

impl Reading {
    fn take(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.in_metadata => metadata(&text, &mut self.document),
            Event::Text(text) | Event::Code(text) => self.text(&text),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.blocks.line_break(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.pictures > 0 {
            return;
        }
        self.blocks.text(text);
        if self.in_heading {
            self.heading.get_or_insert_default().push_str(text);
        }
    }

    fn start(&mut self, tag: &Tag) {
        match tag {
            Tag::Heading { level, .. } => {
                self.blocks.begin(Kind::Paragraph);
                self.in_heading = *level as usize == 1 && self.heading.is_none();
            }
            // The paragraphs of an item belong to the item.
            Tag::Paragraph if self.blocks.is_fresh_item() => {}
            Tag::Paragraph | Tag::CodeBlock(_) => self.blocks.begin(Kind::Paragraph),
            Tag::Item => self.blocks.begin(Kind::Item),
            Tag::TableHead | Tag::TableRow => self.blocks.begin(Kind::Row),
            Tag::TableCell => self.blocks.cell(),
            Tag::Image { .. } => self.pictures += 1,
            Tag::MetadataBlock(MetadataBlockKind::YamlStyle) => self.in_metadata = true,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                self.in_heading = false;
                self.blocks.end();
            }
            TagEnd::Paragraph
            | TagEnd::Item
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::CodeBlock => self.blocks.end(),
            TagEnd::Image => self.pictures -= 1,
            TagEnd::MetadataBlock(_) => self.in_metadata = false,
            _ => {}
        }
    }
}

/// Lines of `name: value`, as far as they are about the document.
fn metadata(block: &str, document: &mut Document) {
    for (name, value) in block.lines().filter_map(|line| line.split_once(':')) {
        let value = value.trim().trim_matches(['"', '\'']).to_owned();
        if value.is_empty() {
            continue;
        }
        match name.trim().to_lowercase().as_str() {
            "id" => document.id = value,
            "title" => document.title = Some(value),
            "author" | "authors" | "by" => document.author = Some(value),
            "publisher" | "source" | "outlet" => document.publisher = Some(value),
            "url" | "link" => document.url = Some(value),
            "lang" | "language" => document.lang = Some(value),
            "date" | "published" => document.published = date::of_timestamp(&value),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outlines() {
        for (markdown, expected) in [
            (
                "# Title\n\nSome *text*\nhere.\n\n## Sub\n\nMore.",
                "Title\n\nSome text here.\n\nSub\n\nMore.",
            ),
            ("- a\n- b **c**\n  d\n", "- a\n- b c d"),
            ("1. a\n\n2. b\n", "- a\n- b"),
            ("- a\n\n  second\n- b", "- a\n\nsecond\n\n- b"),
            ("| A | B |\n|---|---|\n| 1 | [2](x) |\n", "A | B\n1 | 2"),
            ("See [the list](https://a.example/5000) and ![5 tanks](x.png).", "See the list and ."),
            ("A note[^1].\n\n[^1]: It costs 5 million.", "A note.\n\nIt costs 5 million."),
            ("<b>Two</b> tanks  \nand a gun", "Two tanks\nand a gun"),
        ] {
            let document = Markdown.read(markdown.as_bytes()).unwrap();
            assert_eq!(document.text, expected, "{markdown}");
        }
    }

    #[test]
    fn metadata_blocks() {
        let markdown = "---\ntitle: \"A brief: drones\"\ndate: 2025-06-05\nauthor: A B\npublisher: Notes\n\
                        url: https://a.example/x\nlang: en\ntags: [a]\n---\n\n# A brief: drones\n\nText.";
        let document = Markdown.read(markdown.as_bytes()).unwrap();
        let expected = Document {
            title: Some("A brief: drones".into()),
            author: Some("A B".into()),
            publisher: Some("Notes".into()),
            url: Some("https://a.example/x".into()),
            lang: Some("en".into()),
            published: chrono::NaiveDate::from_ymd_opt(2025, 6, 5),
            text: "A brief: drones\n\nText.".into(),
            ..Document::default()
        };
        assert_eq!(document, expected);
    }
}
