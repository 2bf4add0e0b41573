//! What the page as a whole says of givers: its title, its house, the figures' own readings together, and the
//! heading, lead-in and first words over a figure.

use rustc_hash::FxHashMap;

use super::coded::coded;
use super::speaker;
use crate::figure::draft::Draft;
use crate::figure::links::parts;
use crate::figure::roles::actors::{self, Discourse, party_of};
use crate::figure::roles::heard::Voices;
use crate::figure::roles::speaker::in_quote as quoted;
use crate::figure::roles::trade;
use crate::figure::scene::Scene;
use crate::lexicon::{Class, List, Party, PartySort};

/// What is the same for every figure of a page.
#[derive(Debug, Default)]
pub struct Page {
    /// Who the document is about.
    pub topic: Option<Party>,
    /// Who gives by the title.
    pub title: Vec<Party>,
    /// Who buys arms in it, and from whom.
    pub buyer: Option<Party>,
    /// The company that publishes.
    pub house: Option<Party>,
    /// A speech, a letter or an interview.
    pub speech: bool,
    /// Everybody heard near a figure.
    pub voices: Voices,
    /// What the first rules read, with how many figures read so, the most first.
    votes: Vec<(Vec<Party>, usize)>,
    /// How many of the settled figures are for which years.
    years: FxHashMap<Option<(i32, i32)>, usize>,
}

/// How many figures of the page read so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Votes {
    /// The most, and several.
    Most,
    /// Several.
    Some,
    /// One.
    One,
    /// None.
    None,
}

coded!(Votes { Most = "most", Some = "some", One = "one", None = "none", });

/// Where a page's own words over a figure name somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// The line of a few words over its paragraph or list.
    Heading,
    /// The sentence that a list hangs on acts through them.
    LeadIn,
    /// That sentence names them.
    LeadInNames,
    /// The first act of its paragraph is theirs.
    Paragraph,
    /// Its paragraph opens with them.
    Opens,
}

coded!(Over {
    Heading = "heading", LeadIn = "lead_in", LeadInNames = "lead_in_names", Paragraph = "paragraph",
    Opens = "opens",
});

impl Page {
    /// The page of some figures.
    #[must_use]
    pub fn new(scene: &Scene<'_>, drafts: &[Draft], topic: Option<Party>) -> Self {
        let mut votes: Vec<(Vec<Party>, usize)> = Vec::new();
        for (_, parties) in drafts.iter().filter_map(|d| d.readings.first()).take(400) {
            match votes.iter().position(|(known, _)| known == parties) {
                Some(place) => votes[place].1 += 1,
                None if votes.len() < 40 => votes.push((parties.clone(), 1)),
                None => {}
            }
        }
        votes.sort_by_key(|(_, often)| std::cmp::Reverse(*often));
        let house = scene.house.map(|n| scene.party(n).clone());
        let title = of_title(scene);
        let all = scene.c.text.sentences.len();
        let listened = speaker::listened(drafts.iter().map(|d| d.sentence), all);
        let voices = Voices::new(scene, listened);
        let speech = is_speech(scene, drafts);
        let years = FxHashMap::default();
        Self { speech, voices, topic, title, buyer: buyer(scene), house, votes, years }
    }

    /// Notes a settled figure.
    pub fn note(&mut self, draft: &Draft) {
        *self.years.entry(draft.years).or_default() += 1;
    }

    /// How many of the settled figures are for some years.
    #[must_use]
    pub fn often_before(&self, years: Option<(i32, i32)>) -> usize {
        self.years.get(&years).copied().unwrap_or_default()
    }

    /// How many other figures read these.
    #[must_use]
    pub fn votes(&self, parties: &[Party], own: bool) -> Votes {
        let Some(place) = self.votes.iter().position(|(known, _)| known == parties) else {
            return Votes::None;
        };
        match (self.votes[place].1 - usize::from(own), place) {
            (0, _) => Votes::None,
            (1, _) => Votes::One,
            (_, 0) => Votes::Most,
            _ => Votes::Some,
        }
    }

    /// Those whom the most figures read.
    #[must_use]
    pub fn most(&self) -> Option<&[Party]> {
        self.votes.first().map(|(parties, _)| &parties[..])
    }
}

/// The state that most clauses of trade name as the buyer.
fn buyer(scene: &Scene<'_>) -> Option<Party> {
    let nobody = Discourse::default();
    let mut found: Vec<(Party, usize)> = Vec::new();
    for number in 0..scene.clauses.len().min(400) {
        for party in trade::buyer(scene, number, &nobody) {
            match found.iter().position(|(known, _)| *known == party) {
                Some(place) => found[place].1 += 1,
                None => found.push((party, 1)),
            }
        }
    }
    found.into_iter().rev().max_by_key(|(_, often)| *often).map(|(party, _)| party)
}

/// Words of trade in a sentence.
#[must_use]
pub fn trades(scene: &Scene<'_>, draft: &Draft) -> bool {
    let sentence = scene.sentence(draft.sentence);
    (sentence.first..sentence.end).any(|at| scene.c.listed(at, List::TradeWord))
}

