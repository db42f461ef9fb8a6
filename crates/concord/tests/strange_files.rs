//! Files that are none, files that lie elsewhere, text that writes to a terminal, and writing that is cut short.
#![cfg(unix)]

use crate::common::{Answer, Folder, MECHANIC};
use rustix::fs::{CWD, FileType, Mode, mknodat};
use rustix::process::{Pid, Signal, kill_process};
use std::fs::File;
use std::io::{Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// No command here works for as long; one that waits for a pipe would wait for ever.
const LONGEST: Duration = Duration::from_secs(60);

/// Waits for the end of a program, and ends one that does not end.
fn ended(child: &mut Child) -> std::process::ExitStatus {
    let begun = Instant::now();
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return status;
        }
        if begun.elapsed() > LONGEST {
            child.kill().unwrap();
            panic!("it waits");
        }
        sleep(Duration::from_millis(20));
    }
}

/// Runs the program here; it must end by itself.
fn concord(folder: &Folder, arguments: &[&str]) -> Answer {
    let child = Command::new(env!("CARGO_BIN_EXE_concord"))
        .args(arguments)
        .current_dir(&folder.0)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let own = Pid::from_child(&child);
    let (ended, end) = std::sync::mpsc::channel();
    std::thread::spawn(move || ended.send(child.wait_with_output().unwrap()));
    let output = end.recv_timeout(LONGEST).unwrap_or_else(|_| {
        kill_process(own, Signal::KILL).unwrap();
        panic!("{arguments:?} waits");
    });
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Answer { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

fn pipe(folder: &Folder, name: &str) {
    mknodat(CWD, folder.0.join(name), FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
}

fn refused(folder: &Folder, arguments: &[&str], words: &[&str]) {
    let answer = concord(folder, arguments);
    assert_eq!((answer.code, answer.stdout.as_str()), (Some(2), ""), "{arguments:?}: {}", answer.stderr);
    for words in words {
        assert!(answer.stderr.contains(words), "{arguments:?}: {words} is not in {}", answer.stderr);
    }
}

fn with_scan(file: &str) -> String {
    let scan = format!("[scan]\nfile = \"{file}\"\nunit = \"mm\"\n\n[prosthesis]\n");
    MECHANIC.replacen("[prosthesis]\n", &scan, 1)
}

#[test]
fn a_pipe_or_a_device_is_refused_wherever_a_file_is_read() {
    let folder = Folder::new();
    folder.write("mechanic.toml", MECHANIC);
    folder.write("scan.stl", include_bytes!("../../../cases/scanned_limb.stl"));
    folder.write("piped.toml", with_scan("pipe"));
    folder
        .write("study.toml", include_str!("../../../studies/vacuum_or_valve.toml").replace("\"mechanic\"", "\"pipe\""));
    std::fs::create_dir(folder.0.join("trial")).unwrap();
    pipe(&folder, "pipe");
    pipe(&folder, "pipe.toml");
    pipe(&folder, "pipe.stl");
    pipe(&folder, "trial/study.json");
    let scanned = ["--side", "right", "--level", "transtibial"];
    for arguments in [
        &["check", "pipe"][..],
        &["check", "piped.toml"],
        &["socket", "pipe.toml"],
        &["socket", "piped.toml"],
        &[&["socket", "pipe.stl"], &scanned[..]].concat(),
        &[&["socket", "scan.stl", "--earlier", "pipe"], &scanned[..]].concat(),
        &["socket", "mechanic.toml", "--technique", "pipe"],
        &["drive", "mechanic.toml", "--script", "pipe"],
        &["calibrate", "mechanic.toml", "pipe"],
        &["study", "run", "pipe"],
        &["study", "run", "study.toml"],
        &["study", "report", "trial"],
        &["validate", "--check", "--out", "pipe"],
    ] {
        refused(&folder, arguments, &["this is a pipe, not a file"]);
    }
    for device in ["/dev/zero", "/dev/full"] {
        refused(&folder, &["check", device], &["this is a device, not a file", "save what it holds as a file"]);
    }
}

#[test]
fn a_file_that_another_names_lies_beside_it_or_below_unless_somebody_says_otherwise() {
    let folder = Folder::new();
    let scan = include_bytes!("../../../cases/scanned_limb.stl");
    std::fs::create_dir_all(folder.0.join("case/scans")).unwrap();
    folder.write("outside.stl", scan);
    folder.write("case/scans/inside.stl", scan);
    std::os::unix::fs::symlink("../outside.stl", folder.0.join("case/led_out.stl")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", folder.0.join("case/device.stl")).unwrap();
    let outside = folder.0.join("outside.stl").display().to_string();
    for named in [outside.as_str(), "../outside.stl", "scans/../../outside.stl", "led_out.stl", "device.stl"] {
        folder.write("case/case.toml", with_scan(named));
        let words = ["lies outside the folder", "put it beside that file", "--files-anywhere"];
        refused(&folder, &["check", "case/case.toml"], &words);
    }
    // Both are read as far as the scan's size, which the tape contradicts.
    for arguments in [&["case/case.toml"][..], &["case/case.toml", "--files-anywhere"]] {
        let name = if arguments.len() == 1 { "scans/inside.stl" } else { outside.as_str() };
        folder.write("case/case.toml", with_scan(name));
        let answer = concord(&folder, &[&["check"], arguments].concat());
        assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""), "{name}");
        assert!(answer.stdout.contains("scan"), "{}", answer.stdout);
    }
    folder.write("case/case.toml", with_scan("device.stl"));
    refused(&folder, &["check", "case/case.toml", "--files-anywhere"], &["this is a device, not a file"]);
    let study = include_str!("../../../studies/vacuum_or_valve.toml");
    folder.write("mechanic.toml", MECHANIC);
    folder.write("case/study.toml", study.replace("\"mechanic\"", "\"../mechanic.toml\""));
    refused(&folder, &["study", "run", "case/study.toml"], &["lies outside the folder", "--files-anywhere"]);
}

#[test]
fn text_of_a_file_cannot_write_to_the_terminal_whatever_shows_it() {
    let folder = Folder::new();
    // Right to left, invisible, escape sequences of one and of two bytes, and a letter that is none.
    let hidden = ["\u{202e}", "\u{2066}", "\u{200b}", "\u{ad}", "\u{9b}", "\u{1b}", "\u{3164}"];
    let name = format!("Anna{}B", hidden[..4].concat());
    let named = MECHANIC.replacen("name = \"", &format!("name = \"{name} "), 1);
    assert_ne!(named, MECHANIC);
    folder.write("case.toml", &named);
    folder.write("draft.toml", named.replacen("dialysis = false\n", "", 1));
    folder.write("wrong.toml", named.replacen("body_mass_kg", "body_mass\u{202e}_kg", 1));
    let odd = format!("--odd{}", hidden.concat());
    for arguments in [
        &["check", "case.toml"][..],
        &["check", "draft.toml"],
        &["check", "wrong.toml"],
        &["fit", "case.toml"],
        &["day", "case.toml", "--persons", "0", "--system", "suction"],
        &["check", "case.toml", &odd],
        &["check", &odd[2..]],
        &["\u{202e}check"],
    ] {
        let answer = concord(&folder, arguments);
        let shown = answer.stdout + &answer.stderr;
        assert!(!shown.is_empty(), "{arguments:?}");
        for hidden in hidden {
            assert!(!shown.contains(hidden), "{arguments:?} shows {hidden:?}: {shown:?}");
        }
    }
    let json = concord(&folder, &["fit", "case.toml", "--json"]);
    assert!(json.stdout.contains(&name), "a program reads what was written");
}

#[test]
fn a_recording_appears_whole_or_not_at_all() {
    let folder = Folder::new();
    folder.write("mechanic.toml", MECHANIC);
    folder.write("script.txt", "0 walk\n2000 end\n");
    folder.write("week.txt", "0 walk\n600000 end\n");
    let kept = folder.write("kept.recording", "of yesterday");
    let before = folder.names();
    // A file that may not grow as far: an error that is told, and nothing is left.
    let program = env!("CARGO_BIN_EXE_concord");
    let limited = Command::new("bash")
        .args(["-c", "ulimit -f 64; exec \"$@\"", "bash", program, "drive", "mechanic.toml", "--script", "script.txt"])
        .args(["--record", "kept.recording"])
        .current_dir(&folder.0)
        .output()
        .unwrap();
    assert_eq!(limited.status.code(), Some(1), "{limited:?}");
    let told = String::from_utf8(limited.stderr).unwrap();
    assert!(told.contains("kept.recording: cannot be written") && told.contains("this file stays as it was"), "{told}");
    assert_eq!((folder.names(), std::fs::read(&kept).unwrap().as_slice()), (before.clone(), &b"of yesterday"[..]));
    // Ended in the middle: the same, and whoever started it learns which signal it was.
    for signal in [Signal::TERM, Signal::INT] {
        let mut child = Command::new(program)
            .args(["drive", "mechanic.toml", "--script", "week.txt", "--record", "kept.recording"])
            .current_dir(&folder.0)
            .spawn()
            .unwrap();
        let begun = Instant::now();
        let growing = || folder.names().iter().any(|name| name.starts_with(".concord-"));
        while !growing() && begun.elapsed() < LONGEST && child.try_wait().unwrap().is_none() {
            sleep(Duration::from_millis(5));
        }
        assert!(growing() && std::fs::read(&kept).unwrap() == b"of yesterday");
        kill_process(Pid::from_child(&child), signal).unwrap();
        assert_eq!(ended(&mut child).signal(), Some(signal.as_raw()));
        assert_eq!((folder.names(), std::fs::read(&kept).unwrap().as_slice()), (before.clone(), &b"of yesterday"[..]));
    }
}

#[test]
fn a_device_is_never_replaced_by_a_file() {
    let folder = Folder::new();
    folder.write("mechanic.toml", MECHANIC);
    folder.write("script.txt", "0 walk\n10 end\n");
    pipe(&folder, "pipe");
    for arguments in [
        &["drive", "mechanic.toml", "--script", "script.txt", "--record", "pipe"][..],
        &["fit", "mechanic.toml", "--order", "pipe"],
    ] {
        let answer = concord(&folder, arguments);
        assert_eq!((answer.code, answer.stdout.as_str()), (Some(1), ""), "{}", answer.stderr);
        assert!(answer.stderr.contains("pipe: cannot be written: it is a pipe"), "{}", answer.stderr);
    }
    assert!(FileType::from_raw_mode(rustix::fs::stat(folder.0.join("pipe")).unwrap().st_mode).is_fifo());
}

/// The program in a terminal of its own.
struct Terminal {
    child: Child,
    ours: File,
    shown: std::thread::JoinHandle<String>,
}

impl Terminal {
    fn start(folder: &Path) -> Self {
        use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
        use rustix::termios::{Winsize, tcsetwinsize};
        let ours = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
        grantpt(&ours).unwrap();
        unlockpt(&ours).unwrap();
        tcsetwinsize(&ours, Winsize { ws_row: 40, ws_col: 120, ws_xpixel: 0, ws_ypixel: 0 }).unwrap();
        let name = ptsname(&ours, vec![]).unwrap();
        let theirs = || File::options().read(true).write(true).open(Path::new(name.to_str().unwrap())).unwrap();
        let child = Command::new(env!("CARGO_BIN_EXE_concord"))
            .args(["drive", "mechanic.toml"])
            .current_dir(folder)
            .stdin(theirs())
            .stdout(theirs())
            .stderr(theirs())
            .spawn()
            .unwrap();
        let ours = File::from(ours);
        let mut reader = ours.try_clone().unwrap();
        let shown = std::thread::spawn(move || {
            let (mut all, mut part) = (vec![], [0; 4096]);
            // It ends with an error once nobody holds the other side.
            while let Ok(count @ 1..) = reader.read(&mut part) {
                all.extend_from_slice(&part[..count]);
            }
            String::from_utf8_lossy(&all).into_owned()
        });
        Self { child, ours, shown }
    }

    /// Whether what is typed is read key by key, and not shown.
    fn raw(&self) -> bool {
        !rustix::termios::tcgetattr(&self.ours).unwrap().local_modes.contains(rustix::termios::LocalModes::ICANON)
    }
}

#[test]
fn who_drives_by_hand_has_the_terminal_back_however_it_ends() {
    let folder = Folder::new();
    folder.write("mechanic.toml", MECHANIC);
    for (key, signal) in [(&b"\x03"[..], Signal::INT), (b"", Signal::TERM), (b"", Signal::HUP), (b"q", Signal::KILL)] {
        let mut terminal = Terminal::start(&folder.0);
        let begun = Instant::now();
        while !terminal.raw() && begun.elapsed() < LONGEST {
            sleep(Duration::from_millis(10));
        }
        assert!(terminal.raw());
        if key.is_empty() {
            kill_process(Pid::from_child(&terminal.child), signal).unwrap();
        }
        terminal.ours.write_all(key).unwrap();
        let status = ended(&mut terminal.child);
        if key == b"q" {
            assert_eq!(status.code(), Some(0));
        } else {
            assert_eq!(status.signal(), Some(signal.as_raw()), "{status:?}");
        }
        assert!(!terminal.raw(), "{signal:?}");
        drop(terminal.ours);
        let shown = terminal.shown.join().unwrap();
        assert!(shown.contains("\u{1b}[?1049h") && shown.contains("\u{1b}[?1049l"), "the screen before is not back");
    }
}
