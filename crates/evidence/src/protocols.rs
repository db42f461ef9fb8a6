//! Each published study's protocol on the twin: who walks how long on what, and which number comes out.

mod bench;
mod calf;
mod climate;
mod electric;
mod fluid;
mod pumping;
pub(crate) mod readings;
mod shared;
mod socks;
mod vacuum_session;

pub use shared::{Answer, Bench};

use domain::case::SocketConcept;
use physics::circulation::PostureDrive;
use physics::gait_load::Pace;
use physics::integrator::{Integrator, Tolerance};
use physics::interface_pressure::{Region, RegionPressure, RegionTable};
use physics::network::{Network, Regime, State};
use shared::{BOARD_PACE, everyone, everyone_on_their_own, means, with_vacuum, with_valve};
use twin::assemble::{Disturbance, assemble, hanging_pull};
use twin::ensemble::spread;
use twin::observe::{each_region, post_doff_volume_pct, volume_pct};
use twin::parameters::Values;
use twin::system::{Connection, Drive, System};

/// Vacuum of the study by Board and colleagues, Pa.
const BOARD_VACUUM: f64 = 78e3;
/// Room that its sockets leave between limb and wall, m (fitted on the volume gained with vacuum: where a limb is at the wall
/// already, none can be).
const BOARD_ROOM: f64 = 0.24e-3;
/// Length of its walk, s.
const BOARD_WALK_S: f64 = 1_800.0;
const BEIL_PACE: Pace = Pace { cadence: 96.0, speed: 1.2 };

/// Runs the protocol of a study; `None` if there is none.
pub fn run(source: &str, bench: &Bench<'_>) -> Option<Vec<Answer>> {
    match source {
        "board2001" => Some(board(bench)),
        "beil2002" => Some(beil(bench)),
        "zachariah2004" => Some(zachariah(bench)),
        "major2015" => Some(electric::run(bench)),
        "peery2005" => Some(climate::peery(bench)),
        "segal2016" => Some(climate::segal(bench)),
        "klute2016" => Some(climate::klute(bench)),
        "jasken2018" => Some(socks::volumes(bench)),
        "sanders2012_day" => Some(fluid::day(bench)),
        "sanders2014_posture" => Some(fluid::posture(bench)),
        "sanders2012_socks" => Some(fluid::socks(bench)),
        "sanders2013_casts" => Some(calf::casts(bench)),
        "youngblood2020" => Some(vacuum_session::run(bench)),
        "calf1977" => Some(calf::pressed(bench)),
        "exercise_fluid" => Some(calf::exercise(bench)),
        "stick1989" => Some(calf::hanging(bench, ["stick1989.stand", "stick1989.sit"])),
        "stick1990" => Some(calf::hanging(bench, ["stick1990.stand", "stick1990.sit"])),
        "ottobock_p3_ifu" => Some([deepest(bench), bench::washers_and_wear(bench)].concat()),
        "ottobock_e2_ifu" => Some(pumping::run(bench)),
        "ottobock_harmony_brochure" => Some([twice(bench), socks::held_after_two_centimetres(bench)].concat()),
        "komolafe2013" => Some(bench::komolafe(bench)),
        "hybrid2015" => Some(bench::hybrid(bench)),
        "ev_bench_model" => Some(bench::dome(bench)),
        "wernke2017" => Some(bench::wernke(bench)),
        "hatje2015" => Some(bench::blister(bench)),
        _ => None,
    }
}

/// The same socket with the room that the study's sockets leave.
fn with_room(network: Network) -> Network {
    network.with_fit(network.fit_gap + BOARD_ROOM, network.socks)
}

/// Walks from donning, with any vacuum source running.
fn walk(network: &Network, pace: Pace, duration_s: f64) -> State {
    let mut state = network.donned();
    let regime = Regime::Walk { pace, duty: 1.0 };
    Integrator::new(Tolerance::default()).advance(network, &mut state, regime, true, duration_s, |_, _| ());
    state
}

fn board(bench: &Bench<'_>) -> Vec<Answer> {
    let ids = [
        "board2001.volume.suction",
        "board2001.volume.vacuum",
        "board2001.volume.difference",
        "board2001.pistoning.limb",
        "board2001.pistoning.tibia",
    ];
    means(bench, ids, |values| {
        let delay_s = values.measurement_delay_min * 60.0;
        let pull = hanging_pull(bench.reference);
        let walked = |network: Network| {
            let network = with_room(network);
            let state = walk(&network, BOARD_PACE, BOARD_WALK_S);
            (post_doff_volume_pct(&network, &state, delay_s), network.pistoning(&state, pull))
        };
        let (suction, loose) = walked(with_valve(bench, values));
        let (vacuum, held) = walked(with_vacuum(bench, values, BOARD_VACUUM));
        let less = [loose.limb - held.limb, loose.bone - held.bone].map(|metres| metres * 1e3);
        [suction, vacuum, vacuum - suction, less[0], less[1]]
    })
}

