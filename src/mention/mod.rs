//! The `mention` stage.
