//! Gives the linker the board's memory map, whose flash and RAM are the budgets: an image over them does not link.

use std::path::Path;
use std::{env, fs};

fn main() {
    let board = if env::var_os("CARGO_FEATURE_NRF52840").is_some() { "nrf52840" } else { "emulated" };
    let map = format!("memory/{board}.x");
    let out = env::var("OUT_DIR").expect("cargo sets it");
    fs::copy(&map, Path::new(&out).join("memory.x")).expect("the memory map is here");
    println!("cargo:rustc-link-search={out}");
    println!("cargo:rustc-link-arg-bins=-Tlink.x");
    println!("cargo:rerun-if-changed={map}");
}
