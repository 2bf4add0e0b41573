//! Verb groups: the verb with its auxiliaries, "has not been delivered", "plans to buy".

use crate::lexicon::{Class, Forms, PartySort, VerbClass};
use crate::mention::{Cursor, Head, Mention, What};
use crate::text::{Sentence, TokenKind};

use super::parties::PartyMention;

/// When the act lies, by the group's form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    /// "gives".
    Present,
    /// "is giving".
    Progressive,
    /// "gave".
    Past,
    /// "has given".
    Perfect,
    /// "will give", "is to give", a headline's "to give".
    Future,
    /// "could give".
    Modal,
    /// "should give".
    Ask,
    /// "to give", after another verb or a noun.
    Infinitive,
    /// "giving".
    Ing,
    /// "given by …", after a noun.
    Reduced,
}

/// A verb with its auxiliaries at tokens `first..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VerbGroup {
    /// First token.
    pub first: usize,
    /// One past the verb.
    pub end: usize,
    /// When the act lies.
    pub tense: Tense,
    /// Says that it is done to the subject.
    pub passive: bool,
    /// Is denied.
    pub negated: bool,
    /// What it says of a figure.
    pub class: VerbClass,
    /// Can head a clause.
    pub finite: bool,
    /// The verb's number in the lexicon; nothing for a bare "is" or "has".
    pub lemma: Option<u16>,
}

/// The verb groups of a sentence, in order.
pub fn find(
    c: &Cursor<'_>,
    sentence: &Sentence,
    parties: &[PartyMention],
    mentions: &[Mention],
    found: &mut Vec<VerbGroup>,
) {
    let reader = Reader { c, sentence, parties, mentions };
    let start = found.len();
    let mut at = sentence.first;
    while at < sentence.end {
        match reader.group(at, &found[start..]) {
            Some(group) => {
                at = group.end;
                found.push(group);
            }
            None => at += 1,
        }
    }
    settle_reduced(c, &mut found[start..], mentions, parties);
}

struct Reader<'r, 'a> {
    c: &'r Cursor<'a>,
    sentence: &'r Sentence,
    parties: &'r [PartyMention],
    mentions: &'r [Mention],
}

#[derive(Default)]
struct Auxiliaries {
    future: bool,
    modal: bool,
    ask: bool,
    have: bool,
    be: bool,
    past_be: bool,
    being: bool,
    do_past: bool,
    negated: bool,
    to: bool,
    be_to: bool,
}

const PASSED: u64 = Class::Adverb.bit() | Class::Negation.bit();
const AUXILIARY: u64 = Class::Be.bit()
    | Class::Have.bit()
    | Class::Do.bit()
    | Class::Future.bit()
    | Class::Modal.bit();

impl Reader<'_, '_> {
    fn group(&self, first: usize, before: &[VerbGroup]) -> Option<VerbGroup> {
        let c = self.c;
        let leads = c.is_any(first, AUXILIARY | Class::Verb.bit())
            || c.reads(first, "to")
            || c.reads(first, "'ll")
            || c.reads(first, "’ll");
        if !leads || self.in_name(first) {
            return None;
        }
        let mut auxiliaries = Auxiliaries::default();
        let mut at = first;
        while at < self.sentence.end && at < first + 8 {
            if let Some(next) = self.auxiliary(at, &mut auxiliaries) {
                at = next;
                continue;
            }
            break;
        }
        let promised = auxiliaries.future || auxiliaries.modal || auxiliaries.ask;
        if promised && !auxiliaries.be && c.is(at, Class::Preposition) {
            at = self.past_phrase(at).unwrap_or(at);
        }
        let bare = at == first;
        let main = self.main_verb(at, bare, &auxiliaries);
        match main {
            Some(forms) => self.close(first, at, forms, bare, &auxiliaries, before),
            None if at > first
                && (auxiliaries.be || auxiliaries.have)
                && (!auxiliaries.to || auxiliaries.be) =>
            {
                Some(copula(first, at, &auxiliaries))
            }
            None => None,
        }
    }

