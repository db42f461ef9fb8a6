//! # Weight-activated pump
//!
//! **Stands for** the functional ring under the socket: body weight compresses it and pushes air out, its spring back
//! draws air from the socket, once a stride.
//!
//! ```text
//!   socket V, P ──▶|── chamber(s) V_min … V_max ──▶|── outside P_a
//!              intake                      exhaust
//! ```
//!
//! **Equations** (one chamber, isothermal)
//! - compression x_c = min(F_peak/k, x_stop); return x_r = P_v·A_c/k (vacuum holds the ring back)
//! - V_min = V_d + A_c·(x_stop − x_c); V_max = V_min + τ·A_c·(x_c − x_r)
//! - one stroke: P′ = (P·V + P_e·V_min)/(V + V_max), P_e = P_a + crack pressure
//! - limit: P_lim = P_e·V_min/V_max
//!
//! Between strokes the same map is carried as a rate that meets it exactly at constant V:
//! dn/dt = −(n − P_lim·V)·x/T, x = N·ln(1 + V_max/V). A leak q makes the pressure a saw; the mean over a stride is met
//! exactly in balance with −(n − P_lim·V)·x/T + q·(x/2)/tanh(x/2) = 0, the ring's return taken where strokes meet the
//! saw, q·T/(2·N·V) above its mean.
//!
//! | field | symbol | unit | source key |
//! |---|---|---|---|
//! | `chambers` | N | – | catalogue (two: ottobock_harmony_brochure, P4) |
//! | `chamber_area` | A_c | m² | assumed |
//! | `ring_stiffness` | k | N/m | from the size's rated mass band and the nominal stroke |
//! | `stop` | x_stop | m | assumed |
//! | `dead_volume` | V_d | m³ | from the published deepest vacuum (V_s/V_d ≈ 4–5), ottobock_p3_ifu |
//! | `exhaust_crack` | – | Pa | assumed |
//! | `travel` | τ | – | washers under the ring, ottobock_p3_ifu (direction published, size assumed) |
//!
//! **Assumptions** valves without back-flow; chambers alike and worked once a stride each; ring elastic; travel that
//! preload takes is lost where the ring springs back, since body weight still compresses it as far.
//! **Valid** above the ring's return force. **Case** the fitted pump, its size, body mass.
//! **Tests** deepest vacuum is the closed form; strokes ∝ volume; two chambers halve the strokes; a softer ring is
//! shallower and slower, and so is one with less travel; rate and map agree.

/// One weight-activated pump on one person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WeightActivatedPump {
    /// Number of chambers that stroke once a stride each.
    pub chambers: f64,
    /// Piston area of one chamber, m².
    pub chamber_area: f64,
    /// Stiffness of the functional ring, N/m.
    pub ring_stiffness: f64,
    /// Largest compression, m.
    pub stop: f64,
    /// Chamber volume at largest compression, m³.
    pub dead_volume: f64,
    /// Pressure that opens the exhaust valve, Pa.
    pub exhaust_crack: f64,
    /// Travel relative to the ring as delivered: fewer washers preload it and shorten it, a worn one springs back less.
    pub travel: f64,
}

/// Chamber volumes of one stroke.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Volume left when compressed, m³.
    pub v_min: f64,
    /// Volume when sprung back, m³.
    pub v_max: f64,
}

impl WeightActivatedPump {
    /// The stroke at a peak load (N) against a vacuum (Pa).
    pub fn stroke(&self, peak_force: f64, vacuum: f64) -> Stroke {
        // x_c = min(F_peak/k, x_stop); x_r = P_v·A_c/k
        let x_c = (peak_force / self.ring_stiffness).min(self.stop);
        let x_r = (vacuum.max(0.0) * self.chamber_area / self.ring_stiffness).min(x_c);
        // V_min = V_d + A_c·(x_stop − x_c); V_max = V_min + τ·A_c·(x_c − x_r)
        let v_min = self.dead_volume + self.chamber_area * (self.stop - x_c);
        Stroke { v_min, v_max: v_min + self.travel * self.chamber_area * (x_c - x_r) }
    }

    /// Pressure that strokes at this load tend to, at inside pressure `p` (it shifts the ring's return), Pa.
    pub fn limit(&self, stroke: Stroke, p_a: f64) -> f64 {
        // P_lim = P_e·V_min/V_max
        ((p_a + self.exhaust_crack) * stroke.v_min / stroke.v_max).min(p_a)
    }

    /// Socket pressure after one stroke of every chamber in turn.
    pub fn after_stroke(&self, p: f64, volume: f64, peak_force: f64, p_a: f64) -> f64 {
        let mut p = p;
        for _ in 0..self.chambers as usize {
            let stroke = self.stroke(peak_force, p_a - p);
            // P′ = (P·V + P_e·V_min)/(V + V_max); the intake valve stays shut where that would raise P
            let next = (p * volume + (p_a + self.exhaust_crack) * stroke.v_min) / (volume + stroke.v_max);
            p = next.min(p);
        }
        p
    }

    /// Rate at which strokes take air from the socket, Pa·m³/s (positive out).
    pub fn removal(&self, p: f64, volume: f64, peak_force: f64, p_a: f64, stride_time: f64) -> f64 {
        self.removal_against(0.0, p, volume, peak_force, p_a, stride_time)
    }

