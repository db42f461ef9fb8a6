//! `concord monitor`, used as its users do: a unit simulated by `concord drive` at one end of a line, the screen, the page and the
//! log at the other.

use crate::common::{Folder, MECHANIC, concord_in};
use control::{Decoder, Frame, Telemetry, Warning};
use domain::Case;
use rustix::process::{Pid, Signal, kill_process};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{OptionalActions, Winsize, tcgetattr, tcsetattr, tcsetwinsize};
use serde_json::Value;
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use workup::log_file;
use workup::monitor::example::{self, bytes};

const SENSOR_DIES: &str = include_str!("../../../cases/sensor_dies.txt");
/// Nothing here takes longer on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);

fn telemetry(at: u64, vacuum: i16, warnings: &[Warning]) -> Vec<u8> {
    let warnings = warnings.iter().fold(0, |bits, warning| bits | 1 << warning.code());
    bytes(Telemetry { warnings, vacuum: Some(vacuum), cadence: None, ..example::telemetry(at) })
}

/// A pseudo-terminal of the test: our end, and the name of the other.
fn line() -> (File, String) {
    let ours = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&ours).unwrap();
    unlockpt(&ours).unwrap();
    let mut modes = tcgetattr(&ours).unwrap();
    modes.make_raw();
    tcsetattr(&ours, OptionalActions::Now, &modes).unwrap();
    let name = ptsname(&ours, vec![]).unwrap().into_string().unwrap();
    (File::from(ours), name)
}

/// The program, running; what it says is gathered meanwhile.
struct Running {
    child: Child,
    said: Arc<Mutex<String>>,
    gathering: Option<std::thread::JoinHandle<()>>,
}

impl Running {
    fn begin(folder: &Path, arguments: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_concord"));
        command
            .args(arguments)
            .current_dir(folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit());
        let mut child = command.spawn().unwrap();
        let out = child.stdout.take().unwrap();
        Self::gather(child, out)
    }

    fn gather(child: Child, from: impl Read + Send + 'static) -> Self {
        let said = Arc::new(Mutex::new(String::new()));
        let to = Arc::clone(&said);
        let gathering = std::thread::spawn(move || {
            let mut from = BufReader::new(from);
            let mut bytes = vec![];
            // The end of a pseudo-terminal is an error.
            while let Ok(1..) = from.fill_buf().map(|piece| {
                bytes = piece.to_vec();
                bytes.len()
            }) {
                from.consume(bytes.len());
                to.lock().unwrap().push_str(&String::from_utf8_lossy(&bytes));
            }
        });
        Self { child, said, gathering: Some(gathering) }
    }

    fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    /// Waits until it has said this.
    fn until(&self, words: &str) -> String {
        let begun = Instant::now();
        loop {
            let said = self.said();
            if said.contains(words) {
                return said;
            }
            assert!(begun.elapsed() < PATIENCE, "{words} in {said}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Waits until this stands on its screen.
    fn shows(&self, words: &str) {
        let begun = Instant::now();
        while !drawn(&self.said()).contains(words) {
            assert!(begun.elapsed() < PATIENCE, "{words} in {}", drawn(&self.said()));
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// What stands behind these words, to the end of the line.
    fn behind(&self, words: &str) -> String {
        self.until(words);
        let begun = Instant::now();
        loop {
            let said = self.said();
            if let Some((rest, _)) = said.split_once(words).unwrap().1.split_once('\n') {
                return rest.trim().to_string();
            }
            assert!(begun.elapsed() < PATIENCE, "{said}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    fn send(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).unwrap();
    }

    /// Waits for its end: exit code and signal.
    fn ends(mut self) -> (Option<i32>, Option<i32>, String) {
        let begun = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            if begun.elapsed() > PATIENCE {
                self.child.kill().unwrap();
                panic!("it does not end: {}", self.said());
            }
            std::thread::sleep(Duration::from_millis(10));
        };
        self.gathering.take().unwrap().join().unwrap();
        (status.code(), status.signal(), self.said())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Ended already, mostly.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What stands on a screen of 120 columns after this was written to it: places by `CSI row ; column H`, the rest of the orders
/// changes colours and modes alone.
fn drawn(written: &str) -> String {
    let mut grid = vec![vec![' '; 120]; 40];
    let (mut row, mut column) = (0, 0);
    let mut pieces = written.split("\u{1b}[");
    let mut put = |text: &str, row: usize, column: &mut usize| {
        for letter in text.chars().filter(|letter| !letter.is_control()) {
            if let Some(cell) = grid.get_mut(row).and_then(|row| row.get_mut(*column)) {
                *cell = letter;
            }
            *column += 1;
        }
    };
    put(pieces.next().unwrap_or_default(), row, &mut column);
    for piece in pieces {
        let Some(at) = piece.find(|c: char| c.is_ascii_alphabetic()) else { continue };
        let (order, text) = piece.split_at(at);
        if let (Some(rest), Some((to_row, to_column))) = (text.strip_prefix('H'), order.split_once(';')) {
            row = to_row.parse::<usize>().unwrap() - 1;
            column = to_column.parse::<usize>().unwrap() - 1;
            put(rest, row, &mut column);
        } else {
            put(&text[1..], row, &mut column);
        }
    }
    grid.iter().map(|row| row.iter().collect::<String>() + "\n").collect()
}

fn rows(log: &str) -> Vec<&str> {
    log.lines().filter(|line| !line.starts_with('#')).skip(1).collect()
}

#[test]
fn from_the_simulated_unit_through_a_pseudo_terminal_to_the_screen_and_a_log_that_calibrate_reads() {
    let folder = Folder::new();
    folder.write("mechanic.toml", MECHANIC);
    folder.write("script.txt", SENSOR_DIES);
    let monitor = Running::begin(
        &folder.0,
        &["monitor", "pty", "--lines", "--every", "60", "--log", "log.csv", "--begins", "08:00"],
    );
    let pty = monitor.behind("reads ");
    let answer = folder.concord(&["drive", "mechanic.toml", "--script", "script.txt", "--frames", &pty]);
    assert_eq!((answer.code, answer.stdout.as_str(), answer.stderr.as_str()), (Some(0), "", ""));
    let (code, signal, said) = monitor.ends();
    assert_eq!((code, signal), (Some(0), None), "{said}");
    for words in [
        "ALARM, high: the pressure sensor fails",
        "ended: the pressure sensor fails, vacuum is held as long as the seal lasts (high), since 4:0",
        "ALARM, medium: the socket leaks more than the pump removes",
        "automatic, walk",
        "set point",
        " 0 broken, 0 of an unknown version",
        "alarms, first those that are there",
    ] {
        assert!(said.contains(words), "{words} in {said}");
    }
    let log = std::fs::read_to_string(folder.0.join("log.csv")).unwrap();
    assert!(log.ends_with('\n') && rows(&log).len() >= 12, "{log}");
    assert!(log.contains("# 08:04:0") && log.contains("alarm (high): the pressure sensor fails"), "{log}");
    let case = Case::parse(MECHANIC).unwrap();
    let read = log_file::read(&folder.0.join("log.csv"), &case).unwrap();
    let walked = &read.log.rows()[3];
    assert!(walked.vacuum_kpa.is_some_and(|kpa| kpa > 40.0), "{walked:?}");
    // 100 steps of both feet a minute, of which a unit counts those of one foot.
    assert!(walked.steps.is_some_and(|steps| (80.0..=120.0).contains(&steps)), "{walked:?}");
}

#[test]
fn a_file_of_frames_is_read_at_once_and_as_objects() {
    let folder = Folder::new();
    folder.write("mechanic.toml", MECHANIC);
    folder.write("script.txt", "0 switch 2\n0 stand\n1:00 fault cells_empty\n1:30 end\n");
    let drive = |to: &str| folder.concord(&["drive", "mechanic.toml", "--script", "script.txt", "--frames", to]);
    assert_eq!(drive("frames.bin").code, Some(0));
    let bytes = std::fs::read(folder.0.join("frames.bin")).unwrap();
    assert!((80..=91).contains(&bytes.iter().filter(|byte| **byte == 0).count()));
    let answer = folder.concord(&["monitor", "frames.bin", "--json"]);
    assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""));
    let events: Vec<Value> = answer.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let frames: Vec<&Value> = events.iter().filter(|event| event["event"] == "frame").collect();
    assert!(frames.len() >= 80 && frames.iter().any(|frame| frame["vacuum_kpa"].as_f64() > Some(45.0)));
    assert_eq!(frames.last().unwrap()["warnings"][0], "cells empty");
    let alarm = events.iter().find(|event| event["event"] == "alarm").unwrap();
    assert_eq!((&alarm["warning"], &alarm["priority"]), (&"cells empty".into(), &"high".into()));
    // The same from standard input.
    let piped = concord_in(&folder.0, &["monitor", "-"], &bytes);
    assert!(piped.code == Some(0) && piped.stdout.contains("ALARM, high: cells empty"), "{piped:?}");
}

#[test]
fn in_a_terminal_it_draws_tells_what_is_broken_and_silent_and_gives_the_terminal_back() {
    let folder = Folder::new();
    let (mut unit, source) = line();
    let (mut screen, terminal) = line();
    tcsetwinsize(&screen, Winsize { ws_row: 40, ws_col: 120, ws_xpixel: 0, ws_ypixel: 0 }).unwrap();
    let before = tcgetattr(&screen).unwrap().local_modes;
    let end = || File::options().read(true).write(true).open(&terminal).unwrap();
    let child = Command::new(env!("CARGO_BIN_EXE_concord"))
        .args(["monitor", &source])
        .current_dir(&folder.0)
        .stdin(end())
        .stdout(end())
        .stderr(Stdio::inherit())
        .spawn()
        .unwrap();
    let monitor = Running::gather(child, screen.try_clone().unwrap());
    monitor.shows("no frame yet");
    unit.write_all(b"hostile bytes\0\xff\xff\0").unwrap();
    unit.write_all(&telemetry(0, 4_870, &[])).unwrap();
    monitor.shows("vacuum 48.7 kPa (14.4 inHg)   set point 50.0 kPa");
    unit.write_all(&telemetry(1_000, 4_860, &[Warning::Sensor])).unwrap();
    monitor.shows("! high: the pressure sensor fails, vacuum is held as long as the seal lasts, since 0:01.0");
    monitor.shows("the line is silent; what stands here is old");
    monitor.shows("2 frames, 2 broken, 0 of an unknown version or kind");
    screen.write_all(b"q").unwrap();
    let (code, signal, said) = monitor.ends();
    assert_eq!((code, signal), (Some(0), None));
    let summary = said.rsplit("\u{1b}[?1049l").next().unwrap();
    assert!(summary.contains("2 frames, 2 broken") && summary.contains("not ended"), "{summary}");
    assert_eq!(tcgetattr(&screen).unwrap().local_modes, before);
}

#[test]
fn a_line_that_falls_silent_is_told_and_whoever_ends_the_program_finds_a_whole_log() {
    let folder = Folder::new();
    let (mut unit, source) = line();
    let monitor = Running::begin(&folder.0, &["monitor", &source, "--log", "log.csv", "--begins", "8:00"]);
    monitor.until("reads ");
    unit.write_all(&telemetry(0, 5_000, &[])).unwrap();
    unit.write_all(&telemetry(61_000, 5_100, &[])).unwrap();
    monitor.until(" 1:01.0  the line is silent: no frame for 3 s");
    unit.write_all(&telemetry(70_000, 5_300, &[])[..20]).unwrap();
    monitor.send(Signal::INT);
    let (code, signal, said) = monitor.ends();
    assert_eq!((code, signal), (None, Some(Signal::INT.as_raw())), "{said}");
    assert!(said.contains("2 frames, 0 broken"), "{said}");
    let log = std::fs::read_to_string(folder.0.join("log.csv")).unwrap();
    assert!(log.ends_with('\n'));
    assert_eq!(rows(&log), ["08:01,0,50.00", "08:02,0,51.00"]);
}

#[test]
fn what_is_no_source_and_what_speaks_otherwise_is_told_in_words() {
    let folder = Folder::new();
    folder.write("text.txt", "no frames\n".repeat(100));
    folder.write("there.csv", "time\n");
    folder.write("good.bin", telemetry(0, 5_000, &[]));
    // A frame of version 200 with its check sum: five bytes of content stuffed by one.
    folder.write("newer.bin", [&[7, 200, 1][..], &crc(&[200, 1]).to_le_bytes(), &[0]].concat());
    File::create(folder.0.join("large.bin")).unwrap().set_len((64 << 20) + 1).unwrap();
    for (arguments, code, words) in [
        (&["none.bin"][..], 2, "there is no such file"),
        (&["."], 2, "this is a folder"),
        (&["/dev/null"], 2, "this is a device, not a file"),
        (&["large.bin"], 2, "larger than any file of frames"),
        (&["text.txt"], 2, "no frame of a unit in 1000 bytes"),
        (&["newer.bin"], 2, "frames of version 200 come; this program reads version"),
        (&["good.bin", "--log", "there.csv", "--begins", "08:00"], 2, "there is such a file already"),
        (&["good.bin", "--log", "none/log.csv", "--begins", "08:00"], 1, "this folder cannot be written"),
        (&["good.bin", "--log", "log.csv"], 2, "--begins"),
        (&["good.bin", "--log", "log.csv", "--begins", "8 am"], 2, "this is not a clock time"),
    ] {
        let answer = folder.concord(&[&["monitor"], arguments].concat());
        assert_eq!(answer.code, Some(code), "{arguments:?}: {answer:?}");
        assert!(answer.stderr.contains(words), "{arguments:?}: {}", answer.stderr);
    }
    assert_eq!(std::fs::read_to_string(folder.0.join("there.csv")).unwrap(), "time\n");
}

/// CRC-32 (ISO-HDLC), bit by bit.
fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 };
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step))
}

#[test]
fn its_page_shows_the_unit_in_both_languages_to_this_machine_alone() {
    let folder = Folder::new();
    let (mut unit, source) = line();
    let monitor = Running::begin(&folder.0, &["monitor", &source, "--page", "--port", "0"]);
    let page = monitor.behind("its page is ");
    assert!(page.starts_with("http://127.0.0.1:"), "{page}");
    let ask = |path: &str, headers: &[(&str, &str)]| {
        let mut request = ureq::get(format!("{page}{path}")).config().http_status_as_error(false).build();
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut answer = request.call().unwrap();
        (answer.status().as_u16(), answer.body_mut().read_to_string().unwrap().replace('\u{a0}', " "))
    };
    assert!(ask("", &[]).1.contains("No frame yet."));
    unit.write_all(&telemetry(0, 4_870, &[Warning::Sensor])).unwrap();
    monitor.until("ALARM");
    let begun = Instant::now();
    let german = loop {
        let (status, text) = ask("", &[("accept-language", "de")]);
        assert_eq!(status, 200);
        if text.contains("48,7 kPa") {
            break text;
        }
        assert!(begun.elapsed() < PATIENCE, "{text}");
    };
    assert!(
        german.contains("Hoch: der Drucksensor ist ausgefallen") && german.contains("hx-get=\"/unit\""),
        "{german}"
    );
    let mark = german.split("/alarms?mark=").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(ask(&format!("alarms?mark={mark}"), &[]), (204, String::new()));
    assert!(ask("alarms?mark=another", &[]).1.contains("High: the pressure sensor fails"));
    assert!(ask("unit", &[]).1.contains("Set point"));
    // Another site's name for this machine, and what is not there.
    assert_eq!(ask("", &[("host", "evil.example")]).0, 403);
    assert_eq!(ask("cases", &[]).0, 404);
    monitor.send(Signal::TERM);
    assert_eq!(monitor.ends().1, Some(Signal::TERM.as_raw()));
}

#[test]
fn driven_by_hand_a_unit_says_on_its_line_once_a_second_what_it_does() {
    let folder = Folder::new();
    folder.write("mechanic.toml", MECHANIC);
    let (mut unit, source) = line();
    let (mut screen, terminal) = line();
    tcsetwinsize(&screen, Winsize { ws_row: 40, ws_col: 120, ws_xpixel: 0, ws_ypixel: 0 }).unwrap();
    let end = || File::options().read(true).write(true).open(&terminal).unwrap();
    let child = Command::new(env!("CARGO_BIN_EXE_concord"))
        .args(["drive", "mechanic.toml", "--frames", &source])
        .current_dir(&folder.0)
        .stdin(end())
        .stdout(end())
        .spawn()
        .unwrap();
    let drive = Running::gather(child, screen.try_clone().unwrap());
    let (mut decoder, mut frames, mut piece) = (Decoder::new(), vec![], [0; 64]);
    while frames.len() < 3 {
        let long = unit.read(&mut piece).unwrap();
        frames.extend(piece[..long].iter().filter_map(|byte| decoder.push(*byte)).map(Result::unwrap));
    }
    screen.write_all(b"q").unwrap();
    assert_eq!(drive.ends().0, Some(0));
    let at = frames.iter().map(|frame| match frame {
        Frame::Telemetry(telemetry) => telemetry.at.0,
        other => panic!("{other:?}"),
    });
    assert!(at.collect::<Vec<_>>().windows(2).all(|pair| (1_000..1_200).contains(&(pair[1] - pair[0]))));
}

#[test]
fn a_script_runs_as_time_passes_where_that_is_asked_for_and_frames_have_one_place_to_go() {
    let folder = Folder::new();
    folder.write("mechanic.toml", MECHANIC);
    folder.write("script.txt", "0 stand\n2 end\n");
    let drive =
        |options: &[&str]| folder.concord(&[&["drive", "mechanic.toml", "--script", "script.txt"], options].concat());
    let begun = Instant::now();
    assert_eq!(drive(&["--frames", "frames.bin", "--real-time"]).code, Some(0));
    assert!(begun.elapsed() >= Duration::from_millis(1_900), "{:?}", begun.elapsed());
    for (options, code, words) in [
        (&["--frames", "."][..], 1, "it is a folder"),
        (&["--frames", "none/frames.bin"], 1, "this folder cannot be written"),
        (&["--frames", "/dev/null"], 1, "it is a device"),
        (&["--frames", "a.bin", "--record", "b.bin"], 2, "cannot be used with"),
    ] {
        let answer = drive(options);
        assert_eq!(answer.code, Some(code), "{options:?}: {answer:?}");
        assert!(answer.stderr.contains(words), "{options:?}: {}", answer.stderr);
    }
}
