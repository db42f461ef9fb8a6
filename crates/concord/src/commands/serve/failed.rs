//! What every task of the store needs.

use store::StoreError;
use workup::problem::{Failure, Fault};

pub fn kept(error: StoreError) -> Failure {
    Failure::other(Fault::of_file("what is kept", error.to_string(), ""))
}
