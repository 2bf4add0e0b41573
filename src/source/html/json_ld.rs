//! What a page says of itself in JSON-LD (schema.org), alone, in an array or in an `@graph`.

use dom_query::Document as Page;
use serde_json::{Map, Value};

use super::super::date;
use super::super::document::Document;

type Node = Map<String, Value>;

/// The fields that the page's article node gives; the others stay open.
pub fn read(page: &Page) -> Document {
    let scripts = page.select("script[type='application/ld+json']");
    let parsed: Vec<Value> = scripts.iter().filter_map(|script| parse(&script.text())).collect();
    let mut nodes = Vec::new();
    for value in &parsed {
        collect(value, &mut nodes);
    }
    let Some(article) = nodes.iter().find(|node| is_article(node)) else {
        return Document::default();
    };
    let field = |name: &str| article.get(name).and_then(text);
    Document {
        title: field("headline").or_else(|| field("name")),
        lang: field("inLanguage"),
        url: field("url").or_else(|| address(article.get("mainEntityOfPage")?)),
        author: article.get("author").and_then(|author| people(author, &nodes)),
        publisher: article.get("publisher").and_then(|publisher| name(publisher, &nodes)),
        published: field("datePublished")
            .or_else(|| field("dateCreated"))
            .and_then(|stamp| date::of_timestamp(&stamp)),
        ..Document::default()
    }
}

/// Many pages break lines within strings, which JSON does not allow.
fn parse(script: &str) -> Option<Value> {
    let clean: String = script.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    serde_json::from_str(clean.trim().trim_end_matches(';')).ok()
}

fn collect<'a>(value: &'a Value, nodes: &mut Vec<&'a Node>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, nodes)),
        Value::Object(node) => {
            nodes.push(node);
            node.get("@graph").into_iter().for_each(|graph| collect(graph, nodes));
        }
        _ => {}
    }
}

fn is_article(node: &Node) -> bool {
    let named =
        |kind: &str| kind.ends_with("Article") || kind.ends_with("Posting") || kind == "Report";
    let of_kind = match node.get("@type") {
        Some(Value::String(kind)) => named(kind),
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).any(named),
        _ => false,
    };
    of_kind || node.contains_key("headline") && node.contains_key("datePublished")
}

/// A string, or the first of several.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.split_whitespace().collect::<Vec<_>>().join(" ")),
        Value::Array(values) => values.iter().find_map(text),
        _ => None,
    }
    .filter(|text| !text.is_empty())
}

fn address(value: &Value) -> Option<String> {
    value.get("@id").map_or_else(|| text(value), text).filter(|url| url.starts_with("http"))
}

/// A name given as such, in a node, or in the node that an `@id` points to.
fn name(value: &Value, nodes: &[&Node]) -> Option<String> {
    match value {
        Value::Array(values) => values.iter().find_map(|value| name(value, nodes)),
        Value::Object(node) => node.get("name").and_then(text).or_else(|| {
            let id = node.get("@id")?;
            let target = nodes.iter().find(|node| node.get("@id") == Some(id))?;
            target.get("name").and_then(text)
        }),
        other => text(other),
    }
}

/// The names of the authors; an office that signs for itself is no byline.
fn people(value: &Value, nodes: &[&Node]) -> Option<String> {
    let all =
        if let Value::Array(all) = value { all.as_slice() } else { std::slice::from_ref(value) };
    let is_office = |one: &&Value| one.get("@type").and_then(Value::as_str) == Some("Organization");
    let names = all.iter().filter(|one| !is_office(one)).filter_map(|one| name(one, nodes));
    Some(names.collect::<Vec<_>>().join(", ")).filter(|names| !names.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(json: &str) -> Document {
        read(&Page::from(format!("<script type=\"application/ld+json\">{json}</script>")))
    }

    #[test]
    fn the_article_is_found_wherever_it_stands() {
        let article = r#"{"@type":"NewsArticle","headline":"A title","datePublished":"2025-01-13T23:30:00-05:00"}"#;
        let other = r#"{"@type":"Organization","name":"An outlet"}"#;
        for json in [
            article.to_owned(),
            format!("[{other},{article}]"),
            format!("{{\"@context\":\"https://schema.org\",\"@graph\":[{other},{article}]}}"),
            format!("[[{article}]]"),
            format!(" {article} ;\n"),
        ] {
            let document = of(&json);
            assert_eq!(document.title.as_deref(), Some("A title"), "{json}");
            assert_eq!(document.published.map(|d| d.to_string()).as_deref(), Some("2025-01-13"));
        }
    }

    #[test]
    fn names_come_in_many_shapes() {
        for (field, expected) in [
            (r#""A B""#, Some("A B")),
            (r#"{"@type":"Person","name":"A B"}"#, Some("A B")),
            (r#"[{"name":"A B"},{"name":"C D"}]"#, Some("A B, C D")),
            (r##"{"@id":"#ab"}"##, Some("A  B")),
            (r#"{"@type":"Organization","name":"An outlet"}"#, None),
            (r"{}", None),
            ("[]", None),
            ("null", None),
        ] {
            let json = format!(
                r##"{{"@graph":[{{"@type":"Article","author":{field}}},{{"@id":"#ab","name":"A B"}}]}}"##
            );
            let expected = expected.map(|name| name.replace("  ", " "));
            assert_eq!(of(&json).author, expected, "{field}");
        }
    }

    #[test]
    fn broken_scripts_are_passed_over() {
        for json in ["", "{", "[1,2", "\"text\"", "{\"@type\":5}", "{\"@graph\":{}}"] {
            assert_eq!(of(json), Document::default(), "{json}");
        }
    }
}
