//! What went wrong, shown to a person or to a program.
//!
//! A person sees every fault with the line it stands on; a pipe sees the same without colours; `--json` gives a list
//! of `{file, line, field, value, what, expected}`. Text from files is shown with its control characters replaced,
//! so that a case from elsewhere cannot write to the terminal (`shown.rs`).

mod snippet;

use crate::case_template::question;
use crate::scan_parts::ScanParts;
use crate::shown::line as shown;
use crate::stamp::Stamp;
use crate::tape_against_scan::TapeAgainstScan;
use crate::tape_text;
use domain::Problem;
use domain::document::MISSING;
use schemars::JsonSchema;
use serde::Serialize;
use snippet::{Paint, Snippet};
use std::fmt;
use texts::{Said, Wording};
use twin::ensemble::Cancelled;

/// What stands in place of a file for a fault of an argument.
const COMMAND_LINE: &str = "command line";

/// What stands there for a fault of what a browser or a program sent.
pub const THE_REQUEST: &str = "the request";

/// What names a command, and how it is said where nobody has a command line: on a page, by the API and in Python.
pub const ELSEWHERE: [(&str, &str); 20] = [
    (" with `--part N`", " (part of the scan)"),
    (
        " with `--box X0,X1,Y0,Y1,Z0,Z1` or `--cut-plane PX,PY,PZ,NX,NY,NZ`; in a case: part, keep_box, cut_plane of scan",
        " (keep_box or cut_plane of the scan)",
    ),
    (
        ", with `--cut-plane PX,PY,PZ,NX,NY,NZ` at the bend (in a case: cut_plane of scan)",
        " (cut_plane of the scan, at the bend)",
    ),
    (": say `--weld auto` (in a case: weld of scan)", " (weld of the scan: auto)"),
    ("say which end is up with `--up`, for example `--up z`, or", "say which end is up (a question of the case), or"),
    (" (`--length MM`)", ""),
    (" (`--cut-plane PX,PY,PZ,NX,NY,NZ`)", " (cut_plane of the scan)"),
    ("; if you trust that file, say `--files-anywhere`", ""),
    (
        ": `--although-refused REASON`, in a case `prosthesis.although_refused`. The reason is printed on every sheet.",
        " (a question of the case). The reason is printed on every sheet.",
    ),
    ("give --level transtibial or --level transfemoral", "give transtibial or transfemoral"),
    (
        "`concord new NAME` writes a commented case to start from",
        "begin with the line `concord = 1`, or with an empty case",
    ),
    ("see `concord new NAME --example` for a commented example", "write `name = value`, one on a line"),
    ("`concord pump-settings` lists them all", "only the controller's own settings have a name"),
    (", or write a new case with `concord new NAME`", ""),
    ("; `concord socket --help` names it", ""),
    ("; `concord study list` names the ready ones", ""),
    ("; `concord calibrate --help` shows what a log is", ""),
    ("; `concord drive --help` shows what a script is", ""),
    ("; `concord bench pump --help` shows what a pump's file is", ""),
    (" (docs/model/parameters.md lists them)", ""),
];

/// What would be right, where nobody has a command line.
pub fn elsewhere(expected: &str) -> String {
    ELSEWHERE.iter().fold(expected.to_string(), |text, (command, plain)| text.replace(command, plain))
}

/// Why a command did not finish.
#[derive(Debug)]
pub enum Failure {
    /// A broken file or argument: exit code 2.
    Input(Vec<Fault>),
    /// Everything else, such as a folder that cannot be written: exit code 1.
    Other(Box<Fault>),
    /// A case with questions that are not answered yet, and no fault: a result, exit code 0.
    Open(Vec<Fault>),
    /// Whoever read stdout has gone (`concord schema | head -1`): nobody is left to tell, and nothing is wrong.
    ReaderGone,
}

impl Failure {
    /// One fault of the user's file or argument.
    pub fn input(fault: Fault) -> Self {
        Self::Input(vec![fault])
    }

    /// A fault of anything else.
    pub fn other(fault: Fault) -> Self {
        Self::Other(Box::new(fault))
    }

    /// The process's exit code.
    pub const fn exit_code(&self) -> u8 {
        match self {
            Self::Input(_) => 2,
            Self::Other(_) => 1,
            Self::Open(_) | Self::ReaderGone => 0,
        }
    }

    /// Every fault.
    pub fn faults(&self) -> &[Fault] {
        match self {
            Self::Input(faults) | Self::Open(faults) => faults,
            Self::Other(fault) => std::slice::from_ref(&**fault),
            Self::ReaderGone => &[],
        }
    }

