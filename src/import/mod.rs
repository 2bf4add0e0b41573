//! Tables of other trackers: rows in, records out, by a map that an analyst can write.
//!
//! A map is a TOML file that says which rows are records and which column holds what
//! ([`maps/README.md`](https://docs.rs/crate/pledgebook/latest/source/src/import/maps/README.md),
//! printed by `pledgebook map guide`). With
//!
//! ```toml
//! [[record]]
//! name = "package"
//! when = { first_row = "1" }
//! key = "{id}"
//! kind = "money"
//! stage = "commitment"
//! donor = { column = "donor" }
//! value = { column = "total" }
//! unit = { column = "currency" }
//! announced = { column = "date" }
//! ```
//!
//! the row `AUH1,Australia,2022-03-01,AUD,35000000,1` is a commitment of Australia of 35 million
//! Australian dollars. What cannot be right (the year 2922, "undisclosed" for a number, an unknown
//! currency) goes in without that field, at a low confidence so that review shows it first, and is
//! listed; it is never dropped or mended.

mod apply;
mod cell;
mod check;
pub mod map;
pub mod ndjson;
mod read;
mod row;
mod table;

pub use apply::{Flag, Reading, apply};
pub use map::{Map, MapError, built_in, built_in_names};
pub use read::read;
pub use table::{ImportError, Sheet};
