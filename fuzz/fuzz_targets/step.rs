//! Its body, which the tests run, too: `bodies/step.rs`.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../bodies/step.rs"]
mod step;

fuzz_target!(|bytes: &[u8]| step::body(bytes));
