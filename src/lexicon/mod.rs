//! Tables of words: data files, checked when loaded.

pub mod country;
pub mod currency;
pub mod party;
pub mod table;

pub use party::{NoParty, Party};