/// Who buys or acts by the title.
fn of_title(scene: &Scene<'_>) -> Vec<Party> {
    let end = scene.title_sentences.checked_sub(1).map_or(0, |n| scene.sentence(n).end);
    let nobody = Discourse::default();
    let clauses = scene.clauses.iter().enumerate().take_while(|(_, c)| c.first < end);
    for (number, clause) in clauses {
        let bought = trade::buyer(scene, number, &nobody);
        if !bought.is_empty() {
            return bought;
        }
        let acts = clause.verb.map(|verb| actors::subject(scene, verb, &nobody));
        if let Some(found) = acts.filter(|found| !found.is_empty()) {
            return found;
        }
    }
    Vec::new()
}

/// The parties that the page's words over a figure name.
#[must_use]
pub fn over(scene: &Scene<'_>, draft: &Draft) -> Vec<(Over, Vec<Party>)> {
    let mut found = Vec::new();
    let mut add = |over: Over, parties: Vec<Party>| {
        if !parties.is_empty() {
            found.push((over, parties));
        }
    };
    if let Some(heading) = heading(scene, draft) {
        add(Over::Heading, named(scene, heading, 2));
    }
    if let Some(lead) = lead_in(scene, draft) {
        add(Over::LeadIn, acting(scene, lead));
        add(Over::LeadInNames, named(scene, lead, 1));
    }
    let paragraph = scene.sentence(draft.sentence).paragraph;
    let first = (draft.sentence.saturating_sub(8)..draft.sentence)
        .rev()
        .take_while(|n| scene.sentence(*n).paragraph == paragraph)
        .last();
    if let Some(first) = first {
        add(Over::Paragraph, acting(scene, first));
        add(Over::Opens, named(scene, first, 1));
    }
    found
}

/// The sentence that a list's item hangs on.
#[must_use]
pub fn lead_in(scene: &Scene<'_>, draft: &Draft) -> Option<usize> {
    parts::is_item(scene, draft.sentence)
        .then(|| draft.sentence.saturating_sub(40)..draft.sentence)?
        .rev()
        .find(|n| !parts::is_item(scene, *n) && !is_heading(scene, *n))
}

/// Whether figures stand in sentences that say "we" or "I" outside quotation marks: a speech, a letter or an
/// interview.
fn is_speech(scene: &Scene<'_>, drafts: &[Draft]) -> bool {
    let we = |d: &&Draft| {
        let sentence = scene.sentence(d.sentence);
        !quoted(scene, d)
            && (sentence.first..sentence.end)
                .any(|at| scene.c.is(at, Class::PronounWe) && !scene.c.reads(at, "us"))
    };
    let few = drafts.iter().take(60);
    drafts.len() > 1 && few.clone().filter(we).count() * 3 >= few.count()
}

/// The nearest line of a few words above, within reach.
fn heading(scene: &Scene<'_>, draft: &Draft) -> Option<usize> {
    let first = draft.sentence.saturating_sub(24).max(scene.title_sentences);
    (first..draft.sentence).rev().find(|n| is_heading(scene, *n))
}

/// A line of its own with few words, no figure and no full stop.
fn is_heading(scene: &Scene<'_>, number: usize) -> bool {
    let sentence = scene.sentence(number);
    let alone = number.checked_sub(1).is_none_or(|n| scene.sentence(n).line != sentence.line)
        && scene.c.text.sentences.get(number + 1).is_none_or(|s| s.line != sentence.line);
    alone
        && sentence.end - sentence.first <= 9
        && !matches!(scene.c.text.word(sentence.end - 1), "." | "!" | "?" | ":" | "”" | "\"")
        && scene.mentions_in(sentence.first, sentence.end).is_empty()
        && !scene.c.is_dash(sentence.first)
        && !matches!(scene.c.text.word(sentence.first), "•" | "*")
}

/// The subject of a sentence's first verb that has one.
fn acting(scene: &Scene<'_>, number: usize) -> Vec<Party> {
    let sentence = scene.sentence(number);
    let nobody = Discourse::default();
    let first = scene.clause_at(sentence.first);
    let clauses = scene.clauses[first..].iter().take_while(|c| c.sentence == number);
    clauses
        .filter_map(|c| c.verb)
        .map(|verb| actors::subject(scene, verb, &nobody))
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// The first party that a sentence names within its first tokens, or all of a heading's.
fn named(scene: &Scene<'_>, number: usize, most: usize) -> Vec<Party> {
    let sentence = scene.sentence(number);
    let mut found: Vec<Party> = Vec::new();
    for party in scene.parties_in(sentence.first, sentence.end) {
        let party = party_of(scene, party);
        if !found.contains(&party) {
            found.push(party);
        }
    }
    found.truncate(most);
    found
}

/// Whoever speaks for a figure, where a person known by his side does.
#[must_use]
pub fn voice(scene: &Scene<'_>, draft: &Draft) -> Option<Party> {
    let name = draft.speaker.as_deref()?;
    let family = name.rsplit(' ').next()?;
    let people = scene.parties.iter().take(400).filter(|p| p.sort == PartySort::Person);
    people.filter(|p| scene.c.text.word(p.end - 1) == family).map(|p| party_of(scene, p)).next()
}
