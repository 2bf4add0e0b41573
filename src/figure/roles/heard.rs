//! Everybody whom a text lets speak, sentence by sentence: what the weighing of speakers chooses from.

use rustc_hash::FxHashMap;

use super::speaker::{body_before, body_behind, fullest, name_in};
use crate::figure::scene::{Scene, VerbGroup};
use crate::lexicon::{Class, List, PartySort, VerbClass};
use crate::text::TokenKind;

/// How a sentence lets somebody speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// "According to Umerov", "as reported by the ministry", "in Umerov's words".
    According,
    /// "Umerov said".
    Says,
    /// "said Umerov".
    Behind,
    /// "Umerov announced".
    Announces,
    /// "Umerov put it at".
    Acts,
    /// "he said": whoever spoke before.
    Again,
    /// "the ministry said": a body without a name.
    Body,
    /// "Umerov: …".
    Label,
    /// Is named and does none of this.
    Named,
}

/// Somebody whom a sentence lets speak.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// How.
    pub how: How,
    /// The fullest form of the name.
    pub name: String,
    /// A person's name.
    pub person: bool,
    /// The token of the verb or word of speech.
    pub word: usize,
}

/// Whoever speaks in each sentence near a figure.
#[derive(Debug, Default)]
pub struct Voices {
    sentences: FxHashMap<usize, Vec<Heard>>,
    /// Whoever is heard most, in the document.
    pub main: Option<String>,
    /// The first person named at its head.
    pub head: Option<String>,
}

impl Voices {
    /// The voices of some sentences, in order.
    #[must_use]
    pub fn new(scene: &Scene<'_>, numbers: impl Iterator<Item = usize>) -> Self {
        let mut ear = Ear { scene, full: FxHashMap::default(), last: None };
        let mut sentences: FxHashMap<usize, Vec<Heard>> = FxHashMap::default();
        let mut often: Vec<(String, usize)> = Vec::new();
        let mut opener = None;
        for number in numbers {
            let spoken = ear.sentence(number);
            for one in spoken.iter().filter(|h| !matches!(h.how, How::Named | How::Acts)) {
                match often.iter().position(|(name, _)| *name == one.name) {
                    Some(place) => often[place].1 += 1,
                    None if often.len() < 64 => often.push((one.name.clone(), 1)),
                    None => {}
                }
            }
            if number < 6 && opener.is_none() {
                opener = spoken.iter().find(|h| h.person).map(|h| h.name.clone());
            }
            sentences.insert(number, spoken);
        }
        let main = often.into_iter().rev().max_by_key(|(_, times)| *times).map(|(name, _)| name);
        Self { sentences, main, head: opener }
    }

    /// Whoever speaks in a sentence.
    #[must_use]
    pub fn of(&self, number: usize) -> &[Heard] {
        self.sentences.get(&number).map_or(&[], |heard| heard)
    }
}

struct Ear<'s, 'a> {
    scene: &'s Scene<'a>,
    full: FxHashMap<String, String>,
    last: Option<(String, bool)>,
}

impl Ear<'_, '_> {
    fn sentence(&mut self, number: usize) -> Vec<Heard> {
        let scene = self.scene;
        let Some(sentence) = scene.c.text.sentences.get(number) else { return Vec::new() };
        let (first, end) = (sentence.first, sentence.end);
        let mut found = Vec::new();
        self.labelled(first, end, &mut found);
        self.sources(first, end, &mut found);
        for verb in scene.verbs_in(first, end) {
            if verb.finite && !verb.passive {
                self.verb(verb, first, end, &mut found);
            }
        }
        for person in scene.parties_in(first, end).iter().filter(|p| p.sort == PartySort::Person) {
            let name = self.full(scene.c.text.slice(person.first, person.end));
            if !found.iter().any(|h| h.name == name) {
                found.push(Heard { how: How::Named, name, person: true, word: person.first });
            }
        }
        let spoke = found.iter().rfind(|h| !matches!(h.how, How::Named | How::Acts));
        if let Some(heard) = spoke.or_else(|| found.iter().rfind(|h| h.person)) {
            self.last = Some((heard.name.clone(), heard.person));
        }
        found
    }

