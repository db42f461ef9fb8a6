//! # Limb–socket contact
//!
//! **Stands for** the fit: where the lined limb touches the wall, how hard, and what vacuum does where it does not.
//!
//! ```text
//!   wall ┃ gap γ ┃ liner ┃ tissue
//!        ┃◀─────▶┃ drawn out by δ = min(γ, (P_v − p_h)/(k_L + k_T)) until it touches
//! ```
//!
//! No socket fits everywhere alike: the local gap γ is taken as normally distributed over the skin, with mean g (fit,
//! volume change, socks) and standard deviation σ (how well the shape was carried over). With
//! E₊(x) = σ·[φ(x/σ) + (x/σ)·Φ(x/σ)], the mean of the positive part. A share a of the skin has bone right under it. There the
//! tissue is thin, 1/ρ times as hard to draw out, and the socket has its reliefs: the local gap is taken as spread evenly from
//! g_b − w to g_b + w, with U₊(x) = (x + w)²/(4·w) between −w and w, 0 below and x above:
//!
//! **Equations**
//! - gap over bone g_b = r + (1 − ρ)·(g_fit − t_socks) + ρ·g: fit and socks act as elsewhere, but thin tissue loses little
//! - net outward pressure P = P_v − p_h: vacuum draws, the stretched liner squeezes (`network`); drawing distance
//!   d = P/(k_L + k_T), over bone d_b = P/(k_L + k_T/ρ), negative where the liner squeezes the limb off the wall
//! - tissue suction, as tissue feels it: p_T = (1 − m)·k_T·[E₊(g) − E₊(g − d)] + m·(k_T/ρ)·[U₊(g_b) − U₊(g_b − d_b)], with
//!   m = a·ρ/(1 − a + a·ρ) the share of all tissue that lies over bone (each part linear in vacuum until contact, then flat;
//!   negative: squeezed)
//! - preload p_c = k_c·[(1 − m)·E₊(−g) + m·U₊(−g_b)]
//! - gap volume left V_g = A·[(1 − a)·E₊(g − d) + a·U₊(g_b − d_b)]
//! - share of skin in contact (1 − a)·Φ(−(g − d)/σ) + a·(w − g_b + d_b)/(2·w), that within 0 and 1
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `area` | A | m² | case (tape) |
//! | `spread` | σ | m | assumed; cast repeatability ≤ 1.4 mm (buis_safari2013) bounds it |
//! | `tissue_stiffness` | k_T | Pa/m | fitted on beil2002 swing average |
//! | `liner_stiffness` | k_L | Pa/m | `liner` |
//! | `contact_stiffness` | k_c | Pa/m | assumed |
//! | `bone.share` | a | – | assumed, from the reliefs of our own technique |
//! | `bone.thinness` | ρ | – | tissue over bone (assumed) over tissue elsewhere (openlimb2025) |
//! | `bone.offset` | r + (1 − ρ)·(g_fit − t_socks) | m | r from the same reliefs |
//! | `bone.range` | w | m | √(r² + 3·σ²): reliefs from none to 2·r, and σ, have this variance together |
//!
//! **Assumptions** gaps are uncorrelated with place but for the reliefs; tissue and liner act as springs in parallel (the bench
//! model of published.md §5: linear until contact, plateau ∝ gap); a stiffness goes with one over the thickness; what thin
//! tissue does not lose is not taken from the rest (8 % of a change of the gap). **Valid** |g| below 5 mm.
//! **Tests** a liner's squeeze presses a limb that the wall does not; linear then flat; plateau ∝ gap; volume and contact share
//! limits; derivative of E₊ is Φ; over bone more vacuum is needed, and no bone is the law without it.

use std::f64::consts::SQRT_2;

/// √(2·π).
const ROOT_OF_TWO_PI: f64 = 2.506_628_274_631_000_5;

/// A limb in its socket.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contact {
    /// Skin area inside the socket, m².
    pub area: f64,
    /// Standard deviation of the local gap, m.
    pub spread: f64,
    /// Resistance of tissue to being drawn out, Pa/m.
    pub tissue_stiffness: f64,
    /// Resistance of the liner to being drawn out, Pa/m.
    pub liner_stiffness: f64,
    /// Resistance of tissue and liner to being pressed in, Pa/m.
    pub contact_stiffness: f64,
    /// Where bone lies right under the skin.
    pub bone: OverBone,
}

/// The skin that has bone right under it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OverBone {
    /// Share of the skin.
    pub share: f64,
    /// Thickness of the tissue there over that elsewhere.
    pub thinness: f64,
    /// The gap there where the mean gap elsewhere is none, m: relief, and what of fit and socks the mean gap does not bring.
    pub offset: f64,
    /// How far the local gap goes beyond its mean either way, m.
    pub range: f64,
}

