//! # Scripts
//!
//! **Stands for** what one would do by hand, written down: a time, then what happens.
//!
//! ```text
//! # seconds, or minutes:seconds          orders
//! 0     switch automatic                  switch off | 1 … 4 | automatic | reverse (held until the next turn)
//! 0     stand                             sit | stand | walk | doff
//! 1:00  walk
//! 5:00  fault sensor_silent               fault NAME, repair NAME (names: see `fault`)
//! 6:00  repair sensor_silent              fault NAME ON_S of EVERY_S: it comes and goes
//! 6:30  tap                               snoozes what is not urgent; `silence`: the gesture for what is urgent
//! 7:00  ambient 85                        ambient KPA | temperature CELSIUS | charge PERCENT
//! 8:00  charger on                        charger on | off
//! 9:00  unit off                          unit off | on: what the contact on the adapter says of a unit that stays where it is
//! 9:30  unit removed                      unit removed | back: it is taken off its adapter
//! 10:00 end
//! ```
//!
//! **Assumptions** times do not fall; a script ends with `end`. **Tests** below.

use super::{Doing, Fault, Flicker, Rig, Seen};
use control::{Inputs, Milliseconds, Touch};
use domain::document::Bounds;

/// The longest run of a script, s: a week.
const LONGEST_S: f64 = 7.0 * 86_400.0;

/// What happens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Order {
    /// The person does something else.
    Do(Doing),
    /// The switch is turned.
    Switch(Touch),
    /// The switch is tapped.
    Tap,
    /// What is urgent is silenced.
    Silence,
    /// A fault begins, or is repaired.
    Fault(Fault, bool),
    /// A fault begins that comes and goes.
    Flicker(Fault, Flicker),
    /// A charger is connected, or taken off.
    Charger(bool),
    /// The contact on the adapter says that the unit is on it, or off.
    Contact(bool),
    /// The unit is put on its adapter, or taken off.
    Unit(bool),
    /// Something around becomes another.
    Around(Around, f64),
    /// It is over.
    End,
}

/// What is around the unit, and between which numbers it may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Around {
    /// Ambient pressure, kPa: from 4,000 m to below the sea.
    Ambient,
    /// Temperature at the cells, °C.
    Temperature,
    /// Charge of the cells, %.
    Charge,
}

impl Around {
    fn named(name: &str) -> Option<(Self, Bounds)> {
        Some(match name {
            "ambient" => (Self::Ambient, Bounds::new(60.0, 110.0, "kPa")),
            "temperature" => (Self::Temperature, Bounds::new(-40.0, 80.0, "°C")),
            "charge" => (Self::Charge, Bounds::new(0.0, 100.0, "%")),
            _ => return None,
        })
    }
}

/// A script.
#[derive(Clone, Debug, PartialEq)]
pub struct Script {
    orders: Vec<(f64, Order)>,
}

/// A line that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Which, from 1.
    pub line: usize,
    /// What stands there.
    pub value: String,
    /// What is wrong.
    pub what: &'static str,
    /// What would be right.
    pub expected: String,
}

impl Script {
    /// Reads a script.
    ///
    /// # Errors
    /// The first line that cannot be read.
    pub fn parse(text: &str) -> Result<Self, Unreadable> {
        let mut orders: Vec<(f64, Order)> = vec![];
        let mut last = 0;
        for (index, line) in text.lines().enumerate() {
            let words: Vec<&str> = line.split('#').next().unwrap_or_default().split_whitespace().collect();
            let Some((time, order)) = words.split_first() else { continue };
            last = index + 1;
            let wrong = |value: &str, what, expected: &str| Unreadable {
                line: index + 1,
                value: value.into(),
                what,
                expected: expected.into(),
            };
            let at_s =
                seconds(time).ok_or_else(|| wrong(time, "not a time", "seconds (90) or minutes:seconds (1:30)"))?;
            if orders.last().is_some_and(|(before, _)| at_s < *before) {
                return Err(wrong(time, "earlier than the line before", "times that do not fall"));
            }
            if at_s > LONGEST_S {
                return Err(wrong(time, "too late", "at most a week"));
            }
            if orders.last().is_some_and(|(_, order)| *order == Order::End) {
                return Err(wrong(line.trim(), "after the end", "`end` as the last line"));
            }
            orders.push((at_s, read(order).map_err(|(what, expected)| wrong(&order.join(" "), what, &expected))?));
        }
        match orders.last() {
            Some((_, Order::End)) => Ok(Self { orders }),
            _ => Err(Unreadable {
                line: last.max(1),
                value: text.lines().nth(last.saturating_sub(1)).unwrap_or_default().trim().into(),
                what: "the script does not end",
                expected: "a last line such as `10:00 end`".into(),
            }),
        }
    }

