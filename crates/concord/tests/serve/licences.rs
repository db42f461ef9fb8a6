//! Who wrote what stands in the scripts that the page loads.

use super::server::Server;
use crate::common::Folder;
use std::collections::BTreeSet;

#[test]
fn the_scripts_of_the_page_say_who_wrote_them() {
    let folder = Folder::new();
    let server = Server::start(&folder);
    let page = server.get("/").text();
    let main = page.split('"').find(|part| part.ends_with("/main.js")).expect("the page's script").to_string();
    let (place, _) = main.rsplit_once('/').unwrap();
    // Chunks name each other.
    let (mut known, mut open, mut all) = (BTreeSet::new(), vec!["main.js".to_string()], String::new());
    while let Some(name) = open.pop() {
        if known.insert(name.clone()) {
            let text = server.get(&format!("{place}/{name}")).text();
            let names = text.split("\"./").skip(1).filter_map(|rest| rest.split('"').next());
            open.extend(names.filter(|name| name.ends_with(".js")).map(str::to_string));
            all += &text;
        }
    }
    assert_eq!(server.get("/licences").text(), clinic::licences::TEXT);
    for words in ["Three.js Authors", "SPDX-License-Identifier: MIT", "! uplot 1.", "! htmx.org"] {
        assert!(all.contains(words), "{words} in none of {known:?}");
    }
}
