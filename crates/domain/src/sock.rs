//! Prosthetic socks. A ply is a *label*: 1/3/5-ply socks are not 1, 3 and 5 times as thick.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The ply printed on a sock. Implements no `Add`: plies do not sum (Sanders 2012, POI 36(1):77-86).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum SockPly {
    /// One-ply.
    #[serde(rename = "1-ply")]
    One,
    /// Three-ply.
    #[serde(rename = "3-ply")]
    Three,
    /// Five-ply.
    #[serde(rename = "5-ply")]
    Five,
}

impl SockPly {
    /// Every ply that was measured.
    pub const ALL: [Self; 3] = [Self::One, Self::Three, Self::Five];

    /// The number on the label.
    pub const fn label(self) -> u8 {
        match self {
            Self::One => 1,
            Self::Three => 3,
            Self::Five => 5,
        }
    }
}

/// Thickness in stance of one sock of each ply, mm, as measured.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct SockThickness {
    /// One-ply sock, mm.
    pub one_ply_mm: f64,
    /// Three-ply sock, mm.
    pub three_ply_mm: f64,
    /// Five-ply sock, mm.
    pub five_ply_mm: f64,
}

impl SockThickness {
    /// Thickness of one sock of this ply, mm.
    pub const fn of(&self, ply: SockPly) -> f64 {
        match ply {
            SockPly::One => self.one_ply_mm,
            SockPly::Three => self.three_ply_mm,
            SockPly::Five => self.five_ply_mm,
        }
    }

    /// Thickness of separate socks worn over each other, mm: whole socks do stack (Jasken & Hall 2018: 1+2-ply
    /// 11.7 % of volume against 5.2 + 7.2 %; 3+2-ply 18.3 against 10.4 + 7.2 %), the plies of one sock do not.
    pub fn of_stack(&self, socks: &[SockPly]) -> f64 {
        socks.iter().map(|ply| self.of(*ply)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_five_ply_sock_is_not_five_one_ply_socks() {
        let thickness = SockThickness { one_ply_mm: 0.7, three_ply_mm: 1.2, five_ply_mm: 1.5 };
        assert!(thickness.of(SockPly::Five) < thickness.of_stack(&[SockPly::One; 5]));
        assert!((thickness.of_stack(&[SockPly::One, SockPly::Three]) - 1.9).abs() < 1e-12);
    }
}
