//! What others wrote and we give away: named with its licence, in the bills of materials, and of the versions that are built.

use crate::common::Folder;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

type Packages = BTreeSet<(String, String)>;

fn read(place: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(place);
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{place}: {error}"))
}

/// The packages of a lock file that are not ours.
fn locked(place: &str) -> Packages {
    let lock: toml::Table = toml::from_str(&read(place)).unwrap();
    let packages = lock["package"].as_array().unwrap().iter();
    let others = packages.filter(|package| package.get("source").is_some());
    others.map(|package| (text(&package["name"]), text(&package["version"]))).collect()
}

fn text(value: &toml::Value) -> String {
    value.as_str().unwrap().to_string()
}

/// What the bundler takes of the npm packages: those that are not only for building.
fn of_page() -> Packages {
    let lock: serde_json::Value = serde_json::from_str(&read("web/package-lock.json")).unwrap();
    let packages = lock["packages"].as_object().unwrap().iter();
    let shipped = packages.filter(|(path, about)| !path.is_empty() && about.get("dev").is_none());
    shipped
        .map(|(path, about)| (path.replace("node_modules/", ""), about["version"].as_str().unwrap().to_string()))
        .collect()
}

/// The packages that a notice names: a line of name and version, and below it the licence.
fn named(place: &str) -> Packages {
    let notice = read(place);
    let lines: Vec<&str> = notice.lines().collect();
    let heads = lines.windows(2).filter(|pair| pair[1].starts_with("    licence: ")).map(|pair| pair[0]);
    heads.map(|head| head.rsplit_once(' ').map(|(name, version)| (name.into(), version.into())).unwrap()).collect()
}

fn difference<'a>(one: &'a Packages, other: &'a Packages) -> Vec<&'a (String, String)> {
    one.difference(other).collect()
}

const NONE: Vec<&(String, String)> = vec![];
const PROGRAM: &str = "crates/clinic/assets/licences.txt";

#[test]
fn the_notices_and_the_list_of_what_only_builds_name_every_package_of_the_lock_files_and_no_other() {
    let building = read("docs/sbom/only_for_building.txt");
    for (lock, notices) in
        [("Cargo.lock", &[PROGRAM, "python/licences.txt"][..]), ("firmware/Cargo.lock", &["firmware/licences.txt"])]
    {
        let of_lock = building.lines().filter_map(|line| line.strip_prefix(lock)?.trim().split_once(' '));
        let mut all: Packages = of_lock.map(|(name, version)| (name.into(), version.into())).collect();
        all.extend(notices.iter().flat_map(|notice| named(notice)));
        let page = of_page();
        all.retain(|package| !page.contains(package));
        let locked = locked(lock);
        assert_eq!(difference(&locked, &all), NONE, "run .ci/notices: {lock} has what no notice names");
        assert_eq!(difference(&all, &locked), NONE, "run .ci/notices: a notice names what {lock} has not");
    }
    assert_eq!(difference(&of_page(), &named(PROGRAM)), NONE, "run .ci/notices: the page");
}

#[test]
fn the_bills_of_materials_hold_what_the_notices_name_and_nothing_but_the_lock_files_packages() {
    for (bill, notice, lock) in [
        ("program", PROGRAM, locked("Cargo.lock")),
        ("wheel", "python/licences.txt", locked("Cargo.lock")),
        ("firmware", "firmware/licences.txt", locked("firmware/Cargo.lock")),
        ("page", PROGRAM, of_page()),
    ] {
        let bill: serde_json::Value = serde_json::from_str(&read(&format!("docs/sbom/{bill}.cdx.json"))).unwrap();
        assert_eq!((&bill["bomFormat"], &bill["specVersion"]), (&"CycloneDX".into(), &"1.5".into()));
        let components = bill["components"].as_array().unwrap().iter();
        let others = components.filter(|one| !one["bom-ref"].as_str().unwrap().starts_with("path+file:"));
        let told = |one: &serde_json::Value, key: &str| one[key].as_str().unwrap().to_string();
        let held: Packages = others.map(|one| (told(one, "name"), told(one, "version"))).collect();
        assert_eq!(difference(&held, &lock), NONE);
        let wanted: Packages = named(notice).intersection(&lock).cloned().collect();
        assert_eq!(difference(&wanted, &held), NONE);
        let purls = bill["components"].as_array().unwrap().iter().map(|one| told(one, "purl"));
        assert!(purls.clone().all(|purl| purl.starts_with("pkg:cargo/") || purl.starts_with("pkg:npm/")), "{held:?}");
    }
}

