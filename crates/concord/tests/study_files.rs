//! Parts of a study's results: what is written is read back, the same persons are the same bytes, and a broken part is told.

use std::path::{Path, PathBuf};
use trial::disk::bundle::Bundle;
use trial::disk::folder::Folder;
use trial::disk::table;
use workup::library::Library;

struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("concord-study-files-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn bundle(persons: u64) -> Bundle {
    Bundle { persons: Some(persons), ..Bundle::read(Path::new("thirty_minute_walk"), Default::default()).unwrap() }
}

#[test]
fn what_is_written_is_read_back_and_the_same_persons_are_the_same_bytes() {
    let library = Library::embedded();
    let bundle = bundle(30);
    let study = bundle.study(&library).unwrap();
    let persons = study.persons(0..30, &|_| Ok(())).unwrap();
    let fingerprint = bundle.fingerprint();
    let bytes = table::parquet(&study, &fingerprint, 0, &persons).unwrap();
    for _ in 0..5 {
        assert!(bytes == table::parquet(&study, &fingerprint, 0, &persons).unwrap(), "the bytes differ");
    }
    let place = Place::new("back");
    let part = place.0.join(Folder::part_name(0));
    std::fs::write(&part, &bytes).unwrap();
    let (stamp, rows) = table::stamp(&part).unwrap();
    assert_eq!((stamp.fingerprint, stamp.block, rows), (fingerprint.clone(), 0, 30));
    let names = ["person", "body_mass_kg", "vacuum.post_doff_volume_end_pct"].map(String::from);
    let columns = table::numbers(&part, &names).unwrap();
    let mass = study.population.varied.iter().position(|varied| varied.name == "body_mass_kg").unwrap();
    for (row, person) in persons.iter().enumerate() {
        assert_eq!(columns[0][row], person.number as f64);
        assert_eq!(columns[1][row].to_bits(), person.varied[mass].to_bits());
        // The second arm's first outcome of three.
        assert_eq!(columns[2][row].to_bits(), person.outcomes[3].to_bits());
    }
    assert!(table::numbers(&part, &["nothing".to_string()]).unwrap_err().contains("nothing"));
    // Units and meanings stand in the schema.
    let schema = table::schema(&study, &fingerprint);
    for field in schema.fields() {
        assert!(!field.metadata().get("description").unwrap().is_empty(), "{}", field.name());
    }
    let volume = schema.field_with_name("vacuum.post_doff_volume_end_pct").unwrap();
    assert_eq!(volume.metadata().get("unit").map(String::as_str), Some("%"));
}

#[test]
fn broken_parts_are_told_and_made_anew_and_never_panic() {
    let library = Library::embedded();
    let bundle = bundle(20);
    let study = bundle.study(&library).unwrap();
    let place = Place::new("broken");
    let folder = Folder::take(&place.0, &bundle).unwrap();
    folder.run(&study, [0], &|_| Ok(())).unwrap();
    let part = folder.part(0);
    let sound = std::fs::read(&part).unwrap();
    let names = ["person", "suction.post_doff_volume_end_pct"].map(String::from);
    for cut in [0, 3, 4, 100, sound.len() / 2, sound.len() - 1] {
        std::fs::write(&part, &sound[..cut]).unwrap();
        let found = folder.look(&study);
        assert_eq!((found.missing.as_slice(), found.broken.len()), (&[0][..], 1), "cut at {cut}");
        assert!(table::numbers(&part, &names).is_err(), "cut at {cut}");
    }
    // Whatever stands in a part, it is read or refused; a flipped bit is never a result.
    let schema = table::schema(&study, &bundle.fingerprint());
    let words = ["status", "reason", "allocated"].map(String::from);
    let all = schema.fields().iter().map(|field| field.name().clone());
    let numbers: Vec<String> = all.filter(|name| !words.contains(name)).collect();
    let bits = |part: &Path| {
        let columns = table::numbers(part, &numbers).unwrap();
        (columns.concat().into_iter().map(f64::to_bits).collect::<Vec<_>>(), table::words(part, &words).unwrap())
    };
    std::fs::write(&part, &sound).unwrap();
    let told = bits(&part);
    for bit in 0..8 * sound.len() {
        // Every bit of a third of the bytes: one in the exponent of a number made a result of it.
        if bit % 24 >= 8 {
            continue;
        }
        let mut bytes = sound.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        std::fs::write(&part, &bytes).unwrap();
        if folder.look(&study).broken.is_empty() {
            assert!(bits(&part) == told, "bit {} of byte {}", bit % 8, bit / 8);
        }
    }
    let mut state = 1u64;
    for _ in 0..400 {
        let mut bytes = sound.clone();
        for _ in 0..3 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let at = (state >> 33) as usize % bytes.len();
            bytes[at] ^= 1 << (state >> 20 & 7);
        }
        std::fs::write(&part, &bytes).unwrap();
        let _ = folder.look(&study);
        let _ = table::numbers(&part, &names);
    }
    std::fs::write(&part, &sound[..10]).unwrap();
    let missing = folder.look(&study).missing;
    folder.run(&study, missing, &|_| Ok(())).unwrap();
    assert!(std::fs::read(&part).unwrap() == sound, "made anew, it is the same");
}

