//! Parties in a text: names, people, capitals, flags; and people the text itself introduces.

use rustc_hash::FxHashMap;

use crate::lexicon::{Class, PartySort, english};
use crate::mention::Cursor;
use crate::source::Document;
use crate::text::{Text, Token, TokenKind};

/// A party at tokens `first..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartyMention {
    /// First token.
    pub first: usize,
    /// One past the last token, a possessive ending left out.
    pub end: usize,
    /// The party's number in the lexicon.
    pub party: u16,
    /// How the wording stands for it.
    pub sort: PartySort,
    /// Is followed by a possessive ending.
    pub possessive: bool,
}

/// Every party of a text, in order.
#[must_use]
pub fn find(c: &Cursor<'_>) -> Vec<PartyMention> {
    let mut found = all_parties(c);
    found.retain(|p| !in_dateline(c, p));
    settle_houses(c, &mut found);
    settle_banks(c, &mut found);
    introduce_people(c, &mut found);
    found
}

/// "Also in Brazil, the Senate": a house that many countries have is that of the country named right before.
fn settle_houses(c: &Cursor<'_>, found: &mut [PartyMention]) {
    for number in 1..found.len() {
        let (before, house) = (found[number - 1], found[number]);
        let shared = matches!(
            c.text.slice(house.first, house.end),
            "Congress"
                | "Senate"
                | "House of Representatives"
                | "Department of Defense"
                | "Department of Defence"
        );
        let led = house.first - before.end <= 3
            && matches!(before.sort, PartySort::Name | PartySort::Capital | PartySort::Adjective)
            && (before.end..house.first).all(|at| {
                c.is_sign(at, ",") || c.is(at, Class::Determiner) || c.is(at, Class::Ending)
            });
        if shared && led {
            found[number].party = before.party;
        }
    }
}

/// "the Bank": the one named last before it.
fn settle_banks(c: &Cursor<'_>, found: &mut [PartyMention]) {
    let mut last = None;
    for party in found.iter_mut() {
        let wording = c.text.slice(party.first, party.end);
        if wording.ends_with("the Bank") || wording.ends_with("The Bank") {
            party.party = last.unwrap_or(party.party);
        } else if party.sort == PartySort::Name
            && matches!(
                c.lexicon.parties.party(party.party).code(),
                "WB" | "EIB" | "EBRD" | "ADB" | "AIIB" | "AFDB" | "IADB" | "NIB" | "CEB"
            )
        {
            last = Some(party.party);
        }
    }
}

/// "WASHINGTON, December 18, 2024 —", "COPENHAGEN.", "SEOUL (Yonhap) -": where the text was written, no actor.
fn in_dateline(c: &Cursor<'_>, party: &PartyMention) -> bool {
    if !opens_line(c, party.first) {
        return false;
    }
    let wording = c.text.word(party.first);
    if party.sort == PartySort::Capital && dated(c, party.end) {
        return true;
    }
    if wording.len() < 3 || wording.contains('.') || !wording.chars().all(char::is_uppercase) {
        return false;
    }
    if c.is_sign(party.end, ".") || c.is_dash(party.end) {
        return true;
    }
    let opened =
        c.is_sign(party.end, ",") || c.is_sign(party.end, "(") || c.is_sign(party.end, "/");
    opened
        && (party.end..party.end + 14).any(|at| {
            (c.is_dash(at) && !c.joined(at + 1))
                || (c.is_sign(at, ")") && c.is_sign(party.end, "("))
        })
}

/// ", 23 August 2023", ", Aug. 23": a day right behind the place.
fn dated(c: &Cursor<'_>, at: usize) -> bool {
    let month = |at: usize| c.is(at, Class::Month);
    let number = |at: usize| c.kind(at) == Some(TokenKind::Number);
    c.is_sign(at, ",")
        && (number(at + 1) && month(at + 2) || month(at + 1) && (number(at + 2) || number(at + 3)))
}

fn opens_line(c: &Cursor<'_>, at: usize) -> bool {
    at == 0 || c.kind(at - 1) == Some(TokenKind::Break)
}

/// Whether a party can begin with a token: a wording of the tables, a compound, a flag.
#[inline]
fn may_begin(c: &Cursor<'_>, token: &Token) -> bool {
    token.is(Class::PartyStart)
        || token.capital && token.hyphen
        || token.kind == TokenKind::Sign
            && c.text.source.as_bytes()[token.start as usize] == FLAG_BYTE
}

/// The first byte of the letters that flags are made of.
const FLAG_BYTE: u8 = 0xf0;