    fn full(&mut self, name: &str) -> String {
        if let Some(full) = self.full.get(name) {
            return full.clone();
        }
        let full = fullest(self.scene, name.to_owned());
        self.full.insert(name.to_owned(), full.clone());
        full
    }

    fn add(&mut self, how: How, name: &str, word: usize, found: &mut Vec<Heard>) {
        let name = self.full(name);
        if !found.iter().any(|h| h.name == name) {
            let person = self.is_person(&name);
            found.push(Heard { how, name, person, word });
        }
    }

    /// A name that some party of sort person ends like.
    fn is_person(&self, name: &str) -> bool {
        let family = name.rsplit(' ').next().unwrap_or(name);
        let people = self.scene.parties.iter().take(600).filter(|p| p.sort == PartySort::Person);
        let known = people.into_iter().any(|p| self.scene.c.text.word(p.end - 1) == family);
        known || name.split(' ').count() == 2 && name.split(' ').all(is_coined)
    }

    /// "Umerov: we will …".
    fn labelled(&mut self, first: usize, end: usize, found: &mut Vec<Heard>) {
        let scene = self.scene;
        let colon = (first..(first + 9).min(end)).find(|at| scene.c.is_sign(*at, ":"));
        let quoted = |at: usize| matches!(scene.c.text.word(at), "\"" | "“" | "«");
        if let Some(colon) = colon {
            let person = scene
                .parties_in(first, colon)
                .iter()
                .rfind(|p| p.sort == PartySort::Person && p.end == colon);
            if let Some(person) = person {
                self.add(How::Label, scene.c.text.slice(person.first, person.end), colon, found);
            } else if colon + 1 < end
                && quoted(colon + 1)
                && let Some(name) = name_in(scene, first, colon)
            {
                self.add(How::Label, &name, colon, found);
            }
        }
    }

    /// "according to …", "as reported by …", "in Umerov's words", "by Kyiv's count".
    fn sources(&mut self, first: usize, end: usize, found: &mut Vec<Heard>) {
        let scene = self.scene;
        let c = &scene.c;
        for at in first..end.saturating_sub(2) {
            let said_by = c.reads(at + 1, "by") && c.listed(at, List::ToldBy);
            let from = if said_by || c.reads(at, "according") && c.reads(at + 1, "to") {
                at + 2
            } else if c.listed(at, List::Account)
                && c.is_any(at - 1, Class::Ending.bit() | Class::Possessive.bit())
            {
                at.saturating_sub(6).max(first)
            } else {
                continue;
            };
            let until = (from + 14).min(end);
            let stop = (from..until).find(|k| c.is_sign(*k, ",")).unwrap_or(until);
            let pronoun = (from..(from + 3).min(end)).any(|k| self.stands_for(k));
            match name_in(scene, from, stop.max(from)) {
                Some(name) => self.add(How::According, &name, at, found),
                None if body_behind(scene, from, until).is_some() => {
                    let body = body_behind(scene, from, until).unwrap_or_default();
                    Self::body(body, at, found);
                }
                None if pronoun => self.again(at, found),
                None => {}
            }
        }
    }

