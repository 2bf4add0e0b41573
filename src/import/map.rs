//! A map: which rows of a table are records, and which column holds what.

use std::collections::BTreeMap;
use std::path::Path;

use serde::de::{self, MapAccess, Visitor, value::MapAccessDeserializer};
use serde::{Deserialize, Deserializer};

use crate::figure::Kind;

/// A map as its file writes it; `maps/README.md` explains each key.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Map {
    /// Stands before every key, so that two trackers never meet.
    pub name: String,
    /// What the table is, and how its authors ask to be cited.
    #[serde(default)]
    pub about: String,
    /// How the file is read.
    #[serde(default)]
    pub read: Read,
    /// Lists that turn a table's words into the ledger's.
    #[serde(default)]
    pub codes: BTreeMap<String, BTreeMap<String, String>>,
    /// The kinds of records that rows make; a row may make several.
    pub record: Vec<RecordMap>,
}

/// How the file is read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Read {
    /// The sheet of a workbook; else the first.
    pub sheet: Option<String>,
    /// The row of the header, from 1.
    pub header: usize,
    /// What separates cells in CSV.
    pub delimiter: char,
    /// What stands for nothing.
    pub null: Vec<String>,
    /// The decimal mark.
    pub decimal: char,
    /// What separates thousands.
    pub thousands: Option<char>,
    /// Forms of dates, as `strftime` writes them.
    pub dates: Vec<String>,
}

impl Default for Read {
    fn default() -> Self {
        Self {
            sheet: None,
            header: 1,
            delimiter: ',',
            null: Vec::new(),
            decimal: '.',
            thousands: None,
            dates: vec!["%Y-%m-%d".to_owned()],
        }
    }
}

/// One kind of record.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordMap {
    /// Its name, for links and keys.
    pub name: String,
    /// Which rows: a column with the values it may have; "*" is anything, "" nothing.
    #[serde(default)]
    pub when: BTreeMap<String, Values>,
    /// What tells its records apart: `{column}`, and `{#}` for the count of rows with the same rest.
    pub key: String,
    /// The record that it belongs to: `name:key`.
    pub part_of: Option<String>,
    /// Money or things.
    pub kind: Kind,
    /// How far it has come.
    pub stage: Field,
    /// Who pays, gives or makes.
    pub donor: Field,
    /// Who gets it.
    pub recipient: Option<Field>,
    /// How much.
    pub value: Field,
    /// ISO 4217 currency of money.
    pub unit: Option<Field>,
    /// The things.
    pub item: Option<Field>,
    /// The sort of things.
    pub category: Option<Field>,
    /// What for.
    pub sector: Option<Field>,
    /// The day of announcement; its year is the record's where `year` is not given.
    pub announced: Option<Field>,
    /// The year that it is for.
    pub year: Option<Field>,
    /// What it is for, in words.
    pub purpose: Option<Field>,
    /// Where the table has it from.
    pub reference: Option<Field>,
}

impl RecordMap {
    /// Every field that is given, with its name.
    pub fn fields(&self) -> impl Iterator<Item = (&'static str, &Field)> {
        let given = [("stage", &self.stage), ("donor", &self.donor), ("value", &self.value)];
        let maybe = [
            ("recipient", &self.recipient),
            ("unit", &self.unit),
            ("item", &self.item),
            ("category", &self.category),
            ("sector", &self.sector),
            ("announced", &self.announced),
            ("year", &self.year),
            ("purpose", &self.purpose),
            ("reference", &self.reference),
        ];
        let maybe = maybe.into_iter().filter_map(|(name, f)| f.as_ref().map(|f| (name, f)));
        given.into_iter().chain(maybe)
    }
}

/// One value or several.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Values {
    /// One.
    One(String),
    /// Any of these.
    Any(Vec<String>),
}

/// Where a field comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field {
    /// The same for every record.
    Constant(String),
    /// A column.
    Column(ColumnField),
}

/// A column and how it is read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnField {
    /// The column, or several: the first that is not empty.
    pub column: Columns,
    /// A list of `codes` that its words are looked up in.
    pub codes: Option<String>,
    /// What stands for words that are not in the codes.
    pub otherwise: Option<String>,
    /// What holds where it is empty.
    pub default: Option<String>,
    /// What a number is multiplied with: 1000000 for millions.
    pub scale: Option<String>,
    /// Whether a number is rounded to the smallest unit; otherwise a finer one is not taken.
    #[serde(default)]
    pub round: bool,
}

/// One column or several.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Columns {
    /// One.
    One(String),
    /// The first that is not empty.
    First(Vec<String>),
}

impl Columns {
    /// Their names.
    #[must_use]
    pub fn names(&self) -> &[String] {
        match self {
            Self::One(name) => std::slice::from_ref(name),
            Self::First(names) => names,
        }
    }
}

impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = Field;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a text for every record, or { column = \"…\" }")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Field, E> {
                Ok(Field::Constant(text.to_owned()))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Field, A::Error> {
                ColumnField::deserialize(MapAccessDeserializer::new(map)).map(Field::Column)
            }
        }
        deserializer.deserialize_any(Either)
    }
}

/// A map that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum MapError {
    /// Neither built in nor a file.
    #[error("\"{0}\" is neither a built-in map ({1}) nor a file that can be read: {2}")]
    NotFound(String, String, std::io::Error),
    /// TOML, or a key that maps do not have; the message shows the line.
    #[error("{0}")]
    Toml(String),
    /// Something that maps cannot say.
    #[error("line {line}, {part}: {says}")]
    Part {
        /// Where.
        line: usize,
        /// Which record or list.
        part: String,
        /// What is wrong, and what would be right.
        says: String,
    },
}

const BUILT_IN: &[(&str, &str)] = &[("kiel-release-7", include_str!("maps/kiel-release-7.toml"))];

/// The names of the maps that come with the program.
#[must_use]
pub fn built_in_names() -> Vec<&'static str> {
    BUILT_IN.iter().map(|(name, _)| *name).collect()
}

/// The text of a map that comes with the program.
#[must_use]
pub fn built_in(name: &str) -> Option<&'static str> {
    BUILT_IN.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

impl Map {
    /// Finds a map by its name or file, and checks it.
    ///
    /// # Errors
    /// When there is none, or it is wrong; with the line.
    pub fn find(name: &str) -> Result<Self, MapError> {
        if let Some(text) = built_in(name) {
            return Self::parse(text);
        }
        let text = std::fs::read_to_string(Path::new(name)).map_err(|error| {
            MapError::NotFound(name.to_owned(), built_in_names().join(", "), error)
        })?;
        Self::parse(&text)
    }

    /// Reads a map and checks what TOML cannot.
    ///
    /// # Errors
    /// When it is wrong; with the line.
    pub fn parse(text: &str) -> Result<Self, MapError> {
        let map: Self = toml::from_str(text).map_err(|error| MapError::Toml(error.to_string()))?;
        super::check::check(&map, text)?;
        Ok(map)
    }
}