impl OverBone {
    /// No such skin.
    pub const NONE: Self = Self { share: 0.0, thinness: 1.0, offset: 0.0, range: 1e-3 };

    /// The share of all tissue that lies there.
    fn tissue_share(&self) -> f64 {
        // m = a·ρ/(1 − a + a·ρ)
        let there = self.share * self.thinness;
        there / (1.0 - self.share + there)
    }

    /// Mean of the positive part of a gap with mean `x` (m), and the share of this skin where it is open.
    fn open(&self, x: f64) -> (f64, f64) {
        // U₊(x) = (x + w)²/(4·w) between −w and w
        let share = (0.5 * (x + self.range) / self.range).clamp(0.0, 1.0);
        (share * share * self.range + (x - self.range).max(0.0), share)
    }

    /// The gap there at a mean gap elsewhere, m.
    fn gap(&self, gap: f64) -> f64 {
        // g_b = r + (1 − ρ)·(g_fit − t_socks) + ρ·g
        self.offset + self.thinness * gap
    }
}

/// Mean gap and vacuum, resolved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ContactState {
    /// Mean suction on the skin, Pa; negative where the liner squeezes.
    pub tissue_suction: f64,
    /// Mean pressure on the skin from an over-full socket, Pa.
    pub preload: f64,
    /// Share of the skin that touches the wall through the liner.
    pub contact_share: f64,
    /// Mean open gap beside bone before anything draws the limb out, m.
    pub open_gap: f64,
}

/// Standard normal density and distribution, on one exponential: the rational approximation 5666 of Hart and others (1968) as
/// West gave it (2005), with its continued fraction beyond 5·√2. A test holds it to the library's.
fn normal(z: f64) -> (f64, f64) {
    const OVER: [f64; 7] = [
        3.526_249_659_989_11e-2,
        0.700_383_064_443_688,
        6.373_962_203_531_65,
        33.912_866_078_383,
        112.079_291_497_871,
        221.213_596_169_931,
        220.206_867_912_376,
    ];
    const UNDER: [f64; 8] = [
        8.838_834_764_831_84e-2,
        1.755_667_163_182_64,
        16.064_177_579_207,
        86.780_732_202_946_1,
        296.564_248_779_674,
        637.333_633_378_831,
        793.826_512_519_948,
        440.413_735_824_752,
    ];
    let x = z.abs();
    // Beyond nine standard deviations both are zero or one to more digits than a number has.
    if x > 9.0 {
        return (0.0, if z > 0.0 { 1.0 } else { 0.0 });
    }
    let bell = (-0.5 * z * z).exp();
    let tail = if x < 5.0 * SQRT_2 {
        let polynomial = |c: &[f64]| c.iter().fold(0.0, |sum, c| sum * x + c);
        bell * polynomial(&OVER) / polynomial(&UNDER)
    } else {
        let fraction = [4.0, 3.0, 2.0, 1.0].iter().fold(x + 0.65, |below, k| x + k / below);
        bell / fraction / ROOT_OF_TWO_PI
    };
    (bell / ROOT_OF_TWO_PI, if z > 0.0 { 1.0 - tail } else { tail })
}

impl Contact {
    /// Mean of the positive part of a gap with mean `x` (m), and the share of the skin where it is open.
    fn open(&self, x: f64) -> (f64, f64) {
        let z = x / self.spread;
        let (density, share) = normal(z);
        // E₊(x) = σ·[φ(z) + z·Φ(z)]
        (self.spread * (density + z * share), share)
    }

    /// How far a net outward pressure (Pa) could draw liner and tissue, m.
    pub fn drawing_distance(&self, outward: f64) -> f64 {
        // d = P/(k_L + k_T)
        outward / (self.liner_stiffness + self.tissue_stiffness)
    }

    /// How far the same pressure could draw them over bone, m.
    fn drawing_distance_over_bone(&self, outward: f64) -> f64 {
        // d_b = P/(k_L + k_T/ρ)
        outward / (self.liner_stiffness + self.tissue_stiffness / self.bone.thinness)
    }

