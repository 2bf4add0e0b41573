//! The sample articles: what is known of each, and that their furniture stays out.

use std::path::Path;

use pledgebook::source::{self, Document, InputPath, Options};

fn articles() -> Vec<Document> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    source::open(&[InputPath::Path(folder)], &Options::default()).map(Result::unwrap).collect()
}

#[test]
fn what_is_known_of_each() {
    let expected = "\
czech-shells-2024 | 2024-12-30 | Vltava Report | - | Prague says its shell drive met the goal
us-loan-2024 | 2024-12-10 | Potomac Bulletin | - | Washington pays out $20 billion against frozen assets
netherlands-drones-2024 | 2024-10-06 | Polder Press | - | The Hague orders drones worth €400 million
canada-two-billion | 2025-08-24 | - | - | Carney spells out where Canada's two billion will go
danish-model-funds | 2024-10-01 | Baltic Wire | Ingrid Halvorsen, Mads Lykke | Copenhagen routes €587 million to Ukraine's own gunmakers
drone-coalition-brief | 2025-06-05 | Riga Defence Notes | Marta Riekstiņa | Who pays for Ukraine's drones: a brief
estonia-buys-ukrainian | 2025-09-09 | - | Jüri Mägi | Tallinn buys Ukrainian – with €100 million
germany-long-range-release | 2025-05-28 | Office of the Spokesperson, Federal Ministry of Defence | - | Germany and Ukraine agree on joint production of long-range weapons
lithuania-drones | 2025-01-13 | Amber Desk | - | Lithuanian drones leave the warehouse at last
sweden-record-package | 2025-03-31 | Stockholm Ledger | Karin Ekdahl | Sweden readies its largest package for Ukraine so far
uk-belfast-missiles | 2025-03-02 | - | Fiona Galbraith | Britain lends Ukraine £1.6 billion for missiles from Belfast
ukraine-arms-plan | 2025-01-14 | Dnipro Ledger | Olena Tkach | Kyiv sets itself a $35 billion arms plan";
    let known = articles().into_iter().map(|article| {
        let or_dash = |field: Option<String>| field.unwrap_or_else(|| "-".to_owned());
        let fields = [
            article.id,
            or_dash(article.published.map(|day| day.to_string())),
            or_dash(article.publisher),
            or_dash(article.author),
            or_dash(article.title),
        ];
        fields.join(" | ")
    });
    assert_eq!(known.collect::<Vec<_>>().join("\n"), expected);
}

#[test]
fn each_is_english_and_begins_with_its_title() {
    for article in articles() {
        assert_eq!(article.lang.as_deref(), Some("en"), "{}", article.id);
        let title = article.title.unwrap();
        assert!(article.text.lines().take(3).any(|line| line == title), "{}", article.id);
    }
}

#[test]
fn addresses_are_read() {
    let with_address =
        articles().into_iter().filter_map(|article| Some((article.id, article.url?)));
    let found: Vec<(String, String)> = with_address.collect();
    for (id, address) in [
        ("danish-model-funds", "https://balticwire.example/2024/10/danish-model-587-million"),
        ("sweden-record-package", "https://ledger.example/sweden-largest-package"),
        ("drone-coalition-brief", "https://notes.example/drones-june-2025"),
        ("us-loan-2024", "https://potomac.example/20-billion"),
    ] {
        assert!(found.contains(&(id.to_owned(), address.to_owned())), "{id}: {found:?}");
    }
}

#[test]
fn furniture_stays_out() {
    for (id, furniture) in [
        ("danish-model-funds", "842 partners"),
        ("danish-model-funds", "$9.99 billion"),
        ("danish-model-funds", "12,000 drones"),
        ("danish-model-funds", "oil at $71"),
        ("danish-model-funds", "Share 312"),
        ("danish-model-funds", "44th Brigade"),
        ("danish-model-funds", "96 Apache"),
        ("danish-model-funds", "50,000 people"),
        ("danish-model-funds", "100,000 shells"),
        ("danish-model-funds", "500 tanks"),
        ("danish-model-funds", "€250,000"),
        ("sweden-record-package", "Rail strike"),
        ("sweden-record-package", "Box 1200"),
        ("sweden-record-package", "Log in"),
        ("estonia-buys-ukrainian", "Archive"),
        ("drone-coalition-brief", "publisher:"),
        ("ukraine-arms-plan", "3.9 trillion"),
        ("ukraine-arms-plan", "300 soldiers"),
    ] {
        let text = text_of(id);
        assert!(!text.contains(furniture), "{id} contains {furniture}:\n{text}");
    }
}

#[test]
fn the_article_stays_in() {
    for (id, wording) in [
        ("danish-model-funds", "Guns first, drones next\n\nThe scheme started in July"),
        ("danish-model-funds", "Parliament in Copenhagen still has to vote"),
        ("sweden-record-package", "Purpose | Kronor\nOrders with industry | 9.2 billion\n"),
        ("sweden-record-package", "another battery of air defence."),
        (
            "estonia-buys-ukrainian",
            "weapons that are made in Ukraine, Defence Minister Hanno Pevkur",
        ),
        ("drone-coalition-brief", "United Kingdom | drones in 2025 | £350 million\n"),
        ("drone-coalition-brief", "- Latvia will send 12,000 drones over the year.\n"),
    ] {
        let text = text_of(id);
        assert!(text.contains(wording), "{id} lacks {wording}:\n{text}");
    }
}

fn text_of(id: &str) -> String {
    articles().into_iter().find(|article| article.id == id).unwrap().text
}
