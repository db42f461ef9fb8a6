//! Brims by name: the steps that a name stands for, and what they mean for a wall that holds vacuum.

use super::brim::BrimShape;
use super::{Step, Technique};
use crate::document::Violation;
use serde::Deserialize;

/// The steps of a brim, as its file has them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    step: Vec<Step>,
}

impl BrimShape {
    /// The steps it stands for. A test reads every file.
    pub fn steps(self) -> Vec<Step> {
        toml::from_str(self.text()).map(|file: File| file.step).unwrap_or_default()
    }
}

impl Technique {
    /// A hole in the wall lets air into the room that a pump or a sleeve closes: only a frame may have windows there.
    pub(super) fn air_tight(steps: &[Step], path: &str, found: &mut Vec<Violation>) {
        let any = |is: fn(&Step) -> bool| steps.iter().any(is);
        let closed = any(|step| matches!(step, Step::Port { .. } | Step::SealLand { .. }));
        if closed && any(|step| matches!(step, Step::Window(_))) && !any(|step| matches!(step, Step::Frame(_))) {
            let what = "a window in a wall that holds vacuum: air comes in there";
            let right = "take the windows out, or give a step do = \"frame\": its inner socket has none; \
                         without vacuum, take port and seal_land out";
            found.push(Violation::new(path, what, right));
        }
    }
}
