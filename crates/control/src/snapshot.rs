//! # What survives a brown-out
//!
//! **Stands for** the bytes that a unit keeps in flash: what was selected, what was counted, what is known of the leak.
//!
//! | bytes | what |
//! |---|---|
//! | 0 | version, 2 |
//! | 1 | selected: 0 off, 1–4, 5 automatic |
//! | 2 | activity followed |
//! | 3 | bits: 0 driver stuck, 1 zero, 2 gave up, 3 cells empty, 4 adapter's and 5 charger's contact not believed, 6 blocked, 7 none |
//! | 4 | restarts without ten good minutes between them |
//! | 5–8 | steps |
//! | 9–56 | time at off, levels, automatic, ms |
//! | 57–64 | time the pump ran, ms |
//! | 65–72 | energy used, µJ |
//! | 73–92 | leak's conductance, its mean, air volume, conductance of walking and at rest (f32; negative: not known) |
//! | 93–104 | the pump's count of running, what is left of its pause, what acts have used up, ms |
//! | 105–108 | warnings, as [`crate::Warnings::bits`]: with the log of snapshots, the log of alarms |
//! | 109–112 | CRC-32 of the bytes before |
//!
//! **Rules** reverse is not kept: after a brown-out it takes a new gesture. A power-on from a snapshot counts as a restart. What
//! is latched, a pause and what is known of the leak are kept: a supply that flickers resets none of it. Other faults show again.
//! **Assumptions** the flash log hands back whole snapshots or none. **Tests** below.

use crate::activity::Activity;
use crate::bytes::{Reader, Writer};
use crate::cells::Cells;
use crate::contacts::Contact;
use crate::counters::Counters;
use crate::crc::crc32;
use crate::leak::Leak;
use crate::modes::Selected;
use crate::number::within;
use crate::pump::{Kept, Pump};
use crate::sensor::Sensor;
use crate::state::State;
use crate::touch::Switch;
use crate::warnings::{Warner, Warnings};

/// Length of a snapshot.
pub const SNAPSHOT_BYTES: usize = 113;
const SNAPSHOT_VERSION: u8 = 2;
const CRC_AT: usize = SNAPSHOT_BYTES - 4;

/// Why bytes are no snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SnapshotError {
    /// Not [`SNAPSHOT_BYTES`] long.
    Length,
    /// The check sum does not fit.
    Broken,
    /// Of a version that this controller does not know.
    Version,
    /// Whole, but it says what cannot be.
    Meaning,
}

/// What of the state is worth keeping.
pub fn save(state: &State) -> [u8; SNAPSHOT_BYTES] {
    let mut bytes = [0; SNAPSHOT_BYTES];
    let mut writer = Writer::new(&mut bytes);
    writer.u8(SNAPSHOT_VERSION);
    writer.u8(match state.switch.selected {
        Selected::Off => 0,
        Selected::Level(level) => level,
        Selected::Automatic => 5,
    });
    writer.u8(state.follower.followed.code());
    let pump = state.pump.kept();
    let [driver, zero] = state.sensor.latched();
    let [adapter, charger] = [state.adapter.contradicted, state.charger.contradicted];
    let flags = [driver, zero, pump.gave_up, state.cells.empty, adapter, charger, state.leak.blocked];
    writer.u8(flags.iter().rev().fold(0, |bits, flag| bits << 1 | u8::from(*flag)));
    let counters = &state.counters;
    writer.u8(counters.restarts);
    writer.u32(counters.steps);
    for time in counters.time_at {
        writer.u64(time);
    }
    writer.u64(counters.pump_ms);
    writer.u64(counters.used_uj);
    for known in state.leak.known() {
        writer.f32(known.unwrap_or(-1.0));
    }
    for ms in [pump.ran_ms, pump.pause_ms, pump.acts_ms] {
        writer.u32(ms);
    }
    writer.u32(state.warner.active.bits());
    let crc = crc32(bytes.get(..CRC_AT).unwrap_or_default());
    if let Some(end) = bytes.get_mut(CRC_AT..) {
        Writer::new(end).u32(crc);
    }
    bytes
}