/// For everyone drawn: limb volume after the walk with vacuum minus with the valve, points.
pub(crate) fn vacuum_gains(bench: &Bench<'_>) -> Vec<(Values, f64)> {
    everyone(bench, |values| {
        let delay_s = values.measurement_delay_min * 60.0;
        let after = |network: Network| {
            let network = with_room(network);
            post_doff_volume_pct(&network, &walk(&network, BOARD_PACE, BOARD_WALK_S), delay_s)
        };
        let gain = after(with_vacuum(bench, values, BOARD_VACUUM)) - after(with_valve(bench, values));
        (*values, gain)
    })
}

/// The gain of the central person by mean gap at donning (mm), walking and sitting for half an hour, points.
pub(crate) fn gains_by_fit(bench: &Bench<'_>, gaps_mm: &[f64]) -> Vec<[f64; 2]> {
    let central = bench.parameters.central();
    let delay_s = central.measurement_delay_min * 60.0;
    let after = |network: &Network, regime: Regime| {
        let mut state = network.donned();
        Integrator::new(Tolerance::default()).advance(network, &mut state, regime, true, BOARD_WALK_S, |_, _| ());
        post_doff_volume_pct(network, &state, delay_s)
    };
    let gain = |fit_gap: f64, regime: Regime| {
        let vacuum = with_vacuum(bench, &central, BOARD_VACUUM).with_fit(fit_gap, 0.0);
        let valve = with_valve(bench, &central).with_fit(fit_gap, 0.0);
        after(&vacuum, regime) - after(&valve, regime)
    };
    let walk = Regime::Walk { pace: BOARD_PACE, duty: 1.0 };
    gaps_mm.iter().map(|mm| [gain(mm * 1e-3, walk), gain(mm * 1e-3, Regime::Sit)]).collect()
}

fn beil(bench: &Bench<'_>) -> Vec<Answer> {
    let ids = [
        "beil2002.positive_impulse.suction",
        "beil2002.positive_impulse.ratio",
        "beil2002.positive_peak.suction",
        "beil2002.positive_peak.ratio",
        "beil2002.negative_impulse.suction",
        "beil2002.negative_impulse.ratio",
        "beil2002.negative_average.suction",
        "beil2002.negative_average.ratio",
        "beil2002.negative_peak.suction",
        "beil2002.negative_peak.ratio",
    ];
    means(bench, ids, |values| {
        let level = bench.reference.limb.amputation_level;
        let regions = bench.regions.resolve(level, SocketConcept::TotalSurfaceBearing, values.distal_factor);
        let swing_s = BEIL_PACE.stride_time() * (1.0 - values.stance_fraction);
        let measured = |network: Network| {
            let state = walk(&network, BEIL_PACE, 600.0);
            let mut cycles = vec![];
            let table = RegionTable::new(&regions, &network.gait, BEIL_PACE);
            each_region(&network, &state, network.standing_vacuum(&state), &table, &mut |_, pressure| {
                cycles.push(pressure)
            });
            let distal = cycles[most_drawn(&regions)];
            let mean = |read: fn(&RegionPressure) -> f64| {
                regions.iter().zip(&cycles).map(|(region, cycle)| region.area_share * read(cycle)).sum::<f64>()
            };
            let swing = distal.swing_impulse;
            [mean(|c| c.stance_impulse), mean(|c| c.peak), swing, swing / swing_s, distal.lowest].map(|pa| pa / 1e3)
        };
        let suction = measured(with_valve(bench, values));
        let vacuum = measured(with_vacuum(bench, values, BOARD_VACUUM));
        std::array::from_fn(|i| if i % 2 == 0 { suction[i / 2] } else { vacuum[i / 2] / suction[i / 2] })
    })
}

fn most_drawn(regions: &[Region]) -> usize {
    (0..regions.len()).max_by(|a, b| regions[*a].swing_factor.total_cmp(&regions[*b].swing_factor)).unwrap_or(0)
}

