//! # The rotary switch, read by touch
//!
//! **Stands for** what the person wants, from a switch that bounces, is wet or cannot be read.
//!
//! **Rules**
//! - a position counts once it has stood `debounce_ms`; the first one after power-on counts at once, unless it is reverse
//! - one that has not stood for 3 s chatters: what was selected goes on, and it is told
//! - unreadable, or a position that does not exist, for `debounce_ms`: a fault; until then the last one stands
//! - reverse begins when the switch stands at reverse and the gesture has been held for `hold_ms`, `hold_walking_ms`
//!   while walking, without a gap above half a second; until then what was selected goes on
//! - the gesture counts only if its button was seen open since the switch came to reverse: one that is stuck closed lets no air in.
//!   While motion is not known the time of walking holds. A button that is closed for 35 s is told
//! - three taps while the button is held, the switch not at reverse, silence what is urgent: water makes taps, and may hold a button,
//!   but does not do both
//! - reverse ends when the switch has left it for `debounce_ms`, or the unit was removed
//!
//! **Assumptions** the touch electronics say whether they can read the position; steps come at least twice a second
//! while a gesture is held. **Tests** below, and `tests/modes.rs`.

use crate::inputs::Touch;
use crate::modes::Selected;
use crate::number::lasted;
use crate::settings::Settings;
use crate::time::Tick;

/// A switch that has not stood for so long chatters, ms.
const CHATTERS_MS: u32 = 3_000;
/// The longest gap between steps within which a gesture counts as held, ms.
const HELD_GAP_MS: u64 = 500;
/// A button that is closed for longer is stuck, ms: no gesture takes so long.
const BUTTON_STUCK_MS: u32 = 35_000;
/// Taps that silence while the button is held, and the time they may take, ms.
const SILENCING_TAPS: u8 = 3;
const SILENCING_MS: u32 = 5_000;
/// The switch has been left at reverse, ms.
const LEFT_MS: u32 = 10_000;

/// What is remembered of the switch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Switch {
    pub selected: Selected,
    /// A selection was ever read, or was restored.
    known: bool,
    raw: Option<u8>,
    raw_since: u64,
    /// For how long it has not stood for its debounce, ms.
    unsteady_ms: u32,
    /// It has not for long.
    pub chatters: bool,
    /// Own time of the last step at which it stood at reverse.
    reverse_at: u64,
    held_ms: u64,
    pub releasing: bool,
    pub unreadable: bool,
    /// The button was open since the switch came to reverse.
    opened: bool,
    /// Own time since which the button has been closed.
    closed_since: Option<u64>,
    /// It has been closed for longer than any gesture.
    pub button_stuck: bool,
    /// Own time since which the switch has stood at reverse.
    reverse_since: Option<u64>,
    tapped: bool,
    taps: u8,
    taps_since: u64,
}

/// What the person did at this step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Acts {
    /// Another position was selected, or air is let in.
    pub turned: bool,
    /// The switch was tapped.
    pub tapped: bool,
    /// What is urgent was silenced.
    pub silenced: bool,
}

impl Switch {
    pub const fn new() -> Self {
        Self {
            selected: Selected::Off,
            known: false,
            raw: None,
            raw_since: 0,
            unsteady_ms: 0,
            chatters: false,
            reverse_at: 0,
            held_ms: 0,
            releasing: false,
            unreadable: false,
            opened: false,
            closed_since: None,
            button_stuck: false,
            reverse_since: None,
            tapped: false,
            taps: 0,
            taps_since: 0,
        }
    }

    /// As it stood before a brown-out. Reverse is not resumed: it takes a new gesture.
    pub const fn restored(selected: Selected) -> Self {
        Self { selected, known: true, ..Self::new() }
    }

