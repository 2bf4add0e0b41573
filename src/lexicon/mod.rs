//! Tables of words: data files, checked when loaded.
//!
//! `world/` holds what is the same in every language (ISO 3166-1, ISO 4217), `en/` the English
//! words, `de/`, `fr/` and so on how other languages write numbers and money. To add a currency, a country, a verb or a thing is to add a line there.

mod class;
pub mod country;
mod cues;
pub mod currency;
mod english;
mod inflect;
mod lists;
mod parties;
pub mod party;
mod phrases;
mod publishers;
pub mod senses;
pub mod table;
pub mod tongue;
mod verbs;
mod vocabulary;
mod wordings;
mod wordtable;

pub use class::Class;
pub use cues::Cue;
pub use currency::CurrencyWord;
pub use english::{Lexicon, NotThing, NumberWord, Thing, ThingKind, english};
pub use lists::{List, Lists};
pub use parties::{PartySort, PartyWord, PartyWords};
pub use party::{NoParty, Party};
pub use phrases::Phrases;
pub use publishers::publisher_country;
pub use tongue::{Joint, NumberPart, Tongue};
pub use verbs::{Forms, VerbClass, Verbs};
pub use vocabulary::{Vocabulary, WordId};
pub use wordings::{Wordings, small};
