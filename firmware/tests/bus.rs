//! A bus that is held is freed by nine clocks and a stop, and one that cannot be is said to be held.

use firmware::bus::{Wires, free};

/// Both wires with a sensor that holds data low until it has seen so many falling edges of the clock.
struct Held {
    clocks_left: Option<u32>,
    clock: bool,
    data: bool,
    clocks: u32,
    stops: u32,
}

impl Held {
    fn seen(&self) -> bool {
        self.data && self.clocks_left == Some(0)
    }
}

impl Wires for Held {
    fn clock(&mut self, high: bool) {
        if self.clock && !high {
            self.clocks_left = self.clocks_left.map(|left| left.saturating_sub(1));
        }
        self.clocks += u32::from(!self.clock && high);
        self.clock = high;
    }

    fn data(&mut self, high: bool) {
        let before = self.seen();
        self.data = high;
        self.stops += u32::from(self.clock && !before && self.seen());
    }

    fn is_data_high(&mut self) -> bool {
        self.seen()
    }

    fn wait(&mut self) {}
}

#[test]
fn sr_042_a_sensor_in_the_middle_of_a_byte_lets_go_and_its_transfer_is_stopped() {
    for clocks in 0..=9 {
        let mut wires = Held { clocks_left: Some(clocks), clock: true, data: true, clocks: 0, stops: 0 };
        assert!(free(&mut wires), "{clocks}");
        assert_eq!((wires.clocks, wires.stops, wires.clock, wires.data), (10, 1, true, true), "{clocks}");
    }
}

#[test]
fn sr_042_a_wire_that_is_shorted_is_said_to_be_and_nobody_waits_for_it() {
    let mut wires = Held { clocks_left: None, clock: true, data: true, clocks: 0, stops: 0 };
    assert!(!free(&mut wires));
    assert_eq!((wires.clocks, wires.stops), (10, 0));
}