    /// Takes what is touched; `slowly`: the person walks, or may.
    pub fn look(&mut self, settings: &Settings, tick: Tick, touch: Touch, slowly: bool, attached: bool) -> Acts {
        let before = (self.selected, self.releasing);
        let raw = touch.position.filter(|position| *position <= Touch::REVERSE);
        if raw != self.raw {
            self.raw = raw;
            self.raw_since = tick.now;
        }
        let stands = lasted(tick.now, self.raw_since, settings.debounce_ms);
        // Of a long gap between steps only a moment is known to have been unsteady.
        let unsteady = u32::try_from(tick.dt.min(HELD_GAP_MS)).unwrap_or(0);
        self.unsteady_ms = if stands { 0 } else { self.unsteady_ms.saturating_add(unsteady) };
        self.chatters = self.unsteady_ms >= CHATTERS_MS;
        match raw {
            None => {
                if stands || !self.known {
                    self.unreadable = true;
                }
            }
            Some(position) => {
                if stands || !self.known {
                    self.unreadable = false;
                    if position != Touch::REVERSE {
                        self.known = true;
                        self.selected = match position {
                            Touch::OFF => Selected::Off,
                            Touch::AUTOMATIC => Selected::Automatic,
                            level => Selected::Level(level),
                        };
                    }
                }
            }
        }
        self.gesture(settings, tick, touch, slowly, attached);
        let (tapped, silenced) = self.taps(tick, touch);
        Acts { turned: (self.selected, self.releasing) != before, tapped, silenced }
    }

    /// Whether the switch has been left at reverse.
    pub fn left_at_reverse(&self, now: u64) -> bool {
        self.reverse_since.is_some_and(|since| lasted(now, since, LEFT_MS))
    }

    fn taps(&mut self, tick: Tick, touch: Touch) -> (bool, bool) {
        let tap = touch.tapped && !self.tapped;
        self.tapped = touch.tapped;
        if !touch.reverse_held || self.raw == Some(Touch::REVERSE) || self.button_stuck {
            self.taps = 0;
        } else if tap {
            if self.taps == 0 || lasted(tick.now, self.taps_since, SILENCING_MS) {
                (self.taps, self.taps_since) = (0, tick.now);
            }
            self.taps = self.taps.saturating_add(1);
        }
        let silenced = self.taps >= SILENCING_TAPS;
        if silenced {
            self.taps = 0;
        }
        (tap, silenced)
    }

