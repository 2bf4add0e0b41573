//! Rebuilds when a migration or a query changes: both are embedded in the program.

fn main() {
    println!("cargo:rerun-if-changed=sql");
}