    /// Air left between liner and wall at a net outward pressure (Pa), m³, and its derivative with respect to that
    /// pressure, m³/Pa.
    pub fn gap_volume(&self, gap: f64, outward: f64) -> (f64, f64) {
        let (open, share_open) = self.open(gap - self.drawing_distance(outward));
        // V_g = A·[(1 − a)·E₊(g − d) + a·U₊(g_b − d_b)];  dV_g/dP_v = −A·[(1 − a)·Φ(z)/(k_L + k_T) + …]
        let (soft, slope) = (self.area * open, -self.area * share_open * self.drawing_distance(1.0));
        if self.bone.share == 0.0 {
            return (soft, slope);
        }
        let (open, share_open) = self.bone.open(self.bone.gap(gap) - self.drawing_distance_over_bone(outward));
        let (thin, slope_thin) = (self.area * open, -self.area * share_open * self.drawing_distance_over_bone(1.0));
        let a = self.bone.share;
        ((1.0 - a) * soft + a * thin, (1.0 - a) * slope + a * slope_thin)
    }

    /// Mean gap left beside bone at a net outward pressure (Pa), m: what a loaded limb can sink into. Bone keeps its reliefs.
    pub fn gap_left(&self, gap: f64, outward: f64) -> f64 {
        self.open(gap - self.drawing_distance(outward)).0
    }

