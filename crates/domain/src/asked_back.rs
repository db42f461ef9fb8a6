//! Numbers that are possible in their unit and more likely meant in another: they are asked back, neither taken nor refused.
//!
//! 185 where kilograms are asked is a person of 185 kg, or one of 185 lb. Whoever wrote it says which: by the other unit, or by a
//! line in `confirmed`, which names field and number, so that another number is asked about anew. From where on a number is
//! asked about is our judgement (`concord_assumption`): no person, space or foot within is refused anything.

use crate::body_mass::{BodyMass, MassUnit};
use crate::document::{Violation, metric_path};
use crate::limb::ResidualLimb;
use units::{Length, Mass};

/// Above this a number of kilograms is asked about: heavier than any person a pump of the catalogue is made for.
const MASS_KG: f64 = 160.0;
/// Below this a grown person's number of pounds is asked about: 36 kg.
const MASS_LB: f64 = 80.0;
/// From this age on a person is taken as grown, years.
const GROWN: f64 = 16.0;
/// Up to this a space for components is asked about, mm; 0 says that there is none.
const CLEARANCE_MM: f64 = 25.0;
/// Below this a grown person's foot is asked about, cm.
const FOOT_CM: f64 = 16.0;
/// Where the lowest circumference lies within this share of the limb's length, heights are asked about.
const MEASURED: f64 = 0.2;
/// Above this a mean of the day's air is asked about, degrees Celsius.
const HOT_C: f64 = 45.0;

/// Another reading of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// The unit it may be meant in: "lb".
    pub unit: &'static str,
    /// The number then, in the unit that was asked for.
    pub number: f64,
}

/// A number that may be meant in another unit.
#[derive(Clone, Debug, PartialEq)]
pub struct AskedBack {
    /// The number as written.
    pub number: f64,
    /// The unit it was asked for in: "kg".
    pub unit: &'static str,
    /// What else it may mean.
    pub others: Vec<Reading>,
}

/// A unit, its number in the field's own unit, and what is likely in that.
type Other = (&'static str, fn(f64) -> f64, [f64; 2]);

/// The end of a field's path, its unit, and each other unit with what is likely then, in the field's own.
const FIELDS: [(&str, &str, &[Other]); 6] = [
    ("person.body_mass_kg", "kg", &[("lb", |lb| Mass::from_lb(lb).kg(), [36.0, 160.0])]),
    ("person.body_mass_lb", "lb", &[("kg", |kg| Mass::from_kg(kg).lb(), [60.0, 350.0])]),
    (
        "prosthesis.available_clearance_mm",
        "mm",
        &[("cm", |cm| 10.0 * cm, [40.0, 400.0]), ("in", |inches| Length::from_in(inches).mm(), [40.0, 400.0])],
    ),
    ("prosthesis.foot_length_cm", "cm", &[("in", |inches| Length::from_in(inches).mm() / 10.0, [18.0, 34.0])]),
    (
        ".below_reference_mm",
        "mm",
        &[("cm", |cm| 10.0 * cm, [30.0, 500.0]), ("in", |inches| Length::from_in(inches).mm(), [30.0, 500.0])],
    ),
    ("day.temperature_c", "°C", &[("f", |fahrenheit| (fahrenheit - 32.0) / 1.8, [-20.0, 45.0])]),
];

impl AskedBack {
    /// What the number at a field may be besides what it says; `None` where nothing likely is.
    pub fn new(field: &str, number: f64) -> Option<Self> {
        let (_, unit, others) = FIELDS.iter().find(|(end, ..)| field.ends_with(end))?;
        let likely = others.iter().filter_map(|(unit, convert, [low, high])| {
            Some(Reading { unit, number: convert(number) }).filter(|reading| (*low..=*high).contains(&reading.number))
        });
        let others: Vec<Reading> = likely.collect();
        (!others.is_empty()).then_some(Self { number, unit, others })
    }

    /// The lines that say each other reading: "body_mass_lb = 185".
    fn instead(&self, field: &str) -> String {
        let key = field.rsplit('.').next().unwrap_or(field);
        let line = |other: &Reading| {
            let twin = [(self.unit, other.unit), ("c", "f")].into_iter().find_map(|(own, other)| {
                let twin = format!("{}_{other}", key.strip_suffix(&format!("_{own}"))?);
                Some(twin).filter(|twin| metric_path(twin) == key || metric_path(key) == *twin)
            });
            match twin {
                Some(twin) => format!("{twin} = {}", self.number),
                None => format!("{key} = {} for {} {}", (other.number * 10.0).round() / 10.0, self.number, other.unit),
            }
        };
        self.others.iter().map(line).collect::<Vec<_>>().join(", or ")
    }

    /// The entry of `confirmed` that says the number is right.
    pub fn confirmation(field: &str, number: f64) -> String {
        format!("{field} = {number}")
    }
}

/// A unit as it is written.
pub fn symbol(unit: &str) -> &str {
    if unit == "f" { "°F" } else { unit }
}

impl std::fmt::Display for AskedBack {
    /// "185 kg, or 185 lb (84 kg)?"
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { number, unit, others } = self;
        write!(f, "{number} {unit}")?;
        for other in others {
            let tenths = (other.number * 10.0).round() / 10.0;
            let shown = if other.number >= 50.0 { other.number.round() } else { tenths };
            write!(f, ", or {number} {} ({shown} {unit})", symbol(other.unit))?;
        }
        write!(f, "?")
    }
}