    /// "could in 2026 turn out": the verb behind a short phrase.
    fn past_phrase(&self, at: usize) -> Option<usize> {
        let c = self.c;
        (at + 2..(at + 5).min(self.sentence.end)).find(|k| {
            let form = c.lexicon.verbs.form(c.lexicon.vocabulary(), c.word(*k));
            form.is_some_and(|(_, f)| f.any(Forms::BASE))
                && !c.is(*k - 1, Class::Determiner)
                && !self.in_name(*k)
        })
    }

    /// Whether a token is part of a party's name or of a mention; an unknown noun after a number may be a verb.
    fn in_name(&self, at: usize) -> bool {
        let covers = |m: &&Mention| {
            let known = !matches!(m.what, What::Counted(_, _, Head::Unknown | Head::NotThing(_)));
            m.first <= at && at < if known { m.end } else { m.number_end }
        };
        self.parties.iter().any(|p| p.first <= at && at < p.end)
            || self.mentions.iter().any(|m| covers(&m))
    }

    /// Takes one auxiliary, adverb or "to" in; the token after it, if there was one.
    fn auxiliary(&self, at: usize, seen: &mut Auxiliaries) -> Option<usize> {
        let c = self.c;
        let ahead = self.ahead(at + 1);
        let leads = c.is_any(ahead, AUXILIARY | Class::Verb.bit()) || c.reads(ahead, "to");
        if c.reads(at, "to") {
            let base = c
                .lexicon
                .verbs
                .form(c.lexicon.vocabulary(), c.word(ahead))
                .is_some_and(|(_, f)| f.any(Forms::BASE))
                || c.is_any(ahead, Class::Be.bit() | Class::Have.bit());
            if !base || seen.have && !seen.be {
                return None;
            }
            seen.be_to |= seen.be;
            seen.to = true;
            return Some(ahead.min(at + 3).max(at + 1));
        }
        if c.is(at, Class::Negation) && c.is_any(at, AUXILIARY) {
            seen.negated = true;
        }
        if c.is(at, Class::Future) || matches!(c.text.word(at), "'ll" | "’ll") {
            seen.future = true;
        } else if c.is(at, Class::AskModal) {
            seen.ask = true;
        } else if c.is(at, Class::Modal) {
            seen.modal = true;
        } else if c.is(at, Class::Be) {
            seen.past_be |= c.is(at, Class::PastBe);
            seen.being |= c.reads(at, "being");
            seen.be = true;
        } else if c.is(at, Class::Have) {
            let participle = c.is(ahead, Class::Be)
                || c.lexicon
                    .verbs
                    .form(c.lexicon.vocabulary(), c.word(ahead))
                    .is_some_and(|(_, f)| f.any(Forms::PARTICIPLE));
            if !participle {
                return None;
            }
            seen.have = true;
        } else if c.is(at, Class::Do) && leads && !c.reads(at, "done") {
            seen.do_past |= c.reads(at, "did") || c.reads(at, "didn't");
        } else if c.is_any(at, PASSED)
            && leads
            && (seen.future || seen.modal || seen.ask || seen.be || seen.have || seen.to)
        {
            seen.negated |= c.is(at, Class::Negation);
        } else {
            return None;
        }
        Some(at + 1)
    }

    fn ahead(&self, mut at: usize) -> usize {
        let limit = at + 3;
        while at < limit && self.c.is_any(at, PASSED) && !self.c.is_any(at, AUXILIARY) {
            at += 1;
        }
        at
    }

