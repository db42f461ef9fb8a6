//! # Modes
//!
//! **Stands for** what the unit is doing at large. This is all of it: each step the first row of the table that applies
//! decides, so every transition is read off one page. What a condition means, with its own hysteresis, is on the page
//! named beside it.
//!
//! | from | when | to | page |
//! |---|---|---|---|
//! | any | `Removed` | `Detached` | the unit is off its adapter, whose valve holds |
//! | any | `Releasing` | `Reverse` | `touch`: the gesture was held and the switch still stands at reverse |
//! | any | `OnCharger` | `Charging` | pump off: nobody pumps on a mains lead |
//! | any | `SwitchUnreadable` | `Fault` | `touch` |
//! | any | `StoredAway` | `Storage` | `wear`: doffed for long |
//! | any | `SelectedOff` | `Off` | `touch` |
//! | any | `SensorFault` | `Fault` | `sensor` |
//! | any | `CellsEmpty` | `LowBattery` | `cells`: empty or too hot |
//! | any | `SelectedLevel` | `Level` | `touch` |
//! | any | `SelectedAutomatic` | `Automatic` | `touch` |
//!
//! | mode | pump | valve |
//! |---|---|---|
//! | off, storage, charging, detached | off | holds |
//! | level 1–4 | on below set point − band, off at set point | holds |
//! | automatic | the same, the set point follows activity | holds |
//! | reverse | off | releases |
//! | low battery, fault | off | holds, warning |
//!
//! **Assumptions** reverse stands above charging and faults: letting go of the limb must always be possible.
//! **Tests** this page's table is the code's; every mode can be reached and left; `tests/modes.rs`.

/// What the unit is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Off: holds.
    Off,
    /// A manual level, 1 to 4.
    Level(u8),
    /// Vacuum by activity.
    Automatic,
    /// Air is let in.
    Reverse,
    /// Cells empty or too hot: holds.
    LowBattery,
    /// Something is broken: holds.
    Fault,
    /// Put away.
    Storage,
    /// On the charger.
    Charging,
    /// Off its adapter.
    Detached,
}

impl Mode {
    /// A number for frames: 0 off, 1 to 4 the levels, 5 automatic, then as above.
    pub const fn code(self) -> u8 {
        match self {
            Self::Off => 0,
            Self::Level(level) => level,
            Self::Automatic => 5,
            Self::Reverse => 6,
            Self::LowBattery => 7,
            Self::Fault => 8,
            Self::Storage => 9,
            Self::Charging => 10,
            Self::Detached => 11,
        }
    }

    /// The mode of a number.
    pub const fn of_code(code: u8) -> Option<Self> {
        Some(match code {
            0 => Self::Off,
            1..=4 => Self::Level(code),
            5 => Self::Automatic,
            6 => Self::Reverse,
            7 => Self::LowBattery,
            8 => Self::Fault,
            9 => Self::Storage,
            10 => Self::Charging,
            11 => Self::Detached,
            _ => return None,
        })
    }

    /// Whether the pump keeps a set point.
    pub const fn keeps(self) -> bool {
        matches!(self, Self::Level(_) | Self::Automatic)
    }
}

/// What the switch stands for, once believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Selected {
    Off,
    Level(u8),
    Automatic,
}

/// What the table asks about.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Conditions {
    pub removed: bool,
    pub releasing: bool,
    pub on_charger: bool,
    pub switch_unreadable: bool,
    pub stored_away: bool,
    pub sensor_fault: bool,
    pub cells_empty: bool,
    pub selected: Selected,
}

#[derive(Clone, Copy, Debug)]
enum When {
    Removed,
    Releasing,
    OnCharger,
    SwitchUnreadable,
    StoredAway,
    SelectedOff,
    SensorFault,
    CellsEmpty,
    SelectedLevel,
    SelectedAutomatic,
}

#[derive(Clone, Copy, Debug)]
enum To {
    Detached,
    Reverse,
    Charging,
    Fault,
    Storage,
    Off,
    LowBattery,
    Level,
    Automatic,
}

/// The table, in order of precedence.
const TABLE: [(When, To); 10] = [
    (When::Removed, To::Detached),
    (When::Releasing, To::Reverse),
    (When::OnCharger, To::Charging),
    (When::SwitchUnreadable, To::Fault),
    (When::StoredAway, To::Storage),
    (When::SelectedOff, To::Off),
    (When::SensorFault, To::Fault),
    (When::CellsEmpty, To::LowBattery),
    (When::SelectedLevel, To::Level),
    (When::SelectedAutomatic, To::Automatic),
];

impl Conditions {
    /// The mode that the table gives.
    pub fn mode(&self) -> Mode {
        let row = TABLE.iter().find(|(when, _)| self.holds(*when));
        match row.map(|(_, to)| *to) {
            Some(To::Detached) => Mode::Detached,
            Some(To::Reverse) => Mode::Reverse,
            Some(To::Charging) => Mode::Charging,
            Some(To::Storage) => Mode::Storage,
            Some(To::Off) => Mode::Off,
            Some(To::LowBattery) => Mode::LowBattery,
            Some(To::Level) => match self.selected {
                Selected::Level(level) => Mode::Level(level),
                _ => Mode::Fault,
            },
            Some(To::Automatic) => Mode::Automatic,
            Some(To::Fault) | None => Mode::Fault,
        }
    }

