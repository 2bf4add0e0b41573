//! Heads of lines and cells: whom a list or table gives each figure to.

use super::actors::party_of;
use crate::figure::draft::Draft;
use crate::figure::scene::Scene;
use crate::lexicon::{Class, Party, PartySort};

/// "Romania: €16.7 bn", "Norway | top-up | NOK 50 billion", "🇱🇺 Luxembourg, €2.5 million": the head of a list line.
#[must_use]
pub fn label(scene: &Scene<'_>, draft: &Draft) -> Option<Vec<Party>> {
    let c = &scene.c;
    let sentence = scene.sentence(draft.sentence);
    // "Vilnius: up to $30 million. Riga: €5m": the sentence's own head before the line's.
    let line = c.text.sentences[..=draft.sentence]
        .iter()
        .rev()
        .take_while(|s| s.line == sentence.line)
        .last()?;
    head(scene, draft, sentence.first).or_else(|| head(scene, draft, line.first))
}

/// The parties that open a line or sentence as a label does.
fn head(scene: &Scene<'_>, draft: &Draft, first: usize) -> Option<Vec<Party>> {
    let c = &scene.c;
    let mut at = first;
    if c.kind(at) == Some(crate::text::TokenKind::Number) && at < draft.mention.first {
        at += 1
            + usize::from(c.is_sign(at + 1, "."))
            + 2 * usize::from(c.is_sign(at + 1, ":") && c.joined(at + 2));
    }
    while at < draft.mention.first
        && (c.is_dash(at)
            || matches!(c.text.word(at), "•" | "*" | "|" | "·" | "▪" | "(" | "+" | ">")
            || c.is_any(at, Class::Determiner.bit()))
    {
        at += 1;
    }
    let heads = scene.parties_in(at, draft.mention.first);
    let first =
        heads.first().filter(|p| p.first == at && !p.possessive && p.sort != PartySort::Person)?;
    let mut end = first.end;
    let mut parties = vec![party_of(scene, first)];
    for next in &heads[1..] {
        let linked = next.first <= end + 2
            && (end..next.first).all(|k| {
                c.is(k, Class::And) || c.is_sign(k, ",") || c.is_sign(k, "/") || c.is_dash(k)
            });
        if !linked {
            break;
        }
        let party = party_of(scene, next);
        if !parties.contains(&party) {
            parties.push(party);
        }
        end = next.end;
    }
    let marked = matches!(c.text.word(end), ":" | "|" | "–" | "—")
        || (matches!(c.text.word(end), "," | "-")
            && draft.mention.first <= end + 8
            && scene.verbs_in(at, draft.mention.first).is_empty())
        || c.is_sign(end, "(") && draft.mention.first == end + 1;
    let table = c.is_sign(end, "|");
    (marked && (table || first.sort != PartySort::Adjective)).then_some(parties)
}

/// The figure stands in a row of a table, whose cells have no verb over them.
#[must_use]
pub fn in_table(scene: &Scene<'_>, draft: &Draft) -> bool {
    let sentence = scene.sentence(draft.sentence);
    (sentence.first..sentence.end).any(|at| scene.c.is_sign(at, "|"))
}