    /// The forms of the verb at a token, if it stands there as the group's verb.
    fn main_verb(&self, at: usize, bare: bool, seen: &Auxiliaries) -> Option<Forms> {
        let c = self.c;
        if at >= self.sentence.end || self.in_name(at) {
            return None;
        }
        let (_, forms) = c.lexicon.verbs.form(c.lexicon.vocabulary(), c.word(at))?;
        if !bare {
            let last_be = c.is(at - 1, Class::Be)
                || (at > 1 && c.is(at - 1, Class::Adverb) && c.is(at - 2, Class::Be));
            let wanted = if seen.be && (!seen.be_to || last_be) {
                Forms::PARTICIPLE | Forms::ING
            } else if seen.have && !seen.be_to {
                Forms::PARTICIPLE
            } else {
                Forms::BASE
            };
            let fits = forms.any(wanted);
            let adjective =
                seen.be && !seen.be_to && c.is(at, Class::Adjective) && !c.reads(at, "used");
            return (fits && !adjective).then_some(forms);
        }
        self.is_verb_here(at, forms).then_some(forms)
    }

    /// Whether a word that may be a noun or adjective is a verb, by what stands before it.
    fn is_verb_here(&self, at: usize, forms: Forms) -> bool {
        let c = self.c;
        let Some(mut before) = at.checked_sub(1).filter(|p| *p >= self.sentence.first) else {
            return forms.any(Forms::ING)
                || (forms.any(Forms::PAST | Forms::PARTICIPLE) && !forms.any(Forms::BASE));
        };
        while before > self.sentence.first && c.is(before, Class::Adverb) {
            before -= 1;
        }
        let of_these = c.is(before, Class::PronounThey)
            && before > self.sentence.first
            && c.is(before - 1, Class::Of);
        let relative = (c.is(before, Class::Relative) || of_these) && !forms.any(Forms::ING);
        let modifier = !relative
            && (c.is_any(
                before,
                Class::Determiner.bit() | Class::Possessive.bit() | Class::Ending.bit(),
            ) || (c.is(before, Class::Adjective) && !c.is(before, Class::Verb)));
        if forms.any(Forms::ING) {
            return !modifier && !self.is_noun_in_ing(at, before);
        }
        if c.reads(at, "thanks") && c.reads(at + 1, "to") || self.is_attribute(at, before, forms) {
            return false;
        }
        let party = self.parties.iter().find(|p| p.end == before + 1);
        let owned = party.is_some_and(|p| p.possessive || p.sort == PartySort::Adjective);
        let other_word = Class::Preposition.bit()
            | Class::Adjective.bit()
            | Class::Adverb.bit()
            | Class::Determiner.bit();
        if owned || modifier || (forms.any(Forms::BASE) && c.is_any(at, other_word)) {
            return false;
        }
        if forms.any(Forms::PAST | Forms::PARTICIPLE) && !forms.any(Forms::BASE | Forms::THIRD) {
            return !c.is(before, Class::Preposition);
        }
        if c.is_any(before, Class::Preposition.bit()) && !relative {
            return false;
        }
        if forms.any(Forms::THIRD) && !forms.any(Forms::BASE) {
            return self.third_is_verb(at, before);
        }
        let comma = c.is_sign(before, ",") && forms.any(Forms::PAST | Forms::BASE);
        if forms.any(Forms::PAST)
            && (c.text.tokens[before].kind == TokenKind::Word || comma)
            && self.object_follows(at + 1)
        {
            return true;
        }
        self.base_is_verb(at, before, party)
    }

    /// "defence spending", "training for": an activity's name, not what somebody is doing.
    fn is_noun_in_ing(&self, at: usize, before: usize) -> bool {
        let c = self.c;
        c.is(at, Class::IngNoun)
            && !self.object_follows(at + 1)
            && !c.is_any(before, Class::Be.bit())
    }

