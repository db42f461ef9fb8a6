//! Small dense systems.

/// Solves `a x = b` for every column of `b` by elimination with pivots; nothing where `a` is singular.
pub fn solve<const N: usize, const M: usize>(mut a: [[f64; N]; N], mut b: [[f64; M]; N]) -> Option<[[f64; M]; N]> {
    let scale = a.iter().flatten().fold(0.0, |most: f64, value| most.max(value.abs()));
    for column in 0..N {
        let pivot = (column..N).max_by(|i, j| a[*i][column].abs().total_cmp(&a[*j][column].abs()))?;
        // Below this only rounding is left.
        if a[pivot][column].abs() <= 1e-13 * scale {
            return None;
        }
        a.swap(column, pivot);
        b.swap(column, pivot);
        for row in 0..N {
            if row != column {
                let factor = a[row][column] / a[column][column];
                let (from, values) = (a[column], b[column]);
                a[row].iter_mut().zip(from).for_each(|(to, value)| *to -= factor * value);
                b[row].iter_mut().zip(values).for_each(|(to, value)| *to -= factor * value);
            }
        }
    }
    for row in 0..N {
        b[row].iter_mut().for_each(|value| *value /= a[row][row]);
    }
    Some(b)
}
