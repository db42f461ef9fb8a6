//! `concord socket` on a scan of several parts: they are drawn with their numbers, and one is said.

use crate::common::Folder;
use geometry::shapes::{self, Detail};
use geometry::{Vec3, formats};

const DETAIL: Detail = Detail { rings: 70, around: 80 };

#[test]
fn of_two_limbs_the_parts_are_drawn_with_their_numbers_and_one_is_said() {
    let folder = Folder::new();
    let mut scene = shapes::limb(58.0, 225.0, DETAIL);
    let first = scene.vertices.len() as u32;
    let leg = shapes::limb(62.0, 390.0, DETAIL);
    scene.vertices.extend(leg.vertices.iter().map(|at| *at + Vec3::Y * 220.0));
    scene.faces.extend(leg.faces.iter().map(|face| face.map(|vertex| vertex + first)));
    folder.write("scene.stl", formats::write_stl(&scene));
    let said = ["socket", "scene.stl", "--side", "left", "--level", "transtibial", "--length", "150", "--out", "out"];

    for (more, place) in [(&[][..], "out/scene-parts.svg"), (&["--picture", "parts.svg"][..], "parts.svg")] {
        let answer = folder.concord(&[&said[..], more].concat());
        assert_eq!(answer.code, Some(2), "{}", answer.stderr);
        let error = &answer.stderr;
        assert!(
            error.contains("part 1: shaped like a limb") && error.contains("part 2: shaped like a limb"),
            "{error}"
        );
        assert!(error.contains(place), "{error}");
        let svg = std::fs::read_to_string(folder.0.join(place)).unwrap();
        assert!(svg.starts_with("<svg xmlns") && svg.len() < 60_000, "{}", svg.len());
        // Both views have both numbers, and the list has their sizes.
        for number in [1, 2] {
            assert_eq!(svg.matches(&format!(">{number}</text>")).count(), 2, "{svg}");
            assert_eq!(svg.matches(&format!("<tspan font-weight=\"bold\">{number}</tspan>")).count(), 1);
        }
        assert!(svg.contains("mm around") && svg.contains(" mL") && svg.contains("z up"), "{svg}");
        assert!(!folder.0.join("out/scene-socket.stl").exists());
    }
    let answer = folder.concord(&[&said[..], &["--part", "2"]].concat());
    assert_eq!(answer.code, Some(0), "{}", answer.stderr);
    let report = std::fs::read_to_string(folder.0.join("out/scene-socket.html")).unwrap();
    assert!(report.contains("Parts of the scan with their numbers") && report.contains("taken for the limb"));
    assert!(answer.stdout.contains("part 1, shaped like a limb"), "{}", answer.stdout);
}
