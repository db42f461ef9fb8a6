//! # Activity
//!
//! **Stands for** what the person does, as far as one sensor on the shank tells, and what automatic mode makes of it.
//!
//! | activity | told by |
//! |---|---|
//! | run, walk, slow walk | cadence from 145, from 80, below (hysteresis 5) steps/min |
//! | lie | shank tilted by more than 65°, until below 55° |
//! | sit | shank tilted by more than 18°, until below 12°; or upright without any movement for a minute |
//! | stand | upright |
//!
//! **What is not told apart** Sitting with the shank upright reads as standing until it has been still for a minute.
//! A leg put up reads as lying. Bumps on a rough drive that happen to keep time read as a few steps. Stairs, slopes and a crutch's gait read as walking, slow if they are slow. Riding a bicycle
//! reads as sitting or standing. All of these err towards more vacuum, or towards less while nothing moves.
//!
//! **Following** an activity that asks for more is followed after `rise_dwell_ms`, one that asks for less after
//! `fall_dwell_ms`; what points the same way counts as one stretch. Where motion is not
//! known (`gait`) walking is followed: suspension first. Until then the last activity stands.
//! **Tests** `tests/walking.rs`; following below.

use crate::gait::Gait;
use crate::number::lasted;
use crate::settings::Settings;
use crate::time::Tick;

/// What the person is recognised to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Activity {
    /// The shank lies: lying, a leg put up, or a prosthesis on the floor.
    Lie,
    /// Sitting.
    Sit,
    /// Standing.
    Stand,
    /// Walking slowly.
    WalkSlow,
    /// Walking.
    Walk,
    /// Running.
    Run,
}

impl Activity {
    /// All, from the least lively on.
    pub const ALL: [Self; 6] = [Self::Lie, Self::Sit, Self::Stand, Self::WalkSlow, Self::Walk, Self::Run];

    /// Whether the person is on the way.
    pub const fn walks(self) -> bool {
        matches!(self, Self::WalkSlow | Self::Walk | Self::Run)
    }

    /// Its place in [`Activity::ALL`].
    pub const fn code(self) -> u8 {
        match self {
            Self::Lie => 0,
            Self::Sit => 1,
            Self::Stand => 2,
            Self::WalkSlow => 3,
            Self::Walk => 4,
            Self::Run => 5,
        }
    }

    /// The activity of a code.
    pub fn of_code(code: u8) -> Option<Self> {
        Self::ALL.get(usize::from(code)).copied()
    }
}

/// Squares of cosines of the tilts, by which postures begin and end.
const COS2_12: f32 = 0.956_8;
const COS2_18: f32 = 0.904_5;
const COS2_55: f32 = 0.329_0;
const COS2_65: f32 = 0.178_6;
/// Upright and without any movement this long: sitting, ms.
const UPRIGHT_STILL_MS: u64 = 60_000;
/// Cadences at which slow walking ends and running begins, and their hysteresis, steps/min.
const WALK_FROM: f32 = 80.0;
const RUN_FROM: f32 = 145.0;
const CADENCE_HYSTERESIS: f32 = 5.0;

/// What is seen, and what is followed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Follower {
    pub seen: Activity,
    pub followed: Activity,
    /// Since when more or less than what is followed has been seen.
    other_since: Option<(bool, u64)>,
}

impl Follower {
    pub const fn new() -> Self {
        Self { seen: Activity::Sit, followed: Activity::Sit, other_since: None }
    }

    pub fn look(&mut self, settings: &Settings, tick: Tick, gait: &Gait) {
        if gait.fresh(tick.now) {
            self.seen = recognise(self.seen, tick.now, gait);
        }
        let wanted = if gait.lost { Activity::Walk } else { self.seen };
        if wanted == self.followed {
            self.other_since = None;
            return;
        }
        let more = wanted > self.followed;
        let since = match self.other_since {
            Some((direction, since)) if direction == more => since,
            _ => tick.now,
        };
        self.other_since = Some((more, since));
        if lasted(tick.now, since, if more { settings.rise_dwell_ms } else { settings.fall_dwell_ms }) {
            (self.followed, self.other_since) = (wanted, None);
        }
    }
}

fn recognise(before: Activity, now: u64, gait: &Gait) -> Activity {
    if let Some(cadence) = gait.cadence() {
        let from = |limit: f32, above: bool| if above { limit - CADENCE_HYSTERESIS } else { limit };
        return if cadence >= from(RUN_FROM, before == Activity::Run) {
            Activity::Run
        } else if cadence >= from(WALK_FROM, matches!(before, Activity::Walk | Activity::Run)) {
            Activity::Walk
        } else {
            Activity::WalkSlow
        };
    }
    let [x, y, z] = gait.down;
    let whole = x * x + y * y + z * z;
    // cos² of the shank's tilt against a limit; upside down is lying.
    let within = |cos2: f32| z > 0.0 && z * z >= cos2 * whole;
    let lying = !within(if before == Activity::Lie { COS2_55 } else { COS2_65 });
    let upright = within(if before == Activity::Sit { COS2_12 } else { COS2_18 });
    if lying {
        Activity::Lie
    } else if !upright || gait.still_ms(now) >= UPRIGHT_STILL_MS {
        Activity::Sit
    } else if before == Activity::Sit && gait.still_ms(now) >= 2_000 {
        // A chair with the shank upright: it takes a movement to stand up.
        Activity::Sit
    } else {
        Activity::Stand
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sees an activity for some seconds, in steps of a second.
    fn see(follower: &mut Follower, now: &mut u64, seen: Activity, seconds: u32) {
        follower.seen = seen;
        for _ in 0..seconds {
            *now += 1_000;
            follower.look(&Settings::default(), Tick { now: *now, dt: 1_000, late: false, back: false }, &Gait::new());
        }
    }

    #[test]
    fn more_is_followed_sooner_than_less_and_the_same_direction_counts_as_one_stretch() {
        let (mut follower, mut now) = (Follower::new(), 0);
        see(&mut follower, &mut now, Activity::Stand, 2);
        assert_eq!(follower.followed, Activity::Sit);
        see(&mut follower, &mut now, Activity::Walk, 2);
        assert_eq!(follower.followed, Activity::Walk);
        see(&mut follower, &mut now, Activity::Stand, 12);
        see(&mut follower, &mut now, Activity::Sit, 8);
        assert_eq!(follower.followed, Activity::Walk);
        see(&mut follower, &mut now, Activity::Sit, 1);
        assert_eq!(follower.followed, Activity::Sit);
    }

    #[test]
    fn a_few_steps_across_the_room_change_nothing_for_long() {
        let (mut follower, mut now) = (Follower::new(), 0);
        see(&mut follower, &mut now, Activity::Walk, 10);
        for _ in 0..20 {
            see(&mut follower, &mut now, Activity::Stand, 15);
            assert_eq!(follower.followed, Activity::Walk);
            see(&mut follower, &mut now, Activity::Walk, 5);
        }
    }

    #[test]
    fn codes_are_places() {
        for activity in Activity::ALL {
            assert_eq!(Activity::of_code(activity.code()), Some(activity));
        }
        assert_eq!(Activity::of_code(6), None);
    }
}
