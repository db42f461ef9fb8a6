//! Its body, which the tests run, too: `bodies/formats.rs`.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../bodies/formats.rs"]
mod formats;

fuzz_target!(|bytes: &[u8]| formats::body(bytes));
