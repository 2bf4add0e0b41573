//! The classes that `en/words.tsv` sorts words into.

/// A class of words; one word may be of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Class {
    Determiner,
    Possessive,
    Be,
    PastBe,
    Have,
    Do,
    Future,
    Modal,
    AskModal,
    Negation,
    To,
    Of,
    And,
    Or,
    But,
    Comparison,
    Preposition,
    Relative,
    Subordinator,
    PronounThing,
    PronounPerson,
    PronounWe,
    PronounThey,
    Adverb,
    Month,
    Weekday,
    Season,
    Adjective,
    Remaining,
    Each,
    Then,
    Title,
    Office,
    CompanyNoun,
    /// Ends companies' names.
    FirmEnding,
    CountryNoun,
    FundNoun,
    /// What is given or lent.
    AidNoun,
    /// May stand between an owner and the sum it owns.
    BridgeWord,
    /// What is made for many years, beside the nouns of funds.
    LongNoun,
    LabelNoun,
    /// Begins a stretch of time.
    PeriodWord,
    /// States without names.
    GroupNoun,
    /// Tells of fighting, not of aid.
    AttackNoun,
    /// A verb that is as often a noun; its plural too.
    NounVerb,
    /// Ends in "ing" and names an activity.
    IngNoun,
    /// A form of a verb of `en/verbs.tsv`.
    Verb,
    /// An ISO 4217 code.
    CurrencyCode,
    /// Begins a wording of a currency.
    CurrencyStart,
    /// Begins a wording of a party.
    PartyStart,
    /// Begins a wording of a thing.
    ThingStart,
    /// Begins a wording of what is no figure.
    NotThingStart,
    /// Begins a cue.
    CueStart,
    /// Begins a bound before a number.
    BoundBefore,
    /// Begins a bound behind a number.
    BoundAfter,
    /// Begins what a rate is per.
    RateStart,
    /// A number word or scale.
    NumberWord,
    /// A noun of `en/equipment.tsv`.
    Thing,
    /// A noun of `en/not_things.tsv`.
    NotThing,
    /// A contracted or possessive ending.
    Ending,
}

/// The names of the classes that a table may use.
const NAMES: &[(&str, Class)] = &[
    ("determiner", Class::Determiner),
    ("possessive", Class::Possessive),
    ("be", Class::Be),
    ("past_be", Class::PastBe),
    ("have", Class::Have),
    ("do", Class::Do),
    ("future", Class::Future),
    ("modal", Class::Modal),
    ("ask_modal", Class::AskModal),
    ("negation", Class::Negation),
    ("to", Class::To),
    ("of", Class::Of),
    ("and", Class::And),
    ("or", Class::Or),
    ("but", Class::But),
    ("comparison", Class::Comparison),
    ("preposition", Class::Preposition),
    ("relative", Class::Relative),
    ("subordinator", Class::Subordinator),
    ("pronoun_thing", Class::PronounThing),
    ("pronoun_person", Class::PronounPerson),
    ("pronoun_we", Class::PronounWe),
    ("pronoun_they", Class::PronounThey),
    ("adverb", Class::Adverb),
    ("month", Class::Month),
    ("weekday", Class::Weekday),
    ("season", Class::Season),
    ("adjective", Class::Adjective),
    ("remaining", Class::Remaining),
    ("each", Class::Each),
    ("conjunction_then", Class::Then),
    ("title", Class::Title),
    ("office", Class::Office),
    ("company_noun", Class::CompanyNoun),
    ("firm_ending", Class::FirmEnding),
    ("country_noun", Class::CountryNoun),
    ("fund_noun", Class::FundNoun),
    ("aid_noun", Class::AidNoun),
    ("bridge_word", Class::BridgeWord),
    ("long_noun", Class::LongNoun),
    ("label_noun", Class::LabelNoun),
    ("period_word", Class::PeriodWord),
    ("group_noun", Class::GroupNoun),
    ("attack_noun", Class::AttackNoun),
    ("noun_verb", Class::NounVerb),
    ("ing_noun", Class::IngNoun),
    ("ending", Class::Ending),
];

impl Class {
    /// The class of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        NAMES.iter().find(|(n, _)| *n == name).map(|(_, class)| *class)
    }

    /// The classes of words that only begin wordings, as a set of bits.
    pub const STARTS: u64 = Self::CurrencyStart.bit()
        | Self::PartyStart.bit()
        | Self::ThingStart.bit()
        | Self::NotThingStart.bit()
        | Self::CueStart.bit()
        | Self::BoundBefore.bit()
        | Self::BoundAfter.bit()
        | Self::RateStart.bit();

    /// Its bit in a set of classes.
    #[must_use]
    pub const fn bit(self) -> u64 {
        1 << self as u8
    }
}
