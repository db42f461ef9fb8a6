//! Feeds a recording to the emulated board and compares every report and frame, bit for bit, with this machine's own.
//!
//! ```text
//! cargo replay          a simulated day of 16 h
//! cargo replay HOURS    a shorter one
//! cargo replay FILE     a recording (its layout: src/readings.rs)
//! ```
//!
//! Nothing is kept: readings go to the emulator's standard input while its reports come back.

mod day;

use firmware::{BROWN_OUT_EVERY, Controller, FRAME_EVERY, HEADER, READING, Readings};
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
/// Readings and reports on their way.
const AHEAD: usize = 4_096;

type Failure = Box<dyn Error + Send + Sync>;

fn main() -> Result<(), Failure> {
    let argument = std::env::args().nth(1).unwrap_or_else(|| "16".into());
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
    let feeding = thread::spawn(move || feed(&argument, input, &sender));
    let mut steps = 0_u64;
    let (mut modes, mut warnings) = (BTreeSet::new(), BTreeSet::new());
    for said in expected {
        let mut returned = vec![0; said.len()];
        output.read_exact(&mut returned).map_err(|error| format!("step {steps}: the board's report: {error}"))?;
        if returned != said {
            return Err(format!("step {steps}\n  here   {said:02x?}\n  board  {returned:02x?}").into());
        }
        modes.insert(said[15]);
        warnings.insert(said[14]);
        steps += 1;
    }
    warnings.remove(&255);
    feeding.join().map_err(|_| "the feeding thread failed")??;
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
        steps / BROWN_OUT_EVERY
    );
    println!("modes         {} of 12: {modes:?}", modes.len());
    println!("warnings      {} of {}: {warnings:?}", warnings.len(), control::Warning::ALL.len());
    println!("instructions  {mean:.0} a step, {longest} the longest");
    println!("share         {:.3} % of a 64 MHz M4 at 100 Hz", 100.0 * mean * RATE / INSTRUCTIONS_PER_SECOND);
    println!("stack         {stack} bytes");
    Ok(())
}

/// Sends readings to the board, and what this machine reports of them to the comparison.
fn feed(argument: &str, board: ChildStdin, expected: &SyncSender<Vec<u8>>) -> Result<(), Failure> {
    let mut board = BufWriter::new(board);
    board.write_all(&HEADER)?;
    let mut controller = Controller::default();
    let mut steps = 0_u64;
    let mut send = |readings: &Readings| -> Result<firmware::Command, Failure> {
        board.write_all(&readings.encode())?;
        let decision = controller.step(readings);
        steps += 1;
        let mut said = decision.report().to_vec();
        if steps.is_multiple_of(FRAME_EVERY) {
            let (wire, length) = decision.frame();
            said.extend_from_slice(&wire[..length]);
        }
        if steps.is_multiple_of(BROWN_OUT_EVERY) {
            controller = Controller::restored(&controller.snapshot()).ok_or("a snapshot is not whole")?;
        }
        expected.send(said)?;
        Ok(decision.command())
    };
    if let Ok(hours) = argument.parse::<f64>() {
        let mut day = day::Day::new();
        for step in 0..(hours * 3_600.0 * RATE) as u64 {
            let readings = day.read(step);
            // What is recorded is what the board will read: a round trip is part of the comparison.
            day.act(send(&Readings::decode(&readings.encode()))?);
        }
        return Ok(board.flush()?);
    }
    let mut file = BufReader::new(File::open(argument)?);
    let mut header = [0; HEADER.len()];
    file.read_exact(&mut header)?;
    if header != HEADER {
        return Err(format!("{argument}: not a recording of this version").into());
    }
    let mut reading = [0; READING];
    loop {
        match file.read_exact(&mut reading) {
            Ok(()) => send(&Readings::decode(&reading))?,
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => return Ok(board.flush()?),
            Err(error) => return Err(error.into()),
        };
    }
}
