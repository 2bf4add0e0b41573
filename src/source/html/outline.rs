//! A page's elements laid out as paragraphs, list items and table rows.

use dom_query::{Document as Page, NodeRef};

use super::super::blocks::{Blocks, Kind};

/// Never read: code, controls, pictures, and what stands around an article.
const SKIPPED: &[&str] = &[
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "math",
    "iframe",
    "object",
    "form",
    "button",
    "select",
    "head",
    "nav",
    "footer",
    "aside",
    "figure",
    "figcaption",
    "audio",
    "video",
];

/// Elements that begin a paragraph of their own.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "thead",
    "ul",
];

/// The text of a page, its title first.
///
/// A block that is nothing but links is navigation and left out.
pub fn text(page: &Page, title: Option<&str>) -> String {
    let mut outline = Outline::default();
    let root = page.root();
    let mut next = root.first_child();
    while let Some(node) = next {
        let enter = outline.enter(&node);
        next = enter.then(|| node.first_child()).flatten().or_else(|| outline.leave(node, &root));
    }
    outline.close();
    outline.blocks.into_text(title)
}

#[derive(Default)]
struct Outline {
    blocks: Blocks,
    links: usize,
    linked: usize,
    unlinked: usize,
}

impl Outline {
    /// Whether the node's children are to be read.
    fn enter(&mut self, node: &NodeRef) -> bool {
        if node.is_text() {
            let text = node.text();
            let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
            *(if self.links > 0 { &mut self.linked } else { &mut self.unlinked }) += letters;
            self.blocks.text(&text);
            return false;
        }
        let Some(name) = node.node_name() else { return true };
        match &*name {
            skipped if SKIPPED.contains(&skipped) => return false,
            "a" => self.links += 1,
            "br" => self.blocks.line_break(),
            "li" => self.begin(Kind::Item),
            "tr" => self.begin(Kind::Row),
            "td" | "th" => self.blocks.cell(),
            block if BLOCKS.contains(&block) && !in_a_row(node) => self.begin_paragraph(),
            block if BLOCKS.contains(&block) => self.blocks.text(" "),
            _ => {}
        }
        true
    }

    /// Ends the node and those it is the last child of; the node to go on with.
    fn leave<'a>(&mut self, mut node: NodeRef<'a>, root: &NodeRef<'a>) -> Option<NodeRef<'a>> {
        loop {
            let name = node.node_name();
            match name.as_deref() {
                Some("a") => self.links = self.links.saturating_sub(1),
                Some("li" | "tr") => self.close(),
                Some(block) if BLOCKS.contains(&block) && !in_a_row(&node) => self.close(),
                _ => {}
            }
            if let Some(sibling) = node.next_sibling() {
                return Some(sibling);
            }
            node = node.parent().filter(|parent| parent.id != root.id)?;
        }
    }

    fn begin(&mut self, kind: Kind) {
        self.close();
        self.blocks.begin(kind);
    }

    /// A paragraph that opens an item is the item.
    fn begin_paragraph(&mut self) {
        if !self.blocks.is_fresh_item() {
            self.begin(Kind::Paragraph);
        }
    }

    fn close(&mut self) {
        let before = self.blocks.len();
        self.blocks.end();
        if self.linked > 0 && self.unlinked == 0 {
            self.blocks.truncate(before);
        }
        (self.linked, self.unlinked) = (0, 0);
    }
}

/// Cells often hold paragraphs; a row stays one line.
fn in_a_row(node: &NodeRef) -> bool {
    node.ancestors_it(Some(4)).any(|ancestor| ancestor.has_name("td") || ancestor.has_name("th"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outlines() {
        for (html, expected) in [
            ("<p>One <b>two</b></p><p>three</p>", "One two\n\nthree"),
            ("<h2>Head</h2>text<div>more</div>tail", "Head\n\ntext\n\nmore\n\ntail"),
            ("<ul><li>a<li><p>b</p></ul>", "- a\n- b"),
            (
                "<table><tr><th>A</th><th><p>B</p></th></tr><tr><td>1</td><td>2</td></tr></table>",
                "A | B\n1 | 2",
            ),
            ("a<br>b<br><br>c", "a\nb\n\nc"),
            ("<p><a>Home</a> <a>World</a></p><p>See <a>this</a></p>", "See this"),
            ("<ul><li><a>Read also</a></li><li>item</li></ul>", "- item"),
            ("x<script>y</script><style>z</style><nav>n</nav>", "x"),
            ("<figure><figcaption>Photo: somebody</figcaption></figure>k", "k"),
            ("<p>caf&eacute; 5&nbsp;000 &euro;</p>", "café 5 000 €"),
        ] {
            assert_eq!(text(&Page::from(html), None), expected, "{html}");
        }
    }
}
