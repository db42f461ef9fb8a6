//! From where a limb is looked at, and what lies at the edges of the picture then.

use domain::limb::Side;
use geometry::Vec3;
use texts::Texts;

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

    /// Its name in ids.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Anterior => "anterior",
            Self::Lateral => "lateral",
            Self::Posterior => "posterior",
            Self::Medial => "medial",
        }
    }

    /// Its name.
    pub fn name(self, texts: &Texts) -> &str {
        texts.say(match self {
            Self::Anterior => "plot.view.anterior",
            Self::Lateral => "plot.view.lateral",
            Self::Posterior => "plot.view.posterior",
            Self::Medial => "plot.view.medial",
        })
    }

    /// What lies at the left and at the right edge.
    pub fn edges(self, texts: &Texts, side: Side) -> [&str; 2] {
        let right = Vec3::Z.cross(self.towards(side));
        let at = |direction: Vec3| {
            let known = Self::ALL.into_iter().find(|view| view.towards(side).dot(direction) > 0.5);
            known.map_or("", |view| {
                texts.say(match view {
                    Self::Anterior => "plot.edge.anterior",
                    Self::Lateral => "plot.edge.lateral",
                    Self::Posterior => "plot.edge.posterior",
                    Self::Medial => "plot.edge.medial",
                })
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
        assert_eq!(View::Anterior.edges(Texts::english(), Side::Right), ["lat.", "med."]);
        assert_eq!(View::Anterior.edges(Texts::english(), Side::Left), ["med.", "lat."]);
        assert_eq!(View::Posterior.edges(Texts::english(), Side::Right), ["med.", "lat."]);
        assert_eq!(View::Lateral.edges(Texts::english(), Side::Right), ["post.", "ant."]);
        assert_eq!(View::Lateral.edges(Texts::english(), Side::Left), ["ant.", "post."]);
        assert_eq!(View::Medial.edges(Texts::english(), Side::Left), ["post.", "ant."]);
    }
}