    /// Every fault as a person reads it.
    pub fn text(&self, colour: bool) -> String {
        if let Self::Open(open) = self {
            return Draft::new(open).text();
        }
        let faults: String = self.faults().iter().map(|fault| fault.render(colour)).collect();
        faults + &scan_text(self.faults())
    }

    /// The same with what was read of a scan and done to it, where no earlier reader has said so: the fault may lie there.
    #[must_use]
    pub fn beside_scan(self, report: &[Said]) -> Self {
        self.map(|fault| if fault.scan.is_empty() { Fault { scan: report.to_vec(), ..fault } } else { fault })
    }

    /// The same with the scan's parts, of which one is to be said.
    #[must_use]
    pub fn beside_parts(self, parts: &ScanParts) -> Self {
        self.map(|fault| Fault { parts: Some(Box::new(parts.clone())), ..fault })
    }

    /// The parts of a scan, where which of them is the limb is asked.
    pub fn parts(&self) -> Option<&ScanParts> {
        self.faults().iter().find_map(Fault::parts)
    }

    /// The same failure with every fault as `change` makes it.
    #[must_use]
    pub fn map(self, change: impl Fn(Fault) -> Fault) -> Self {
        match self {
            Self::Input(faults) => Self::Input(faults.into_iter().map(change).collect()),
            Self::Other(fault) => Self::Other(Box::new(change(*fault))),
            Self::Open(faults) => Self::Open(faults.into_iter().map(change).collect()),
            Self::ReaderGone => Self::ReaderGone,
        }
    }
}

impl From<Cancelled> for Failure {
    fn from(_: Cancelled) -> Self {
        Self::other(Fault::of_file("the work", "was cancelled", "begin it again to have its result"))
    }
}

/// One fault, ready to be shown.
#[derive(Clone, Debug, Serialize, JsonSchema)]
// The name in the document of the clinic's API; clients are made from it.
#[schemars(rename = "FaultShape")]
pub struct Fault {
    /// The file, or the argument's name.
    file: String,
    /// Line in the file, counted from 1.
    line: Option<usize>,
    /// Dotted path of the field.
    field: String,
    /// What was written.
    value: String,
    /// What is wrong.
    what: String,
    /// What would be right.
    expected: String,
    /// Nothing is wrong: a question is not answered yet.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    open: bool,
    /// What the question is about: a tape and a scan that disagree.
    #[serde(skip_serializing_if = "Option::is_none")]
    tape_against_scan: Option<Box<TapeAgainstScan>>,
    /// What was read of the scan and done to it before this was found.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    scan: Vec<Said>,
    /// The scan's parts, where which of them is the limb is asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    parts: Option<Box<ScanParts>>,
    #[serde(skip)]
    snippet: Option<Snippet>,
}

/// A case that is not answered yet: what `fit`, `run`, `socket` and every other command say of it, and conclude nothing.
#[derive(Debug, Serialize)]
pub struct Draft<'a> {
    #[serde(flatten)]
    stamp: Stamp,
    /// The case's file.
    file: &'a str,
    /// The questions, in the order of the file.
    open: Vec<Question<'a>>,
    /// The tape and the scan, where they disagree.
    #[serde(skip_serializing_if = "Option::is_none")]
    tape_against_scan: Option<&'a TapeAgainstScan>,
    /// What was read of the scan and done to it.
    #[serde(skip_serializing_if = "<[Said]>::is_empty")]
    scan: &'a [Said],
    #[serde(skip)]
    faults: &'a [Fault],
}

/// A question that is not answered yet.
#[derive(Debug, Serialize)]
struct Question<'a> {
    /// Path of its field.
    field: &'a str,
    /// What it asks; nothing where the field's name says it.
    asks: String,
}

/// What was read of the scan and done to it, for people; nothing where no scan was read.
fn scan_text(faults: &[Fault]) -> String {
    let Some(report) = faults.iter().map(|fault| &fault.scan).find(|report| !report.is_empty()) else {
        return String::new();
    };
    let lines: String = report.iter().map(|line| format!("    {}\n", shown(line))).collect();
    format!("  {}\n{lines}", Said::from(Wording::new("scan_report-heading")))
}

