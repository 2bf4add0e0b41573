//! Commitments that were raised or cut: "raises its pledge from NOK 35 billion to NOK 85 billion".

use rust_decimal::Decimal;

use super::Wording;
use crate::ledger::Record;
use crate::lexicon::english;
use crate::mention::{Cursor, Homes, Mention, What, scan_text};
use crate::text::Text;

/// What a sentence says of the amount before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// "from 35 billion".
    Was(Decimal),
    /// "raises … to": less than now.
    Less,
    /// "cuts … to": more than now.
    More,
}

/// What the figure's sentence says of the amount that it replaces, if it says so.
pub(super) fn before(figure: &Record, wording: &Wording) -> Option<Before> {
    let sentence = figure.sentence.as_deref()?;
    let (raised, cut) = (wording.says("raise"), wording.says("cut"));
    if !raised && !cut {
        return None;
    }
    let now = figure.value?;
    said_before(sentence, now, if raised { Before::Less } else { Before::More })
}

/// Whether a figure is the amount before: "raises its pledge from 100 million to 150 million".
pub(super) fn is_former(figure: &Record, wording: &Wording) -> bool {
    let (Some(sentence), Some(value)) = (figure.sentence.as_deref(), figure.value) else {
        return false;
    };
    if !wording.says("raise") && !wording.says("cut") {
        return false;
    }
    let lexicon = english();
    let text = Text::new(sentence, lexicon.vocabulary());
    let all = scan_text(&Cursor { text: &text, lexicon }, &Homes::default());
    all.windows(2).any(|pair| {
        let said = said_before(sentence, pair[1].value, Before::Less);
        pair[0].value == value && said == Some(Before::Was(value))
    })
}

/// What stands before "to" and this amount: "from" and another, else only the direction; nothing
/// where the amount does not stand after "to".
fn said_before(sentence: &str, now: Decimal, direction: Before) -> Option<Before> {
    let lexicon = english();
    let text = Text::new(sentence, lexicon.vocabulary());
    let cursor = Cursor { text: &text, lexicon };
    let all = scan_text(&cursor, &Homes::default());
    let word = |at: Option<usize>| at.map_or(String::new(), |at| text.word(at).to_lowercase());
    let preceded = |m: &Mention, by: &str| word(m.first.checked_sub(1)) == by;
    let to = all.iter().position(|m| m.value == now && preceded(m, "to"))?;
    let unit = |m: &Mention| match m.what {
        What::Money(code, _) => Some(code),
        _ => None,
    };
    let was = to.checked_sub(1).map(|before| &all[before]).filter(|was| preceded(was, "from"));
    let was = was.filter(|was| unit(was).is_none() || unit(was) == unit(&all[to]));
    let was = was.map(|was| was.value).filter(|value| *value != now);
    Some(was.map_or(direction, Before::Was))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_amount_before_is_found() {
        let bn = |n: &str| n.parse::<Decimal>().unwrap() * Decimal::from(1_000_000_000);
        let was = |n: &str| Some(Before::Was(bn(n)));
        let table = [
            ("Norway raises its pledge from NOK 35 billion to NOK 85 billion.", "85", was("35")),
            ("Berlin cuts its aid for 2025 from €7.5 billion to €4 billion.", "4", was("7.5")),
            ("Oslo lifts the frame to NOK 85 billion.", "85", Some(Before::Less)),
            (
                "Lawmakers raised spending by 12 billion euros, lifting it to 50 billion.",
                "12",
                None,
            ),
            ("Shells worth 85 billion dollars go from Norway to Ukraine.", "85", None),
        ];
        for (sentence, now, before) in table {
            assert_eq!(said_before(sentence, bn(now), Before::Less), before, "{sentence}");
        }
    }
}
