//! The `export` stage.
