//! The ledger from outside: what it keeps, what it refuses, what it survives.

mod account;
mod add;
mod correct;
#[cfg(unix)]
mod kill;
mod log;
mod past;
mod session;
mod share;
mod support;
mod terminal;
mod verify;
mod versions;
mod writers;
