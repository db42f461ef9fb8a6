//! # The rotary switch, read by touch
//!
//! **Stands for** what the person wants, from a switch that bounces, is wet or cannot be read.
//!
//! **Rules**
//! - a position counts once it has stood `debounce_ms`; the first one after power-on counts at once, unless it is reverse
//! - unreadable, or a position that does not exist, for `debounce_ms`: a fault; until then the last one stands
//! - reverse begins when the switch stands at reverse and the gesture has been held for `hold_ms`, `hold_walking_ms`
//!   while walking, without a gap above half a second; until then what was selected goes on
//! - reverse ends when the switch has left it for `debounce_ms`, or the unit was removed
//!
//! **Assumptions** the touch electronics say whether they can read the position; steps come at least twice a second
//! while a gesture is held. **Tests** below, and `tests/modes.rs`.

use crate::inputs::Touch;
use crate::modes::Selected;
use crate::number::lasted;
use crate::settings::Settings;
use crate::time::Tick;

/// The longest gap between steps within which a gesture counts as held, ms.
const HELD_GAP_MS: u64 = 500;

/// What is remembered of the switch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Switch {
    pub selected: Selected,
    /// A selection was ever read, or was restored.
    known: bool,
    raw: Option<u8>,
    raw_since: u64,
    /// Own time of the last step at which it stood at reverse.
    reverse_at: u64,
    held_ms: u64,
    pub releasing: bool,
    pub unreadable: bool,
}

impl Switch {
    pub const fn new() -> Self {
        Self {
            selected: Selected::Off,
            known: false,
            raw: None,
            raw_since: 0,
            reverse_at: 0,
            held_ms: 0,
            releasing: false,
            unreadable: false,
        }
    }

    /// As it stood before a brown-out. Reverse is not resumed: it takes a new gesture.
    pub const fn restored(selected: Selected) -> Self {
        Self { selected, known: true, ..Self::new() }
    }

    pub fn look(&mut self, settings: &Settings, tick: Tick, touch: Touch, walking: bool, attached: bool) {
        let raw = touch.position.filter(|position| *position <= Touch::REVERSE);
        if raw != self.raw {
            self.raw = raw;
            self.raw_since = tick.now;
        }
        let stands = lasted(tick.now, self.raw_since, settings.debounce_ms);
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
        self.gesture(settings, tick, touch, walking, attached);
    }

    fn gesture(&mut self, settings: &Settings, tick: Tick, touch: Touch, walking: bool, attached: bool) {
        if self.raw == Some(Touch::REVERSE) {
            self.reverse_at = tick.now;
        }
        let at_reverse = self.raw == Some(Touch::REVERSE);
        let broken = tick.late || tick.back || tick.dt > HELD_GAP_MS || !attached;
        self.held_ms =
            if at_reverse && touch.reverse_held && !broken { self.held_ms.saturating_add(tick.dt) } else { 0 };
        let needed = if walking { settings.hold_walking_ms.max(settings.hold_ms) } else { settings.hold_ms };
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

    const HELD: Touch = Touch { position: Some(Touch::REVERSE), reverse_held: true, tapped: false };

    #[test]
    fn sr_016_reverse_needs_a_held_gesture_and_a_longer_one_while_walking() {
        for (walking, needed) in [(false, 2_000), (true, 6_000)] {
            let (mut switch, mut now) = (Switch::new(), 0);
            hold(&mut switch, &mut now, Touch::at(2), 1_000, walking);
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
}
