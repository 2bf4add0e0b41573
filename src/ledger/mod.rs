//! The `ledger` stage.