    /// How long it lasts, s.
    pub fn ends_s(&self) -> f64 {
        self.orders.last().map_or(0.0, |(at_s, _)| *at_s)
    }

    /// Runs it; `each` sees every step, `sensed` what the controller gets.
    pub fn run(&self, rig: &mut Rig, mut each: impl FnMut(&Seen), mut sensed: impl FnMut(Milliseconds, &Inputs)) {
        for (at_s, order) in &self.orders {
            while rig.t_s() < *at_s {
                each(&rig.step_sensed(&mut sensed));
            }
            match *order {
                Order::Do(doing) => rig.does(doing),
                Order::Switch(touch) => rig.touches(touch),
                Order::Tap => rig.taps(),
                Order::Silence => rig.silences(),
                Order::Flicker(fault, flicker) => rig.flickers(fault, true, Some(flicker)),
                Order::Contact(there) => rig.fault(Fault::AdapterOpen, !there),
                Order::Fault(fault, there) => rig.fault(fault, there),
                Order::Charger(there) => rig.charger(there),
                Order::Unit(there) => rig.attach(there),
                Order::Around(Around::Ambient, kpa) => rig.ambient(kpa * 1e3),
                Order::Around(Around::Temperature, celsius) => rig.temperature(celsius),
                Order::Around(Around::Charge, percent) => rig.charge(percent / 100.0),
                Order::End => {}
            }
        }
    }
}

/// All orders.
const ORDERS: &str = "sit, stand, walk, doff, switch POSITION, tap, silence, fault NAME [ON_S of EVERY_S], repair NAME, charger on|off, \
                      unit on|off|removed|back, \
                      ambient KPA, temperature CELSIUS, charge PERCENT or end";

fn seconds(text: &str) -> Option<f64> {
    let number = |text: &str| text.parse::<f64>().ok().filter(|x| x.is_finite() && *x >= 0.0);
    match text.split_once(':') {
        Some((minutes, seconds)) => Some(60.0 * number(minutes)? + number(seconds).filter(|s| *s < 60.0)?),
        None => number(text),
    }
}

