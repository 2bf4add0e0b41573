//! What a document's sentences are made of: verbs, clauses, parties, periods, mentions.
//!
//! The scene is laid out once; the rules of roles and links look at it and change nothing.

mod clauses;
mod dollars;
mod firms;
mod parties;
mod periods;
mod verbs;

use std::cell::OnceCell;
use std::ops::Range;

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

pub use clauses::Clause;
pub use parties::PartyMention;
pub use periods::{Period, PeriodKind};
pub use verbs::{Tense, VerbGroup};

use crate::lexicon::{Class, Cue, Party, english};
use crate::mention::{Cursor, Homes, Mention, scan};
use crate::source::Document;
use crate::text::{Sentence, Text, Token, TokenKind};

/// A cue at tokens `first..end`.
#[derive(Debug, Clone, Copy)]
pub struct CueMention {
    /// First token.
    pub first: usize,
    /// One past the last token.
    pub end: usize,
    /// The cues, one bit each.
    pub bits: u32,
}

impl CueMention {
    /// Whether the wording is of this cue.
    #[must_use]
    pub const fn is(&self, cue: Cue) -> bool {
        self.bits & cue.bit() != 0
    }
}

/// A document laid out for the rules.
#[derive(Debug)]
pub struct Scene<'a> {
    /// The document.
    pub document: &'a Document,
    /// Tokens with the lexicon.
    pub c: Cursor<'a>,
    /// Day of publication.
    pub published: Option<NaiveDate>,
    /// Verb groups, in order.
    pub verbs: Vec<VerbGroup>,
    /// Clauses, in order.
    pub clauses: Vec<Clause>,
    /// Parties, in order.
    pub parties: Vec<PartyMention>,
    /// Stretches of time, in order.
    pub periods: Vec<Period>,
    /// Sums, quantities and numbers, in order.
    pub mentions: Vec<Mention>,
    /// Cues, in order.
    pub cues: Vec<CueMention>,
    /// Sentences that stand before the body: the title.
    pub title_sentences: usize,
    /// Companies under the text's own names, numbered behind the lexicon's parties.
    own_parties: Vec<Party>,
    /// The countries that the document speaks of, the most frequent first.
    pub countries: Vec<u16>,
    /// Ukraine, where the document speaks of it.
    pub aided: Option<u16>,
    /// The country that publishes, by the publisher's name.
    pub home: Option<u16>,
    /// The company that publishes.
    pub house: Option<u16>,
    /// The text speaks of arms sales that the United States approve.
    pub clears: bool,
    /// The cues of the title, one bit each.
    pub title_cues: u32,
    /// Its head speaks of an interview.
    pub interview: bool,
    /// Each sentence's place in a list, seen when first asked for.
    pub(in crate::figure) items: OnceCell<Vec<bool>>,
    /// Quotation marks, seen when first asked for.
    quotes: OnceCell<Vec<usize>>,
    /// The publisher's own name told the home, not a dateline.
    pub by_publisher: bool,
}

impl<'a> Scene<'a> {
    /// Lays out a document.
    #[must_use]
    pub fn new(document: &'a Document, text: &'a Text<'a>) -> Self {
        let c = Cursor { text, lexicon: english() };
        let mut scene = Self {
            document,
            c,
            published: document.published,
            verbs: Vec::new(),
            clauses: Vec::new(),
            parties: Vec::new(),
            periods: Vec::new(),
            mentions: Vec::new(),
            cues: Vec::new(),
            title_sentences: title_sentences(document, text),
            own_parties: Vec::new(),
            countries: Vec::new(),
            aided: None,
            home: None,
            house: None,
            clears: false,
            by_publisher: false,
            title_cues: 0,
            interview: false,
            items: OnceCell::new(),
            quotes: OnceCell::new(),
        };
        scene.parties = parties::find(&c);
        scene.own_parties = firms::name(&c, document.publisher.as_deref(), &mut scene.parties);
        scene.house = firms::house(&c, document.publisher.as_deref(), &scene.parties);
        let sales = ["Foreign Military Sale", "arms sale", "State Department", "possible sale"];
        scene.clears = sales.iter().any(|wording| text.source.contains(wording));
        scene.countries = frequent(&scene.parties);
        let aided = |n: &u16| scene.party(*n).code() == "UA";
        scene.aided = scene.countries.iter().copied().find(aided);
        (scene.home, scene.by_publisher) = parties::home(document, &c);
        scene.find_mentions();
        scene.read_clauses();
        let title = scene.title_sentences.checked_sub(1).map_or(0, |n| scene.sentence(n).end);
        scene.title_cues = scene.cue_bits(0, title);
        scene.interview = is_interview(&c);
        scene
    }

