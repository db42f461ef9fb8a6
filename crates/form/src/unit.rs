//! Units a number is shown and typed in, and what that means for the case file.
//!
//! The file itself takes pounds, inches and degrees Fahrenheit under keys of their own
//! (`domain::document::US_UNITS`): a number typed in one of them is stored as typed. Units that the file has no key for are
//! converted at the edge.

use domain::document::US_UNITS;
use units::{Length, Mass, Temperature, VacuumLevel};

/// Significant digits of a converted number in the file: finer than any tape, coarser than rounding errors.
const DIGITS_STORED: usize = 12;
/// Significant digits of a converted number on the page, unless a few more say it exactly.
const DIGITS_SHOWN: usize = 5;
/// As many digits as a person may have typed: a number that needs no more is shown with all of them.
const DIGITS_TYPED: usize = 8;

/// A unit that another may be shown instead of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Unit {
    Kilogram,
    Pound,
    Millimetre,
    Centimetre,
    Inch,
    Celsius,
    Fahrenheit,
    InchOfMercury,
    Millibar,
    Kilopascal,
    Pascal,
}

/// The ends of keys that say which unit a number is stored in; the longer before the shorter.
const STORED: [(&str, Unit); 8] = [
    ("_celsius", Unit::Celsius),
    ("_inhg", Unit::InchOfMercury),
    ("_pa", Unit::Pascal),
    ("_kg", Unit::Kilogram),
    ("_mm", Unit::Millimetre),
    ("_cm", Unit::Centimetre),
    ("_in", Unit::Inch),
    ("_c", Unit::Celsius),
];

impl Unit {
    /// Every unit.
    pub const ALL: [Self; 11] = [
        Self::Kilogram,
        Self::Pound,
        Self::Millimetre,
        Self::Centimetre,
        Self::Inch,
        Self::Celsius,
        Self::Fahrenheit,
        Self::InchOfMercury,
        Self::Millibar,
        Self::Kilopascal,
        Self::Pascal,
    ];

    /// What a posted form calls it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Kilogram => "kg",
            Self::Pound => "lb",
            Self::Millimetre => "mm",
            Self::Centimetre => "cm",
            Self::Inch => "in",
            Self::Celsius => "c",
            Self::Fahrenheit => "f",
            Self::InchOfMercury => "inhg",
            Self::Millibar => "mbar",
            Self::Kilopascal => "kpa",
            Self::Pascal => "pa",
        }
    }

    /// Its symbol, the same in every language.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Celsius => "°C",
            Self::Fahrenheit => "°F",
            Self::InchOfMercury => "inHg",
            Self::Kilopascal => "kPa",
            Self::Pascal => "Pa",
            _ => self.code(),
        }
    }

    /// The unit of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.code() == code)
    }

    /// The unit that a key of the case file ends in.
    pub fn of_key(key: &str) -> Option<Self> {
        STORED.iter().find(|(suffix, _)| key.ends_with(suffix)).map(|(_, unit)| *unit)
    }

    /// The units that a number stored in this one may be shown in, itself first.
    pub const fn choices(self) -> &'static [Self] {
        match self {
            Self::Kilogram => &[Self::Kilogram, Self::Pound],
            Self::Pound => &[Self::Pound, Self::Kilogram],
            Self::Millimetre => &[Self::Millimetre, Self::Centimetre, Self::Inch],
            Self::Centimetre => &[Self::Centimetre, Self::Inch, Self::Millimetre],
            Self::Inch => &[Self::Inch, Self::Millimetre, Self::Centimetre],
            Self::Celsius => &[Self::Celsius, Self::Fahrenheit],
            Self::Fahrenheit => &[Self::Fahrenheit, Self::Celsius],
            Self::InchOfMercury => &[Self::InchOfMercury, Self::Millibar, Self::Kilopascal],
            Self::Pascal => &[Self::Pascal, Self::Kilopascal, Self::Millibar, Self::InchOfMercury],
            Self::Millibar | Self::Kilopascal => &[],
        }
    }

    /// A number in this unit, in the one that all of its quantity are converted by.
    fn common(self, number: f64) -> f64 {
        match self {
            Self::Kilogram => number,
            Self::Pound => Mass::from_lb(number).kg(),
            Self::Millimetre => Length::from_mm(number).m(),
            Self::Centimetre => Length::from_mm(number * 10.0).m(),
            Self::Inch => Length::from_in(number).m(),
            Self::Celsius => number,
            Self::Fahrenheit => (number - 32.0) / 1.8,
            Self::InchOfMercury => VacuumLevel::from_inhg(number).pa(),
            Self::Millibar => VacuumLevel::from_mbar(number).pa(),
            Self::Kilopascal => VacuumLevel::from_kpa(number).pa(),
            Self::Pascal => number,
        }
    }

    fn of_common(self, number: f64) -> f64 {
        match self {
            Self::Kilogram => number,
            Self::Pound => Mass::from_kg(number).lb(),
            Self::Millimetre => Length::from_m(number).mm(),
            Self::Centimetre => Length::from_m(number).mm() / 10.0,
            Self::Inch => Length::from_m(number).inches(),
            Self::Celsius => number,
            Self::Fahrenheit => Temperature::from_celsius(number).fahrenheit(),
            Self::InchOfMercury => VacuumLevel::from_pa(number).inhg(),
            Self::Millibar => VacuumLevel::from_pa(number).mbar(),
            Self::Kilopascal => VacuumLevel::from_pa(number).kpa(),
            Self::Pascal => number,
        }
    }

    /// A number in this unit, in `other`, which is of the same quantity.
    pub fn convert(self, number: f64, other: Self) -> f64 {
        if self == other { number } else { other.of_common(self.common(number)) }
    }

    /// The number as the file stores it after conversion.
    pub(crate) fn stored(self, number: f64, other: Self) -> String {
        digits(self.convert(number, other), DIGITS_STORED)
    }

    /// The number as the page shows it after conversion.
    pub(crate) fn shown(self, number: f64, other: Self) -> String {
        let converted = self.convert(number, other);
        let exact = digits(converted, DIGITS_STORED - 2);
        if exact.bytes().filter(u8::is_ascii_digit).count() <= DIGITS_TYPED {
            return exact;
        }
        digits(converted, DIGITS_SHOWN)
    }
}

