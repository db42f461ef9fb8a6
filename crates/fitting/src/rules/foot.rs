//! The foot below the pump.

use crate::conclusion::{Conclusion, Verdict};
use crate::parts_of_case::{not_printed, printed_at};
use crate::scene::Considered;
use crate::text;
use domain::catalog::printed::JointKind;
use texts::Arg;

/// Whether the pump replaces the foot or goes with others.
pub fn compatibility(considered: &Considered<'_>) -> Vec<Conclusion> {
    let component = considered.component;
    let distal = component.connection_distal.as_ref();
    let clamp = distal.and_then(|cell| cell.value.as_ref()).filter(|joint| joint.joint == JointKind::TubeClamp);
    let at = printed_at(component, "connection_distal");
    let foot = ("prosthesis.foot_length_cm", text::with(considered.case.prosthesis.foot_length_cm, "cm"));
    let conclude = |outcome, inputs: &[(&str, Arg)], values: &[(&'static str, Arg)]| {
        vec![considered.rule.conclude(Verdict::Note, outcome, inputs, values)]
    };
    if considered.pump.replaces_foot {
        let at = printed_at(component, "pump.replaces_foot");
        return conclude("replaces", &[foot, (at.as_str(), text::yes(true))], &[]);
    }
    match (clamp.and_then(|joint| joint.diameter_mm), distal) {
        (Some(diameter), Some(cell)) => {
            conclude("clamp", &[(at.as_str(), (&cell.printed).into())], &[("diameter_mm", text::number(diameter))])
        }
        _ => conclude("unprinted", &[(at.as_str(), not_printed())], &[]),
    }
}
