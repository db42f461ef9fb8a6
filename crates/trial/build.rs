//! Tells the program what code its results come from, so that results of another build are not taken for its own.

#[path = "src/code.rs"]
mod code;

use std::path::Path;

/// What a person's day runs through, beside this crate.
const CRATES: [&str; 8] =
    ["units/src", "domain/src", "physics/src", "control/src", "fitting/src", "twin/src", "evidence/src", "trial/src"];

fn main() -> std::io::Result<()> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    CRATES.iter().for_each(|place| println!("cargo::rerun-if-changed=../{place}"));
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-env=CONCORD_CODE={}", code::digest(&crates, &CRATES)?);
    Ok(())
}
