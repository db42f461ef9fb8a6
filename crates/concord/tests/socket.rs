//! `concord socket` as it is used: scans of every kind, an earlier one, a technique replayed; and what is refused.

use crate::common::{Folder, MECHANIC};
use geometry::shapes::{self, Detail};
use geometry::{Mesh, Vec3, formats};
use serde_json::Value;

const DETAIL: Detail = Detail { rings: 70, around: 80 };

fn limb() -> Mesh {
    shapes::limb(58.0, 225.0, DETAIL)
}

fn made(folder: &Folder, arguments: &[&str]) -> Value {
    let answer = folder.concord(&[&["socket", "--json"], arguments].concat());
    assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""), "{arguments:?}");
    serde_json::from_str(&answer.stdout).unwrap()
}

fn number(value: &Value, path: &str) -> f64 {
    value.pointer(path).and_then(Value::as_f64).unwrap_or_else(|| panic!("{path} is not in {value:#}"))
}

#[test]
fn one_shape_in_every_format_makes_one_socket() {
    let folder = Folder::new();
    let mesh = limb();
    folder.write("a.stl", formats::write_stl(&mesh));
    folder.write("b.stl", formats::write_stl_ascii(&mesh));
    folder.write("c.ply", formats::write_ply(&mesh, formats::Paint::Plain));
    folder.write("d.3mf", formats::write_3mf(&mesh, "limb").unwrap());
    let metres = mesh.mapped(|point| point / 1e3);
    folder.write("e.stl", formats::write_stl(&metres));
    let volumes: Vec<f64> = ["a.stl", "b.stl", "c.ply", "d.3mf", "e.stl"]
        .map(|name| {
            let result =
                made(&folder, &[name, "--side", "left", "--level", "transtibial", "--length", "150", "--out", "out"]);
            assert_eq!(result["solid"]["crossings"], 0);
            assert!(
                (number(&result, "/socket/inner_ml") / number(&result, "/socket/expected_inner_ml") - 1.0).abs() < 1e-3
            );
            number(&result, "/measurements/volume_ml")
        })
        .to_vec();
    assert!(volumes.iter().all(|volume| (volume / volumes[0] - 1.0).abs() < 1e-5), "{volumes:?}");
}

#[test]
fn every_file_it_names_is_there_and_the_solid_is_one_to_a_printer() {
    let folder = Folder::new();
    folder.write("limb.stl", formats::write_stl(&limb()));
    let result =
        made(&folder, &["limb.stl", "--side", "right", "--level", "transtibial", "--length", "150", "--out", "made"]);
    let files = result["files"].as_array().unwrap();
    let endings = [
        "socket.html",
        "socket.stl",
        "socket.3mf",
        "model.stl",
        "model.aop",
        "limb.ply",
        "measurements.csv",
        "technique.toml",
    ];
    for ending in endings {
        let name = format!("limb-{ending}");
        let file = files.iter().find(|file| file["file"] == name.as_str()).unwrap_or_else(|| panic!("{name}"));
        let written = std::fs::metadata(folder.0.join("made").join(&name)).unwrap();
        assert_eq!(file["bytes"].as_u64().unwrap(), written.len(), "{name}");
    }
    assert_eq!(files.len(), endings.len());
    for name in ["limb-socket.stl", "limb-socket.3mf"] {
        let bytes = std::fs::read(folder.0.join("made").join(name)).unwrap();
        let verdict = geometry::check::judge(&formats::read(&bytes, name).unwrap().mesh);
        assert!(verdict.is_solid() && verdict.genus == 1, "{name}: {verdict:?}");
    }
    // The side goes into the carver's file: a mirrored socket fits nobody.
    let aop = std::fs::read_to_string(folder.0.join("made/limb-model.aop")).unwrap();
    assert!(aop.lines().any(|line| line.trim() == "RIGHT"));
}