/// The key of the same quantity in a US unit, and that unit: `body_mass_lb` for `body_mass_kg`.
pub fn us_key(key: &str) -> Option<(String, Unit)> {
    let twin = US_UNITS.iter().find_map(|unit| Some((key.strip_suffix(unit.metric)?, unit.suffix)));
    let (stem, suffix) = twin?;
    let unit = match suffix {
        "_lb" => Unit::Pound,
        "_in" => Unit::Inch,
        "_f" => Unit::Fahrenheit,
        _ => return None,
    };
    Some((format!("{stem}{suffix}"), unit))
}

/// A number with at most so many significant digits, without an exponent where that stays readable.
pub(crate) fn digits(number: f64, significant: usize) -> String {
    if !number.is_finite() || number == 0.0 {
        return if number == 0.0 { "0".into() } else { number.to_string() };
    }
    let rounded = format!("{number:.*e}", significant.saturating_sub(1));
    let value: f64 = rounded.parse().unwrap_or(number);
    if (1e-6..1e15).contains(&value.abs()) { value.to_string() } else { format!("{value:e}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_us_key_is_the_formats_own() {
        assert_eq!(us_key("body_mass_kg"), Some(("body_mass_lb".into(), Unit::Pound)));
        assert_eq!(us_key("below_reference_mm"), Some(("below_reference_in".into(), Unit::Inch)));
        assert_eq!(us_key("temperature_c"), Some(("temperature_f".into(), Unit::Fahrenheit)));
        assert_eq!(us_key("foot_length_cm"), None);
        assert_eq!(us_key("use_celsius"), None);
    }

    #[test]
    fn conversions_agree_with_the_readers() {
        for unit in &US_UNITS {
            let metric = Unit::of_key(&format!("x{}", unit.metric)).unwrap();
            let us = us_key(&format!("x{}", unit.metric)).unwrap().1;
            assert!((us.convert(100.0, metric) - (unit.convert)(100.0)).abs() < 1e-9);
        }
    }

    #[test]
    fn there_and_back_is_the_same_number() {
        for from in Unit::ALL {
            for to in from.choices() {
                for number in [-40.0, 0.1, 17.0, 348.5] {
                    let back = to.convert(from.convert(number, *to), from);
                    assert!((back - number).abs() < 1e-9, "{number} {from:?} {to:?}: {back}");
                }
            }
        }
    }

    #[test]
    fn a_page_shows_few_digits_and_a_file_keeps_them() {
        assert_eq!(Unit::Kilogram.shown(84.0, Unit::Pound), "185.19");
        assert_eq!(Unit::Millimetre.shown(155.0, Unit::Centimetre), "15.5");
        assert_eq!(Unit::Centimetre.stored(15.51, Unit::Millimetre), "155.1");
        assert_eq!(Unit::Kilopascal.stored(57.6, Unit::InchOfMercury), "17.0092685749");
        assert_eq!(digits(1e300, 12), "1e300");
        assert_eq!(digits(f64::NAN, 12), "NaN");
    }
}
