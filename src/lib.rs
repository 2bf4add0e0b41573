//! Pledgebook: figures of defence production and aid, from the sentence to the table.
//!
//! Data flows one way: [`source`] reads a document, [`text`] cuts it into sentences and tokens,
//! [`mention`] finds money, quantities and parties, [`figure`] makes figures of them, [`ledger`]
//! keeps them over [`store`], [`report`] adds them up, [`export`] writes the result out.
//! [`lexicon`] holds the words that the reading stages know.

pub mod cli;
pub mod export;
pub mod figure;
pub mod import;
pub mod ledger;
pub mod lexicon;
pub mod mention;
pub mod rates;
pub mod report;
pub mod source;
pub mod store;
pub mod text;
