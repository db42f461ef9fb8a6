//! # Consistent overhead byte stuffing
//!
//! **Stands for** telling where a frame ends on a wire that loses bytes: 0 ends a frame and stands nowhere else.
//!
//! **Equations** (Cheshire and Baker 1999) each run of up to 254 bytes without 0 is preceded by its length + 1; a run
//! shorter than 254 stands for a 0 after it, but for the last. Frames here are shorter than that, so one byte is all the overhead.
//!
//! **Assumptions** frames of at most 253 bytes. **Tests** round trip of any bytes, no 0 within.

/// Stuffs `plain` into `into`, with the closing 0; its length, or `None` where it does not fit.
pub(crate) fn stuff(plain: &[u8], into: &mut [u8]) -> Option<usize> {
    if plain.len() > 253 {
        return None;
    }
    let (mut code_at, mut at, mut code) = (0usize, 1usize, 1u8);
    for byte in plain {
        if *byte == 0 {
            *into.get_mut(code_at)? = code;
            (code_at, code) = (at, 1);
        } else {
            *into.get_mut(at)? = *byte;
            code = code.saturating_add(1);
        }
        at = at.saturating_add(1);
    }
    *into.get_mut(code_at)? = code;
    *into.get_mut(at)? = 0;
    Some(at.saturating_add(1))
}

/// Takes the stuffing out of `stuffed` (without the closing 0), into `into`; its length, or `None` where it is broken.
pub(crate) fn unstuff(stuffed: &[u8], into: &mut [u8]) -> Option<usize> {
    let (mut rest, mut at) = (stuffed, 0usize);
    while let Some((code, after)) = rest.split_first() {
        let run = usize::from(*code).checked_sub(1)?;
        let (bytes, next) = after.split_at_checked(run)?;
        for byte in bytes {
            if *byte == 0 {
                return None;
            }
            *into.get_mut(at)? = *byte;
            at = at.saturating_add(1);
        }
        rest = next;
        if !rest.is_empty() {
            *into.get_mut(at)? = 0;
            at = at.saturating_add(1);
        }
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_papers_examples() {
        let mut into = [0xaa; 8];
        for (plain, stuffed) in [(&[][..], &[1, 0][..]), (&[0], &[1, 1, 0]), (&[1, 0, 2], &[2, 1, 2, 2, 0])] {
            assert_eq!(stuff(plain, &mut into), Some(stuffed.len()));
            assert_eq!(&into[..stuffed.len()], stuffed);
        }
        assert_eq!(stuff(&[1; 8], &mut into), None);
        assert_eq!(unstuff(&[5, 1], &mut into), None);
    }

    proptest! {
        #[test]
        fn any_bytes_go_round_and_hold_no_zero(plain in prop::collection::vec(0u8..4, 0..=253)) {
            let (mut stuffed, mut back) = ([0; 255], [0; 255]);
            let long = stuff(&plain, &mut stuffed).unwrap();
            prop_assert!(stuffed[..long - 1].iter().all(|byte| *byte != 0));
            let plain_long = unstuff(&stuffed[..long - 1], &mut back).unwrap();
            prop_assert_eq!(&back[..plain_long], &plain[..]);
        }
    }
}
