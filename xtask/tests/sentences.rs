//! The string literals of the core that a person would read in a result: sentences stand in the folders of languages.

use proc_macro2::{TokenStream, TokenTree};
use std::path::{Path, PathBuf};
use syn::visit::{self, Visit};

/// The crates whose results are in words of every language.
const CORE: [&str; 10] =
    ["units", "domain", "physics", "control", "geometry", "fitting", "twin", "workup", "trial", "evidence"];

/// Files, or folders of files, that may say it themselves, and why.
const EXCUSED: [(&str, &str); 28] = [
    ("control/src/settings.rs", "the firmware's table: where a setting's number comes from, for whoever changes it"),
    ("domain/src/document.rs", "faults of a document, in parts"),
    ("domain/src/technique/brim.rs", "what is wrong with a line, in parts"),
    ("evidence/src/fingerprint.rs", "a line of the developers' documents"),
    ("evidence/src/identifiability/", "a developers' document in Markdown"),
    ("evidence/src/responders.rs", "a section of a developers' document"),
    ("evidence/src/sensitivity/", "a developers' document in Markdown"),
    ("evidence/src/validate", "VALIDATION.md, and how it differs from what is written"),
    ("geometry/src/clean/candidates.rs", "what is wrong with a scan, in parts"),
    ("geometry/src/clean/holes.rs", "what is wrong with a scan, in parts"),
    ("geometry/src/clean/parts.rs", "what is wrong with a scan, in parts"),
    ("geometry/src/formats/", "keywords of file formats, and faults of files; a note is a `Wording` by its type"),
    ("geometry/src/socket/outline.rs", "what a window comes too near to, in a fault"),
    ("geometry/src/socket/steps.rs", "what a step without a name is called in a fault"),
    ("trial/src/disk/table.rs", "what the columns of a Parquet file are, in the file"),
    ("trial/src/held.rs", "a section of VALIDATION.md; verdicts are `Wording`s by their type"),
    ("twin/src/drive/campaign/", "the campaigns of tests, for developers"),
    ("twin/src/drive/script.rs", "what is wrong with a script, in parts"),
    ("twin/src/pump_settings.rs", "the head of a file that is written for a start"),
    ("twin/src/quantity/shown.rs", "descriptions of a schema"),
    ("twin/src/unused.rs", "the names of what a day does not use become words with the pages of the day"),
    ("workup/src/case_template.rs", "a case that is written for a start"),
    ("workup/src/input.rs", "what is wrong with a file, in parts"),
    ("workup/src/log_file/written.rs", "remarks in a log's file"),
    ("workup/src/scan_file.rs", "what would be right about a scan; languages have forms of them"),
    ("workup/src/socket/source.rs", "what would be right about a landmark, in parts"),
    ("workup/src/socket/strength/peer.rs", "keywords of another program's input"),
    ("workup/src/problem.rs", "faults, and how they are said without a command line"),
];

/// What makes a fault: its words stay English, and languages have forms of them in `problems.toml`.
const FAULTS: [&str; 28] = [
    "Bounds",
    "CombineError",
    "Err",
    "Failure",
    "Fault",
    "FormatError",
    "LogFault",
    "NoSystem",
    "Problem",
    "Refused",
    "SocketError",
    "Violation",
    "broken",
    "check",
    "contradicts",
    "error",
    "expect",
    "expected",
    "fault",
    "faults",
    "instead",
    "problem",
    "refused",
    "to_manifold",
    "unknown",
    "whole",
    "within",
    "wrong",
];

/// What a function gives that makes nothing else.
const GIVEN: [&str; 5] = ["Violation", "Fault", "Failure", "Problem", "FormatError"];

/// What names a fault's words before it is made of them.
const WORDS_OF_A_FAULT: [&str; 6] = ["expected", "found", "right", "wanted", "what", "wrong"];

/// Macros that end the program or hold tests, and those of schemas.
const PANICS: [&str; 9] = [
    "panic",
    "unreachable",
    "assert",
    "assert_eq",
    "assert_ne",
    "debug_assert",
    "debug_assert_eq",
    "todo",
    "json_schema",
];

/// Three or more words, of which places are none; a unit and a command are no sentence.
fn is_sentence(text: &str) -> bool {
    if text.starts_with(['%', '#']) || text.starts_with("concord ") {
        return false;
    }
    let mut depth = 0;
    let outside = |letter: char| {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth > 0 || letter == '}' { ' ' } else { letter }
    };
    let plain: String = text.chars().map(outside).collect();
    let word = |word: &&str| {
        word.chars().filter(|letter| letter.is_alphabetic()).count() >= 2 && !word.contains(['_', '.', '/'])
    };
    plain.split_whitespace().map(|word| word.trim_matches(|c: char| ",.;:()“”\"?!`".contains(c))).filter(word).count()
        >= 3
}

struct Sentences {
    found: Vec<String>,
    excused: usize,
}

impl Sentences {
    fn literal(&mut self, literal: &syn::LitStr) {
        if self.excused == 0 && is_sentence(&literal.value()) {
            self.found.push(literal.value());
        }
    }

    fn tokens(&mut self, tokens: TokenStream) {
        let mut attribute = false;
        for token in tokens {
            // In a macro an attribute is a sign and a group.
            let skipped =
                std::mem::replace(&mut attribute, matches!(&token, TokenTree::Punct(sign) if sign.as_char() == '#'));
            match token {
                TokenTree::Group(_) if skipped => {}
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Literal(literal) => {
                    if let syn::Lit::Str(text) = syn::Lit::new(literal) {
                        self.literal(&text);
                    }
                }
                TokenTree::Ident(_) | TokenTree::Punct(_) => {}
            }
        }
    }