impl<'a> Draft<'a> {
    /// The draft of a case with these questions open.
    pub fn new(open: &'a [Fault]) -> Self {
        let question = |fault: &'a Fault| {
            // What was answered and is asked back says so itself.
            let asks = match question(&fault.field) {
                _ if fault.tape_against_scan.is_some() => format!("{}. What to do: {}.", fault.what, fault.expected),
                _ if !fault.value.is_empty() => format!("{} {}", fault.what, fault.expected),
                Some(asks) => asks.to_string(),
                None if fault.what == MISSING => String::new(),
                None => fault.expected.clone(),
            };
            Question { field: &fault.field, asks }
        };
        let file = open.first().map_or("", |fault| &fault.file);
        let tape_against_scan = open.iter().find_map(Fault::tape_against_scan);
        let scan = open.iter().map(|fault| fault.scan.as_slice()).find(|scan| !scan.is_empty()).unwrap_or_default();
        let questions = open.iter().map(question).collect();
        Self { stamp: Stamp::new(), file, open: questions, tape_against_scan, scan, faults: open }
    }

    /// For people.
    pub fn text(&self) -> String {
        let (count, file) = (self.open.len(), self.file);
        let (noun, are) = if count == 1 { ("question", "it is") } else { ("questions", "they are") };
        let head = format!("{file}: a draft, {count} {noun} open. Nothing is concluded before {are} answered:\n");
        let line = |question: &Question<'_>| format!("{:<38} {}", question.field, question.asks).trim_end().to_string();
        let text = self.open.iter().fold(head, |text, question| text + "  " + &line(question) + "\n");
        text + &self.tape_against_scan.map_or(String::new(), |against| format!("\n{}", tape_text::render(against)))
            + &scan_text(self.faults)
    }
}

impl Fault {
    /// A fault of a whole file or folder.
    pub fn of_file(file: impl fmt::Display, what: impl Into<String>, expected: impl Into<String>) -> Self {
        Self {
            file: shown(&file.to_string()),
            line: None,
            field: String::new(),
            value: String::new(),
            what: shown(&what.into()),
            expected: shown(&expected.into()),
            open: false,
            tape_against_scan: None,
            scan: vec![],
            parts: None,
            snippet: None,
        }
    }

    /// A fault of a command line argument.
    pub fn of_argument(name: &str, value: &str, what: impl Into<String>, expected: impl Into<String>) -> Self {
        Self::of_field(COMMAND_LINE, name, value, what, expected)
    }

    /// A fault of a field of something that has no lines.
    pub fn of_field(file: &str, name: &str, value: &str, what: impl Into<String>, expected: impl Into<String>) -> Self {
        Self { field: shown(name), value: shown(value), ..Self::of_file(file, what, expected) }
    }

    /// Nothing is wrong: a question is not answered yet.
    pub const fn is_open(&self) -> bool {
        self.open
    }

    /// The fault as one of a document.
    pub fn as_problem(&self) -> Problem {
        Problem {
            line: self.line.unwrap_or(1),
            span: 0..0,
            field: self.field.clone(),
            value: self.value.clone(),
            what: self.what.clone(),
            expected: self.expected.clone(),
            open: self.open,
        }
    }

    /// The file that a fault without a place in it is about; none where what was asked is at fault.
    pub fn named_file(&self) -> Option<&str> {
        let file = self.line.is_none() && self.field.is_empty() && ![COMMAND_LINE, THE_REQUEST].contains(&&*self.file);
        file.then_some(self.file.as_str())
    }

    /// What is wrong.
    pub fn what(&self) -> &str {
        &self.what
    }

    /// What would be right; empty where nothing can be said.
    pub fn expected(&self) -> &str {
        &self.expected
    }

    /// A fault inside a document.
    pub fn of_document(file: impl fmt::Display, text: &str, problem: &Problem) -> Self {
        let file = shown(&file.to_string());
        Self {
            snippet: Snippet::cut(&file, text, problem),
            file,
            line: Some(problem.line),
            field: shown(&problem.field),
            value: shown(&problem.value),
            what: shown(&problem.what),
            expected: shown(&problem.expected),
            open: problem.open,
            tape_against_scan: None,
            scan: vec![],
            parts: None,
        }
    }

    /// Nothing is wrong by itself: a tape and a scan disagree, and somebody has to say which one goes.
    pub(crate) fn asking(self, against: &TapeAgainstScan) -> Self {
        Self { open: true, tape_against_scan: Some(Box::new(against.clone())), ..self }
    }

    /// The tape and the scan that this question is about.
    pub fn tape_against_scan(&self) -> Option<&TapeAgainstScan> {
        self.tape_against_scan.as_deref()
    }

    /// What was read of the scan and done to it before this was found; nothing where none was read.
    pub fn scan(&self) -> &[Said] {
        &self.scan
    }

    /// The scan's parts, where which of them is the limb is asked.
    pub fn parts(&self) -> Option<&ScanParts> {
        self.parts.as_deref()
    }

    /// The fault with more about what would be right.
    #[must_use]
    pub fn and_expected(self, more: &str) -> Self {
        Self { expected: shown(&format!("{}; {more}", self.expected)), ..self }
    }

