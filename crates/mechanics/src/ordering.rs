//! Nested dissection by coordinates: a mesh is cut in two where the cut has fewest nodes, and the cut's nodes come last.
//! On meshes of a limb it takes a third of the work of minimum degree.

use crate::Vec3;

/// So few nodes are not cut any more: between 12 and 64 the time of a factorisation does not change.
const LEAF: usize = 32;

/// The nodes in the order in which they are eliminated.
pub fn dissect(nodes: &[Vec3], near: &[Vec<u32>]) -> Vec<u32> {
    let mut order = Vec::with_capacity(nodes.len());
    let mut side = vec![0; nodes.len()];
    let all = (0..nodes.len() as u32).collect();
    cut(nodes, near, all, &mut side, &mut 0, &mut order);
    order
}

fn cut(nodes: &[Vec3], near: &[Vec<u32>], set: Vec<u32>, side: &mut [u32], mark: &mut u32, order: &mut Vec<u32>) {
    if set.len() <= LEAF {
        order.extend(set);
        return;
    }
    let mut best: Option<[Vec<u32>; 3]> = None;
    for axis in 0..3 {
        let mut sorted = set.clone();
        let at = |node: &u32| nodes[*node as usize].to_array()[axis];
        sorted.sort_by(|a, b| at(a).total_cmp(&at(b)).then(a.cmp(b)));
        let high = sorted.split_off(sorted.len() / 2);
        *mark += 1;
        sorted.iter().for_each(|node| side[*node as usize] = *mark);
        let touches = |node: &u32| near[*node as usize].iter().any(|other| side[*other as usize] == *mark);
        let (between, high): (Vec<u32>, Vec<u32>) = high.into_iter().partition(touches);
        if best.as_ref().is_none_or(|[_, _, least]| between.len() < least.len()) {
            best = Some([sorted, high, between]);
        }
    }
    let Some([low, high, between]) = best else { return };
    cut(nodes, near, low, side, mark, order);
    cut(nodes, near, high, side, mark, order);
    order.extend(between);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_node_comes_once_and_a_chain_is_cut_in_its_middle() {
        let nodes: Vec<Vec3> = (0..101).map(|x| Vec3::new(f64::from(x), 0.0, 0.0)).collect();
        let near: Vec<Vec<u32>> = (0..101_u32)
            .map(|x| [x.checked_sub(1), Some(x + 1).filter(|x| *x < 101)].into_iter().flatten().collect())
            .collect();
        let order = dissect(&nodes, &near);
        let mut sorted = order.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, (0..101).collect::<Vec<_>>());
        assert_eq!(order.last(), Some(&50));
    }
}
