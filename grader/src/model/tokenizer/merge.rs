//! Joins the tokens of one piece of text, the pair that was learned first before all others.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

/// Where a token was that has become part of the one before it.
const GONE: u32 = u32::MAX;

/// What merges there are, from the one that was learned first.
#[derive(Clone, Debug, Default)]
pub struct Merges {
    ranks: HashMap<(u32, u32), u32>,
    /// Both tokens and what they become.
    merges: Vec<[u32; 3]>,
}

/// A token of a piece, and the places of its neighbours.
struct Link {
    id: u32,
    before: usize,
    after: usize,
}

impl Merges {
    /// Adds the next one: these two become that one.
    pub fn push(&mut self, left: u32, right: u32, whole: u32) {
        self.ranks.insert((left, right), self.merges.len() as u32);
        self.merges.push([left, right, whole]);
    }

    /// The tokens of a piece after all merges; of two pairs that are alike, the left one first.
    ///
    /// Candidates wait in a queue, so that a piece of a hundred thousand bytes, as someone may send who means no good, takes
    /// hardly longer than as many bytes in words.
    pub fn apply(&self, ids: Vec<u32>) -> Vec<u32> {
        let end = ids.len();
        let link = |(place, id): (usize, u32)| Link {
            id,
            before: place.wrapping_sub(1),
            after: place + 1,
        };
        let mut links: Vec<Link> = ids.into_iter().enumerate().map(link).collect();
        let rank = |links: &[Link], left: usize| {
            let (left, right) = (links.get(left)?, links.get(links.get(left)?.after)?);
            self.ranks.get(&(left.id, right.id)).copied()
        };
        let candidate = |left| Some(Reverse((rank(&links, left)?, left)));
        let mut queue: BinaryHeap<_> = (0..end).filter_map(candidate).collect();
        while let Some(Reverse((merge, left))) = queue.pop() {
            let [first, second, whole] = self.merges[merge as usize];
            let right = links[left].after;
            // One of the two may have been merged with another since.
            if links[left].id != first || links.get(right).is_none_or(|link| link.id != second) {
                continue;
            }
            links[left].id = whole;
            links[left].after = links[right].after;
            links[right].id = GONE;
            let (before, after) = (links[left].before, links[left].after);
            if let Some(next) = links.get_mut(after) {
                next.before = left;
            }
            for place in [before, left] {
                if let Some(rank) = rank(&links, place) {
                    queue.push(Reverse((rank, place)));
                }
            }
        }
        let ids = links.into_iter().map(|link| link.id);
        ids.filter(|id| *id != GONE).collect()
    }
}
