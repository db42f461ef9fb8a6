//! What program a result was made by: a digest of the code that a person's day runs through, made when the program is built.

use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::io;
use std::path::{Path, PathBuf};

/// SHA-256 of the Rust files of these folders, by their names below `root`. Tests and the ends of lines change nothing.
///
/// # Errors
/// A folder or file that cannot be read.
pub fn digest(root: &Path, folders: &[&str]) -> io::Result<String> {
    let mut files = vec![];
    for folder in folders {
        collect(&root.join(folder), &mut files)?;
    }
    let mut named = vec![];
    for file in files {
        let below = file.strip_prefix(root).unwrap_or(&file);
        let name: Vec<String> = below.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        named.push((name.join("/"), std::fs::read_to_string(&file)?.replace("\r\n", "\n")));
    }
    named.sort_unstable();
    let mut digest = Sha256::new();
    for (name, text) in named {
        for part in [name, text] {
            digest.update((part.len() as u64).to_le_bytes());
            digest.update(part);
        }
    }
    Ok(digest.finalize().iter().fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    }))
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, found)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("tests.rs") {
            found.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_code_changes_it_and_tests_and_ends_of_lines_do_not() {
        let place = std::env::temp_dir().join(format!("concord-code-{}", std::process::id()));
        let write = |name: &str, text: &str| {
            let file = place.join(name);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, text).unwrap();
            digest(&place, &["a/src"]).unwrap()
        };
        let first = write("a/src/lib.rs", "fn a() {}\n");
        assert_eq!(write("a/src/lib.rs", "fn a() {}\r\n"), first);
        assert_eq!(write("a/src/b/tests.rs", "fn test() {}\n"), first);
        assert_eq!(write("c/src/lib.rs", "fn c() {}\n"), first);
        let other = write("a/src/b/more.rs", "fn more() {}\n");
        assert_ne!(other, first);
        assert_ne!(write("a/src/lib.rs", "fn a() { }\n"), other);
        assert!(digest(&place, &["nowhere"]).is_err());
        std::fs::remove_dir_all(&place).unwrap();
    }

    #[test]
    fn the_program_carries_the_digest_of_its_own_code() {
        let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let build = std::fs::read_to_string("build.rs").unwrap();
        let named: Vec<&str> = build.split('"').filter(|part| part.ends_with("/src")).collect();
        assert!(named.contains(&"twin/src"), "{named:?}");
        assert_eq!(digest(&crates, &named).unwrap(), env!("CONCORD_CODE"));
    }
}