    /// "rockets and guided munitions": a participle that describes the noun behind it.
    fn is_attribute(&self, at: usize, before: usize, forms: Forms) -> bool {
        let c = self.c;
        let next = at + 1;
        let joined = c.is(before, Class::And)
            || c.is_sign(before, ",")
            || c.is_dash(before)
            || c.text.tokens[before].kind == TokenKind::Word
                && !c.text.tokens[before].capital
                && !c.is_any(before, Class::Be.bit() | Class::Have.bit() | Class::Relative.bit());
        let noun = c.kind(next) == Some(TokenKind::Word)
            && !c.text.tokens[next].capital
            && !c.is_any(
                next,
                Class::Preposition.bit()
                    | Class::To.bit()
                    | Class::Determiner.bit()
                    | Class::Adverb.bit()
                    | Class::And.bit()
                    | Class::Be.bit()
                    | Class::Have.bit()
                    | Class::PronounThey.bit()
                    | Class::PronounThing.bit()
                    | Class::Relative.bit()
                    | Class::Subordinator.bit(),
            );
        forms.any(Forms::PARTICIPLE)
            && !forms.any(Forms::BASE)
            && joined
            && noun
            && c.is(at, Class::Adjective)
    }

    /// "plans", "needs", "orders": a verb after a subject where something like an object follows.
    fn third_is_verb(&self, at: usize, before: usize) -> bool {
        let c = self.c;
        let token = c.text.tokens[before];
        let comma = c.is_sign(before, ",")
            || c.is_sign(before, ")")
            || c.is_sign(before, "\"")
            || c.is_sign(before, "”");
        let year = token.kind == TokenKind::Number && !c.is(at, Class::NounVerb);
        if token.kind != TokenKind::Word && !comma && !year {
            return false;
        }
        if c.is(before, Class::And) && !self.object_follows(at + 1) {
            return false;
        }
        if before + 1 < at && c.is_any(at + 1, Class::Preposition.bit()) {
            return true;
        }
        if !c.is(at, Class::NounVerb) {
            return true;
        }
        if self.object_follows(at + 1) {
            return true;
        }
        let named = self.parties.iter().any(|p| p.end == before + 1);
        let closes = c
            .is_any(at + 1, Class::Of.bit() | Class::And.bit() | Class::Preposition.bit())
            || c.kind(at + 1) != Some(TokenKind::Word);
        named && !closes
    }

    /// "we give", "Danes plan", "Denmark and Norway pledge": a base form after a plural subject only.
    fn base_is_verb(&self, at: usize, before: usize, party: Option<&PartyMention>) -> bool {
        let c = self.c;
        let pronouns = Class::PronounWe.bit() | Class::PronounThey.bit() | Class::Relative.bit();
        if c.is_any(before, pronouns) && !c.is(before, Class::Possessive) {
            return true;
        }
        let noun_too = c.is(at, Class::NounVerb);
        if let Some(party) = party {
            let plural = matches!(party.sort, PartySort::People | PartySort::Allies)
                || c.text.word(before).ends_with("ies");
            let joined = party.first > self.sentence.first && c.is(party.first - 1, Class::And);
            return (plural || joined) && (!noun_too || self.object_follows(at + 1));
        }
        let plural = c.text.word(before).ends_with('s')
            && !c.text.word(before).ends_with("ss")
            && !c.is_any(before, AUXILIARY | Class::Determiner.bit() | Class::Adverb.bit())
            && c.text.tokens[before].kind == TokenKind::Word;
        let after_number = c.text.tokens[before].kind == TokenKind::Number;
        (plural || after_number) && (!noun_too || self.object_follows(at + 1))
    }

    /// What an object begins with: a sum, a determiner, a pronoun, "to".
    fn object_follows(&self, at: usize) -> bool {
        let c = self.c;
        self.mentions.iter().any(|m| m.first == at)
            || self.parties.iter().any(|p| p.first == at && p.sort != PartySort::Adjective)
            || c.is_any(at, Class::Determiner.bit() | Class::To.bit())
            || matches!(
                c.text.word(at),
                "us" | "it"
                    | "them"
                    | "more"
                    | "over"
                    | "about"
                    | "nearly"
                    | "almost"
                    | "up"
                    | "at"
                    | "some"
                    | "by"
                    | "aside"
                    | "out"
                    | "away"
                    | "forward"
                    | "back"
                    | "down"
            )
    }