/// The numbers of a case that may be asked back.
pub(crate) struct Numbers<'a> {
    pub mass: BodyMass,
    pub age_years: f64,
    pub clearance_mm: f64,
    pub foot_cm: f64,
    pub temperature_c: f64,
    pub limb: &'a ResidualLimb,
    /// Whether the number at a field was asked back and is right.
    pub confirms: &'a dyn Fn(&str, f64) -> bool,
}

/// The numbers that are asked back and not confirmed, each a question.
pub(crate) fn questions(of: &Numbers) -> Vec<Violation> {
    let mass = of.mass;
    let grown = of.age_years >= GROWN;
    let (mass_field, doubtful) = match mass.unit {
        MassUnit::Kg => ("person.body_mass_kg", mass.number > MASS_KG),
        MassUnit::Lb => ("person.body_mass_lb", grown && mass.number < MASS_LB),
    };
    let (clearance, foot) = (of.clearance_mm, of.foot_cm);
    let mut asked = vec![
        (mass_field.to_string(), mass.number, doubtful),
        ("prosthesis.available_clearance_mm".into(), clearance, clearance > 0.0 && clearance <= CLEARANCE_MM),
        ("prosthesis.foot_length_cm".into(), foot, grown && foot < FOOT_CM),
        ("day.temperature_c".into(), of.temperature_c, of.temperature_c > HOT_C),
    ];
    if let Some((index, last)) = of.limb.circumferences.iter().enumerate().next_back() {
        let low = last.below_reference_mm < MEASURED * of.limb.limb_length_mm;
        asked.push((format!("limb.circumferences[{index}].below_reference_mm"), last.below_reference_mm, low));
    }
    asked
        .into_iter()
        .filter(|(field, number, doubtful)| *doubtful && !(of.confirms)(field, *number))
        .filter_map(|(field, number, _)| {
            let asked = AskedBack::new(&field, number)?;
            let confirmation = AskedBack::confirmation(&field, number);
            // Where the person is weighed in pounds the metric field is what the text is searched for.
            let at = metric_path(&field);
            let right = format!(
                "write {}; if {number} {} is right, write confirmed = [\"{confirmation}\"] above [person]",
                asked.instead(&field),
                asked.unit
            );
            Some(Violation::open(at, asked.to_string(), right))
        })
        .collect()
}

#[cfg(test)]
mod tests {

    use crate::Case;

    const MECHANIC: &str = include_str!("../../../cases/mechanic.toml");

    /// What is open in the mechanic's case after one change.
    fn open(from: &str, to: &str) -> Vec<(String, String)> {
        assert!(MECHANIC.contains(from), "{from}");
        let text = MECHANIC.replacen(from, to, 1);
        let problems = Case::parse(&text).err().unwrap_or_default();
        assert!(problems.iter().all(|problem| problem.open), "{problems:?}");
        problems.into_iter().map(|problem| (problem.field, problem.what)).collect()
    }

    fn question(from: &str, to: &str) -> String {
        let mut open = open(from, to);
        assert_eq!(open.len(), 1, "{to}: {open:?}");
        open.remove(0).1
    }

    #[test]
    fn what_is_more_likely_in_another_unit_is_asked_back() {
        const MASS: &str = "body_mass_kg = 84 ";
        assert_eq!(question(MASS, "body_mass_kg = 185 "), "185 kg, or 185 lb (84 kg)?");
        assert_eq!(question(MASS, "body_mass_lb = 70 "), "70 lb, or 70 kg (154 lb)?");
        assert_eq!(open(MASS, "body_mass_lb = 70 ")[0].0, "person.body_mass_lb");
        for (to, instead) in [
            (
                "body_mass_kg = 185 ",
                "write body_mass_lb = 185; if 185 kg is right, write confirmed = [\"person.body_mass_kg = 185\"]",
            ),
            ("body_mass_lb = 70 ", "write body_mass_kg = 70; if"),
        ] {
            let problems = Case::parse(&MECHANIC.replacen(MASS, to, 1)).unwrap_err();
            assert!(problems[0].expected.starts_with(instead), "{:?}", problems[0]);
        }
        let clearance = question("available_clearance_mm = 190", "available_clearance_mm = 19");
        assert_eq!(clearance, "19 mm, or 19 cm (190 mm)?");
        let inches = question("available_clearance_mm = 190", "available_clearance_mm = 7.5");
        assert_eq!(inches, "7.5 mm, or 7.5 cm (75 mm), or 7.5 in (191 mm)?");
        assert_eq!(question("foot_length_cm = 27", "foot_length_cm = 10.6"), "10.6 cm, or 10.6 in (26.9 cm)?");
        assert_eq!(question("temperature_c = 21", "temperature_c = 50"), "50 °C, or 50 °F (10 °C)?");
    }

