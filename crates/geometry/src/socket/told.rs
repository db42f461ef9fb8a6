//! What the maker should know of donning.

use crate::donning::{Donning, DonningVerdict};
use texts::{Arg, Said, Wording};

/// The first thing to be read where the limb does not simply get in.
pub(super) fn donning(found: Option<&Donning>) -> Vec<Said> {
    let Some(found) = found else { return vec![] };
    let id = match found.verdict {
        DonningVerdict::GoesIn => return vec![],
        DonningVerdict::WithEffort if found.squeeze_mm <= found.give_mm[0] => "shape_note-donning_effort",
        DonningVerdict::WithEffort => "shape_note-donning_doubtful",
        DonningVerdict::CannotBeDonned => "shape_note-donning_cannot",
    };
    let mm = |value: f64| Arg::Figure(format!("{value:.0} mm"));
    let [surely, utmost] = found.give_mm;
    let note = Wording::new(id)
        .with("bulge", mm(found.bulge_mm))
        .with("bulge_below", mm(found.bulge_below_mm))
        .with("neck", mm(found.neck_mm))
        .with("neck_below", mm(found.neck_below_mm))
        .with("squeeze", Arg::Figure(format!("{:.1} mm", found.squeeze_mm)))
        .with("give", Arg::Figure(format!("{surely:.0}–{utmost:.0} mm")));
    let mut notes = vec![note.into()];
    if let Some(change) = &found.change {
        let open = Wording::new("shape_note-donning_open").with("open", mm(change.open_mm));
        notes.extend((change.open_mm > 0.5).then(|| open.into()));
        let lower = |lower| Wording::new("shape_note-donning_lower").with("lower", mm(lower)).into();
        notes.extend(change.lower_trim_mm.map(lower));
        let less =
            |less: f64| Wording::new("shape_note-donning_less").with("less", Arg::Figure(format!("{less:.1}"))).into();
        notes.extend(change.less_reduction_pct.map(less));
    }
    notes
}
