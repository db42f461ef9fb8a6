//! Feeds a recording to the emulated board and compares every report and frame, bit for bit, with this machine's own.
//!
//! ```text
//! cargo replay FILE          a recording: `concord drive CASE --script SCRIPT --record FILE`
//! cargo replay FILE HOURS    its beginning; `inf` is all of it
//! cargo replay FILE HOURS TO the board's frames go to this file or line, too: `concord monitor` shows them
//! ```
//!
//! Inputs go to the emulator's standard input while its reports come back. Both begin from the snapshot of a unit whose pump has
//! nearly run its tested life, so that its end is met.

use control::{HEADER, Mode, RECORD_BYTES, Settings, Warning, Warnings, recorded};
use firmware::{Controller, FRAME_EVERY, REPORT, SNAPSHOT, Snapshot, power_fails};
use std::collections::BTreeSet;
use std::error::Error;
use std::fs::File;
use std::io::{BufReader, BufWriter, ErrorKind, Read, Write};
use std::process::{ChildStdin, Command, Stdio};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

/// Steps a second.
const RATE: f64 = 100.0;
/// One instruction a cycle at 64 MHz.
const INSTRUCTIONS_PER_SECOND: f64 = 64.0e6;
/// Inputs and reports on their way.
const AHEAD: usize = 4_096;
/// What the pump's life lacks at the beginning, ms.
const LACKS_MS: u64 = 1_200_000;
/// Where a snapshot has the time the pump ran, and its check sum (`control`'s page of snapshots).
const PUMP_MS: std::ops::Range<usize> = 57..65;
const CRC: std::ops::Range<usize> = SNAPSHOT - 4..SNAPSHOT;

/// Modes there are, by their code.
const MODES: u8 = 12;

type Failure = Box<dyn Error + Send + Sync>;

fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().ok_or("which recording?")?;
    let hours: f64 = arguments.next().map_or(Ok(f64::INFINITY), |hours| hours.parse())?;
    let mut frames = match arguments.next() {
        Some(to) => {
            let opened = File::options().write(true).create(true).truncate(true).open(&to);
            Some(opened.map_err(|error| format!("{to}: {error}"))?)
        }
        None => None,
    };
    let program = std::env::current_exe()?;
    let built = program.ancestors().nth(2).ok_or("this program is not in a target directory")?;
    let image = built.join("thumbv7em-none-eabihf/release/emulated");
    let mut board = Command::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../qemu"))
        .arg(image)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let input = board.stdin.take().ok_or("the emulator has no input")?;
    let mut output = BufReader::new(board.stdout.take().ok_or("the emulator has no output")?);
    let (sender, expected) = sync_channel(AHEAD);
    let feeding = thread::spawn(move || feed(&file, (hours * 3_600.0 * RATE) as u64, input, &sender));
    let mut steps = 0_u64;
    let (mut modes, mut urgent) = (BTreeSet::new(), BTreeSet::new());
    for said in expected {
        let mut returned = vec![0; said.len()];
        output.read_exact(&mut returned).map_err(|error| format!("step {steps}: the board's report: {error}"))?;
        if returned != said {
            return Err(format!("step {steps}\n  here   {said:02x?}\n  board  {returned:02x?}").into());
        }
        if let (Some(to), Some(frame @ [_, ..])) = (&mut frames, returned.get(REPORT..)) {
            to.write_all(frame)?;
        }
        modes.insert(said[15]);
        urgent.insert(said[14]);
        steps += 1;
    }
    let met = feeding.join().map_err(|_| "the feeding thread failed")??;
    let mut totals = [[0; 8]; 4];
    output.read_exact(totals.as_flattened_mut())?;
    if !board.wait()?.success() {
        return Err("the board stopped with an error".into());
    }
    let [counted, instructions, longest, stack] = totals.map(u64::from_le_bytes);
    if counted != steps || steps == 0 {
        return Err(format!("{steps} steps here, {counted} on the board").into());
    }
    let mean = instructions as f64 / steps as f64;
    println!("replay        {steps} steps, {:.2} h: every report equal, bit for bit", steps as f64 / RATE / 3_600.0);
    println!(
        "frames        {} of telemetry equal; power failed {} times",
        steps / FRAME_EVERY,
        (1..=steps).filter(|step| power_fails(*step)).count()
    );
    let first = |codes: &BTreeSet<u8>| Warning::ALL.into_iter().filter(|one| codes.contains(&one.code())).count();
    println!("modes         {} of {MODES}", modes.len());
    println!("warnings      {} of {}, {} as the most urgent", met.all().count(), Warning::ALL.len(), first(&urgent));
    let missing: Vec<String> = (0..MODES)
        .filter(|code| !modes.contains(code))
        .map(|code| format!("{:?}", Mode::of_code(code)))
        .chain(Warning::ALL.into_iter().filter(|warning| !met.contains(*warning)).map(|warning| format!("{warning:?}")))
        .collect();
    if !missing.is_empty() {
        println!("not met       {}", missing.join(", "));
    }
    println!("instructions  {mean:.0} a step, {longest} the longest");
    println!("share         {:.3} % of a 64 MHz M4 at 100 Hz", 100.0 * mean * RATE / INSTRUCTIONS_PER_SECOND);
    println!("stack         {stack} bytes");
    Ok(())
}

/// The snapshot of a new unit whose pump has nearly run its life.
fn worn() -> Snapshot {
    let mut snapshot = Controller::default().snapshot();
    let ran_ms = Settings::default().pump_life_ms - LACKS_MS;
    snapshot[PUMP_MS].copy_from_slice(&ran_ms.to_le_bytes());
    let crc = crc32(&snapshot[..CRC.start]);
    snapshot[CRC].copy_from_slice(&crc.to_le_bytes());
    snapshot
}

/// CRC-32 of IEEE 802.3, as a snapshot has it.
fn crc32(bytes: &[u8]) -> u32 {
    let shifted = |crc: u32| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 };
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| shifted(crc)))
}

/// Sends at most so many steps of a recording to the board, and what this machine reports of them to the comparison. All warnings
/// that were met.
fn feed(file: &str, most: u64, board: ChildStdin, expected: &SyncSender<Vec<u8>>) -> Result<Warnings, Failure> {
    let mut from = BufReader::new(File::open(file).map_err(|error| format!("{file}: {error}"))?);
    let mut board = BufWriter::new(board);
    let mut header = HEADER.map(|_| 0);
    from.read_exact(&mut header)?;
    if header != HEADER {
        return Err(format!("{file}: not a recording of this version").into());
    }
    board.write_all(&header)?;
    let begin = worn();
    board.write_all(&begin)?;
    let mut controller =
        Controller::restored(Settings::default(), &begin).ok_or("the snapshot of a worn pump is not whole")?;
    let mut met = 0;
    let mut record = [0; RECORD_BYTES];
    for step in 1..=most {
        match from.read_exact(&mut record) {
            Ok(()) => board.write_all(&record)?,
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => break,
            Err(error) => return Err(error.into()),
        }
        let (now, inputs) = recorded(&record);
        let decision = controller.step(now, &inputs);
        met |= decision.command().warnings;
        let mut said = decision.report().to_vec();
        if step.is_multiple_of(FRAME_EVERY) {
            let (wire, length) = decision.frame();
            said.extend_from_slice(&wire[..length]);
        }
        if power_fails(step) {
            controller =
                Controller::restored(Settings::default(), &controller.snapshot()).ok_or("a snapshot is not whole")?;
        }
        expected.send(said)?;
    }
    board.flush()?;
    Ok(Warnings::of_bits(met))
}
