//! A failure as the terminal shows it.

use crate::output;
use crate::problem::{Draft, Failure, json_text};
use std::io::{IsTerminal, Write};

impl Failure {
    /// Writes every fault to stderr; what is open is a result, and goes to stdout.
    pub fn show(&self, json: bool) {
        if let Self::Open(open) = self {
            let draft = Draft::new(open);
            // A reader that has gone has nothing to be told.
            let _ = if json { output::print_json(&draft) } else { output::print(&draft.text()) };
            return;
        }
        if self.faults().is_empty() {
            return;
        }
        let stderr = std::io::stderr();
        let text = if json {
            json_text(self.faults())
        } else {
            // Each fault was cleaned when it was made; here stand colours of our own.
            let colour = stderr.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
            self.text(colour)
        };
        // A closed stderr leaves nobody to tell.
        let _ = stderr.lock().write_all(text.as_bytes());
    }
}
