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
//! 6:00  repair sensor_silent
//! 10:00 end
//! ```
//!
//! **Assumptions** times do not fall; a script ends with `end`. **Tests** below.

use super::{Doing, Fault, Rig, Seen};
use control::Touch;

/// The longest run of a script, s: a week.
const LONGEST_S: f64 = 7.0 * 86_400.0;

/// What happens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Order {
    /// The person does something else.
    Do(Doing),
    /// The switch is turned.
    Switch(Touch),
    /// A fault begins, or is repaired.
    Fault(Fault, bool),
    /// It is over.
    End,
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

    /// Runs it; `each` sees every step.
    pub fn run(&self, rig: &mut Rig, mut each: impl FnMut(&Seen)) {
        for (at_s, order) in &self.orders {
            while rig.t_s() < *at_s {
                each(&rig.step());
            }
            match *order {
                Order::Do(doing) => rig.does(doing),
                Order::Switch(touch) => rig.touches(touch),
                Order::Fault(fault, there) => rig.fault(fault, there),
                Order::End => {}
            }
        }
    }
}

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
        _ => Err(("not an order", "sit, stand, walk, doff, switch POSITION, fault NAME, repair NAME or end".into())),
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
        ] {
            let wrong = Script::parse(text).unwrap_err();
            assert_eq!((wrong.line, wrong.what), (line, what), "{text}");
        }
    }
}
