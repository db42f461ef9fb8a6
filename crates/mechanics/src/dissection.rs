//! Nested dissection as a tree, for meshes that know how they were swept: cuts along rows, spokes and layers as well as x, y, z.
//!
//! Every cut leaves the nodes between two halves for last. Of the cuts near the median of every coordinate the one with fewest
//! nodes between is taken. A coordinate may be periodic, as an angle: its cut has both planes.

/// So few nodes are not cut any more.
const LEAF: usize = 32;

/// Where cuts are tried: shares of the nodes below.
const TRIED: [f64; 3] = [0.5, 0.44, 0.56];

/// Nodes that are eliminated together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The first of its positions.
    pub from: u32,
    /// After the last.
    pub to: u32,
    /// Groups that must come before; each comes earlier in the list.
    pub children: Vec<usize>,
}

/// An order of elimination with its tree.
#[derive(Clone, Debug, PartialEq)]
pub struct Dissection {
    /// The node at every position.
    pub order: Vec<u32>,
    /// Children before their parents; the last is the root.
    pub groups: Vec<Group>,
}

struct Cutter<'a> {
    axes: &'a [Vec<f64>],
    near: &'a [Vec<u32>],
    side: Vec<u32>,
    mark: u32,
    out: Dissection,
}

/// Orders a graph; every axis gives a coordinate of every node.
pub fn dissect(axes: &[Vec<f64>], near: &[Vec<u32>]) -> Dissection {
    let out = Dissection { order: Vec::with_capacity(near.len()), groups: vec![] };
    let mut cutter = Cutter { axes, near, side: vec![0; near.len()], mark: 0, out };
    cutter.cut((0..near.len() as u32).collect());
    cutter.out
}

impl Cutter<'_> {
    fn group(&mut self, nodes: Vec<u32>, children: Vec<usize>) -> usize {
        let from = self.out.order.len() as u32;
        self.out.order.extend(nodes);
        self.out.groups.push(Group { from, to: self.out.order.len() as u32, children });
        self.out.groups.len() - 1
    }

    fn cut(&mut self, set: Vec<u32>) -> Option<usize> {
        if set.is_empty() {
            return None;
        }
        if set.len() <= LEAF {
            return Some(self.group(set, vec![]));
        }
        let mut best: Option<(f64, [Vec<u32>; 3])> = None;
        for axis in self.axes {
            let mut sorted = set.clone();
            let at = |node: &u32| axis[*node as usize];
            sorted.sort_by(|a, b| at(a).total_cmp(&at(b)).then(a.cmp(b)));
            let span = at(&sorted[sorted.len() - 1]) - at(&sorted[0]);
            for share in TRIED {
                // A plane is not cut through: its nodes have one coordinate, but for rounding.
                let value = at(&sorted[(share * sorted.len() as f64) as usize]) - 1e-9 * span;
                let split = sorted.partition_point(|node| at(node) < value);
                if split == 0 {
                    continue;
                }
                let (low, high) = sorted.split_at(split);
                self.mark += 1;
                low.iter().for_each(|node| self.side[*node as usize] = self.mark);
                let touches =
                    |node: &u32| self.near[*node as usize].iter().any(|o| self.side[*o as usize] == self.mark);
                let between = high.iter().filter(|node| touches(node)).count();
                let halves = low.len().max(high.len() - between) as f64 / set.len() as f64;
                let cost = between as f64 * (1.0 + 2.0 * (halves - 0.5).max(0.0));
                if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                    let (between, high) = high.iter().partition(|node| touches(node));
                    best = Some((cost, [low.to_vec(), high, between]));
                }
            }
        }
        // Nodes all at one place: no cut helps.
        let Some((_, [low, high, between])) = best else { return Some(self.group(set, vec![])) };
        let children = [self.cut(low), self.cut(high)].into_iter().flatten().collect();
        Some(self.group(between, children))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_is_cut_by_its_angle_at_two_planes_and_every_node_comes_once() {
        let [around, across] = [64_u32, 5];
        let at = |i: u32, j: u32| (i % around) * across + j;
        let nodes: Vec<(u32, u32)> = (0..around).flat_map(|i| (0..across).map(move |j| (i, j))).collect();
        let near: Vec<Vec<u32>> = nodes
            .iter()
            .map(|(i, j)| {
                let sides = [i + 1, i + around - 1].into_iter().map(|i| at(i, *j));
                let ends = [j.checked_sub(1), Some(j + 1).filter(|j| *j < across)];
                sides.chain(ends.into_iter().flatten().map(|j| at(*i, j))).collect()
            })
            .collect();
        let angle = nodes.iter().map(|(i, _)| f64::from(*i)).collect();
        let layer = nodes.iter().map(|(_, j)| f64::from(*j)).collect();
        let found = dissect(&[angle, layer], &near);
        let mut sorted = found.order.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, (0..around * across).collect::<Vec<_>>());
        let root = found.groups.last().unwrap();
        assert_eq!(root.to - root.from, 2 * across);
        for (at, group) in found.groups.iter().enumerate() {
            assert!(group.children.iter().all(|child| *child < at));
        }
    }

    #[test]
    fn nodes_at_one_place_are_one_group() {
        let near: Vec<Vec<u32>> = (0..50).map(|_| vec![]).collect();
        let found = dissect(&[vec![1.0; 50]], &near);
        assert_eq!(found.groups.len(), 1);
    }
}