fn zachariah(bench: &Bench<'_>) -> Vec<Answer> {
    let rows = everyone_on_their_own(bench, |values, network| {
        let (network, mut state) = fluid::settled(values, network);
        let mut integrator = Integrator::new(Tolerance::default());
        for regime in [Regime::Sit, Regime::Stand, Regime::Walk { pace: BOARD_PACE, duty: 1.0 }] {
            integrator.restart();
            integrator.advance(&network, &mut state, regime, false, 1_200.0, |_, _| ());
        }
        // The scanner looks at a limb held level: no column of blood stands in it.
        let network = Network { posture: PostureDrive { sit: 0.0, ..network.posture }, ..network };
        integrator.restart();
        integrator.advance(&network, &mut state, Regime::Doffed, false, 30.0, |_, _| ());
        let mut course = vec![(0.0, volume_pct(&network, &state.limb))];
        integrator.advance(&network, &mut state, Regime::Doffed, false, 2_070.0, |t, state| {
            course.push((t, volume_pct(&network, &state.limb)));
        });
        let first = course[0].1;
        let rise = course[course.len() - 1].1 - first;
        let after_eight =
            course.iter().take_while(|point| point.0 <= 480.0).last().map_or(0.0, |point| point.1 - first);
        (rise, time_constant(&course), after_eight >= 0.95 * rise)
    });
    let rise = spread(rows.iter().map(|row| row.0));
    let within = rows.iter().filter(|row| (120.0..=300.0).contains(&row.1)).count() as f64 / rows.len() as f64;
    let fast = rows.iter().filter(|row| row.2).count() as f64 / rows.len() as f64;
    vec![
        Answer { id: "zachariah2004.fast", compared: fast, spread: spread(std::iter::once(fast)) },
        Answer { id: "zachariah2004.rise", compared: rise.p50, spread: rise },
        Answer { id: "zachariah2004.tau", compared: within, spread: spread(std::iter::once(within)) },
    ]
}

/// Time constant of y = a·(1 − e^(−t/τ)) fitted to a rise, s: least squares in a, golden section in τ.
fn time_constant(course: &[(f64, f64)]) -> f64 {
    // Ten scans, as in the study.
    let end = course[course.len() - 1].0;
    let at = |t: f64| {
        let next = course.partition_point(|point| point.0 < t).min(course.len() - 1).max(1);
        let ((t0, y0), (t1, y1)) = (course[next - 1], course[next]);
        y0 + (y1 - y0) * ((t - t0) / (t1 - t0)).clamp(0.0, 1.0) - course[0].1
    };
    let scans: Vec<(f64, f64)> = (0..10).map(|i| end * (f64::from(i) / 9.0).powi(2)).map(|t| (t, at(t))).collect();
    let misfit = |tau: f64| {
        let shape = |t: f64| 1.0 - (-t / tau).exp();
        let (xy, xx) = scans.iter().fold((0.0, 0.0), |(xy, xx), (t, y)| (xy + shape(*t) * y, xx + shape(*t).powi(2)));
        let a = xy / xx;
        scans.iter().map(|(t, y)| (y - a * shape(*t)).powi(2)).sum::<f64>()
    };
    let (mut low, mut high) = (5.0f64.ln(), 5_000.0f64.ln());
    for _ in 0..60 {
        let third = (high - low) / 3.0;
        if misfit((low + third).exp()) < misfit((high - third).exp()) { high -= third } else { low += third }
    }
    (0.5 * (low + high)).exp()
}

fn pump(chambers: u32, mass_kg: f64) -> System {
    System {
        id: "pump".into(),
        name: "Weight-activated pump".into(),
        drive: Drive::WeightActivated {
            chambers,
            rated_mass_kg: Some(mass_kg),
            ring_condition: 1.0,
            connection: Connection::Tube,
        },
        socket: SocketConcept::TotalSurfaceBearing,
        pump: None,
    }
}

fn deepest(bench: &Bench<'_>) -> Vec<Answer> {
    means(bench, ["ottobock_p3_ifu.deepest"], |values| {
        let system = pump(1, bench.reference.person.body_mass_kg);
        let network = assemble(bench.reference, values, &system, Disturbance::default());
        [network.standing_vacuum(&walk(&network, BOARD_PACE, 600.0)) / 1e3]
    })
}

fn twice(bench: &Bench<'_>) -> Vec<Answer> {
    means(bench, ["ottobock_harmony_brochure.twice"], |values| {
        let strides = |chambers| {
            let system = pump(chambers, bench.reference.person.body_mass_kg);
            let network = assemble(bench.reference, values, &system, Disturbance::default());
            strides_to(&network, 57.6e3)
        };
        [strides(1) / strides(2)]
    })
}

/// Steps on the prosthesis from donning to a vacuum, Pa.
fn strides_to(network: &Network, vacuum: f64) -> f64 {
    let mut state = network.donned();
    let regime = Regime::Walk { pace: BOARD_PACE, duty: 1.0 };
    let mut reached = f64::NAN;
    let mut before = (0.0, network.standing_vacuum(&state));
    Integrator::new(Tolerance::default()).advance(network, &mut state, regime, false, 900.0, |_, state| {
        let now = (state.strides, network.standing_vacuum(state));
        if reached.is_nan() && now.1 >= vacuum {
            reached = before.0 + (now.0 - before.0) * (vacuum - before.1) / (now.1 - before.1);
        }
        before = now;
    });
    reached
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_constant_of_an_exponential_is_found() {
        let course: Vec<_> = (0..=2_000).map(f64::from).map(|t| (t, 1.0 + 4.0 * (1.0 - (-t / 160.0).exp()))).collect();
        assert!((time_constant(&course) - 160.0).abs() < 1.0, "{}", time_constant(&course));
    }
}
