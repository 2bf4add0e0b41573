//! Reports: typed rows over what counts.

pub mod words;
