//! The controller's numbers, as data.

use units::VacuumLevel;

/// Set points, bands and limits. All are our defaults unless a source is named.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// Set points of the manual levels 1 to 4.
    pub levels: [VacuumLevel; 4],
    /// Automatic set point when sitting or lying.
    pub automatic_rest: VacuumLevel,
    /// Automatic set point when standing.
    pub automatic_stand: VacuumLevel,
    /// Automatic set point when walking.
    pub automatic_walk: VacuumLevel,
    /// How far the vacuum may fall below the set point before the pump starts.
    pub band: VacuumLevel,
    /// Never exceeded, whatever the set point: the top of the maker's working range (ottobock_p3_ifu, 25 inHg).
    pub ceiling: VacuumLevel,
    /// Longest run without reaching the set point, ms: then the socket leaks more than the pump removes.
    pub longest_run_ms: u64,
    /// Pause after such a run before the pump tries again, ms.
    pub pause_ms: u64,
    /// Shortest time a recognised activity must last before automatic mode follows it, ms.
    pub dwell_ms: u64,
    /// Cell voltage of the pair below which the pump stays off.
    pub empty_volts: f64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            levels: [
                VacuumLevel::from_inhg(12.0),
                VacuumLevel::from_inhg(15.0),
                VacuumLevel::from_inhg(18.0),
                VacuumLevel::from_inhg(21.0),
            ],
            automatic_rest: VacuumLevel::from_inhg(13.0),
            automatic_stand: VacuumLevel::from_inhg(16.0),
            automatic_walk: VacuumLevel::from_inhg(18.0),
            band: VacuumLevel::from_inhg(2.0),
            ceiling: VacuumLevel::from_inhg(25.0),
            longest_run_ms: 90_000,
            pause_ms: 600_000,
            dwell_ms: 20_000,
            empty_volts: 1.9,
        }
    }
}