    fn find_mentions(&mut self) {
        let c = self.c;
        let parties = &c.lexicon.parties;
        let document: Vec<&str> = self.countries.iter().map(|n| parties.party(*n).code()).collect();
        let home = self.home.map(|n| parties.party(n).code());
        let dollar = dollars::Dollars::of(self);
        let mut near = Vec::new();
        for sentence in &c.text.sentences {
            let tokens = &c.tokens()[sentence.first..sentence.end];
            if !tokens.iter().any(may_count) {
                continue;
            }
            near.clear();
            near.extend(
                between(&self.parties, sentence.first, sentence.end, |p| p.first)
                    .iter()
                    .filter_map(|p| Some((p.first, parties.get(p.party)?.code()))),
            );
            let homes = Homes {
                parties: &near,
                home,
                document: &document,
                dollar: dollar.in_sentence(&near),
            };
            scan(&c, sentence.first, sentence.end, &homes, &mut self.mentions);
        }
    }

    fn read_clauses(&mut self) {
        let c = self.c;
        let mut read_to = 0;
        let (mut last, mut next) = (None, None);
        for (number, sentence) in c.text.sentences.iter().enumerate() {
            if next.is_none_or(|next| next < number) {
                next = self.mentions.get(read_to).map(|m| self.sentence_at(m.first));
            }
            let here = self.mentions[read_to..].iter().take_while(|m| m.first < sentence.end);
            let mentions = read_to..read_to + here.count();
            read_to = mentions.end;
            let ahead = next.is_some_and(|next| next <= number + 3);
            let title = number < self.title_sentences;
            if !(ahead || title) && last.is_none_or(|last: usize| last + 1 < number) {
                clauses::plain(sentence, number, &mut self.clauses);
                continue;
            }
            if !mentions.is_empty() {
                last = Some(number);
            }
            self.read_sentence(number, mentions);
        }
    }

    fn read_sentence(&mut self, number: usize, mentions: Range<usize>) {
        let (c, sentence) = (&self.c, &self.c.text.sentences[number]);
        let first_verb = self.verbs.len();
        let parties = between(&self.parties, sentence.first, sentence.end, |p| p.first);
        verbs::find(c, sentence, parties, &self.mentions[mentions], &mut self.verbs);
        clauses::find(c, sentence, number, &self.verbs, first_verb, parties, &mut self.clauses);
        periods::find(c, sentence, self.published, &mut self.periods);
        find_cues(c, sentence, &mut self.cues);
    }

    /// The party of a number.
    #[must_use]
    pub fn party(&self, number: u16) -> &Party {
        let tables = &self.c.lexicon.parties;
        tables.get(number).unwrap_or_else(|| &self.own_parties[number as usize - tables.count()])
    }

    /// The mentions that begin between two tokens.
    #[must_use]
    pub fn mentions_in(&self, first: usize, end: usize) -> &[Mention] {
        between(&self.mentions, first, end, |m| m.first)
    }

    /// The parties that begin between two tokens.
    #[must_use]
    pub fn parties_in(&self, first: usize, end: usize) -> &[PartyMention] {
        between(&self.parties, first, end, |p| p.first)
    }

    /// The cues that begin between two tokens.
    #[must_use]
    pub fn cues_in(&self, first: usize, end: usize) -> &[CueMention] {
        between(&self.cues, first, end, |p| p.first)
    }

    /// The verb groups that begin between two tokens.
    #[must_use]
    pub fn verbs_in(&self, first: usize, end: usize) -> &[VerbGroup] {
        between(&self.verbs, first, end, |v| v.first)
    }

    /// The periods that begin between two tokens.
    #[must_use]
    pub fn periods_in(&self, first: usize, end: usize) -> &[Period] {
        between(&self.periods, first, end, |p| p.first)
    }

