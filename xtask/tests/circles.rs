//! No circles among the modules of a crate: what a module imports never leads back to it.
//!
//! A module is a file. It uses another one where a `use` or a path names an item of it. What a module only hands on (`pub use`)
//! is followed to where it is defined, so that a parent may hand on the items of its children and may call them; children that
//! use an item which the parent defines make a circle. Tests are not looked at.

use proc_macro2::{TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use syn::visit::{self, Visit};
use syn::{Attribute, File, Item, ItemMod, ItemUse, Macro, UseTree, Visibility};

/// Names from a crate's root to a module or an item: `["socket", "steps"]`.
type Name = Vec<String>;

/// What one file says.
#[derive(Default)]
struct Module {
    /// Names that it brings in, and where they stand.
    brought: BTreeMap<String, Name>,
    /// Those that it hands on.
    handed_on: BTreeMap<String, Name>,
    /// Every path in it, as it is written.
    paths: Vec<Name>,
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg") && attribute.parse_args::<syn::Ident>().is_ok_and(|word| word == "test")
    })
}

/// The paths of a `use`, each with the name that it gives.
fn leaves(tree: &UseTree, before: &Name, found: &mut Vec<(String, Name)>) {
    let with = |name: String| [before.as_slice(), &[name]].concat();
    match tree {
        UseTree::Path(path) => leaves(&path.tree, &with(path.ident.to_string()), found),
        UseTree::Group(group) => group.items.iter().for_each(|item| leaves(item, before, found)),
        UseTree::Name(name) if name.ident == "self" => {
            found.push((before.last().cloned().unwrap_or_default(), before.clone()));
        }
        UseTree::Name(name) => found.push((name.ident.to_string(), with(name.ident.to_string()))),
        UseTree::Rename(rename) => found.push((rename.rename.to_string(), with(rename.ident.to_string()))),
        UseTree::Glob(_) => found.push(("*".into(), before.clone())),
    }
}

/// Reads the file of the module `own`; `is_module` knows every module of the crate.
struct Reader<'a> {
    own: &'a Name,
    is_module: &'a dyn Fn(&[String]) -> bool,
    module: Module,
}

