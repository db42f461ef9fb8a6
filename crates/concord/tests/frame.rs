//! `concord socket` with a brim by name, windows and a frame: the files a user gets.

use crate::common::Folder;
use geometry::check::judge;
use geometry::formats;
use geometry::shapes::{self, Detail};
use serde_json::Value;

const USUAL: &str = include_str!("../../../data/socket/total_surface_bearing.toml");

const WINDOW: &str = "\n[[step]]\ndo = \"window\"\nname = \"lateral\"\naround_deg = 80\nbelow_mm = 65\n\
                      half_length_mm = 25\nhalf_width_mm = 20\n";

const FRAME: &str = "\n[[step]]\ndo = \"frame\"\ninner_thickness_mm = 3\nlower_mm = 15\n\
                     inner_material = \"soft polymer\"\nframe_material = \"carbon laminate\"\n";

const ASKED: [&str; 8] =
    ["--side", "left", "--level", "transtibial", "--length", "150", "--technique", "technique.toml"];

fn folder(technique: &str) -> Folder {
    let folder = Folder::new();
    let mesh = shapes::limb(58.0, 225.0, Detail { rings: 70, around: 80 });
    folder.write("limb.stl", formats::write_stl(&mesh));
    folder.write("technique.toml", technique);
    folder
}

#[test]
fn a_frame_with_windows_is_two_solids_in_two_files_with_their_materials_on_the_sheet() {
    let folder = folder(&format!("{USUAL}{WINDOW}{FRAME}"));
    let answer = folder.concord(&[&["socket", "limb.stl", "--json", "--out", "made"], &ASKED[..]].concat());
    assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""));
    let result: Value = serde_json::from_str(&answer.stdout).unwrap();
    for (part, holes) in [("frame", 2), ("inner", 1)] {
        for ending in ["stl", "3mf"] {
            let name = format!("limb-socket-{part}.{ending}");
            let bytes = std::fs::read(folder.0.join(format!("made/{name}"))).unwrap();
            let verdict = judge(&formats::read(&bytes, &name).unwrap().mesh);
            assert!(verdict.is_solid() && verdict.genus == holes, "{name}: {verdict:?}");
        }
    }
    assert!(!folder.0.join("made/limb-socket.stl").exists());
    assert_eq!(result["inner_solid"]["genus"], 1);
    assert_eq!(result["socket"]["windows"], 1);
    assert!(result["socket"]["thinnest_inner_mm"].as_f64().unwrap() >= 3.0);
    let sheet = std::fs::read_to_string(folder.0.join("made/limb-socket.html")).unwrap();
    for said in ["soft polymer", "carbon laminate", "Thinnest inner socket", "seal on the flexible inner socket"] {
        assert!(sheet.contains(said), "{said}");
    }
}

#[test]
fn a_window_in_a_vacuum_socket_without_a_frame_is_refused_and_nothing_written() {
    let folder = folder(&format!("{USUAL}{WINDOW}"));
    let answer = folder.concord(&[&["socket", "limb.stl", "--out", "made"], &ASKED[..]].concat());
    assert_ne!(answer.code, Some(0));
    assert!(answer.stderr.contains("holds vacuum") && answer.stderr.contains("frame"), "{}", answer.stderr);
    assert!(!folder.0.join("made").exists());
}