#[test]
fn without_the_report_every_other_file_is_written_byte_for_byte() {
    let folder = Folder::new();
    folder.write("limb.stl", formats::write_stl(&limb()));
    let said = ["limb.stl", "--side", "right", "--level", "transtibial", "--length", "150", "--out"];
    let whole = made(&folder, &[&said[..], &["whole"]].concat());
    let less = made(&folder, &[&said[..], &["less", "--no-report"]].concat());
    let names = |result: &Value| -> Vec<String> {
        let files = result["files"].as_array().unwrap().iter();
        files.map(|file| file["file"].as_str().unwrap().to_string()).collect()
    };
    let (all, written) = (names(&whole), names(&less));
    let but_the_report: Vec<&String> = all.iter().filter(|name| *name != "limb-socket.html").collect();
    assert_eq!(written.iter().collect::<Vec<_>>(), but_the_report);
    assert_eq!(all.len(), written.len() + 1);
    let mut there: Vec<String> = std::fs::read_dir(folder.0.join("less"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    there.sort();
    let mut named = written.clone();
    named.sort();
    assert_eq!(there, named);
    for name in &written {
        let bytes = |of: &str| std::fs::read(folder.0.join(of).join(name)).unwrap();
        assert!(bytes("whole") == bytes("less"), "{name}");
    }
    assert!(less["notes"].to_string().contains("the report with its pictures was left out"), "{:#}", less["notes"]);
}

#[test]
fn steps_that_were_written_are_replayed_to_the_same_bytes_and_edited_ones_change_the_socket() {
    let folder = Folder::new();
    folder.write("limb.stl", formats::write_stl(&limb()));
    let usual = ["limb.stl", "--side", "left", "--level", "transtibial", "--length", "150"];
    let first = made(&folder, &[&usual[..], &["--out", "first"]].concat());
    let again = made(&folder, &[&usual[..], &["--out", "again", "--technique", "first/limb-technique.toml"]].concat());
    let read = |out: &str| std::fs::read(folder.0.join(out).join("limb-socket.stl")).unwrap();
    assert!(read("first") == read("again"));
    assert_eq!(first["socket"], again["socket"]);

    let steps = std::fs::read_to_string(folder.0.join("first/limb-technique.toml")).unwrap();
    assert_eq!(steps.matches("percent = 4.0").count(), 1, "{steps}");
    folder.write("mine.toml", steps.replace("percent = 4.0", "percent = 2.0"));
    let mine = made(&folder, &[&usual[..], &["--out", "mine", "--technique", "mine.toml"]].concat());
    let ratio = number(&mine, "/socket/inner_ml") / number(&first, "/socket/inner_ml");
    assert!((ratio - (0.98_f64 / 0.96).powi(2)).abs() < 2e-3, "{ratio}");
}

#[test]
fn an_earlier_scan_is_laid_on_from_any_pose_and_compared() {
    let folder = Folder::new();
    folder.write("now.stl", formats::write_stl(&limb()));
    // Then it was 2 % thicker all around, and lay on its side elsewhere.
    let then = limb().mapped(|point| Vec3::new(1.02 * point.x, 1.02 * point.y, point.z));
    folder.write(
        "then.stl",
        formats::write_stl(&then.mapped(|point| Vec3::new(point.y, point.z, point.x) + Vec3::X * 400.0)),
    );
    let result = made(
        &folder,
        &[
            "now.stl",
            "--side",
            "left",
            "--level",
            "transtibial",
            "--length",
            "150",
            "--front",
            "x",
            "--earlier",
            "then.stl",
            "--out",
            "out",
        ],
    );
    let change = number(&result, "/comparison/change_pct");
    assert!((change + 3.9).abs() < 0.8, "{change}");
    // A limb that has grown sideways fits best a little along its axis: on its shaft that is hardly seen, on its dome,
    // the last 50 mm, a millimetre is much.
    let girths = result["comparison"]["circumferences"].as_array().unwrap();
    let girths: Vec<&Value> = girths.iter().filter(|girth| number(girth, "/below_mm") <= 100.0).collect();
    assert_eq!(girths.len(), 6);
    let ratios: Vec<f64> =
        girths.into_iter().map(|girth| number(girth, "/before_mm") / number(girth, "/after_mm")).collect();
    assert!(ratios.iter().all(|ratio| (ratio - 1.02).abs() < 0.006), "{ratios:?}");
    let html = std::fs::read_to_string(folder.0.join("out/now-socket.html")).unwrap();
    assert!(html.contains("Since the earlier scan") && html.contains("Where it has changed."));
    assert_eq!(html.matches("data:image/png;base64,").count(), 13, "nine of the socket, four of the change");
    // Another limb is not.
    folder.write("other.stl", formats::write_stl(&shapes::limb(90.0, 300.0, DETAIL)));
    let answer = folder.concord(&[
        "socket",
        "now.stl",
        "--side",
        "left",
        "--level",
        "transtibial",
        "--earlier",
        "other.stl",
        "--json",
    ]);
    assert_eq!(answer.code, Some(2), "{}", answer.stdout);
}

#[test]
fn a_case_is_made_from_its_scan_or_from_its_tape() {
    let folder = Folder::new();
    folder.write("tape.toml", MECHANIC);
    let tape = made(&folder, &["tape.toml", "--out", "tape"]);
    assert!(
        tape["notes"].as_array().unwrap().iter().any(|note| note.as_str().unwrap().contains("tape measurements alone"))
    );
    // The tape's own volume: frusta and half an ellipsoid.
    let volume = domain::Case::parse(MECHANIC).unwrap().limb.volume_ml();
    assert!((number(&tape, "/measurements/volume_ml") / volume - 1.0).abs() < 5e-3);

    std::fs::create_dir(folder.0.join("scans")).unwrap();
    std::fs::write(folder.0.join("scans/limb.stl"), formats::write_stl(&limb())).unwrap();
    let by_scan =
        "[scan]\nfile = \"scans/limb.stl\"\ngoes_by = \"scan\"\ngoes_by_reason = \"a test\"\n\n[prosthesis]\n";
    folder.write("scan.toml", MECHANIC.replace("[prosthesis]\n", by_scan));
    let scan = made(&folder, &["scan.toml", "--out", "scan"]);
    let checked = folder.concord(&["check", "scan.toml", "--json"]);
    let checked: Value = serde_json::from_str(&checked.stdout).unwrap();
    let limb_ml =
        checked.pointer("/0/limb_volume_ml").or(checked.pointer("/limb_volume_ml")).unwrap().as_f64().unwrap();
    assert!((limb_ml - number(&scan, "/measurements/volume_ml")).abs() < 0.1, "{checked}");
}

#[test]
fn the_bore_is_where_the_recommended_pump_draws() {
    let folder = Folder::new();
    folder.write("p3.toml", include_str!("../../../cases/in_the_hole.toml"));
    folder.write("p4.toml", MECHANIC);
    for (case, channel) in [("p3.toml", "side"), ("p4.toml", "distal")] {
        let result = made(&folder, &[case, "--out", "out"]);
        let steps = result["technique"]["step"].as_array().unwrap();
        let port = steps.iter().find(|step| step["do"] == "port").unwrap();
        assert_eq!(port["channel"], channel, "{case}");
        assert_eq!((&result["solid"]["genus"], &result["solid"]["crossings"]), (&1.into(), &0.into()), "{case}");
    }
}

#[test]
fn a_crop_ends_the_measurements_and_smoothing_says_how_far_it_moved() {
    let folder = Folder::new();
    folder.write("limb.stl", formats::write_stl(&shapes::noisy(&limb(), 0.4, 3)));
    let usual = ["limb.stl", "--side", "left", "--level", "transtibial", "--length", "150", "--out", "out"];
    let rough = made(&folder, &usual);
    let cropped = made(&folder, &[&usual[..], &["--crop", "50"]].concat());
    let highest = |result: &Value| number(result, "/measurements/sections/0/below_mm");
    assert!(highest(&rough) <= -60.0 && highest(&cropped) == -40.0, "{} {}", highest(&rough), highest(&cropped));
    assert_eq!(rough["measurements"]["volume_ml"], cropped["measurements"]["volume_ml"]);
    let smooth = made(&folder, &[&usual[..], &["--smooth"]].concat());
    let done = smooth["scan"]["done"].as_array().unwrap();
    assert!(done.iter().any(|line| line.as_str().unwrap().starts_with("the surface was smoothed")), "{done:?}");
    let ratio = number(&smooth, "/measurements/volume_ml") / number(&rough, "/measurements/volume_ml");
    // The level is 150 mm above the lowest vertex, which noise alone moves by half a millimetre: half a percent.
    assert!((ratio - 1.0).abs() < 1e-2, "{ratio}");
}

/// What the one fault must say, and that nothing was left behind.
fn refused(folder: &Folder, arguments: &[&str], says: &[&str]) {
    let before = folder.names();
    let answer = folder.concord(&[&["socket", "--json"], arguments].concat());
    assert_eq!((answer.code, answer.stdout.as_str()), (Some(2), ""), "{arguments:?}");
    for part in says {
        assert!(answer.stderr.contains(part), "{part:?} is not in {}", answer.stderr);
    }
    assert!(!answer.stderr.contains("panicked"), "{}", answer.stderr);
    assert_eq!(folder.names(), before, "{arguments:?}");
}

#[test]
fn what_cannot_be_a_socket_is_refused_with_what_would_be_right() {
    let folder = Folder::new();
    folder.write("limb.stl", formats::write_stl(&limb()));
    folder.write("empty.stl", "");
    folder.write("text.stl", "this is no scan at all");
    folder.write("dots.stl", formats::write_stl(&limb().mapped(|_| Vec3::ONE)));
    let mut lying = formats::write_stl(&limb());
    lying[80..84].copy_from_slice(&u32::MAX.to_le_bytes());
    folder.write("lying.stl", &lying);
    folder.write("short.stl", &formats::write_stl(&limb())[..5_000]);
    folder.write("house.stl", formats::write_stl(&limb().mapped(|point| point * 40.0)));
    let side = ["--side", "left", "--level", "transtibial"];
    let with = |file: &'static str| [&[file][..], &side].concat();
    refused(&folder, &["limb.stl"], &["--side", "mirrored"]);
    refused(&folder, &with("absent.stl"), &["absent.stl", "there is no such file"]);
    for file in ["empty.stl", "text.stl", "dots.stl", "short.stl"] {
        refused(&folder, &with(file), &[file]);
    }
    refused(&folder, &with("house.stl"), &["--units"]);
    refused(&folder, &[&with("limb.stl")[..], &["--units", "furlong"]].concat(), &["furlong", "mm"]);
    refused(&folder, &[&with("limb.stl")[..], &["--length", "-3"]].concat(), &["--length", "50 to 600 mm"]);
    refused(&folder, &[&with("limb.stl")[..], &["--crop", "-1"]].concat(), &["--crop", "0 to 600 mm"]);
    refused(&folder, &[&with("limb.stl")[..], &["--front", "up"]].concat(), &["--front", "0,0.1,1"]);
    refused(&folder, &[&with("limb.stl")[..], &["--landmark", "knee=1,2,3"]].concat(), &["knee", "fibular_head"]);
    refused(&folder, &[&with("limb.stl")[..], &["--concept", "ptb"]].concat(), &["place it on the scan"]);
    folder.write("steps.toml", "name = \"none\"\n[[step]]\ndo = \"wall\"\nminimum_mm = 1\nthickness = []\n");
    refused(
        &folder,
        &[&with("limb.stl")[..], &["--technique", "steps.toml"]].concat(),
        &["steps.toml", "minimum_mm", "trim"],
    );
    folder.write("scan.toml", MECHANIC.replace("[prosthesis]\n", "[scan]\nfile = \"gone.stl\"\n\n[prosthesis]\n"));
    refused(&folder, &["scan.toml"], &["gone.stl", "there is no such file"]);
    folder.write("limb.toml", MECHANIC);
    refused(&folder, &["limb.toml", "--side", "left"], &["--side", "the file says the other side"]);
    // A head that counts no faces is told; the faces are all there.
    let lying = made(&folder, &[&with("lying.stl")[..], &["--out", "lying"]].concat());
    let done = lying["scan"]["done"].to_string();
    assert!(done.contains(&u32::MAX.to_string()), "{done}");
}

#[test]
fn a_fibular_head_that_was_placed_on_the_medial_side_is_refused_on_either_leg() {
    let folder = Folder::new();
    folder.write("limb.stl", formats::write_stl(&limb()));
    for (side, medial, lateral) in [("left", "-60", "60"), ("right", "60", "-60")] {
        let head = |y: &str| format!("fibular_head=0,{y},-30");
        let said =
            ["limb.stl", "--side", side, "--level", "transtibial", "--length", "150", "--front", "x", "--landmark"];
        let told = format!("{side} limb's lateral side is the other");
        refused(&folder, &[&said[..], &[&head(medial)]].concat(), &["fibular head lies", &told, "mirrored"]);
        made(&folder, &[&said[..], &[&head(lateral), "--out", side, "--no-report"]].concat());
    }
}

const TRANSFEMORAL: &str = include_str!("../../../cases/transfemoral.toml");
const DIALYSIS: &str = include_str!("../../../cases/dialysis.toml");

#[test]
fn a_thigh_gets_a_socket_for_above_the_knee_and_no_word_of_a_shank() {
    let folder = Folder::new();
    folder.write("thigh.toml", TRANSFEMORAL);
    // Tape alone: a check of size by the sub-ischial technique, whose steps hang on no place.
    let result = made(&folder, &["thigh.toml", "--out", "out"]);
    assert_eq!((result["purpose"].as_str(), result["level"].as_str()), (Some("size_check"), Some("transfemoral")));
    assert_eq!(result["technique"]["name"], "Sub-ischial with vacuum");
    let landmarks: Vec<&str> =
        result["landmarks"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap()).collect();
    assert!(landmarks.contains(&"ischial_tuberosity") && !landmarks.contains(&"fibular_head"), "{landmarks:?}");
    // No size of a liner that is printed for below the knee.
    assert!(result["liner"]["size"].is_null() && result["liner"]["preflexed"].is_null(), "{:#}", result["liner"]);
    assert_eq!(result["liner"]["candidates"].as_array().map(Vec::len), Some(0));
    let told = folder.concord(&["socket", "thigh.toml", "--out", "again"]).stdout;
    assert!(told.contains("below ischial tuberosity") && told.contains("below IT"), "{told}");
    for word in ["patellar", "fibular", "tibial", "MPT"] {
        assert!(!told.contains(word), "{word}: {told}");
    }
    // What is made for below the knee is an error, whatever is said beside it.
    for concept in ["tsb", "ptb"] {
        refused(&folder, &["thigh.toml", "--concept", concept], &["--concept", "give ic or sub"]);
    }
    // A brim that presses on places which nobody showed is none.
    refused(&folder, &["thigh.toml", "--concept", "ic"], &["Scarpa", "guessed"]);
}

#[test]
fn a_scanned_thigh_becomes_either_socket_where_its_places_are_said() {
    use domain::limb::Side;
    use geometry::thighs::Thigh;
    let folder = Folder::new();
    let thigh = Thigh::CONICAL;
    folder.write("thigh.stl", formats::write_stl(&thigh.mesh(Side::Right, Detail { rings: 60, around: 64 })));
    let place = |name: &str, around: f64, below: f64| {
        let at = thigh.point(Side::Right, around, below);
        format!("{name}={:.1},{:.1},{:.1}", at.x, at.y, at.z)
    };
    let places = [
        place("ischial_tuberosity", 225.0, 0.0),
        place("greater_trochanter", 90.0, -50.0),
        place("adductor_longus", 315.0, 15.0),
    ];
    let bare = ["thigh.stl", "--side", "right", "--level", "transfemoral", "--units", "mm", "--up", "z"];
    for (concept, name) in [("sub", "Sub-ischial with vacuum"), ("ic", "Ischial containment")] {
        let mut asked = bare.to_vec();
        for place in &places {
            asked.extend(["--landmark", place]);
        }
        asked.extend(["--concept", concept, "--out", concept]);
        let result = made(&folder, &asked);
        assert_eq!((result["purpose"].as_str(), result["technique"]["name"].as_str()), (Some("socket"), Some(name)));
        assert_eq!(result["solid"]["crossings"], 0, "{result:#}");
        let volume = result["measurements"]["volume_ml"].as_f64().unwrap();
        assert!((volume / thigh.volume_ml() - 1.0).abs() < 0.01, "{volume}");
        let drawn = result["socket"]["drawn_above_scan_mm"].as_f64().unwrap();
        assert_eq!(drawn > 0.5, concept == "ic", "{drawn}");
        let said = result["notes"].to_string().contains("to be shaped on the person");
        assert_eq!(said, concept == "ic");
    }
    // The same landmarks of the other side's limb are a mirrored scan.
    let mut mirrored =
        vec!["thigh.stl", "--side", "left", "--level", "transfemoral", "--units", "mm", "--up", "z", "--front", "x"];
    mirrored.extend(["--landmark", &places[1]]);
    refused(&folder, &mirrored, &["greater trochanter", "mirrored"]);
}

#[test]
fn who_is_refused_vacuum_gets_no_vacuum_socket_without_a_reason_on_every_sheet() {
    let conditions = [
        ("dialysis = false", "dialysis = true", "dialysis"),
        ("neuroma = \"none\"", "neuroma = \"cannot_bear_pressure\"", "neuroma"),
        ("fitting_stage = \"definitive\"", "fitting_stage = \"interim\"", "fitting_stage"),
        ("cognition = \"manages_system\"", "cognition = \"cannot_manage\"", "cognition"),
    ];
    let folder = Folder::new();
    for (from, to, field) in conditions {
        assert!(MECHANIC.contains(from), "{from}");
        folder.write("person.toml", MECHANIC.replace(from, to));
        let result = made(&folder, &["person.toml", "--out", "out"]);
        assert!(result["refused"][0]["field"].as_str().unwrap().contains(field), "{result:#}");
        assert_eq!(folder.names(), ["person.toml"], "{field}");
    }
    let reason = "M. Muster, check socket for a gait analysis";
    folder.write("person.toml", DIALYSIS);
    let result = made(&folder, &["person.toml", "--out", "out", "--although-refused", reason]);
    assert_eq!(result["although_refused"], reason);
    assert!(result["notes"].as_array().unwrap().iter().any(|note| note.as_str().unwrap().contains(reason)));
    for part in [".html", "-measurements.csv", "-technique.toml", "-model.aop"] {
        let sheet = format!("person-size-check{part}");
        let text = std::fs::read_to_string(folder.0.join("out").join(&sheet)).unwrap();
        assert!(text.contains(reason), "{sheet}");
    }
    for none in ["", "two\nlines", &"x".repeat(201)] {
        refused(&folder, &["person.toml", "--although-refused", none], &["--although-refused"]);
    }
}