    fn holds(&self, when: When) -> bool {
        match when {
            When::Removed => self.removed,
            When::Releasing => self.releasing,
            When::OnCharger => self.on_charger,
            When::SwitchUnreadable => self.switch_unreadable,
            When::StoredAway => self.stored_away,
            When::SelectedOff => self.selected == Selected::Off,
            When::SensorFault => self.sensor_fault,
            When::CellsEmpty => self.cells_empty,
            When::SelectedLevel => matches!(self.selected, Selected::Level(_)),
            When::SelectedAutomatic => self.selected == Selected::Automatic,
        }
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::format;
    use std::vec::Vec;

    const QUIET: Conditions = Conditions {
        removed: false,
        releasing: false,
        on_charger: false,
        switch_unreadable: false,
        stored_away: false,
        sensor_fault: false,
        cells_empty: false,
        selected: Selected::Automatic,
    };

    #[test]
    fn the_table_of_this_page_is_the_table_of_the_code() {
        let rows: Vec<&str> = include_str!("modes.rs").lines().filter(|line| line.starts_with("//! | any |")).collect();
        assert_eq!(rows.len(), TABLE.len());
        for (row, (when, to)) in rows.iter().zip(TABLE) {
            assert!(row.starts_with(&format!("//! | any | `{when:?}` | `{to:?}` |")), "{row}");
        }
    }

    #[test]
    fn sr_017_letting_go_of_the_limb_stands_above_everything_but_a_unit_that_is_not_there() {
        let all = Conditions {
            removed: true,
            releasing: true,
            on_charger: true,
            switch_unreadable: true,
            stored_away: true,
            sensor_fault: true,
            cells_empty: true,
            ..QUIET
        };
        assert_eq!(all.mode(), Mode::Detached);
        assert_eq!(Conditions { removed: false, ..all }.mode(), Mode::Reverse);
        assert_eq!(Conditions { removed: false, releasing: false, ..all }.mode(), Mode::Charging);
    }

    #[test]
    fn codes_name_every_mode_once() {
        for code in 0..=255 {
            assert!(Mode::of_code(code).is_none_or(|mode| mode.code() == code));
        }
        assert_eq!((0..=255).filter_map(Mode::of_code).count(), 12);
    }

    #[test]
    fn off_is_silent_about_sensors_and_cells() {
        let off = Conditions { sensor_fault: true, cells_empty: true, selected: Selected::Off, ..QUIET };
        assert_eq!(off.mode(), Mode::Off);
        assert_eq!(Conditions { selected: Selected::Level(3), ..QUIET }.mode(), Mode::Level(3));
        assert_eq!(QUIET.mode(), Mode::Automatic);
    }

    /// Every condition, true and false, with every selection: there are no others.
    fn all() -> impl Iterator<Item = Conditions> {
        let levels = (1..=4).map(Selected::Level);
        let selections: Vec<Selected> = [Selected::Off, Selected::Automatic].into_iter().chain(levels).collect();
        (0..1u8 << 7).flat_map(move |bits| {
            let bit = move |place: u8| bits >> place & 1 == 1;
            selections.clone().into_iter().map(move |selected| Conditions {
                removed: bit(0),
                releasing: bit(1),
                on_charger: bit(2),
                switch_unreadable: bit(3),
                stored_away: bit(4),
                sensor_fault: bit(5),
                cells_empty: bit(6),
                selected,
            })
        })
    }

    #[test]
    fn sr_041_under_every_set_of_conditions_the_mode_is_the_safe_one() {
        assert_eq!(all().count(), 768);
        for conditions in all() {
            let Conditions {
                removed,
                releasing,
                on_charger,
                switch_unreadable,
                stored_away,
                sensor_fault,
                cells_empty,
                selected,
            } = conditions;
            let mode = conditions.mode();
            // Air is let in by the gesture, and by nothing else; and the gesture always works but off the adapter.
            assert_eq!(mode == Mode::Reverse, releasing && !removed, "{conditions:?}");
            // The pump runs only where nothing speaks against it, at what was selected.
            let hindered =
                removed || releasing || on_charger || switch_unreadable || stored_away || sensor_fault || cells_empty;
            assert_eq!(mode.keeps(), !hindered && selected != Selected::Off, "{conditions:?}");
            if let Mode::Level(level) = mode {
                assert_eq!(selected, Selected::Level(level));
            }
            // What is broken and needed is a fault, never a mode that is silent.
            let quiet = removed || releasing || on_charger;
            if switch_unreadable && !quiet {
                assert_eq!(mode, Mode::Fault, "{conditions:?}");
            }
            let used = !quiet && !stored_away && selected != Selected::Off;
            if sensor_fault && used {
                assert_eq!(mode, Mode::Fault, "{conditions:?}");
            }
            if cells_empty && used && !sensor_fault && !switch_unreadable {
                assert_eq!(mode, Mode::LowBattery, "{conditions:?}");
            }
        }
    }

    #[test]
    fn sr_041_each_condition_alone_does_what_its_row_says() {
        // A row that were never reached, or two in the wrong order, would show here.
        let alone = |set: fn(&mut Conditions)| {
            let mut conditions = QUIET;
            set(&mut conditions);
            conditions.mode()
        };
        assert_eq!(alone(|c| c.removed = true), Mode::Detached);
        assert_eq!(alone(|c| c.on_charger = true), Mode::Charging);
        assert_eq!(alone(|c| c.switch_unreadable = true), Mode::Fault);
        assert_eq!(alone(|c| c.stored_away = true), Mode::Storage);
        assert_eq!(alone(|c| c.sensor_fault = true), Mode::Fault);
        assert_eq!(alone(|c| c.cells_empty = true), Mode::LowBattery);
    }
}