fn read(words: &[&str]) -> Result<Order, (&'static str, String)> {
    let faults = || Fault::ALL.map(Fault::name).join(", ");
    match words {
        ["sit"] => Ok(Order::Do(Doing::Sit)),
        ["stand"] => Ok(Order::Do(Doing::Stand)),
        ["walk"] => Ok(Order::Do(Doing::Walk)),
        ["doff"] => Ok(Order::Do(Doing::Doffed)),
        ["end"] => Ok(Order::End),
        ["tap"] => Ok(Order::Tap),
        ["silence"] => Ok(Order::Silence),
        [what @ ("charger" | "unit"), state] => match (*what, *state) {
            ("charger", "on" | "off") => Ok(Order::Charger(*state == "on")),
            ("unit", "on" | "off") => Ok(Order::Contact(*state == "on")),
            ("unit", "back" | "removed") => Ok(Order::Unit(*state == "back")),
            ("unit", _) => Err(("not what can be with a unit", "on, off, back or removed".into())),
            _ => Err(("neither on nor off", "on or off".into())),
        },
        [name @ ("ambient" | "temperature" | "charge"), number] => {
            let around = Around::named(name).zip(number.parse::<f64>().ok());
            let right =
                || Around::named(name).map_or(String::new(), |(_, b)| format!("{} to {} {}", b.low, b.high, b.unit));
            match around.filter(|((_, bounds), number)| bounds.hold(*number)) {
                Some(((what, _), number)) => Ok(Order::Around(what, number)),
                None => Err(("not a number within its limits", right())),
            }
        }
        ["switch", position] => {
            let touch = match *position {
                "off" => Touch::at(Touch::OFF),
                "automatic" => Touch::at(Touch::AUTOMATIC),
                "reverse" => Touch { reverse_held: true, ..Touch::at(Touch::REVERSE) },
                "1" => Touch::at(1),
                "2" => Touch::at(2),
                "3" => Touch::at(3),
                "4" => Touch::at(4),
                _ => return Err(("no such position", "off, 1, 2, 3, 4, automatic or reverse".into())),
            };
            Ok(Order::Switch(touch))
        }
        [what @ ("fault" | "repair"), name] => match Fault::named(name) {
            Some(fault) => Ok(Order::Fault(fault, *what == "fault")),
            None => Err(("no such fault", faults())),
        },
        ["fault", name, on, "of", every] => {
            let fault = Fault::named(name).ok_or_else(|| ("no such fault", faults()))?;
            let seconds = |text: &str| text.parse::<f64>().ok().filter(|s| (0.05..=3_600.0).contains(s));
            match seconds(on).zip(seconds(every)) {
                Some((on_s, every_s)) if on_s < every_s => Ok(Order::Flicker(fault, Flicker { on_s, every_s })),
                _ => Err(("not how a fault comes and goes", "seconds of more seconds, from 0.05: 0.2 of 15".into())),
            }
        }
        _ => Err(("not an order", ORDERS.into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_read_with_its_times() {
        let script =
            Script::parse("# a try\n0 switch 3\n1:30 walk # off we go\n\n120 fault burst\n2:30 end\n").unwrap();
        assert_eq!(script.ends_s(), 150.0);
        assert_eq!(script.orders[1], (90.0, Order::Do(Doing::Walk)));
        assert_eq!(script.orders[2], (120.0, Order::Fault(Fault::Burst, true)));
    }

    #[test]
    fn what_is_around_the_unit_is_ordered_too() {
        let script = Script::parse("0 ambient 85\n0 temperature -5\n1 charger on\n2 unit off\n3 tap\n4 end").unwrap();
        let orders: Vec<Order> = script.orders.iter().map(|(_, order)| *order).collect();
        let around = [Order::Around(Around::Ambient, 85.0), Order::Around(Around::Temperature, -5.0)];
        assert_eq!(orders[..2], around);
        assert_eq!(orders[2..5], [Order::Charger(true), Order::Contact(false), Order::Tap]);
    }

    #[test]
    fn a_line_that_cannot_be_read_is_named() {
        for (text, line, what) in [
            ("0 sit\nx walk\n1 end", 2, "not a time"),
            ("5 sit\n1 walk\n9 end", 2, "earlier than the line before"),
            ("0 hop\n1 end", 1, "not an order"),
            ("0 switch 7\n1 end", 1, "no such position"),
            ("0 fault rust\n1 end", 1, "no such fault"),
            ("0 sit", 1, "the script does not end"),
            ("", 1, "the script does not end"),
            ("0 end\n1 sit", 2, "after the end"),
            ("1e9 end", 1, "too late"),
            ("0:75 end", 1, "not a time"),
            ("nan end", 1, "not a time"),
            ("0 charger up\n1 end", 1, "neither on nor off"),
            ("0 unit up\n1 end", 1, "not what can be with a unit"),
            ("0 fault brown_out 3 of 2\n1 end", 1, "not how a fault comes and goes"),
            ("0 fault brown_out 0.01 of 2\n1 end", 1, "not how a fault comes and goes"),
            ("0 ambient 30\n1 end", 1, "not a number within its limits"),
            ("0 temperature nan\n1 end", 1, "not a number within its limits"),
            ("0 charge\n1 end", 1, "not an order"),
        ] {
            let wrong = Script::parse(text).unwrap_err();
            assert_eq!((wrong.line, wrong.what), (line, what), "{text}");
        }
    }
}