    fn close(
        &self,
        first: usize,
        main: usize,
        forms: Forms,
        bare: bool,
        seen: &Auxiliaries,
        before: &[VerbGroup],
    ) -> Option<VerbGroup> {
        let c = self.c;
        let (lemma, _) = c.lexicon.verbs.form(c.lexicon.vocabulary(), c.word(main))?;
        let ing = forms.any(Forms::ING);
        let passive =
            seen.be && !ing && (!seen.be_to || (main > first && c.is(main - 1, Class::Be)));
        let tense =
            if bare { self.bare_tense(main, forms) } else { self.tense(first, seen, ing, before) };
        let undone = bare && first > self.sentence.first && self.denied(first - 1);
        let near =
            self.particles(main).into_iter().map(|at| c.lexicon.vocabulary().lower(c.word(at)));
        let class = c.lexicon.verbs.class(lemma, near);
        let finite = !matches!(tense, Tense::Infinitive | Tense::Ing | Tense::Reduced);
        Some(VerbGroup {
            first,
            end: main + 1,
            tense,
            passive,
            negated: seen.negated || undone,
            class,
            finite,
            lemma: Some(lemma),
        })
    }

    /// "not yet delivered", "never paid": a denial right before, adverbs aside.
    fn denied(&self, mut before: usize) -> bool {
        let c = self.c;
        while before > self.sentence.first
            && (c.is(before, Class::Adverb) || c.reads(before, "yet"))
        {
            before -= 1;
        }
        c.is(before, Class::Negation) && !c.is_any(before, AUXILIARY)
    }

    /// The tokens behind a verb that may be its particle: the next words up to an object's second noun.
    fn particles(&self, main: usize) -> Vec<usize> {
        let c = self.c;
        let (mut nouns, mut found) = (0, Vec::new());
        for at in main + 1..(main + 8).min(self.sentence.end) {
            let in_mention = self.mentions.iter().any(|m| m.first <= at && at < m.end);
            if c.kind(at) != Some(TokenKind::Word) && !in_mention {
                break;
            }
            found.push(at);
            let light = Class::Determiner.bit()
                | Class::Adjective.bit()
                | Class::Adverb.bit()
                | Class::NumberWord.bit()
                | Class::PronounThey.bit()
                | Class::PronounWe.bit()
                | Class::PronounThing.bit();
            let preposition = c.is_any(at, Class::Preposition.bit() | Class::To.bit());
            if at > main + 1 && preposition || c.is_any(at, Class::Be.bit() | Class::Have.bit()) {
                break;
            }
            nouns += usize::from(!in_mention && !preposition && !c.is_any(at, light));
            if nouns > 1 {
                break;
            }
        }
        found
    }

    fn tense(&self, first: usize, seen: &Auxiliaries, ing: bool, before: &[VerbGroup]) -> Tense {
        if seen.future || seen.be_to {
            return Tense::Future;
        }
        if seen.ask {
            return Tense::Ask;
        }
        if seen.modal {
            return Tense::Modal;
        }
        if seen.to && !seen.have {
            let headline = first == self.sentence.first || !before.iter().any(|g| g.finite);
            let named = self.parties.iter().any(|p| p.end == first && p.first < first)
                || first == self.sentence.first;
            return if headline && named { Tense::Future } else { Tense::Infinitive };
        }
        if seen.have {
            return Tense::Perfect;
        }
        if seen.be && ing {
            return Tense::Progressive;
        }
        if seen.being {
            return Tense::Progressive;
        }
        if seen.past_be || seen.do_past { Tense::Past } else { Tense::Present }
    }

