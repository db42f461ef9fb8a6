//! # The wires of the dial
//!
//! **Stands for** seven positions on five wires, so that a wire that breaks or is shorted cannot be read as another position.
//!
//! **Rule** each position closes two wires of five. A wire that reads open though it is closed leaves one, a wire that reads
//! closed though it is open makes three: neither is a position. So is everything that several broken wires, or several
//! shorted ones, can make. Ten pairs exist; the three that are not used are no position either.
//!
//! **Assumptions** wires that fail fail one way at a time: a broken wire beside a shorted one can make another position.
//! **Tests** below: every wire, every pair of wires, every way to fail, at every position.

/// The wires that each position closes: bit 0 is the first wire.
const CLOSED: [u8; 7] = [0b0_0011, 0b0_0110, 0b0_1100, 0b1_1000, 0b1_0001, 0b0_0101, 0b1_0100];
/// How many wires there are.
pub const WIRES: usize = 5;

/// The position that some closed wires stand for, if they stand for one.
pub fn position_of_wires(closed: u8) -> Option<u8> {
    CLOSED.iter().zip(0..).find(|(wires, _)| **wires == closed).map(|(_, position)| position)
}

/// The wires that a position closes; none for a position that does not exist.
pub fn wires_of_position(position: u8) -> u8 {
    CLOSED.get(usize::from(position)).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: u8 = (1 << WIRES) - 1;

    #[test]
    fn each_position_has_wires_of_its_own() {
        for position in 0..7 {
            assert_eq!(position_of_wires(wires_of_position(position)), Some(position));
        }
        assert_eq!((0..=255).filter(|wires| position_of_wires(*wires).is_some()).count(), 7);
        assert_eq!(wires_of_position(7), 0);
    }

    #[test]
    fn sr_032_no_wire_and_no_set_of_wires_that_break_or_are_shorted_reads_as_another_position() {
        for position in 0..7 {
            let wires = wires_of_position(position);
            for faulty in 0..=ALL {
                for read in [wires & !faulty, wires | faulty] {
                    let seen = position_of_wires(read);
                    assert!(seen.is_none() || seen == Some(position), "{position}, {faulty:05b}: {seen:?}");
                }
            }
        }
    }

    #[test]
    fn sr_032_two_wires_that_touch_read_as_no_other_position() {
        for position in 0..7 {
            let wires = wires_of_position(position);
            for (one, other) in (0..WIRES).flat_map(|one| (0..one).map(move |other| (1 << one, 1 << other))) {
                let both: u8 = one | other;
                // Closed to ground wins over open, as on a board with pull-ups; or neither reaches ground.
                for read in [
                    if wires & both == 0 { wires } else { wires | both },
                    if wires & both == both { wires } else { wires & !both },
                ] {
                    let seen = position_of_wires(read);
                    assert!(seen.is_none() || seen == Some(position), "{position}: {seen:?}");
                }
            }
        }
    }
}
