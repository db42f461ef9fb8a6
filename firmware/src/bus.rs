//! An I²C bus that something holds: a sensor that lost its supply, or its master, in the middle of a byte waits for a clock with the
//! data wire low, and nobody can begin. Nine clocks let it end its byte, and a stop ends what it was in (UM10204, 3.1.16).

/// Both wires of a bus, driven by hand: low, or let go.
pub trait Wires {
    /// The clock is let go (`true`), or held low.
    fn clock(&mut self, high: bool);
    /// The same of the data wire.
    fn data(&mut self, high: bool);
    /// Whether the data wire is high.
    fn is_data_high(&mut self) -> bool;
    /// Waits for half a clock.
    fn wait(&mut self);
}

/// Frees a bus; whether it is free.
pub fn free(wires: &mut impl Wires) -> bool {
    wires.data(true);
    for _ in 0..9 {
        wires.clock(false);
        wires.wait();
        wires.clock(true);
        wires.wait();
    }
    // A stop: data rises while the clock is high.
    wires.clock(false);
    wires.data(false);
    wires.wait();
    wires.clock(true);
    wires.wait();
    wires.data(true);
    wires.wait();
    wires.is_data_high()
}