#[test]
fn a_folder_of_another_study_is_refused_and_stays_as_it_was() {
    let library = Library::embedded();
    let place = Place::new("another");
    let first = bundle(5);
    Folder::take(&place.0, &first).unwrap().run(&first.study(&library).unwrap(), [0], &|_| Ok(())).unwrap();
    let before = std::fs::read(place.0.join("study.json")).unwrap();
    let other = Bundle { seed: Some(99), ..first.clone() };
    let refused = Folder::take(&place.0, &other).unwrap_err();
    assert!(refused.faults()[0].to_string().contains("another study"), "{}", refused.faults()[0]);
    assert_eq!(std::fs::read(place.0.join("study.json")).unwrap(), before);
    // More persons of the same study go on.
    let more = Bundle { persons: Some(8), ..first };
    let folder = Folder::take(&place.0, &more).unwrap();
    assert_eq!(folder.look(&more.study(&library).unwrap()).missing, [0]);
}

#[test]
fn the_same_study_in_other_words_goes_on_in_its_folder() {
    let library = Library::embedded();
    let place = Place::new("in_other_words");
    let mut first = bundle(5);
    first.study.text = first.study.text.replace("\"in_socket_fluid_end_pct\"", "\"strides_to_15_inhg\"");
    let study = first.study(&library).unwrap();
    Folder::take(&place.0, &first).unwrap().run(&study, [0], &|_| Ok(())).unwrap();
    let goes_on = |change: &dyn Fn(&str) -> String| {
        let mut changed = first.clone();
        changed.study.text = change(&first.study.text);
        assert_ne!(changed.study.text, first.study.text, "nothing was changed");
        Folder::take(&place.0, &changed).map(|folder| folder.look(&changed.study(&library).unwrap()).done)
    };
    // A comment, and a name of before.
    assert_eq!(goes_on(&|text| format!("# As registered.\n{text}")).unwrap(), [0]);
    let renamed = goes_on(&|text| text.replace("\"strides_to_15_inhg\"", "\"steps_to_15_inhg\""));
    assert_eq!(renamed.unwrap(), [0]);
    // The seed of the file, given beside it.
    let seed = Bundle { seed: Some(study.file.seed), ..first.clone() };
    assert_eq!(Folder::take(&place.0, &seed).unwrap().fingerprint, first.fingerprint());
    // What a result hangs on makes another study.
    let other = goes_on(&|text| text.replacen("matters = 2.0", "matters = 2.5", 1)).unwrap_err();
    assert!(other.faults()[0].to_string().contains("another study"), "{}", other.faults()[0]);
    let mut heavier = first.clone();
    heavier.case.text = first.case.text.replacen("mass_kg = ", "mass_kg = 1", 1);
    assert_ne!(heavier.fingerprint(), first.fingerprint());
}

#[test]
fn a_folder_with_a_fingerprint_of_before_says_so_and_stays_as_it_was() {
    let place = Place::new("of_before");
    let bundle = bundle(5);
    Folder::take(&place.0, &bundle).unwrap();
    let manifest = place.0.join("study.json");
    let before = std::fs::read_to_string(&manifest).unwrap().replace(&bundle.fingerprint(), "7f3a90bb01c2d4e5");
    std::fs::write(&manifest, &before).unwrap();
    for refused in [Folder::take(&place.0, &bundle).unwrap_err(), Folder::open(&place.0).unwrap_err()] {
        let told = serde_json::to_string(&refused.faults()[0]).unwrap();
        assert!(told.contains("an earlier build") && told.contains("into another folder"), "{told}");
    }
    assert_eq!(std::fs::read_to_string(&manifest).unwrap(), before);
}
