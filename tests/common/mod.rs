//! Ledgers for the tests of reports and exports.

use pledgebook::figure::Figure;
use pledgebook::ledger::{Author, Ledger};
use pledgebook::source::Document;
use serde_json::{Value, json};

/// The sentence that the whole, its share and its rest stand in.
pub const PLAN: &str = "In 2025, the country plans to spend a record $35 billion on arms production, \
    of which $17 billion comes from its own budget; the rest may be supported by allies.";

/// A figure as `extract` prints it, with what the case says otherwise.
pub fn figure(id: &str, other: &Value) -> Figure {
    let mut fields = json!({
        "document": "page", "id": id, "kind": "money", "value": "0", "bound": "exact", "unit": "USD",
        "item": null, "category": null, "donors": ["UA"], "recipient": "UA", "stage": "target",
        "years": [2025, 2025], "cumulative": false, "sector": "production", "speaker": null,
        "part_of": null, "equivalent_of": null, "confidence": 0.9, "mentions": [], "sentence": PLAN,
    });
    for (name, value) in other.as_object().expect("an object") {
        fields[name] = value.clone();
    }
    serde_json::from_value(fields).expect("a figure")
}

/// A page of this publisher and day.
pub fn page(name: &str, publisher: &str, day: &str) -> Document {
    Document {
        id: name.to_owned(),
        title: Some(format!("On {name}")),
        publisher: Some(publisher.to_owned()),
        published: Some(day.parse().expect("a day")),
        url: Some(format!("https://example.org/{name}")),
        text: format!("{name}. {PLAN}"),
        ..Document::default()
    }
}

/// What an article on a record budget tells: a whole, a share, a rest, drones of two donors.
pub fn arms_plan() -> Vec<Figure> {
    let drones = json!({"kind": "quantity", "unit": null, "category": "drone"});
    let with = |more: Value| {
        let mut all = drones.clone();
        for (name, value) in more.as_object().expect("an object") {
            all[name] = value.clone();
        }
        all
    };
    vec![
        figure("f1", &json!({"value": "35000000000"})),
        figure("f2", &json!({"value": "17000000000", "stage": "pledge", "part_of": "f1"})),
        figure(
            "f3",
            &json!({"value": "18000000000", "donors": ["ALLIES"], "part_of": "f1", "derived": true}),
        ),
        figure(
            "f4",
            &with(json!({"value": "30000", "bound": "at_least", "item": "long-range drones"})),
        ),
        figure(
            "f5",
            &with(json!({"value": "4500", "item": "drones", "donors": ["LT"], "stage": "pledge",
                         "sector": "military"})),
        ),
    ]
}

/// The ledger of that one article, in this file.
pub fn arms_plan_in(path: &std::path::Path) -> Ledger {
    let mut ledger = Ledger::open(path).expect("a ledger");
    let author =
        Author { user: "test".to_owned(), why: None, at: "2025-01-14T09:00:00.000Z".to_owned() };
    ledger
        .add(&page("arms-plan", "The Daily", "2025-01-13"), &arms_plan(), &author)
        .expect("added");
    ledger
}
