//! Why the ledger refuses a change.

use rust_decimal::Decimal;

use crate::figure::Kind;
use crate::ledger::Relation;
use crate::store::StoreError;

/// A change that was not made; nothing of it was written.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The past cannot be changed.
    #[error(
        "what stood at an earlier moment can be read only; leave --as-of out to change the ledger"
    )]
    Past,
    /// No such figure.
    #[error("there is no figure {0}; `pledgebook list` shows the numbers")]
    NoFigure(i64),
    /// No such document.
    #[error(
        "there is no document \"{0}\" in the ledger; name one by its number, its URL or the name it was added under"
    )]
    NoDocument(String),
    /// No such change.
    #[error("there is no change {0}; `pledgebook history` shows the numbers")]
    NoEdit(i64),
    /// Nothing to take back.
    #[error("there is nothing of {0}'s to undo; `pledgebook history` shows what others did")]
    NothingToUndo(String),
    /// The field was changed again since.
    #[error(
        "{what} {record} was changed again since by {user} (change {edit}, {action}); undo that first"
    )]
    ChangedSince {
        /// Figure, link or document.
        what: &'static str,
        /// What they did.
        action: String,
        /// Its number.
        record: i64,
        /// Who changed it.
        user: String,
        /// The later change.
        edit: i64,
    },
    /// A row of history that does not make a record.
    #[error(
        "change {edit} cannot be undone, its row of history is not readable ({why}); run `pledgebook verify`"
    )]
    Unreadable {
        /// The change.
        edit: i64,
        /// What stands against it.
        why: String,
    },
    /// A link that leads back to itself.
    #[error(
        "figure {figure} cannot be {relation} {target}: the links of {target} lead back to {figure}"
    )]
    Circle {
        /// The figure to be linked.
        figure: i64,
        /// What it should be.
        relation: Relation,
        /// To which.
        target: i64,
    },
    /// A link between money and things.
    #[error(
        "figure {figure} ({kind}) cannot be {relation} figure {target} ({other}): money and things do not mix"
    )]
    OtherKind {
        /// What it should be.
        relation: Relation,
        /// The figure to be linked.
        figure: i64,
        /// Its kind.
        kind: Kind,
        /// The whole.
        target: i64,
        /// The whole's kind.
        other: Kind,
    },
    /// A second link of the same sort.
    #[error(
        "figure {figure} is {relation} {there} already; `pledgebook unlink {figure} {there}` first"
    )]
    LinkedAlready {
        /// The figure to be linked.
        figure: i64,
        /// What it is.
        relation: Relation,
        /// To which already.
        there: i64,
    },
    /// No link to take away.
    #[error("figures {0} and {1} are not linked; `pledgebook show {0}` lists the links")]
    NotLinked(i64, i64),
    /// A field that a figure does not have.
    #[error("a figure has no field \"{given}\"{hint}; the fields are {known}")]
    NoField {
        /// As given.
        given: String,
        /// "; did you mean …" or nothing.
        hint: String,
        /// All fields.
        known: String,
    },
    /// A value that does not go into its field.
    #[error("{field} cannot be \"{given}\": {why}")]
    BadValue {
        /// The field.
        field: String,
        /// As given.
        given: String,
        /// What would do.
        why: String,
    },
    /// An amount below zero.
    #[error(
        "an amount of {0} cannot be logged; write it without a minus, and say with --stage what it is"
    )]
    Negative(Decimal),
    /// A quote that is not in the text.
    #[error(
        "the quote \"{quote}\" does not stand in document {document}; copy it from the text as it is printed{hint}"
    )]
    NoQuote {
        /// As given.
        quote: String,
        /// The document's number; its name while it is not in the ledger.
        document: String,
        /// The nearest sentence, if there is one.
        hint: String,
    },
    /// Somebody changed the record while it was being looked at.
    #[error("figure {figure} was changed meanwhile by {user} ({action}); look at it again")]
    ChangedMeanwhile {
        /// The figure.
        figure: i64,
        /// Who.
        user: String,
        /// What they did.
        action: String,
    },
}