#[test]
fn the_program_prints_the_licences_of_what_is_in_it() {
    let answer = Folder::new().concord(&["licences"]);
    assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""));
    for words in
        ["\naxum 0.8.", "\nthree 0.", "\nuplot 1.", "\nhtmx.org 2.", "Permission is hereby granted", "Apache License"]
    {
        assert!(answer.stdout.contains(words), "{words}");
    }
    let json = Folder::new().concord(&["licences", "--json"]);
    let told: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(told["text"].as_str().unwrap(), read(PROGRAM));
}

/// The day of `until YYYY-MM-DD` in a text.
fn until(text: &str) -> Option<&str> {
    let day = text.split_once("until ")?.1.get(..10)?;
    let digits = day
        .bytes()
        .enumerate()
        .all(|(at, byte)| if [4, 7].contains(&at) { byte == b'-' } else { byte.is_ascii_digit() });
    digits.then_some(day)
}

#[test]
fn no_exception_for_known_faults_is_older_than_its_date() {
    let today = Command::new("date").args(["-u", "+%F"]).output().unwrap().stdout;
    let today = String::from_utf8(today).unwrap();
    let rules: toml::Table = toml::from_str(&read("deny.toml")).unwrap();
    let exceptions = rules["advisories"]["ignore"].as_array().unwrap();
    for exception in exceptions {
        let reason = exception.get("reason").map(text).unwrap_or_default();
        let day = until(&reason).unwrap_or_else(|| panic!("{exception} names no day, `until YYYY-MM-DD`"));
        assert!(day >= today.trim(), "{exception}: look again whether it is still needed");
    }
    assert_eq!(
        (until("until 2027-05-31: x"), until("until June"), until("2027-05-31")),
        (Some("2027-05-31"), None, None)
    );
}

#[test]
fn software_off_the_shelf_is_listed_in_the_version_that_is_built_with_what_fails_if_it_fails() {
    let list: toml::Table = toml::from_str(&read("docs/off_the_shelf.toml")).unwrap();
    let mut listed = BTreeSet::new();
    for item in list["item"].as_array().unwrap() {
        let said = |key: &str| item.get(key).map(text).unwrap_or_else(|| panic!("no {key} in {item}"));
        for key in ["maker", "for", "if_it_fails", "known"] {
            assert!(said(key).len() > 2, "{key} of {item}");
        }
        let packages = if said("lock") == "web/package-lock.json" { of_page() } else { locked(&said("lock")) };
        let (name, version) = (said("name"), said("version"));
        assert!(packages.contains(&(name.clone(), version.clone())), "{name} {version} is not in {}", said("lock"));
        assert!(listed.insert((said("lock"), name.clone())), "{name} is listed twice");
    }
    // What we call ourselves; what these bring with them is in the bills of materials.
    let workspace: toml::Table = toml::from_str(&read("Cargo.toml")).unwrap();
    let mut manifests =
        vec![("firmware/Cargo.lock", "firmware/Cargo.toml".to_string()), ("Cargo.lock", "python/Cargo.toml".into())];
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").read_dir().unwrap();
    let names = crates.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    manifests.extend(names.map(|name| ("Cargo.lock", format!("crates/{name}/Cargo.toml"))));
    for (lock, manifest) in manifests {
        let manifest: toml::Table = toml::from_str(&read(&manifest)).unwrap();
        let targets = manifest.get("target").and_then(|targets| targets.as_table()).into_iter().flatten();
        let of_targets = targets.filter_map(|(_, target)| target.get("dependencies")?.as_table());
        let own = manifest.get("dependencies").and_then(|table| table.as_table());
        for (name, about) in of_targets.chain(own).flatten() {
            let shared = about.get("workspace").map(|_| &workspace["workspace"]["dependencies"][name]);
            let ours = shared.unwrap_or(about).get("path").is_some();
            assert!(
                ours || listed.contains(&(lock.to_string(), name.clone())),
                "{name} is not in docs/off_the_shelf.toml"
            );
        }
    }
    for (name, _) in of_page() {
        assert!(listed.contains(&("web/package-lock.json".to_string(), name.clone())), "{name}");
    }
}
