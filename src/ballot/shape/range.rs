//! Numbers as sums of weighted bits.

/// Weights 1, 2, 4, ... and a last one that makes the total exactly `n`: their subsets give every
/// value in `0..=n` and none outside.
pub(super) fn range_weights(n: u64) -> Vec<u64> {
    let mut weights = Vec::new();
    let mut left = n;
    let mut next = 1;
    while left > 0 {
        let weight = next.min(left);
        weights.push(weight);
        left -= weight;
        next *= 2;
    }
    weights
}

/// Sets the bits of a number, the greatest weight first and equal weights in their order: equal
/// numbers have one encoding.
pub(super) fn set_greedily(weighted: &[(usize, u64)], number: u64, bits: &mut [bool]) {
    let mut order: Vec<&(usize, u64)> = weighted.iter().collect();
    order.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
    let mut left = number;
    for (bit, weight) in order {
        if *weight <= left {
            bits[*bit] = true;
            left -= weight;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn weights_reach_every_value_and_no_other() {
        for n in 0..70 {
            let weights = range_weights(n);
            let reached: BTreeSet<u64> = (0..1u32 << weights.len())
                .map(|set| {
                    (0..weights.len())
                        .filter(|i| set >> i & 1 == 1)
                        .map(|i| weights[i])
                        .sum()
                })
                .collect();
            assert_eq!(reached, (0..=n).collect());
        }
    }

    #[test]
    fn the_greedy_encoding_reaches_every_number() {
        for n in 0..300 {
            let weighted: Vec<(usize, u64)> = range_weights(n).into_iter().enumerate().collect();
            for number in 0..=n {
                let mut bits = vec![false; weighted.len()];
                set_greedily(&weighted, number, &mut bits);
                let sum: u64 = weighted
                    .iter()
                    .filter(|(b, _)| bits[*b])
                    .map(|(_, w)| w)
                    .sum();
                assert_eq!(sum, number, "of {n}");
            }
        }
    }
}