    /// Resolves the contact at a mean gap (m) and a net outward pressure (Pa): vacuum less the liner's squeeze.
    pub fn resolve(&self, gap: f64, outward: f64) -> ContactState {
        let open = self.open(gap).0;
        let (left, share_left) = self.open(gap - self.drawing_distance(outward));
        let soft = ContactState {
            // p_T = k_T·[E₊(g) − E₊(g − d)]
            tissue_suction: self.tissue_stiffness * (open - left),
            // p_c = k_c·E₊(−g), and E₊(−g) = E₊(g) − g
            preload: self.contact_stiffness * (open - gap),
            contact_share: 1.0 - share_left,
            open_gap: open,
        };
        if self.bone.share == 0.0 {
            return soft;
        }
        let gap = self.bone.gap(gap);
        let open = self.bone.open(gap).0;
        let (left, share_left) = self.bone.open(gap - self.drawing_distance_over_bone(outward));
        let (a, m) = (self.bone.share, self.bone.tissue_share());
        ContactState {
            tissue_suction: (1.0 - m) * soft.tissue_suction
                + m * self.tissue_stiffness / self.bone.thinness * (open - left),
            preload: (1.0 - m) * soft.preload + m * self.contact_stiffness * (open - gap),
            contact_share: (1.0 - a) * soft.contact_share + a * (1.0 - share_left),
            ..soft
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::f64::consts::PI;

    pub(crate) fn usual() -> Contact {
        Contact {
            area: 0.047,
            spread: 0.5e-3,
            tissue_stiffness: 8e6,
            liner_stiffness: 0.7e6,
            contact_stiffness: 20e6,
            bone: OverBone::NONE,
        }
    }

    pub(crate) fn with_bone() -> Contact {
        Contact { bone: OverBone { share: 0.11, thinness: 0.24, offset: 1e-3, range: 1.3e-3 }, ..usual() }
    }

    #[test]
    fn over_bone_more_vacuum_is_needed_and_air_stays_until_then() {
        let share = |vacuum| with_bone().resolve(0.0, vacuum).contact_share;
        // Beside bone 10 kPa are enough.
        assert!(usual().resolve(0.0, 10e3).contact_share > 0.98);
        assert!(share(10e3) < 0.93 && share(33.9e3) < share(50.8e3) && share(50.8e3) < share(67.7e3));
        let air = |vacuum| with_bone().gap_volume(0.0, vacuum).0;
        assert!(air(10e3) > 3.0 * usual().gap_volume(0.0, 10e3).0 && air(67.7e3) < 0.2e-6);
        // What a loaded limb can sink into is the same with and without bone.
        assert_eq!(with_bone().gap_left(1e-3, 20e3), usual().gap_left(1e-3, 20e3));
    }

    #[test]
    fn bone_with_tissue_as_thick_as_elsewhere_and_no_relief_changes_nothing_but_the_law_of_the_gaps() {
        // Where all is open or all is shut, that law does not matter.
        let same = Contact { bone: OverBone { share: 0.3, thinness: 1.0, offset: 0.0, range: 0.9e-3 }, ..usual() };
        for (gap, vacuum) in [(-4e-3, 0.0), (4e-3, 1e3), (4e-3, 80e3)] {
            let (a, b) = (same.resolve(gap, vacuum), usual().resolve(gap, vacuum));
            for (a, b) in [(a.tissue_suction, b.tissue_suction), (a.preload, b.preload)] {
                assert!((a - b).abs() < 1e-9 * (1.0 + b.abs()), "{a} {b}");
            }
            assert!((a.contact_share - b.contact_share).abs() < 1e-9);
            assert!((same.gap_volume(gap, vacuum).0 - usual().gap_volume(gap, vacuum).0).abs() < 1e-12);
        }
    }

    #[test]
    fn an_even_spread_of_gaps_has_the_mean_and_the_share_that_counting_gives() {
        let bone = with_bone().bone;
        for x in [-2e-3, -1.1e-3, 0.0, 0.4e-3, 1.29e-3, 3e-3] {
            let n = 20_000;
            let gaps = (0..n).map(|i| x + bone.range * (2.0 * (f64::from(i) + 0.5) / f64::from(n) - 1.0));
            let (sum, open) =
                gaps.fold((0.0, 0.0), |(sum, open), gap| (sum + gap.max(0.0), open + f64::from(u8::from(gap > 0.0))));
            let (mean, share) = bone.open(x);
            assert!((mean - sum / f64::from(n)).abs() < 1e-9 && (share - open / f64::from(n)).abs() < 1e-4, "{x}");
        }
    }

    #[test]
    fn tissue_suction_is_linear_in_vacuum_until_contact_then_flat_and_proportional_to_the_gap() {
        let contact = Contact { spread: 1e-6, ..usual() };
        let at = |gap: f64, vacuum: f64| contact.resolve(gap, vacuum).tissue_suction;
        let knee = (contact.liner_stiffness + contact.tissue_stiffness) * 1e-3;
        assert!((at(1e-3, 0.5 * knee) / at(1e-3, 0.25 * knee) - 2.0).abs() < 1e-3);
        assert!((at(1e-3, 2.0 * knee) / at(1e-3, 4.0 * knee) - 1.0).abs() < 1e-6);
        assert!((at(2e-3, 60e3) / at(1e-3, 60e3) - 2.0).abs() < 1e-3);
    }

    #[test]
    fn a_tight_limb_is_all_contact_and_a_loose_one_none() {
        assert!(usual().resolve(-3e-3, 0.0).contact_share > 0.999);
        assert!(usual().resolve(3e-3, 0.0).contact_share < 0.001);
        assert!(usual().gap_volume(-3e-3, 0.0).0 < 1e-12);
        // One millimetre of gap over 470 cm² is 47 mL of air.
        assert!((usual().gap_volume(3e-3, 0.0).0 * 1e6 - 141.0).abs() < 0.1);
    }

    #[test]
    fn a_squeezed_limb_is_pressed_where_there_is_room_and_vacuum_takes_that_off() {
        let at = |gap: f64, outward: f64| -usual().resolve(gap, outward).tissue_suction;
        // Springs in parallel: tissue carries k_T/(k_T + k_L) of the squeeze.
        assert!((at(2e-3, -4e3) - 4e3 * 8.0 / 8.7).abs() < 20.0);
        // In a tight socket the wall carries it.
        assert!(at(-3e-3, -4e3).abs() < 1.0);
        assert!(at(0.0, 60e3 - 4e3) < 0.0);
    }

    #[test]
    fn density_and_distribution_are_those_of_the_library() {
        for step in -900..=900 {
            let z = f64::from(step) * 0.01;
            let (density, below) = normal(z);
            let expected = 0.5 * libm::erfc(-z / SQRT_2);
            assert!((below - expected).abs() < 2e-15, "{z}: {below} instead of {expected}");
            assert!((density - (-0.5 * z * z).exp() / (2.0 * PI).sqrt()).abs() < 2e-16, "{z}");
        }
    }

    proptest! {
        #[test]
        fn vacuum_never_opens_a_gap_and_suction_never_exceeds_it(gap in -3e-3f64..4e-3, vacuum in 0.0f64..90e3) {
            let contact = with_bone();
            let (volume, slope) = contact.gap_volume(gap, vacuum);
            prop_assert!(volume >= 0.0 && slope <= 0.0);
            prop_assert!(volume <= contact.gap_volume(gap, 0.0).0 + 1e-15);
            let state = contact.resolve(gap, vacuum);
            prop_assert!(state.tissue_suction >= -1e-9 && state.tissue_suction <= vacuum + 1e-9);
        }

        #[test]
        fn the_slopes_are_the_derivatives(gap in -2e-3f64..2e-3, vacuum in 1e3f64..80e3) {
            let contact = with_bone();
            let h = 1.0;
            let numeric = (contact.gap_volume(gap, vacuum + h).0 - contact.gap_volume(gap, vacuum - h).0) / (2.0 * h);
            prop_assert!((numeric - contact.gap_volume(gap, vacuum).1).abs() < 1e-12);
        }
    }
}