    fn within(&mut self, excuse: bool, look: impl FnOnce(&mut Self)) {
        self.excused += usize::from(excuse);
        look(self);
        self.excused -= usize::from(excuse);
    }
}

/// A function that fills in or gives faults makes no result.
fn makes_faults(signature: &syn::Signature) -> bool {
    let (mut takes, mut gives) = (Names::default(), Names::default());
    signature.inputs.iter().for_each(|input| takes.visit_fn_arg(input));
    gives.visit_return_type(&signature.output);
    let named = FAULTS.iter().any(|fault| signature.ident == fault);
    named || takes.has("Violation") || (!gives.has("Result") && GIVEN.iter().any(|fault| gives.has(fault)))
}

fn is_fault(path: &syn::Path) -> bool {
    path.segments.iter().any(|segment| FAULTS.iter().any(|fault| segment.ident == fault))
}

fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let only_in_tests = || attribute.parse_args::<syn::Ident>().is_ok_and(|word| word == "test");
        attribute.path().is_ident("test") || (attribute.path().is_ident("cfg") && only_in_tests())
    })
}

/// The names in a type.
#[derive(Default)]
struct Names(Vec<String>);

impl Names {
    fn has(&self, name: &str) -> bool {
        self.0.iter().any(|known| known == name)
    }
}

impl<'a> Visit<'a> for Names {
    fn visit_ident(&mut self, name: &'a syn::Ident) {
        self.0.push(name.to_string());
    }
}

impl<'a> Visit<'a> for Sentences {
    fn visit_attribute(&mut self, _: &'a syn::Attribute) {}

    fn visit_lit_str(&mut self, literal: &'a syn::LitStr) {
        self.literal(literal);
    }

    fn visit_item_mod(&mut self, module: &'a syn::ItemMod) {
        if !is_test(&module.attrs) {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_fn(&mut self, function: &'a syn::ItemFn) {
        let excuse = is_test(&function.attrs) || makes_faults(&function.sig);
        self.within(excuse, |all| visit::visit_item_fn(all, function));
    }

    fn visit_item_impl(&mut self, of: &'a syn::ItemImpl) {
        let excuse = matches!(&*of.self_ty, syn::Type::Path(path) if is_fault(&path.path));
        self.within(excuse, |all| visit::visit_item_impl(all, of));
    }

    fn visit_impl_item_fn(&mut self, function: &'a syn::ImplItemFn) {
        let excuse = is_test(&function.attrs) || makes_faults(&function.sig);
        self.within(excuse, |all| visit::visit_impl_item_fn(all, function));
    }

    fn visit_macro(&mut self, call: &'a syn::Macro) {
        let panics = call.path.segments.iter().any(|segment| PANICS.iter().any(|name| segment.ident == name));
        if !panics {
            self.tokens(call.tokens.clone());
        }
    }

    fn visit_expr_call(&mut self, call: &'a syn::ExprCall) {
        let excuse = matches!(&*call.func, syn::Expr::Path(path) if is_fault(&path.path));
        self.within(excuse, |all| visit::visit_expr_call(all, call));
    }

    fn visit_expr_method_call(&mut self, call: &'a syn::ExprMethodCall) {
        self.visit_expr(&call.receiver);
        let excuse = FAULTS.iter().any(|fault| call.method == fault);
        self.within(excuse, |all| call.args.iter().for_each(|argument| all.visit_expr(argument)));
    }

    fn visit_expr_struct(&mut self, made: &'a syn::ExprStruct) {
        self.within(is_fault(&made.path), |all| visit::visit_expr_struct(all, made));
    }

    fn visit_local(&mut self, local: &'a syn::Local) {
        let words = |pattern: &syn::Pat| matches!(pattern, syn::Pat::Ident(name) if WORDS_OF_A_FAULT.iter().any(|word| name.ident == word));
        let excuse = match &local.pat {
            syn::Pat::Tuple(several) => several.elems.iter().any(words),
            one => words(one),
        };
        self.within(excuse, |all| visit::visit_local(all, local));
    }
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = folder.read_dir() else { return };
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
            found.push(path);
        }
    }
}

/// Every sentence in the core's own code, with its place.
pub(crate) fn in_the_core(crates: &Path) -> Vec<String> {
    let mut complaints = vec![];
    for name in CORE {
        let mut files = vec![];
        sources(&crates.join(name).join("src"), &mut files);
        files.sort();
        for file in files {
            let place = file.strip_prefix(crates).unwrap().display().to_string();
            if EXCUSED.iter().any(|(excused, _)| place.starts_with(excused)) {
                continue;
            }
            let text = std::fs::read_to_string(&file).unwrap();
            let mut all = Sentences { found: vec![], excused: 0 };
            all.visit_file(&syn::parse_file(&text).unwrap_or_else(|error| panic!("{place}: {error}")));
            complaints.extend(all.found.into_iter().map(|said| format!("{place}: {said:?}")));
        }
    }
    complaints
}

#[test]
fn no_sentence_of_a_result_stands_in_the_core() {
    let found = in_the_core(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates"));
    assert!(found.is_empty(), "what a person reads in a result stands in crates/texts/languages: {found:#?}");
}
