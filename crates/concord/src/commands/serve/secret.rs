//! Passwords and passphrases, asked for without showing them.

use std::io::{BufRead, IsTerminal};
use workup::problem::{Failure, Fault};

/// One line of standard input. On a terminal it is asked for, and not shown.
pub fn secret(question: &str, expected: &str) -> Result<String, Failure> {
    let failed = |error: std::io::Error| Failure::other(Fault::of_file("standard input", error.to_string(), expected));
    if std::io::stdin().is_terminal() {
        return rpassword::prompt_password(question).map_err(failed);
    }
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).map_err(failed)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_string())
}

/// A new secret, as [`secret`]. On a terminal it is typed twice: what nobody can type again is lost.
pub fn new_secret(question: &str, expected: &str) -> Result<String, Failure> {
    let first = secret(question, expected)?;
    if std::io::stdin().is_terminal() && secret("The same again: ", expected)? != first {
        return Err(Failure::input(Fault::of_file("standard input", "not the same twice", expected)));
    }
    Ok(first)
}