    /// The same while air leaks in at `leak` Pa·m³/s, as a mean over the stride: the leak makes the pressure a saw
    /// whose mean the strokes see less of.
    pub fn removal_against(&self, leak: f64, p: f64, volume: f64, peak_force: f64, p_a: f64, stride_time: f64) -> f64 {
        // The first chamber meets the top of the saw, the next what that one left: on average ΔP/(2·N) above its mean.
        let met = (p + 0.5 / self.chambers * leak * stride_time / volume).min(p_a);
        let stroke = self.stroke(peak_force, p_a - met);
        // (n − P_lim·V)·x/T − q·[(x/2)/tanh(x/2) − 1], x = N·ln(1 + V_max/V)
        let x = self.chambers * (1.0 + stroke.v_max / volume).ln();
        let saw = leak * (0.5 * x / (0.5 * x).tanh() - 1.0);
        ((p - self.limit(stroke, p_a)) * volume * x / stride_time - saw).max(0.0)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    const P_A: f64 = 101_325.0;
    const LOAD: f64 = 824.0;

    pub(crate) fn usual() -> WeightActivatedPump {
        WeightActivatedPump {
            chambers: 1.0,
            chamber_area: 12.5e-4,
            ring_stiffness: LOAD / 4e-3,
            stop: 4.2e-3,
            dead_volume: 1.1e-6,
            exhaust_crack: 0.0,
            travel: 1.0,
        }
    }

    fn strokes_to(pump: &WeightActivatedPump, volume: f64, vacuum: f64) -> usize {
        let mut p = P_A;
        for n in 0..2_000 {
            if P_A - p >= vacuum {
                return n;
            }
            p = pump.after_stroke(p, volume, LOAD, P_A);
        }
        2_000
    }

    #[test]
    fn the_deepest_vacuum_is_set_by_the_dead_volume() {
        let pump = WeightActivatedPump { ring_stiffness: 1e12, stop: 0.0, ..usual() };
        assert_eq!(pump.limit(pump.stroke(LOAD, 0.0), P_A), P_A);
        let mut p = P_A;
        for _ in 0..500 {
            p = usual().after_stroke(p, 50e-6, LOAD, P_A);
        }
        let stroke = usual().stroke(LOAD, P_A - p);
        assert!((p - usual().limit(stroke, P_A)).abs() < 1.0, "fixed point");
        assert!((50.8e3..84.7e3).contains(&(P_A - p)), "within the maker's working range: {}", P_A - p);
    }

    #[test]
    fn strokes_grow_with_the_volume_to_evacuate() {
        let n: Vec<f64> =
            [33e-6, 66e-6, 131e-6, 197e-6].iter().map(|v| strokes_to(&usual(), *v, 57.6e3) as f64).collect();
        assert!(n[0] < n[1] && n[1] < n[2] && n[2] < n[3], "{n:?}");
        assert!((n[3] / n[0] / (197.0 / 33.0) - 1.0).abs() < 0.2, "{n:?}");
    }

    #[test]
    fn a_second_chamber_halves_the_strokes() {
        let two = WeightActivatedPump { chambers: 2.0, ..usual() };
        let ratio = strokes_to(&usual(), 100e-6, 57.6e3) as f64 / strokes_to(&two, 100e-6, 57.6e3) as f64;
        assert!((ratio - 2.0).abs() < 0.1, "{ratio}");
    }

    #[test]
    fn a_worn_ring_is_slower_and_shallower() {
        let worn = WeightActivatedPump { ring_stiffness: 0.8 * usual().ring_stiffness, ..usual() };
        let deepest =
            |pump: &WeightActivatedPump| (0..500).fold(P_A, |p, _| pump.after_stroke(p, 50e-6, 1.2 * LOAD, P_A));
        assert!(deepest(&worn) > deepest(&usual()));
        let count = |pump: &WeightActivatedPump| {
            let mut p = P_A;
            (0..)
                .take_while(|_| {
                    p = pump.after_stroke(p, 100e-6, 1.2 * LOAD, P_A);
                    P_A - p < 57.6e3
                })
                .count()
        };
        assert!(count(&worn) >= count(&usual()));
    }

    #[test]
    fn less_travel_is_slower_and_shallower_and_compresses_as_far() {
        let short = WeightActivatedPump { travel: 0.9, ..usual() };
        assert_eq!(short.stroke(LOAD, 0.0).v_min, usual().stroke(LOAD, 0.0).v_min);
        assert!(strokes_to(&short, 197e-6, 57.6e3) > strokes_to(&usual(), 197e-6, 57.6e3));
        let limit = |pump: &WeightActivatedPump| pump.limit(pump.stroke(LOAD, 70e3), P_A);
        assert!(limit(&short) > limit(&usual()));
    }

    #[test]
    fn a_leak_is_balanced_where_the_mean_of_the_saw_lies() {
        let (pump, volume, stride, leak) = (WeightActivatedPump { chambers: 2.0, ..usual() }, 30e-6, 1.15, 0.15);
        let mut p = 60e3;
        for _ in 0..300 {
            p = pump.after_stroke(p, volume, LOAD, P_A) + leak * stride / volume;
        }
        let mean = p - 0.5 * leak * stride / volume;
        let removed = pump.removal_against(leak, mean, volume, LOAD, P_A, stride);
        assert!((removed / leak - 1.0).abs() < 0.02, "{removed} against {leak}");
    }

    #[test]
    fn the_rate_meets_the_stroke_map() {
        // Integrate dn/dt over 20 strides at constant volume and compare with 20 strokes.
        let (pump, volume, stride) = (usual(), 80e-6, 1.15);
        let (mut p_map, mut n) = (P_A, P_A * volume);
        for _ in 0..20 {
            p_map = pump.after_stroke(p_map, volume, LOAD, P_A);
        }
        let steps = 20_000;
        for _ in 0..steps {
            n -= pump.removal(n / volume, volume, LOAD, P_A, stride) * 20.0 * stride / f64::from(steps);
        }
        assert!((n / volume / p_map - 1.0).abs() < 0.01, "{} against {p_map}", n / volume);
    }
}
