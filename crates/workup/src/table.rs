//! Tables for terminals and pipes.

use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{ContentArrangement, Table};

/// Width taken where the output is no terminal.
const PIPE_WIDTH: u16 = 140;

/// An empty table with a header, without colours.
pub fn new(header: &[&str]) -> Table {
    let mut table = Table::new();
    table.load_style(UTF8_HORIZONTAL_ONLY).set_content_arrangement(ContentArrangement::Dynamic);
    if table.width().is_none() {
        table.set_width(PIPE_WIDTH);
    }
    table.set_header(header.iter().copied());
    table
}
