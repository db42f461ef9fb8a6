//! The few lines around a fault, as a person reads them: numbered, with the wrong value underlined.

use crate::shown;
use domain::Problem;
use std::fmt::Write;
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// Lines longer than this are not shown: what is wrong with them is in the message.
const LONGEST_SHOWN_LINE: usize = 240;

/// A tab reaches to the next multiple of so many columns.
const TAB_WIDTH: usize = 4;

/// How a part of a message is painted, as the numbers of a terminal's escape sequence (ECMA-48, "select graphic rendition").
#[derive(Clone, Copy)]
pub struct Paint(&'static str);

impl Paint {
    /// What went wrong: red.
    pub const FAULT: Self = Self("31");
    /// What would be right: cyan.
    pub const HELP: Self = Self("36");
    /// Where: cyan, bold, underlined.
    const PLACE: Self = Self("36;1;4");
    /// A line's number: dim.
    const NUMBER: Self = Self("2");
    /// The line under a wrong value: magenta, bold.
    const MARK: Self = Self("35;1");

    /// The text in this paint, or as it is.
    pub fn on(self, text: &str, colour: bool) -> String {
        if colour { format!("\u{1b}[{}m{text}\u{1b}[0m", self.0) } else { text.to_string() }
    }
}

/// The line of a fault between its neighbours. Cut out once, so that a thousand faults in a large file do not each search it.
#[derive(Clone, Debug)]
pub struct Snippet {
    file: String,
    /// The line of the fault and the one before and after it, where there are such.
    text: String,
    /// How many lines of the file stand before `text`.
    lines_before: usize,
    /// The wrong value's bytes in `text`, within one line.
    marked: Range<usize>,
}

impl Snippet {
    /// The lines around a problem; none where nothing can be marked or a line is too long to show.
    pub fn cut(file: &str, text: &str, problem: &Problem) -> Option<Self> {
        let begin_of_line = |at: usize| text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let end_of_line = |at: usize| text[at..].find('\n').map_or(text.len(), |newline| at + newline);
        let (start, end) = (problem.span.start, problem.span.end);
        // Nothing is marked where something is missing from the whole document.
        if text.get(start..end).is_none_or(str::is_empty) {
            return None;
        }
        let own = begin_of_line(start);
        let end = end.min(end_of_line(start)).max(start);
        let from = if own == 0 { 0 } else { begin_of_line(own - 1) };
        let line_after = (end_of_line(start) + 1).min(text.len());
        let to = end_of_line(line_after);
        let cut = text[from..to].trim_end_matches('\r');
        // Nothing is marked either where only the carriage returns at the end are wrong.
        if start - from >= cut.len() || cut.lines().any(|line| line.len() > LONGEST_SHOWN_LINE) {
            return None;
        }
        Some(Self {
            file: file.into(),
            text: shown::same_length(cut),
            lines_before: problem.line - 1 - usize::from(own != 0),
            marked: start - from..(end - from).min(cut.len()),
        })
    }

    /// The lines as a person sees them.
    pub fn render(&self, colour: bool) -> String {
        let lines: Vec<&str> = self.text.lines().collect();
        let digits = (self.lines_before + lines.len()).to_string().len();
        let mut shown = String::new();
        let own_line = self.own_line();
        for (index, line) in lines.iter().enumerate() {
            if index == 0 {
                let _ = writeln!(shown, "{:digits$}  ╭─[{}]", "", Paint::PLACE.on(&self.place(), colour));
            }
            let number = Paint::NUMBER.on(&format!("{:digits$}", self.lines_before + index + 1), colour);
            let _ = writeln!(shown, " {number} │ {}", without_tabs(line));
            if index == own_line {
                let begins = self.begin_of_own_line();
                let marked = self.marked.start - begins..self.marked.end - begins;
                let _ = writeln!(shown, " {:digits$} · {}", "", underline(line, marked, colour));
            }
        }
        let _ = writeln!(shown, "{:digits$}  ╰────", "");
        shown
    }

    /// Which line of `text` is the fault's, from 0.
    fn own_line(&self) -> usize {
        self.text[..self.marked.start].matches('\n').count()
    }

    fn begin_of_own_line(&self) -> usize {
        self.text[..self.marked.start].rfind('\n').map_or(0, |newline| newline + 1)
    }

    /// File, line and column (in bytes, from 1) of what is marked. A carriage return and its newline are one byte here.
    fn place(&self) -> String {
        let before = &self.text[self.begin_of_own_line()..self.marked.start];
        let before =
            if self.text[self.marked.start..].starts_with('\n') { before.trim_end_matches('\r') } else { before };
        format!("{}:{}:{}", self.file, self.lines_before + self.own_line() + 1, before.len() + 1)
    }
}

/// A stroke under these bytes of the line, or an arrow below the place where something is missing.
fn underline(line: &str, marked: Range<usize>, colour: bool) -> String {
    // What reaches past the line, over a carriage return, is shown as one column more.
    let column = |at: usize| line.get(..at.min(line.len())).map_or(0, width) + usize::from(at > line.len());
    let start = column(marked.start);
    let stroke =
        if marked.is_empty() { "▲".to_string() } else { "─".repeat(column(marked.end).max(start + 1) - start) };
    Paint::MARK.on(&format!("{:start$}{stroke}", ""), colour)
}

/// How many columns of a terminal the text fills.
fn width(text: &str) -> usize {
    text.chars().fold(0, |column, c| column + width_at(column, c))
}

fn width_at(column: usize, c: char) -> usize {
    if c == '\t' { TAB_WIDTH - column % TAB_WIDTH } else { c.width().unwrap_or(0) }
}

/// The text with spaces for tabs, so that what stands under it stays under it.
fn without_tabs(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut column = 0;
    for c in text.chars() {
        let width = width_at(column, c);
        if c == '\t' {
            shown.extend(std::iter::repeat_n(' ', width))
        } else {
            shown.push(c)
        }
        column += width;
    }
    shown
}
