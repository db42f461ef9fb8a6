//! The alarms: `docs/control/alarms.toml`, held to the controller's code and to what the running controller does.

use super::sources::{data, link, tests, text};
use super::tables::rows;
use control::{Acceleration, Inputs, Led, Milliseconds, Settings, State, Touch, Warning, step};
use serde::Deserialize;
use units::AbsolutePressure;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Alarms {
    alarm: Vec<Alarm>,
    signal: Vec<Signal>,
    silence: Vec<Silence>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Alarm {
    warning: String,
    priority: String,
    condition: String,
    told_at: String,
    after: Vec<Time>,
    ends: Vec<Time>,
    latching: String,
    person: String,
    tests: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Time {
    ms: u64,
    what: String,
    from: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Signal {
    priority: String,
    pulses: u32,
    every_s: u64,
    heard: bool,
    light: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Silence {
    name: String,
    by: String,
    of: String,
    what: String,
    ms: u64,
    from: Vec<String>,
    tests: Vec<String>,
}

fn alarms() -> Alarms {
    data("docs/control/alarms.toml")
}

/// A time as people read it.
pub fn time(ms: f64) -> String {
    let whole = |number: f64, unit: &str| format!("{number}\u{a0}{unit}");
    match ms {
        0.0 => "at once".into(),
        ms if ms >= 3.6e6 && ms % 3.6e6 == 0.0 => whole(ms / 3.6e6, "h"),
        ms if ms >= 120e3 && ms % 60e3 == 0.0 => whole(ms / 60e3, "min"),
        ms => whole(ms / 1e3, "s"),
    }
}

fn times(all: &[Time]) -> String {
    let said = all.iter().map(|Time { ms, what, .. }| match (*ms, what.as_str()) {
        (ms, "") => time(ms as f64),
        (0, what) => what.to_string(),
        (ms, what) => format!("{} {what}", time(ms as f64)),
    });
    let said: Vec<String> = said.collect();
    if said.is_empty() { "never".into() } else { said.join(";<br>") }
}

pub fn table() -> String {
    let alarms = alarms().alarm.into_iter().map(|alarm| {
        let tests: Vec<String> = alarm.tests.iter().map(|test| link(test)).collect();
        let Alarm { warning, priority, condition, told_at, person, .. } = alarm;
        vec![format!("`{warning}`"), priority, condition, told_at, person, tests.join(", ")]
    });
    rows(&["alarm", "priority", "condition", "told at switch position", "what the person does", "tests"], alarms)
}

pub fn times_table() -> String {
    let alarms = alarms()
        .alarm
        .into_iter()
        .map(|alarm| vec![format!("`{}`", alarm.warning), times(&alarm.after), times(&alarm.ends), alarm.latching]);
    rows(&["alarm", "told after", "ends after", "latching"], alarms)
}

pub fn signals() -> String {
    let signals = alarms().signal.into_iter().map(|signal| {
        let felt = if signal.heard { "felt and heard" } else { "felt" };
        let pulses = if signal.pulses == 1 { "pulse" } else { "pulses" };
        let every = if signal.every_s == 0 { "once".to_string() } else { format!("every {}\u{a0}s", signal.every_s) };
        vec![signal.priority, format!("{} {pulses}, {felt}, {every}", signal.pulses), signal.light]
    });
    rows(&["priority", "pulses of 200\u{a0}ms, 200\u{a0}ms apart", "light, as on the reference board"], signals)
}

pub fn silences() -> String {
    let silences = alarms().silence.into_iter().map(|silence| {
        let tests: Vec<String> = silence.tests.iter().map(|test| link(test)).collect();
        let Silence { name, by, of, what, ms, .. } = silence;
        vec![name, by, of, time(ms as f64), what, tests.join(", ")]
    });
    rows(&["what", "by", "of", "for at most", "what it does", "tests"], silences)
}

/// A number of the code: a setting's default, or a constant of one of its files.
fn number(place: &str) -> f64 {
    let (file, name) = place.split_once("::").unwrap_or_else(|| panic!("{place}"));
    let setting = control::SETTINGS.iter().find(|row| file == "settings" && row.name == name);
    if let Some(row) = setting {
        return (row.get)(&Settings::default(), 0);
    }
    let source = text(&format!("crates/control/src/{file}.rs"));
    let begins = format!("const {name}: ");
    let line = source.lines().find_map(|line| line.split_once(&begins)).unwrap_or_else(|| panic!("no {place}")).1;
    let value = line.split_once("= ").unwrap().1.split(';').next().unwrap().replace('_', "");
    value.parse().unwrap_or_else(|_| panic!("{place}: {value}"))
}

/// The sum of what the code says; `a / b` is a quotient.
fn of_code(from: &[String]) -> f64 {
    let one = |place: &String| match place.split_once(" / ") {
        Some((a, b)) => number(a) / number(b),
        None => number(place),
    };
    from.iter().map(one).sum()
}

#[test]
fn every_warning_is_in_the_safety_case_once_with_its_priority_its_times_and_a_test_that_raises_it() {
    let Alarms { alarm, silence, .. } = alarms();
    let listed: Vec<&str> = alarm.iter().map(|alarm| alarm.warning.as_str()).collect();
    let known = Warning::ALL.map(|warning| format!("{warning:?}"));
    assert_eq!(listed, known, "docs/control/alarms.toml lists every warning of the controller in its order");
    for (alarm, warning) in alarm.iter().zip(Warning::ALL) {
        let name = &alarm.warning;
        assert_eq!(alarm.priority, format!("{:?}", warning.priority()).to_lowercase(), "{name}");
        assert!(
            ["any", "a level or automatic", "reverse"].contains(&alarm.told_at.as_str()),
            "{name}: {}",
            alarm.told_at
        );
        assert!(!alarm.after.is_empty(), "{name}");
        for time in alarm.after.iter().chain(&alarm.ends) {
            assert_eq!(time.ms as f64, of_code(&time.from), "{name}: {}", time.what);
        }
        let raised =
            |test: &String| tests().get(test).is_some_and(|test| test.body.contains(&format!("Warning::{name}")));
        assert!(alarm.tests.iter().any(raised), "{name}: no test of its row names it");
    }
    for silence in silence {
        assert_eq!(silence.ms as f64, of_code(&silence.from), "{}", silence.name);
    }
    // What the text of alarms.md says in numbers.
    let page = text("docs/control/alarms.md");
    for (place, said) in [
        ("warnings::STAYS_MS", "at least 5\u{a0}s"),
        ("step::AWAKE_MS", "every 10\u{a0}ms"),
        ("step::STORED_MS", "once a second"),
        ("touch::SILENCING_MS", "within 5\u{a0}s"),
    ] {
        let ms = number(place);
        let number = if ms >= 1_000.0 { format!("{}\u{a0}s", ms / 1e3) } else { format!("{ms}\u{a0}ms") };
        let once = said == "once a second" && ms == 1_000.0;
        assert!(page.contains(said) && (once || said.ends_with(&number)), "{place}: {ms} ms");
    }
    // The setting's own words say how long what is urgent is silent.
    assert_eq!(number("warnings::URGENT_PART"), 15.0);
    let snooze = control::SETTINGS.iter().find(|row| row.name == "snooze_ms").unwrap();
    assert!(snooze.is.contains("fifteenth"), "{}", snooze.is);
}

#[test]
fn every_limit_in_the_tables_of_alarms_is_that_of_the_code() {
    let data = text("docs/control/alarms.toml");
    let Settings { use_celsius: [cold, hot], charge_celsius: [from, to], empty_volts, sag_volts, .. } =
        Settings::default();
    let round = |number: f64| (number * 100.0).round() / 100.0;
    let [volts, leak] = [empty_volts - sag_volts, number("settings::leak_ml_per_min") as f32];
    let kpa = |place: &str| round(number(place) / 1e3);
    let setting = |name: &str| round(number(&format!("settings::{name}")));
    for said in [
        format!("below {} V at rest or {} V under the pump", setting("empty_volts"), round(volts.into())),
        format!("at {} V or more", setting("resume_volts")),
        format!("below {} V at rest", setting("low_volts")),
        format!("above {hot} °C"),
        format!("below −{} °C", -cold),
        format!("outside {from} to {to} °C"),
        format!("above {leak} mL/min, or above {} mL/min and {} times", 0.25 * leak, setting("leak_growth")),
        format!("differ by more than {} kPa", kpa("sensor::ZERO_PA")),
        format!("above the outside air by more than {} kPa", kpa("sensor::ABOVE_PA")),
        format!("fallen by more than {} kPa", kpa("driver::UNCOMMANDED_PA")),
        format!("more than {} kPa below", kpa("driver::DEEPER_PA")),
        format!("a vacuum above {} kPa", kpa("contacts::WORN_PA")),
        format!("at most {} min", round(number("cells::RESTART_MOST_MS") / 60e3)),
    ] {
        assert!(data.contains(&said), "docs/control/alarms.toml does not say {said:?}");
    }
    // The light is the board's.
    let board = text("firmware/src/adapter.rs");
    for (led, half_period_ms, said) in
        [("High", 125, "red, 4 flashes a second"), ("Medium", 500, "amber, one flash a second")]
    {
        assert!(board.contains(&format!("Led::{led} => [blink({half_period_ms})")) && data.contains(said), "{led}");
    }
}

type Spoil = fn(&mut Inputs);

/// Steps of a unit under a vacuum, as one thing or another is wrong.
struct Unit(State, u64);

impl Unit {
    fn step(&mut self, spoil: impl Fn(&mut Inputs)) -> (control::Outputs, Option<Warning>) {
        self.1 += 10;
        // Live sensors move in their last digits.
        let noise = (self.1 / 10 % 7) as f64;
        let mut inputs = Inputs {
            line: Some(AbsolutePressure::from_pa(56_000.0 + noise)),
            ambient: Some(AbsolutePressure::from_pa(101_325.0 + noise)),
            acceleration: Acceleration::Sample([0.01 * noise as f32, 0.0, 9.81]),
            touch: Touch::at(2),
            cell_volts: 2.5,
            temperature_c: 21.0,
            charger: false,
            attached: true,
        };
        spoil(&mut inputs);
        let (state, outputs, trace) = step(&Settings::default(), &self.0, Milliseconds(self.1), &inputs);
        self.0 = state;
        (outputs, trace.warnings.first())
    }
}

#[test]
fn an_alarm_sounds_at_the_step_that_raises_it_and_as_its_priority_says() {
    let spoiled: [(&str, Spoil, Warning, Led); 3] = [
        ("high", |inputs| inputs.line = None, Warning::Sensor, Led::High),
        ("medium", |inputs| inputs.attached = false, Warning::Adapter, Led::Medium),
        ("low", |inputs| inputs.touch.reverse_held = true, Warning::Button, Led::Low),
    ];
    let signals = alarms().signal;
    assert_eq!(signals.len(), spoiled.len());
    for (signal, (priority, spoil, warning, led)) in signals.iter().zip(spoiled) {
        assert_eq!(signal.priority, priority);
        assert_eq!(format!("{:?}", warning.priority()).to_lowercase(), priority);
        let mut unit = Unit(State::new(), 0);
        for _ in 0..500 {
            assert_eq!(unit.step(|_| ()).1, None);
        }
        let first = (0..6_000).map(|_| unit.step(spoil)).find(|(_, told)| told.is_some());
        let (outputs, told) = first.unwrap();
        assert_eq!(told, Some(warning));
        // At once, and at the same step.
        assert!(outputs.signal.tactile && outputs.signal.audible == signal.heard && outputs.signal.led == led);
        // Two minutes of it, the first pulse among them.
        let (mut felt, mut heard, mut felt_ms, mut before) = (1, u32::from(signal.heard), 10, outputs.signal);
        for _ in 0..11_999 {
            let now = unit.step(spoil).0.signal;
            felt += u32::from(now.tactile && !before.tactile);
            heard += u32::from(now.audible && !before.audible);
            felt_ms += if now.tactile { 10 } else { 0 };
            before = now;
        }
        let times = 120u64.checked_div(signal.every_s).unwrap_or(1) as u32;
        assert_eq!(
            (felt, heard),
            (signal.pulses * times, if signal.heard { signal.pulses * times } else { 0 }),
            "{priority}"
        );
        assert_eq!(felt_ms, felt * 200, "{priority}");
    }
}
