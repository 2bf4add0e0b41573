//! The `store` stage.
