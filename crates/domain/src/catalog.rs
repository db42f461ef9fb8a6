//! Components as their makers print them.
//!
//! Printed data stays printed: every figure keeps the text of its cell beside the parsed value, with page and source
//! key. Two sources that disagree about one figure fill two fields, they are never merged.
//!
//! - [`printed`]: a printed cell and the figures it can hold.
//! - [`component`]: one article: what it is and what is printed about it.
//! - [`pump`]: what only a pump has: structure, sizes by body mass, the foot table.
//! - [`performance`]: what a simulation runs a pump with: drives as a closed list, each number with its source.
//! - [`cells`]: every printed cell of an article, with its place.

pub mod cells;
pub mod check;
pub mod component;
mod drive;
pub mod performance;
pub mod printed;
pub mod pump;

pub use cells::{Cell, PrintedField};
pub use component::{Availability, Claim, Component, MobilityGrade, Role};
pub use performance::Performance;
pub use printed::Printed;
pub use pump::{Chambers, Connection, Drive, FootTable, Pump, SizeBand, Suit, Use};

use crate::document::{self, Problem, Violation};
use std::collections::BTreeMap;

/// Every component that was read, in the order of the article text.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalog {
    components: Vec<Component>,
    /// Every printed cell, by article.
    printed: BTreeMap<String, Vec<PrintedField>>,
    /// The same cells by their paths, `catalog.<article>.<field>`.
    cells: BTreeMap<String, Cell>,
}

impl Catalog {
    /// Reads and checks catalogue files, given as (file name, text). The order of the files does not matter.
    ///
    /// # Errors
    /// Every fault found, each with the name of its file.
    pub fn parse<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, Vec<(String, Problem)>> {
        Self::parse_all(&files.into_iter().collect::<Vec<_>>())
    }

