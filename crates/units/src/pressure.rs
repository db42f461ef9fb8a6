//! Absolute pressure, gauge pressure and vacuum level: three types that cannot be mixed.

/// Pascals in one kilopascal.
const PA_PER_KPA: f64 = 1_000.0;
/// Pascals in one millibar.
const PA_PER_MBAR: f64 = 100.0;
/// Pascals in one conventional inch of mercury (ISO 80000-4, annex C: 3 386.389 Pa).
const PA_PER_INHG: f64 = 3_386.389;
/// Pascals in one conventional millimetre of mercury (ISO 80000-4, annex C: 133.322 387 Pa).
const PA_PER_MMHG: f64 = 133.322_387_415;

macro_rules! pressure_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
        pub struct $name(f64);

        impl $name {
            /// From pascals.
            pub const fn from_pa(pa: f64) -> Self { Self(pa) }
            /// From kilopascals.
            pub const fn from_kpa(kpa: f64) -> Self { Self(kpa * PA_PER_KPA) }
            /// From millibars.
            pub const fn from_mbar(mbar: f64) -> Self { Self(mbar * PA_PER_MBAR) }
            /// From inches of mercury.
            pub const fn from_inhg(inhg: f64) -> Self { Self(inhg * PA_PER_INHG) }
            /// From millimetres of mercury.
            pub const fn from_mmhg(mmhg: f64) -> Self { Self(mmhg * PA_PER_MMHG) }
            /// In pascals.
            pub const fn pa(self) -> f64 { self.0 }
            /// In kilopascals.
            pub const fn kpa(self) -> f64 { self.0 / PA_PER_KPA }
            /// In millibars.
            pub const fn mbar(self) -> f64 { self.0 / PA_PER_MBAR }
            /// In inches of mercury.
            pub const fn inhg(self) -> f64 { self.0 / PA_PER_INHG }
            /// In millimetres of mercury.
            pub const fn mmhg(self) -> f64 { self.0 / PA_PER_MMHG }
        }
    };
}

pressure_type! {
    /// Pressure above perfect vacuum. The only pressure that gas laws take.
    AbsolutePressure
}
pressure_type! {
    /// Pressure above ambient: positive presses, negative draws.
    GaugePressure
}
pressure_type! {
    /// How far below ambient, as a positive number: the clinic's "17 inHg of vacuum".
    VacuumLevel
}

impl AbsolutePressure {
    /// The absolute pressure that lies `vacuum` below this (ambient) one.
    pub const fn less(self, vacuum: VacuumLevel) -> Self {
        Self(self.0 - vacuum.0)
    }

    /// The vacuum level of `inside`, seen from this (ambient) pressure. Negative where `inside` is above ambient.
    pub const fn vacuum_to(self, inside: Self) -> VacuumLevel {
        VacuumLevel(self.0 - inside.0)
    }

    /// The gauge pressure of `inside`, seen from this (ambient) pressure.
    pub const fn gauge_of(self, inside: Self) -> GaugePressure {
        GaugePressure(inside.0 - self.0)
    }
}

/// Ambient pressure at `altitude_m` above sea level in the International Standard Atmosphere (ISO 2533:1975),
/// valid below 11 km: p = 101.325 kPa · (1 − 2.25577·10⁻⁵ h)^5.25588.
///
/// `core` has no `powf`; the power is taken as exp(5.25588·ln(1 − x)) through the series of ln and exp, which is
/// exact to 10⁻⁹ over −500 … 9,000 m.
pub fn standard_atmosphere(altitude_m: f64) -> AbsolutePressure {
    let x = 2.255_77e-5 * altitude_m;
    // ln(1 − x) = −Σ xⁿ/n
    let (mut power, mut ln) = (1.0, 0.0);
    for n in 1..40 {
        power *= x;
        ln -= power / f64::from(n);
    }
    let exponent = 5.255_88 * ln;
    let (mut term, mut exp) = (1.0, 1.0);
    for n in 1..40 {
        term *= exponent / f64::from(n);
        exp += term;
    }
    AbsolutePressure::from_kpa(101.325 * exp)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn seventeen_inhg_is_the_research_target_of_57_6_kpa() {
        assert!((VacuumLevel::from_inhg(17.0).kpa() - 57.57).abs() < 0.01);
    }

    #[test]
    fn the_p3_working_range_converts_as_printed_508_to_847_mbar() {
        assert!((VacuumLevel::from_inhg(15.0).mbar() - 508.0).abs() < 0.5);
        assert!((VacuumLevel::from_inhg(25.0).mbar() - 847.0).abs() < 0.5);
    }

    #[test]
    fn the_standard_atmosphere_meets_its_table() {
        // ISO 2533 table values, kPa.
        for (altitude_m, kpa) in [(0.0, 101.325), (1_000.0, 89.875), (2_000.0, 79.495), (5_000.0, 54.020)] {
            assert!((standard_atmosphere(altitude_m).kpa() - kpa).abs() < 0.02, "{altitude_m} m");
        }
    }

    proptest! {
        #[test]
        fn units_are_symmetric(kpa in 0.0f64..110.0) {
            let level = VacuumLevel::from_kpa(kpa);
            for back in [
                VacuumLevel::from_inhg(level.inhg()),
                VacuumLevel::from_mbar(level.mbar()),
                VacuumLevel::from_mmhg(level.mmhg()),
                VacuumLevel::from_pa(level.pa()),
            ] {
                prop_assert!((back.kpa() - kpa).abs() < 1e-9);
            }
        }

        #[test]
        fn vacuum_and_absolute_are_inverse(ambient in 60.0f64..110.0, vacuum in 0.0f64..60.0) {
            let ambient = AbsolutePressure::from_kpa(ambient);
            let inside = ambient.less(VacuumLevel::from_kpa(vacuum));
            prop_assert!((ambient.vacuum_to(inside).kpa() - vacuum).abs() < 1e-9);
            prop_assert!((ambient.gauge_of(inside).kpa() + vacuum).abs() < 1e-9);
        }
    }
}
