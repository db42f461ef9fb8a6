//! What a tape measured decides who is drawn.

use crate::parameters;
use domain::Case;
use twin::fluctuation::{Fluctuation, condition};
use twin::parameters::ParameterSet;
use twin::regions::Regions;

fn conditioned(measured_mm: f64) -> (ParameterSet, Fluctuation) {
    let mut case = Case::parse(include_str!("../../../cases/mechanic.toml")).unwrap();
    case.limb.daily_fluctuation_mm = measured_mm;
    let regions = Regions::parse(include_str!("../../../data/regions.toml")).unwrap();
    let begun = std::time::Instant::now();
    let found = condition(&case, None, &parameters(), &regions).expect("he wears a pin");
    eprintln!("{measured_mm} mm: {:.2} s, {:?}", begun.elapsed().as_secs_f64(), found.1);
    found
}

#[test]
fn more_measured_fluctuation_draws_persons_who_lose_more() {
    let (little, usual, much) = (conditioned(4.0), conditioned(12.0), conditioned(18.0));
    assert!(little.1.followed && usual.1.followed && much.1.followed);
    assert!(little.1.drawn_mm.p50 + 1.0 < usual.1.drawn_mm.p50 && usual.1.drawn_mm.p50 + 1.0 < much.1.drawn_mm.p50);
    assert_ne!(little.0.central(), much.0.central());
    assert_ne!(little.0.person(3, 7), much.0.person(3, 7));
    // The same person of the same seed every time.
    assert_eq!(little.0.person(3, 7), conditioned(4.0).0.person(3, 7));
}

#[test]
fn what_is_expected_anyway_moves_the_centre_little_and_what_cannot_be_is_not_followed() {
    let expected = conditioned(12.0).1.expected_mm.p50;
    let (near, told) = conditioned(expected);
    assert!(told.followed && told.effective > 80.0, "{told:?}");
    let (plain, moved) = (parameters().central(), near.central());
    assert!((moved.displaced_ml_per_100ml / plain.displaced_ml_per_100ml - 1.0).abs() < 0.05);
    let (unmoved, told) = conditioned(45.0);
    assert!(!told.followed && told.drawn_mm == told.expected_mm, "{told:?}");
    assert_eq!(unmoved.central(), plain);
    assert_eq!(unmoved.person(3, 7), parameters().person(3, 7));
}
