//! Companies as a text names them.
//!
//! A company of the table is called by the fullest wording that the text has for it ("Diehl" where it says no more,
//! "EDGE Group" where it does). A company of no table is known by the ending of its name ("Nordvik Defence Group
//! ASA") or by what the text calls it ("the drone maker Skyforge", "Ukrspecsystems, a company that …"); from there
//! on its first word alone stands for it too.

use rustc_hash::FxHashMap;

use super::parties::{PartyMention, is_possessive};
use crate::lexicon::{Class, Party, PartySort, WordId};
use crate::mention::Cursor;
use crate::text::TokenKind;

/// Takes companies of no table in among the parties, and names all companies as the text does. The answer holds
/// the parties with numbers from `lexicon.parties.count()` on.
pub fn name(c: &Cursor<'_>, publisher: Option<&str>, found: &mut Vec<PartyMention>) -> Vec<Party> {
    let first = c.lexicon.parties.count() as u16;
    let mut own = Own { first, parties: Vec::new(), numbers: FxHashMap::default() };
    stretch(c, found);
    call(c, found, &mut own);
    let mut fresh = unlisted(c, found);
    // "Bosphorus Defence": a paper about arms is called like their makers.
    fresh.retain(|(first, end)| {
        is_legal(c.text.word(end - 1))
            || publisher.is_none_or(|p| !p.contains(c.text.slice(*first, *end)))
    });
    if !fresh.is_empty() {
        take_in(c, found, &fresh, &mut own);
    }
    own.parties
}

struct Own {
    first: u16,
    parties: Vec<Party>,
    numbers: FxHashMap<String, u16>,
}

impl Own {
    /// The number of a name; the last one's where numbers have run out.
    fn number(&mut self, name: &str) -> u16 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        if self.first as usize + self.parties.len() >= usize::from(u16::MAX) {
            return u16::MAX - 1;
        }
        let number = self.first + self.parties.len() as u16;
        self.parties.push(Party::company(name));
        self.numbers.insert(name.to_owned(), number);
        number
    }
}

/// "Hanwha Defence Systems GmbH": a company's name goes on over the words that end such names.
fn stretch(c: &Cursor<'_>, found: &mut [PartyMention]) {
    for number in 0..found.len() {
        let limit = found.get(number + 1).map_or(c.tokens().len(), |next| next.first);
        let party = &mut found[number];
        if party.sort != PartySort::Company || party.possessive {
            continue;
        }
        while party.end < limit && is_ending(c, party.end) {
            party.end += 1;
        }
        party.possessive = is_possessive(c, party.end);
    }
}

/// Gives each company of the table its fullest wording in the text.
fn call(c: &Cursor<'_>, found: &mut [PartyMention], own: &mut Own) {
    let mut fullest: FxHashMap<u16, (usize, usize)> = FxHashMap::default();
    for party in found.iter().filter(|p| p.sort == PartySort::Company) {
        let slot = fullest.entry(party.party).or_insert((party.first, party.end));
        if c.text.slice(party.first, party.end).len() > c.text.slice(slot.0, slot.1).len() {
            *slot = (party.first, party.end);
        }
    }
    if fullest.is_empty() {
        return;
    }
    for party in found {
        if let Some((first, end)) = fullest.get(&party.party) {
            party.party = own.number(c.text.slice(*first, without_form(c, *first, *end)));
        }
    }
}

/// "Elbit Systems Ltd.": where the name ends that its legal form follows.
fn without_form(c: &Cursor<'_>, first: usize, mut end: usize) -> usize {
    while end > first + 1 && (is_legal(c.text.word(end - 1)) || c.is_sign(end - 1, ".")) {
        end -= 1;
    }
    end
}

