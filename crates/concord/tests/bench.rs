//! The benches, driven as their users drive them.

use crate::common::Folder;
use serde_json::Value;

const FEW: [&str; 2] = ["--persons", "6"];

fn json(arguments: &[&str]) -> Value {
    let answer = Folder::new().concord(&[arguments, &FEW[..], &["--json"]].concat());
    assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""));
    serde_json::from_str(&answer.stdout).unwrap()
}

#[test]
fn every_pump_of_the_catalogue_runs_on_the_five_chambers() {
    let result = json(&["bench", "pump"]);
    let pumps = result["pumps"].as_array().unwrap();
    assert!(pumps.len() >= 9);
    for pump in pumps {
        let chambers = pump["chambers"].as_array().unwrap();
        assert_eq!(chambers.len(), 5);
        let seconds: Vec<f64> = chambers.iter().map(|c| c["seconds"]["p50"].as_f64().unwrap()).collect();
        assert!(seconds.windows(2).all(|pair| pair[0] < pair[1]), "{seconds:?}");
        assert_eq!(chambers[0]["cycles"].is_null(), pump["pump"]["kind"] == "electric");
        assert!(pump["straightness"].as_f64().unwrap() > 0.98);
    }
    let legacy = pumps.iter().find(|pump| pump["article"] == "4R144").unwrap();
    assert!(legacy["notes"][0].as_str().unwrap().contains("no data printed"));
}

#[test]
fn a_leak_slows_a_pump_and_a_flood_is_said_in_words() {
    let cycles = |leak: &str| {
        let result = json(&["bench", "pump", "--pump", "P3", "--chamber-ml", "98", "--leak-ml-per-min", leak]);
        result["pumps"][0]["chambers"][0]["cycles"]["p50"].as_f64()
    };
    assert!(cycles("30").unwrap() > cycles("0").unwrap());
    assert_eq!(cycles("3000"), None);
    let answer = Folder::new().concord(&["bench", "pump", "--pump", "P3", "--leak-ml-per-min", "3000"]);
    assert!(answer.stdout.contains("not reached"), "{}", answer.stdout);
}

#[test]
fn what_is_wrong_with_an_argument_is_said() {
    let folder = Folder::new();
    for (arguments, word) in [
        (["bench", "pump", "--pump", "P9"], "no such pump"),
        (["bench", "pump", "--chamber-ml", "33,x"], "not a number"),
        (["bench", "pump", "--vacuum-kpa", "120"], "out of range"),
        (["bench", "pump", "--mass-kg", "3"], "out of range"),
        (["bench", "pump", "--washers", "3"], "--washers"),
        (["bench", "socket", "--leaks", "1,2"], "not three numbers"),
        (["bench", "socket", "--vacuum-kpa", "0"], "out of range"),
    ] {
        let answer = folder.concord(&arguments);
        assert_eq!(answer.code, Some(2), "{arguments:?}");
        assert!(answer.stderr.contains(word), "{}", answer.stderr);
    }
}

#[test]
fn curves_and_pictures_are_written_and_are_the_same_again() {
    let folder = Folder::new();
    let written = |name: &str, bench: &[&str]| {
        let [csv, svg] = [format!("{name}-csv"), format!("{name}.svg")];
        let answer = folder.concord(&[bench, &FEW[..], &["--csv", &csv, "--svg", &svg]].concat());
        assert_eq!(answer.code, Some(0), "{}", answer.stderr);
        let svg = std::fs::read_to_string(folder.0.join(svg)).unwrap();
        let mut tables: Vec<_> = folder.0.join(csv).read_dir().unwrap().map(|e| e.unwrap().path()).collect();
        tables.sort();
        (svg, tables.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect::<Vec<_>>())
    };
    for (bench, tables) in [(&["bench", "pump"][..], 9), (&["bench", "socket"][..], 5)] {
        let (picture, curves) = written("a", bench);
        assert!(picture.starts_with("<svg") && picture.trim_end().ends_with("</svg>") && !picture.contains("NaN"));
        assert!(curves.len() >= tables, "{}", curves.len());
        for table in &curves {
            let columns = table.lines().next().unwrap().split(',').count();
            assert!(columns > 1 && table.lines().all(|line| line.split(',').count() == columns));
        }
        assert_eq!((picture, curves), written("b", bench));
    }
}

#[test]
fn the_socket_bench_answers_all_four_stands() {
    let result = json(&["bench", "socket", "--leaks", "0,4,0", "--leaks", "0,0,0"]);
    assert_eq!(result["dome"].as_array().unwrap().len(), 12);
    assert_eq!(result["pull"].as_array().unwrap().len(), 3);
    assert_eq!(result["fit"].as_array().unwrap().len(), 10);
    assert_eq!(result["leaks"][0]["named_by_chart"], 2);
    assert!(result["leaks"][1]["named_by_chart"].is_null());
    let text = Folder::new().concord(&[&["bench", "socket"], &FEW[..]].concat()).stdout;
    for word in ["Pull-out", "standard deviations", "zone 1", "touches at"] {
        assert!(text.contains(word), "{word}");
    }
}
