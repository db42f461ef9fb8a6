//! Small dense linear algebra.

/// A matrix by rows.
pub(super) type Matrix = Vec<Vec<f64>>;

/// JᵀJ + I over chosen columns.
pub(super) fn normal_matrix(jacobian: &Matrix, columns: &[usize]) -> Matrix {
    let entry = |a: usize, b: usize| jacobian.iter().map(|row| row[columns[a]] * row[columns[b]]).sum::<f64>();
    let n = columns.len();
    (0..n).map(|a| (0..n).map(|b| entry(a, b) + f64::from(u8::from(a == b))).collect()).collect()
}

/// Solves a symmetric positive definite system by Cholesky's factors.
pub(super) fn solve(matrix: &Matrix, right: &[f64]) -> Vec<f64> {
    let n = right.len();
    let mut l = vec![vec![0.0; n]; n];
    for i in 0..n {
        for j in 0..=i {
            let rest = matrix[i][j] - (0..j).map(|k| l[i][k] * l[j][k]).sum::<f64>();
            l[i][j] = if i == j { rest.max(f64::MIN_POSITIVE).sqrt() } else { rest / l[j][j] };
        }
    }
    let mut x = right.to_vec();
    for i in 0..n {
        x[i] = (x[i] - (0..i).map(|k| l[i][k] * x[k]).sum::<f64>()) / l[i][i];
    }
    for i in (0..n).rev() {
        x[i] = (x[i] - (i + 1..n).map(|k| l[k][i] * x[k]).sum::<f64>()) / l[i][i];
    }
    x
}

/// The inverse of such a matrix.
pub(super) fn inverse(matrix: &Matrix) -> Matrix {
    let n = matrix.len();
    let unit = |i: usize| (0..n).map(|j| f64::from(u8::from(i == j))).collect::<Vec<_>>();
    (0..n).map(|i| solve(matrix, &unit(i))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_inverse_times_the_matrix_is_one() {
        let jacobian = vec![vec![1.0, 2.0, 0.0], vec![0.5, -1.0, 3.0]];
        let matrix = normal_matrix(&jacobian, &[0, 1, 2]);
        let inverse = inverse(&matrix);
        for (i, row) in matrix.iter().enumerate() {
            for (j, column) in inverse.iter().enumerate() {
                // The inverse is symmetric: its rows are its columns.
                let product: f64 = row.iter().zip(column).map(|(a, b)| a * b).sum();
                assert!((product - f64::from(u8::from(i == j))).abs() < 1e-12);
            }
        }
    }
}
