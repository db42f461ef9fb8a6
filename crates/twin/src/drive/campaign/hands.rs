//! # The person's hands in a campaign
//!
//! **Stands for** what the person does, by seed: sits, stands and walks every minute to 25 min, turns the switch every half hour to
//! three hours, and one time in six holds reverse instead.
//!
//! **Assumptions** nothing that the unit says changes it, but for a driver or a sensor that was repaired: then air is let in.

use super::super::fault::between;
use super::super::{Doing, Fault, Rig};
use control::Touch;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// How long the switch stands at reverse, s: the gesture, and as long as both sensors are compared.
const REVERSE_S: f64 = 25.0;

/// What the person does, by seed.
pub(super) struct Hands {
    random: ChaCha8Rng,
    next_s: f64,
    turn_s: f64,
    /// Reverse is, or was last, held until then, s.
    reverse_until_s: f64,
    holds: bool,
    /// Air is let in then, s, because something was repaired.
    lets_in_s: f64,
    /// How often the person has done something.
    pub acts: u32,
    /// When the switch was last turned, s.
    pub turned_s: f64,
    pub position: u8,
}

impl Hands {
    pub fn new(seed: u64) -> Self {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        random.set_stream(3);
        Self {
            random,
            next_s: 0.0,
            turn_s: 1_800.0,
            reverse_until_s: f64::NEG_INFINITY,
            holds: false,
            lets_in_s: f64::INFINITY,
            acts: 0,
            turned_s: 0.0,
            position: Touch::AUTOMATIC,
        }
    }

    /// Something was repaired that a unit learns of only where air is let in.
    pub fn will_let_air_in(&mut self, now: f64) {
        self.lets_in_s = now + 10.0;
    }

    pub fn move_on(&mut self, rig: &mut Rig) {
        let now = rig.t_s();
        if now >= self.next_s {
            self.acts += 1;
            self.next_s = now + between(&mut self.random, 60.0, 1_500.0);
            let doing = [Doing::Sit, Doing::Stand, Doing::Walk][self.random.next_u32() as usize % 3];
            if !rig.has(Fault::Doffed) {
                rig.does(doing);
            }
        }
        if now >= self.lets_in_s && !self.holds {
            self.lets_in_s = f64::INFINITY;
            self.reverse(rig);
        } else if now >= self.turn_s {
            self.turn_s = now + between(&mut self.random, 1_800.0, 10_800.0);
            let choice = self.random.next_u32() % 6;
            if choice == 0 {
                self.reverse(rig);
            } else {
                (self.acts, self.turned_s, self.holds) = (self.acts + 2, now, false);
                self.position = if choice == 5 { Touch::AUTOMATIC } else { choice as u8 };
                rig.touches(Touch::at(self.position));
            }
        } else if self.holds && now >= self.reverse_until_s {
            (self.holds, self.turned_s) = (false, now);
            rig.touches(Touch::at(self.position));
        }
    }

    /// Holds reverse, then turns back.
    fn reverse(&mut self, rig: &mut Rig) {
        let now = rig.t_s();
        (self.acts, self.turned_s) = (self.acts + 2, now);
        (self.reverse_until_s, self.holds) = (now + REVERSE_S, true);
        rig.touches(Touch { reverse_held: true, ..Touch::at(Touch::REVERSE) });
    }

    /// Whether reverse is held, or was within the last `margin` seconds.
    pub fn held(&self, now: f64, margin: f64) -> bool {
        self.holds || now <= self.reverse_until_s + margin
    }
}
