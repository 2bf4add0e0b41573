//! Arms sold: the buyer pays, whoever makes or approves them.

use super::actors::{self, Discourse, after_word};
use crate::figure::scene::{Scene, VerbGroup};
use crate::lexicon::{List, Party, VerbClass};

/// Who buys, by a clause: "approved the sale to Poland of …", "exported 48 of them to Jakarta", "Kongsberg
/// signed with the United States Navy for …", "cleared 12 jets for Lima".
#[must_use]
pub fn buyer(scene: &Scene<'_>, clause: usize, discourse: &Discourse) -> Vec<Party> {
    let clause = scene.clauses[clause];
    let sale = (clause.first..clause.end).find(|at| is_sale(scene, *at));
    if let Some(sale) = sale {
        let found = after_word(scene, sale, clause.end, &["to", "for"]);
        let state: Vec<Party> = found.into_iter().filter(Party::is_country).collect();
        if !state.is_empty() {
            return state;
        }
    }
    let licensed = scene.parties_in(clause.first, clause.end).iter().any(|p| {
        matches!(
            scene.c.text.slice(p.first, p.end),
            "State Department" | "DSCA" | "Defense Security Cooperation Agency"
        )
    });
    let approved = (sale.is_some() || licensed)
        && clause.verb.is_some_and(|v| scene.verbs[v].class == VerbClass::Commit);
    let awarded = scene.verbs_in(clause.first, clause.end).iter().find(|v| is_win(scene, v));
    if let Some(win) = awarded {
        let from = after_word(scene, win.end, clause.end, &["from", "by"]);
        let state: Vec<Party> = from.into_iter().filter(Party::is_country).collect();
        if !state.is_empty() {
            return state;
        }
    }
    let Some(verb) = clause.verb else { return Vec::new() };
    let group = scene.verbs[verb];
    let deal = is_deal(scene, clause.first, clause.end);
    if !(deal || approved || scene.clears && group.class == VerbClass::Commit) {
        return Vec::new();
    }
    let subject = actors::subject(scene, verb, discourse);
    // "Hyundai Rotem and Poland have signed": the state is who buys.
    let (states, firms): (Vec<&Party>, Vec<&Party>) = subject.iter().partition(|p| p.is_country());
    if !states.is_empty() && !firms.is_empty() && deal {
        return states.into_iter().cloned().collect();
    }
    let [seller] = &subject[..] else { return Vec::new() };
    if approved && seller.code() == "US" {
        let buyers = scene.home.iter().chain(&scene.countries).map(|n| scene.party(*n));
        return buyers.filter(|p| *p != seller).take(1).cloned().collect();
    }
    let words: &[&str] = if seller.company_name().is_some() {
        if !is_deal(scene, group.first, clause.end) {
            return Vec::new();
        }
        &["from", "with", "by", "for", "to"]
    } else if seller.code() == "US" && group.class == VerbClass::Commit && scene.clears {
        &["for", "to"]
    } else {
        return Vec::new();
    };
    let mut found = after_word(scene, group.end, clause.end, words);
    found.retain(|p| p.is_country() && p != seller);
    found
}

/// "won", "was awarded": whoever does gets a contract.
fn is_win(scene: &Scene<'_>, verb: &VerbGroup) -> bool {
    let at = verb.end - 1;
    if verb.passive { scene.c.text.word(at) == "awarded" } else { scene.c.listed(at, List::Won) }
}

/// A noun or verb of selling.
fn is_sale(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.c.text.word(at);
    let sale = |stem: &str| {
        word.len() >= stem.len()
            && word.is_char_boundary(stem.len())
            && word[..stem.len()].eq_ignore_ascii_case(stem)
    };
    scene.c.listed(at, List::Selling)
        || sale("export") && word.len() <= "exporting".len()
        || sale("sale") && word.len() <= "sales".len()
}

/// An order, contract or deal stands in a stretch, or is signed.
fn is_deal(scene: &Scene<'_>, first: usize, end: usize) -> bool {
    (first..end).any(|at| scene.c.listed(at, List::Deal))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::english;
    use crate::source::Document;
    use crate::text::Text;

    fn buyers(text: &str) -> String {
        let document = Document { text: text.to_owned(), ..Document::default() };
        let text = Text::new(&document.text, english().vocabulary());
        let scene = Scene::new(&document, &text);
        let found = (0..scene.clauses.len())
            .map(|n| buyer(&scene, n, &Discourse::default()))
            .find(|found| !found.is_empty());
        found.unwrap_or_default().iter().map(Party::code).collect::<Vec<_>>().join("+")
    }

    #[test]
    fn who_buys_pays() {
        for (text, who) in [
            ("The sale to Portugal of two tankers is worth $90 million.", "PT"),
            ("Spain will export 30 trainers to Peru.", "PE"),
            ("Israel sold 12 radars to the Czechs in 2022.", "CZ"),
            ("Kongsberg has signed with the United States Navy for 300 missiles.", "US"),
            ("Hanwha and Norway signed a contract for 16 launchers.", "NO"),
            ("Saab won an order worth 900 million kronor from Finland.", "FI"),
            ("The State Department cleared 12 jets for Lima.", "PE"),
            (
                "In May the State Department approved $300 million worth of bombs. Nigeria waits.",
                "NG",
            ),
        ] {
            assert_eq!(buyers(text), who, "{text}");
        }
    }

    #[test]
    fn what_is_no_trade() {
        for text in [
            "Norway sent 300 missiles to Ukraine.",
            "Kongsberg invests 640 million kroner in Norway.",
            "Congress approved $60 billion for Ukraine.",
            "Denmark signed a letter to France about 40 guns.",
        ] {
            assert_eq!(buyers(text), "", "{text}");
        }
    }
}