    /// Compiled once, here, wherever the files come from.
    fn parse_all(files: &[(&str, &str)]) -> Result<Self, Vec<(String, Problem)>> {
        let mut read: Vec<(String, Component)> = vec![];
        let mut problems = vec![];
        for &(file, text) in files {
            match document::read(text, check::component) {
                Ok(component) => read.push((file.to_string(), component)),
                Err(found) => problems.extend(found.into_iter().map(|problem| (file.to_string(), problem))),
            }
        }
        // Missing files would make every reference to them a fault of its own, so references are judged last.
        if problems.is_empty() {
            problems.extend(check::references(&read));
            problems.extend(names_taken(files, &read));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        read.sort_by(|(_, a), (_, b)| a.article.cmp(&b.article));
        let mut components: Vec<Component> = read.into_iter().map(|(_, component)| component).collect();
        lend_performance(&mut components);
        let printed: BTreeMap<String, Vec<PrintedField>> =
            components.iter().map(|component| (component.article.clone(), cells::of(component))).collect();
        let cells = printed.iter().flat_map(|(article, fields)| {
            fields.iter().map(move |printed| (format!("catalog.{article}.{}", printed.field), printed.cell.clone()))
        });
        let cells = cells.collect();
        Ok(Self { components, printed, cells })
    }

    /// Every component, sorted by article.
    pub fn components(&self) -> &[Component] {
        &self.components
    }

    /// The component with this article, written as its maker prints it.
    pub fn get(&self, article: &str) -> Option<&Component> {
        self.components.iter().find(|component| component.article == article)
    }

    /// Every pump with its component, sorted by article.
    pub fn pumps(&self) -> impl Iterator<Item = (&Component, &Pump)> {
        self.components.iter().filter_map(|component| component.pump.as_ref().map(|pump| (component, pump)))
    }

    /// Every component of this role, sorted by article.
    pub fn with_role(&self, role: Role) -> impl Iterator<Item = &Component> {
        self.components.iter().filter(move |component| component.role == role)
    }

    /// Every printed cell of an article, in the order of its fields.
    pub fn printed(&self, article: &str) -> &[PrintedField] {
        self.printed.get(article).map_or(&[], Vec::as_slice)
    }

    /// The printed cell at `catalog.<article>.<field>`, as a conclusion's inputs name it.
    pub fn cell(&self, path: &str) -> Option<&Cell> {
        self.cells.get(path)
    }

    /// Whether a source is a document of another maker than this component's: articles of others print from it, and none of
    /// its own maker's do.
    pub fn is_of_another_maker(&self, component: &Component, source: &str) -> bool {
        let prints =
            |other: &Component| self.printed(&other.article).iter().any(|printed| printed.cell.source == source);
        let (own, others): (Vec<&Component>, Vec<&Component>) =
            self.components.iter().filter(|other| prints(other)).partition(|other| other.maker == component.maker);
        own.is_empty() && !others.is_empty()
    }

    /// The component a person means by a printed name or article ("P2", "4r150 hd"), whatever its case and spaces.
    pub fn named(&self, text: &str) -> Option<&Component> {
        let wanted = plain(text);
        self.components.iter().find(|component| !wanted.is_empty() && names(component).contains(&wanted))
    }

    /// Articles whose number or name is like this text, the most like it first.
    pub fn near(&self, text: &str) -> Vec<&Component> {
        let wanted = plain(text);
        let likeness = |name: &String| match name.contains(&wanted) || wanted.contains(name.as_str()) {
            _ if wanted.is_empty() => 0.0,
            true => 1.0,
            false => strsim::jaro_winkler(&wanted, name),
        };
        let like = |component: &Component| names(component).iter().map(likeness).fold(0.0, f64::max);
        let mut near: Vec<(f64, &Component)> = self
            .components
            .iter()
            .map(|component| (like(component), component))
            .filter(|(like, _)| *like > LIKE)
            .collect();
        near.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        near.into_iter().map(|(_, component)| component).take(MOST_LIKE).collect()
    }
}

/// Gives pumps that name another article for their performance that article's numbers.
fn lend_performance(components: &mut [Component]) {
    let own = |component: &Component| Some((component.article.clone(), component.pump.as_ref()?.performance.clone()?));
    let known: BTreeMap<String, Performance> = components.iter().filter_map(own).collect();
    for pump in components.iter_mut().filter_map(|component| component.pump.as_mut()) {
        if let Some(article) = &pump.performance_of {
            pump.performance = known.get(article).cloned();
        }
    }
}

/// What a simulation runs the pump of one article with, from its file alone.
///
/// # Errors
/// Every fault of the file; an article without numbers of its own.
pub fn performance_of_article(text: &str) -> Result<Performance, Vec<Problem>> {
    let component = document::read(text, |component: &Component| {
        let mut found = check::component(component);
        if component.pump.as_ref().is_none_or(|pump| pump.performance.is_none()) {
            found.push(Violation::new(
                "pump.performance",
                "this article has no numbers of its own",
                "give their tables",
            ));
        }
        found
    })?;
    // It was looked for above, so that the fault has its line.
    component.pump.and_then(|pump| pump.performance).ok_or_else(Vec::new)
}

/// From which likeness on (Jaro and Winkler's, 1 is equal) a name is one that may be meant, and how many are named.
const LIKE: f64 = 0.85;
const MOST_LIKE: usize = 5;

/// Letters and digits alone, in small letters; "=" tells articles apart.
fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric() || *c == '=').collect::<String>().to_lowercase()
}

/// Articles and names of pumps by which another file's component is found already: whatever finds that one cannot name this. Sleeves
/// and liners of one name are told apart by article.
fn names_taken(files: &[(&str, &str)], read: &[(String, Component)]) -> Vec<(String, Problem)> {
    let mut found = vec![];
    for (index, (file, component)) in read.iter().enumerate().filter(|(_, (_, component))| component.pump.is_some()) {
        for (field, name) in [("article", &component.article), ("name", &component.name)] {
            let before = read.iter().take(index).map(|(_, other)| other);
            // Of equal articles it is said already.
            let mut other = before.filter(|other| other.article != component.article);
            let Some(other) = other.find(|other| names(other).contains(&plain(name))) else { continue };
            let text = files.get(index).map_or("", |(_, text)| text);
            let line = text.lines().position(|line| line.trim_start().starts_with(field));
            let problem = Problem {
                line: line.map_or(1, |line| line + 1),
                span: 0..0,
                field: field.into(),
                value: name.clone(),
                what: format!("{} {} is called so already", other.name, other.article),
                expected: "give it an article and a name of its own".into(),
                open: false,
            };
            found.push((file.clone(), problem));
        }
    }
    found
}

/// What a component is called, plainly.
fn names(component: &Component) -> Vec<String> {
    let own = [&component.article, &component.name];
    own.into_iter().chain(&component.also_called).map(|name| plain(name)).collect()
}