fn party_at(c: &Cursor<'_>, at: usize) -> Option<PartyMention> {
    let token = &c.tokens()[at];
    if !may_begin(c, token) {
        return None;
    }
    if token.kind == TokenKind::Sign {
        return flag(c, at);
    }
    let (word, length) =
        c.lexicon.parties.at(c.lexicon.vocabulary(), c.tokens(), at).or_else(|| compound(c, at))?;
    let end = at + length;
    if word.sort != PartySort::Allies
        && !token.capital
        && c.text.source[token.start as usize..].starts_with(char::is_lowercase)
        && !c.reads(at, "the")
    {
        return None;
    }
    let possessive = is_possessive(c, end);
    let sort = if word.sort == PartySort::Adjective && is_people(c, at, end) {
        PartySort::People
    } else {
        word.sort
    };
    Some(PartyMention { first: at, end, party: word.party, sort, possessive })
}

/// "the Dutch", with nothing behind that it would be an adjective of.
fn is_people(c: &Cursor<'_>, at: usize, end: usize) -> bool {
    let behind = Class::And.bit()
        | Class::But.bit()
        | Class::Preposition.bit()
        | Class::Of.bit()
        | Class::To.bit()
        | Class::Be.bit()
        | Class::Have.bit()
        | Class::Future.bit()
        | Class::Modal.bit();
    at > 0
        && c.reads(at - 1, "the")
        && match c.kind(end) {
            Some(TokenKind::Word) => c.is_any(end, behind),
            Some(TokenKind::Number) => false,
            _ => !c.joined(end) || c.is_sign(end, ",") || c.is_sign(end, "."),
        }
}

/// Whether a possessive ending stands at a token: "'s", or the apostrophe after a plural.
pub(super) fn is_possessive(c: &Cursor<'_>, at: usize) -> bool {
    if !c.joined(at) {
        return false;
    }
    let word = c.text.word(at);
    matches!(word, "'s" | "’s" | "'S")
        || (matches!(word, "'" | "’") && c.text.word(at - 1).ends_with('s'))
}

/// "Ukrainian-made", "U.S.-made", "EU-led": the party before the hyphen, as an adjective.
fn compound(c: &Cursor<'_>, at: usize) -> Option<(crate::lexicon::PartyWord, usize)> {
    if !c.tokens()[at].hyphen || !c.tokens()[at].capital {
        return None;
    }
    let (name, _) = c.text.word(at).split_once('-')?;
    if name.len() < 2 {
        return None;
    }
    let small = Text::new(name, c.lexicon.vocabulary());
    let (word, length) = c.lexicon.parties.at(c.lexicon.vocabulary(), &small.tokens, 0)?;
    let whole =
        length == small.tokens.len() && !matches!(word.sort, PartySort::Person | PartySort::Allies);
    whole.then_some((crate::lexicon::PartyWord { sort: PartySort::Adjective, ..word }, 1))
}

fn flag(c: &Cursor<'_>, at: usize) -> Option<PartyMention> {
    let mut letters =
        c.text.word(at).chars().map(|ch| u32::from(ch).checked_sub(0x1f1e6).filter(|n| *n < 26));
    let (first, second) = (letters.next()??, letters.next()??);
    let code: String = [first, second].iter().filter_map(|n| char::from_u32(n + 65)).collect();
    let party = c.lexicon.parties.number(&code)?;
    Some(PartyMention { first: at, end: at + 1, party, sort: PartySort::Name, possessive: false })
}

/// People whom the text itself introduces by their country: "Danish Defence Minister Troels Lund
/// Poulsen", "Spain's Pedro Sánchez", "John Healey, the British defence secretary". Later their
/// family name alone stands for the country.
fn introduce_people(c: &Cursor<'_>, found: &mut Vec<PartyMention>) {
    let mut families: FxHashMap<&str, u16> = FxHashMap::default();
    let mut people = Vec::new();
    for (number, party) in found.iter().enumerate() {
        if matches!(party.sort, PartySort::Person | PartySort::Allies) {
            continue;
        }
        let Some((first, end)) = introduced(c, party).or_else(|| explained(c, party)) else {
            continue;
        };
        let from = number.saturating_sub(8);
        if found[from..].iter().take_while(|p| p.first < end).any(|p| first < p.end) {
            continue;
        }
        let family = c.text.word(end - 1);
        if family.chars().count() > 2 {
            families.entry(family).or_insert(party.party);
            people.push(person(c, first, end, party.party));
        }
    }
    if families.is_empty() {
        return;
    }
    let mut taken: Vec<(usize, usize)> =
        found.iter().chain(&people).map(|p| (p.first, p.end)).collect();
    taken.sort_unstable();
    let mut free = 0;
    for (first, end) in taken.into_iter().chain([(c.tokens().len(), 0)]) {
        for at in free..first.max(free) {
            if c.tokens()[at].capital
                && let Some(party) = families.get(c.text.word(at))
            {
                people.push(person(c, at, at + 1, *party));
            }
        }
        free = free.max(end);
    }
    found.extend(people);
    found.sort_by_key(|p| p.first);
}

fn person(c: &Cursor<'_>, first: usize, end: usize, party: u16) -> PartyMention {
    let possessive = is_possessive(c, end);
    PartyMention { first, end, party, sort: PartySort::Person, possessive }
}

