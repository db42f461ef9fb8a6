//! Whether islands agree, and how many independent draws theirs are worth (Margossian 2024: nested R-hat).

/// R-hat of one number over islands of equal size, and the independent draws that all of them are worth together: what the
/// means of the islands differ is measured against what their members do.
pub fn diagnose(islands: &[Vec<f64>]) -> (f64, f64) {
    let all = islands.iter().map(Vec::len).sum::<usize>() as f64;
    let count = islands.len() as f64;
    if islands.len() < 2 || islands.iter().any(|island| island.len() < 2) {
        return (f64::INFINITY, 0.0);
    }
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let variance = |values: &[f64]| {
        let mean = mean(values);
        values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (values.len() - 1) as f64
    };
    let means: Vec<f64> = islands.iter().map(|island| mean(island)).collect();
    let between = variance(&means);
    let within = islands.iter().map(|island| variance(island)).sum::<f64>() / count;
    if within == 0.0 {
        // What never changes is known exactly, unless islands disagree about it.
        return if between == 0.0 { (1.0, all) } else { (f64::INFINITY, 0.0) };
    }
    ((1.0 + between / within).sqrt(), (count * within / between).min(all))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand_chacha::ChaCha8Rng;
    use rand_chacha::rand_core::SeedableRng;
    use rand_distr::{Distribution, StandardNormal};

    /// Islands of 100 members, each drawn `copies` times, `shift` apart.
    fn islands(copies: usize, shift: f64) -> Vec<Vec<f64>> {
        let mut rng = ChaCha8Rng::seed_from_u64(3);
        let mut island = |place: usize| {
            let mut values = vec![];
            while values.len() < 100 {
                let z: f64 = StandardNormal.sample(&mut rng);
                values.extend(std::iter::repeat_n(z + shift * place as f64, copies));
            }
            values
        };
        (0..40).map(&mut island).collect()
    }

    #[test]
    fn independent_draws_are_worth_their_number_and_copies_nothing_more() {
        let (r_hat, ess) = diagnose(&islands(1, 0.0));
        assert!(r_hat < 1.02 && ess > 2_000.0, "{r_hat} {ess}");
        let (_, ess) = diagnose(&islands(10, 0.0));
        assert!((200.0..800.0).contains(&ess), "4,000 draws of 400 values are worth 400, not {ess}");
    }

    #[test]
    fn islands_that_disagree_are_told() {
        assert!(diagnose(&islands(1, 0.1)).0 > 1.1);
        assert!(diagnose(&[vec![0.0; 100], vec![1.0; 100]]).0.is_infinite());
        assert_eq!(diagnose(&[vec![2.0; 100], vec![2.0; 100]]), (1.0, 200.0));
        assert!(diagnose(&[vec![1.0, 2.0]]).0.is_infinite(), "one island cannot be compared");
    }
}
