//! A file that is added to the texts is read anew.

fn main() {
    println!("cargo::rerun-if-changed=languages");
}
