//! Which studies, guidelines and payers' statements apply to a case, and by which inputs.

use crate::parts_of_case::transfemoral;
use crate::scene::{Applies, Asked};
use crate::text;
use domain::case::SuspensionKind;
use texts::Arg;

fn level(asked: &Asked<'_>) -> (&'static str, Arg) {
    let name = if transfemoral(asked.case) { "transfemoral" } else { "transtibial" };
    ("limb.amputation_level", text::word(name))
}

/// Studied in transtibial users only.
fn transtibial(asked: &Asked<'_>) -> Applies {
    (!transfemoral(asked.case)).then(|| vec![level(asked)])
}

/// Studied in users with vascular disease, transtibial.
fn dysvascular(asked: &Asked<'_>) -> Applies {
    let conditions = &asked.case.person.conditions;
    let applies = !transfemoral(asked.case) && (conditions.diabetes || conditions.arterial_disease);
    applies.then(|| {
        vec![
            level(asked),
            ("person.conditions.diabetes", text::yes(conditions.diabetes)),
            ("person.conditions.arterial_disease", text::yes(conditions.arterial_disease)),
        ]
    })
}

/// What the brochure itself claims: beside what others found.
pub fn maker_benefits(asked: &Asked<'_>) -> Applies {
    Some(vec![level(asked)])
}

/// Volume after walking.
pub fn board_2001(asked: &Asked<'_>) -> Applies {
    transtibial(asked)
}

/// Interface pressures.
pub fn beil_2002(asked: &Asked<'_>) -> Applies {
    transtibial(asked)
}

/// Skin; both levels were studied.
pub fn rink_2016(asked: &Asked<'_>) -> Applies {
    Some(vec![level(asked)])
}

/// Balance in dysvascular users.
pub fn samitier_2016(asked: &Asked<'_>) -> Applies {
    dysvascular(asked)
}

/// Wounds and ulcers.
pub fn traballesi_2012(asked: &Asked<'_>) -> Applies {
    dysvascular(asked)
}

/// Falls; both levels were studied.
pub fn rosenblatt_falls(asked: &Asked<'_>) -> Applies {
    Some(vec![level(asked)])
}

/// Pin against vacuum: matters most to who wears a pin, shown to all.
pub fn klute_pin(asked: &Asked<'_>) -> Applies {
    let now =
        if asked.case.prosthesis.suspension_now == SuspensionKind::PinLock { "pin_lock" } else { "other_than_pin" };
    Some(vec![("prosthesis.suspension_now", text::word(now))])
}

/// In-socket fluid volume.
pub fn in_socket_volume(asked: &Asked<'_>) -> Applies {
    let fluctuation = asked.case.limb.daily_fluctuation_mm;
    Some(vec![("limb.daily_fluctuation_mm", text::with(fluctuation, "mm"))])
}

/// Vacuum level and gait.
pub fn xu_2017(asked: &Asked<'_>) -> Applies {
    transtibial(asked)
}

/// What a payer's workgroup says: of every case.
pub fn cms_workgroup(asked: &Asked<'_>) -> Applies {
    Some(vec![level(asked)])
}
