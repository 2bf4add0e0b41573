//! What the text spoke of before a clause.

use crate::lexicon::Party;

/// Who was spoken of so far, for pronouns and bare nouns.
#[derive(Debug, Clone, Default)]
pub struct Discourse {
    /// The last state or body that acted.
    pub actor: Vec<Party>,
    /// Whoever acted last, state or company, for "it" and "they".
    pub last: Vec<Party>,
    /// The last company that acted.
    pub company: Option<Party>,
    /// Who speaks, for "we".
    pub speaker: Option<Party>,
    /// The country that the text is written in, for "the government".
    pub home: Option<Party>,
}

impl Discourse {
    /// Whose side the text tells of: who acted last, else the country that it is written in.
    #[must_use]
    pub fn side(&self) -> Vec<Party> {
        if self.actor.is_empty() {
            self.home.clone().into_iter().collect()
        } else {
            self.actor.clone()
        }
    }
}
