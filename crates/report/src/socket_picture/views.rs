//! From where a limb is looked at, and what lies at the edges of the picture then.

use domain::limb::Side;
use geometry::Vec3;

/// A side of the limb that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// From the front.
    Anterior,
    /// From the side away from the other leg.
    Lateral,
    /// From behind.
    Posterior,
    /// From the other leg.
    Medial,
}

impl View {
    /// Around the limb.
    pub const ALL: [Self; 4] = [Self::Anterior, Self::Lateral, Self::Posterior, Self::Medial];

    /// From the limb to the viewer, in the limb's axes.
    pub fn towards(self, side: Side) -> Vec3 {
        let lateral = if side == Side::Left { Vec3::Y } else { -Vec3::Y };
        match self {
            Self::Anterior => Vec3::X,
            Self::Lateral => lateral,
            Self::Posterior => -Vec3::X,
            Self::Medial => -lateral,
        }
    }

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Anterior => "Anterior",
            Self::Lateral => "Lateral",
            Self::Posterior => "Posterior",
            Self::Medial => "Medial",
        }
    }

    /// What lies at the left and at the right edge.
    pub fn edges(self, side: Side) -> [&'static str; 2] {
        let right = Vec3::Z.cross(self.towards(side));
        let at = |direction: Vec3| {
            let known = Self::ALL.into_iter().find(|view| view.towards(side).dot(direction) > 0.5);
            known.map_or("", |view| match view {
                Self::Anterior => "ant.",
                Self::Lateral => "lat.",
                Self::Posterior => "post.",
                Self::Medial => "med.",
            })
        };
        [at(-right), at(right)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn from_the_front_a_right_limb_has_lateral_on_the_left_and_a_left_one_on_the_right() {
        assert_eq!(View::Anterior.edges(Side::Right), ["lat.", "med."]);
        assert_eq!(View::Anterior.edges(Side::Left), ["med.", "lat."]);
        assert_eq!(View::Posterior.edges(Side::Right), ["med.", "lat."]);
        assert_eq!(View::Lateral.edges(Side::Right), ["post.", "ant."]);
        assert_eq!(View::Lateral.edges(Side::Left), ["ant.", "post."]);
        assert_eq!(View::Medial.edges(Side::Left), ["post.", "ant."]);
    }
}
