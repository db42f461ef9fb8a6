//! Hyperelastic laws: energy of shape by the first invariant without its change of volume, and energy of volume apart from it.
//!
//! Equations, per volume at rest: `Ψ = ψ(Ī₁) + U(θ)`, `Ī₁ = J^(−2/3) tr b`. Neo-Hookean `ψ = μ/2 (Ī₁ − 3)`; Yeoh
//! `ψ = Σ cᵢ (Ī₁ − 3)ⁱ`. **The energy of volume is named**, as `K/2 (θ − 1)²` and `K/2 (ln θ)²` differ by 6.6 % on one test.

use crate::MechanicsError;

/// The energy of a change of shape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// One modulus.
    NeoHookean {
        /// Shear modulus μ, MPa.
        shear: f64,
    },
    /// Three coefficients; soft tissue and silicone get stiffer by the second and third.
    Yeoh {
        /// c₁, c₂, c₃, MPa; the shear modulus at rest is 2 c₁.
        c: [f64; 3],
    },
}

impl Shape {
    /// ψ and its first and second derivatives for `x = Ī₁ − 3`, MPa.
    pub fn derivatives(&self, x: f64) -> [f64; 3] {
        match *self {
            Self::NeoHookean { shear } => [shear / 2.0 * x, shear / 2.0, 0.0],
            Self::Yeoh { c: [a, b, c] } => {
                [x * (a + x * (b + x * c)), a + x * (2.0 * b + x * 3.0 * c), 2.0 * b + 6.0 * c * x]
            }
        }
    }

    /// Shear modulus at rest, MPa.
    pub fn shear(&self) -> f64 {
        2.0 * self.derivatives(0.0)[1]
    }
}

/// The energy of a change of volume: which law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Volume {
    /// `K/2 (θ − 1)²`.
    Square,
    /// `K/2 (ln θ)²`.
    LogSquare,
}

impl Volume {
    /// U and its first and second derivatives for a bulk modulus of 1.
    pub fn derivatives(self, theta: f64) -> [f64; 3] {
        match self {
            Self::Square => [(theta - 1.0).powi(2) / 2.0, theta - 1.0, 1.0],
            Self::LogSquare => {
                let log = theta.ln();
                [log * log / 2.0, log / theta, (1.0 - log) / (theta * theta)]
            }
        }
    }
}

/// A checked law.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hyperelastic {
    shape: Shape,
    volume: Volume,
    bulk: f64,
    most_invariant: f64,
}

impl Hyperelastic {
    /// A law with its bulk modulus, MPa, that holds up to a first invariant (3 is no strain; infinity for no limit).
    ///
    /// # Errors
    /// Numbers of which no elastic body is made.
    pub fn new(shape: Shape, volume: Volume, bulk: f64, most_invariant: f64) -> Result<Self, MechanicsError> {
        let wrong = |what, value, expected| Err(MechanicsError::Law { what, value, expected });
        let shear = shape.shear();
        if !(shear.is_finite() && shear > 0.0) {
            return wrong("the shear modulus", shear, "give MPa above zero");
        }
        if let Shape::Yeoh { c: [_, _, last] } = shape
            && !(shape.derivatives(0.0)[2].is_finite() && last.is_finite() && last >= 0.0)
        {
            return wrong("the third coefficient", last, "give MPa of at least zero");
        }
        if !(bulk.is_finite() && bulk > 0.0) {
            return wrong("the bulk modulus", bulk, "give MPa above zero");
        }
        if most_invariant.is_nan() || most_invariant <= 3.0 {
            return wrong("the law's reach", most_invariant, "give a first invariant above 3");
        }
        Ok(Self { shape, volume, bulk, most_invariant })
    }

    /// Neo-Hookean with the moduli that a linear body has at rest: Young's, MPa, and Poisson's ratio.
    ///
    /// # Errors
    /// Numbers of which no elastic body is made.
    pub fn neo_hookean(modulus: f64, poisson: f64, volume: Volume) -> Result<Self, MechanicsError> {
        if !(modulus.is_finite() && modulus > 0.0) {
            return Err(MechanicsError::Law {
                what: "Young's modulus",
                value: modulus,
                expected: "give MPa above zero",
            });
        }
        if !(poisson > -1.0 && poisson < 0.5) {
            let expected = "give one above -1 and below 0.5";
            return Err(MechanicsError::Law { what: "Poisson's ratio", value: poisson, expected });
        }
        let shear = modulus / (2.0 * (1.0 + poisson));
        Self::new(Shape::NeoHookean { shear }, volume, modulus / (3.0 * (1.0 - 2.0 * poisson)), f64::INFINITY)
    }

    /// The energy of shape.
    pub fn shape(&self) -> &Shape {
        &self.shape
    }

    /// U and its derivatives, MPa.
    pub fn volume(&self, theta: f64) -> [f64; 3] {
        self.volume.derivatives(theta).map(|part| part * self.bulk)
    }

    /// The first invariant up to which the law holds.
    pub fn most_invariant(&self) -> f64 {
        self.most_invariant
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn derivatives_are_those_of_the_energies() {
        let h = 1e-6;
        let check = |f: &dyn Fn(f64) -> [f64; 3], x: f64| {
            let [low, here, high] = [f(x - h), f(x), f(x + h)];
            for at in 0..2 {
                let slope = (high[at] - low[at]) / (2.0 * h);
                assert!((slope - here[at + 1]).abs() < 1e-8, "{slope} {}", here[at + 1]);
            }
        };
        for x in [0.02, 0.5, 1.3] {
            check(&|x| Shape::NeoHookean { shear: 0.3 }.derivatives(x), x);
            check(&|x| Shape::Yeoh { c: [0.01, -0.002, 0.003] }.derivatives(x), x);
            check(&|x| Volume::Square.derivatives(x), 0.5 + x);
            check(&|x| Volume::LogSquare.derivatives(x), 0.5 + x);
        }
    }

    #[test]
    fn numbers_of_no_material_are_refused() {
        for (modulus, poisson) in [(-1.0, 0.3), (1.0, 0.5), (f64::NAN, 0.3), (1.0, f64::NAN)] {
            assert!(Hyperelastic::neo_hookean(modulus, poisson, Volume::Square).is_err());
        }
        let yeoh = Shape::Yeoh { c: [0.01, 0.0, -1.0] };
        assert!(Hyperelastic::new(yeoh, Volume::Square, 1.0, 5.0).is_err());
        let soft = Shape::Yeoh { c: [0.01, 0.0, 1.0] };
        assert!(Hyperelastic::new(soft, Volume::Square, 1.0, 2.0).is_err());
    }
}
