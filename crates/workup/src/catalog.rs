//! The catalogue to be read: every article as its maker prints it, with its sources.

use crate::library::Library;
use crate::problem::{Failure, Fault};
use crate::stamp::Stamp;
use domain::catalog::Component;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// `concord catalog`: articles as printed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CatalogResult {
    /// Who made it.
    #[serde(flatten)]
    pub stamp: Stamp,
    /// The article that was asked for, or every one: each printed cell with its words, figures, page and source.
    pub articles: Vec<Component>,
    /// What the keys of the sources stand for.
    pub sources: BTreeMap<String, String>,
}

impl CatalogResult {
    /// Every article, or the one that `article` names by its number or as people call it.
    ///
    /// # Errors
    /// A name that no article has, with those that are like it.
    pub fn of(library: &Library, article: Option<&str>) -> Result<Self, Failure> {
        let catalog = &library.catalog;
        let articles = match article {
            None => catalog.components().to_vec(),
            Some(text) => vec![catalog.named(text).ok_or_else(|| unknown(library, text))?.clone()],
        };
        let cells = articles.iter().flat_map(|component| catalog.printed(&component.article));
        let pumps = articles.iter().filter_map(|component| component.pump.as_ref()?.performance.as_ref());
        let of_numbers = pumps.flat_map(|performance| performance.numbers().into_iter().map(|(_, _, number)| number));
        let of_numbers = of_numbers.filter_map(|number| number.source.clone());
        let keys = cells.map(|printed| printed.cell.source.clone()).chain(of_numbers);
        let sources = keys.map(|key| (key.clone(), library.source(&key).to_string())).collect();
        Ok(Self { stamp: Stamp::new(), articles, sources })
    }
}

fn unknown(library: &Library, text: &str) -> Failure {
    let near = library.catalog.near(text);
    let near: Vec<String> = near.iter().map(|near| format!("{} ({})", near.article, near.name)).collect();
    let right = if near.is_empty() {
        let all: Vec<&str> = library.catalog.components().iter().map(|component| component.article.as_str()).collect();
        format!("there are {}", all.join(", "))
    } else {
        format!("did you mean {}?", near.join(", "))
    };
    Failure::input(Fault::of_argument("ARTICLE", text, "no article of the catalogue is called so", right))
}
