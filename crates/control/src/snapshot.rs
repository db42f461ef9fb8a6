//! # What survives a brown-out
//!
//! **Stands for** the bytes that a unit keeps in flash: what was selected, what was counted, what is known of the leak.
//!
//! | bytes | what |
//! |---|---|
//! | 0 | version, 1 |
//! | 1 | selected: 0 off, 1–4, 5 automatic |
//! | 2 | activity followed |
//! | 3–6 | steps |
//! | 7–54 | time at off, levels, automatic, ms |
//! | 55–62 | time the pump ran, ms |
//! | 63–70 | energy used, µJ |
//! | 71–82 | leak's conductance, its mean, air volume (f32; negative: not known) |
//! | 83–86 | CRC-32 of the bytes before |
//!
//! **Rules** reverse is not kept: after a brown-out it takes a new gesture. Nor are faults, warnings and pauses: what is
//! wrong shows again. **Assumptions** the flash log hands back whole snapshots or none. **Tests** below.

use crate::activity::Activity;
use crate::bytes::{Reader, Writer};
use crate::counters::Counters;
use crate::crc::crc32;
use crate::leak::Leak;
use crate::modes::Selected;
use crate::number::within;
use crate::state::State;
use crate::touch::Switch;

/// Length of a snapshot.
pub const SNAPSHOT_BYTES: usize = 87;
const SNAPSHOT_VERSION: u8 = 1;
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
    let counters = &state.counters;
    writer.u32(counters.steps);
    for time in counters.time_at {
        writer.u64(time);
    }
    writer.u64(counters.pump_ms);
    writer.u64(counters.used_uj);
    for known in [state.leak.conductance, state.leak.mean, state.leak.volume] {
        writer.f32(known.unwrap_or(-1.0));
    }
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
    let steps = reader.u32()?;
    let mut time_at = [0; 6];
    for time in &mut time_at {
        *time = reader.u64()?;
    }
    state.counters = Counters::restored(steps, time_at, reader.u64()?, reader.u64()?);
    let mut known = |most: f32| {
        let value = reader.f32()?;
        Some(if value == -1.0 { None } else { Some(within(value, 0.0, most)?) })
    };
    state.leak = Leak::restored(known(400.0)?, known(400.0)?, known(5_000.0)?);
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
        assert_eq!(back.counters.steps, 12_345);
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
            let crc = crc32(&bytes[..CRC_AT]).to_le_bytes();
            bytes[CRC_AT..].copy_from_slice(&crc);
            if let Ok(state) = restore(&bytes) {
                prop_assert_eq!(state, state);
                prop_assert_eq!(&save(&state)[..], &bytes[..]);
            }
        }
    }
}