    /// "set", "put", "cut" after a singular subject are past: the present would have its s.
    fn bare_tense(&self, at: usize, forms: Forms) -> Tense {
        let c = self.c;
        if forms.any(Forms::ING) {
            return Tense::Ing;
        }
        let past = forms.any(Forms::PAST | Forms::PARTICIPLE);
        let before = at.saturating_sub(1);
        let plural = c.is_any(before, Class::PronounWe.bit() | Class::PronounThey.bit())
            || self
                .parties
                .iter()
                .any(|p| p.end == at && matches!(p.sort, PartySort::People | PartySort::Allies));
        // "come", "run": a participle that is the plain form too is no past.
        let plain = forms.any(Forms::BASE) && !forms.any(Forms::PAST);
        if past && !plain && (!forms.any(Forms::BASE) || !plural) {
            Tense::Past
        } else {
            Tense::Present
        }
    }
}

/// "is", "will be", "has" without another verb.
fn copula(first: usize, end: usize, seen: &Auxiliaries) -> VerbGroup {
    let tense = if seen.future || seen.be_to {
        Tense::Future
    } else if seen.ask {
        Tense::Ask
    } else if seen.modal {
        Tense::Modal
    } else if seen.to {
        Tense::Infinitive
    } else if seen.past_be {
        Tense::Past
    } else {
        Tense::Present
    };
    let have = seen.have && !seen.be;
    let class = if have { VerbClass::Neutral } else { VerbClass::Amount };
    VerbGroup {
        first,
        end,
        tense,
        passive: false,
        negated: seen.negated,
        class,
        finite: tense != Tense::Infinitive,
        lemma: None,
    }
}

/// A bare participle after a noun is reduced ("the deal signed in June") where another verb heads the clause.
fn settle_reduced(
    c: &Cursor<'_>,
    groups: &mut [VerbGroup],
    mentions: &[Mention],
    parties: &[PartyMention],
) {
    for index in 0..groups.len() {
        let group = groups[index];
        let bare = group.tense == Tense::Past && !group.passive && group.end == group.first + 1;
        if !bare || group.first == 0 {
            continue;
        }
        let (_, forms) =
            c.lexicon.verbs.form(c.lexicon.vocabulary(), c.word(group.first)).unwrap_or_default();
        if !forms.any(Forms::PARTICIPLE) || !forms.any(Forms::PAST) && !forms.any(Forms::PARTICIPLE)
        {
            continue;
        }
        let follows = c.is_any(group.end, Class::Preposition.bit() | Class::To.bit())
            || matches!(
                c.text.word(group.end),
                "last"
                    | "this"
                    | "earlier"
                    | "yesterday"
                    | "so"
                    | "today"
                    | "previously"
                    | "up"
                    | "aside"
                    | "together"
                    | "jointly"
                    | "directly"
            )
            || c.kind(group.end) != Some(TokenKind::Word)
                && !mentions.iter().any(|m| m.first == group.end);
        let after_noun = mentions.iter().any(|m| m.end == group.first)
            || (c.kind(group.first - 1) == Some(TokenKind::Word)
                && !c.text.tokens[group.first - 1].capital
                && !c.is_any(
                    group.first - 1,
                    Class::And.bit()
                        | Class::Relative.bit()
                        | Class::PronounThing.bit()
                        | Class::PronounPerson.bit()
                        | Class::PronounThey.bit()
                        | Class::PronounWe.bit()
                        | Class::But.bit()
                        | Class::Adverb.bit()
                        | Class::Office.bit(),
                ));
        let after_comma = c.is_sign(group.first - 1, ",") && follows;
        let meets = after_noun
            && groups
                .get(index + 1)
                .is_some_and(|n| n.finite && n.first == group.end && n.tense != Tense::Past);
        let bracketed = meets || c.is_sign(group.first - 1, ",") && closed(c, groups, index);
        let comma_end = group.first - usize::from(after_comma);
        let headed_left = (0..index)
            .rev()
            .find(|n| groups[*n].finite)
            .is_some_and(|n| !separated(c, groups[n].end, comma_end));
        let headed_right = groups.get(index + 1).is_some_and(|next| {
            next.finite
                && next.class != VerbClass::Report
                && !separated(c, group.end, next.first)
                && !c.is_any(next.first - 1, Class::Relative.bit())
        });
        let named = parties.iter().any(|p| p.end == group.first && p.sort != PartySort::Adjective);
        if !named
            && ((after_noun || after_comma) && follows && (headed_left || headed_right)
                || bracketed)
        {
            groups[index].tense = Tense::Reduced;
            groups[index].finite = false;
            groups[index].passive = true;
        }
    }
}

