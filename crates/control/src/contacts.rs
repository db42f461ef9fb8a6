//! # The adapter's contact and the charger's line
//!
//! **Stands for** two switches that say "the unit is off its adapter" and "the unit is on its charger", either of which would stop
//! the pump, and either of which can fail.
//!
//! **Rules**
//! - a contact counts once it has stood `debounce_ms`: one that lets go for a moment changes nothing
//! - strides contradict both: nobody walks on a unit that is off, or on a lead. So does a vacuum above 5 kPa that has stood for
//!   2 s, in one piece or between the moments at which the contact lets go: the line of a removed unit is open, and a prosthesis that holds vacuum is worn. So do three minutes of movement, as of
//!   somebody who stands
//! - a contact that was contradicted is not believed any more, is told, and is believed again after it has said for five minutes on
//!   end what fits: attached, or no charger
//!
//! **Assumptions** the charger is safe to be worn (firmware/README.md asks that of a maker), so that pumping on it hurts nobody.
//! **Tests** below, and `tests/second_look.rs`.

use crate::number::lasted;
use crate::time::Tick;

/// Vacuum that only a line on a worn socket has, Pa, and how long it must have stood, ms.
const WORN_PA: f32 = 5_000.0;
const WORN_MS: u32 = 2_000;
/// What moves for so long stands on no charger and lies in no drawer, ms.
const MOVING_MS: u32 = 180_000;
/// A contact that was contradicted must say this long what fits, ms.
const BELIEVED_AGAIN_MS: u32 = 300_000;

/// One of the two contacts. `said` is what would stop the pump.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Contact {
    said: bool,
    since: u64,
    /// How long a vacuum has stood while it did, ms, over all the times that it let go.
    vacuum_ms: u32,
    /// How long somebody has moved while it stood, less the time without, ms.
    moving_ms: u32,
    /// It says what cannot be.
    pub contradicted: bool,
    /// It is believed to say so.
    pub holds: bool,
}

/// What else is known at this step.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Evidence {
    /// Strides are seen.
    pub strides: bool,
    /// Whether something has moved of late, if that is known.
    pub moves: Option<bool>,
    /// The vacuum, Pa, if it is known.
    pub vacuum: Option<f32>,
}

impl Contact {
    pub const fn new() -> Self {
        Self { said: false, since: 0, vacuum_ms: 0, moving_ms: 0, contradicted: false, holds: false }
    }

    /// Not believed before a brown-out either.
    pub const fn restored(contradicted: bool) -> Self {
        Self { contradicted, ..Self::new() }
    }

    /// Whether it has said so for a debounce.
    pub fn stands(&self, now: u64, debounce_ms: u32) -> bool {
        self.said && lasted(now, self.since, debounce_ms)
    }

    /// Takes what the contact says.
    pub fn look(&mut self, tick: Tick, debounce_ms: u32, said: bool, evidence: Evidence) {
        if said != self.said {
            (self.said, self.since) = (said, tick.now);
        }
        let stands = self.stands(tick.now, debounce_ms);
        let dt = u32::try_from(tick.dt).unwrap_or(u32::MAX);
        let fits = !said && lasted(tick.now, self.since, BELIEVED_AGAIN_MS);
        // One that lets go every other second is contradicted as one that stands is.
        if stands && evidence.vacuum.is_some_and(|vacuum| vacuum > WORN_PA) {
            self.vacuum_ms = self.vacuum_ms.saturating_add(dt);
        } else if stands || fits {
            self.vacuum_ms = 0;
        }
        self.moving_ms = match (stands, evidence.moves) {
            (false, _) => 0,
            (true, Some(true)) => self.moving_ms.saturating_add(dt),
            (true, Some(false)) => self.moving_ms.saturating_sub(dt),
            (true, None) => self.moving_ms,
        };
        if stands && (evidence.strides || self.vacuum_ms >= WORN_MS || self.moving_ms >= MOVING_MS) {
            self.contradicted = true;
        } else if fits {
            self.contradicted = false;
        }
        self.holds = stands && !self.contradicted;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a contact is after saying something for some time, in steps of 10 ms.
    fn say(contact: &mut Contact, now: &mut u64, said: bool, ms: u64, evidence: Evidence) {
        for _ in 0..ms / 10 {
            *now += 10;
            contact.look(Tick { now: *now, dt: 10, late: false, back: false }, 300, said, evidence);
        }
    }

    const NOTHING: Evidence = Evidence { strides: false, moves: Some(false), vacuum: Some(0.0) };

    #[test]
    fn a_contact_counts_once_it_has_stood() {
        let (mut contact, mut now) = (Contact::new(), 0);
        say(&mut contact, &mut now, true, 300, NOTHING);
        assert!(!contact.holds);
        say(&mut contact, &mut now, true, 20, NOTHING);
        assert!(contact.holds && !contact.contradicted);
        say(&mut contact, &mut now, false, 10, NOTHING);
        assert!(!contact.holds);
    }

    #[test]
    fn sr_031_strides_or_a_vacuum_contradict_it_until_it_has_fitted_for_five_minutes() {
        for evidence in [
            Evidence { strides: true, moves: Some(true), vacuum: None },
            Evidence { strides: false, moves: Some(false), vacuum: Some(40_000.0) },
        ] {
            let (mut contact, mut now) = (Contact::new(), 0);
            say(&mut contact, &mut now, true, 3_000, evidence);
            assert!(contact.contradicted && !contact.holds);
            // Neither the end of the strides nor a moment in which it fits changes that.
            say(&mut contact, &mut now, true, 60_000, NOTHING);
            say(&mut contact, &mut now, false, 250_000, NOTHING);
            say(&mut contact, &mut now, true, 1_000, NOTHING);
            assert!(contact.contradicted && !contact.holds);
            say(&mut contact, &mut now, false, 301_000, NOTHING);
            assert!(!contact.contradicted);
            say(&mut contact, &mut now, true, 1_000, NOTHING);
            assert!(contact.holds);
        }
    }

    #[test]
    fn sr_031_one_that_lets_go_every_other_second_is_contradicted_by_a_vacuum_all_the_same() {
        let (mut contact, mut now) = (Contact::new(), 0);
        let vacuum = Evidence { strides: false, moves: Some(false), vacuum: Some(40_000.0) };
        for _ in 0..3 {
            say(&mut contact, &mut now, true, 1_500, vacuum);
            say(&mut contact, &mut now, false, 1_000, vacuum);
        }
        assert!(contact.contradicted && !contact.holds);
    }
}