    fn gesture(&mut self, settings: &Settings, tick: Tick, touch: Touch, slowly: bool, attached: bool) {
        if touch.reverse_held {
            let since = *self.closed_since.get_or_insert(tick.now);
            self.button_stuck = self.button_stuck || lasted(tick.now, since, BUTTON_STUCK_MS);
        } else {
            (self.closed_since, self.button_stuck) = (None, false);
        }
        if self.raw == Some(Touch::REVERSE) {
            self.reverse_at = tick.now;
            self.reverse_since.get_or_insert(tick.now);
            self.opened = self.opened || !touch.reverse_held;
        } else if lasted(tick.now, self.reverse_at, settings.debounce_ms) {
            (self.reverse_since, self.opened) = (None, false);
        }
        let at_reverse = self.raw == Some(Touch::REVERSE);
        let broken = tick.late || tick.back || tick.dt > HELD_GAP_MS || !attached;
        self.held_ms = if at_reverse && self.opened && touch.reverse_held && !broken {
            self.held_ms.saturating_add(tick.dt)
        } else {
            0
        };
        let needed = if slowly { settings.hold_walking_ms.max(settings.hold_ms) } else { settings.hold_ms };
        // A setting of 0 must not make a touch a release.
        if self.held_ms >= u64::from(needed.max(1_000)) {
            self.releasing = true;
        }
        if !attached || (!at_reverse && lasted(tick.now, self.reverse_at, settings.debounce_ms)) {
            self.releasing = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Steps every 100 ms for some time.
    fn hold(switch: &mut Switch, now: &mut u64, touch: Touch, ms: u64, walking: bool) {
        for _ in 0..ms / 100 {
            *now += 100;
            let tick = Tick { now: *now, dt: 100, late: false, back: false };
            switch.look(&Settings::default(), tick, touch, walking, true);
        }
    }

    const OPEN: Touch = Touch::at(Touch::REVERSE);

    const HELD: Touch = Touch { position: Some(Touch::REVERSE), reverse_held: true, tapped: false };

    #[test]
    fn sr_016_reverse_needs_a_held_gesture_and_a_longer_one_while_walking() {
        for (walking, needed) in [(false, 2_000), (true, 6_000)] {
            let (mut switch, mut now) = (Switch::new(), 0);
            hold(&mut switch, &mut now, Touch::at(2), 1_000, walking);
            hold(&mut switch, &mut now, OPEN, 100, walking);
            hold(&mut switch, &mut now, HELD, needed - 100, walking);
            assert!(!switch.releasing && switch.selected == Selected::Level(2));
            // Let go for a moment: it begins anew.
            hold(&mut switch, &mut now, Touch::at(Touch::REVERSE), 100, walking);
            hold(&mut switch, &mut now, HELD, needed - 100, walking);
            assert!(!switch.releasing);
            hold(&mut switch, &mut now, HELD, 100, walking);
            assert!(switch.releasing);
            hold(&mut switch, &mut now, Touch::at(Touch::REVERSE), 60_000, walking);
            assert!(switch.releasing, "it lasts until the switch is turned");
            hold(&mut switch, &mut now, Touch::at(2), 500, walking);
            assert!(!switch.releasing);
        }
    }

    #[test]
    fn sr_016_a_gap_in_the_gesture_or_a_jump_of_the_clock_is_not_holding() {
        let mut switch = Switch::new();
        for n in 0..100u64 {
            let tick = Tick { now: n * 10_000, dt: 10_000, late: false, back: false };
            switch.opened = true;
            switch.look(&Settings::default(), tick, HELD, false, true);
        }
        assert!(!switch.releasing);
    }

    #[test]
    fn sr_018_a_bouncing_switch_changes_nothing_until_it_stands() {
        let (mut switch, mut now) = (Switch::new(), 0);
        hold(&mut switch, &mut now, Touch::at(5), 1_000, false);
        for bounce in [1, 5, 2, 5, 4, 0, 6, 5] {
            hold(&mut switch, &mut now, Touch::at(bounce), 200, false);
            hold(&mut switch, &mut now, Touch { position: None, ..Touch::at(0) }, 100, false);
            assert!(switch.selected == Selected::Automatic && !switch.unreadable && !switch.releasing);
        }
        hold(&mut switch, &mut now, Touch::at(3), 400, false);
        assert_eq!(switch.selected, Selected::Level(3));
        // For longer than anybody turns it: what was selected goes on, and it is told.
        for bounce in [1, 3].into_iter().cycle().take(40) {
            hold(&mut switch, &mut now, Touch::at(bounce), 100, false);
        }
        assert!(switch.chatters && switch.selected == Selected::Level(3) && !switch.unreadable);
        hold(&mut switch, &mut now, Touch::at(3), 400, false);
        assert!(!switch.chatters);
    }

    #[test]
    fn sr_013_what_cannot_be_read_is_a_fault_after_the_debounce_and_at_once_when_nothing_is_known() {
        for touch in [Touch { position: None, ..Touch::at(0) }, Touch::at(7), Touch::at(255)] {
            let (mut switch, mut now) = (Switch::new(), 0);
            hold(&mut switch, &mut now, touch, 100, false);
            assert!(switch.unreadable);
            hold(&mut switch, &mut now, Touch::at(1), 400, false);
            assert!(!switch.unreadable);
            hold(&mut switch, &mut now, touch, 200, false);
            assert!(!switch.unreadable);
            hold(&mut switch, &mut now, touch, 300, false);
            assert!(switch.unreadable);
        }
    }

    #[test]
    fn sr_037_a_button_that_is_stuck_closed_lets_no_air_in_and_is_told() {
        let (mut switch, mut now) = (Switch::new(), 0);
        let stuck = |position| Touch { reverse_held: true, ..Touch::at(position) };
        hold(&mut switch, &mut now, stuck(3), 34_000, false);
        assert!(!switch.button_stuck);
        hold(&mut switch, &mut now, stuck(3), 2_000, false);
        assert!(switch.button_stuck);
        hold(&mut switch, &mut now, stuck(Touch::REVERSE), 60_000, false);
        assert!(!switch.releasing);
        // Seen open once, it is a button again.
        hold(&mut switch, &mut now, OPEN, 100, false);
        hold(&mut switch, &mut now, HELD, 2_000, false);
        assert!(switch.releasing && !switch.button_stuck);
    }

    #[test]
    fn sr_038_only_taps_while_the_button_is_held_silence_what_is_urgent() {
        let silences = |held: bool, taps: usize, apart_ms: u64| {
            let (mut switch, mut now, mut silenced) = (Switch::new(), 0, false);
            for n in 0..taps * 2 {
                now += apart_ms / 2;
                let touch = Touch { reverse_held: held, tapped: n % 2 == 1, ..Touch::at(3) };
                let tick = Tick { now, dt: apart_ms / 2, late: false, back: false };
                silenced |= switch.look(&Settings::default(), tick, touch, false, true).silenced;
            }
            silenced
        };
        assert!(silences(true, 3, 400));
        assert!(!silences(true, 2, 400) && !silences(false, 100, 400) && !silences(true, 20, 3_000));
    }
}