    fn verb(&mut self, verb: &VerbGroup, first: usize, end: usize, found: &mut Vec<Heard>) {
        let scene = self.scene;
        let c = &scene.c;
        let clause = scene.clauses[scene.clause_at(verb.first)];
        let word = verb.end - 1;
        let from = clause.first.max(first);
        let how = match verb.class {
            VerbClass::Report => How::Says,
            VerbClass::Promise => How::Announces,
            _ => How::Acts,
        };
        if let Some(name) = name_in(scene, from, verb.first) {
            return self.add(how, &name, word, found);
        }
        if how == How::Says {
            let until = (verb.end + 8).min(end);
            let capital = (verb.end..(verb.end + 5).min(end)).any(|at| {
                c.text.tokens[at].capital
                    && (verb.end..at).all(|k| {
                        c.is_any(
                            k,
                            Class::Title.bit()
                                | Class::Office.bit()
                                | Class::Determiner.bit()
                                | Class::Adjective.bit(),
                        ) || c.text.tokens[k].capital
                    })
            });
            if let Some(name) = name_in(scene, verb.end, until).filter(|_| capital) {
                return self.add(How::Behind, &name, word, found);
            }
            let body = body_behind(scene, verb.end, until)
                .filter(|_| verb.first == from || !c.is(from, Class::Determiner));
            if let Some(body) = body.filter(|_| body_before(scene, from, verb.first).is_none()) {
                return Self::body(body, word, found);
            }
        }
        if how == How::Acts {
            return;
        }
        if let Some(body) = body_before(scene, from, verb.first) {
            return Self::body(body, word, found);
        }
        if (from..verb.first).any(|at| self.stands_for(at)) {
            self.again(word, found);
        }
    }

    fn body(body: String, word: usize, found: &mut Vec<Heard>) {
        if !found.iter().any(|h| h.name == body) {
            found.push(Heard { how: How::Body, name: body, person: false, word });
        }
    }

    /// "he", "she", "they", "the minister".
    fn stands_for(&self, at: usize) -> bool {
        let c = &self.scene.c;
        let pronoun = c.is_any(at, Class::PronounPerson.bit() | Class::PronounThey.bit())
            && !c.is_any(at, Class::Possessive.bit() | Class::Determiner.bit());
        let office = c.is_any(at, Class::Title.bit() | Class::Office.bit())
            && at > 0
            && c.is(at - 1, Class::Determiner)
            && c.kind(at) == Some(TokenKind::Word);
        pronoun || office || matches!(c.text.word(at), "him" | "her")
    }

    fn again(&mut self, word: usize, found: &mut Vec<Heard>) {
        if let Some((name, person)) = self.last.clone()
            && !found.iter().any(|h| h.name == name)
        {
            found.push(Heard { how: How::Again, name, person, word });
        }
    }
}

/// A capital with small letters behind.
fn is_coined(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::english;
    use crate::source::Document;
    use crate::text::Text;

    /// Whoever speaks in the last sentence, and how.
    fn heard(text: &str) -> Vec<(How, String)> {
        let document = Document { text: text.to_owned(), ..Document::default() };
        let text = Text::new(&document.text, english().vocabulary());
        let scene = Scene::new(&document, &text);
        let last = text.sentences.len() - 1;
        let voices = Voices::new(&scene, 0..=last);
        voices.of(last).iter().map(|h| (h.how, h.name.clone())).collect()
    }

    #[test]
    fn who_speaks_and_how() {
        for (text, how, name) in [
            ("Anna Berg said Norway gave 40 tanks.", How::Says, "Anna Berg"),
            ("Norway gave 40 tanks, said Anna Berg.", How::Behind, "Anna Berg"),
            ("According to Anna Berg, Norway gave 40 tanks.", How::According, "Anna Berg"),
            ("Anna Berg came. She said Norway gave 40 tanks.", How::Again, "Anna Berg"),
            ("The defence ministry said Norway gave 40 tanks.", How::Body, "defence ministry"),
            ("Norway gave 40 tanks, said the defence ministry.", How::Body, "defence ministry"),
            ("Anna Berg promised 40 tanks.", How::Announces, "Anna Berg"),
        ] {
            assert_eq!(heard(text).first(), Some(&(how, name.to_owned())), "{text}");
        }
    }

    #[test]
    fn who_does_not_speak() {
        for text in ["Norway gave 40 tanks.", "The tanks were said to be old. There are 40 tanks."]
        {
            assert_eq!(heard(text), Vec::new(), "{text}");
        }
    }
}