impl Reader<'_> {
    /// A path from the crate's root; none where it leads out of the crate.
    fn rooted(&self, path: &[String]) -> Option<Name> {
        let (first, rest) = path.split_first()?;
        let ups = path.iter().take_while(|name| *name == "super").count();
        match first.as_str() {
            "crate" => Some(rest.to_vec()),
            "self" => Some([self.own, rest].concat()),
            "super" => Some([self.own.get(..self.own.len().checked_sub(ups)?)?, &path[ups..]].concat()),
            _ => {
                let child = [self.own.as_slice(), std::slice::from_ref(first)].concat();
                (self.is_module)(&child).then(|| [child.as_slice(), rest].concat())
            }
        }
    }

    /// Paths in the words of a macro's call, which are not parsed.
    fn words(&mut self, words: TokenStream) {
        let mut path = Name::new();
        let mut colons = 0;
        for word in words {
            match word {
                TokenTree::Ident(ident) if colons == 2 => path.push(ident.to_string()),
                TokenTree::Ident(ident) => self.ended(std::mem::replace(&mut path, vec![ident.to_string()])),
                TokenTree::Punct(punct) if punct.as_char() == ':' => {
                    colons += 1;
                    continue;
                }
                other => {
                    self.ended(std::mem::take(&mut path));
                    if let TokenTree::Group(group) = other {
                        self.words(group.stream());
                    }
                }
            }
            colons = 0;
        }
        self.ended(path);
    }

    fn ended(&mut self, path: Name) {
        if path.len() > 1 {
            self.module.paths.push(path);
        }
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let mut found = vec![];
        leaves(&item.tree, &vec![], &mut found);
        let hands_on = !matches!(item.vis, Visibility::Inherited);
        for (name, path) in found {
            let Some(whole) = self.rooted(&path) else { continue };
            if hands_on {
                self.module.handed_on.insert(name.clone(), whole.clone());
            } else {
                self.module.paths.push(path);
            }
            self.module.brought.insert(name, whole);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.ended(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    /// `pub(in crate::a)` uses nothing.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}

    fn visit_macro(&mut self, call: &'ast Macro) {
        self.words(call.tokens.clone());
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        if !is_test(&item.attrs) {
            visit::visit_item_mod(self, item);
        }
    }
}

/// The modules of a crate with their files, less those of tests.
fn sources(folder: &Path, name: &Name, found: &mut BTreeMap<Name, File>) {
    for entry in folder.read_dir().unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let own = [name.as_slice(), std::slice::from_ref(&stem)].concat();
        if path.is_dir() {
            sources(&path, &own, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") && stem != "tests" && !stem.ends_with("_tests")
        {
            let text = std::fs::read_to_string(&path).unwrap();
            let file = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let is_root = name.is_empty() && (stem == "lib" || stem == "main");
            found.insert(if is_root { vec![] } else { own }, file);
        }
    }
}

/// Where a path from the root ends: the module that defines its item.
fn defined<'a>(modules: &'a BTreeMap<Name, Module>, path: &[String], depth: usize) -> Option<&'a Name> {
    let (at, module, name) = (0..=path.len())
        .rev()
        .find_map(|end| modules.get_key_value(&path[..end]).map(|(name, module)| (end, module, name)))?;
    match path.get(at).and_then(|item| module.handed_on.get(item)) {
        Some(elsewhere) if depth < 9 && elsewhere[..] != path[..=at] => {
            defined(modules, &[elsewhere.as_slice(), &path[at + 1..]].concat(), depth + 1)
        }
        _ => Some(name),
    }
}

/// Which modules each module of the crate in `folder` uses.
fn uses(folder: &Path) -> BTreeMap<Name, BTreeSet<Name>> {
    let mut files = BTreeMap::new();
    sources(&folder.join("src"), &vec![], &mut files);
    let is_module = |name: &[String]| files.contains_key(name);
    let mut modules = BTreeMap::new();
    for (own, file) in &files {
        let mut reader = Reader { own, is_module: &is_module, module: Module::default() };
        file.items.iter().for_each(|item: &Item| reader.visit_item(item));
        modules.insert(own.clone(), reader.module);
    }
    let mut edges = BTreeMap::new();
    for (own, module) in &modules {
        let reader = Reader { own, is_module: &is_module, module: Module::default() };
        let whole = |path: &Name| {
            let through = || Some([module.brought.get(&path[0])?.as_slice(), &path[1..]].concat());
            reader.rooted(path).or_else(through)
        };
        let used = module.paths.iter().filter_map(whole).filter_map(|path| defined(&modules, &path, 0)).cloned();
        edges.insert(own.clone(), used.filter(|used| used != own).collect());
    }
    edges
}

/// What is left once everything is taken away that uses nothing that is left, or that nothing left uses.
fn circles(mut edges: BTreeMap<Name, BTreeSet<Name>>) -> BTreeMap<Name, BTreeSet<Name>> {
    loop {
        let before = edges.len();
        let left: BTreeSet<Name> = edges.keys().cloned().collect();
        edges.values_mut().for_each(|used| used.retain(|name| left.contains(name)));
        let used: BTreeSet<Name> = edges.values().flatten().cloned().collect();
        edges.retain(|name, uses| !uses.is_empty() && used.contains(name));
        if edges.len() == before {
            return edges;
        }
    }
}

#[test]
fn no_module_leads_back_to_itself() {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    let crates = xtask.join("../crates").read_dir().unwrap().map(|entry| entry.unwrap().path());
    let mut complaints = String::new();
    for folder in crates.chain([xtask.to_path_buf()]) {
        if !folder.join("src").is_dir() {
            continue;
        }
        for (name, used) in circles(uses(&folder)) {
            let used: Vec<String> = used.iter().map(|name| name.join("::")).collect();
            let own = folder.file_name().unwrap().to_string_lossy().into_owned();
            complaints += &format!("{own}: {} uses {}\n", name.join("::"), used.join(", "));
        }
    }
    assert!(complaints.is_empty(), "these modules use each other in a circle:\n{complaints}");
}

#[test]
fn a_circle_is_found_and_a_parent_may_hand_on_and_call_its_children() {
    let folder = std::env::temp_dir().join(format!("concord-circles-{}", std::process::id()));
    let file = |name: &str, text: &str| {
        let path = folder.join("src").join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    file("lib.rs", "mod a; mod b; pub use a::inner::Noun; pub fn go() { a::call(); }");
    file("a.rs", "mod inner; pub use inner::Noun; pub fn call() { inner::helper() }");
    file("a/inner.rs", "pub struct Noun; pub fn helper() {}\n#[cfg(test)] mod tests { use crate::go; }");
    file("b.rs", "use crate::Noun; fn f(_: Noun) { println!(\"{}\", crate::a::call()); }");
    assert_eq!(circles(uses(&folder)), BTreeMap::new());
    // In the words of a macro, too.
    file("a/inner.rs", "pub struct Noun; pub fn helper() { println!(\"{:?}\", super::call()) }");
    let name = |text: &str| text.split('/').map(str::to_string).collect::<Name>();
    let found = circles(uses(&folder));
    assert_eq!(found.keys().cloned().collect::<Vec<_>>(), [name("a"), name("a/inner")]);
    std::fs::remove_dir_all(&folder).unwrap();
}
