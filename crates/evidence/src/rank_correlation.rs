//! Spearman's rank correlation: whether one thing goes up with another, whatever the shape.

/// Spearman's ρ of two series of the same persons; nothing where one of them does not vary. Equal values share the mean of
/// their ranks.
pub fn rank_correlation(a: &[f64], b: &[f64]) -> Option<f64> {
    let (a, b) = (ranks(a), ranks(b));
    let mean = (a.len() as f64 - 1.0) / 2.0;
    let both: f64 = a.iter().zip(&b).map(|(x, y)| (x - mean) * (y - mean)).sum();
    let of = |ranks: &[f64]| ranks.iter().map(|rank| (rank - mean).powi(2)).sum::<f64>();
    let rho = both / (of(&a) * of(&b)).sqrt();
    rho.is_finite().then_some(rho)
}

fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|i, j| values[*i].total_cmp(&values[*j]));
    let mut ranks = vec![0.0; values.len()];
    let mut before = 0;
    for equal in order.chunk_by(|i, j| values[*i] == values[*j]) {
        let rank = before as f64 + (equal.len() as f64 - 1.0) / 2.0;
        for index in equal {
            ranks[*index] = rank;
        }
        before += equal.len();
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_know_monotone_and_constant() {
        let a = [1.0, 2.0, 3.0, 4.0];
        assert_eq!(rank_correlation(&a, &[1.0, 8.0, 27.0, 64.0]), Some(1.0));
        assert_eq!(rank_correlation(&a, &[4.0, 3.0, 2.0, 1.0]), Some(-1.0));
        assert_eq!(rank_correlation(&[5.0; 4], &a), None);
        assert_eq!(rank_correlation(&[], &[]), None);
        assert_eq!(rank_correlation(&[1.0], &[1.0]), None);
    }

    /// By hand: ranks 1, 2.5, 2.5, 4 and 1, 3, 2, 4 about their mean 2.5 give 4.5/√(4.5·5).
    #[test]
    fn equal_values_share_their_mean_rank_in_whatever_order_they_come() {
        let by_hand = 4.5 / (4.5f64 * 5.0).sqrt();
        let found = rank_correlation(&[1.0, 2.0, 2.0, 3.0], &[10.0, 30.0, 20.0, 40.0]).expect("both vary");
        let turned = rank_correlation(&[1.0, 2.0, 2.0, 3.0], &[10.0, 20.0, 30.0, 40.0]).expect("both vary");
        assert!((found - by_hand).abs() < 1e-12 && found == turned, "{found} {turned}");
    }

    /// IQ against hours of television, ten persons: ρ = −29/165 (the example of Wikipedia's article on Spearman's ρ).
    #[test]
    fn a_known_example_comes_out() {
        let iq = [106.0, 100.0, 86.0, 101.0, 99.0, 103.0, 97.0, 113.0, 112.0, 110.0];
        let hours = [7.0, 27.0, 2.0, 50.0, 28.0, 29.0, 20.0, 12.0, 6.0, 17.0];
        assert!((rank_correlation(&iq, &hours).expect("both vary") + 29.0 / 165.0).abs() < 1e-12);
    }
}