    /// Whether some cue of this sort begins between two tokens.
    #[must_use]
    pub fn has_cue(&self, first: usize, end: usize, cue: Cue) -> bool {
        self.cues_in(first, end).iter().any(|m| m.is(cue))
    }

    /// The cues that begin between two tokens, one bit each.
    #[must_use]
    pub fn cue_bits(&self, first: usize, end: usize) -> u32 {
        self.cues_in(first, end).iter().fold(0, |bits, cue| bits | cue.bits)
    }

    /// How many quotation marks stand between two tokens.
    #[must_use]
    pub fn quotes_in(&self, first: usize, end: usize) -> usize {
        let look = || {
            let mark = |at: &usize| matches!(self.c.text.word(*at), "\"" | "“" | "”");
            (0..self.c.tokens().len()).filter(mark).collect()
        };
        between(self.quotes.get_or_init(look), first, end, |at| *at).len()
    }

    /// The number of the clause that holds a token.
    #[must_use]
    pub fn clause_at(&self, token: usize) -> usize {
        self.clauses
            .partition_point(|clause| clause.end <= token)
            .min(self.clauses.len().saturating_sub(1))
    }

    /// The number of the sentence that holds a token.
    #[must_use]
    pub fn sentence_at(&self, token: usize) -> usize {
        let sentences = &self.c.text.sentences;
        sentences.partition_point(|s| s.end <= token).min(sentences.len().saturating_sub(1))
    }

    /// A sentence by number.
    #[must_use]
    pub fn sentence(&self, number: usize) -> &Sentence {
        &self.c.text.sentences[number]
    }

    /// Year of publication.
    #[must_use]
    pub fn year(&self) -> Option<i32> {
        use chrono::Datelike;
        self.published.map(|d| d.year())
    }
}

fn between<T>(sorted: &[T], first: usize, end: usize, place: impl Fn(&T) -> usize) -> &[T] {
    let from = sorted.partition_point(|x| place(x) < first);
    let until = sorted[from..].partition_point(|x| place(x) < end) + from;
    &sorted[from..until]
}

/// Whether a token may be of a number: a sentence without such a one has no mention.
#[must_use]
pub fn may_count(token: &Token) -> bool {
    token.kind == TokenKind::Number || token.is(Class::NumberWord) || token.hyphen
}

/// How many tokens the head of a document has.
pub const HEAD: usize = 60;

fn is_interview(c: &Cursor<'_>) -> bool {
    (0..HEAD.min(c.tokens().len()))
        .any(|at| c.reads(at, "interview") || c.reads(at, "talk") && c.reads(at + 1, "with"))
}

fn find_cues(c: &Cursor<'_>, sentence: &Sentence, found: &mut Vec<CueMention>) {
    let tokens = &c.tokens()[sentence.first..sentence.end];
    let starts = tokens.iter().enumerate().filter(|(_, t)| t.is(Class::CueStart));
    for at in starts.map(|(place, _)| sentence.first + place) {
        if let Some((bits, length)) = c.lexicon.cues.at(c.lexicon.vocabulary(), c.tokens(), at) {
            found.push(CueMention { first: at, end: at + length, bits });
        }
    }
}

/// How many sentences the title takes at the head of the text.
fn title_sentences(document: &Document, text: &Text<'_>) -> usize {
    let Some(title) = document.title.as_deref().map(str::trim).filter(|t| !t.is_empty()) else {
        return 0;
    };
    let head = text.source.floor_char_boundary(600 + title.len());
    let Some(at) = text.source[..head].find(title).filter(|at| *at < 600) else { return 0 };
    let end = at + title.len();
    text.sentences.iter().take_while(|s| text.tokens[s.end - 1].end as usize <= end).count()
}

fn frequent(parties: &[PartyMention]) -> Vec<u16> {
    let mut counts: FxHashMap<u16, (usize, usize)> = FxHashMap::default();
    for (place, party) in parties.iter().enumerate() {
        counts.entry(party.party).or_insert((0, place)).0 += 1;
    }
    let lexicon = english();
    let mut sorted: Vec<_> = counts
        .into_iter()
        .filter(|(n, _)| lexicon.parties.get(*n).is_some_and(|p| p.code().len() == 2))
        .collect();
    sorted.sort_by_key(|(_, (count, place))| (std::cmp::Reverse(*count), *place));
    sorted.into_iter().map(|(number, _)| number).collect()
}
