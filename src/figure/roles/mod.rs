//! Who gives, who gets, how far it has come, when, what for, and who says so.

pub mod actors;
pub mod donors;
pub mod governing;
pub mod heard;
pub mod labels;
pub mod recipient;
pub mod sector;
pub mod shares;
pub mod speaker;
pub mod stage;
pub mod trade;
pub mod years;