    /// The fault at this line, where the reader has found it without a [`Problem`].
    pub fn at_line(self, line: usize) -> Self {
        Self { line: Some(line), ..self }
    }

    /// The fault of something that has fields but no lines, such as a case that was never a file.
    #[must_use]
    pub fn without_line(self) -> Self {
        Self { line: None, snippet: None, ..self }
    }

    /// The fault of a call: what is an option on the command line is an argument there.
    #[must_use]
    pub fn of_call(self) -> Self {
        let file = if self.file == COMMAND_LINE { "arguments".into() } else { self.file };
        let field = match self.field.strip_prefix("--") {
            Some(option) => option.replace('-', "_"),
            None => self.field,
        };
        Self { file, field, expected: elsewhere(&self.expected), ..self }
    }

    /// What is wrong, where with the lines around it, and what would be right. Lines are never wrapped: a pipe's reader
    /// searches them, a terminal wraps them itself.
    fn render(&self, colour: bool) -> String {
        let snippet = self.snippet.as_ref().map_or_else(String::new, |snippet| snippet.render(colour));
        let mut text = format!("  {} {self}\n{snippet}", Paint::FAULT.on("×", colour));
        if !self.expected.is_empty() {
            text += &format!("{}{}\n", Paint::HELP.on("  help: ", colour), self.expected);
        }
        text
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        match (self.field.as_str(), self.value.as_str()) {
            ("", "") => {}
            ("", value) => write!(f, ", at {value}")?,
            (field, "") => write!(f, ", {field}")?,
            (field, value) => write!(f, ", {field} = {value}")?,
        }
        write!(f, ": {}", self.what)
    }
}

impl std::error::Error for Fault {}

/// The faults as a program reads them.
pub fn json_text(faults: &[Fault]) -> String {
    serde_json::to_string_pretty(faults).unwrap_or_else(|_| "[]".into()) + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str, marked: &str, line: usize) -> Fault {
        let start = text.find(marked).unwrap();
        let problem = Problem {
            line,
            span: start..start + marked.len(),
            field: "a.b".into(),
            value: marked.into(),
            what: "wrong".into(),
            expected: "right".into(),
            open: false,
        };
        Fault::of_document("case.toml", text, &problem)
    }

    #[test]
    fn the_snippet_shows_the_line_with_its_neighbours_and_its_true_number() {
        let text = "one\ntwo\nthree = -4\nfour\nfive\n";
        let shown = fault(text, "-4", 3).render(false);
        assert!(shown.contains("case.toml, line 3, a.b = -4: wrong"), "{shown}");
        assert!(shown.contains("case.toml:3:9"), "{shown}");
        assert!(shown.contains("3 │ three = -4") && shown.contains("help: right"), "{shown}");
        assert!(!shown.contains("one") && !shown.contains("five"), "{shown}");
        assert!(fault("-4", "-4", 1).render(false).contains("1 │ -4"));
    }

    #[test]
    fn what_was_never_a_file_has_no_lines() {
        let shown = fault("one\ntwo = -4\n", "-4", 2).without_line().render(false);
        assert!(shown.contains("case.toml, a.b = -4: wrong") && !shown.contains("two"), "{shown}");
    }

    #[test]
    fn an_option_of_the_command_line_is_an_argument_of_a_call() {
        let failure = Failure::input(Fault::of_argument("--pinhole-mm", "9", "out of range", "give 0 to 5 mm"));
        let shown = failure.map(Fault::of_call).text(false);
        assert!(shown.contains("arguments, pinhole_mm = 9: out of range"), "{shown}");
        let file = Failure::input(Fault::of_file("--odd-name.toml", "broken", "")).map(Fault::of_call);
        assert!(file.text(false).contains("--odd-name.toml"));
    }

    #[test]
    fn text_from_a_file_cannot_write_to_the_terminal() {
        let text = "a = \u{1b}[31mred\u{202E}\n";
        let shown = fault(text, "\u{1b}[31mred\u{202E}", 1).render(false);
        assert!(!shown.contains('\u{1b}') && !shown.contains('\u{202E}'), "{shown:?}");
        assert!(shown.contains("red"));
    }

    #[test]
    fn line_ends_of_both_kinds_are_shown_alike() {
        let unix = "one\ntwo = -4\nthree\n";
        let other = unix.replace('\n', "\r\n");
        assert_eq!(fault(unix, "-4", 2).render(false), fault(&other, "-4", 2).render(false));
    }

    #[test]
    fn an_endless_line_is_not_shown() {
        let text = format!("a = [{}]\n", "1,".repeat(100_000));
        assert!(fault(&text, "1,1", 1).render(false).len() < 500);
    }
}
