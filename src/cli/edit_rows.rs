//! Rows of history, for people and for programs.

use serde_json::{Value, json};

use crate::store::{Edit, Subject};

/// "12  2025-01-14 09:30  anna  amend  value 100 → 150 (typing error)".
#[must_use]
pub fn line(edit: &Edit) -> String {
    let at = edit.at.get(..16).unwrap_or(&edit.at).replace('T', " ");
    let what = changes(edit);
    let why = edit.why.as_ref().map(|why| format!("  ({why})")).unwrap_or_default();
    format!(
        "{:>6}  {at}  {}  {}{}{what}{why}",
        edit.id,
        edit.user,
        edit.action,
        if what.is_empty() { "" } else { "  " }
    )
}

/// "value 100 → 150"; of a creation nothing, of a new link what it links.
#[must_use]
pub fn changes(edit: &Edit) -> String {
    let Some(after) = &edit.after else { return String::new() };
    match &edit.before {
        None if edit.subject == Subject::Link => {
            let word = |name: &str| after.get(name).map(plain).unwrap_or_default();
            let (figure, target) = (word("figure"), word("target"));
            format!("#{figure} {} #{target}, {}", word("relation"), word("state"))
        }
        None => String::new(),
        Some(before) => {
            let one = |(name, now): (&String, &Value)| {
                let was = before.get(name).unwrap_or(&Value::Null);
                format!("{name} {} → {}", worded(name, was), worded(name, now))
            };
            after.iter().map(one).collect::<Vec<_>>().join(", ")
        }
    }
}

/// A field's value; of the years the first and the last.
fn worded(name: &str, value: &Value) -> String {
    match value.as_array().map(Vec::as_slice) {
        Some([first, last]) if name == "years" && first == last => plain(first),
        Some([first, last]) if name == "years" => format!("{first}–{last}"),
        _ => plain(value),
    }
}

/// A value without the marks of JSON.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(all) => all.iter().map(plain).collect::<Vec<_>>().join("+"),
        other => other.to_string(),
    }
}

/// The edit for programs.
#[must_use]
pub fn object(edit: &Edit) -> Value {
    json!({"id": edit.id, "operation": edit.operation, "at": edit.at, "user": edit.user,
           "action": edit.action, "subject": edit.subject, "record": edit.record,
           "before": edit.before, "after": edit.after, "why": edit.why, "reverts": edit.reverts})
}