/// The names of companies that no table has: tokens `first..end`, in order.
fn unlisted(c: &Cursor<'_>, parties: &[PartyMention]) -> Vec<(usize, usize)> {
    let mut fresh: Vec<(usize, usize)> = Vec::new();
    let mut party = 0;
    for at in 0..c.tokens().len() {
        if !c.is_any(at, Class::FirmEnding.bit() | Class::CompanyNoun.bit()) {
            continue;
        }
        while parties.get(party).is_some_and(|p| p.end <= at) {
            party += 1;
        }
        let free = Free {
            from: party.checked_sub(1).map_or(0, |p| parties[p].end),
            until: parties.get(party).map_or(c.tokens().len(), |p| p.first),
        };
        let name =
            ended(c, at, free).or_else(|| called(c, at, free)).or_else(|| explained(c, at, free));
        if let Some(name) = name.filter(|n| fresh.last().is_none_or(|last| last.1 <= n.0)) {
            fresh.push(name);
        }
    }
    fresh
}

/// The tokens between two parties.
#[derive(Clone, Copy)]
struct Free {
    from: usize,
    until: usize,
}

/// "Nordvik Defence Group ASA": a run of capitals up to an ending of company names.
fn ended(c: &Cursor<'_>, at: usize, free: Free) -> Option<(usize, usize)> {
    if !is_ending(c, at) || at >= free.until || is_ending(c, at + 1) {
        return None;
    }
    let mut first = at;
    while first > free.from && first + 4 > at && is_name_word(c, first - 1) {
        first -= 1;
    }
    (first < at && is_coined(c, first) && c.text.word(first).chars().count() > 2)
        .then_some((first, at + 1))
}

/// "the drone maker Skyforge": a name behind the noun.
fn called(c: &Cursor<'_>, at: usize, free: Free) -> Option<(usize, usize)> {
    if !c.is(at, Class::CompanyNoun) || c.text.tokens[at].capital || c.is(at, Class::Office) {
        return None;
    }
    let mut end = at + 1;
    while end < free.until && end < at + 4 && is_name_word(c, end) {
        end += 1;
    }
    (end > at + 1).then_some((at + 1, end))
}

/// "Ukrspecsystems, a company that …": a name before its explanation.
fn explained(c: &Cursor<'_>, at: usize, free: Free) -> Option<(usize, usize)> {
    if !c.is(at, Class::CompanyNoun) || c.text.tokens[at].capital || c.is(at, Class::Office) {
        return None;
    }
    let comma = (at.saturating_sub(6)..at).rev().find(|k| c.is_sign(*k, ","))?;
    let article = matches!(c.text.word(comma + 1), "a" | "an" | "the");
    let mut first = comma;
    while first > 0 && first + 3 > comma && is_name_word(c, first - 1) {
        first -= 1;
    }
    let before = Free { from: if free.from <= comma { free.from } else { 0 }, ..free };
    let plain = first < comma && first >= before.from && is_coined(c, first);
    (article && plain).then_some((first, comma))
}

/// The legal form of a company.
fn is_legal(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.'),
        "ASA"
            | "AG"
            | "GmbH"
            | "Inc"
            | "Ltd"
            | "Limited"
            | "LLC"
            | "PLC"
            | "Plc"
            | "Corp"
            | "Oyj"
            | "Oy"
            | "A/S"
            | "S.p.A"
            | "SpA"
            | "S.A"
            | "SAS"
            | "N.V"
            | "B.V"
            | "JSC"
            | "PJSC"
            | "Co"
    )
}

/// The company that publishes: a maker's own release.
#[must_use]
pub fn house(c: &Cursor<'_>, publisher: Option<&str>, found: &[PartyMention]) -> Option<u16> {
    let publisher = publisher?.trim();
    let company = |p: &&PartyMention| {
        p.sort == PartySort::Company && publisher.starts_with(c.text.slice(p.first, p.end))
    };
    found.iter().find(company).map(|p| p.party)
}

/// A word of no table, small or capital.
fn is_coined(c: &Cursor<'_>, at: usize) -> bool {
    let words = c.lexicon.vocabulary();
    c.word(at) == WordId::UNKNOWN && !words.is_known(&c.text.word(at).to_lowercase())
}

fn is_ending(c: &Cursor<'_>, at: usize) -> bool {
    c.is(at, Class::FirmEnding) && c.text.tokens[at].capital
}

