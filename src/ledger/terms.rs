//! The closed vocabularies of the ledger itself.

use serde::{Deserialize, Serialize};

use crate::figure::UnknownTerm;
use crate::figure::terms::terms;

terms! {
    /// What people have said of a record.
    Status, "status" {
        /// The program's reading; nobody has looked.
        Extracted = "extracted",
        /// A person agrees, or entered it.
        Confirmed = "confirmed",
        /// A person says that it is no figure, or a wrong one.
        Rejected = "rejected",
    }
}

terms! {
    /// Where a record came from.
    Origin, "origin" {
        /// Read from a document.
        Extracted = "extracted",
        /// Entered by hand.
        Logged = "logged",
        /// Taken from another tracker's table.
        Imported = "imported",
    }
}

terms! {
    /// What one figure is to another: A `part_of` B.
    Relation, "relation" {
        /// A is a share of B, in the same kind.
        PartOf = "part_of",
        /// A restates B in another unit.
        EquivalentOf = "equivalent_of",
        /// A tells of the same commitment as B.
        SameAs = "same_as",
        /// B, later, stands in A's place: raised, cut or withdrawn.
        SupersededBy = "superseded_by",
    }
}

terms! {
    /// How sure a link is.
    LinkState, "link state" {
        /// It holds and counts.
        Sure = "sure",
        /// Found by the program, waiting for review; it does not count.
        Likely = "likely",
        /// Taken away by a person; kept so that it is not found again.
        Removed = "removed",
    }
}