    #[test]
    fn every_mass_that_anybody_weighs_is_taken_and_every_doubtful_one_is_asked_about() {
        for half in 0..=570 {
            let mass = 15.0 + f64::from(half) / 2.0;
            let asked = !open("body_mass_kg = 84 ", &format!("body_mass_kg = {mass} ")).is_empty();
            assert_eq!(asked, mass > 160.0, "{mass} kg");
        }
        for mass in 34..=661 {
            let asked = !open("body_mass_kg = 84 ", &format!("body_mass_lb = {mass} ")).is_empty();
            assert_eq!(asked, mass < 80, "{mass} lb");
        }
        let child =
            MECHANIC.replace("body_mass_kg = 84 ", "body_mass_lb = 70 ").replace("age_years = 46", "age_years = 10");
        assert!(Case::parse(&child).is_ok(), "a child of 70 lb is no question");
    }

    #[test]
    fn a_confirmed_number_is_taken_and_another_is_asked_about_anew() {
        let heavy = |mass: f64| {
            let text = MECHANIC.replace("body_mass_kg = 84 ", &format!("body_mass_kg = {mass} "));
            text.replacen("concord = 1", "concord = 1\nconfirmed = [\"person.body_mass_kg = 185\"]", 1)
        };
        let case = Case::parse(&heavy(185.0)).unwrap_or_else(|problems| panic!("{}", problems[0]));
        assert_eq!(Case::parse(&toml::to_string(&case).unwrap()).unwrap(), case);
        assert!(Case::parse(&heavy(186.0)).unwrap_err()[0].open);
        let pounds = MECHANIC.replace("body_mass_kg = 84 ", "body_mass_lb = 70 ");
        let pounds = pounds.replacen("concord = 1", "concord = 1\nconfirmed = [\"person.body_mass_lb=70.0\"]", 1);
        assert!(Case::parse(&pounds).is_ok());
    }

    #[test]
    fn heights_in_centimetres_are_asked_back_and_lengths_out_of_range_say_their_other_readings() {
        let limb = "limb_length_mm = 150\n";
        let rows = "circumferences = [\n{ below_reference_mm = 0, circumference_mm = 345 },\n{ below_reference_mm = 8, circumference_mm = 302 },\n{ below_reference_mm = 13.5, circumference_mm = 218 },\n]\n";
        let begin = MECHANIC.find("limb_length_mm").unwrap();
        let rows_at = MECHANIC.find("circumferences = [").unwrap();
        let rows_end = rows_at + MECHANIC[rows_at..].find("]\n").unwrap() + 2;
        let after_length = begin + MECHANIC[begin..].find('\n').unwrap() + 1;
        let text =
            format!("{}{limb}{}{rows}{}", &MECHANIC[..begin], &MECHANIC[after_length..rows_at], &MECHANIC[rows_end..]);
        let problems = Case::parse(&text).unwrap_err();
        assert_eq!(problems[0].what, "13.5 mm, or 13.5 cm (135 mm), or 13.5 in (343 mm)?");
        for (from, to, hint) in [
            ("limb_length_mm = 155 ", "limb_length_mm = 15 ", "15 cm would be 150 mm"),
            ("limb_length_mm = 155 ", "limb_length_mm = 6.1 ", "6.1 in would be 154.9 mm"),
            ("foot_length_cm = 27", "foot_length_cm = 270", "270 mm would be 27 cm"),
            ("body_mass_kg = 84 ", "body_mass_kg = 80_000 ", "80000 g would be 80 kg"),
            ("temperature_c = 21", "temperature_c = 70", "70 °F would be 21.1 degrees Celsius"),
        ] {
            assert!(MECHANIC.contains(from), "{from}");
            let problems = Case::parse(&MECHANIC.replacen(from, to, 1)).unwrap_err();
            assert!(problems[0].expected.contains(hint), "{to}: {:?}", problems[0]);
        }
    }
}
