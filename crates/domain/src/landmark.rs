//! Places on a limb that a prosthetist names, and which limbs have them.

use crate::document::Violation;
use crate::level::AmputationLevel;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use texts::{Texts, Wording};

/// Places on a limb that rectifications and trim lines are tied to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Landmark {
    /// Mid-patellar tendon: anterior, and the level heights are counted from.
    MidPatellarTendon,
    /// Head of the fibula: lateral.
    FibularHead,
    /// Crest of the tibia, half way down the limb: anterior.
    TibialCrest,
    /// Cut end of the tibia: anterior, distal.
    DistalTibia,
    /// The popliteal area: posterior, opposite the mid-patellar tendon.
    Popliteal,
    /// The lowest point of the limb.
    DistalEnd,
    /// Ischial tuberosity: posterior and medial, and the level a thigh's heights are counted from.
    IschialTuberosity,
    /// Greater trochanter: lateral, the widest place of the hip.
    GreaterTrochanter,
    /// Tendon of the adductor longus below its origin: in front and medial, the inner border of Scarpa's triangle.
    AdductorLongus,
    /// The perineum beside the limb: medial, where the thigh ends upwards.
    Perineum,
    /// Cut end of the femur: lateral and in front, distal.
    DistalFemur,
}

impl Landmark {
    /// Every landmark.
    pub const ALL: [Self; 11] = [
        Self::MidPatellarTendon,
        Self::FibularHead,
        Self::TibialCrest,
        Self::DistalTibia,
        Self::Popliteal,
        Self::DistalEnd,
        Self::IschialTuberosity,
        Self::GreaterTrochanter,
        Self::AdductorLongus,
        Self::Perineum,
        Self::DistalFemur,
    ];

    /// The id of its name for people.
    const fn id(self) -> &'static str {
        match self {
            Self::MidPatellarTendon => "landmark-mid_patellar_tendon",
            Self::FibularHead => "landmark-fibular_head",
            Self::TibialCrest => "landmark-tibial_crest",
            Self::DistalTibia => "landmark-distal_tibia",
            Self::Popliteal => "landmark-popliteal",
            Self::DistalEnd => "landmark-distal_end",
            Self::IschialTuberosity => "landmark-ischial_tuberosity",
            Self::GreaterTrochanter => "landmark-greater_trochanter",
            Self::AdductorLongus => "landmark-adductor_longus",
            Self::Perineum => "landmark-perineum",
            Self::DistalFemur => "landmark-distal_femur",
        }
    }

    /// The landmark that heights of a limb of this level are counted from: z = 0 of its axes.
    pub const fn reference(level: AmputationLevel) -> Self {
        match level {
            AmputationLevel::Transtibial => Self::MidPatellarTendon,
            AmputationLevel::Transfemoral => Self::IschialTuberosity,
        }
    }

    /// Its name for people.
    pub fn wording(self) -> Wording {
        Wording::new(self.id())
    }

    /// The same in English.
    pub fn label(self) -> &'static str {
        Texts::english().say(self.id())
    }

    /// Whether a limb of this level has it.
    pub const fn is_of(self, level: AmputationLevel) -> bool {
        let below_the_knee = match self {
            Self::DistalEnd => return true,
            Self::MidPatellarTendon | Self::FibularHead | Self::TibialCrest | Self::DistalTibia | Self::Popliteal => {
                true
            }
            Self::IschialTuberosity
            | Self::GreaterTrochanter
            | Self::AdductorLongus
            | Self::Perineum
            | Self::DistalFemur => false,
        };
        below_the_knee == matches!(level, AmputationLevel::Transtibial)
    }

    /// A fault where a limb of this level does not have it.
    pub(crate) fn belongs(self, level: AmputationLevel, found: &mut Vec<Violation>, field: String) {
        if !self.is_of(level) {
            let what = format!("a {} limb has no {}", level.label(), self.label());
            found.push(Violation::new(field, what, self.instead(level)));
        }
    }

    /// What would be right in place of one that a limb of this level does not have.
    pub fn instead(self, level: AmputationLevel) -> String {
        let own: Vec<&str> =
            Self::ALL.into_iter().filter(|landmark| landmark.is_of(level)).map(|landmark| landmark.key()).collect();
        format!("name one that it has ({}), or take this out; or correct the amputation level", own.join(", "))
    }

    /// Its name in a file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::MidPatellarTendon => "mid_patellar_tendon",
            Self::FibularHead => "fibular_head",
            Self::TibialCrest => "tibial_crest",
            Self::DistalTibia => "distal_tibia",
            Self::Popliteal => "popliteal",
            Self::DistalEnd => "distal_end",
            Self::IschialTuberosity => "ischial_tuberosity",
            Self::GreaterTrochanter => "greater_trochanter",
            Self::AdductorLongus => "adductor_longus",
            Self::Perineum => "perineum",
            Self::DistalFemur => "distal_femur",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_level_has_its_reference_and_no_landmark_but_the_end_is_of_both() {
        for level in AmputationLevel::ALL {
            assert!(Landmark::reference(level).is_of(level), "{level:?}");
        }
        let both =
            Landmark::ALL.into_iter().filter(|one| AmputationLevel::ALL.into_iter().all(|level| one.is_of(level)));
        assert_eq!(both.collect::<Vec<_>>(), [Landmark::DistalEnd]);
        assert!(Landmark::ALL.into_iter().all(|one| AmputationLevel::ALL.into_iter().any(|level| one.is_of(level))));
    }
}