/// "Number 19, presented on the last day of March, beats them": a comma closes what a comma opened, and the
/// clause's verb comes behind it, the first of its sentence.
fn closed(c: &Cursor<'_>, groups: &[VerbGroup], index: usize) -> bool {
    let group = groups[index];
    let Some(next) = groups[index + 1..].iter().find(|g| g.finite) else { return false };
    let comma = (group.end..next.first).rev().find(|at| c.is_sign(*at, ","));
    let plain = (group.end..next.first).all(|at| {
        !c.is_any(at, Class::But.bit() | Class::Relative.bit() | Class::Subordinator.bit())
            && !matches!(c.text.word(at), ";" | ":" | "—" | "\"" | "“" | "”")
    });
    let opens = groups[..index].iter().rev().find(|g| g.finite).is_none_or(|g| {
        (g.end..group.first)
            .any(|at| c.is_any(at, Class::And.bit() | Class::But.bit()) || c.is_sign(at, ";"))
    });
    opens
        && plain
        && comma.is_some_and(|at| {
            next.first - at <= 3 && (at + 1..next.first).all(|k| c.is(k, Class::Adverb))
        })
}

fn separated(c: &Cursor<'_>, from: usize, until: usize) -> bool {
    (from..until).any(|at| {
        c.is_any(at, Class::But.bit() | Class::Relative.bit() | Class::Subordinator.bit())
            || matches!(c.text.word(at), ";" | ":" | "—" | ",")
            || (c.is(at, Class::And) && at + 1 == until)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::scene::Scene;
    use crate::lexicon::english;
    use crate::source::Document;
    use crate::text::Text;

    /// Each verb group of a sentence as its words and tense, with "not" where it is denied.
    fn groups(wording: &str) -> Vec<String> {
        let document = Document { text: wording.to_owned(), ..Document::default() };
        let text = Text::new(&document.text, english().vocabulary());
        let scene = Scene::new(&document, &text);
        let told = |v: &VerbGroup| {
            let not = if v.negated { "not " } else { "" };
            format!("{not}{}: {:?}", text.slice(v.first, v.end), v.tense)
        };
        scene.verbs.iter().map(told).collect()
    }

    #[test]
    fn finds_the_verbs_and_when_they_lie() {
        for (wording, found) in [
            ("Of the 180 tanks, 117 come from Changwon.", &["come: Present"][..]),
            ("The minister, put under pressure, put the price at €2 billion.", &["put: Past"]),
            ("The fund now holds 30 million euros.", &["holds: Present"]),
            (
                "Package 18, presented in January, was worth €2 billion.",
                &["presented: Reduced", "was: Past"],
            ),
            ("The sum requested is 300 million dollars.", &["requested: Reduced", "is: Present"]),
            (
                "The aid is said to be worth 200 million euros.",
                &["is said: Present", "to be: Infinitive"],
            ),
            (
                "Committed, not yet delivered: 30 tanks.",
                &["Committed: Past", "not delivered: Past"],
            ),
            ("Thanks to Norway, Kyiv bought 30 guns.", &["bought: Past"]),
            ("They sent bombs, rockets and guided munitions for $300 million.", &["sent: Past"]),
            ("Defence spending of €3 billion was approved.", &["was approved: Past"]),
            ("Hanoi is close to a deal of $700 million.", &["is: Present"]),
        ] {
            assert_eq!(groups(wording), found, "{wording}");
        }
    }
}