/// The state at power-on after a brown-out.
pub fn restore(bytes: &[u8]) -> Result<State, SnapshotError> {
    if bytes.len() != SNAPSHOT_BYTES {
        return Err(SnapshotError::Length);
    }
    let (body, crc) = bytes.split_at_checked(CRC_AT).ok_or(SnapshotError::Length)?;
    if Reader::new(crc).u32() != Some(crc32(body)) {
        return Err(SnapshotError::Broken);
    }
    let mut reader = Reader::new(body);
    if reader.u8() != Some(SNAPSHOT_VERSION) {
        return Err(SnapshotError::Version);
    }
    read(&mut reader).ok_or(SnapshotError::Meaning)
}

fn read(reader: &mut Reader<'_>) -> Option<State> {
    let selected = match reader.u8()? {
        0 => Selected::Off,
        level @ 1..=4 => Selected::Level(level),
        5 => Selected::Automatic,
        _ => return None,
    };
    let mut state = State::new();
    state.switch = Switch::restored(selected);
    state.follower.followed = Activity::of_code(reader.u8()?)?;
    let flags = reader.u8().filter(|flags| *flags < 1 << 7)?;
    let flag = |place: u8| flags >> place & 1 == 1;
    let restarts = reader.u8()?;
    let steps = reader.u32()?;
    let mut time_at = [0; 6];
    for time in &mut time_at {
        *time = reader.u64()?;
    }
    state.counters = Counters::restored(steps, time_at, reader.u64()?, reader.u64()?, restarts);
    let mut known = |most: f32| {
        let value = reader.f32()?;
        Some(if value == -1.0 { None } else { Some(within(value, 0.0, most)?) })
    };
    let leak = [known(400.0)?, known(400.0)?, known(5_000.0)?, known(400.0)?, known(400.0)?];
    state.leak = Leak::restored(leak, flag(6));
    let (ran_ms, pause_ms, acts_ms) = (reader.u32()?, reader.u32()?, reader.u32()?);
    state.pump = Pump::restored(Kept { ran_ms, pause_ms, acts_ms, gave_up: flag(2) });
    state.sensor = Sensor::restored([flag(0), flag(1)]);
    state.cells = Cells::restored(flag(3), state.counters.restarts);
    (state.adapter, state.charger) = (Contact::restored(flag(4)), Contact::restored(flag(5)));
    let warnings = reader.u32()?;
    let told = Warnings::of_bits(warnings);
    if told.bits() != warnings {
        return None;
    }
    state.warner = Warner::restored(told);
    Some(state)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sr_024_reverse_is_not_resumed_after_a_brown_out() {
        let mut state = State::new();
        state.switch.selected = Selected::Level(3);
        state.switch.releasing = true;
        state.counters.steps = 12_345;
        let back = restore(&save(&state)).unwrap();
        assert!(!back.switch.releasing && back.switch.selected == Selected::Level(3));
        assert_eq!((back.counters.steps, back.counters.restarts), (12_345, 1));
        state.counters.restarts = 1;
        assert_eq!(save(&back), save(&state));
    }

    #[test]
    fn sr_024_any_flipped_bit_is_noticed() {
        let whole = save(&State::new());
        for bit in 0..SNAPSHOT_BYTES * 8 {
            let mut broken = whole;
            broken[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(restore(&broken), Err(SnapshotError::Broken), "{bit}");
        }
        assert_eq!(restore(&whole[1..]), Err(SnapshotError::Length));
    }

    proptest! {
        #[test]
        fn sr_024_any_bytes_are_refused_or_a_state_without_nan(mut bytes in prop::collection::vec(any::<u8>(), SNAPSHOT_BYTES)) {
            bytes[0] = SNAPSHOT_VERSION;
            bytes[1] %= 8;
            bytes[2] %= 8;
            bytes[3] %= 128;
            // As many warnings as there are, and leaks that can be.
            bytes[108] = 0;
            bytes[107] %= 32;
            for known in bytes[73..93].as_chunks_mut::<4>().0 {
                *known = if known[0] % 2 == 0 { -1.0f32 } else { f32::from(known[1]) }.to_le_bytes();
            }
            let crc = crc32(&bytes[..CRC_AT]).to_le_bytes();
            bytes[CRC_AT..].copy_from_slice(&crc);
            if let Ok(state) = restore(&bytes) {
                prop_assert_eq!(state, state);
                let again = save(&state);
                prop_assert_eq!(again[4], bytes[4].saturating_add(1));
                prop_assert_eq!(&again[5..CRC_AT], &bytes[5..CRC_AT]);
                prop_assert_eq!(&again[..4], &bytes[..4]);
            }
        }
    }
}