/// The name that an office after a country's name introduces.
fn introduced(c: &Cursor<'_>, party: &PartyMention) -> Option<(usize, usize)> {
    let mut at = party.end + usize::from(party.possessive);
    let mut office = party.possessive;
    let limit = at + 7;
    while at < limit && c.is_any(at, Class::Title.bit() | Class::Office.bit()) {
        office = true;
        at += 1;
        while at < limit
            && (c.is(at, Class::Of)
                || c.is(at, Class::And)
                || (!c.text.tokens.get(at)?.capital && c.is(at + 1, Class::Office)))
        {
            at += 1;
        }
    }
    if !office {
        return None;
    }
    let end = name_end(c, at);
    (end >= at + 2 || (end == at + 1 && at > party.end + 1)).then_some((at, end))
}

/// "John Healey, the British defence secretary", "Tim Callender, president of Missiles at Lockheed Martin": the
/// name before its office.
fn explained(c: &Cursor<'_>, party: &PartyMention) -> Option<(usize, usize)> {
    let from = party.first.saturating_sub(10);
    let comma = (from..party.first).rev().find(|at| c.is_sign(*at, ","))?;
    let office = Class::Title.bit() | Class::Office.bit();
    let behind = party.end + usize::from(party.possessive);
    let leads =
        comma + 1 == party.first || comma + 2 == party.first && c.is(comma + 1, Class::Determiner);
    let held = leads && (behind..behind + 3).any(|at| c.is_any(at, office));
    let holds = (comma + 1..party.first).any(|at| c.is_any(at, office))
        && c.is_any(party.first - 1, Class::Of.bit() | Class::Preposition.bit())
        && !(comma + 1..party.first)
            .any(|at| c.is_any(at, Class::Be.bit() | Class::Have.bit() | Class::Verb.bit()));
    if !(held || holds) {
        return None;
    }
    let mut first = comma;
    while first > 0 && first + 3 > comma && is_name(c, first - 1) {
        first -= 1;
    }
    (first + 2 <= comma).then_some((first, comma))
}

/// A capitalised word that may be part of a person's name.
fn is_name(c: &Cursor<'_>, at: usize) -> bool {
    c.text.tokens[at].capital
        && c.kind(at) == Some(TokenKind::Word)
        && !c.is_any(
            at,
            Class::Month.bit()
                | Class::Weekday.bit()
                | Class::Title.bit()
                | Class::Office.bit()
                | Class::Determiner.bit()
                | Class::Preposition.bit()
                | Class::Thing.bit(),
        )
}

/// Where a run of capitalised words of no table ends.
fn name_end(c: &Cursor<'_>, first: usize) -> usize {
    let mut at = first;
    while at < first + 4
        && c.text.tokens.get(at).is_some_and(|t| t.capital && t.kind == TokenKind::Word)
        && !c.is_any(
            at,
            Class::Month.bit()
                | Class::Weekday.bit()
                | Class::Title.bit()
                | Class::Office.bit()
                | Class::Determiner.bit()
                | Class::Thing.bit(),
        )
    {
        at += 1;
    }
    at
}

/// The country of the publisher, by its name; failing that the dateline's. True for the publisher's.
#[must_use]
pub fn home(document: &Document, c: &Cursor<'_>) -> (Option<u16>, bool) {
    let by_publisher = document.publisher.as_deref().and_then(of_publisher);
    (by_publisher.or_else(|| by_dateline(c)), by_publisher.is_some())
}

/// The country that a publisher's name holds ("Ministry of Defence (UK)"), or that the table gives it.
fn of_publisher(publisher: &str) -> Option<u16> {
    let lexicon = english();
    let text = Text::new(publisher, lexicon.vocabulary());
    let c = Cursor { text: &text, lexicon };
    let named = all_parties(&c)
        .into_iter()
        .find(|p| lexicon.parties.party(p.party).code().len() == 2)
        .map(|p| p.party);
    named.or_else(|| {
        crate::lexicon::publisher_country(publisher).and_then(|code| lexicon.parties.number(code))
    })
}

/// The country of the capital that opens the body ("KYIV —").
fn by_dateline(c: &Cursor<'_>) -> Option<u16> {
    let lexicon = english();
    (0..c.tokens().len().min(160))
        .filter(|at| opens_line(c, *at))
        .filter_map(|at| party_at(c, at))
        .find(|p| in_dateline(c, p))
        .map(|p| p.party)
        .filter(|n| lexicon.parties.party(*n).is_country())
}

/// Every party wording of a text, datelines included.
fn all_parties(c: &Cursor<'_>) -> Vec<PartyMention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < c.tokens().len() {
        match party_at(c, at) {
            Some(party) => {
                at = party.end;
                found.push(party);
            }
            None => at += 1,
        }
    }
    found
}