/// A capitalised word that may be part of a company's name.
fn is_name_word(c: &Cursor<'_>, at: usize) -> bool {
    let token = c.text.tokens[at];
    let no_name = Class::Month.bit()
        | Class::Weekday.bit()
        | Class::Title.bit()
        | Class::Office.bit()
        | Class::Determiner.bit()
        | Class::Preposition.bit()
        | Class::PronounThing.bit()
        | Class::PronounPerson.bit()
        | Class::PronounThey.bit()
        | Class::PronounWe.bit()
        | Class::And.bit()
        | Class::But.bit()
        | Class::Subordinator.bit()
        | Class::CurrencyCode.bit();
    token.kind == TokenKind::Word && token.capital && (!c.is_any(at, no_name) || is_ending(c, at))
}

/// Marks the fresh names and, later on, their first words alone.
fn take_in(c: &Cursor<'_>, found: &mut Vec<PartyMention>, fresh: &[(usize, usize)], own: &mut Own) {
    let mut heads: FxHashMap<&str, (usize, usize)> = FxHashMap::default();
    for (first, end) in fresh {
        let slot = heads.entry(c.text.word(*first)).or_insert((*first, *end));
        if c.text.slice(*first, *end).len() > c.text.slice(slot.0, slot.1).len() {
            *slot = (*first, *end);
        }
    }
    let mut party = 0;
    let mut at = 0;
    let mut more = Vec::new();
    while at < c.tokens().len() {
        if found.get(party).is_some_and(|p| p.first <= at) {
            at = at.max(found[party].end);
            party += 1;
            continue;
        }
        let full = heads.get(c.text.word(at)).filter(|_| c.text.tokens[at].capital);
        let Some((first, end)) = full.copied() else {
            at += 1;
            continue;
        };
        let same = (first..end).enumerate().take_while(|(n, k)| {
            c.text.tokens.get(at + n).is_some() && c.text.word(at + n) == c.text.word(*k)
        });
        let length = same.count().max(1);
        let stop = at + length;
        more.push(PartyMention {
            first: at,
            end: stop,
            party: own.number(c.text.slice(first, end)),
            sort: PartySort::Company,
            possessive: is_possessive(c, stop),
        });
        at = stop;
    }
    found.extend(more);
    found.sort_by_key(|p| p.first);
}

#[cfg(test)]
mod tests {
    use crate::figure::scene::Scene;
    use crate::lexicon::{PartySort, english};
    use crate::source::Document;
    use crate::text::Text;

    /// The companies in the order of the text.
    fn firms(text: &str) -> Vec<String> {
        let document = Document { text: text.to_owned(), ..Document::default() };
        let text = Text::new(&document.text, english().vocabulary());
        let scene = Scene::new(&document, &text);
        let firms = scene.parties.iter().filter(|p| p.sort == PartySort::Company);
        firms.filter_map(|p| scene.party(p.party).company_name().map(str::to_owned)).collect()
    }

    #[test]
    fn named_as_the_text_does() {
        for (text, names) in [
            ("Diehl makes 800 missiles.", &["Diehl"][..]),
            ("Diehl Defence grows. Diehl makes 800.", &["Diehl Defence", "Diehl Defence"]),
            ("Elbit Systems Ltd. won. Elbit grows.", &["Elbit Systems", "Elbit Systems"]),
            ("Norfjell Defence Group ASA won an order.", &["Norfjell Defence Group ASA"]),
            ("Volarix, a company that makes drones, grows.", &["Volarix"]),
            ("The drone maker Volarix grows. Volarix makes 40.", &["Volarix", "Volarix"]),
        ] {
            assert_eq!(firms(text), names, "{text}");
        }
    }

    #[test]
    fn what_is_no_company() {
        for text in [
            "European Defence is a slogan.",
            "The Ministry of Defence bought 40 drones.",
            "The Contact Group met in Ramstein.",
            "On Monday the company grew.",
            "He met the group on Monday.",
        ] {
            assert_eq!(firms(text), Vec::<String>::new(), "{text}");
        }
    }
}
